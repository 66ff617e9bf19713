"""The language matrix of a whole track: a heat map and its table."""

from typing import Any

from jobtrack_viz.drawing.charts import matrix_figure, rows_of_track
from jobtrack_viz.model import Framework, Role, Track
from layouts import html
from layouts.level_tables import (
    MOST_CELLS,
    MOST_ROWS,
    hints,
    levels_table,
    parts_shown,
    picture,
)
from layouts.outcome import Outcome
from layouts.parts import heading

__all__ = ["roles_of", "track_matrix"]

_MOST_COLUMNS, _MOST_ROLES = 20, 60
"""Roles that a picture shows, and a table."""


def roles_of(framework: Framework, track: Track) -> list[Role]:
    """The roles of a track, lowest grade first; those of a grade in the workbook's order."""
    members = set(track.roles)
    known = {role.id: role for role in framework.roles if role.id in members}
    found = [known[role_id] for role_id in track.roles]
    return sorted(found, key=lambda role: (role.rank is None, role.rank or 0))


def track_matrix(framework: Framework, outcome: Outcome, track: Track) -> list[Any]:
    """The matrix of a track; of a very long one the part around the chosen role."""
    everyone = roles_of(framework, track)
    ends = {outcome.start_id: "A", outcome.goal_id: "B"}
    near = next((i for i, role in enumerate(everyone) if role.id in ends), 0)
    roles = everyone[_around(near, len(everyone), _MOST_ROLES)]
    part = _around(roles.index(everyone[near]), len(roles), _MOST_COLUMNS)
    rows = rows_of_track(framework, roles)
    in_table = rows[: MOST_CELLS // len(roles)]
    cut = [(competency, ranks[part]) for competency, ranks in in_table]
    in_picture = [row for row in cut if any(rank is not None for rank in row[1])][:MOST_ROWS]
    titles = [f"{ends.get(role.id, '')} {role.name}".strip() for role in roles]
    heads = [
        [html.B(ends[role.id]), f" {role.name}"] if role.id in ends else role.name for role in roles
    ]
    columns = len(titles[part])
    words = parts_shown("picture", (len(in_picture), len(rows)), (columns, len(everyone)))
    words += parts_shown("table", (len(in_table), len(rows)), (len(roles), len(everyone)))
    if any(rank is None for _, ranks in in_picture for rank in ranks):
        words.append("A blank cell in the picture: not stated.")
    name = f"The language matrix of {track.name}"
    return [
        heading(3, name),
        *hints(words),
        picture(matrix_figure(framework, in_picture, titles[part]), name, outcome.address),
        levels_table(framework, in_table, heads, name),
    ]


def _around(near: int, known: int, most: int) -> slice:
    """At most so many places of all there are, with one of them near the middle."""
    first = max(0, min(near - most // 2, known - most))
    return slice(first, first + most)
