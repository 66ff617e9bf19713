"""What comes of reading: a framework or what is wrong, how much there is, and what stands where."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.build import build_framework
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.grids import Grid, own_name, place
from jobtrack_viz.workbook.guidance_rules import GUIDANCE_RULES
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.ladder_rules import LADDER_RULES
from jobtrack_viz.workbook.list_rules import LIST_RULES
from jobtrack_viz.workbook.moves import given_moves
from jobtrack_viz.workbook.rules import MATRIX_RULES
from jobtrack_viz.workbook.stamp import Stamp, stamped_sheets, the_stamp
from jobtrack_viz.workbook.text import fold

__all__ = [
    "Places",
    "Reading",
    "Summary",
    "by_name",
    "judge",
    "listed",
    "problems_of",
    "with_stamp",
]

_SEVERITIES = ("error", "warning", "note")
_MOST_OF_A_CODE = 200
"""Problems of one code that are listed; nobody mends more by hand before checking again."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a workbook holds, with or without errors. ``levels`` are lowest first."""

    tracks: int
    grades: int
    roles: int
    competencies: int
    levels: tuple[str, ...]
    moves: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where the workbook says what: (sheet, cell) by role id and names that belong to it."""

    roles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    headings: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    levels: Mapping[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a workbook.

    ``framework`` is None exactly if one of ``problems`` is an error. Problems are errors first,
    then warnings, then notes, each in the workbook's order. ``places.headings`` are keyed by
    (role id, track), ``places.levels`` by (role id, competency, track). ``stamp`` says from which
    version the workbook was downloaded, if it was.
    """

    framework: Framework | None
    problems: tuple[Problem, ...]
    summary: Summary
    places: Places
    stamp: Stamp | None = None


def judge(
    draft: Draft, problems: Iterable[Problem], sheets: Sequence[str], limits: Limits
) -> Reading:
    """The reading that these problems leave of a draft; ``sheets`` are its sheets in their order.

    Raises:
        UnreadableWorkbook: the draft holds more than the limits allow.
    """
    _keep_limits(draft, limits)
    order = {name: i for i, name in enumerate(sheets)}
    found = sorted(problems, key=lambda problem: _reading_order(problem, order))
    broken = any(problem.severity == "error" for problem in found)
    framework = None if broken else build_framework(draft)
    return Reading(framework, listed(found), _summary(draft), _places(draft))


def with_stamp(reading: Reading, grids: Iterable[Grid]) -> Reading:
    """The reading with what the upload's sheets tell of the version that they were made from.

    The guide that holds the stamp was written here, so nothing is said of its not being used.
    """
    stamps = stamped_sheets(grids)
    problems = tuple(
        problem
        for problem in reading.problems
        if not (problem.code == "sheet-not-used" and problem.sheet in stamps)
    )
    return replace(reading, problems=problems, stamp=the_stamp([*stamps.values()]))


def listed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors, then warnings, then notes, else in their order; of each code 200 at most.

    The last of these says how many more there are (``more``). Facts are plain texts.
    """
    every = sorted(problems, key=lambda problem: _SEVERITIES.index(problem.severity))
    counts = Counter(problem.code for problem in every)
    seen: Counter[str] = Counter()
    kept = []
    for problem in every:
        seen[problem.code] += 1
        facts = dict(problem.facts) if seen[problem.code] <= _MOST_OF_A_CODE else {}
        if seen[problem.code] == _MOST_OF_A_CODE < counts[problem.code]:
            facts["more"] = f"{counts[problem.code] - _MOST_OF_A_CODE:,}"
        if facts or seen[problem.code] <= _MOST_OF_A_CODE:
            kept.append(replace(problem, facts=facts))
    return tuple(kept)


def problems_of(draft: Draft) -> list[Problem]:
    """Everything that the tables' cells and every rule have to say."""
    found = [*draft.tables.problems]
    for rule in (*MATRIX_RULES, *LADDER_RULES, *LIST_RULES, *GUIDANCE_RULES):
        found += rule(draft)
    return found


def by_name(grids: Iterable[Grid]) -> list[Grid]:
    """Sheets by their own names, 2 before 10, then by their workbooks': no other order counts."""
    return sorted(grids, key=lambda grid: (_natural(own_name(grid.name)), _natural(grid.name)))


def _natural(name: str) -> tuple[tuple[str, int], ...]:
    parts = re.findall(r"(\D*)(\d*)", fold(name))
    return tuple((text, int(number or 0)) for text, number in parts)


def _reading_order(problem: Problem, sheets: Mapping[str, int]) -> tuple[int, int, int, int]:
    row, column = place(problem.cell) if problem.cell else (0, 0)
    return _SEVERITIES.index(problem.severity), sheets.get(problem.sheet or "", -1), row, column


def _keep_limits(draft: Draft, limits: Limits) -> None:
    counts = (
        (len(draft.roster.roles), limits.roles, "roles"),
        (len(draft.tracks), limits.tracks, "tracks"),
        (len(draft.competencies), limits.competencies, "competencies"),
    )
    for count, limit, what in counts:
        if count > limit:
            raise UnreadableWorkbook(
                f"The workbook holds {count:,} {what}; the limit is {limit:,}. "
                "Split it into several workbooks."
            )


def _summary(draft: Draft) -> Summary:
    return Summary(
        len(draft.tracks),
        len(draft.grades.labels),
        len(draft.roster.roles),
        len(draft.competencies),
        draft.scale.levels if draft.scale and draft.competencies else (),
        sum(1 for _ in given_moves(draft)),
    )


def _places(draft: Draft) -> Places:
    roles, headings = {}, {}
    for role in draft.roster.roles:
        roles[role.id] = _place(role.mentions[0].entry)
        for mention in role.mentions:
            for track in mention.tracks if mention.heading else ():
                headings[role.id, draft.tracks[fold(track)]] = _place(mention.entry)
    levels = {
        (level.role.id, draft.competencies[level.competency], draft.tracks[track]): _place(
            level.entry
        )
        for level in draft.levels
        if level.role and level.competency
        for track in level.tracks
    }
    return Places(roles, headings, levels)


def _place(entry: Entry) -> tuple[str, str]:
    return entry.sheet, entry.address
