"""Excel in, a framework out: ``read_workbook`` and its neighbours are the only doors."""

from collections.abc import Iterable, Mapping

from jobtrack_viz.model import Problem
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.asking import Question, ask_child
from jobtrack_viz.workbook.draft import assemble
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.problem_groups import ProblemGroup, ProblemLine, grouped
from jobtrack_viz.workbook.reading import (
    Places,
    Reading,
    Summary,
    by_name,
    judge,
    problems_of,
    with_stamp,
)
from jobtrack_viz.workbook.stamp import Stamp
from jobtrack_viz.workbook.tables import find_tables
from jobtrack_viz.workbook.transport import unpacked
from jobtrack_viz.workbook.update import updated
from jobtrack_viz.workbook.uploads import Disclosure, Revealed, marked, revealed, stripped

__all__ = [
    "Disclosure",
    "Places",
    "ProblemGroup",
    "ProblemLine",
    "Reading",
    "Revealed",
    "Stamp",
    "Summary",
    "grouped",
    "marked",
    "read_update",
    "read_workbook",
    "read_workbooks",
    "revealed",
    "stripped",
]


def read_workbook(data: bytes, limits: Limits | None = None) -> Reading:
    """Everything that an .xlsx file says, and everything that is wrong with it.

    Raises:
        UnreadableWorkbook: the file is refused, or holds more than the limits allow.
    """
    return read_workbooks({"workbook": data}, limits)


def read_workbooks(books: Mapping[str, bytes], limits: Limits | None = None) -> Reading:
    """The same for several files, by their names, that are one framework together.

    What one says serves the others; the order of the files carries no meaning. Sheets in problems
    and places are such as ``roles.xlsx: Developer``; of a single file they stand alone.

    Raises:
        UnreadableWorkbook: a file is refused, or all together hold more than the limits allow.
    """
    return unpacked(ask_child(Question("read", limits or Limits(), books)), Reading)


def read_update(
    current: Mapping[str, bytes] | bytes,
    upload: Mapping[str, bytes] | bytes,
    limits: Limits | None = None,
) -> Reading:
    """The current workbook, or workbooks, with what an upload says in the place of what it names.

    A track of which the upload has a matrix is replaced by it. Rows of other sheets replace the
    rows that they mean. All else stays, but for what only roles had that are gone; notes say so.
    Problems are those that the current workbook does not have by itself; its sheets are such as
    ``current workbook: Developer``.

    Raises:
        UnreadableWorkbook: a file is refused, or all together hold more than the limits allow.
    """
    old = current if isinstance(current, Mapping) else {"workbook": current}
    new = upload if isinstance(upload, Mapping) else {"workbook": upload}
    before = {f"current {name}": data for name, data in old.items()}
    question = Question("update", limits or Limits(), new, before)
    return unpacked(ask_child(question), Reading)


def update_tables(current: Iterable[Grid], upload: Iterable[Grid], limits: Limits) -> Reading:
    """The same for cells that are already read; no two sheets have one name."""
    old, new = tuple(current), tuple(upload)
    before = assemble(find_tables(by_name(old)))
    draft = assemble(updated(before, find_tables(by_name(new), before.tables)))
    known = {_key(problem) for problem in problems_of(before) if problem.severity != "error"}
    found = [
        problem
        for problem in problems_of(draft)
        if problem.severity == "error" or _key(problem) not in known
    ]
    return with_stamp(judge(draft, found, [grid.name for grid in (*new, *old)], limits), new)


def read_tables(grids: Iterable[Grid], limits: Limits) -> Reading:
    """The same for cells that are already read."""
    sheets = tuple(grids)
    draft = assemble(find_tables(by_name(sheets)))
    reading = judge(draft, problems_of(draft), [grid.name for grid in sheets], limits)
    return with_stamp(reading, sheets)


def _key(problem: Problem) -> tuple[object, ...]:
    facts = tuple(sorted(problem.facts.items()))
    return problem.severity, problem.code, problem.sheet, problem.cell, facts
