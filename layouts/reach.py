"""Where could I go from here? Every other role by what it asks for beyond the start."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.phrases import status_in_words
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.network import links
from jobtrack_viz.reach import Reached, fits_grades, in_order
from layouts import html
from layouts.outcome import Outcome, view_of
from layouts.parts import MOST_ITEMS, facts, folded, heading, plain_list
from layouts.reach_words import at_most, in_figures, reach_in_a_sentence, required, way_there
from layouts.words import DISCLAIMER, count_of, grades_higher, joined

__all__ = ["reach_link", "where_to"]

_QUESTION = "Where could I go from here?"
_GRADES = {
    "": "Same or higher",
    "here": "This grade",
    "next": "One grade up",
    "sideways": "Sideways",
    "all": "All grades",
}
_UNGRADED = {"": "All roles", "sideways": "Other tracks"}
_SORTS = {"": "Levels", "grade": "Grade", "skills": "New skills", "title": "Title"}
_WITHIN = (0, 1, 2, 3, 5, 10, 20)
_MOST_FOLDED = 100
"""Roles that a page holds at once; the rest of a longer list comes on request."""
_KEY = (
    "Numbers on the map are levels more; 0 says that no level rises, and nothing else. A plus "
    "beside a number says that more is new: skills, a required qualification, or competencies "
    "that are stated only there."
)
_KINDS = (
    "Levels are about breadth. New skills can be learned. "
    "A required qualification is a condition of the job."
)


def reach_link(framework: Framework, outcome: Outcome, role: Role) -> list[html.A]:
    """The button that asks where one could go from a role; none where there is no other role."""
    if len(framework.roles) < 2:
        return []
    href = outcome.link(role.id, wishes=replace(outcome.wishes, reach=True))
    return [html.A(_QUESTION, href=href, className="button primary")]


def where_to(published: Published, outcome: Outcome, start: Role) -> html.Section:
    """The question, its answer in a sentence, what may be chosen, and the list of roles."""
    card = outcome.link(start.id, wishes=replace(outcome.wishes, reach=False))
    parts: list[Any] = [
        html.P(html.A(f"Back to {start.name}", href=card), id="reach-back"),
        heading(2, _QUESTION, id="result-heading", tabIndex=-1),
        html.P(reach_in_a_sentence(outcome, start), className="headline"),
    ]
    if outcome.reached:
        parts += [_choices(outcome, start), *_remarks(published, outcome, start)]
        parts += _list(published, outcome, start)
        parts += [html.P(_KEY, className="hint"), html.P(_KINDS, className="hint")]
    parts.append(html.P(DISCLAIMER, className="disclaimer"))
    return html.Section(parts, className="card where-to")


def _remarks(published: Published, outcome: Outcome, start: Role) -> Iterator[html.P]:
    """What the figures leave out."""
    if start.rank is None and published.framework.grades:
        yield html.P("The grade of this role is not stated, so roles of all grades are shown.")
    unknown = sum(
        reached.levels_more is None and fits_grades(start, reached, outcome.wishes.grades)
        for reached in outcome.reached
    )
    if not start.levels and any(reached.role.levels for reached in outcome.reached):
        words = f"No level is stated for {start.name}, so nobody can say how many levels more "
        yield html.P(words + "other roles ask for. Skills are compared.", className="note")
    elif outcome.wishes.within is not None and unknown:
        which = "1 more role is" if unknown == 1 else f"{unknown:,} more roles are"
        yield html.P(f"{which} not counted: no level is stated that could be compared.")
    shown = {role.id for role in view_of(published, outcome).framework.roles}
    away = sum(reached.role.id not in shown for reached in outcome.within_reach)
    if away:
        which = "1 of them is" if away == 1 else f"{away:,} of them are"
        yield html.P(f"{which} not on this part of the map.")


def _choices(outcome: Outcome, start: Role) -> html.Nav:
    """What may be chosen, as links: grades, the most levels more, the order."""
    now, graded = outcome.wishes.within, start.rank is not None
    grades = _GRADES if graded else _UNGRADED
    rows = [_row("Grades" if graded else "Roles", outcome, "grades", grades)]
    highest = max((reached.levels_more or 0 for reached in outcome.reached), default=0)
    if highest:
        most = {n for n in _WITHIN if n < highest} | ({now} if now is not None else set())
        within: dict[Any, str] = {None: "Any", **{levels: str(levels) for levels in sorted(most)}}
        rows.append(_row("Within", outcome, "within", within))
    skilled = any(reached.skills or reached.qualifications for reached in outcome.reached)
    useless = {name for name, use in (("grade", graded), ("skills", skilled)) if not use}
    sorts = {name: words for name, words in _SORTS.items() if name not in useless}
    rows.append(_row("Sort by", outcome, "sort", sorts))
    return html.Nav(rows, id="reach-choices", className="pills", **{"aria-label": "Which roles"})


def _row(title: str, outcome: Outcome, name: str, values: Mapping[Any, str]) -> html.Div:
    """One choice among several; the first is in force unless another one is asked for."""
    current = getattr(outcome.wishes, name)
    if current not in values:
        current = next(iter(values))
    items = []
    for value, words in values.items():
        wishes = replace(outcome.wishes, **{name: value, "more": False})
        says: dict[str, str] = {"aria-current": "true"} if value == current else {}
        if isinstance(value, int):
            says["aria-label"] = f"{words}: {at_most(value)}"
        items.append(html.A(words, href=outcome.link(outcome.start_id, wishes=wishes), **says))
    named = {"role": "group", "aria-label": title}
    return html.Div([html.Span(title, className="quiet"), plain_list(items)], **named)


def _list(published: Published, outcome: Outcome, start: Role) -> Iterator[Any]:
    """The roles in the chosen order: the first of them, the rest folded or on request."""
    rows = in_order(outcome.within_reach, outcome.wishes.sort)
    if not rows:
        return
    possible = any(link.origin == "possible" for link in links(published.network))

    def listed(some: Sequence[Reached]) -> html.Ul:
        items = [_item(published, outcome, start, each, possible=possible) for each in some]
        return html.Ul(items, className="moves in-reach")

    first = rows if outcome.wishes.more else rows[:MOST_ITEMS]
    rest = rows[len(first) :]
    yield listed(first)
    if rest and len(rows) <= _MOST_FOLDED:
        yield folded(f"{count_of(len(rest), 'more role')}", [listed(rest)], "fold")
    elif rest:
        href = outcome.link(start.id, wishes=replace(outcome.wishes, more=True))
        yield html.P(html.A(f"Show all {len(rows):,} roles", href=href, className="button"))


def _item(
    published: Published, outcome: Outcome, start: Role, reached: Reached, *, possible: bool
) -> html.Li:
    role, words = reached.role, in_figures(published, start, reached)
    way = way_there(published.network, start, reached, possible=possible)
    parts: list[Any] = [
        html.A(role.name, href=outcome.link(start.id, role.id)),
        facts(grades_higher(reached.grades_up), f"on {joined(role.tracks)}", way),
    ]
    if reached.skills:
        names = joined([skill.name for skill in reached.skills])
        parts.append(folded(words, [html.P(names)], "fold"))
    elif words:
        parts.append(html.P(words))
    if condition := required(reached):
        parts.append(html.P(condition))
    if status := status_in_words(role):
        parts.append(html.P(status.capitalize() + ".", className="role-status"))
    return html.Li(parts)
