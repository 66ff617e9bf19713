"""The journeys as numbered stops, each leg in words."""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.advice import grades_of
from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.comparison_words import stop_marks
from jobtrack_viz.drawing.journey_words import figures_of, name_of, reason_for, ties_of
from jobtrack_viz.drawing.phrases import grades_in_words
from jobtrack_viz.journeys import Journey
from jobtrack_viz.model import Framework, Role
from layouts import html
from layouts.leg import legs_told
from layouts.outcome import Outcome
from layouts.parts import disc, facts, heading, line_style, outward
from layouts.practice import not_described
from layouts.words import figures_of_way

__all__ = ["in_figures", "itinerary", "outward_links"]


_NOT_ALL = (
    "Not every way could be looked at for so many wishes; there may be better journeys than these."
)


def itinerary(published: Published, outcome: Outcome) -> html.Section:
    """The journeys to choose from, and the stops of the chosen one."""
    journey = outcome.journey
    if journey is None or outcome.start is None or outcome.goal is None:
        return html.Section([])
    framework = published.framework
    parts: list[Any] = [heading(3, "The journey")]
    if len(outcome.journeys) > 1:
        parts = [heading(3, f"{len(outcome.journeys)} journeys"), _choices(outcome)]
    parts += _remarks(outcome, journey)
    parts.append(html.Ol(_stops(published, journey), className="stops"))
    parts += outward_links(framework, outcome.goal)
    parts += not_described(framework, [leg.kind for leg in journey.legs])
    return html.Section(parts, className="itinerary")


def outward_links(framework: Framework, goal: Role) -> list[html.Div]:
    """The way to vacancies, and to the pay scale of the goal's grades, as far as there is one."""
    found = outward("Vacancies", framework.about.vacancies)
    for grade in grades_of(framework, goal):
        found += outward(f"Pay scale: {grades_in_words([grade.label])}", grade.link)
    return [html.Div(found, className="outward")] if found else []


def _choices(outcome: Outcome) -> html.Nav:
    links = []
    for number, journey in enumerate(outcome.journeys, 1):
        current = {"aria-current": "true"} if number == outcome.picked else {}
        reason = reason_for(journey, len(outcome.journeys))
        words = [
            html.Span(name_of(journey), className="name"),
            f": {reason[:1].lower()}{reason[1:]} ",
            html.Span(figures_of(journey), className="quiet"),
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


def _remarks(outcome: Outcome, journey: Journey) -> Iterator[html.P]:
    """That there may be better ones, why a journey is the only one, that others are as good."""
    reason = reason_for(journey, 1) if len(outcome.journeys) == 1 else ""
    part = "" if outcome.complete else _NOT_ALL
    words = [text for text in (part, reason, ties_of(journey)) if text]
    if words:
        yield html.P(" ".join(words), className="hint")


def _stops(published: Published, journey: Journey) -> list[html.Li]:
    framework = published.framework
    marks = stop_marks(journey)
    told = [*legs_told(framework, journey.legs), None]
    legs = [*journey.legs, None]
    found = []
    for role_id, mark, leg, words in zip(journey.stops, marks, legs, told, strict=True):
        colour = published.colours.get(leg.track) if leg and leg.along else None
        parts = [*_stop(framework.role(role_id), mark), *([words] if words else [])]
        found.append(html.Li(parts, style=line_style(colour) if colour else {}))
    return found


def _stop(role: Role, mark: str) -> list[html.Span]:
    parts = [
        disc(mark),
        html.Span(role.name, className="name"),
    ]
    if role.status == "closed":
        parts.append(html.Span(" no longer recruited to", className="quiet"))
    return parts


def in_figures(outcome: Outcome, grades: float | None) -> html.P:
    """Moves, grades and changes of track of the chosen journey, in one line."""
    return facts(*figures_of_way(grades, outcome.journey))
