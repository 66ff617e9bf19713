"""The panel beside the map: `layout` shows an answer, `register` listens for the next question."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, no_update
from dash.development.base_component import Component
from dash.html import Div as Root

from jobtrack_viz.atlas import Atlas, MapNotReady, Published
from jobtrack_viz.errors import UnknownVersion, WithdrawnVersion
from layouts import html, ids
from layouts.answer import detail, result, shown
from layouts.levels import chart_buttons, levels_asked_for
from layouts.limiter import Limiter, TooBusy
from layouts.outcome import Outcome, outcome_of, settled
from layouts.planner import planner, swap_address
from layouts.posted import Choice, choice_of
from layouts.wishes import answers, in_force, texts

__all__ = ["layout", "register"]

_NOT_SHOWN = (UnknownVersion, WithdrawnVersion, MapNotReady)
"""Why the map of a page that is still open can be shown no more."""


def layout(published: Published, outcome: Outcome) -> Component:
    """Everything that the panel holds for one answer; Dash asks for a component at the top."""
    buttons = chart_buttons(published.framework, outcome)
    return Root(
        [
            planner(published, outcome),
            html.Div(id=ids.TROUBLE, role="alert"),
            html.Div(result(published, outcome), id=ids.RESULT),
            html.Div(
                [html.Div(buttons, id=ids.CHARTS), html.Div([], id=ids.LEVELS)],
                id=ids.LEVELS_BOX,
                className="levels-box",
                hidden=not buttons,
            ),
            html.Div(detail(published, outcome), id=ids.DETAIL),
            dcc.Store(id=ids.CHOICE),
            dcc.Store(id=ids.CHART),
            dcc.Store(id=ids.SHOWN, data=shown(published, outcome)),
        ],
        className="panel-body",
    )


def register(app: Dash, atlas: Atlas, limiter: Limiter) -> None:
    """Answer every choice that the page reports, and draw the levels when asked."""
    app.clientside_callback(
        ClientsideFunction("careerMap", "show"),
        Input(ids.SHOWN, "data"),
    )

    def answer(sent: object, *fields: str) -> tuple[Any, ...]:
        """The panel and the map's journey for one choice.

        A search field that already shows the right name is left alone, and so is a text that was
        typed since the page last named an end that nobody has chosen: somebody may be typing.
        Wishes that were filled in before both ends wait in their fields.
        """
        choice = choice_of(sent)
        try:
            with limiter.place_for(choice.query):
                return answered(choice, fields)
        except TooBusy:
            return (*[no_update] * 15, _busy())

    def answered(choice: Choice, fields: Sequence[str]) -> tuple[Any, ...]:
        fields = tuple(typed if isinstance(typed, str) else "" for typed in fields)
        try:
            published = atlas.at(choice.version)
        except _NOT_SHOWN:
            return (*[no_update] * 15, _outdated())
        outcome = settled(published, outcome_of(published, choice.query), on_page=True)
        names = [*_names_of_ends(outcome, choice, fields), *texts(outcome)]
        early = bool(choice.query.get("plan")) and not (outcome.start or outcome.goal)
        if early:
            names[2:] = fields[2:]
        buttons = chart_buttons(published.framework, outcome)
        return (
            *(no_update if new == old else new for new, old in zip(names, fields, strict=True)),
            *([no_update] * 3 if early else answers(outcome)),
            in_force(published, outcome),
            swap_address(outcome),
            result(published, outcome),
            detail(published, outcome),
            not buttons,
            buttons,
            [],
            shown(published, outcome),
            None,
        )

    app.callback(
        Output(ids.START, "value"),
        Output(ids.GOAL, "value"),
        Output(ids.VIA, "value"),
        Output(ids.AVOID, "value"),
        Output(ids.PEOPLE, "children"),
        Output(ids.DOWN, "children"),
        Output(ids.POSSIBLE, "children"),
        Output(ids.IN_FORCE, "children"),
        Output(ids.SWAP, "href"),
        Output(ids.RESULT, "children"),
        Output(ids.DETAIL, "children"),
        Output(ids.LEVELS_BOX, "hidden"),
        Output(ids.CHARTS, "children"),
        Output(ids.LEVELS, "children"),
        Output(ids.SHOWN, "data"),
        Output(ids.TROUBLE, "children"),
        Input(ids.CHOICE, "data"),
        State(ids.START, "value"),
        State(ids.GOAL, "value"),
        State(ids.VIA, "value"),
        State(ids.AVOID, "value"),
        prevent_initial_call=True,
    )(answer)

    def levels(wish: object, shown: object) -> list[Any]:
        """The charts that a pressed button stands for, or none."""
        asked = choice_of(shown)
        try:
            published = atlas.at(asked.version)
        except _NOT_SHOWN:
            return [_outdated()]
        try:
            with limiter.place_for(asked.query):
                outcome = outcome_of(published, asked.query)
                return levels_asked_for(published.framework, outcome, _named(wish))
        except TooBusy:
            return [_busy()]

    app.callback(
        Output(ids.LEVELS, "children", allow_duplicate=True),
        Input(ids.CHART, "data"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )(levels)


def _named(sent: object) -> Mapping[str, Any]:
    """What a page sent by name; anybody may send anything."""
    return sent if isinstance(sent, Mapping) else {}


def _names_of_ends(outcome: Outcome, choice: Choice, fields: Sequence[str]) -> Iterator[str]:
    """What both searches are to show: the end's name, else what is being typed there.

    ``names`` in the choice are those that the page showed when it asked.
    """
    for end, typed in zip((ids.START, ids.GOAL), fields, strict=False):
        shown = typed if choice.names is None else choice.names.get(end)
        yield outcome.name_of(end) or (typed if typed != (shown or "") else "")


def _busy() -> html.P:
    """Too many expensive answers at once; the address holds what was asked."""
    return html.P(
        [
            "Many readers ask for journeys that take long to find. Nothing is wrong with yours. ",
            html.A("Try again", href=""),
            " in a few seconds.",
        ]
    )


def _outdated() -> html.P:
    return html.P(
        ["This map has been updated. ", html.A("Reload to see the new one", href=""), "."]
    )
