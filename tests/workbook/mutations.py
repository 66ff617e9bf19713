"""Small accidents that happen to workbooks, one after the other, from a seed."""

import random
from collections.abc import Callable
from datetime import date

from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.written import as_written, clean
from tests.workbook.pages import Book, Error, Formula, Page, pad

__all__ = ["grids_without_file", "mutate"]

HOSTILE = (
    "=1+1",
    "<script>alert(1)</script>",
    "{found}",
    "%s %d {0}",
    "[nearest: x]",
    "../../etc/passwd",
    "'; DROP TABLE roles; --",
    "(" * 40,
    "Developer (((6)))",
    "()",
    " ( 6 ) ",
    "\u202e)6( repoleveD",
    "İ" * 3,
    "ﬁ ﬂ ß ẞ",
    "e\u0301" * 20,
    "9" * 40,
    "1e999",
    "-0",
    "NaN",
    "Infinity",
    "²",
    "٣",
    "½",
    "\u00a0",
    "x" * 4_900,
    "a; b; ; c\n\n;",
    "or",
    " or ",
    "A or B or C",
    "#REF!",
    "None",
    "track",
    "Track: ",
    "Grade",
    "Level",
    "Competency",
    "Role",
    "Job Title (Grade)",
    "Key",
    "Low",
    "High",
    "-",
    "5/6",
    "6/5",
    "5/5",
    "1/2/3",
    "Grade 6",
    "G",
    "😀",
)
VALUES = (0, 1, 2, 3, -1, 1.5, 6.0, 10**15, True, False, date(2026, 5, 6), Error("#N/A"))


def mutate(book: Book, dice: random.Random, steps: int) -> list[str]:
    """The book has so many accidents; their names, for the report."""
    told = []
    for _ in range(steps):
        accident = dice.choice(ACCIDENTS)
        pages = [page for page in book.pages if any(page.rows)]
        if not pages:
            break
        page = dice.choice(pages)
        accident(book, page, dice)
        told.append(f"{accident.__name__} on {page.name}")
    return told


def grids_without_file(book: Book) -> tuple[Grid, ...]:
    """The grids that a file of the book would give, without writing it: some ten times faster."""
    grids = []
    for page in book.pages:
        covered = {
            (row, column)
            for top, left, bottom, right in page.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        cells = {}
        for row, values in enumerate(page.rows):
            for column, value in enumerate(values):
                cell = None if (row, column) in covered else _cell(row + 1, column + 1, value)
                if cell:
                    cells[row + 1, column + 1] = cell
        grids.append(
            Grid(
                page.name,
                cells,
                page.hidden,
                tuple((t + 1, a + 1, b + 1, z + 1) for t, a, b, z in page.merged),
                frozenset(row + 1 for row in page.hidden_rows),
                frozenset(column + 1 for column in page.hidden_columns),
            )
        )
    return tuple(grids)


def _cell(row: int, column: int, value: object) -> Cell | None:
    if isinstance(value, Formula):
        kind = "error" if value.text is None else "text"
        return Cell(row, column, value.text or "", kind, formula=True)
    if isinstance(value, Error):
        return Cell(row, column, value.text, "error")
    if isinstance(value, str):
        text, cleaned = clean(value)
        return Cell(row, column, text, "text", cleaned=cleaned) if text else None
    if value is None:
        return None
    text, kind = as_written(value)
    return Cell(row, column, text, kind)


# --- Accidents -------------------------------------------------------------------------------


def _somewhere(page: Page, dice: random.Random) -> tuple[int, int]:
    """A filled cell, if there is one."""
    filled = [
        (row, column)
        for row, values in enumerate(page.rows)
        for column, value in enumerate(values)
        if value is not None
    ]
    return dice.choice(filled) if filled else (0, 0)


def _put(page: Page, row: int, column: int, value: object) -> None:
    page.rows.extend([] for _ in range(row + 1 - len(page.rows)))
    pad(page.rows[row], column + 1)
    page.rows[row][column] = value


def _get(page: Page, row: int, column: int) -> object:
    return page.rows[row][column] if row < len(page.rows) and column < len(page.rows[row]) else None


def blank_a_cell(_: Book, page: Page, dice: random.Random) -> None:
    _put(page, *_somewhere(page, dice), None)


def hostile_text(_: Book, page: Page, dice: random.Random) -> None:
    _put(page, *_somewhere(page, dice), dice.choice(HOSTILE))


def another_type(_: Book, page: Page, dice: random.Random) -> None:
    _put(page, *_somewhere(page, dice), dice.choice(VALUES))


def a_formula(_: Book, page: Page, dice: random.Random) -> None:
    where = _somewhere(page, dice)
    value = _get(page, *where)
    _put(page, *where, Formula(dice.choice([str(value), None]) if value is not None else None))


def a_slip_of_the_finger(_: Book, page: Page, dice: random.Random) -> None:
    row, column = _somewhere(page, dice)
    text = str(_get(page, row, column) or "")
    at = dice.randrange(len(text) + 1)
    typed = text[:at] + dice.choice("ae; )(-/\n7") + text[at:]
    cut = dice.choice([text[:at] + text[at + 1 :], typed])
    _put(page, row, column, cut)


def swap_cells(_: Book, page: Page, dice: random.Random) -> None:
    one, other = _somewhere(page, dice), _somewhere(page, dice)
    a, b = _get(page, *one), _get(page, *other)
    _put(page, *one, b)
    _put(page, *other, a)


def copy_a_cell(book: Book, page: Page, dice: random.Random) -> None:
    source = dice.choice([p for p in book.pages if any(p.rows)])
    value = _get(source, *_somewhere(source, dice))
    row, column = _somewhere(page, dice)
    _put(page, max(0, row + dice.randrange(-2, 4)), max(0, column + dice.randrange(-2, 4)), value)


def junk_far_away(_: Book, page: Page, dice: random.Random) -> None:
    where = dice.randrange(60), dice.randrange(30)
    _put(page, *where, dice.choice((*HOSTILE, *VALUES)))


def delete_a_row(_: Book, page: Page, dice: random.Random) -> None:
    del page.rows[dice.randrange(len(page.rows))]


def repeat_a_row(_: Book, page: Page, dice: random.Random) -> None:
    row = list(dice.choice(page.rows))
    page.rows.insert(dice.randrange(len(page.rows) + 1), row)


def a_blank_row(_: Book, page: Page, dice: random.Random) -> None:
    page.insert_row(dice.randrange(len(page.rows) + 1))


def swap_rows(_: Book, page: Page, dice: random.Random) -> None:
    a, b = dice.randrange(len(page.rows)), dice.randrange(len(page.rows))
    page.rows[a], page.rows[b] = page.rows[b], page.rows[a]


def delete_a_column(_: Book, page: Page, dice: random.Random) -> None:
    at = dice.randrange(max(page.width, 1))
    for row in page.rows:
        del row[at : at + 1]


def repeat_a_column(_: Book, page: Page, dice: random.Random) -> None:
    at, to = dice.randrange(max(page.width, 1)), dice.randrange(page.width + 1)
    values = [_get(page, row, at) for row in range(len(page.rows))]
    page.head = 0
    page.insert_column(to, values)


def a_blank_column(_: Book, page: Page, dice: random.Random) -> None:
    page.insert_column(dice.randrange(page.width + 1))


def merge_cells(_: Book, page: Page, dice: random.Random) -> None:
    row, column = _somewhere(page, dice)
    area = (row, column, row + dice.randrange(4), column + dice.randrange(4))
    apart = all(
        area[2] < top or bottom < area[0] or area[3] < left or right < area[1]
        for top, left, bottom, right in page.merged
    )
    if apart and area[:2] != area[2:]:
        page.merged.append(area)


def hide_something(_: Book, page: Page, dice: random.Random) -> None:
    row, column = _somewhere(page, dice)
    dice.choice([page.hidden_rows.add, lambda _: page.hidden_columns.add(column)])(row)


def turn_the_sheet(_: Book, page: Page, dice: random.Random) -> None:
    width = page.width
    for row in page.rows:
        pad(row, width)
    page.rows = [list(column) for column in zip(*page.rows, strict=True)] or [[]]
    page.merged.clear()


def rename_the_sheet(book: Book, page: Page, dice: random.Random) -> None:
    names = ("Roles", "Ladder", "Sheet1", "Matrix - ", "Grades", "  ", "A'B!C", "Ünï 😀", "About")
    name = dice.choice(names)
    if name not in {other.name for other in book.pages}:
        page.name = name


def repeat_the_sheet(book: Book, page: Page, dice: random.Random) -> None:
    if len(book.pages) < 30:
        twin = Book([page]).copy().pages[0]
        twin.name = f"{page.name[:20]} {len(book.pages)}"
        book.pages.insert(dice.randrange(len(book.pages) + 1), twin)


def delete_the_sheet(book: Book, page: Page, dice: random.Random) -> None:
    if len(book.pages) > 1:
        book.pages.remove(page)


def two_sheets_in_one(book: Book, page: Page, dice: random.Random) -> None:
    other = dice.choice(book.pages)
    if other is not page:
        page.rows += [[] for _ in range(dice.randrange(3))]
        page.rows += [list(row) for row in other.rows]


def swap_levels(_: Book, page: Page, dice: random.Random) -> None:
    one, other = dice.sample(["Low", "Medium", "High", "-", "Med", "H", 2], 2)
    for row in page.rows:
        for column, value in enumerate(row):
            if value == one and dice.random() < 0.3:
                row[column] = other


ACCIDENTS: tuple[Callable[[Book, Page, random.Random], None], ...] = (
    blank_a_cell,
    hostile_text,
    another_type,
    a_formula,
    a_slip_of_the_finger,
    swap_cells,
    copy_a_cell,
    junk_far_away,
    delete_a_row,
    repeat_a_row,
    a_blank_row,
    swap_rows,
    delete_a_column,
    repeat_a_column,
    a_blank_column,
    merge_cells,
    hide_something,
    turn_the_sheet,
    rename_the_sheet,
    repeat_the_sheet,
    delete_the_sheet,
    two_sheets_in_one,
    swap_levels,
)
