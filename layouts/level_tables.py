"""A chart in its frame, and the table that says the same: both scroll, also by keyboard."""

from collections.abc import Iterator, Sequence
from typing import Any

from dash import dcc

from jobtrack_viz.drawing.charts import LevelRow, level_word
from jobtrack_viz.gaps import Change
from jobtrack_viz.model import Competency, Framework
from layouts import html
from layouts.parts import MOST_ITEMS
from layouts.words import count_of, joined

__all__ = [
    "MOST_CELLS",
    "MOST_ROWS",
    "gap_table",
    "hints",
    "levels_table",
    "parts_shown",
    "picture",
]

MOST_ROWS, MOST_CELLS = 40, 6000
"""Competencies that a picture shows, and cells that a table holds."""

_NO_GROUP = "Other competencies"


def picture(figure: dict[str, Any], name: str, address: str) -> html.Div:
    """A chart that a screen reader hears of by its name; wider than its frame, it scrolls.

    ``address`` is that of the answer it belongs to.
    """
    layout = figure["layout"]
    chart = dcc.Graph(
        figure=figure,
        style={"height": f"{layout['height']}px", "minWidth": f"{layout['meta']['width']}px"},
        config={"staticPlot": True, "displayModeBar": False, "responsive": True},
        responsive=True,
    )
    told = {"aria-label": f"{name}; the table below says the same.", "data-address": address}
    framed = html.Div(chart, role="img", className="chart", **told)
    return _scrolling(framed, f"{name}, a picture", "table")


def levels_table(
    framework: Framework, rows: Sequence[LevelRow], heads: Sequence[Any], name: str
) -> html.Div:
    """Competencies down, by group where they have groups; a column under each head."""
    columns = [html.Th(head, scope="col") for head in ("Competency", *heads)]
    bodies = [
        html.Tbody(
            [
                *_group(title, len(columns)),
                *(_row(framework, competency, r) for competency, r in found),
            ]
        )
        for title, found in _by_group(rows)
    ]
    return _table(columns, bodies, name, len(rows))


def gap_table(
    framework: Framework, changes: Sequence[Change], heads: Sequence[Any], name: str
) -> html.Div:
    """A row for each change: both levels, and how many levels more or less."""
    columns = [html.Th(head, scope="col") for head in ("Competency", *heads, "Difference")]
    rows = []
    for change in changes:
        competency = framework.competency(change.competency)
        more = "more" if (change.goal or 0) > (change.start or 0) else "less"
        cells = [_level(framework, competency, rank) for rank in (change.start, change.goal)]
        difference = html.Td(f"{count_of(change.steps, 'level')} {more}")
        rows.append(html.Tr([html.Th(competency.name, scope="row"), *cells, difference]))
    return _table(columns, [html.Tbody(rows)], name, len(rows))


def parts_shown(
    what: str, competencies: tuple[int, int], roles: tuple[int, int] = (0, 0), which: str = ""
) -> list[str]:
    """Which part of all there is a picture or a table shows; nothing if it shows all.

    Each pair is how many it shows, and how many there are.
    """
    pairs = ((roles, "roles"), (competencies, "competencies"))
    parts = [f"{shown} of {known} {name}" for (shown, known), name in pairs if shown < known]
    if not parts:
        return []
    return [f"The {what} shows {joined(parts)}{f': {which}' if which else ''}."]


def hints(sentences: Sequence[str]) -> list[html.P]:
    """Sentences in one quiet paragraph; nothing for none."""
    return [html.P(" ".join(sentences), className="hint")] if sentences else []


def _table(columns: list[Any], bodies: list[Any], name: str, rows: int) -> html.Div:
    """A table; one of very many rows scrolls under its own headings."""
    head = html.Thead(html.Tr(columns))
    table = html.Table([html.Caption("The same as a table"), head, *bodies])
    return _scrolling(table, f"{name}, a table", "table tall" if rows > MOST_ITEMS else "table")


def _scrolling(content: Any, name: str, kind: str) -> html.Div:
    return html.Div(content, className=kind, tabIndex=0, role="region", **{"aria-label": name})


def _by_group(rows: Sequence[LevelRow]) -> Iterator[tuple[str, list[LevelRow]]]:
    """Rows under the name of their group; no name where all of them are of one."""
    groups = dict.fromkeys(competency.group for competency, _ in rows)
    if len(groups) < 2:
        yield "", list(rows)
        return
    for group in sorted(groups, key=lambda group: not group):
        yield group or _NO_GROUP, [row for row in rows if row[0].group == group]


def _group(title: str, columns: int) -> list[html.Tr]:
    if not title:
        return []
    return [html.Tr(html.Th(title, scope="rowgroup", colSpan=columns), className="group")]


def _row(framework: Framework, competency: Competency, ranks: Sequence[int | None]) -> html.Tr:
    cells = [_level(framework, competency, rank) for rank in ranks]
    return html.Tr([html.Th(competency.name, scope="row"), *cells])


def _level(framework: Framework, competency: Competency, rank: int | None) -> html.Td:
    """A level stands out from what is not stated."""
    word = level_word(framework, competency, rank)
    return html.Td(word, className="quiet") if rank is None else html.Td(word)
