"""Levels as rows: what a heat map and the table beside it both show."""

from collections.abc import Sequence
from typing import TypeAlias

from jobtrack_viz.model import Competency, Framework, Role

__all__ = ["LevelRow", "level_word", "rows_of_levels", "rows_of_track"]

LevelRow: TypeAlias = tuple[Competency, list[int | None]]
"""A competency and its rank in each role; None where it is not stated."""

_MOST_ROWS = 25
"""Competencies of a journey that a reader can survey."""


def rows_of_levels(framework: Framework, roles: Sequence[Role]) -> list[LevelRow]:
    """Each competency that one of a journey's roles states.

    Where they would be more than 25, those are left out that only one role in between states.
    """
    rows = rows_of_track(framework, roles)
    if len(rows) <= _MOST_ROWS:
        return rows
    return [
        (competency, ranks)
        for competency, ranks in rows
        if ranks[0] is not None
        or ranks[-1] is not None
        or sum(rank is not None for rank in ranks) > 1
    ]


def rows_of_track(framework: Framework, roles: Sequence[Role]) -> list[LevelRow]:
    """Each competency that one of the roles states, in the framework's order."""
    return [
        (competency, [role.levels.get(competency.name) for role in roles])
        for competency in framework.competencies
        if any(competency.name in role.levels for role in roles)
    ]


def level_word(framework: Framework, competency: Competency, rank: int | None) -> str:
    """The competency's own word for a rank, else the scale's; ``not stated`` for None."""
    return "not stated" if rank is None else framework.level_name(rank, competency)
