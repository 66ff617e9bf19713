"""How a workbook gets a fault, and what the reader must say of it."""

from collections.abc import Callable
from dataclasses import dataclass

from jobtrack_viz.workbook.grids import place
from tests.workbook.clean import clean_book
from tests.workbook.pages import Book, Page, pad

__all__ = [
    "TOP",
    "Fault",
    "column",
    "drop_row",
    "error",
    "hide",
    "merge",
    "note",
    "put",
    "row",
    "then",
    "warning",
]

Found = tuple[str, str, str | None, str | None]
Change = Callable[[Book], None]


@dataclass(frozen=True)
class Fault:
    """One fault: what is changed, and every problem it gives: severity, code, sheet, cell."""

    name: str
    change: Change
    expected: tuple[Found, ...]
    base: Callable[[], Book] = clean_book


def put(cells: dict[str, object]) -> Change:
    """Cells such as ``Moves!B2`` get other values; None empties one."""

    def change(book: Book) -> None:
        for where, value in cells.items():
            sheet, _, address = where.rpartition("!")
            row, column = place(address)
            page = next(page for page in book.pages if page.name == sheet)
            page.rows.extend([] for _ in range(row - len(page.rows)))
            pad(page.rows[row - 1], column)
            page.rows[row - 1][column - 1] = value

    return change


def column(sheet: str, at: str, *values: object) -> Change:
    """A column gets these values from its first row down."""
    return put({f"{sheet}!{at}{row}": value for row, value in enumerate(values, 1)})


def row(sheet: str, at: int, *values: object) -> Change:
    """A row gets these values from its first column on."""
    return put({f"{sheet}!{chr(65 + n)}{at}": value for n, value in enumerate(values)})


def error(code: str, sheet: str | None, *cells: str | None) -> tuple[Found, ...]:
    """An error at each of these cells."""
    return tuple(("error", code, sheet, cell) for cell in cells)


def warning(code: str, sheet: str, cell: str) -> tuple[Found, ...]:
    """A warning at this cell."""
    return (("warning", code, sheet, cell),)


def note(code: str, sheet: str, cell: str) -> tuple[Found, ...]:
    """A note at this cell."""
    return (("note", code, sheet, cell),)


def then(*changes: Change) -> Change:
    """One change after the other."""

    def change(book: Book) -> None:
        for one in changes:
            one(book)

    return change


def page(name: str) -> Callable[[Book], Page]:
    """The page of this name."""
    return lambda book: next(found for found in book.pages if found.name == name)


def merge(sheet: str, top: int, left: int, bottom: int, right: int) -> Change:
    """Cells are merged; only the first keeps its value, as in Excel."""

    def change(book: Book) -> None:
        page(sheet)(book).merged.append((top, left, bottom, right))

    return change


def drop_row(sheet: str, number: int) -> Change:
    """A row is deleted."""

    def change(book: Book) -> None:
        del page(sheet)(book).rows[number - 1]

    return change


def hide(sheet: str, *, row: int = 0, column: int = 0) -> Change:
    """A row or a column (from 1) or, without either, the sheet is hidden."""

    def change(book: Book) -> None:
        found = page(sheet)(book)
        found.hidden = not (row or column)
        found.hidden_rows |= {row - 1} if row else set()
        found.hidden_columns |= {column - 1} if column else set()

    return change


TOP = ("High", "Medium", "High", "Medium", "High", "Medium", "High", "High")
"""Levels like those of the highest role, for a column more."""
