"""Answers as the command line prints them: JSON for programs, lines for people."""

from collections.abc import Iterable, Sequence
from typing import Any

from jobtrack_viz.advice import profiles_of
from jobtrack_viz.drawing.journey_words import figures_of, name_of, reason_for, ties_of
from jobtrack_viz.drawing.phrases import count_of, joined
from jobtrack_viz.gaps import Change, Comparison
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import Framework, Problem, Role
from jobtrack_viz.profiles import compare_profiles
from jobtrack_viz.workbook import Summary
from jobtrack_viz.workbook.words import sentence

__all__ = [
    "comparison_json",
    "comparison_text",
    "guidance_text",
    "problems_json",
    "problems_text",
    "routes_json",
    "routes_text",
    "summary_json",
    "summary_text",
]


def summary_json(summary: Summary) -> dict[str, Any]:
    """The counts of a workbook."""
    return {
        "tracks": summary.tracks,
        "grades": summary.grades,
        "roles": summary.roles,
        "competencies": summary.competencies,
        "levels": list(summary.levels),
        "moves": summary.moves,
    }


def summary_text(summary: Summary) -> str:
    """The same counts as one line."""
    levels = ", ".join(summary.levels) or "none"
    return (
        f"{count_of(summary.roles, 'role')} on {count_of(summary.tracks, 'track')} and "
        f"{count_of(summary.grades, 'grade')}, "
        f"{count_of(summary.competencies, 'competency', 'competencies')} with the levels {levels}, "
        f"{count_of(summary.moves, 'move')}"
    )


def guidance_text(framework: Framework) -> str:
    """What stands beside levels and moves, as one line; empty for a framework without any."""
    counts = (
        (len(framework.skills), "skill", ""),
        (len(framework.development), "set of development options", "sets of development options"),
        (len(framework.profiles), "level profile", ""),
        (len(framework.processes), "process", "processes"),
        (len(framework.stories), "story", "stories"),
        (len(framework.descriptions), "job description", ""),
    )
    said = [count_of(number, one, many) for number, one, many in counts if number]
    return f"Beside them: {', '.join(said)}" if said else ""


def problems_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems with their addresses and sentences."""
    return [
        {
            "severity": problem.severity,
            "code": problem.code,
            "sheet": problem.sheet,
            "cell": problem.cell,
            "message": sentence(problem),
        }
        for problem in problems
    ]


def problems_text(problems: Sequence[Problem]) -> str:
    """A line for each problem, and one that counts them."""
    lines = []
    for problem in problems:
        place = " ".join(part for part in (problem.sheet, problem.cell) if part) or "Workbook"
        lines.append(f"{problem.severity.capitalize()}: {place}: {sentence(problem)}")
    counts = {
        kind: sum(p.severity == kind for p in problems) for kind in ("error", "warning", "note")
    }
    lines.append(", ".join(f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in counts.items()))
    return "\n".join(lines)


def comparison_json(framework: Framework, comparison: Comparison) -> dict[str, Any]:
    """A comparison with both halves apart; levels in the scale's spelling."""
    skills = comparison.skills
    return {
        "from": _role_json(comparison.start),
        "to": _role_json(comparison.goal),
        "develop": [
            {
                "competency": change.competency,
                "group": change.group or None,
                **_levels_json(framework, change),
                "steps": change.steps,
                "statements": list(change.statements),
            }
            for change in comparison.develop
        ],
        "keep": [
            {"competency": change.competency, "level": _level(framework, change, change.goal)}
            for change in comparison.keep
        ],
        "ease": [
            {
                "competency": change.competency,
                **_levels_json(framework, change),
                "steps": change.steps,
            }
            for change in comparison.ease
        ],
        "not_stated": [
            {"competency": change.competency, **_levels_json(framework, change)}
            for change in comparison.not_stated
        ],
        "skills": {
            "keep": [skill.name for skill in skills.keep],
            "learn": [skill.name for skill in skills.learn],
            "leave": [skill.name for skill in skills.leave],
        },
        "steps_up": comparison.steps_up,
    }


def comparison_text(framework: Framework, comparison: Comparison) -> str:
    """A comparison for people, both halves under their own heading."""
    more = "unknown" if comparison.steps_up is None else str(comparison.steps_up)
    levels = f": {more} levels more" if comparison.states_levels else ""
    lines = [f"{comparison.start.name} to {comparison.goal.name}{levels}", ""]
    lines.append("Breadth and complexity")
    for heading, changes in (
        ("To develop", comparison.develop),
        ("Asks for less", comparison.ease),
        ("Stays", comparison.keep),
        ("Not stated for one of them", comparison.not_stated),
    ):
        lines += [f"  {heading}"] if changes else []
        for change in changes:
            here, there = (
                _level(framework, change, rank) or "not stated"
                for rank in (change.start, change.goal)
            )
            lines.append(
                f"    {change.competency}: {here if here == there else f'{here} to {there}'}"
            )
    if not comparison.states_levels:
        lines += _by_level(framework, comparison) or ["  Nothing is stated for either role"]
    lines += ["", "Skills and knowledge"]
    skills = comparison.skills
    for heading, group in (
        ("New", skills.learn),
        ("Kept", skills.keep),
        ("Used less", skills.leave),
    ):
        lines += [f"  {heading}: {', '.join(skill.name for skill in group)}"] if group else []
    if not (skills.learn or skills.keep or skills.leave):
        lines.append("  Nothing is listed for either role")
    return "\n".join(lines)


def _by_level(framework: Framework, comparison: Comparison) -> list[str]:
    """What is new at the goal's level, for roles without levels of competencies."""
    ends = (profiles_of(framework, role) for role in (comparison.start, comparison.goal))
    compared = compare_profiles(*ends)
    names = joined([profile.level for profile in compared.goal or compared.start])
    if compared.differ:
        new = [line for each in compared.expectations for line in each.goal if line in each.new]
        if not new:
            return [f"  Nothing new is written about {names}"]
        return [f"  New at {names}", *(f"    {line}" for line in new)]
    if compared.start and compared.goal:
        return [f"  Both are at the level {names}"]
    return [f"  Only this level is described: {names}"] if names else []


def routes_json(journeys: Iterable[Journey]) -> dict[str, Any]:
    """Journeys with their legs."""
    return {
        "routes": [
            {
                "label": journey.label,
                "moves": len(journey.legs),
                "changes": journey.changes,
                "steps_up": journey.steps_up,
                "largest_step": journey.largest_step,
                "legs": [_leg_json(leg) for leg in journey.legs],
            }
            for journey in journeys
        ]
    }


def routes_text(framework: Framework, journeys: Sequence[Journey], start: Role, goal: Role) -> str:
    """Journeys for people, a line for each move; one sentence if there is none."""
    if not journeys:
        contact = framework.about.contact
        talk = f"your manager or {contact}" if contact else "your manager"
        return (
            f"No one has described a way from {start.name} to {goal.name}. "
            f"You can still compare them. Talk to {talk}."
        )
    lines = []
    for journey in journeys:
        lines.append(f"{name_of(journey)}: {figures_of(journey)}")
        said = (reason_for(journey, len(journeys)), ties_of(journey))
        lines += [f"  {words}" for words in said if words]
        for number, leg in enumerate(journey.legs, start=1):
            more = "unknown" if leg.steps_up is None else str(leg.steps_up)
            name = framework.role(leg.target).name
            lines.append(f"  {number}. {leg.kind} to {name} ({leg.track}), levels more: {more}")
    return "\n".join(lines)


def _role_json(role: Role) -> dict[str, Any]:
    return {"id": role.id, "title": role.title, "grade": role.grade, "tracks": list(role.tracks)}


def _leg_json(leg: Leg) -> dict[str, Any]:
    return {
        "from": leg.source,
        "to": leg.target,
        "kind": leg.kind,
        "track": leg.track,
        "steps_up": leg.steps_up,
    }


def _levels_json(framework: Framework, change: Change) -> dict[str, Any]:
    return {
        "from": _level(framework, change, change.start),
        "to": _level(framework, change, change.goal),
    }


def _level(framework: Framework, change: Change, rank: int | None) -> str | None:
    """The word for a level: the competency's own where it has one."""
    if rank is None:
        return None
    return framework.level_name(rank, framework.competency(change.competency))
