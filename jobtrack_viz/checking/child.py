"""The child process that checks an upload; only its door starts it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jobtrack_viz.checking.values import Base, Checked, Question
from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.export.forms.book import grids_of, plainest_sheets
from jobtrack_viz.health import findings
from jobtrack_viz.merge import settle
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import (
    Disclosure,
    Places,
    Reading,
    Revealed,
    Stamp,
    read_tables,
    update_tables,
)
from jobtrack_viz.workbook.books import read_books
from jobtrack_viz.workbook.child import OpenBook, answering, open_book
from jobtrack_viz.workbook.grids import Grid, in_book
from jobtrack_viz.workbook.reading import listed
from jobtrack_viz.workbook.revealing import disclosures
from jobtrack_viz.workbook.stamp import stamped_sheets, the_stamp
from jobtrack_viz.workbook.stripping import stripped_copy
from jobtrack_viz.workbook.transport import packed, unpacked

__all__ = ["check"]

_PUBLISHED = "current Published map.xlsx"
"""The name of the workbook that stands for what is published, in messages about an update."""


def check(task: bytes) -> bytes:
    """The packed answer to a question."""
    question = unpacked(task, Question)
    return answering(lambda: packed(_checked(question)))


def _checked(question: Question) -> Checked:
    books = {name: _opened(question, name) for name in sorted(question.files)}
    revealed = {name: _revealed(question, book) for name, book in books.items()}
    if question.answer == "ask" and any(revealed.values()):
        return Checked(revealed)
    without = {}
    for name, book in books.items():
        if question.answer == "strip" or revealed[name].lists_people:
            without[name] = stripped_copy(book.data, book.inspection, book.every, question.limits)
            books[name] = open_book(without[name], question.limits)
    grids = _grids(question, books)
    return replace(_read(question, grids), revealed=revealed, without=without)


def _opened(question: Question, name: str) -> OpenBook:
    try:
        return open_book(question.files[name], question.limits)
    except UnreadableWorkbook as error:
        if len(question.files) == 1:
            raise
        raise UnreadableWorkbook(f"{' '.join(name.split())}: {error}") from error


def _revealed(question: Question, book: OpenBook) -> Revealed:
    found = disclosures(book.data, book.inspection, book.every, question.limits)
    return Revealed(unpacked(packed(found), tuple[Disclosure, ...]))


def _grids(question: Question, books: Mapping[str, OpenBook]) -> tuple[Grid, ...]:
    """The sheets of all files; each is opened already, and found by its content."""
    by_content = {book.data: book.grids for book in books.values()}
    named = {name: book.data for name, book in books.items()}
    return read_books(named, question.limits, by_content.__getitem__)


def _read(question: Question, grids: Sequence[Grid]) -> Checked:
    stamp = the_stamp([*stamped_sheets(grids).values()])
    if question.current is None:
        return Checked({}, _judged(read_tables(grids, question.limits)))
    if stamp is not None and stamp.version not in question.bases:
        return Checked({}, wanted=stamp)
    base = question.bases.get(stamp.version) if stamp else None
    if stamp is None or base is None or base.sha256 != stamp.sha256:
        return Checked({}, _judged(_update(question, question.current, grids, stamp)))
    return _copy(question, base, question.current, read_tables(grids, question.limits))


def _update(
    question: Question, current: Framework, grids: Sequence[Grid], stamp: Stamp | None
) -> Reading:
    """The map in force with the tracks and rows that the upload names."""
    before = [in_book(_PUBLISHED, grid) for grid in grids_of(plainest_sheets(current))]
    reading = update_tables(before, grids, question.limits)
    if stamp is None:
        return reading
    note = Problem("note", "stamp-unknown", None, None, {"found": stamp.version})
    return replace(reading, problems=(*reading.problems, note))


def _copy(question: Question, base: Base, current: Framework, alone: Reading) -> Checked:
    """The map in force with what was edited in a copy of a published version."""
    if alone.framework is None:
        return Checked({}, _judged(alone), copied=True)
    choices = question.choices
    first = settle(base.framework, alone.framework, current, {})
    found = settle(base.framework, alone.framework, current, choices) if choices else first
    asked = {conflict.key: conflict for conflict in (*first.conflicts, *found.conflicts)}
    reading = _judged(replace(alone, framework=found.framework))
    return Checked({}, reading, copied=True, conflicts=tuple(asked.values()), kept=found.kept)


def _judged(reading: Reading) -> Reading:
    """The reading with what there is to say about its framework, and without its places."""
    problems = reading.problems
    if reading.framework is not None:
        problems += findings(build_network(reading.framework), reading.places)
    return replace(reading, problems=listed(problems), places=Places())
