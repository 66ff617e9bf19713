"""The plan that two people talk through: its whole content, decided once for page and files."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from jobtrack_viz.advice import processes_for
from jobtrack_viz.drawing.comparison_words import (
    DISCLAIMER,
    figures_of_way,
    grades_higher,
    kind_between,
    levels_more,
    new_skills_counted,
    stop_marks,
    way_of_move,
)
from jobtrack_viz.drawing.journey_words import about_kind
from jobtrack_viz.drawing.level_words import in_one_sentence
from jobtrack_viz.drawing.phrases import (
    grade_in_words,
    joined,
    moves_of_kind,
    status_in_words,
    tracks_in_words,
)
from jobtrack_viz.export.aims import Aims, aims_of
from jobtrack_viz.gaps import Comparison, SkillChanges, compare
from jobtrack_viz.guidance import Process
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import About, Framework, Role, Skill
from jobtrack_viz.workbook.text import is_web_address

__all__ = [
    "HowItHappens",
    "Move",
    "Plan",
    "SkillList",
    "Stop",
    "plan_of",
]

_MOST_SKILLS = 12
_MOST_NOTED = 6
"""Moves up to which each has its note: a longer journey is a list of stops, told on the map."""
_MOST_TEXTS, _MOST_PARAGRAPHS, _MOST_LETTERS = 4, 2, 180
"""About how moves happen: texts in all, paragraphs of the only one, letters of each of several."""
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")


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

    ``asks`` are those figures in short that say what is to be developed and learned.
    ``track`` is the line that it runs along if ``along``, else the one that it arrives on.
    """

    way: str
    facts: tuple[str, ...]
    asks: tuple[str, ...]
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

    Without a described journey ``stops`` are both ends and ``moves`` is empty. ``more_how``
    are titles of further texts about how moves happen; ``undescribed``
    names kinds of moves about which the institution says nothing; ``ask`` is whom to ask,
    and ``states_levels`` says whether the workbook states any for one of the ends. ``caution`` says
    so where the map is not the one in force. Without ``complete`` not every way was looked at.
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
    more_how: tuple[str, ...]
    undescribed: tuple[str, ...]
    ask: str
    states_levels: bool
    disclaimer: str = DISCLAIMER
    caution: str = ""
    complete: bool = True

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
            none = "is described" if self.complete else "was found; not all were looked at"
            return f"From {first.name} to {rest[-1].name}. No way between them {none}."
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
        version,
        today,
        in_one_sentence(framework, comparison),
        figures_of_way(comparison.grades_up, journey),
        tuple(_stop(framework, *pair) for pair in zip(roles, marks, strict=True)),
        tuple(_move(framework, leg, noted=len(legs) <= _MOST_NOTED) for leg in legs),
        aims_of(framework, comparison, roles),
        tuple(_skill_lists(comparison.skills)),
        how[:_MOST_TEXTS],
        tuple(each.title for each in how[_MOST_TEXTS:]),
        undescribed,
        framework.about.contact.strip() or "HR",
        comparison.states_levels,
        " ".join((DISCLAIMER, *_not_agreed(framework, roles))),
    )


def _not_agreed(framework: Framework, roles: Sequence[Role]) -> Iterator[str]:
    """A plan along tracks that are not agreed yet says so."""
    met = {name for role in roles for name in role.tracks}
    names = [t.name for t in framework.tracks if t.name in met and t.status not in ("", "agreed")]
    if names:
        yield f"Not agreed yet: {tracks_in_words(framework, names)}."


def _stop(framework: Framework, role: Role, mark: str) -> Stop:
    grade = grade_in_words(framework, role) if framework.grades else ""
    status = status_in_words(role)
    return Stop(mark, role.id, role.name, role.title, grade, role.tracks, status)


def _move(framework: Framework, leg: Leg, *, noted: bool) -> Move:
    comparison = compare(framework, framework.role(leg.source), framework.role(leg.target))
    skills = new_skills_counted(comparison)
    levels = levels_more(comparison)
    facts = (grades_higher(comparison.grades_up), levels, skills)
    return Move(
        way_of_move(framework, leg),
        tuple(fact for fact in facts if fact),
        tuple(fact for fact in (levels.partition(",")[0], skills) if fact),
        leg.track,
        leg.along,
        leg.kind == "possible",
        _note(leg) if noted else "",
        leg.link if noted else "",
    )


def _note(leg: Leg) -> str:
    """What this kind of move is where its name may be misread, then the workbook's own note."""
    about = about_kind(leg.kind)
    return " ".join(part for part in (f"{about.capitalize()}." if about else "", leg.note) if part)


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
            missing[moves_of_kind(kind)] = None
    told = tuple(
        HowItHappens(
            process.name,
            _moves_named(numbers) if len(kinds) > 1 else "",
            process.lines[:_MOST_PARAGRAPHS] if len(about) == 1 else _beginning(process.lines),
            process.link if is_web_address(process.link) else "",
        )
        for process, numbers in about.items()
    )
    return told, tuple(missing)


def _beginning(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The first sentences of a text, whole: as many as take little room, and one at least."""
    sentences = _SENTENCE_ENDS.split(lines[0]) if lines else []
    lengths = accumulate(len(sentence) + 1 for sentence in sentences)
    fitting = sum(length <= _MOST_LETTERS for length in lengths)
    return (" ".join(sentences[: max(1, fitting)]),) if sentences else ()


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
