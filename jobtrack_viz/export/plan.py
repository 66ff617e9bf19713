"""The plan that two people talk through: its whole content, decided once for page and files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jobtrack_viz.advice import processes_for
from jobtrack_viz.drawing.comparison_words import (
    DISCLAIMER,
    grades_higher,
    kind_between,
    levels_more,
    new_skills,
    stop_marks,
    way_of_move,
)
from jobtrack_viz.drawing.level_words import in_one_sentence
from jobtrack_viz.drawing.phrases import (
    count_of,
    grade_in_words,
    joined,
    kind_of_move,
    status_in_words,
)
from jobtrack_viz.export.aims import Aims, aims_of
from jobtrack_viz.gaps import Comparison, SkillChanges, compare
from jobtrack_viz.guidance import Process
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import About, Framework, Role, Skill

__all__ = [
    "DUTIES",
    "WHO_DOES_WHAT",
    "HowItHappens",
    "Move",
    "Plan",
    "SkillList",
    "Stop",
    "plan_of",
]

_MOST_SKILLS = 12
_MOST_LINES = 2
"""Paragraphs about one kind of move; where there are several kinds, one each."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One role of the journey. ``mark`` is A, 1, 2, ... or B; grade and status are in words."""

    mark: str
    role_id: str
    name: str
    title: str
    grade: str
    tracks: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Move:
    """One leg of the journey: ``way`` is its kind and track, ``facts`` are its figures.

    ``track`` is the line that it runs along if ``along``, else the one that it arrives on.
    """

    way: str
    facts: tuple[str, ...]
    track: str
    along: bool
    possible: bool
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class HowItHappens:
    """What the institution says about a kind of move; ``moves`` says for which of the journey's."""

    title: str
    moves: str
    lines: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class SkillList:
    """Skills or qualifications of one sort that are new; ``left`` counts those not named."""

    title: str
    names: tuple[str, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the page, the sheet of paper and the Word document say.

    Without a described journey ``stops`` are both ends and ``moves`` is empty. ``undescribed``
    names kinds of moves about which the institution says nothing; ``ask`` is whom to ask.
    """

    about: About
    version: str
    made_on: date
    sentence: str
    figures: tuple[str, ...]
    stops: tuple[Stop, ...]
    moves: tuple[Move, ...]
    aims: Aims
    skills: tuple[SkillList, ...]
    how: tuple[HowItHappens, ...]
    undescribed: tuple[str, ...]
    ask: str
    disclaimer: str = DISCLAIMER

    @property
    def title(self) -> str:
        """Both ends by name."""
        return f"{self.stops[0].name} to {self.stops[-1].name}"

    @property
    def day(self) -> str:
        """When the plan was made, such as ``3 May 2026``."""
        return f"{self.made_on.day} {self.made_on:%B %Y}"

    @property
    def in_words(self) -> str:
        """The journey as one text, for those who do not see its picture."""
        first, *rest = self.stops
        if not self.moves:
            return f"From {first.name} to {rest[-1].name}. No way between them is described."
        legs = zip(self.moves, rest, strict=True)
        told = "; ".join(f"{move.way}: {stop.mark}, {stop.name}" for move, stop in legs)
        return f"From A, {first.name}. {told}."


def plan_of(
    framework: Framework,
    version: str,
    today: date,
    comparison: Comparison,
    journey: Journey | None = None,
) -> Plan:
    """The plan for one comparison, along a journey if there is one."""
    roles = [framework.role(role_id) for role_id in journey.stops] if journey else []
    roles = roles or [comparison.start, comparison.goal]
    marks = stop_marks(journey) if journey else ["A", "B"]
    legs = journey.legs if journey else ()
    kinds = [leg.kind for leg in legs] or [kind_between(comparison)]
    how, undescribed = _how(framework, kinds)
    return Plan(
        framework.about,
        version[:8],
        today,
        in_one_sentence(framework, comparison),
        _figures(comparison, journey),
        tuple(_stop(framework, *pair) for pair in zip(roles, marks, strict=True)),
        tuple(_move(framework, leg) for leg in legs),
        aims_of(framework, comparison, roles),
        tuple(_skill_lists(comparison.skills)),
        how,
        undescribed,
        framework.about.contact.strip() or "HR",
    )


def _stop(framework: Framework, role: Role, mark: str) -> Stop:
    grade = grade_in_words(framework, role) if framework.grades else ""
    status = status_in_words(role)
    return Stop(mark, role.id, role.name, role.title, grade, role.tracks, status)


def _figures(comparison: Comparison, journey: Journey | None) -> tuple[str, ...]:
    parts = [grades_higher(comparison.grades_up)]
    if journey:
        changes = count_of(journey.changes, "change of track", "changes of track")
        moves = count_of(len(journey.legs), "move")
        parts = [moves, changes if journey.changes else "", *parts]
    return tuple(part for part in parts if part)


def _move(framework: Framework, leg: Leg) -> Move:
    comparison = compare(framework, framework.role(leg.source), framework.role(leg.target))
    new = new_skills(comparison)
    facts = (
        grades_higher(comparison.grades_up),
        levels_more(comparison),
        count_of(new, "new skill") if new else "",
    )
    return Move(
        way_of_move(framework, leg),
        tuple(fact for fact in facts if fact),
        leg.track,
        leg.along,
        leg.kind == "possible",
        leg.note,
        leg.link,
    )


def _how(
    framework: Framework, kinds: Sequence[str]
) -> tuple[tuple[HowItHappens, ...], tuple[str, ...]]:
    """Each text once, with the numbers of the moves it is about; then the moves without any."""
    about: dict[Process, list[int]] = {}
    missing: dict[str, None] = {}
    for number, kind in enumerate(kinds, 1):
        found = processes_for(framework, kind)
        for process in found:
            about.setdefault(process, []).append(number)
        if not found:
            missing[kind_of_move(kind).lower()] = None
    most = _MOST_LINES if len(about) == 1 else 1
    told = tuple(
        HowItHappens(
            process.title or process.kind.capitalize(),
            _moves_named(numbers) if len(kinds) > 1 else "",
            process.lines[:most],
            process.link if process.link.startswith(("https://", "http://")) else "",
        )
        for process, numbers in about.items()
    )
    return told, tuple(missing)


def _moves_named(numbers: Sequence[int]) -> str:
    names = joined([str(number) for number in numbers])
    return f"move {names}" if len(numbers) == 1 else f"moves {names}"


def _skill_lists(skills: SkillChanges) -> Iterator[SkillList]:
    """What can be learned, essential first; what is gained at work; conditions of the job."""
    lists = (
        ("New skills to learn", skills.learnable),
        ("Experience to gain at work", skills.experience),
        ("Required: a condition of the job, so check it first", skills.required_qualifications),
        ("Welcome qualifications", skills.welcome_qualifications),
    )
    for title, found in lists:
        names = [_with_remark(each) for each in sorted(found, key=lambda s: s.kind != "essential")]
        if names:
            yield SkillList(title, tuple(names[:_MOST_SKILLS]), len(names[_MOST_SKILLS:]))


def _with_remark(skill: Skill) -> str:
    """``Python``, ``Java (desirable)``, ``A degree (or equivalent experience)``."""
    remarks = ["desirable"] if skill.kind == "desirable" else []
    if skill.equivalent_experience and "equivalent" not in skill.name.lower():
        remarks.append("or equivalent experience")
    return f"{skill.name} ({', '.join(remarks)})" if remarks else skill.name
