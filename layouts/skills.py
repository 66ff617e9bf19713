"""The job family's half of a comparison: skills and knowledge."""

from collections.abc import Collection, Sequence
from typing import Any

from jobtrack_viz.drawing.phrases import count_of, joined
from jobtrack_viz.gaps import Comparison, SkillChanges
from jobtrack_viz.model import Skill
from layouts import html
from layouts.parts import half_heading, heading, long_list

__all__ = ["only_skills_are_new", "skills_and_knowledge"]

_MOST_NAMED = 4


def skills_and_knowledge(comparison: Comparison) -> html.Section:
    """What the job family needs: conditions of the job apart, then new, kept and used less."""
    skills = comparison.skills
    parts: list[Any] = [half_heading("Skills and knowledge", "the job family")]
    if not (skills.keep or skills.learn or skills.leave):
        parts.append(html.P("The workbook lists no skills for these roles."))
        return html.Section(parts, className="half skills")
    parts += _qualifications(skills)
    new = _skill_list("New to learn", skills.learnable, "new")
    new += _skill_list("New experience, to gain at work", skills.experience, "new")
    parts += new or [html.P("No skill is new.")]
    kept = [skill for skill in skills.keep if skill not in skills.required_qualifications]
    parts += _skill_list("Kept", kept, "kept", skills.now_essential)
    parts += _skill_list("Used less", skills.leave, "less")
    return html.Section(parts, className="half skills")


def only_skills_are_new(comparison: Comparison) -> list[Any]:
    """That the breadth is there, and which skills can be learned; nothing where it is not so."""
    if not comparison.only_skills_are_new:
        return []
    skills = comparison.skills
    words = f"These can be learned: {_named(skills.learnable)}."
    parts = [html.P(["The breadth is there; what is new are skills. ", words])]
    if skills.experience:
        parts.append(html.P(f"Experience is gained at work: {_named(skills.experience)}."))
    if required := skills.required_qualifications:
        verb = "is" if len(required) == 1 else "are"
        parts.append(html.P(f"{_named(required)} {verb} required: a condition of the job."))
    return [html.Div(parts, className="note")]


def _named(skills: Sequence[Skill]) -> str:
    """The first few by name, and how many more there are."""
    names = [skill.name for skill in skills]
    if len(names) > _MOST_NAMED:
        names[_MOST_NAMED - 1 :] = [f"{count_of(len(names) - _MOST_NAMED + 1, 'other')} below"]
    return joined(names)


def _qualifications(skills: SkillChanges) -> list[Any]:
    required = skills.required_qualifications
    parts = _skill_list("Required qualifications", required, "required")
    if required:
        parts.append(html.P("A condition of the job: check it before you apply.", className="hint"))
    welcome = skills.welcome_qualifications
    return parts + _skill_list("Qualifications that are welcome", welcome, "required")


def _skill_list(
    title: str, skills: Sequence[Skill], kind: str, now_essential: Collection[str] = ()
) -> list[Any]:
    if not skills:
        return []
    items = [[skill.name, *_remarks(skill, skill.name in now_essential)] for skill in skills]
    return [heading(4, f"{title} ({len(skills)})"), *long_list(items, f"skill-list {kind}")]


def _remarks(skill: Skill, now_essential: bool) -> list[html.Span]:
    remarks = ["desirable"] if skill.kind == "desirable" else []
    remarks += ["essential there, desirable here"] if now_essential else []
    if skill.category == "knowledge" and "knowledge" not in skill.name.lower():
        remarks.append("knowledge")
    if skill.category == "experience" and "experience" not in skill.name.lower():
        remarks.append("experience")
    if skill.equivalent_experience and "equivalent" not in skill.name.lower():
        remarks.append("or equivalent experience")
    return [html.Span(f" ({', '.join(remarks)})", className="quiet")] if remarks else []
