"""What a page needs of one version or draft, made of what the store holds."""

from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TypeAlias

from jobtrack_viz import store as stored
from jobtrack_viz.atlas.published import Published, RoleChanges
from jobtrack_viz.canonical import framework_from, from_json, map_from
from jobtrack_viz.dates import day
from jobtrack_viz.differences import Difference, differences, former_ids
from jobtrack_viz.drawing.difference_groups import sentences_by_role
from jobtrack_viz.errors import (
    StoreDamaged,
    UnknownVersion,
    UnreadableRecord,
    WithdrawnVersion,
)
from jobtrack_viz.network import build_network
from jobtrack_viz.store import Draft, Store, Version
from jobtrack_viz.suppression import for_readers, without_counts
from jobtrack_viz.views import Drawers, Undrawn, Views

__all__ = ["build_draft", "build_version"]

_Told: TypeAlias = tuple[int, datetime, tuple[Difference, ...]]
"""A version's number, when it was published, and what it changed."""


def build_version(store: Store, number: int, fewest: int, drawers: Drawers | None) -> Published:
    """A version as readers may see it, with what others say of its roles, if that can be read.

    Raises:
        UnknownVersion: there is no such version.
        WithdrawnVersion: it was withdrawn.
        StoreUnavailable: the store cannot be reached.
        StoreDamaged, UnreadableRecord: it cannot be read.
    """
    with store.reading() as db:
        about = stored.about_version(db, number)
        if about.withdrawn_at is not None:  # also where the rest of it is damaged
            of, on = day(about.at), day(about.withdrawn_at)
            raise WithdrawnVersion(f"The map of {of} was withdrawn on {on}: {about.withdrawn_why}")
        payload = stored.payload(db, number)
    every, others = _history(store)
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


def build_draft(
    store: Store, found: Draft, version: str, fewest: int, drawers: Drawers | None
) -> Published:
    """The draft, with what it would change in the map that it was made for, if that can be read.

    Of a map that was withdrawn since, nothing is told.

    Raises:
        UnreadableRecord: the draft itself cannot be read.
    """
    framework = for_readers(framework_from(found.framework or b""), fewest)
    network = build_network(framework)
    drawn = map_from(found.drawn) if found.drawn else Undrawn.OVERVIEW
    told: Sequence[Difference] = ()
    former: Mapping[str, str] = {}
    if found.base is not None:
        with suppress(UnreadableRecord, StoreDamaged, UnknownVersion):
            with store.reading() as db:
                payload = stored.payload(db, found.base)
                withdrawn = stored.about_version(db, found.base).withdrawn_at is not None
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


def _history(store: Store) -> tuple[list[_Told], tuple[Version, ...]]:
    """What each version changed, and what is known of each; what is damaged is left out."""
    try:
        with store.reading() as db:
            every, others = stored.all_differences(db), stored.versions(db)
    except StoreDamaged:
        return [], ()
    readable = []
    for number, at, told in every:
        with suppress(UnreadableRecord):
            readable.append((number, at, from_json(told, tuple[Difference, ...])))
    return readable, others


def _told(every: Iterable[_Told], former: Mapping[str, str]) -> Mapping[str, RoleChanges]:
    """What these versions changed for each role, by its id now."""
    changes: dict[str, RoleChanges] = {}
    for _, at, told in every:
        for role, sentences in sentences_by_role(without_counts(told)).items():
            now = former.get(role, role)
            changes[now] = (*changes.get(now, ()), (at, sentences))
    return changes


def _gone(every: Iterable[_Told], withdrawn: Container[int]) -> Mapping[str, str]:
    """Which of these versions, the newest first, was the last to have the roles that are gone.

    Withdrawn ones cannot be shown, so the one before them counts.
    """
    gone: dict[str, str] = {}
    sought: set[str] = set()
    for number, _, told in every:
        if number not in withdrawn:
            gone.update(dict.fromkeys(sought, str(number)))
            sought.clear()
        for difference in told:
            if difference.area != "role":
                continue
            if difference.kind == "removed":
                sought |= set(difference.before) - gone.keys()
            elif difference.kind == "added":
                sought -= set(difference.after)
    return gone
