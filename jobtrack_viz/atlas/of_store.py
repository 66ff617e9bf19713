"""The maps that HR has published, and the drafts that are out for consultation."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

from jobtrack_viz import store as stored
from jobtrack_viz.atlas.build import build_draft, build_version
from jobtrack_viz.atlas.damage import DamageLog
from jobtrack_viz.atlas.published import MapNotReady, MapUnavailable, Published, Standing
from jobtrack_viz.errors import (
    StoreDamaged,
    StoreUnavailable,
    UnknownVersion,
    WithdrawnVersion,
)
from jobtrack_viz.store import Current, Store
from jobtrack_viz.suppression import FEWEST_POSTS
from jobtrack_viz.views import Drawers

__all__ = ["StoreAtlas"]

_KEPT = 6
_DRAFT = "d-"
_MOST_DIGITS = 9
_UNKNOWN = 0
"""The number of what was published last, where just that cannot be read."""
_MOST_TRIED = 999
"""The highest number that is tried if not even a list of the versions can be read."""
_UNREADABLE = "The database is damaged: which version was published last cannot be read."

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
    taken back; so one short query a request is enough, and nothing is ever invalidated. Nobody
    keeps a connection while a map is built or waited for.

    While the store cannot be reached, the last map that was served stays in force. If the version
    that was published last cannot be read, the newest one that can be is shown; one that was
    withdrawn never is.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        fewest_posts: int = FEWEST_POSTS,
        drawers: Drawers | None = None,
        when_empty: Callable[[], None] = lambda: None,
    ) -> None:
        """Parts are drawn by ``drawers``; without them, by whoever asks.

        ``when_empty`` is called, and returns at once, if nothing was ever published.
        """
        self._drawers = drawers
        self._store = store
        self._clock = clock
        self._fewest = fewest_posts
        self._when_empty = when_empty
        self._lock = Lock()
        self._kept: OrderedDict[_Key, _Place] = OrderedDict()
        self._damage = DamageLog()
        self._last: Published | None = None
        self._newest: str | None = None
        self._epoch = 0
        self._generation = 0

    def standing(self) -> Standing:
        """Which map readers see now, and what keeps the newest from being shown."""
        try:
            found, why = self._found()
        except MapNotReady as error:
            return Standing(None, self._newest, str(error))
        return Standing(found.id, self._newest, why)

    def current(self) -> Published:
        """The version that was published last, or the newest that can be shown.

        Raises:
            MapNotReady: nothing is published.
            MapUnavailable: nothing can be shown at the moment.
        """
        return self._found()[0]

    def at(self, version: str) -> Published:
        """A published version, or a draft as its consultation link names it.

        Raises:
            UnknownVersion: there is no such version.
            DamagedVersion: it cannot be read.
            WithdrawnVersion: it was withdrawn, or the consultation has ended.
            MapUnavailable: the store cannot be reached, and this version was not served before.
        """
        try:
            if version.startswith(_DRAFT):
                return self._draft(version)
            if not (version.isascii() and version.isdigit() and len(version) <= _MOST_DIGITS):
                raise UnknownVersion("No map has this version.")
            return self._version(int(version), self._now().epoch)
        except StoreUnavailable as error:
            served = self._served(version)
            if served is None:
                raise MapUnavailable(str(error)) from error
            return served

    def _found(self) -> tuple[Published, str]:
        """The map that readers see now, and why it is not the newest, if it is not.

        Raises:
            MapNotReady: there is none.
        """
        try:
            now = self._now()
            if now.number is None:
                self._newest = None
                self._when_empty()
                raise MapNotReady("Nothing has been published yet.")
            if now.number == _UNKNOWN and self._last is not None:
                raise StoreDamaged(_UNREADABLE)
            self._newest = None if now.number == _UNKNOWN else str(now.number)
            found = self._newest_of(now)
        except StoreUnavailable as error:
            if self._last is None:
                raise MapUnavailable(str(error)) from error
            return self._last, f"{error} Version {self._last.id} is shown as it was last read."
        # Another thread may set an older one right after; whoever asked gets what was found here.
        self._last = found
        return found, _why_not_newest(now, found)

    def _now(self) -> Current:
        """What was published last; of no known number if just that cannot be read."""
        try:
            with self._store.reading() as db:
                now = stored.current(db)
        except StoreDamaged:
            return Current(_UNKNOWN, _UNKNOWN)
        self._see(now.epoch)
        return now

    def _see(self, epoch: int) -> None:
        """Once something is taken back, nothing that was built before is served any more.

        Another database at the same address counts anew.
        """
        with self._lock:
            generation = self._store.generation
            self._epoch = max(self._epoch, epoch) if generation == self._generation else epoch
            self._generation = generation
            for key in [key for key in self._kept if key[2] < self._epoch]:
                del self._kept[key]

    def _newest_of(self, now: Current) -> Published:
        """The version that was published last, else the newest before it that can be shown.

        Raises:
            MapUnavailable: none can be.
        """
        if now.number:
            try:
                return self._version(now.number, now.epoch)
            except (UnknownVersion, WithdrawnVersion):
                pass
        key = f"{self._store.generation}.{now.number}.{now.epoch}"
        for _ in range(2):
            number = self._damage.instead(key, lambda: self._first_sound(now))
            if number is None:
                break
            try:
                return self._version(number, now.epoch)
            except (UnknownVersion, WithdrawnVersion):
                self._damage.look_again()
        raise MapUnavailable("No version of the map can be read: the database is damaged.")

    def _first_sound(self, now: Current) -> int | None:
        for number in self._candidates(now):
            try:
                self._version(number, now.epoch)
            except (UnknownVersion, WithdrawnVersion, StoreDamaged):
                continue
            return number
        return None

    def _candidates(self, now: Current) -> Iterable[int]:
        """The numbers of versions that may be shown, the newest first."""
        try:
            with self._store.reading() as db:
                return stored.shown_numbers(db)
        except StoreDamaged:
            # No list can be read any more, but some may still be found by their number.
            return filter(self._can_be_found, range(now.number or _MOST_TRIED, 0, -1))

    def _can_be_found(self, number: int) -> bool:
        try:
            with self._store.reading() as db:
                stored.about_version(db, number)
        except (UnknownVersion, StoreDamaged):
            return False
        return True

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
        key = ("version", f"{self._store.generation}.{number}", epoch)
        words = f"Version {number} of the map is damaged in the database and cannot be shown."
        return self._once(
            key,
            lambda: self._damage.read(
                str(key),
                words,
                lambda: build_version(self._store, number, self._fewest, self._drawers),
            ),
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
        key = ("draft", f"{version} {hashlib.sha256(found.framework).hexdigest()}", epoch)
        words = "This draft is damaged in the database and cannot be shown."
        return self._once(
            key,
            lambda: self._damage.read(
                str(key),
                words,
                lambda: build_draft(self._store, found, version, self._fewest, self._drawers),
            ),
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


def _why_not_newest(now: Current, found: Published) -> str:
    if found.id == str(now.number):
        return ""
    if now.number == _UNKNOWN:
        return f"{_UNREADABLE} Version {found.id} is shown, the newest that can be."
    return (
        f"Version {now.number} is damaged in the database and cannot be shown, so version "
        f"{found.id} is."
    )
