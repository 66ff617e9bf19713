"""Which of a framework's texts help with a role, a level or a move."""

from jobtrack_viz.guidance import (
    BESIDE_MOVES,
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Process,
)
from jobtrack_viz.model import Framework, Grade, Role
from jobtrack_viz.workbook.grades import span_ends
from jobtrack_viz.workbook.text import fold

__all__ = [
    "description_of",
    "development_for",
    "grades_of",
    "processes_for",
    "profiles_of",
    "stories_between",
]

_VACANCY = "vacancy"
_ROUTES = {"regrade": ("regrade", "regrade agreed", "regrade direct")}


def processes_for(framework: Framework, kind: str) -> tuple[Process, ...]:
    """How a kind of move happens here, in the workbook's order.

    A kind of move without a text of its own happens as a vacancy does. A regrade has every route
    to it. For a kind of ``BESIDE_MOVES`` only its own texts are given.
    """
    kinds = _ROUTES.get(kind, (kind,))
    own = tuple(process for process in framework.processes if process.kind in kinds)
    if own or kind in BESIDE_MOVES:
        return own
    return tuple(process for process in framework.processes if process.kind == _VACANCY)


def profiles_of(framework: Framework, role: Role) -> tuple[LevelProfile, ...]:
    """The levels that describe a role: its grade is one of theirs, and a track if they name any.

    A role on a span such as 5/6 that no level holds as a whole has the levels of either end. A
    level without grades describes the roles that bear its name.
    """
    fitting = [
        profile
        for profile in framework.profiles
        if not profile.tracks or set(profile.tracks) & set(role.tracks)
    ]
    named = [p for p in fitting if not p.ranks and _bears_the_name(role, p)]
    whole = [p for p in fitting if role.rank is not None and _holds(p, role.rank)]
    if not whole:
        whole = [p for p in fitting if any(_holds(p, end) for end in _ends(framework, role))]
    return tuple(p for p in fitting if p in named or p in whole)


def development_for(
    framework: Framework, competency: str, start: int | None, goal: int
) -> tuple[DevelopmentOptions, ...]:
    """The options for each level on the way from one rank of a competency to a higher one.

    The lowest level comes first; the start's own level is behind. A start that is not stated
    (None) counts as just below the goal, since nothing more is known to be missing.
    """
    behind = goal - 1 if start is None else start
    found = (
        options
        for options in framework.development
        if options.competency == competency and behind < options.rank <= goal
    )
    return tuple(sorted(found, key=lambda options: options.rank))


def stories_between(framework: Framework, start: str, goal: str) -> tuple[CaseStudy, ...]:
    """Stories of people who went from one role (an id) to another, in the workbook's order."""
    return tuple(
        story for story in framework.stories if story.source == start and story.target == goal
    )


def description_of(framework: Framework, role: str) -> JobDescription | None:
    """A role's generic job description, if the workbook has one."""
    return next((found for found in framework.descriptions if found.role == role), None)


def grades_of(framework: Framework, role: Role) -> tuple[Grade, ...]:
    """The grades of a role, lowest first: one, both ends of a span, or none."""
    if not role.grade:
        return ()
    labels = {fold(label) for label in (role.grade, *span_ends(role.grade))}
    return tuple(grade for grade in framework.grades if fold(grade.label) in labels)


def _bears_the_name(role: Role, level: LevelProfile) -> bool:
    """True for a role called like a level, alone or followed by the level's tracks."""
    return fold(role.title) in (fold(level.level), fold(", ".join((level.level, *level.tracks))))


def _holds(profile: LevelProfile, rank: float) -> bool:
    return any(low <= rank <= high for low, high in profile.ranks)


def _ends(framework: Framework, role: Role) -> list[float]:
    ranks = {fold(grade.label): float(grade.rank) for grade in framework.grades}
    ends = span_ends(role.grade) if role.grade else ()
    return [ranks[fold(end)] for end in ends if fold(end) in ranks]
