"""Problems as a report tells them: by kind, worst first, and no more of each than one can read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobtrack_viz.model import Problem, Severity
from jobtrack_viz.workbook.words import found_and_remedy

__all__ = ["TITLES", "ProblemGroup", "ProblemLine", "grouped"]

_SEVERITIES = ("error", "warning", "note")

TITLES: Mapping[str, str] = {
    "no-roles": "No roles",
    "heading-placeholder": "Headings of the template that were left as they are",
    "heading-missing": "Levels without a heading",
    "competency-missing": "Levels without a competency",
    "level-unknown": "Unknown levels",
    "level-merged": "Merged levels",
    "scale-unknown": "No scale of levels",
    "cell-date": "Values that Excel turned into dates",
    "cell-error": "Cells that show an error",
    "formula-without-value": "Formulas without a value",
    "competency-twice": "A competency twice in one matrix",
    "matrices-disagree": "Matrices that disagree",
    "id-twice": "An ID for two roles",
    "ladders-disagree": "Ladders that disagree",
    "role-title-missing": "Rows without a title",
    "value-missing": "Missing values",
    "role-ambiguous": "Titles that fit several roles",
    "role-unknown": "Unknown roles",
    "competency-unknown": "Unknown competencies",
    "track-unknown": "Unknown tracks",
    "grade-unknown": "Unknown grades",
    "grade-order-unclear": "Grades in no clear order",
    "grades-disagree": "Orders of grades that disagree",
    "word-unknown": "Words that are not understood",
    "move-to-itself": "Moves that lead nowhere",
    "competency-not-on-ladder": "Competencies that are not on the ladder",
    "competency-unused": "Competencies that no role uses",
    "descriptor-missing": "Levels without a description",
    "role-without-levels": "Roles without levels",
    "grade-missing": "Roles without a grade",
    "title-long": "Long titles",
    "alias-shared": "Former titles of several roles",
    "colour-pale": "Pale colours",
    "kind-contradicts-grades": "Kinds of move that contradict the grades",
    "rows-hidden": "Hidden rows",
    "columns-hidden": "Hidden columns",
    "level-falls": "Levels that fall where the grade rises",
    "neighbours-alike": "Neighbours with the same levels",
    "line-ends-early": "Tracks that end early",
    "station-unreachable": "Roles that no move leads to",
    "level-without-grades": "Levels without grades",
    "matrix-turned": "Matrices read across",
    "sheet-not-used": "Sheets that were not used",
    "sheet-read-as": "Sheets with several tables",
    "cells-not-used": "Cells that were not used",
    "matrix-side-assumed": "Matrices whose sides were assumed",
    "labels-filled-down": "Labels that were read as repeated",
    "section-title": "Titles of sections",
    "level-names-differ": "Names of levels that differ",
    "sheet-hidden": "Hidden sheets",
    "rows-filtered": "Filtered rows",
    "column-not-used": "Columns that were not used",
    "formula-read": "Formulas",
    "text-cleaned": "Invisible characters",
    "grade-order-inferred": "An order of grades that was worked out",
    "kind-inferred": "Kinds of move that were worked out",
    "listed-twice": "Entries listed twice",
    "told-otherwise": "Entries told otherwise elsewhere",
    "track-not-listed": "Tracks that are not listed",
    "link-unusable": "Links that cannot be used",
    "row-without-text": "Rows without a text",
    "level-grade-inferred": "Grades of levels that were worked out",
    "roles-from-levels": "Roles made of levels",
    "story-without-consent": "Stories without consent",
    "stamp-unknown": "Versions that are not known",
    "story-withdrawn": "Stories that were withdrawn",
    "story-without-move": "Stories without a move",
    "section-own": "Sections of your own",
    "gone-with-update": "Entries that go with the update",
    "level-superseded": "Levels that the update replaces",
    "order-unclear": "Orders that are no numbers",
    "colour-unknown": "Unknown colours",
    "list-of-people": "Lists of people",
    "posts-unclear": "Numbers of posts that are not clear",
    "progressions-unclear": "Progressions that are not clear",
}
"""What problems of a code are called together."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One problem: where, what was found, what to write instead; what is not known is empty."""

    sheet: str
    cell: str
    found: str
    write: str


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems of one code. ``count`` is of all, ``lines`` are the first, ``more`` the others."""

    severity: Severity
    code: str
    title: str
    count: int
    lines: tuple[ProblemLine, ...]

    @property
    def more(self) -> int:
        """How many are left out of ``lines``."""
        return self.count - len(self.lines)

    @property
    def rest(self) -> str:
        """What to say of those, empty if there are none."""
        return f"And {self.more:,} more, all in the marked copy." if self.more else ""


def grouped(problems: Iterable[Problem], most: int = 100) -> tuple[ProblemGroup, ...]:
    """Errors, then warnings, then notes; within each the kinds in the order of their first problem.

    At most ``most`` lines of each group are written out.
    """
    found: dict[tuple[int, str], list[Problem]] = {}
    for problem in problems:
        found.setdefault((_SEVERITIES.index(problem.severity), problem.code), []).append(problem)
    return tuple(
        ProblemGroup(
            some[0].severity,
            code,
            TITLES.get(code, code.replace("-", " ").capitalize()),
            len(some),
            tuple(_line(problem) for problem in some[:most]),
        )
        for (_, code), some in sorted(found.items(), key=lambda group: group[0][0])
    )


def _line(problem: Problem) -> ProblemLine:
    return ProblemLine(problem.sheet or "", problem.cell or "", *found_and_remedy(problem))
