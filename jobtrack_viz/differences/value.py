"""One difference between two frameworks: plain texts, without a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["GROUPS", "Area", "Difference", "Group", "Kind", "changed_roles", "group_of", "of_role"]

Area = Literal[
    "role",
    "move",
    "track",
    "skill",
    "scale",
    "competency",
    "grade",
    "description",
    "development",
    "profile",
    "process",
    "story",
    "about",
    "framework",
]
Kind = Literal["added", "removed", "changed", "order"]
Group = Literal[
    "tracks",
    "roles removed",
    "roles added",
    "roles renamed",
    "roles moved",
    "levels",
    "moves",
    "roles",
    "skills",
    "ladder",
    "track facts",
    "grades",
    "descriptions",
    "development",
    "profiles",
    "processes",
    "stories",
    "about",
    "framework",
]
GROUPS: tuple[Group, ...] = get_args(Group)
"""In the order of reading, the most important first."""

_OF_AREA: dict[Area, Group] = {
    "move": "moves",
    "track": "track facts",
    "skill": "skills",
    "scale": "ladder",
    "competency": "ladder",
    "grade": "grades",
    "description": "descriptions",
    "development": "development",
    "profile": "profiles",
    "process": "processes",
    "story": "stories",
    "about": "about",
    "framework": "framework",
}
_OF_PIECE: dict[str, Group] = {
    "title": "roles renamed",
    "grade": "roles moved",
    "tracks": "roles moved",
    "levels": "levels",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was.

    ``subject`` is the thing by its name now, or its last name if it is gone. ``piece`` is the
    field of it that has changed, empty for the thing itself; ``detail`` says which of several: the
    competency of a level, the level of a statement, the heading of a passage. ``was`` and ``now``
    are texts, one line for each value of a list, empty where nothing was stated.
    ``before`` and ``after`` are the ids, then and now, of the roles that it concerns; ``tracks``
    are names.
    """

    area: Area
    kind: Kind
    subject: str
    piece: str = ""
    detail: str = ""
    was: str = ""
    now: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()


def group_of(difference: Difference) -> Group:
    """What it is read together with."""
    if difference.area == "role":
        if difference.kind == "added":
            return "roles added"
        if difference.kind == "removed":
            return "roles removed"
        return _OF_PIECE.get(difference.piece, "roles")
    if difference.area == "track" and _is_or_is_called(difference):
        return "tracks"
    return _OF_AREA[difference.area]


def of_role(differences: Iterable[Difference], role_id: str) -> tuple[Difference, ...]:
    """Those that concern the role with this id now, in their order."""
    return tuple(found for found in differences if role_id in found.after)


def changed_roles(differences: Iterable[Difference]) -> tuple[str, ...]:
    """Ids, now, of the roles that ``of_role`` has something to say about."""
    return tuple(dict.fromkeys(role for found in differences for role in found.after))


def _is_or_is_called(difference: Difference) -> bool:
    return difference.kind in ("added", "removed") or difference.piece == "name"
