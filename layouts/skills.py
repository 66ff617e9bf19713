"""The job family's half of a comparison: skills and knowledge."""

from collections.abc import Sequence
from typing import Any

from dash import html

from jobtrack_viz.gaps import Comparison, SkillChanges
from jobtrack_viz.model import Skill
from layouts.parts import half_heading, heading, long_list

__all__ = ["skills_and_knowledge"]


def skills_and_knowledge(comparison: Comparison) -> html.Section:
    """What the job family needs: required qualifications apart, then new, kept and used less."""
    skills = comparison.skills
    parts: list[Any] = [half_heading("Skills and knowledge", "the job family")]
    if not (skills.keep or skills.learn or skills.leave):
        parts.append(html.P("The workbook lists no skills for these roles."))
        return html.Section(parts, className="half skills")
    parts += _qualifications(skills)
    new = [skill for skill in skills.learn if skill.category != "qualification"]
    parts += _skill_list("New to learn", new, "new") or [html.P("No skill is new.")]
    parts += _skill_list("Kept", skills.keep, "kept")
    parts += _skill_list("Used less", skills.leave, "less")
    return html.Section(parts, className="half skills")


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
    items = [[skill.name, *_remarks(skill)] for skill in skills]
    return [heading(4, f"{title} ({len(skills)})"), *long_list(items, f"skill-list {kind}")]


def _remarks(skill: Skill) -> list[html.Span]:
    remarks = ["desirable"] if skill.kind == "desirable" else []
    if skill.category in ("knowledge", "experience") and skill.category not in skill.name.lower():
        remarks.append(skill.category)
    if skill.equivalent_experience and "equivalent" not in skill.name.lower():
        remarks.append("or equivalent experience")
    return [html.Span(f" ({', '.join(remarks)})", className="quiet")] if remarks else []
