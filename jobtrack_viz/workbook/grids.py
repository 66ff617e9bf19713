"""Grids of addressed cells: what a workbook holds before anyone asks what it means."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

__all__ = [
    "Cell",
    "Grid",
    "Kind",
    "address",
    "column_letters",
    "in_book",
    "of_book",
    "own_name",
    "place",
]

Kind = Literal["text", "number", "date", "error"]

_OF = ": "
"""Between the names of a workbook and of its sheet; Excel allows no colon in a sheet's name."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell. ``row`` and ``column`` count from 1.

    ``text`` is what the author sees: whole numbers without a decimal point, in NFC, without
    zero-width and bidirectional controls; white space is collapsed in each line, empty lines are
    dropped, lines are joined by a line feed. It is never empty, except for a formula without a
    cached value. A date's ``text`` is ISO; an error's is such as ``#REF!``.
    ``cleaned`` says that characters nobody sees were removed; white space and NFC do not count.
    """

    row: int
    column: int
    text: str
    kind: Kind = "text"
    formula: bool = False
    cleaned: bool = False

    @property
    def line(self) -> str:
        """The text on one line."""
        return self.text.replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. ``cells`` are keyed by (row, column), in row order.

    ``merged`` holds (first row, first column, last row, last column). ``hidden_rows`` were hidden
    by hand, ``filtered_rows`` by a filter.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = field(default_factory=frozenset)
    hidden_columns: frozenset[int] = field(default_factory=frozenset)
    filtered_rows: frozenset[int] = field(default_factory=frozenset)

    def shows(self, row: int, column: int) -> bool:
        """True unless somebody hid the row or the column."""
        return row not in self.hidden_rows and column not in self.hidden_columns


def in_book(book: str, grid: Grid) -> Grid:
    """The sheet under its workbook's name, such as ``roles.xlsx: Developer``."""
    return replace(grid, name=f"{book}{_OF}{grid.name}")


def of_book(book: str, sheet: str) -> str | None:
    """A sheet's own name if it is this workbook's, or no workbook's; None if it is another's."""
    prefix = f"{' '.join(book.split())}{_OF}"
    if sheet.startswith(prefix):
        return sheet[len(prefix) :]
    return None if _OF in sheet else sheet


def own_name(sheet: str) -> str:
    """A sheet's name without its workbook's."""
    return sheet.rpartition(_OF)[2]


def column_letters(column: int) -> str:
    """The letters of a column that counts from 1: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """A cell's address, such as ``C14``."""
    return f"{column_letters(column)}{row}"


def place(address: str) -> tuple[int, int]:
    """Row and column of an address such as ``C14``, counted from 1."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters) :]), column
