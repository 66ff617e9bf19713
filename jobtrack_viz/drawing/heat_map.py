"""Heat maps of levels: the word in every cell, and a shade of blue that says the same."""

from collections.abc import Sequence
from html import unescape
from typing import Any

from jobtrack_viz.drawing.chart_frame import (
    INK,
    LABEL,
    ROW,
    axis,
    column_width,
    frame,
    named,
    one_line,
)
from jobtrack_viz.drawing.chart_parts import plain
from jobtrack_viz.drawing.level_rows import LevelRow, level_word
from jobtrack_viz.model import Framework

__all__ = ["levels_figure", "matrix_figure"]

_PAPER, _NOT_STATED, _LOWEST, _HIGHEST = "#ffffff", "#ffffff", "#e6eef8", "#719fd6"
_HEAD, _LINE, _LETTER = 28, 15, 6.5
_MOST_UPRIGHT = 8
"""Columns whose titles are written upright; of more they stand on end."""
_UPRIGHT, _ON_END = (12, 4), (26, 2)
"""Letters on a line of a title, and lines."""


def levels_figure(
    framework: Framework, rows: Sequence[LevelRow], marks: Sequence[str]
) -> dict[str, Any]:
    """A journey's levels: competencies down, stops across under their marks."""
    words = [
        [level_word(framework, competency, rank) for rank in ranks] for competency, ranks in rows
    ]
    heads = axis([plain(mark) for mark in marks], side="top")
    shades = [[-1 if rank is None else rank for rank in ranks] for _, ranks in rows]
    return _figure(framework, rows, words, shades, heads, _HEAD, column_width(_all(words)))


def matrix_figure(
    framework: Framework, rows: Sequence[LevelRow], titles: Sequence[str]
) -> dict[str, Any]:
    """A track's language matrix: roles across under their titles; not stated is a blank cell."""
    words = [
        [level_word(framework, competency, rank) if rank is not None else "" for rank in ranks]
        for competency, ranks in rows
    ]
    if len(titles) > _MOST_UPRIGHT:
        heads = [named(title, *_ON_END) for title in titles]
        across, top = axis(heads, side="top", tickangle=-90), _ON_END[0] * _LETTER
        width = column_width(_all(words))
    else:
        heads = [named(title, *_UPRIGHT) for title in titles]
        across, top = axis(heads, side="top", tickangle=0), _UPRIGHT[1] * _LINE
        lines = [line for head in heads for line in head.split("<br>")]
        width = column_width([*_all(words), *map(unescape, lines)])
    shades = [ranks for _, ranks in rows]
    return _figure(framework, rows, words, shades, across, top + 8, width)


def _figure(
    framework: Framework,
    rows: Sequence[LevelRow],
    words: Sequence[Sequence[str]],
    shades: Sequence[Sequence[int | None]],
    heads: dict[str, Any],
    top: float,
    width: float,
) -> dict[str, Any]:
    """``top`` pixels for the heads, and columns of at least ``width``.

    A cell without a shade lets the page show through, light or dark, and has no word.
    """
    columns = len(heads["ticktext"])
    heat = {
        "type": "heatmap",
        "x": list(range(columns)),
        "y": list(range(len(rows))),
        "z": [list(row) for row in shades],
        "text": [[one_line(word) for word in row] for row in words],
        "texttemplate": "%{text}",
        "textfont": {"size": 12, "color": INK},
        "zmin": -1,
        "zmax": max(len(framework.scale), 1),
        "colorscale": _colours(len(framework.scale)),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }
    layout = frame(LABEL + width * columns, top + ROW * len(rows) + 4, top)
    names = axis([named(competency.name) for competency, _ in rows], autorange="reversed")
    return {"data": [heat], "layout": {**layout, "xaxis": heads, "yaxis": names}}


def _all(words: Sequence[Sequence[str]]) -> list[str]:
    return [word for row in words for word in row]


def _colours(levels: int) -> list[list[Any]]:
    """White for *not stated*, then from pale to dark blue; the word in the cell says the same."""
    last = levels + 1
    return [[0.0, _NOT_STATED], [1 / last, _PAPER], [min(2 / last, 1.0), _LOWEST], [1.0, _HIGHEST]]
