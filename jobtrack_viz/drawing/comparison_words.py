"""Comparisons and moves in words, the same on the page, on paper and in files."""

from collections.abc import Sequence

from jobtrack_viz.drawing.phrases import count_of, kind_of_move
from jobtrack_viz.gaps import Change, Comparison, is_qualification
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import Framework, Role

__all__ = [
    "DISCLAIMER",
    "grades_higher",
    "kind_between",
    "levels_more",
    "new_skills",
    "one_sentence",
    "role_and_grade",
    "stop_marks",
    "way_of_move",
]

DISCLAIMER = (
    "This describes generic roles. It does not change your job description, and is not an offer, "
    "an assessment or a promise. Higher grades come through a vacancy or regrading."
)

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def way_of_move(framework: Framework, leg: Leg) -> str:
    """The kind of a leg and the track it runs along or arrives on."""
    kind = kind_of_move(leg.kind)
    if leg.kind == "possible":
        return f"{kind} move to {leg.track}"
    before = framework.role(leg.source).tracks
    return f"{kind} on {leg.track}" if leg.track in before else f"{kind} to {leg.track}"


def kind_between(comparison: Comparison) -> str:
    """What a move from one role to the other would be, by their grades and tracks."""
    if not comparison.grades_up:
        return "transfer"
    if comparison.grades_up < 0:
        return "step down"
    shared = set(comparison.start.tracks) & set(comparison.goal.tracks)
    return "progression" if shared else "step up"


def stop_marks(journey: Journey) -> list[str]:
    """A, 1, 2, …, B: the same marks in the list, on the map and in the table."""
    return ["A", *(str(n) for n in range(1, len(journey.legs))), "B"]


def grades_higher(difference: float | None) -> str:
    """``1 grade higher``, ``same grade``, ``half a grade lower``; empty if a grade is missing."""
    if difference is None:
        return ""
    if difference == 0:
        return "same grade"
    whole, size = int(abs(difference)), abs(difference)
    if size == 0.5:
        text = "half a grade"
    elif size == whole:
        text = count_of(whole, "grade")
    else:
        text = f"{whole}½ grades"
    return f"{text} {'higher' if difference > 0 else 'lower'}"


def levels_more(comparison: Comparison) -> str:
    """``3 levels more, in 2 competencies``, ``no level more`` or that levels are not stated.

    Empty where neither role states any.
    """
    if comparison.steps_up is None:
        return "levels not stated" if comparison.states_levels else ""
    if not comparison.steps_up:
        return "no level more"
    levels = count_of(comparison.steps_up, "level")
    where = count_of(len(comparison.develop), "competency", "competencies")
    return f"{levels} more, in {where}"


def new_skills(comparison: Comparison) -> int:
    """How many skills are new; qualifications are conditions, so they do not count."""
    return sum(not is_qualification(skill) for skill in comparison.skills.learn)


def one_sentence(comparison: Comparison) -> str:
    """The whole comparison in one sentence, figures first."""
    parts = [*_rises(comparison.develop)]
    if comparison.ease:
        parts.append(f"{len(comparison.ease)} {_asks(comparison.ease)} for less")
    if comparison.keep:
        parts.append(f"{len(comparison.keep)} {'stays' if len(comparison.keep) == 1 else 'stay'}")
    if comparison.not_stated:
        parts.append(f"{len(comparison.not_stated)} cannot be compared")
    if parts:
        parts[0] = _with_noun(parts[0])
    return _sentence("; ".join(part for part in (", ".join(parts), _skills(comparison)) if part))


def role_and_grade(role: Role) -> str:
    """``Developer, grade 6``."""
    return f"{role.title}, grade {role.grade}" if role.grade else role.title


def _rises(changes: Sequence[Change]) -> list[str]:
    """Each size of rise with its number of competencies, smallest rise first."""
    sizes = sorted({change.steps for change in changes})
    grouped = [(size, [c for c in changes if c.steps == size]) for size in sizes]
    return [
        f"{len(found)} {_asks(found)} for {_NUMBERS[size] if size < 10 else size} "
        f"{'level' if size == 1 else 'levels'} more"
        for size, found in grouped
    ]


def _asks(changes: Sequence[Change]) -> str:
    return "asks" if len(changes) == 1 else "ask"


def _with_noun(part: str) -> str:
    number, rest = part.split(" ", 1)
    return f"{number} {'competency' if number == '1' else 'competencies'} {rest}"


def _skills(comparison: Comparison) -> str:
    new, required = new_skills(comparison), len(comparison.skills.required_qualifications)
    parts = [f"{count_of(new, 'skill')} {'is' if new == 1 else 'are'} new"] if new else []
    if required:
        verb = "is" if required == 1 else "are"
        parts.append(f"{count_of(required, 'qualification')} {verb} required")
    if parts:
        return ", ".join(parts)
    return "no skill is new" if comparison.skills.keep else ""


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else "The workbook states nothing to compare."
