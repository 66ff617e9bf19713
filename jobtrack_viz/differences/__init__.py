"""What differs between two frameworks, piece by piece, and which links it changes."""

from collections.abc import Iterator, Sequence

from jobtrack_viz.differences import frame, lists, roles
from jobtrack_viz.differences.links import changed_links, former_ids
from jobtrack_viz.differences.pairs import (
    paired,
    same_competencies,
    same_ranks,
    same_roles,
    same_tracks,
)
from jobtrack_viz.differences.sides import Sides
from jobtrack_viz.differences.value import (
    GROUPS,
    Area,
    Difference,
    Group,
    Kind,
    changed_roles,
    group_of,
    of_role,
)
from jobtrack_viz.model import Framework

__all__ = [
    "GROUPS",
    "Area",
    "Difference",
    "Group",
    "Kind",
    "changed_links",
    "changed_roles",
    "differences",
    "former_ids",
    "group_of",
    "of_role",
    "paired",
    "same_competencies",
    "same_ranks",
    "same_roles",
    "same_tracks",
]

_PARTS = (
    roles.roles,
    roles.levels,
    frame.tracks,
    lists.moves,
    lists.skills,
    frame.ladder,
    frame.grades,
    roles.descriptions,
    lists.development,
    lists.profiles,
    lists.processes,
    lists.stories,
    frame.about,
)


def differences(before: Framework, after: Framework) -> tuple[Difference, ...]:
    """Everything that is not the same in both, the most important first, then by track and role.

    After: it is empty exactly if the frameworks are equal. What comes or goes is one difference
    with all that only it has; what follows from another difference, such as a role's place on the
    axis once the grades have another order, is not told again.
    """
    if before == after:
        return ()
    sides = Sides.of(before, after)
    found = [difference for part in _PARTS for difference in part(sides)]
    if not any(_places_roles(difference) for difference in found):
        found += frame.order_of_roles(sides)
    return tuple(_sorted(sides, found)) or (Difference("framework", "changed", ""),)


def _places_roles(difference: Difference) -> bool:
    """True for what gives roles another order by itself."""
    return (difference.area == "track" and difference.kind == "order") or (
        difference.area == "role" and difference.piece == "tracks"
    )


def _sorted(sides: Sides, found: Sequence[Difference]) -> Iterator[Difference]:
    """By group; within it along the tracks, those that are gone after those that are there."""
    places: dict[tuple[str, str], int] = {}
    for name, framework in (("after", sides.after.framework), ("before", sides.before.framework)):
        for track in framework.tracks:
            for role_id in track.roles:
                places.setdefault((name, role_id), len(places))
        for role in framework.roles:
            places.setdefault((name, role.id), len(places))
    groups = {group: number for number, group in enumerate(GROUPS)}

    def place(difference: Difference) -> tuple[int, int]:
        ids = [("after", role) for role in difference.after]
        ids += [("before", role) for role in difference.before] if not ids else []
        first = min((places[key] for key in ids), default=-1)
        return groups[group_of(difference)], first

    yield from sorted(found, key=place)
