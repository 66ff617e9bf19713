"""The maps that HR has published, and the drafts that are out for consultation."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

from jobtrack_viz import store as stored
from jobtrack_viz.atlas.published import MapNotReady, Published, RoleChanges
from jobtrack_viz.canonical import framework_from, from_json, map_from
from jobtrack_viz.dates import day
from jobtrack_viz.differences import Difference, differences, former_ids
from jobtrack_viz.drawing.difference_groups import sentences_by_role
from jobtrack_viz.errors import StoreUnavailable, UnknownVersion, WithdrawnVersion
from jobtrack_viz.network import build_network
from jobtrack_viz.store import Draft, Store
from jobtrack_viz.suppression import FEWEST_POSTS, for_readers, without_counts
from jobtrack_viz.views import Drawers, Undrawn, Views

__all__ = ["StoreAtlas"]

_KEPT = 6
_DRAFT = "d-"
_MOST_DIGITS = 9

_Key = tuple[str, str, int]
"""Version or draft, which of them, and the store's epoch."""


@dataclass(slots=True)
class _Place:
    """Where a version will be; who holds the lock builds it."""

    lock: Lock = field(default_factory=Lock)
    published: Published | None = None


class StoreAtlas:
    """What the store holds, built once in each process and never out of date.

    A version is kept under its number and the store's epoch, which changes whenever something is
    taken back; so one short query a request is enough, and nothing is ever invalidated. While the
    store cannot be reached, the last map that was served stays in force. Nobody keeps a connection
    while a map is built or waited for.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        fewest_posts: int = FEWEST_POSTS,
        drawers: Drawers | None = None,
    ) -> None:
        """Parts are drawn by ``drawers``; without them, by whoever asks."""
        self._drawers = drawers
        self._store = store
        self._clock = clock
        self._fewest = fewest_posts
        self._lock = Lock()
        self._kept: OrderedDict[_Key, _Place] = OrderedDict()
        self._last: Published | None = None
        self._epoch = 0
        self._reachable = True

    @property
    def reachable(self) -> bool:
        """False if the store did not answer when somebody last asked for the map in force."""
        return self._reachable

    def current(self) -> Published:
        """The version that was published last.

        Raises:
            MapNotReady: nothing is published.
            StoreUnavailable: the store cannot be reached, and nothing was served before.
        """
        try:
            with self._store.reading() as db:
                now = stored.current(db)
            self._see(now.epoch)
            if now.number is None:
                raise MapNotReady("Nothing has been published yet.")
            found = self._version(now.number, now.epoch)
        except StoreUnavailable:
            self._reachable = False
            if self._last is None:
                raise
            return self._last
        # Another thread may set an older one right after; whoever asked gets what was found here.
        self._last, self._reachable = found, True
        return found

    def at(self, version: str) -> Published:
        """A published version, or a draft as its consultation link names it.

        Raises:
            UnknownVersion: there is no such version.
            WithdrawnVersion: it was withdrawn, or the consultation has ended.
            StoreUnavailable: the store cannot be reached, and this version was not served before.
        """
        try:
            if version.startswith(_DRAFT):
                return self._draft(version)
            if not (version.isascii() and version.isdigit() and len(version) <= _MOST_DIGITS):
                raise UnknownVersion("No map has this version.")
            with self._store.reading() as db:
                epoch = stored.current(db).epoch
            self._see(epoch)
            return self._version(int(version), epoch)
        except StoreUnavailable:
            self._reachable = False
            served = self._served(version)
            if served is None:
                raise
            return served

    def _see(self, epoch: int) -> None:
        """Once something is taken back, nothing that was built before is served any more."""
        with self._lock:
            self._epoch = max(self._epoch, epoch)
            for key in [key for key in self._kept if key[2] < self._epoch]:
                del self._kept[key]

    def _served(self, version: str) -> Published | None:
        with self._lock:
            kept = [
                place.published
                for key, place in reversed(self._kept.items())
                if key[2] == self._epoch
            ]
        found = next((one for one in kept if one and one.id == version), None)
        over = found and found.expires and found.expires <= self._clock()
        return None if over else found

    def _version(self, number: int, epoch: int) -> Published:
        return self._once(
            ("version", str(number), epoch),
            lambda: _build(self._store, number, self._fewest, self._drawers),
        )

    def _draft(self, version: str) -> Published:
        token = hashlib.sha256(version.removeprefix(_DRAFT).encode()).hexdigest()
        with self._store.reading() as db:
            found = stored.draft_of_token(db, token, self._clock())
            epoch = stored.current(db).epoch
        self._see(epoch)
        if found is None or found.framework is None:
            self._forget_draft(version)
            raise WithdrawnVersion("This consultation has ended.")
        return self._once(
            ("draft", f"{version} {hashlib.sha256(found.framework).hexdigest()}", epoch),
            lambda: _build_draft(self._store, found, version, self._fewest, self._drawers),
        )

    def _forget_draft(self, version: str) -> None:
        """A consultation that has ended is not shown while the store is away either."""
        with self._lock:
            for key in [key for key in self._kept if key[1].startswith(f"{version} ")]:
                del self._kept[key]

    def _once(self, key: _Key, build: Callable[[], Published]) -> Published:
        with self._lock:
            place = self._kept.setdefault(key, _Place())
            self._kept.move_to_end(key)
        try:
            with place.lock:
                if place.published is None:
                    place.published = build()
                return place.published
        finally:
            self._tidy(key, place)

    def _tidy(self, key: _Key, place: _Place) -> None:
        """What there is not has no place, so that asking for it pushes nothing else out."""
        with self._lock:
            if place.published is None:
                self._kept.pop(key, None)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


def _build(store: Store, number: int, fewest: int, drawers: Drawers | None) -> Published:
    with store.reading() as db:
        about = stored.version(db, number)
        payload = stored.payload(db, number)
        every = stored.all_differences(db)
        others = stored.versions(db)
    if about.withdrawn_at is not None:
        of, on = day(about.at), day(about.withdrawn_at)
        raise WithdrawnVersion(f"The map of {of} was withdrawn on {on}: {about.withdrawn_why}")
    framework = for_readers(framework_from(payload.framework), fewest)
    network = build_network(framework)
    withdrawn = {other.number for other in others if other.withdrawn_at is not None}
    silent = {v.number for v in others if withdrawn & {v.number, v.parent}}
    before = [one for one in every if one[0] <= number]
    changes = _told([one for one in before if one[0] not in silent], payload.former)
    gone = _gone(before, withdrawn)
    present = {role.id for role in framework.roles}
    return Published(
        str(number),
        framework,
        network,
        Views(network, map_from(payload.drawn) if payload.drawn else Undrawn.OVERVIEW, drawers),
        "version",
        at=about.at,
        former={old: new for old, new in payload.former.items() if new in present},
        gone={role: last for role, last in gone.items() if role not in present},
        changes={role: told for role, told in changes.items() if role in present},
    )


def _build_draft(
    store: Store, found: Draft, version: str, fewest: int, drawers: Drawers | None
) -> Published:
    """The draft, with what it would change in the map that it was made for.

    Of a map that was withdrawn since, nothing is told.
    """
    framework = for_readers(framework_from(found.framework or b""), fewest)
    network = build_network(framework)
    drawn = map_from(found.drawn) if found.drawn else Undrawn.OVERVIEW
    told: Sequence[Difference] = ()
    former: Mapping[str, str] = {}
    if found.base is not None:
        with store.reading() as db:
            payload = stored.payload(db, found.base)
            withdrawn = stored.version(db, found.base).withdrawn_at is not None
        base = framework_from(payload.framework)
        told = () if withdrawn else differences(base, framework)
        former = former_ids(payload.former, base, framework)
    return Published(
        version,
        framework,
        network,
        Views(network, drawn, drawers),
        "draft",
        at=found.made_at,
        expires=min(found.shared_until or found.expires_at, found.expires_at),
        former=former,
        changes={
            role: ((found.made_at, sentences),)
            for role, sentences in sentences_by_role(without_counts(told)).items()
        },
    )


def _told(
    every: Iterable[tuple[int, datetime, bytes]], former: Mapping[str, str]
) -> Mapping[str, RoleChanges]:
    """What these versions changed for each role, by its id now."""
    changes: dict[str, RoleChanges] = {}
    for _, at, told in every:
        seen = without_counts(from_json(told, tuple[Difference, ...]))
        for role, sentences in sentences_by_role(seen).items():
            now = former.get(role, role)
            changes[now] = (*changes.get(now, ()), (at, sentences))
    return changes


def _gone(
    every: Iterable[tuple[int, datetime, bytes]], withdrawn: Container[int]
) -> Mapping[str, str]:
    """Which of these versions, the newest first, was the last to have the roles that are gone.

    Withdrawn ones cannot be shown, so the one before them counts.
    """
    gone: dict[str, str] = {}
    sought: set[str] = set()
    for number, _, told in every:
        if number not in withdrawn:
            gone.update(dict.fromkeys(sought, str(number)))
            sought.clear()
        for difference in from_json(told, tuple[Difference, ...]):
            if difference.area != "role":
                continue
            if difference.kind == "removed":
                sought |= set(difference.before) - gone.keys()
            elif difference.kind == "added":
                sought -= set(difference.after)
    return gone
