"""Where matrices lie on a sheet: header rows, the column of names beside them, their bodies."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jobtrack_viz.workbook.grids import Cell
from jobtrack_viz.workbook.header_rows import grade_row, grade_row_above, header_rows
from jobtrack_viz.workbook.remarks import is_remark
from jobtrack_viz.workbook.rows import Row, Rows
from jobtrack_viz.workbook.signs import (
    ASIDE,
    GRADE_WORDS,
    TRACK_WORDS,
    Words,
    is_corner,
    is_role_word,
)
from jobtrack_viz.workbook.text import fold, plain_heading

__all__ = ["Block", "find_blocks"]

_PROSE = 30


@dataclass(frozen=True, slots=True)
class Block:
    """One matrix's cells by column: the header row, a second one of grades if there is, the body.

    ``side`` is the column of the competencies. ``turned`` says that roles stand down the side on
    the sheet, so that rows here are columns there; then ``tracks`` may hold each role's own.
    ``aside`` are headings of columns that are left out, ``marks`` words such as Grade before the
    grades. ``assumed`` says that it might as well be read the other way.
    """

    side: int
    header: Row
    grades: Row
    body: tuple[Row, ...]
    turned: bool = False
    tracks: Row = field(default_factory=dict)
    aside: tuple[Cell, ...] = ()
    marks: tuple[Cell, ...] = ()
    assumed: bool = False


def find_blocks(rows: Rows, words: Words) -> Iterator[Block]:
    """Every matrix among the rows, from top to bottom and from left to right.

    A header row stands above a row that begins with a name and goes on with levels. Sure signs of
    one are grades in brackets or in the row below, or a corner such as Competency or Developer
    track; only without any such row, the first that might be one is taken.
    """
    found = header_rows(rows, words)
    numbers = list(rows)
    for i, (number, side) in enumerate(found):
        end = _begin(rows, *found[i + 1], words) if i + 1 < len(found) else max(rows) + 1
        inside = numbers[bisect_right(numbers, number) : bisect_left(numbers, end)]
        body = [rows[inner] for inner in inside]
        if _roles_down_the_side(rows[number], side, body, words):
            left = tuple(cell for column, cell in rows[number].items() if column < side)
            for first, header, below in _segments(rows[number], side, body):
                block = _turned(number, header, first, below, words)
                if block.body:
                    yield replace(block, aside=(*left, *block.aside))
                    left = ()
            continue
        before = bisect_left(numbers, number)
        above = rows[numbers[before - 1]] if before else {}
        yield from _side_by_side(above, rows[number], side, body, words)


def _begin(rows: Rows, number: int, side: int, words: Words) -> int:
    """The first of the rows above a header row that belong to it: titles, grades, super-headings.

    The row of a competency or of a role has a name and a level.
    """
    first = number
    while first - 1 in rows:
        row = rows[first - 1]
        named = side in row and fold(row[side].text) not in GRADE_WORDS
        if named and any(words.level(cell) for column, cell in row.items() if column != side):
            break
        first -= 1
    return first


def _roles_down_the_side(header: Row, side: int, body: Sequence[Row], words: Words) -> bool:
    """True if names at the side are roles, and none above the columns is."""
    heads = [cell for column, cell in header.items() if column > side]
    over_roles = side in header and is_role_word(header[side])
    if over_roles and any(plain_heading(cell.text) in GRADE_WORDS for cell in heads):
        return True  # whatever a bracket such as (1-4) behind a competency looks like
    if any(words.graded(cell) or words.role(cell) for cell in heads):
        return False
    if over_roles:
        return True
    names = [row[side] for row in body if side in row and not _is_aside(row, side, words)]
    known = sum(fold(cell.text) in words.competencies for cell in heads)
    known_names = sum(fold(name.text) in words.competencies for name in names)
    graded = sum(words.graded(name) or words.role(name) for name in names)
    return 2 * graded > len(names) or (2 * known > len(heads) and 2 * known_names < len(names))


def _turned(number: int, header: Row, side: int, body: Sequence[Row], words: Words) -> Block:
    """Roles as rows: the same block with rows as columns; every cell keeps its own address."""
    words_of = {column: plain_heading(cell.text) for column, cell in header.items()}
    attributes = {side}
    grade = next((c for c, word in words_of.items() if c != side and word in GRADE_WORDS), None)
    track = next((c for c, word in words_of.items() if c != side and word in TRACK_WORDS), None)
    attributes |= {column for column in (grade, track) if column is not None}
    kept = (row for row in body if row and not _is_aside(row, side, words))
    lines = {next(iter(row.values())).row: row for row in kept}
    titles: dict[int, Cell] = {n: row[side] for n, row in lines.items() if side in row}
    if side in header:
        titles[number] = header[side]
    rows, aside = [], []
    for column, cell in header.items():
        if column in attributes:
            continue
        levels = {n: row[column] for n, row in lines.items() if column in row}
        if words_of[column] in ASIDE or not _are_levels(cell, list(levels.values()), words):
            aside.append(cell)
        else:
            rows.append({number: cell, **levels})
    return Block(
        number,
        titles,
        {n: row[grade] for n, row in lines.items() if grade is not None and grade in row},
        tuple(rows),
        turned=True,
        tracks={n: row[track] for n, row in lines.items() if track is not None and track in row},
        aside=tuple(aside),
        marks=tuple(header[column] for column in (grade, track) if column is not None),
    )


def _is_aside(row: Row, side: int, words: Words) -> bool:
    """True for a row of a key, or for a remark: no role stands there."""
    levels = any(words.level(cell) for column, cell in row.items() if column != side)
    return (side in row and words.level(row[side])) or (is_remark(row) and not levels)


def _are_levels(heading: Cell, cells: Sequence[Cell], words: Words) -> bool:
    """True if a column of a table of roles holds levels, right or misspelt."""
    if fold(heading.text) in words.competencies:
        return True
    levels = sum(words.level(cell) for cell in cells)
    prose = any(len(cell.text) > _PROSE for cell in cells)
    return levels > 0 or (len(cells) == 1 and not prose)


def _side_by_side(
    above: Row, header: Row, side: int, body: Sequence[Row], words: Words
) -> Iterator[Block]:
    """The matrices that share a header row: each begins with a corner of its own."""
    aside = tuple(cell for column, cell in header.items() if column < side)
    for first, heads, lines in _segments(header, side, (above, *body)):
        own = [lines[0], heads, *lines[1:]]
        grades = grade_row(own[1], first, own[2], words) if len(own) > 2 else {}
        below = tuple(row for row in own[3 if grades else 2 :] if row)
        grades = grades or grade_row_above(own[1], first, own[0], words)
        yield Block(
            first,
            own[1],
            grades,
            below,
            aside=aside if first == side else (),
            marks=(grades[first],) if first in grades else (),
            assumed=_might_be_turned(own[1], grades, first, below, words),
        )


def _segments(
    header: Row, side: int, body: Sequence[Row]
) -> Iterator[tuple[int, Row, Sequence[Row]]]:
    """Tables side by side under one header row: each one's first column, its heads and its rows."""
    sides = [side]
    for column, cell in header.items():
        attribute = plain_heading(cell.text) in TRACK_WORDS
        if column > side and not attribute and (is_corner(cell) or is_role_word(cell)):
            sides.append(column)
    last = max(max(row) for row in (header, *body) if row) + 1
    for first, end in zip(sides, [*sides[1:], last], strict=True):
        own = [{c: cell for c, cell in row.items() if first <= c < end} for row in (header, *body)]
        yield first, own[0], own[1:]


def _might_be_turned(
    header: Row, grades: Row, side: int, body: Sequence[Row], words: Words
) -> bool:
    """True if nothing tells competencies at the side from roles there."""
    if grades or (side in header and is_corner(header[side])):
        return False
    names = [fold(row[side].text) for row in body if side in row]
    heads = [cell for column, cell in header.items() if column > side]
    told = any(words.graded(cell) or words.role(cell) for cell in heads)
    return not told and not any(name in words.competencies for name in names)
