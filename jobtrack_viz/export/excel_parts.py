"""Sheets of a comparison: texts that stay texts, headings that can be filtered, a tidy print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from jobtrack_viz.errors import JobtrackError
from jobtrack_viz.export.file_names import printable

__all__ = ["Column", "Value", "add_list", "add_notes", "empty_book", "safe_text"]

Value = str | int | float | None

_FACE, _INK, _RULE = "Arial", "1B2A5C", "C5CCDC"
_HEAD_FONT, _HEAD_FILL = Font(_FACE, 10, True, color="FFFFFF"), PatternFill("solid", _INK)
_NUMBER, _WRAPPED = Alignment("center", "top"), Alignment("left", "top", wrap_text=True)
_PLAIN, _BOLD, _LINE = (
    Font(_FACE, 10),
    Font(_FACE, 10, True),
    Border(bottom=Side("thin", color=_RULE)),
)
_LINE_HEIGHT = 13.0
"""Points; without a height of their own, some programs show one line of each row."""
_HIGHEST, _WIDER = 400.0, 1.1
"""Excel takes 409 points; words break before the end of a line, so a text needs more room."""
_NOTE_WIDTHS = (22, 90)
_MOST_LETTERS = 32_000
"""Excel takes 32,767 in a cell."""
_LONG = 40
_TAKEN_FOR_MORE = re.compile(r"[=+\-@\d]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads such letters as the code of one character; this keeps them as they are written."""


class UnsafeWriterError(JobtrackError):
    """openpyxl would handle XML with lxml, not as this product needs it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a width, in letters."""

    heading: str
    width: int


def empty_book(title: str, institution: str) -> Any:
    """A workbook without sheets, and without the name of a person or a program.

    Raises:
        UnsafeWriterError: openpyxl was loaded before this package could say how.
    """
    if openpyxl.LXML is not False or openpyxl.DEFUSEDXML is not True:
        raise UnsafeWriterError("openpyxl must work with defusedxml, without lxml")
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = printable(institution) or None
    book.properties.title = printable(title)
    book.properties.language = "en-GB"
    return book


def add_list(
    book: Any, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]
) -> None:
    """A sheet of rows below one row of headings; these stay in sight, filter and are repeated."""
    sheet = _sheet(book, name, [column.width for column in columns])
    for number, column in enumerate(columns, 1):
        cell = _put(sheet, 1, number, column.heading)
        cell.font, cell.fill, cell.alignment = _HEAD_FONT, _HEAD_FILL, _WRAPPED
    for i, row in enumerate(rows, 2):
        for j, value in enumerate(row, 1):
            _put(sheet, i, j, value)
    for i, row in enumerate([[column.heading for column in columns], *rows], 1):
        _fit(sheet, i, row, [column.width for column in columns])
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"


def add_notes(book: Any, name: str, notes: Sequence[tuple[str, Value]]) -> None:
    """A sheet of labels with what there is to say."""
    sheet = _sheet(book, name, _NOTE_WIDTHS)
    for i, (label, value) in enumerate(notes, 1):
        _put(sheet, i, 1, label).font = _BOLD
        _put(sheet, i, 2, value).alignment = _WRAPPED
        _fit(sheet, i, (label, value), _NOTE_WIDTHS)


def _fit(sheet: Any, row: int, values: Sequence[Value], widths: Sequence[int]) -> None:
    """The row is high enough for its longest text."""
    lines = max(
        sum(max(1, ceil(len(line) * _WIDER / width)) for line in str(value or "").split("\n"))
        for value, width in zip(values, widths, strict=True)
    )
    sheet.row_dimensions[row].height = min(_HIGHEST, lines * _LINE_HEIGHT)


def _sheet(book: Any, name: str, widths: Sequence[int]) -> Any:
    sheet = book.create_sheet(name)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    setup = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
    return sheet


def _put(sheet: Any, row: int, column: int, value: Value) -> Any:
    """A text stays a text: never a formula or a date, now or when somebody edits it."""
    cell = sheet.cell(row, column)
    cell.font, cell.alignment, cell.border = _PLAIN, _NUMBER, _LINE
    if not isinstance(value, str):
        cell.value = value
        return cell
    safe_text(cell, value)
    cell.alignment = _WRAPPED
    return cell


def safe_text(cell: Any, value: str) -> None:
    """The cell holds this text, as a text: no formula, no date, no control characters."""
    text = _ESCAPE.sub("_x005F_", printable(value))
    if len(text) > _MOST_LETTERS:
        text = f"{text[:_MOST_LETTERS]}…"
    cell.value = text
    cell.data_type = "s"
    if _TAKEN_FOR_MORE.match(text):
        cell.quotePrefix = True
        if len(text) <= _LONG:
            cell.number_format = "@"
