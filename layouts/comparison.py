"""Two roles side by side: breadth and complexity apart from skills and knowledge."""

from collections.abc import Sequence
from typing import Any

from dash import html

from jobtrack_viz.gaps import Change, Comparison, SkillChanges
from jobtrack_viz.model import Framework, Skill
from layouts.parts import heading, plain_list
from layouts.words import grades_higher

__all__ = ["DISCLAIMER", "breadth", "comparison_detail", "skills_and_knowledge"]

DISCLAIMER = (
    "This describes generic roles. It does not change your job description, and is not an offer, "
    "an assessment or a promise. Higher grades come through a vacancy or regrading."
)
_ALIKE = (
    "The matrix describes these roles alike. That does not mean the jobs are graded alike; "
    "job evaluation sets the grade."
)


def comparison_detail(framework: Framework, comparison: Comparison) -> list[Any]:
    """Both halves, each under its own heading, and what all this is not."""
    return [
        breadth(framework, comparison),
        skills_and_knowledge(comparison),
        html.P(DISCLAIMER, className="disclaimer"),
    ]


def breadth(framework: Framework, comparison: Comparison) -> html.Section:
    """What the language matrix says: to develop, asks for less, stays, not stated."""
    parts: list[Any] = [heading(3, "Breadth and complexity", _half("the grade"))]
    if comparison.alike:
        parts.append(html.P(_ALIKE, className="note"))
        parts.append(html.P(_what_differs(comparison)))
    elif comparison.steps_up is None:
        parts.append(html.P("The workbook states no competency for both roles."))
    if comparison.only_skills_are_new:
        parts.append(html.P("The breadth is there; what is new are skills.", className="note"))
    parts += _develop(framework, comparison.develop)
    parts += _short(framework, "Asks for less", comparison.ease)
    parts += _stays(framework, comparison.keep)
    parts += _not_stated(framework, comparison.not_stated)
    return html.Section(parts, className="half breadth")


def skills_and_knowledge(comparison: Comparison) -> html.Section:
    """What the job family needs: required qualifications apart, then new, kept and used less."""
    skills = comparison.skills
    parts: list[Any] = [heading(3, "Skills and knowledge", _half("the job family"))]
    if not (skills.keep or skills.learn or skills.leave):
        parts.append(html.P("The workbook lists no skills for these roles."))
        return html.Section(parts, className="half skills")
    parts += _qualifications(skills)
    new = [skill for skill in skills.learn if skill.category != "qualification"]
    parts += _skill_list("New to learn", new, "new") or [html.P("No skill is new.")]
    parts += _skill_list("Kept", skills.keep, "kept")
    parts += _skill_list("Used less", skills.leave, "less")
    return html.Section(parts, className="half skills")


def _half(name: str) -> html.Span:
    return html.Span(f" ({name})", className="quiet")


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


def _develop(framework: Framework, changes: Sequence[Change]) -> list[Any]:
    if not changes:
        return []
    items = []
    for change in changes:
        parts: list[Any] = [
            html.Span(change.competency, className="name"),
            _levels(framework, change),
        ]
        if change.statements:
            parts.append(plain_list(change.statements, "statements"))
        items.append(html.Li(parts))
    return [heading(4, f"To develop ({len(changes)})"), html.Ul(items, className="changes develop")]


def _short(framework: Framework, title: str, changes: Sequence[Change]) -> list[Any]:
    if not changes:
        return []
    items = [
        html.Li([html.Span(change.competency, className="name"), _levels(framework, change)])
        for change in changes
    ]
    return [heading(4, f"{title} ({len(changes)})"), html.Ul(items, className="changes")]


def _stays(framework: Framework, changes: Sequence[Change]) -> list[Any]:
    if not changes:
        return []
    items = [
        html.Li(
            [
                html.Span(change.competency, className="name"),
                html.Span(framework.level_name(change.goal or 0), className="levels"),
            ]
        )
        for change in changes
    ]
    return [heading(4, f"Stays ({len(changes)})"), html.Ul(items, className="changes")]


def _not_stated(framework: Framework, changes: Sequence[Change]) -> list[Any]:
    return _short(framework, "Not stated for one of the roles", changes)


def _levels(framework: Framework, change: Change) -> html.Span:
    here, there = (_level(framework, rank) for rank in (change.start, change.goal))
    return html.Span(["from ", html.B(here), " to ", html.B(there)], className="levels")


def _level(framework: Framework, rank: int | None) -> str:
    return "not stated" if rank is None else framework.level_name(rank)


def _qualifications(skills: SkillChanges) -> list[Any]:
    required = skills.required_qualifications
    welcome = [s for s in skills.learn if s.category == "qualification" and s not in required]
    parts = _skill_list("Required qualifications", required, "required")
    if required:
        parts.append(html.P("A condition of the job: check it before you apply.", className="hint"))
    return parts + _skill_list("Qualifications that are welcome", welcome, "required")


def _skill_list(title: str, skills: Sequence[Skill], kind: str) -> list[Any]:
    if not skills:
        return []
    items = [html.Li([skill.name, *_remarks(skill)]) for skill in skills]
    return [heading(4, f"{title} ({len(skills)})"), html.Ul(items, className=f"skill-list {kind}")]


def _remarks(skill: Skill) -> list[html.Span]:
    remarks = ["desirable"] if skill.kind == "desirable" else []
    if skill.category in ("knowledge", "experience") and skill.category not in skill.name.lower():
        remarks.append(skill.category)
    if skill.equivalent_experience and "equivalent" not in skill.name.lower():
        remarks.append("or equivalent experience")
    return [html.Span(f" ({', '.join(remarks)})", className="quiet")] if remarks else []
