"""Where matrices lie on a sheet: header rows, the column of names beside them, their bodies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.scale import LOW_TO_HIGH, Scale, is_level_like
from jobtrack_viz.workbook.text import fold

__all__ = ["CORNER_WORDS", "Block", "find_blocks", "table_rows"]

CORNER_WORDS = frozenset(
    {"competency", "competencies", "skill", "skills", "job track", "track", "behaviour"}
)
_ROLE_WORDS = frozenset({"role", "roles", "job title", "job titles", "title", "titles"})
_GRADE_WORDS = frozenset({"", "grade", "grades", "band", "level"})
_LOOK_AHEAD = 6

Row: TypeAlias = Mapping[int, Cell]
Rows: TypeAlias = Mapping[int, Row]


@dataclass(frozen=True, slots=True)
class Block:
    """One matrix's cells by column: the header row, a second one of grades if there is, the body.

    ``side`` is the column of the competencies. ``turned`` says that roles stand down the side on
    the sheet, so that rows here are columns there.
    """

    side: int
    header: Row
    grades: Row
    body: tuple[Row, ...]
    turned: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """What tells levels and grades from other texts."""

    scale: Scale | None
    listed: Sequence[str]

    def level(self, cell: Cell) -> bool:
        return is_level_like(cell.text, self.scale)

    def graded(self, cell: Cell) -> bool:
        return split_title(cell.text, self.listed)[1] is not None or "(grade)" in fold(cell.text)


def find_blocks(grid: Grid, scale: Scale | None, listed: Sequence[str]) -> Iterator[Block]:
    """Every matrix on a sheet, from top to bottom and from left to right.

    A header row stands above a row that begins with a name and goes on with levels. Sure signs of
    one are grades in brackets or in the row below, or a corner such as Competency or Developer
    track; only without any such row on the sheet, the first that might be one is taken.
    """
    words = _Words(scale, listed)
    rows = table_rows(grid)
    found = _headers(rows, words)
    turned = bool(found) and _roles_down_the_side(rows, *found[0], words)
    if turned:
        rows = _across(rows, found[0][0])
        found = _headers(rows, words)
    for i, (number, side) in enumerate(found):
        end = found[i + 1][0] if i + 1 < len(found) else max(rows) + 1
        body = [cells for row, cells in rows.items() if number < row < end]
        yield from _side_by_side(rows[number], side, body, words, turned)


def _is_section(row: Row, leftmost: int) -> bool:
    """True for a title merged across a table: the same text in each of several cells."""
    texts = {cell.text for cell in row.values()}
    return len(row) > 1 and len(texts) == 1 and min(row) <= leftmost


def table_rows(grid: Grid) -> dict[int, dict[int, Cell]]:
    """The sheet's cells by row and column, without titles merged across its tables."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in grid.cells.items():
        rows.setdefault(row, {})[column] = cell
    leftmost = min((column for _, column in grid.cells), default=1)
    return {number: row for number, row in rows.items() if not _is_section(row, leftmost)}


def _across(rows: Rows, first: int) -> dict[int, dict[int, Cell]]:
    """The table below a row with its rows as columns; every cell keeps its own address."""
    turned: dict[int, dict[int, Cell]] = {}
    for number, row in rows.items():
        if number >= first:
            for column, cell in row.items():
                turned.setdefault(column, {})[number] = cell
    return dict(sorted(turned.items()))


def _headers(rows: Rows, words: _Words) -> list[tuple[int, int]]:
    """(row, column of the competencies) of each header row, top to bottom."""
    numbers = list(rows)
    sure: list[tuple[int, int]] = []
    likely: list[tuple[int, int]] = []
    for i, number in enumerate(numbers):
        below = [rows[n] for n in numbers[i + 1 : i + 1 + _LOOK_AHEAD]]
        side = _side_column(rows[number], below, words)
        if side is None:
            continue
        named = any(_is_corner(cell) for cell in rows[number].values())
        graded = any(words.graded(c) for column, c in rows[number].items() if column > side)
        over_grades = below and _grade_row(rows[number], side, below[0], words)
        (sure if named or graded or over_grades else likely).append((number, side))
    under = {numbers[numbers.index(n) + 1] for n, s in sure if _over(rows, numbers, n, s, words)}
    return [found for found in sure if found[0] not in under] or likely[:1]


def _over(rows: Rows, numbers: Sequence[int], number: int, side: int, words: _Words) -> bool:
    """True if the next row holds the grades of a header row."""
    after = numbers.index(number) + 1
    return after < len(numbers) and bool(
        _grade_row(rows[number], side, rows[numbers[after]], words)
    )


def _side_column(row: Row, below: Sequence[Row], words: _Words) -> int | None:
    """The column of competency names below this row, if the row may head a matrix."""
    if not below and _is_corner(row[min(row)]) and any(words.graded(c) for c in row.values()):
        return min(row)  # the template's matrix, or one whose levels are still to come
    for cells in below:
        names = [column for column, cell in cells.items() if not words.level(cell)]
        if not names:
            continue
        named = (c for c, cell in row.items() if _is_corner(cell) or fold(cell.text) in _ROLE_WORDS)
        side = next(named, min(names))
        heads = {column for column in row if column > side}
        titles = {column for column in heads if not words.level(row[column])}
        levels = {column for column in heads if column in cells and words.level(cells[column])}
        graded = any(words.graded(row[column]) for column in heads)
        if side in cells and (graded or (levels & titles and 2 * len(titles) > len(heads))):
            return side
        beside = fold(cells[min(cells)].text) in _GRADE_WORDS or min(cells) > min(row)
        if not beside:
            return None
    return None


def _is_corner(cell: Cell) -> bool:
    text = re.sub(r"[<>\[\]]", "", fold(cell.text)).strip()
    return text in CORNER_WORDS or text.endswith(" track")


def _grade_row(header: Row, side: int, row: Row, words: _Words) -> Row:
    """The row, if it holds grades for titles that have none; else nothing."""
    if any(words.graded(cell) for column, cell in header.items() if column > side):
        return {}
    if side in row:
        grades = fold(row[side].text) in _GRADE_WORDS
    else:
        texts = [cell.text for cell in row.values()]
        grades = all(split_title(f"Role ({text})", words.listed)[1] for text in texts)
        grades = grades and not all(Scale(LOW_TO_HIGH).rank(text) for text in texts)
    return row if grades else {}


def _roles_down_the_side(rows: Rows, number: int, side: int, words: _Words) -> bool:
    """True if names at the side are roles, and none above the columns is."""
    header = rows[number]
    if any(words.graded(cell) for column, cell in header.items() if column > side):
        return False
    names = [row[side] for n, row in rows.items() if n > number and side in row]
    if side in header and fold(header[side].text) in _ROLE_WORDS:
        return True
    return 2 * sum(words.graded(name) for name in names) > len(names)


def _side_by_side(
    header: Row, side: int, body: Sequence[Row], words: _Words, turned: bool
) -> Iterator[Block]:
    """The matrices that share a header row: each begins with a corner of its own."""
    sides = [side, *(c for c, cell in header.items() if c > side and _is_corner(cell))]
    for i, first in enumerate(sides):
        end = sides[i + 1] if i + 1 < len(sides) else max(header) + 1
        if i + 1 == len(sides):
            end = max(max(row) for row in (header, *body)) + 1
        own = [{c: cell for c, cell in row.items() if first <= c < end} for row in (header, *body)]
        grades = _grade_row(own[0], first, own[1], words) if len(own) > 1 else {}
        rows = tuple(row for row in own[1:] if row and row is not grades)
        yield Block(first, own[0], grades, rows, turned)
