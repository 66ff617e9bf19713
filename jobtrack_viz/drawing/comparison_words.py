"""Comparisons and moves in words, the same on the page, on paper and in files."""

from collections.abc import Sequence

from jobtrack_viz.drawing.phrases import count_of, kind_of_move, sentence_case
from jobtrack_viz.gaps import Change, Comparison, is_qualification
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import Framework, Role

__all__ = [
    "DISCLAIMER",
    "figures_of_move",
    "figures_of_way",
    "grades_higher",
    "kind_between",
    "levels_in_competencies",
    "levels_more",
    "new_skills",
    "new_skills_counted",
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
    return levels_in_competencies(comparison.steps_up, len(comparison.develop))


def levels_in_competencies(more: int, competencies: int) -> str:
    """``3 levels more, in 2 competencies``, or ``no level more``."""
    if not more:
        return "no level more"
    where = count_of(competencies, "competency", "competencies")
    return f"{count_of(more, 'level')} more, in {where}"


def figures_of_move(comparison: Comparison, kind: str) -> tuple[str, ...]:
    """Grades, levels more, less on a move down, new skills: what there is to say of a move."""
    less = count_of(len(comparison.ease), "competency", "competencies")
    figures = (
        grades_higher(comparison.grades_up),
        levels_more(comparison),
        f"asks for less in {less}" if comparison.ease and kind == "step down" else "",
        new_skills_counted(comparison),
    )
    return tuple(figure for figure in figures if figure)


def figures_of_way(grades_up: float | None, journey: Journey | None) -> tuple[str, ...]:
    """Moves and changes of track of a journey if there is one, and grades between its ends."""
    parts = [grades_higher(grades_up)]
    if journey:
        changes = count_of(journey.changes, "change of track", "changes of track")
        moves = count_of(len(journey.legs), "move")
        parts = [moves, changes if journey.changes else "", *parts]
    return tuple(part for part in parts if part)


def new_skills(comparison: Comparison) -> int:
    """How many skills are new; qualifications are conditions, so they do not count."""
    return sum(not is_qualification(skill) for skill in comparison.skills.learn)


def new_skills_counted(comparison: Comparison) -> str:
    """``4 new skills``; empty if none is new."""
    new = new_skills(comparison)
    return count_of(new, "new skill") if new else ""


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
    return f"{sentence_case(text)}." if text else "The workbook states nothing to compare."
