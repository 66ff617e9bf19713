"""Which rows head a matrix, in which column its names stand, and which row holds the grades."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell
from jobtrack_viz.workbook.rows import Row, Rows
from jobtrack_viz.workbook.scale import LOW_TO_HIGH, Scale
from jobtrack_viz.workbook.signs import ASIDE, GRADE_WORDS, Words, is_corner, is_role_word
from jobtrack_viz.workbook.text import fold, plain_heading

__all__ = ["grade_row", "grade_row_above", "header_rows"]

_LOOK_AHEAD = 6
_MOST = 500
"""Matrices of one sheet; so much that none could read it is no table."""


def header_rows(
    rows: Rows, words: Words, among: Iterable[int] | None = None
) -> list[tuple[int, int]]:
    """(row, column of the competencies) of each header row, top to bottom.

    ``among`` are the rows to look at, if not all of them.
    """
    numbers = list(rows)
    wanted = None if among is None else frozenset(among)
    telling = [number for number in numbers if len(rows[number]) > 1]
    sure: list[tuple[int, int]] = []
    likely: list[tuple[int, int]] = []
    for i, number in enumerate(numbers):
        if wanted is not None and number not in wanted:
            continue
        row = rows[number]
        at = bisect_right(telling, number)
        below = [rows[n] for n in telling[at : at + _LOOK_AHEAD]]
        after = rows[numbers[i + 1]] if i + 1 < len(numbers) else {}
        side = _side_column(row, below, words)
        if side is None:
            continue
        named = any(is_corner(cell) for cell in row.values())
        named = named or (side in row and is_role_word(row[side]))
        graded = any(words.graded(c) for column, c in row.items() if column > side)
        over_grades = after and grade_row(row, side, after, words)
        before = rows[numbers[i - 1]] if i else {}
        under_grades = before and grade_row_above(row, side, before, words)
        marked = named or graded or over_grades or under_grades
        (sure if marked else likely).append((number, side))
    following = dict(pairwise(numbers))
    under = {
        following[n]
        for n, side in sure
        if n in following and grade_row(rows[n], side, rows[following[n]], words)
    }
    return [found for found in sure if found[0] not in under][:_MOST] or likely[:1]


def _side_column(row: Row, below: Sequence[Row], words: Words) -> int | None:
    """The column of competency names below this row, if the row may head a matrix."""
    marked = is_corner(row[min(row)]) and any(words.graded(cell) for cell in row.values())
    # The template's matrix, and one whose next levels are blank or still to come:
    to_come = min(row) if marked else None
    for cells in below:
        merged = {c for c, cell in cells.items() if c in row and row[c].text == cell.text}
        if all(
            c in merged or _is_grade(cell, words) or _is_aside(cell) for c, cell in cells.items()
        ):
            continue  # the grades of the titles above
        names = [column for column, cell in cells.items() if not words.level(cell)]
        if not names:
            continue
        side = _names_column(row, cells, below, words)
        heads = {column for column in row if column > side}
        titles = {column for column in heads if not words.level(row[column])}
        levels = {column for column in heads if column in cells and words.level(cells[column])}
        if side in cells and fold(cells[side].text) in GRADE_WORDS:
            continue
        graded = any(
            words.graded(row[column]) and not (column in cells and words.graded(cells[column]))
            for column in heads
        )
        if side in cells and (graded or (levels & titles and 2 * len(titles) > len(heads))):
            return side
        beside = fold(cells[min(cells)].text) in GRADE_WORDS or min(cells) > min(row)
        if not beside:
            return None
    return to_come


def _is_grade(cell: Cell, words: Words) -> bool:
    return split_title(f"Role ({cell.text})", words.listed)[1] is not None


def _names_column(row: Row, cells: Row, below: Sequence[Row], words: Words) -> int:
    """The corner's column if there is one, else the leftmost of those with most different names.

    Group labels stand left of the names and come again, or stand on their first row only.
    """
    for column, cell in row.items():
        if is_corner(cell) or is_role_word(cell):
            return column
    roles = [c for c in row if words.graded(row[c])]
    levels = [c for c in row if c in cells and words.level(cells[c]) and not words.level(row[c])]
    first = min(roles or levels, default=max(cells) + 1)
    texts: dict[int, set[str]] = {}
    for line in below:
        for column, cell in line.items():
            aside = column in row and plain_heading(row[column].text) in ASIDE
            if column < first and not aside and not words.level(cell):
                texts.setdefault(column, set()).add(fold(cell.text))
    if not texts:
        return min(column for column, cell in cells.items() if not words.level(cell))
    return max(sorted(texts), key=lambda column: len(texts[column]))


def grade_row(header: Row, side: int, row: Row, words: Words) -> Row:
    """The row, if it holds grades for titles that have none; else nothing."""
    if any(words.graded(cell) for column, cell in header.items() if column > side):
        return {}
    merged = side in row and side in header and row[side].text == header[side].text
    named = side in row and not merged
    if named and fold(row[side].text) not in GRADE_WORDS:
        return {}
    grades = _grades(header, side, row, words, named=named)
    if not grades or all(Scale(LOW_TO_HIGH).rank(cell.text) for cell in grades.values()):
        return {}
    return {side: row[side], **grades} if side in row else grades


def _grades(header: Row, side: int, row: Row, words: Words, *, named: bool) -> Row:
    """The grades of the headings; nothing if a heading's grade is none, unless they are ``named``.

    Texts under headings such as Key, and texts behind an empty column, are beside the table.
    """
    kept: dict[int, Cell] = {}
    together = True
    first = min((column for column in header if column > side), default=0)
    for column, cell in row.items():
        gap = column > first and column - 1 not in header and column - 1 not in row
        together = together and not gap
        beside = column <= side or column not in header
        if beside or _is_aside(header[column]) or _is_aside(cell):
            continue
        if named or _is_grade(cell, words):
            kept[column] = cell
        elif together:
            return {}
    return kept


def _is_aside(cell: Cell) -> bool:
    return plain_heading(cell.text) in ASIDE


def grade_row_above(header: Row, side: int, row: Row, words: Words) -> Row:
    """The row over the titles, if it holds a grade for most of them and nothing else."""
    heads = {column: cell for column, cell in header.items() if column > side}
    if any(words.graded(cell) for cell in heads.values()):
        return {}
    corner = side in row and is_corner(row[side])
    grades = _grades(header, side, row, words, named=False) if corner else {}
    grades = grades or grade_row(header, side, row, words)
    over = [column for column in grades if column != side]
    return grades if 2 * len(over) >= len(heads) else {}
