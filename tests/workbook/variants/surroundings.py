"""Variants in what stands around a table and between its rows and columns."""

from collections.abc import Callable

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbook.clean import LISTS
from tests.workbook.pages import Book, Formula, pad
from tests.workbook.variants.registry import variant

__all__: list[str] = []

_TABLES = ("matrix", "long", "ladder", "long ladder", *LISTS)


# --- Above and left --------------------------------------------------------------------------


@variant("surroundings", "above")
def a_title_above(book: Book) -> None:
    """A title and a blank row."""
    for page in book.of(*_TABLES):
        page.insert_row(0)
        page.insert_row(0, ["Our institute: how we describe work"])


@variant("surroundings", "above")
def a_merged_title_above(book: Book) -> None:
    """A title merged across the table and one row down."""
    for page in book.of(*_TABLES):
        width = page.width
        page.insert_row(0)
        page.insert_row(0, ["Our institute: how we describe work"])
        page.merged.append((0, 0, 1, max(width, 2) - 1))


@variant("surroundings", "above tabs")
def facts_above_down_to_row_15(book: Book) -> None:
    """Who wrote it, when and which version, with blank rows between."""
    facts = (
        ["Language matrix, working copy"],
        [],
        ["Version", "3.1"],
        ["Last changed", "March 2026", "by the people team"],
        ["Author", "People team"],
        ["Circulation", "All staff"],
        [],
        ["How to read this sheet: each column is a role, each row a competency."],
        [],
        ["Approved", "yes", "Board of governors", "Minute 12"],
    )
    for page in book.of(*_TABLES):
        for _ in range(14 - len(facts) - page.head):
            page.insert_row(0)
        for row in reversed(facts):
            page.insert_row(0, row)


@variant("surroundings", "above")
def facts_in_words_of_the_sheet_about(book: Book) -> None:
    """Owner and Contact above a matrix say nothing about the workbook."""
    for page in book.of("matrix", "long"):
        for row in ([], ["Contact", "somebody@example.org"], ["Owner", "A single department"]):
            page.insert_row(0, row)


@variant("surroundings", "blank-left")
def blank_columns_left(book: Book) -> None:
    """Every table begins in column C."""
    for page in book.of(*_TABLES, "about"):
        for _ in range(2):
            page.insert_column(0)
        page.left = 2


# --- Between ---------------------------------------------------------------------------------


@variant("surroundings", "between")
def blank_rows_inside(book: Book) -> None:
    """One below the header, one after every third row, then two."""
    for page in book.of(*_TABLES):
        first = page.head + page.heads
        for at in range(len(page.rows) - 1, first, -1):
            if (at - first) % 3 == 0:
                page.insert_row(at)
        page.insert_row(first)


@variant("surroundings", "between")
def blank_columns_inside(book: Book) -> None:
    """An empty column without a heading behind the first and before the last column."""
    for page in book.of(*_TABLES):
        page.insert_column(page.width - 1)
        page.insert_column(page.left + 1)


@variant("surroundings", "between repeated hidden")
def header_rows_repeated(book: Book) -> None:
    """The header stands again half-way, as for printing."""
    for page in book.of("matrix", *LISTS):
        if page.heads == 1 and len(page.body) > 3:
            page.insert_row(page.head + 3, page.header[page.left :])


@variant("surroundings", "spaces")
def blanks_that_hold_a_space(book: Book) -> None:
    """Cells that look empty and are not."""
    for page in book.of(*_TABLES):
        width = page.width + 1
        for number in range(page.head + page.heads, len(page.rows)):
            row = page.rows[number]
            pad(row, width)
            covered = {
                column
                for top, left, bottom, right in page.merged
                if top <= number <= bottom
                for column in range(left, right + 1)
            }
            for column, value in enumerate(row):
                if value is None and column not in covered:
                    row[column] = " \u00a0" if column % 2 else " "


# --- Below and right -------------------------------------------------------------------------


@variant("surroundings", "below")
def a_remark_below(book: Book) -> None:
    """A sentence below each table, after two blank rows."""
    for page in book.of(*_TABLES):
        said = "Note: please talk to the people team before you change anything on this sheet."
        page.rows += [[], [], [None] * page.left + [said]]


@variant("surroundings", "below")
def a_remark_below_merged_across(book: Book) -> None:
    """The same, merged across the table."""
    for page in book.of(*_TABLES):
        a, z = page.left, max(page.width, page.left + 2)
        page.rows += [[], [], [None] * a + ["Source: the people team, March 2026. Not for print."]]
        page.merged.append((len(page.rows) - 1, a, len(page.rows) - 1, z - 1))


@variant("surroundings", "below")
def a_key_below(book: Book) -> None:
    """L, Low; M, Medium; H, High below a matrix."""
    for page in book.of("matrix"):
        edge = [None] * page.left
        page.rows += [[], [*edge, "Key"], [*edge, "L", "Low"], [*edge, "M", "Medium"]]
        page.rows += [[*edge, "H", "High"], [*edge, "-", "Not required"]]


@variant("surroundings", "below")
def a_key_in_one_line_below(book: Book) -> None:
    """Key: L = Low, M = Medium, H = High."""
    for page in book.of("matrix"):
        said = "Key: L = Low, M = Medium, H = High, - = not required"
        page.rows += [[], [None] * page.left + [said]]


@variant("surroundings", "beside")
def a_key_beside(book: Book) -> None:
    """Behind an empty column: Key, Low = needs help, and so on."""
    for page in book.of("matrix"):
        width = page.width
        for row, said in zip(
            page.rows[page.head :],
            ("Key", "Low = with help", "Medium = alone", "High = leads others"),
            strict=False,
        ):
            pad(row, width + 1)
            row.append(said)


@variant("surroundings", "beside")
def a_key_of_two_columns_beside(book: Book) -> None:
    """Behind an empty column: L, Low; M, Medium; H, High under "Key"."""
    for page in book.of("matrix"):
        width = page.width
        for row, said in zip(
            page.rows[page.head :],
            (["Key"], ["L", "Low"], ["M", "Medium"], ["H", "High"]),
            strict=False,
        ):
            pad(row, width + 1)
            row.extend(said)


@variant("surroundings", "beside", notes="column-not-used")
def a_column_of_notes(book: Book) -> None:
    """Right behind the last column, with remarks in some rows."""
    for page in book.of(*_TABLES):
        width = page.width
        for number, row in enumerate(page.rows[page.head :]):
            pad(row, width)
            if number == 0:
                row.append("Comments")
            elif number % 3 == 0:
                row.append("To be discussed with the managers in spring.")


@variant("surroundings", "left below", bare=False, notes="column-not-used")
def numbered_rows_in_lists(book: Book) -> None:
    """A first column that counts the rows."""
    for page in book.of(*LISTS):
        page.insert_column(page.left, ["No.", *range(1, len(page.body) + 1)])


# --- Hidden, filtered, formatted, worked out -------------------------------------------------


@variant("surroundings", "hidden", warnings="rows-hidden")
def hidden_rows_of_last_year(book: Book) -> None:
    """Rows that somebody hid instead of deleting them."""
    for page in book.of("matrix", "long", "roles", "tracks"):
        at = page.head + page.heads + 1
        row = list(page.rows[at])
        filled = [n for n, value in enumerate(row) if isinstance(value, str)]
        row[filled[0]] = "Something that was given up"
        page.insert_row(at, row[page.left :])
        page.hidden_rows.add(at)


@variant("surroundings", "hidden tabs", warnings="columns-hidden")
def hidden_columns_of_last_year(book: Book) -> None:
    """A column that somebody hid instead of deleting it."""
    for page in book.of("matrix"):
        old = ["Forgotten Role (9)", *["High"] * (len(page.rows) - page.head - page.heads)]
        at = page.width
        page.insert_column(at, [*[None] * (page.heads - 1), *old])
        page.hidden_columns.add(at)


@variant("surroundings", "hidden tabs", notes="rows-filtered")
def filtered_rows(book: Book) -> None:
    """Rows that only a filter hides are read."""
    for page in book.of(*_TABLES):
        if page.heads == 1:
            rows = range(page.head + 1, len(page.rows))
            page.hidden_rows |= {row for row in rows if row % 3 == 0}
            page.looks.append(_filter)


def _filter(sheet: Worksheet) -> None:
    """A filter in use, from the row above the first hidden one."""
    hidden = [number for number, row in sheet.row_dimensions.items() if row.hidden]
    if hidden:
        sheet.auto_filter.ref = f"A{min(hidden) - 1}:F{max(hidden)}"
        sheet.auto_filter.add_filter_column(0, ["x"])


@variant("surroundings", "formulas", notes="formula-read")
def formulas_with_stored_values(book: Book) -> None:
    """Headings, names and levels that Excel worked out from other cells."""
    for page in book.of(*_TABLES):
        page.rows = [
            [
                Formula(value) if isinstance(value, str) and (row + column) % 3 == 0 else value
                for column, value in enumerate(values)
            ]
            for row, values in enumerate(page.rows)
        ]


def _look(book: Book, look: Callable[[Worksheet], None]) -> None:
    for page in book.pages:
        page.looks.append(look)


@variant("surroundings", "colours")
def coloured_empty_cells(book: Book) -> None:
    """Colour carries no meaning, nor does it fill a cell."""

    def look(sheet: Worksheet) -> None:
        for row in range(1, sheet.max_row + 4):
            for column in range(1, sheet.max_column + 4):
                cell = sheet.cell(row, column)
                cell.fill = PatternFill("solid", fgColor="FFD966" if row % 2 else "9FC5E8")

    _look(book, look)


@variant("surroundings", "far")
def formats_far_beyond_the_data(book: Book) -> None:
    """A used range down to row 60,000 and out to column ZZ."""

    def look(sheet: Worksheet) -> None:
        sheet["A60000"].font = Font(bold=True)
        sheet["ZZ3"].font = Font(bold=True)

    _look(book, look)


@variant("surroundings", "fonts")
def headings_rotated_and_bold(book: Book) -> None:
    """Upright headings, wrapped cells, struck-through and coloured letters."""

    def look(sheet: Worksheet) -> None:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    cell.font = Font(bold=True, strike=cell.row % 2 == 0, color="C00000")
                    cell.alignment = Alignment(textRotation=90, wrap_text=True)

    _look(book, look)
