"""The shared screen: a journey told one picture after another, in few and large words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.comparison_words import stop_marks
from jobtrack_viz.drawing.journey_words import about_kind
from jobtrack_viz.drawing.level_words import in_one_sentence
from jobtrack_viz.gaps import Change, Comparison, compare
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import Framework, Role, Skill
from layouts import html
from layouts.changes import levels_of
from layouts.comparison import comparison_detail
from layouts.itinerary import in_figures
from layouts.ladder_words import words_in_the_panel
from layouts.no_way import no_journey, none_told
from layouts.outcome import Outcome
from layouts.parts import disc, facts, folded, heading, plain_list
from layouts.practice import how_moves_happen, stories_of_move
from layouts.words import (
    DISCLAIMER,
    count_of,
    figures_of_move,
    joined,
    way_of_move,
)

__all__ = ["entry", "slides", "stepper", "top_line"]

_FEW = 2
"""Competencies whose words fit beside their levels."""


def slides(published: Published, outcome: Outcome, comparison: Comparison) -> html.Div:
    """The journey as a whole, each of its moves, then the whole comparison.

    Each names, for assets/present.js, the stations that belong in view (``data-from`` and
    ``data-to``, or the whole way) and what is read out (``data-said``).
    """
    told = [_whole_journey(published, outcome, comparison)]
    if outcome.journey is not None:
        told += _moves(published.framework, outcome.journey)
    told.append(_whole_comparison(published.framework, comparison))
    found = []
    for number, (content, said, attributes) in enumerate(told, 1):
        kind = "slide shown" if number == 1 else "slide"
        data = {f"data-{name}": value for name, value in attributes.items()}
        data["data-said"] = f"{number} of {len(told)}. {said}"
        found.append(html.Section(content, id=f"view-{number}", className=kind, **data))
    return html.Div(found, className="slides")


def top_line(outcome: Outcome) -> html.Div:
    """From where to where, and the way back to the page with everything on it."""
    ends = []
    for end, letter, word in (("start", "A", "From "), ("goal", "B", "To ")):
        name = html.Span(outcome.name_of(end), **{"data-end": end})
        words = [disc(letter), html.Span(word, className="unseen"), name]
        ends.append(html.Span(words, hidden=not outcome.name_of(end)))
    back = outcome.link(
        outcome.start_id,
        outcome.goal_id,
        outcome.picked,
        wishes=replace(outcome.wishes, present=False),
    )
    full = html.Button("Full screen", id="full", type="button", className="button", hidden=True)
    esc = html.Span("(Esc)", className="key-name")
    exit_ = html.A(["Exit ", esc], href=f"/{back}", id="exit", className="button")
    return html.Div(
        [
            html.P(ends, className="from-to"),
            html.Div([full, exit_], className="screen-tools"),
        ],
        className="top-line",
    )


def stepper() -> html.Div:
    """Buttons for those who have no arrow keys, and a place to say which picture is shown."""
    back = html.Button("Back", type="button", className="button", **{"data-turn": "-1"})
    next_ = html.Button("Next", type="button", className="button primary", **{"data-turn": "1"})
    count = html.P("", className="count", **{"aria-hidden": "true"})
    said = html.P("", className="unseen", role="status")
    label = {"aria-label": "Pictures of the journey"}
    return html.Div([back, count, next_, said], id="stepper", role="group", hidden=True, **label)


def entry(outcome: Outcome) -> html.A:
    """The link that opens the same answer for a shared screen; nothing is sent by it."""
    shared = replace(outcome.wishes, present=True)
    address = outcome.link(outcome.start_id, outcome.goal_id, outcome.picked, wishes=shared)
    hint = "Large type and no tools, for a screen that you share. Nothing is sent."
    look = "button quiet-button"
    return html.A("Screen-share view", href=f"/{address}", id="share", className=look, title=hint)


_Told = tuple[list[Any], str, dict[str, str]]
"""What a picture shows, what is read out, and the stations that belong in view."""


def _whole_journey(published: Published, outcome: Outcome, comparison: Comparison) -> _Told:
    framework, journey = published.framework, outcome.journey
    start, goal = comparison.start, comparison.goal
    sentence = in_one_sentence(framework, comparison)
    title = "The whole journey" if journey else "Two roles"
    parts: list[Any] = [
        heading(2, title, id="result-heading", tabIndex=-1),
        in_figures(outcome, comparison.grades_up),
        html.P(sentence, className="headline"),
    ]
    if journey is None:
        parts.insert(1, no_journey(framework.about, outcome))
        said = f"{none_told(outcome)} {sentence}"
    else:
        parts.append(_stops(framework, journey))
        moves = count_of(len(journey.legs), "move")
        said = f"The whole journey from {start.name} to {goal.name}: {moves}. {sentence}"
    return parts, said, {"view": "way"}


def _stops(framework: Framework, journey: Journey) -> html.Ol:
    items = [
        html.Li([disc(mark), html.Span(framework.role(role_id).name)])
        for role_id, mark in zip(journey.stops, stop_marks(journey), strict=True)
    ]
    return html.Ol(items, className="stop-list")


def _moves(framework: Framework, journey: Journey) -> Iterator[_Told]:
    marks = stop_marks(journey)
    for number, leg in enumerate(journey.legs, 1):
        source, target = framework.role(leg.source), framework.role(leg.target)
        comparison = compare(framework, source, target)
        count = f"Move {number} of {len(journey.legs)}"
        title = [
            html.Span([disc(mark), word, role.name], className="end")
            for mark, word, role in (
                (marks[number - 1], "", source),
                (marks[number], html.Span("to ", className="unseen"), target),
            )
        ]
        facts_told = _facts(framework, leg, comparison)
        parts = [
            html.P(count, className="eyebrow"),
            heading(2, *title, className="ends"),
            facts(*facts_told),
            *_notes(leg, target),
            *_to_develop(framework, comparison),
            *_skills(comparison),
            *how_moves_happen(framework, [leg.kind]),
            *stories_of_move(framework, leg),
        ]
        said = f"{count}: {source.name} to {target.name}. {_sentence(facts_told)}"
        yield parts, said, {"view": "move", "leg": str(number), "from": source.id, "to": target.id}


def _facts(framework: Framework, leg: Leg, comparison: Comparison) -> list[str]:
    way = ": ".join(filter(None, (way_of_move(framework, leg), about_kind(leg.kind))))
    return [way, *figures_of_move(comparison, leg.kind)]


def _sentence(told: Sequence[str]) -> str:
    return f"{', '.join(told)}."


def _notes(leg: Leg, target: Role) -> list[Any]:
    words = []
    if leg.kind == "possible":
        words.append("Possible: nobody has described this move.")
    if leg.note:
        words.append(leg.note)
    if target.status == "closed":
        words.append(f"{target.name} is no longer recruited to.")
    return [html.P(each, className="note") for each in words]


def _to_develop(framework: Framework, comparison: Comparison) -> list[Any]:
    """Each competency that rises with its levels; its words unfold, or stand there if few rise."""
    rising = comparison.develop
    if not rising:
        return []
    rows = [_rising(framework, change, len(rising) <= _FEW) for change in rising]
    return [heading(3, f"To develop ({len(rising)})"), plain_list(rows, "rising")]


def _rising(framework: Framework, change: Change, unfolded: bool) -> Any:
    title = [html.Span(change.competency, className="name"), " ", levels_of(framework, change)]
    words = words_in_the_panel(framework, change)
    if not words:
        return html.P(title)
    return folded(title, words, "fold", open=True) if unfolded else folded(title, words, "fold")


def _skills(comparison: Comparison) -> list[Any]:
    """New skills by name, and the qualifications that the move requires."""
    skills = comparison.skills
    return [
        *_named("New to learn", skills.learnable, "new"),
        *_named("New experience, to gain at work", skills.experience, "new"),
        *_named("Required qualifications", skills.required_qualifications, "required"),
    ]


def _named(title: str, skills: Iterable[Skill], kind: str) -> list[Any]:
    names = [skill.name for skill in skills]
    if not names:
        return []
    return [heading(3, f"{title} ({len(names)})"), plain_list(names, f"skill-list {kind}")]


def _whole_comparison(framework: Framework, comparison: Comparison) -> _Told:
    names = joined([comparison.start.name, comparison.goal.name])
    parts = [
        heading(2, f"The whole comparison of {names}", className="unseen"),
        html.P(in_one_sentence(framework, comparison), className="headline"),
        comparison_detail(framework, comparison, words_in_the_panel),
        html.P(DISCLAIMER, className="disclaimer"),
    ]
    return parts, f"The whole comparison of {names}.", {"view": "words"}
