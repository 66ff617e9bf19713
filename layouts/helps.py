"""What helps somebody to get to a level: on the job, with others, by formal training."""

from collections.abc import Sequence
from typing import Any

from jobtrack_viz.advice import development_for
from jobtrack_viz.gaps import Change
from jobtrack_viz.guidance import DevelopmentOptions
from jobtrack_viz.model import Framework, Role
from layouts import html
from layouts.parts import folded
from layouts.words import joined

__all__ = ["helps_of_role", "options", "what_helps", "without_help"]


def what_helps(framework: Framework, change: Change) -> list[Any]:
    """The options for each level on the way, folded; nothing where the workbook has none."""
    found = development_for(framework, change.competency, change.start, change.goal or 0)
    if not found:
        return []
    title = ["What helps", html.Span(f" with {change.competency}", className="unseen")]
    return [folded(title, _levels(framework, found, change.goal or 0), "fold")]


def without_help(framework: Framework, changes: Sequence[Change]) -> list[Any]:
    """Which few competencies have no options, where the workbook has some for most."""
    missing = [
        change.competency
        for change in changes
        if not development_for(framework, change.competency, change.start, change.goal or 0)
    ]
    if not missing or len(missing) > len(changes) / 2:
        return []
    return [html.P(f"Nobody has described what helps with {joined(missing)}.", className="hint")]


def helps_of_role(framework: Framework, role: Role) -> list[Any]:
    """For every competency of a role the options for getting to its level there, each folded."""
    found = []
    for competency in framework.competencies:
        rank = role.levels.get(competency.name) or 0
        options_there = development_for(framework, competency.name, None, rank)
        if options_there:
            word = html.Span(f" {framework.level_name(rank, competency)}", className="quiet")
            title = [competency.name, word]
            found.append(folded(title, _levels(framework, options_there, rank), "fold"))
    return found


def options(found: DevelopmentOptions) -> html.Dl:
    """The three kinds of options, those that there are."""
    parts: list[Any] = []
    for name, lines in found.by_kind:
        if lines:
            parts += [html.Dt(name), *(html.Dd(line) for line in lines)]
    return html.Dl(parts, className="options")


def _levels(framework: Framework, found: Sequence[DevelopmentOptions], goal: int) -> list[Any]:
    """Options level by level; a level on the way to the goal's is named."""
    parts: list[Any] = []
    for each in found:
        if len(found) > 1 or each.rank != goal:
            word = framework.level_name(each.rank, framework.competency(each.competency))
            parts.append(html.P(["Towards ", html.B(word)], className="towards"))
        parts.append(options(each))
    return parts
