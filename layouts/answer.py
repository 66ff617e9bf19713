"""One answer in words: the title, the status line, the top of the panel and the rest of it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.level_words import in_one_sentence
from jobtrack_viz.gaps import Comparison
from jobtrack_viz.model import About
from layouts import html, ids
from layouts.card import about, card
from layouts.comparison import comparison_detail
from layouts.itinerary import in_figures, itinerary, outward_links
from layouts.library import job_description
from layouts.marks import my_own_levels
from layouts.moves import moves_from
from layouts.no_way import no_way
from layouts.outcome import Outcome, view_of
from layouts.overlay import overlay, stops_of
from layouts.parts import disc, folded, heading
from layouts.planner import unresolved
from layouts.practice import how_moves_happen, stories, stories_about
from layouts.present import slides
from layouts.reach import where_to
from layouts.reach_words import reach_in_a_sentence, said_of_stations
from layouts.whereabouts import off_the_map
from layouts.width import ladder_words, width_link
from layouts.wishes import unfit
from layouts.words import DISCLAIMER, count_of, kind_between

__all__ = ["detail", "page_title", "result", "shown"]


def page_title(about: About, outcome: Outcome) -> str:
    """The title of the browser's tab."""
    if outcome.start and outcome.goal:
        return f"{outcome.start.name} to {outcome.goal.name} - {about.title}"
    if outcome.start and outcome.wishes.reach:
        return f"Where could I go from {outcome.start.name}? - {about.title}"
    chosen = outcome.start or outcome.goal
    return f"{chosen.name} - {about.title}" if chosen else about.title


def shown(published: Published, outcome: Outcome) -> dict[str, Any]:
    """What the map needs to know of an answer."""
    return {
        "version": published.id,
        "start": outcome.start_id,
        "goal": outcome.goal_id,
        "pick": outcome.picked,
        "settled": not outcome.asked,
        "names": {end: outcome.name_of(end) for end in (ids.START, ids.GOAL)},
        "address": outcome.address,
        "view": urlencode(outcome.frame),
        "plan": urlencode(outcome.wishes.query),
        "stops": stops_of(published, outcome),
        "reach": said_of_stations(published, outcome),
        "overlay": overlay(published, outcome),
        "compared": outcome.comparison is not None,
        "instead": view_of(published, outcome).instead,
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
        way = "no described way" if outcome.complete else "no way found yet"
        if outcome.journey:
            way = count_of(len(outcome.journey.legs), "move")
        told = in_one_sentence(published.framework, outcome.comparison)
        return f"From {start.name} to {goal.name}: {way}. {told}"
    if start and outcome.wishes.reach:
        words = reach_in_a_sentence(outcome, start)
        return f"{words} Numbers in the rings are levels more." if outcome.within_reach else words
    if start:
        return f"Start: {start.name}. Choose a goal."
    if goal:
        return f"Goal: {goal.name}. Choose where you start."
    return "Choose where you start."


def result(published: Published, outcome: Outcome) -> list[Any]:
    """The top of the answer: what was asked, the card of one station, or the journey."""
    start, goal = outcome.start, outcome.goal
    parts: list[Any] = [
        *unresolved(published, outcome),
        *unfit(published, outcome),
        *off_the_map(published, outcome),
    ]
    if start and goal and start.id == goal.id:
        parts.append(_same(published, outcome))
    elif outcome.comparison and outcome.wishes.present:
        parts.append(slides(published, outcome, outcome.comparison))
    elif outcome.comparison and start and goal:
        parts += _journey(published, outcome, outcome.comparison)
    elif start and outcome.wishes.reach:
        parts.append(where_to(published, outcome, start))
    elif start:
        parts.append(card(published, outcome, start))
    elif goal:
        parts.append(card(published, outcome, goal, as_goal=True))
        parts += my_own_levels(published, outcome)
    elif not outcome.asked:
        parts.append(_welcome())
    return parts


def _journey(published: Published, outcome: Outcome, comparison: Comparison) -> Iterator[Any]:
    """Both ends, the whole in a sentence and in figures, the stops, and how such moves happen."""
    framework, start, goal = published.framework, comparison.start, comparison.goal
    ends = [_end("A", "From ", start.name), _end("B", "To ", goal.name)]
    yield heading(2, *ends, id="result-heading", className="ends", tabIndex=-1)
    yield html.P(in_one_sentence(framework, comparison), className="headline")
    yield in_figures(outcome, comparison.grades_up)
    take_away = html.P(html.A("A page to take away", href=f"/plan{outcome.address}"))
    yield html.Div([width_link(outcome), take_away], className="views")
    if outcome.journeys:
        yield itinerary(published, outcome)
        return
    yield from no_way(published, outcome)
    kinds = [kind_between(comparison)] if framework.processes else []
    how = how_moves_happen(framework, kinds)
    yield html.Section([*how, *outward_links(framework, goal)], className="itinerary")


def _end(letter: str, word: str, name: str) -> html.Span:
    return html.Span([disc(letter), html.Span(word, className="unseen"), name], className="end")


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
            card(published, outcome, role),
        ]
    )


def detail(published: Published, outcome: Outcome) -> list[Any]:
    """The rest of the answer: both halves, stories, then the goal's document and its own card."""
    if outcome.comparison is None or outcome.goal is None or outcome.wishes.present:
        return []
    framework, goal = published.framework, outcome.goal
    legs = outcome.journey.legs if outcome.journey else ()
    told = stories_about(framework, outcome.comparison.start.id, goal.id, legs)
    more = [*about(framework, goal), *moves_from(published.network, outcome, goal)]
    return [
        comparison_detail(framework, outcome.comparison, ladder_words(outcome)),
        *my_own_levels(published, outcome),
        *stories(framework, outcome, told),
        html.P(DISCLAIMER, className="disclaimer"),
        *job_description(framework, goal, f"Job description of {goal.name}", "more about-goal"),
        folded(heading(3, f"About {goal.name}"), more, "more about-goal"),
    ]
