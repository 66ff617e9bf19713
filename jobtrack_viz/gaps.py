"""What changes between two roles: breadth and complexity apart from skills and knowledge."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobtrack_viz.model import NOT_REQUIRED, Framework, Role, Skill

__all__ = [
    "Change",
    "Comparison",
    "SkillChanges",
    "compare",
    "few_levels_more",
    "is_qualification",
    "levels_more",
    "skill_changes",
    "skills_of",
]

_DEGREES = re.compile(
    r"\bdegrees?\b(?! of )|\b(?:bachelor|master)['’]s\b"
    r"|\b(?:diploma|doctorate|bsc|msc|phd|gcse|nvq|hnc|hnd)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One competency in two roles, as ranks on the scale.

    A rank is 0 for *not required* and None for *not stated*. ``statements`` are the ladder's
    words for the target's level.
    """

    competency: str
    group: str
    start: int | None
    goal: int | None
    statements: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """Positions on the scale between the two ranks, never negative."""
        return abs((self.goal or 0) - (self.start or 0))


@dataclass(frozen=True, slots=True)
class SkillChanges:
    """Skills and knowledge of the job family: common to both roles, new, or used less.

    ``now_essential`` are names of skills that both roles have, desirable for the start only.
    """

    keep: tuple[Skill, ...]
    learn: tuple[Skill, ...]
    leave: tuple[Skill, ...]
    now_essential: frozenset[str] = frozenset()

    @property
    def new_essential(self) -> tuple[Skill, ...]:
        """Skills, knowledge and experience that are new and essential; no qualifications."""
        return tuple(s for s in self.learn if s.kind == "essential" and not is_qualification(s))

    @property
    def required_qualifications(self) -> tuple[Skill, ...]:
        """Qualifications that the start does not require and the goal does.

        They are conditions of the job, not learned by doing it, and no part of ``learnable``.
        """
        newly = [skill for skill in self.keep if skill.name in self.now_essential]
        return tuple(
            skill
            for skill in (*self.learn, *newly)
            if is_qualification(skill) and skill.kind == "essential"
        )

    @property
    def welcome_qualifications(self) -> tuple[Skill, ...]:
        """New qualifications that are desirable only."""
        return tuple(s for s in self.learn if is_qualification(s) and s.kind == "desirable")

    @property
    def learnable(self) -> tuple[Skill, ...]:
        """New skills and knowledge: neither a qualification nor experience of a kind of work."""
        return tuple(
            s for s in self.learn if not is_qualification(s) and s.category != "experience"
        )

    @property
    def experience(self) -> tuple[Skill, ...]:
        """New experience of a kind of work, which is gained and not learned."""
        return tuple(
            s for s in self.learn if not is_qualification(s) and s.category == "experience"
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two roles side by side; each competency that either states is in at most one list.

    ``develop`` asks for more, ``keep`` for the same, ``ease`` for less; in ``not_stated`` one side
    is unknown. ``steps_up`` is the sum of the rises, None if nothing is known on both sides.
    """

    start: Role
    goal: Role
    develop: tuple[Change, ...]
    keep: tuple[Change, ...]
    ease: tuple[Change, ...]
    not_stated: tuple[Change, ...]
    skills: SkillChanges
    steps_up: int | None

    @property
    def grades_up(self) -> float | None:
        """Grades between the roles, negative if the goal is lower; None if a grade is missing."""
        if self.start.rank is None or self.goal.rank is None:
            return None
        return self.goal.rank - self.start.rank

    @property
    def states_levels(self) -> bool:
        """True if one of the roles states a level that the other has or might have."""
        return bool(self.develop or self.keep or self.ease or self.not_stated)

    @property
    def alike(self) -> bool:
        """True if the matrix states levels for both roles and every stated level is the same."""
        return self.steps_up == 0 and not self.ease and not self.not_stated

    @property
    def only_skills_are_new(self) -> bool:
        """True if the goal asks for no more breadth, but for skills that can be learned.

        No level is to develop or unknown, and the grade does not rise: where a grade is missing,
        neither role may have one.
        """
        ungraded = self.start.grade is None and self.goal.grade is None
        level = ungraded if self.grades_up is None else self.grades_up <= 0
        return self.steps_up == 0 and not self.not_stated and level and bool(self.skills.learnable)


def compare(framework: Framework, start: Role, goal: Role) -> Comparison:
    """Compare two roles over every competency that either of them states.

    *Not required* ranks below the lowest level on either side; required by neither, a competency
    is in no list. Lists keep the order of the framework's competencies and skills.
    """
    develop, keep, ease, unknown = [], [], [], []
    for competency in framework.competencies:
        here, there = start.levels.get(competency.name), goal.levels.get(competency.name)
        if here == there and not here:
            continue
        words = competency.statements[there - 1] if there and competency.statements else ()
        change = Change(competency.name, competency.group, here, there, words)
        if here is None or there is None:
            unknown.append(change)
        elif there > here:
            develop.append(change)
        elif there < here:
            ease.append(change)
        else:
            keep.append(change)
    return Comparison(
        start,
        goal,
        tuple(develop),
        tuple(keep),
        tuple(ease),
        tuple(unknown),
        skill_changes(skills_of(framework.skills, start), skills_of(framework.skills, goal)),
        levels_more(start.levels, goal.levels),
    )


def is_qualification(skill: Skill) -> bool:
    """True for a qualification, also for a degree whose category the workbook leaves open."""
    if skill.category == "skill":
        return _DEGREES.search(skill.name) is not None
    return skill.category == "qualification"


def levels_more(start: Mapping[str, int], goal: Mapping[str, int]) -> int | None:
    """The sum of rises from one role's ranks to another's; None if they state nothing in common."""
    both = start.keys() & goal.keys()
    if not both:
        return None
    return sum(max(NOT_REQUIRED, goal[name] - start[name]) for name in both)


def few_levels_more(start: Mapping[str, int], goal: Mapping[str, int], most: int) -> int | None:
    """The same if it is at most ``most``, else None: quick to say no, for very many pairs."""
    more, known = 0, False
    for name, rank in goal.items():
        here = start.get(name)
        if here is not None:
            known = True
            if rank > here:
                more += rank - here
                if more > most:
                    return None
    return more if known else None


def skill_changes(here: Mapping[str, Skill], there: Mapping[str, Skill]) -> SkillChanges:
    """What changes between the skills of two roles, each by name."""
    firmer = frozenset(
        name
        for name, skill in there.items()
        if name in here and (here[name].kind, skill.kind) == ("desirable", "essential")
    )
    return SkillChanges(
        keep=tuple(skill for name, skill in there.items() if name in here),
        learn=tuple(skill for name, skill in there.items() if name not in here),
        leave=tuple(skill for name, skill in here.items() if name not in there),
        now_essential=firmer,
    )


def skills_of(skills: Iterable[Skill], role: Role) -> dict[str, Skill]:
    """Of some skills those of a role and of its tracks, by name, in their order.

    Essential wins where both kinds are listed.
    """
    tracks = set(role.tracks)
    found: dict[str, Skill] = {}
    for skill in skills:
        of_track = not skill.roles and not tracks.isdisjoint(skill.tracks)
        if role.id in skill.roles or of_track:
            listed = found.get(skill.name)
            if listed is None or (listed.kind, skill.kind) == ("desirable", "essential"):
                found[skill.name] = skill
    return found
