"""Two roles side by side: breadth and complexity apart from skills and knowledge."""

from collections.abc import Sequence
from typing import Any

from jobtrack_viz.drawing.level_words import level_sentence, levels_compared
from jobtrack_viz.gaps import Change, Comparison
from jobtrack_viz.model import NOT_REQUIRED, Framework
from jobtrack_viz.profiles import ProfileComparison
from layouts import html
from layouts.changes import Row, change_list, folded_changes, levels_of
from layouts.helps import what_helps, without_help
from layouts.ladder_words import LadderWords
from layouts.parts import folded, half_heading, heading, plain_list
from layouts.profiles import by_level
from layouts.skills import only_skills_are_new, skills_and_knowledge
from layouts.words import grades_higher, role_and_grade

__all__ = ["breadth", "comparison_detail"]

_ALIKE = "The matrix describes these roles alike."
_GRADED = " That does not mean the jobs are graded alike; job evaluation sets the grade."


def comparison_detail(framework: Framework, comparison: Comparison, words: LadderWords) -> html.Div:
    """Both halves, each under its own heading."""
    halves = [breadth(framework, comparison, words), skills_and_knowledge(comparison)]
    return html.Div(halves, className="halves")


def breadth(framework: Framework, comparison: Comparison, words: LadderWords) -> html.Section:
    """What the language matrix says, and the levels that describe the roles.

    ``words`` lays out what the ladder says about a competency that asks for more. Without levels
    of competencies the descriptions of both roles' levels stand in their place.
    """
    compared = levels_compared(framework, comparison)
    what, graded = ("the grade", _GRADED) if framework.grades else ("the levels", "")
    parts: list[Any] = [half_heading("Breadth and complexity", what)]
    if not comparison.states_levels:
        parts += _without_levels(compared)
        return html.Section(parts, className="half breadth")
    if comparison.alike:
        parts.append(html.P(f"{_ALIKE}{graded}", className="note"))
        parts.append(html.P(_what_differs(comparison)))
    elif comparison.steps_up is None:
        parts.append(html.P("The workbook states no competency that both roles share."))
    parts += only_skills_are_new(comparison)
    parts += _competencies(framework, comparison, words)
    if told := by_level(compared, 5):
        title = heading(4, "What is expected at each level")
        told = [html.P(level_sentence(compared)), *told] if compared.differ else told
        parts.append(folded(title, told, "more by-level"))
    return html.Section(parts, className="half breadth")


def _without_levels(compared: ProfileComparison) -> list[Any]:
    told = by_level(compared, 4)
    if not told:
        return [html.P("The workbook states no competency and describes no level for these roles.")]
    return [html.Div(told, className="by-level")]


def _what_differs(comparison: Comparison) -> str:
    grades = grades_higher(comparison.grades_up)
    differs = []
    if grades and grades != "same grade":
        differs.append(f"the grade ({grades})")
    if comparison.skills.learn or comparison.skills.leave:
        differs.append("the skills and knowledge below")
    if set(comparison.start.tracks) != set(comparison.goal.tracks):
        differs.append("the track")
    if not differs:
        return "The workbook states no other difference."
    return f"What does differ: {', '.join(differs)}."


def _competencies(framework: Framework, comparison: Comparison, words: LadderWords) -> list[Any]:
    """To develop, asks for less, stays; then what is stated for one of the roles only."""
    start, goal = comparison.start, comparison.goal
    names = [role.title for role in (start, goal)]
    if start.title == goal.title:
        names = [role_and_grade(role) for role in (start, goal)]
    short, full = _short_row(framework, names), _full_row(framework, names, words)
    there = [change for change in comparison.not_stated if change.start is None]
    here = [change for change in comparison.not_stated if change.goal is None]
    order = tuple(dict.fromkeys(competency.group for competency in framework.competencies))
    parts = change_list("To develop", comparison.develop, full, "develop", order)
    parts += without_help(framework, comparison.develop)
    parts += change_list("Asks for less", comparison.ease, short, "", order)
    parts += folded_changes("Stays", comparison.keep, short, order)
    parts += change_list(f"Stated only for {names[1]}", there, full, "develop", order)
    parts += change_list(f"Stated only for {names[0]}", here, short, "", order)
    if comparison.not_stated:
        hint = "What is stated for one role only cannot be compared: nobody has said whether "
        parts.append(html.P(f"{hint}the other asks for it.", className="hint"))
    return parts + _required_by_neither(framework, comparison)


def _required_by_neither(framework: Framework, comparison: Comparison) -> list[Any]:
    """Competencies that both roles state not to require; they are in no other list."""
    here, there = comparison.start.levels, comparison.goal.levels
    found = [
        competency.name
        for competency in framework.competencies
        if here.get(competency.name) == there.get(competency.name) == NOT_REQUIRED
    ]
    if not found:
        return []
    title = heading(4, f"Required by neither role ({len(found)})")
    return [folded(title, [plain_list(found, "changes")], "more list")]


def _short_row(framework: Framework, names: Sequence[str]) -> Row:
    """The competency and its levels."""
    return lambda change: [
        change.competency,
        levels_of(framework, change),
        *_not_required(change, names),
    ]


def _full_row(framework: Framework, names: Sequence[str], words: LadderWords) -> Row:
    """The competency and its levels, the ladder's words for them, and what helps."""
    return lambda change: [
        html.Span(change.competency, className="name"),
        levels_of(framework, change),
        *_not_required(change, names),
        *words(framework, change),
        *what_helps(framework, change),
    ]


def _not_required(change: Change, names: Sequence[str]) -> list[html.Span]:
    """Which of the roles does not require a competency."""
    for name, rank in zip(names, (change.start, change.goal), strict=True):
        if rank == NOT_REQUIRED:
            return [html.Span(f"{name} does not require it.", className="hint")]
    return []
