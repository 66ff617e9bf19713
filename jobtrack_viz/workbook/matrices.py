"""Wide matrices: competencies down the side, ``Job Title (Grade)`` across, a level in each cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.scale import Scale, is_level_like
from jobtrack_viz.workbook.text import fold

__all__ = ["Heading", "Matrix", "MatrixRow", "find_matrices", "is_placeholder"]

_CORNER_WORDS = frozenset(
    {"", "competency", "competencies", "skill", "skills", "job track", "track", "behaviour"}
)
_GRADE_WORDS = frozenset({"", "grade", "grades", "band", "level"})
_LOOK_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """One role's column. ``grade`` is the cell of a second header row, if there is one."""

    title: Entry
    grade: Entry | None

    @property
    def column(self) -> int:
        """The column's number."""
        return self.title.cell.column


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One competency's levels by column; ``competency`` is None where its name is missing."""

    competency: Entry | None
    levels: Mapping[int, Entry]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One block of one sheet, cells as they stand.

    ``unused`` are headings of other columns; ``untitled`` is the first level of each column that
    has levels but no heading.
    """

    sheet: str
    track: str
    corner: Entry | None
    headings: tuple[Heading, ...]
    rows: tuple[MatrixRow, ...]
    unused: tuple[Entry, ...]
    untitled: tuple[Entry, ...]


def is_placeholder(text: str) -> bool:
    """True for the template's unfilled heading."""
    return re.sub(r"[<>\[\]]", "", fold(text)).strip() == "job title (grade)"


def find_matrices(
    grid: Grid, scale: Scale | None, competencies: frozenset[str], listed: tuple[str, ...]
) -> Iterator[Matrix]:
    """Every matrix on a sheet, from top to bottom.

    A header row is one whose own cells are not levels, above a row that starts with a name and
    goes on with levels. ``competencies`` are folded names of the ladder: they tell a competency
    that no role states from a section's title. ``listed`` are the grades of the Grades sheet.
    """
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in grid.cells.items():
        rows.setdefault(row, {})[column] = cell
    blocks = _header_rows(rows, scale, listed)
    for i, (row, side) in enumerate(blocks):
        end = blocks[i + 1][0] if i + 1 < len(blocks) else max(rows) + 1
        body = {r: cells for r, cells in rows.items() if row < r < end}
        yield _block(grid.name, rows[row], side, body, scale, competencies, listed)


def _header_rows(
    rows: Mapping[int, Mapping[int, Cell]], scale: Scale | None, listed: tuple[str, ...]
) -> list[tuple[int, int]]:
    """(row, column of the competencies) of each header row, top to bottom."""
    numbers = list(rows)
    found: list[tuple[int, int]] = []
    for i, number in enumerate(numbers):
        above = found[-1] if found and i and found[-1][0] == numbers[i - 1] else None
        if above and _grade_cells(rows[above[0]], above[1], {number: rows[number]}, listed):
            continue
        below = [rows[n] for n in numbers[i + 1 : i + 1 + _LOOK_AHEAD]]
        side = _side_column(rows[number], below, scale, listed)
        if side is not None:
            found.append((number, side))
    return found


def _side_column(
    row: Mapping[int, Cell],
    below: list[Mapping[int, Cell]],
    scale: Scale | None,
    listed: tuple[str, ...],
) -> int | None:
    """The column of competency names below this row, if the row heads a matrix."""
    for cells in below:
        names = [c for c, cell in cells.items() if not is_level_like(cell.text, scale)]
        if not names:
            continue
        side = _named_corner(row) or min(names)
        heads = {c for c, cell in row.items() if c > side}
        words = {c for c in heads if not is_level_like(row[c].text, scale)}
        levels = {c for c in heads if c in cells and is_level_like(cells[c].text, scale)}
        graded = {c for c in heads if split_title(row[c].text, listed)[1] is not None}
        if (graded and side in cells) or (
            levels and side in cells and 2 * len(words) > len(heads) and levels & words
        ):
            return side
        if not _is_grade_row(row, cells):
            return None
    return None


def _named_corner(row: Mapping[int, Cell]) -> int | None:
    """The column whose header is a word such as Competency."""
    words = _CORNER_WORDS - {""}
    return next((c for c, cell in row.items() if fold(cell.text) in words), None)


def _is_grade_row(row: Mapping[int, Cell], cells: Mapping[int, Cell]) -> bool:
    """True if cells stand as grades under a row of titles, with no name at their side."""
    first = cells[min(cells)]
    beside = fold(first.text) in _GRADE_WORDS
    return (beside or min(cells) > min(row)) and set(cells) - {first.column} <= set(row)


def _block(
    sheet: str,
    header: Mapping[int, Cell],
    side: int,
    body: Mapping[int, Mapping[int, Cell]],
    scale: Scale | None,
    competencies: frozenset[str],
    listed: tuple[str, ...],
) -> Matrix:
    corner = header.get(side)
    grades = _grade_cells(header, side, body, listed)
    body = {row: cells for row, cells in body.items() if cells is not grades}
    columns, unused = [], []
    for column, cell in header.items():
        if column <= side:
            continue
        filled = [cells[column] for cells in body.values() if column in cells]
        levels = sum(is_level_like(c.text, scale) for c in filled)
        graded = column in grades or split_title(cell.text, listed)[1] is not None
        if graded or 2 * levels >= max(1, len(filled)):
            columns.append(column)
        else:
            unused.append(Entry(sheet, cell))
    headings = tuple(
        Heading(Entry(sheet, header[c]), Entry(sheet, grades[c]) if c in grades else None)
        for c in columns
    )
    rows = []
    for cells in body.values():
        levels_here = {c: Entry(sheet, cells[c]) for c in columns if c in cells}
        name = cells.get(side)
        if levels_here or (name is not None and fold(name.text) in competencies):
            rows.append(MatrixRow(Entry(sheet, name) if name else None, levels_here))
    return Matrix(
        sheet,
        _track_name(corner, sheet),
        Entry(sheet, corner) if corner else None,
        headings,
        tuple(rows),
        tuple(unused),
        tuple(_untitled(sheet, [*header], side, body, scale)),
    )


def _untitled(
    sheet: str,
    headed: list[int],
    side: int,
    body: Mapping[int, Mapping[int, Cell]],
    scale: Scale | None,
) -> Iterator[Entry]:
    for column in range(side + 1, max(headed, default=side)):
        levels = [cells[column] for cells in body.values() if column in cells]
        if column not in headed and levels and is_level_like(levels[0].text, scale):
            yield Entry(sheet, levels[0])


def _grade_cells(
    header: Mapping[int, Cell],
    side: int,
    body: Mapping[int, Mapping[int, Cell]],
    listed: tuple[str, ...],
) -> Mapping[int, Cell]:
    """The cells of a second header row of grades, if the first body row is one."""
    first = next(iter(body.values()), {})
    titled = any(split_title(cell.text, listed)[1] for c, cell in header.items() if c > side)
    if side in first:
        grades = fold(first[side].text) in _GRADE_WORDS
    else:
        texts = [cell.text for cell in first.values()]
        grades = all(split_title(f"Role ({text})", listed)[1] for text in texts)
        grades = grades and not all(fold(text) in "lmh" for text in texts)
    return first if grades and not titled else {}


def _track_name(corner: Cell | None, sheet: str) -> str:
    """The first header cell without the word track; the sheet's name if it names no track."""
    text = re.sub(r"[<>\[\]]", "", corner.line).strip() if corner else ""
    if fold(text) in _CORNER_WORDS:
        text = re.sub(r"^(?:language )?matrix\s*[-:\u2013\u2014]\s*", "", sheet.strip(), flags=re.I)
    without = re.sub(r"\s+(?:job )?track$|^(?:job )?track\s*[:\-]?\s+", "", text, flags=re.I)
    return without.strip() or text
