"""The panel beside the map: `layout` shows an answer, `register` listens for the next question."""

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from jobtrack_viz.atlas import Atlas, MapNotReady, Published, UnknownVersion
from jobtrack_viz.model import About
from layouts import ids
from layouts.card import about, card, moves_from
from layouts.comparison import comparison_detail
from layouts.itinerary import in_figures, in_one_breath, itinerary, no_journey
from layouts.levels import levels_along_the_way
from layouts.outcome import Outcome, outcome_of
from layouts.overlay import overlay
from layouts.parts import end_disc, heading
from layouts.planner import planner, swap_address, unresolved
from layouts.role_list import role_list
from layouts.words import one_sentence

__all__ = ["layout", "page_title", "register"]

_SHOW, _HIDE = "Show the levels along the way", "Hide the levels"


def layout(published: Published, outcome: Outcome) -> html.Div:
    """Everything that the panel holds for one answer."""
    return html.Div(
        [
            planner(published.framework, published.titles, outcome),
            html.Div(id=ids.TROUBLE, role="alert"),
            html.Div(_result(published, outcome), id=ids.RESULT),
            html.Div(
                [
                    html.Button(_SHOW, id=ids.SHOW_LEVELS, type="button", className="button"),
                    html.Div([], id=ids.LEVELS),
                ],
                id=ids.LEVELS_BOX,
                className="levels-box",
                hidden=outcome.comparison is None,
            ),
            html.Div(_detail(published, outcome), id=ids.DETAIL),
            role_list(published.framework, outcome),
            dcc.Store(id=ids.CHOICE),
            dcc.Store(id=ids.SHOWN, data=_shown(published, outcome)),
        ],
        className="panel-body",
    )


def page_title(about: About, outcome: Outcome) -> str:
    """The title of the browser's tab."""
    if outcome.start and outcome.goal:
        return f"{outcome.start.name} to {outcome.goal.name} - {about.title}"
    chosen = outcome.start or outcome.goal
    return f"{chosen.name} - {about.title}" if chosen else about.title


def register(app: Dash, atlas: Atlas) -> None:
    """Answer every choice that the page reports, and draw the levels when asked."""
    app.clientside_callback(
        ClientsideFunction("careerMap", "show"),
        Input(ids.SHOWN, "data"),
    )

    @app.callback(
        Output(ids.START, "value"),
        Output(ids.GOAL, "value"),
        Output(ids.SWAP, "href"),
        Output(ids.RESULT, "children"),
        Output(ids.DETAIL, "children"),
        Output(ids.LEVELS_BOX, "hidden"),
        Output(ids.LEVELS, "children"),
        Output(ids.SHOW_LEVELS, "children"),
        Output(ids.ROLES, "open"),
        Output(ids.SHOWN, "data"),
        Output(ids.TROUBLE, "children"),
        Input(ids.CHOICE, "data"),
        prevent_initial_call=True,
    )
    def answer(choice: Mapping[str, Any]) -> tuple[Any, ...]:
        """The panel and the map's journey for one choice."""
        try:
            published = atlas.at(str(choice.get("version")))
        except (UnknownVersion, MapNotReady):
            return (*[no_update] * 10, _outdated())
        outcome = outcome_of(published, choice)
        asked = {end: text for end, text, _ in outcome.asked}
        return (
            outcome.start.name if outcome.start else asked.get("start", ""),
            outcome.goal.name if outcome.goal else asked.get("goal", ""),
            swap_address(outcome),
            _result(published, outcome),
            _detail(published, outcome),
            outcome.comparison is None,
            [],
            _SHOW,
            not (outcome.start or outcome.goal),
            _shown(published, outcome),
            None,
        )

    @app.callback(
        Output(ids.LEVELS, "children", allow_duplicate=True),
        Output(ids.SHOW_LEVELS, "children", allow_duplicate=True),
        Input(ids.SHOW_LEVELS, "n_clicks"),
        State(ids.LEVELS, "children"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def levels(_: int, now: list[Any], shown: Mapping[str, Any]) -> tuple[list[Any], str]:
        """The heat map, or nothing if it is there already."""
        if now:
            return [], _SHOW
        published = atlas.at(str(shown["version"]))
        return levels_along_the_way(published.framework, outcome_of(published, shown)), _HIDE


def _outdated() -> html.P:
    return html.P(
        ["This map has been updated. ", html.A("Reload to see the new one", href=""), "."],
        className="note",
    )


def _shown(published: Published, outcome: Outcome) -> dict[str, Any]:
    """What the map needs to know of an answer."""
    return {
        "version": published.id,
        "start": outcome.start.id if outcome.start else None,
        "goal": outcome.goal.id if outcome.goal else None,
        "pick": outcome.picked,
        "settled": not outcome.asked,
        "names": {
            "start": outcome.start.name if outcome.start else "",
            "goal": outcome.goal.name if outcome.goal else "",
        },
        "address": outcome.address,
        "stops": list(outcome.journey.stops) if outcome.journey else [],
        "overlay": overlay(published, outcome),
        "compared": outcome.comparison is not None,
        "said": _said(published, outcome),
        "title": page_title(published.framework.about, outcome),
    }


def _said(published: Published, outcome: Outcome) -> str:
    """What the status line says, and a screen reader reads out."""
    start, goal = outcome.start, outcome.goal
    if outcome.asked:
        return "A title is not linked yet. The panel offers the nearest roles."
    if start and goal and start.id == goal.id:
        return f"{start.name} is both start and goal. Choose another goal."
    if outcome.comparison and start and goal:
        way = "no described way"
        if outcome.journey:
            way = in_one_breath(published.framework, outcome.journey)
        return f"From {start.name} to {goal.name}: {way}. {one_sentence(outcome.comparison)}"
    if start:
        return f"Start: {start.name}. Choose a goal."
    if goal:
        return f"Goal: {goal.name}. Choose where you start."
    return "Choose where you start."


def _result(published: Published, outcome: Outcome) -> list[Any]:
    """The top of the answer: what was asked, the card of one station, or the journey."""
    facts_about = published.framework.about
    start, goal = outcome.start, outcome.goal
    parts: list[Any] = unresolved(facts_about, outcome)
    if start and goal and start.id == goal.id:
        parts.append(_same(published, outcome))
    elif outcome.comparison and start and goal:
        ends = [_end("A", "From ", start.name), _end("B", "To ", goal.name)]
        parts.append(heading(2, *ends, id="result-heading", className="ends", tabIndex=-1))
        parts.append(html.P(one_sentence(outcome.comparison), className="headline"))
        parts.append(in_figures(outcome, outcome.comparison.grades_up))
        if outcome.journeys:
            parts.append(itinerary(published.framework, outcome))
        else:
            parts.append(no_journey(facts_about, start, goal))
    elif start:
        parts.append(card(published.network, start))
    elif goal:
        parts.append(card(published.network, goal, as_goal=True))
    elif not outcome.asked:
        parts.append(_welcome())
    return parts


def _end(letter: str, word: str, name: str) -> html.Span:
    return html.Span([end_disc(letter), html.Span(word, className="unseen"), name], className="end")


def _welcome() -> html.P:
    return html.P(
        "Choose two stations: where you are, and where you might go. You will read the journey, "
        "and what you would develop on the way.",
        className="welcome",
    )


def _same(published: Published, outcome: Outcome) -> html.Section:
    role = outcome.start
    if role is None:
        return html.Section([])
    return html.Section(
        [
            html.P(
                f"You are already there: {role.name} is both your start and your goal. "
                "Choose another station as your goal.",
                className="note",
            ),
            card(published.network, role),
        ]
    )


def _detail(published: Published, outcome: Outcome) -> list[Any]:
    """The rest of the answer: both halves, then the goal's own card."""
    if outcome.comparison is None or outcome.goal is None:
        return []
    goal = outcome.goal
    more = html.Details(
        [
            html.Summary(f"About {goal.name}"),
            *about(published.framework, goal),
            *moves_from(published.network, goal),
        ],
        className="more",
    )
    return [*comparison_detail(published.framework, outcome.comparison), more]
