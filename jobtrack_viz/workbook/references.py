"""Cell references such as ``C14`` and areas such as ``A1:D9``, within Excel's own bounds."""

import re

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.workbook.formats import SAVE_AGAIN

__all__ = ["LAST_COLUMN", "LAST_ROW", "Area", "area", "place", "size"]

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; all count from 1."""

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_ROWS = re.compile(r"\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})")
_COLUMNS = re.compile(r"\$?([A-Z]{1,3}):\$?([A-Z]{1,3})")


def place(sheet: str, reference: str) -> tuple[int, int]:
    """The row and column of a cell.

    Raises:
        UnreadableWorkbook: no sheet has such a cell.
    """
    found = _PLACE.fullmatch(reference)
    if found:
        row, column = int(found[2]), _column(found[1])
        if row <= LAST_ROW and column <= LAST_COLUMN:
            return row, column
    raise _absurd(sheet, reference)


def area(sheet: str, reference: str) -> Area:
    """The corners of an area; one cell, whole rows and whole columns are areas too.

    Raises:
        UnreadableWorkbook: no sheet has such an area.
    """
    if found := _ROWS.fullmatch(reference):
        corners = (int(found[1]), 1, int(found[2]), LAST_COLUMN)
    elif found := _COLUMNS.fullmatch(reference):
        corners = (1, _column(found[1]), LAST_ROW, _column(found[2]))
    else:
        first, colon, last = reference.partition(":")
        corners = (*place(sheet, first), *place(sheet, last if colon else first))
    top, left, bottom, right = corners
    if not (top <= bottom <= LAST_ROW and left <= right <= LAST_COLUMN):
        raise _absurd(sheet, reference)
    return corners


def size(corners: Area) -> int:
    """The number of cells in an area."""
    top, left, bottom, right = corners
    return (bottom - top + 1) * (right - left + 1)


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column


def _absurd(sheet: str, reference: str) -> UnreadableWorkbook:
    return UnreadableWorkbook(
        f"Sheet {sheet!r} speaks of the cell {reference[:40]!r}, which no sheet has. {SAVE_AGAIN}"
    )
