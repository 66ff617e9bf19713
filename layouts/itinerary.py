"""The journeys as numbered stops, each leg in words."""

from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.comparison_words import stop_marks
from jobtrack_viz.gaps import compare
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import About, Framework, Role
from layouts import html
from layouts.outcome import Outcome
from layouts.parts import contact, facts, heading, line_style, outward
from layouts.practice import how_moves_happen
from layouts.words import count_of, grades_higher, levels_more, new_skills, way_of_move

__all__ = ["in_figures", "itinerary", "no_journey"]

_LABELS = {"gentlest": "Gentlest", "most direct": "Most direct"}


def itinerary(published: Published, outcome: Outcome) -> html.Section:
    """The journeys to choose from, and the stops of the chosen one."""
    journey = outcome.journey
    if journey is None or outcome.start is None or outcome.goal is None:
        return html.Section([])
    parts: list[Any] = [heading(3, "The journey")]
    if len(outcome.journeys) > 1:
        parts.append(_choices(outcome))
    parts.append(html.Ol(_stops(published, journey), className="stops"))
    parts += how_moves_happen(published.framework, [leg.kind for leg in journey.legs])
    return html.Section(parts, className="itinerary")


def no_journey(about: About, start: Role, goal: Role) -> html.P:
    """What to say when no chain of moves joins two roles."""
    return html.P(
        [
            f"No one has described a way from {start.name} to {goal.name}. "
            "You can still compare them. Talk to your manager or ",
            *contact(about, "HR"),
            ".",
        ],
        className="note",
    )


def _choices(outcome: Outcome) -> html.Nav:
    links = []
    for number, journey in enumerate(outcome.journeys, 1):
        current = {"aria-current": "true"} if number == outcome.picked else {}
        words = [
            html.Span(_LABELS.get(journey.label, journey.label.capitalize()), className="name"),
            html.Span(_in_short(journey), className="quiet"),
        ]
        links.append(
            html.A(
                words,
                href=outcome.link(outcome.start_id, outcome.goal_id, number),
                className="choice",
                **current,
            )
        )
    return html.Nav(links, className="choices", **{"aria-label": "Journeys"})


def _in_short(journey: Journey) -> str:
    moves = count_of(len(journey.legs), "move")
    if journey.largest_step is None:
        return moves
    return f"{moves}, at most {count_of(journey.largest_step, 'level')} more in one move"


def _stops(published: Published, journey: Journey) -> list[html.Li]:
    framework = published.framework
    marks = stop_marks(journey)
    legs: list[Leg | None] = [*journey.legs, None]
    found = []
    for role_id, mark, leg in zip(journey.stops, marks, legs, strict=True):
        colour = published.colours.get(leg.track) if leg and leg.along else None
        parts = _stop(framework, framework.role(role_id), mark, leg)
        found.append(html.Li(parts, style=line_style(colour) if colour else {}))
    return found


def _stop(framework: Framework, role: Role, mark: str, leg: Leg | None) -> list[Any]:
    parts: list[Any] = [
        html.Span(
            mark, className="disc" if mark in "AB" else "disc via", **{"aria-hidden": "true"}
        ),
        html.Span(role.name, className="name"),
    ]
    if role.status == "closed":
        parts.append(html.Span(" no longer recruited to", className="quiet"))
    if leg is not None:
        parts.append(_leg(framework, leg))
    return parts


def _leg(framework: Framework, leg: Leg) -> html.Div:
    comparison = compare(framework, framework.role(leg.source), framework.role(leg.target))
    new = new_skills(comparison)
    parts: list[Any] = [
        html.P(way_of_move(framework, leg), className="way"),
        facts(
            grades_higher(comparison.grades_up),
            levels_more(comparison),
            count_of(new, "new skill") if new else "",
        ),
    ]
    if leg.kind == "possible":
        parts.append(html.P("Possible: nobody has described this move.", className="hint"))
    if leg.note:
        parts.append(html.P(leg.note, className="how"))
    parts += outward("How this move happens", leg.link)
    kind = "leg possible" if leg.kind == "possible" else "leg"
    return html.Div(parts, className=kind if leg.along else f"{kind} walk")


def in_figures(outcome: Outcome, grades: float | None) -> html.P:
    """Moves, grades and changes of track of the chosen journey, in one line."""
    journey = outcome.journey
    if journey is None:
        return facts(grades_higher(grades))
    changes = count_of(journey.changes, "change of track", "changes of track")
    return facts(
        count_of(len(journey.legs), "move"),
        changes if journey.changes else "",
        grades_higher(grades),
    )
