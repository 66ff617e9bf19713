"""Plotly charts as plain dictionaries. Text is escaped here: Plotly reads some of it as markup."""

import textwrap
from collections.abc import Sequence
from html import escape
from typing import Any

from jobtrack_viz.drawing.map_chart import map_figure
from jobtrack_viz.model import Competency, Framework, Role

__all__ = ["level_word", "levels_figure", "map_figure", "rows_of_levels"]

_PAPER, _INK = "#ffffff", "#1b2a5c"
_CLEAR = "rgba(0,0,0,0)"
"""The page shows through, light or dark; the page's styles give the names their ink."""
_NOT_STATED, _LOWEST, _HIGHEST = "#ffffff", "#e6eef8", "#719fd6"
_FONT = "Career Sans, Arial, sans-serif"
_ROW, _HEAD, _LABEL = 34, 28, 132
_LONGEST_LABEL, _LABEL_WRAP = 80, 20
_MOST_ROWS = 25
"""Competencies that a reader can survey in one picture."""


def rows_of_levels(
    framework: Framework, roles: Sequence[Role]
) -> list[tuple[Competency, list[int | None]]]:
    """Each competency that one of the roles states, with its rank in every role.

    Where they would be more than 25, those are left out that only one role in between states.
    """
    rows = [
        (competency, [role.levels.get(competency.name) for role in roles])
        for competency in framework.competencies
        if any(competency.name in role.levels for role in roles)
    ]
    if len(rows) <= _MOST_ROWS:
        return rows
    return [
        (competency, ranks)
        for competency, ranks in rows
        if ranks[0] is not None
        or ranks[-1] is not None
        or sum(rank is not None for rank in ranks) > 1
    ]


def level_word(framework: Framework, competency: Competency, rank: int | None) -> str:
    """The competency's own word for a rank, else the scale's; ``not stated`` for None."""
    return "not stated" if rank is None else framework.level_name(rank, competency)


def levels_figure(
    framework: Framework, roles: Sequence[Role], marks: Sequence[str]
) -> dict[str, Any]:
    """A heat map: competencies down, stops across, the level's word written in every cell."""
    rows = rows_of_levels(framework, roles)
    ranks = [[-1 if rank is None else rank for rank in found] for _, found in rows]
    words = [
        [_plain(level_word(framework, competency, rank)) for rank in found]
        for competency, found in rows
    ]
    heat = {
        "type": "heatmap",
        "x": list(range(len(roles))),
        "y": list(range(len(rows))),
        "z": ranks,
        "text": words,
        "texttemplate": "%{text}",
        "textfont": {"size": 12, "color": _INK},
        "zmin": -1,
        "zmax": max(len(framework.scale), 1),
        "colorscale": _colours(len(framework.scale)),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }
    return {"data": [heat], "layout": _layout([competency.name for competency, _ in rows], marks)}


def _layout(names: Sequence[str], marks: Sequence[str]) -> dict[str, Any]:
    quiet = {"showgrid": False, "zeroline": False, "fixedrange": True, "ticks": ""}
    return {
        "height": _HEAD + _ROW * len(names) + 4,
        "margin": {"l": _LABEL, "r": 2, "t": _HEAD, "b": 2},
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "font": {"family": _FONT, "size": 12, "color": _INK},
        "xaxis": {**quiet, "side": "top", **_ticks([_plain(mark) for mark in marks])},
        "yaxis": {**quiet, "autorange": "reversed", **_ticks([_wrapped(name) for name in names])},
    }


def _ticks(texts: Sequence[str]) -> dict[str, Any]:
    return {"tickmode": "array", "tickvals": list(range(len(texts))), "ticktext": list(texts)}


def _colours(levels: int) -> list[list[Any]]:
    """White for *not stated*, then from pale to dark blue; the word in the cell says the same."""
    last = levels + 1
    return [[0.0, _NOT_STATED], [1 / last, _PAPER], [min(2 / last, 1.0), _LOWEST], [1.0, _HIGHEST]]


def _wrapped(text: str) -> str:
    lines = textwrap.wrap(text[:_LONGEST_LABEL], _LABEL_WRAP)
    return "<br>".join(_plain(line) for line in lines)


def _plain(text: str) -> str:
    """Text that Plotly shows as it stands, on one line."""
    return escape(" ".join(text.split())[:_LONGEST_LABEL], quote=False)
