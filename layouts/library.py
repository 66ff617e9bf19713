"""What the workbook holds about one role beside its levels: its level, its document, what helps."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jobtrack_viz.advice import description_of, profiles_of
from jobtrack_viz.drawing.level_words import level_names
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.profiles import texts_by_use
from layouts import html
from layouts.description import description
from layouts.helps import helps_of_role
from layouts.parts import folded, heading
from layouts.profiles import expected, towards

__all__ = ["documents", "job_description"]


def documents(framework: Framework, role: Role) -> Iterator[Any]:
    """The role's level, its job description and what helps to get there, each folded.

    A level is open where it is all that describes the role. What other roles have and this one
    lacks is said in a sentence.
    """
    profiles = profiles_of(framework, role)
    if profiles:
        title = heading(3, f"What is expected: {level_names(profiles)}")
        told = [
            replace(p, description="") if p.description == role.summary else p for p in profiles
        ]
        yield folded(title, list(expected(told, 4)), open=not role.levels)
    elif framework.profiles:
        yield html.P("No level is described for this role's grade.", className="hint")
    if helps := list(_helps(framework, role)):
        yield folded(heading(3, "What helps to get here"), helps)
    yield from job_description(framework, role, "Job description")


def job_description(
    framework: Framework, role: Role, title: str, kind: str = "more"
) -> Iterator[Any]:
    """The role's generic document, folded behind a title."""
    if found := description_of(framework, role.id):
        yield folded(heading(3, title), list(description(found, 4)), kind)
    elif framework.descriptions:
        yield html.P(f"The workbook has no job description for {role.name}.", className="hint")


def _helps(framework: Framework, role: Role) -> Iterator[Any]:
    """Options for working towards the role's level, then for each of its competencies."""
    options = texts_by_use(profiles_of(framework, role))[1]
    competencies = helps_of_role(framework, role)
    yield from towards(options, 4)
    if options and competencies:
        yield heading(4, "By competency")
    yield from competencies
