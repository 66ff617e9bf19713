"""The gap chart: for each competency whose level differs, from A to B along the scale.

A dot plot of two values in each row, joined by a line, after Cleveland (The Elements of Graphing
Data, 1985). Letters tell the ends apart and an arrow the direction, so colour says nothing alone.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from jobtrack_viz.drawing.chart_frame import (
    LABEL,
    ROW,
    axis,
    column_width,
    frame,
    named,
    one_line,
)
from jobtrack_viz.drawing.chart_parts import plain
from jobtrack_viz.gaps import Change
from jobtrack_viz.model import NOT_REQUIRED, Competency, Framework

__all__ = ["gap_figure", "largest_changes"]

_HERE, _THERE, _LINE, _EDGE = "#ffffff", "#2a62b0", "#8391b3", "#1b2a5c"
"""Colours that stand out on light and on dark paper."""
_GRID = "rgba(131,145,179,0.4)"
_HEAD = 30

_Row: TypeAlias = tuple[int, int, int]
"""How far down, and how far across its ends A and B are."""


def largest_changes(changes: Sequence[Change], most: int) -> list[Change]:
    """At most so many changes: those of the most levels, the earlier first where they are equal.

    After: they stand in the order that they had.
    """
    kept = sorted(range(len(changes)), key=lambda i: -changes[i].steps)[:most]
    return [changes[i] for i in sorted(kept)]


def gap_figure(framework: Framework, changes: Sequence[Change]) -> dict[str, Any]:
    """A row for each change, with an A at the start's level and a B at the goal's.

    Every change has both ranks. *Not required* has a place below the lowest level if any needs it.
    """
    lowest = min([1, *(rank for change in changes for rank in _ranks(change))])
    levels = [framework.level_name(rank) for rank in range(lowest, len(framework.scale) + 1)]
    rows = [_row(y, change, lowest) for y, change in enumerate(changes)]
    names = [_label(framework, change) for change in changes]
    width = column_width(levels)
    layout = frame(LABEL + width * len(levels), _HEAD + ROW * len(rows) + 4, _HEAD)
    across = axis(
        [one_line(level) for level in levels],
        side="top",
        range=[-0.5, len(levels) - 0.5],
        showgrid=True,
        gridcolor=_GRID,
    )
    down = axis(names, range=[len(rows) - 0.5, -0.5])
    marks = [_ends(rows, 1, "A", _HERE, _EDGE), _ends(rows, 2, "B", _THERE, _HERE)]
    data = [*_lines(rows), _arrows(rows), *marks]
    return {"data": data, "layout": {**layout, "xaxis": across, "yaxis": down}}


def _row(y: int, change: Change, lowest: int) -> _Row:
    here, there = _ranks(change)
    return y, here - lowest, there - lowest


def _ranks(change: Change) -> tuple[int, int]:
    return change.start or NOT_REQUIRED, change.goal or NOT_REQUIRED


def _label(framework: Framework, change: Change) -> str:
    """The competency's name; below it the words of its own that its levels have."""
    competency = framework.competency(change.competency)
    own = [_own_word(framework, competency, rank) for rank in _ranks(change)]
    if not any(own):
        return named(change.competency)
    here, there = (framework.level_name(rank, competency) for rank in _ranks(change))
    return f"{named(change.competency, lines=1)}<br>{plain(f'{here} to {there}'[:24])}"


def _own_word(framework: Framework, competency: Competency, rank: int) -> bool:
    return framework.level_name(rank, competency) != framework.level_name(rank)


def _lines(rows: Sequence[_Row]) -> list[dict[str, Any]]:
    """Solid for a rise, dotted where less is asked for; one trace each."""
    kinds = (
        ("solid", [row for row in rows if row[2] > row[1]]),
        ("dot", [row for row in rows if row[2] < row[1]]),
    )
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for _, here, there in found for x in (here, there, None)],
            "y": [value for y, _, _ in found for value in (y, y, None)],
            "line": {"color": _LINE, "width": 4, "dash": dash},
            "hoverinfo": "skip",
        }
        for dash, found in kinds
        if found
    ]


def _arrows(rows: Sequence[_Row]) -> dict[str, Any]:
    symbols = [f"triangle-{'right' if there > here else 'left'}" for _, here, there in rows]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [(here + there) / 2 for _, here, there in rows],
        "y": [row[0] for row in rows],
        "marker": {"symbol": symbols, "size": 14, "color": _LINE},
        "hoverinfo": "skip",
    }


def _ends(rows: Sequence[_Row], end: int, letter: str, ground: str, ink: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row[end] for row in rows],
        "y": [row[0] for row in rows],
        "text": [letter] * len(rows),
        "textposition": "middle center",
        "textfont": {"size": 12, "weight": 600, "color": ink},
        "marker": {"size": 22, "color": ground, "line": {"color": _EDGE, "width": 2}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
