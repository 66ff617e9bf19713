"""One move of a journey: what it is, what it asks for, how it happens here, who tells of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from jobtrack_viz.advice import processes_for
from jobtrack_viz.drawing.journey_words import about_kind
from jobtrack_viz.gaps import Change, Comparison, compare
from jobtrack_viz.guidance import Process
from jobtrack_viz.journeys import Leg
from jobtrack_viz.model import Framework
from layouts import html
from layouts.changes import levels_of
from layouts.helps import what_helps
from layouts.parts import facts, folded, outward, plain_list
from layouts.practice import process_told, stories_of_move
from layouts.words import figures_of_move, joined, way_of_move

__all__ = ["legs_told"]


def legs_told(framework: Framework, legs: Sequence[Leg]) -> Iterator[html.Div]:
    """Each leg in words; a text that serves several of them stands at the first one.

    A journey of one leg leaves what is to develop to the comparison, which says just that.
    """
    told: dict[Process, str] = {}
    for number, leg in enumerate(legs, 1):
        ends = framework.role(leg.source), framework.role(leg.target)
        comparison = compare(framework, *ends)
        parts = [*_what(framework, leg, comparison)]
        if len(legs) > 1:
            parts += _to_develop(framework, comparison, number)
        parts += _conditions(comparison)
        parts += _how(framework, leg.kind, number, told)
        parts += stories_of_move(framework, leg)
        kind = "leg possible" if leg.kind == "possible" else "leg"
        yield html.Div(parts, className=kind if leg.along else f"{kind} walk")


def _what(framework: Framework, leg: Leg, comparison: Comparison) -> Iterator[Any]:
    """The kind of move, its figures, and what the workbook says of it."""
    kind = about_kind(leg.kind)
    more = [html.Span(f": {kind}", className="quiet")] if kind else []
    yield html.P([way_of_move(framework, leg), *more], className="way")
    yield facts(*figures_of_move(comparison, leg.kind))
    if leg.kind == "possible":
        yield html.P("Possible: nobody has described this move.", className="hint")
    if leg.note:
        yield html.P(leg.note, className="how")
    yield from outward("More about this move", leg.link)


def _to_develop(framework: Framework, comparison: Comparison, number: int) -> list[Any]:
    """What rises on this move with the ladder's words, and which skills are new; folded."""
    skills = comparison.skills
    new = [skill.name for skill in skills.learnable]
    experience = [skill.name for skill in skills.experience]
    parts: list[Any] = []
    if comparison.develop:
        parts.append(
            plain_list([_row(framework, c) for c in comparison.develop], "changes develop")
        )
    if new:
        parts.append(html.P([html.B("New to learn: "), joined(new), "."]))
    if experience:
        parts.append(html.P([html.B("New experience, to gain at work: "), joined(experience), "."]))
    if not parts:
        return []
    title = ["What to develop", html.Span(f" with move {number}", className="unseen")]
    return [folded(title, parts, "fold behind")]


def _row(framework: Framework, change: Change) -> list[Any]:
    words = [plain_list(change.statements, "statements")] if change.statements else []
    title = html.Span(change.competency, className="name")
    return [title, levels_of(framework, change), *words, *what_helps(framework, change)]


def _conditions(comparison: Comparison) -> list[html.P]:
    """Qualifications that the target asks for: no matter of learning on the way."""
    required = [skill.name for skill in comparison.skills.required_qualifications]
    if not required:
        return []
    return [html.P([html.B("Condition: "), joined(required), "."], className="condition")]


def _how(framework: Framework, kind: str, number: int, told: dict[Process, str]) -> list[Any]:
    """The institution's texts about a kind of move, or a link to where they stand already."""
    parts: list[Any] = []
    for place, process in enumerate(processes_for(framework, kind), 1):
        title = process.name
        if process in told:
            link = html.A(title, href=f"#{told[process]}")
            parts.append(
                html.P(["How this happens here: ", link, ", as above"], className="as-above")
            )
            continue
        told[process] = f"how-{number}-{place}"
        text = html.Div(process_told(process), id=told[process])
        parts.append(folded(f"How this happens here: {title}", [text], "fold"))
    return parts
