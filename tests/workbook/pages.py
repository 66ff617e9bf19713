"""Workbooks as plain pages of values: easy to change by hand, written as real .xlsx bytes."""

import re
import warnings
import zipfile
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Reading, read_tables
from jobtrack_viz.workbook.gate import inspect
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.values import grids_of as grids_from
from jobtrack_viz.workbook.values import read_values

__all__ = ["Book", "Error", "Formula", "Page", "grids_of", "letters_of", "pad", "reading_of"]


@dataclass(frozen=True)
class Formula:
    """A formula; ``text`` is the value that Excel stored, None if it never worked it out."""

    text: str | None


@dataclass(frozen=True)
class Error:
    """An error that Excel shows, such as #REF!."""

    text: str


@dataclass
class Page:
    """One sheet. Rows and columns count from 0 here; ``kind`` says which table stands on it.

    ``head`` is the row of the header and ``heads`` how many rows it has; ``left`` is the first
    column of the table. Merged areas are (top, left, bottom, right).
    """

    name: str
    kind: str
    rows: list[list[object]]
    head: int = 0
    heads: int = 1
    left: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filter: str = ""
    looks: list[Callable[[Worksheet], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """A page has rows of its own: what happens to it happens to no other page."""
        self.rows = [list(row) for row in self.rows]

    @property
    def header(self) -> list[object]:
        """The (first) header row."""
        return self.rows[self.head]

    @property
    def body(self) -> list[list[object]]:
        """The rows below the header."""
        return self.rows[self.head + self.heads :]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)

    def column(self, name: str) -> int:
        """The place of a column by its heading."""
        return self.header.index(name)

    def insert_row(self, at: int, values: Iterable[object] = ()) -> None:
        """A new row; all below moves down."""
        self.rows.insert(at, [None] * self.left + list(values))
        self.head += at <= self.head
        self.merged = [
            (t + (at <= t), a, b + (at <= b), z) if not t < at <= b else (t, a, b + 1, z)
            for t, a, b, z in self.merged
        ]
        self.hidden_rows = {row + (at <= row) for row in self.hidden_rows}

    def insert_column(self, at: int, values: Iterable[object] = ()) -> None:
        """A new column, its values from the header row down; all to the right moves."""
        for row in self.rows:
            pad(row, at)
            row.insert(at, None)
        for row, value in zip(self.rows[self.head :], values, strict=False):
            row[at] = value
        self.merged = [
            (t, a + (at <= a), b, z + (at <= z)) if not a < at <= z else (t, a, b, z + 1)
            for t, a, b, z in self.merged
        ]
        self.hidden_columns = {column + (at <= column) for column in self.hidden_columns}

    def map(self, change: Callable[[str], object], *, head: bool = True, body: bool = True) -> None:
        """Every text of the header, of the body, or of both becomes another."""
        for number, row in enumerate(self.rows):
            inside = body if number >= self.head + self.heads else head
            for column, value in enumerate(row if inside else ()):
                if isinstance(value, str):
                    row[column] = change(value)


@dataclass
class Book:
    """A workbook: its pages in the order of its tabs."""

    pages: list[Page]

    def copy(self) -> "Book":
        """A book whose pages, rows and areas may be changed without changing this one's."""
        pages = []
        for page in self.pages:
            twin = copy(page)
            twin.rows = [list(row) for row in page.rows]
            twin.merged, twin.looks = list(page.merged), list(page.looks)
            twin.hidden_rows = set(page.hidden_rows)
            twin.hidden_columns = set(page.hidden_columns)
            pages.append(twin)
        return Book(pages)

    def of(self, *kinds: str) -> list[Page]:
        """The pages of these kinds."""
        return [page for page in self.pages if page.kind in kinds]

    def page(self, kind: str) -> Page:
        """The first page of a kind."""
        return self.of(kind)[0]

    def take(self, *kinds: str) -> list[Page]:
        """The pages of these kinds; they leave the book."""
        taken = self.of(*kinds)
        self.pages = [page for page in self.pages if page not in taken]
        return taken

    def add(self, *pages: Page) -> None:
        """The pages become the last of the book."""
        self.pages += pages

    def data(self) -> bytes:
        """The book as the bytes of an .xlsx file."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        stored: list[Formula] = []
        for page in self.pages:
            sheet = book.create_sheet(page.name)
            for row, values in enumerate(page.rows, 1):
                for column, value in enumerate(values, 1):
                    _write(sheet, row, column, value, stored)
            for top, left, bottom, right in page.merged:
                sheet.merge_cells(
                    start_row=top + 1,
                    start_column=left + 1,
                    end_row=bottom + 1,
                    end_column=right + 1,
                )
            sheet.sheet_state = "hidden" if page.hidden else "visible"
            for number in page.hidden_rows:
                sheet.row_dimensions[number + 1].hidden = True
            for number in page.hidden_columns:
                sheet.column_dimensions[letters_of(number)].hidden = True
            sheet.auto_filter.ref = page.filter or None
            for look in page.looks:
                look(sheet)
        file = BytesIO()
        book.save(file)
        return _with_stored_values(file.getvalue(), stored) if stored else file.getvalue()


def pad(row: list[object], width: int) -> None:
    """The row has at least so many cells."""
    row.extend([None] * (width - len(row)))


def letters_of(column: int) -> str:
    """The letters of a column that counts from 0."""
    return openpyxl.utils.get_column_letter(column + 1)


def grids_of(data: bytes) -> tuple[Grid, ...]:
    """What the child process answers, worked out in this one: a hundred books in seconds."""
    inspection = inspect(data, Limits())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            inspection.vetted, read_only=True, data_only=True, keep_links=False
        )
    answer = read_values(inspection, book.worksheets)
    return grids_from(answer)


def reading_of(book: Book | bytes) -> Reading:
    """What reading the book says."""
    return read_tables(grids_of(book if isinstance(book, bytes) else book.data()), Limits())


def _write(sheet: Worksheet, row: int, column: int, value: object, stored: list[Formula]) -> None:
    if value is None:
        return
    place = sheet.cell(row, column)
    if isinstance(value, Formula):
        place.value = f'="stored {len(stored)}"'
        stored.append(value)
    elif isinstance(value, Error):
        place.value, place.data_type = value.text, "e"
    else:
        place.value = value
        if isinstance(value, str):
            place.data_type = "s"


def _with_stored_values(data: bytes, stored: list[Formula]) -> bytes:
    """openpyxl writes formulas without values; here they get those that Excel would store."""

    def fill(found: "re.Match[str]") -> str:
        text = stored[int(found[2])].text
        if text is None:
            return f'<c r="{found[1]}"><f>A1</f></c>'
        return f'<c r="{found[1]}" t="str"><f>A1</f><v>{escape(text)}</v></c>'

    pattern = re.compile(r'<c r="([A-Z]+\d+)"[^>]*><f>"stored (\d+)"</f><v ?/?>(?:</v>)?</c>')
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = pattern.sub(fill, part.decode()).encode()
            new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
