"""The levels along the way: a heat map, and the same as a table."""

from typing import Any

from dash import dcc

from jobtrack_viz.drawing.charts import level_word, levels_figure, rows_of_levels
from jobtrack_viz.drawing.comparison_words import stop_marks
from jobtrack_viz.model import Competency, Framework, Role
from layouts import html
from layouts.outcome import Outcome
from layouts.parts import heading
from layouts.words import count_of

__all__ = ["has_levels", "levels_along_the_way"]


def has_levels(framework: Framework, outcome: Outcome) -> bool:
    """True if two roles are compared and a stop between them or one of them states a level."""
    return outcome.comparison is not None and any(
        role.levels for role in _stops(framework, outcome)[0]
    )


def levels_along_the_way(framework: Framework, outcome: Outcome) -> list[Any]:
    """The journey's language matrix, or that of the two roles where no journey joins them."""
    roles, marks = _stops(framework, outcome)
    if not rows_of_levels(framework, roles):
        return [html.P("The workbook states no levels for these roles.")]
    figure = levels_figure(framework, roles, marks)
    chart = dcc.Graph(
        figure=figure,
        style={"height": f"{figure['layout']['height']}px"},
        config={"staticPlot": True, "displayModeBar": False, "responsive": True},
        responsive=True,
    )
    picture = html.Div(
        chart,
        role="img",
        className=f"heat stops-{min(len(roles), 9)}",
        **{
            "aria-label": "Heat map of the levels; the table below says the same.",
            "data-address": outcome.address,
        },
    )
    stated = {name for role in roles for name in role.levels}
    left_out = len(stated) - len(rows_of_levels(framework, roles))
    left = count_of(left_out, "competency", "competencies")
    words = f"Not shown: {left} that only one role in between states."
    return [
        heading(3, "The levels along the way"),
        *([html.P(words, className="hint")] if left_out else []),
        _scrolling(picture, "Levels along the way, as a picture"),
        _scrolling(_table(framework, roles, marks), "Levels along the way, as a table"),
    ]


def _scrolling(content: Any, name: str) -> html.Div:
    return html.Div(content, className="table", tabIndex=0, role="region", **{"aria-label": name})


def _stops(framework: Framework, outcome: Outcome) -> tuple[list[Role], list[str]]:
    if outcome.journey is not None:
        roles = [framework.role(role_id) for role_id in outcome.journey.stops]
        return roles, stop_marks(outcome.journey)
    return [role for role in (outcome.start, outcome.goal) if role], ["A", "B"]


def _table(framework: Framework, roles: list[Role], marks: list[str]) -> html.Table:
    head = [html.Th("Competency", scope="col")]
    head += [
        html.Th([html.B(mark), f" {role.name}"], scope="col")
        for role, mark in zip(roles, marks, strict=True)
    ]
    body = [
        html.Tr(
            [
                html.Th(competency.name, scope="row"),
                *(_level(framework, competency, rank) for rank in ranks),
            ]
        )
        for competency, ranks in rows_of_levels(framework, roles)
    ]
    return html.Table(
        [html.Caption("The same as a table"), html.Thead(html.Tr(head)), html.Tbody(body)]
    )


def _level(framework: Framework, competency: Competency, rank: int | None) -> html.Td:
    """A level stands out from what is not stated."""
    word = level_word(framework, competency, rank)
    return html.Td(word, className="quiet") if rank is None else html.Td(word)
