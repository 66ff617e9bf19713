"""Wide matrices: competencies down the side, ``Job Title (Grade)`` across, a level in each cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jobtrack_viz.workbook.blocks import Block, find_blocks
from jobtrack_viz.workbook.grids import Cell, own_name
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.remarks import is_remark
from jobtrack_viz.workbook.rows import Area, Row, Rows
from jobtrack_viz.workbook.signs import CORNER_WORDS, FIGURES, ROLE_WORDS, Words, is_corner
from jobtrack_viz.workbook.text import fold, plain_heading, track_name, values_of

__all__ = ["Heading", "Matrix", "MatrixRow", "MatrixTable", "find_matrices", "is_placeholder"]

_LEGEND = frozenset({"key", "legend", "levels", "scale", "note", "notes"})
_NO_TRACK = CORNER_WORDS | ROLE_WORDS | {""}
_KNOWN_HEADING = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """One role's column. ``grade`` is the cell of a second header row, if there is one.

    ``tracks`` are the names of the tracks that the matrix shows the role on; ``cells`` those that
    name them, if the role has its own.
    """

    column: int
    title: Entry
    grade: Entry | None
    tracks: tuple[str, ...] = ()
    cells: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One competency's levels by column; ``competency`` is None where its name is missing."""

    competency: Entry | None
    levels: Mapping[int, Entry]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One block of one sheet, cells as they stand.

    ``unused`` are headings of other columns; ``untitled`` is the first level of each column that
    has levels but no heading; ``marks`` are words such as Grade before the grades. ``turned`` says
    that roles stood down the side; ``assumed`` that nothing told whether they did. ``ordered`` says
    that its columns' order means something.
    """

    sheet: str
    corner: Entry | None
    headings: tuple[Heading, ...]
    rows: tuple[MatrixRow, ...]
    unused: tuple[Entry, ...]
    untitled: tuple[Entry, ...]
    marks: tuple[Entry, ...] = ()
    turned: bool = False
    assumed: bool = False
    ordered: bool = True

    @property
    def tracks(self) -> tuple[str, ...]:
        """The names of its headings' tracks, in their order."""
        return tuple(dict.fromkeys(track for h in self.headings for track in h.tracks))


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """A matrix, the area it takes, and the number of cells that this reading explains.

    ``sure`` says that a grade or a corner such as Competency or Developer track marks it as one;
    ``used`` are its cells, and all cells of columns that are reported as left out.
    """

    matrix: Matrix
    area: Area
    score: float
    sure: bool
    used: frozenset[tuple[int, int]]


def is_placeholder(text: str) -> bool:
    """True for the template's unfilled heading."""
    return _unmarked(text) == "job title (grade)"


def find_matrices(rows: Rows, sheet: str, words: Words) -> Iterator[MatrixTable]:
    """Every matrix among a sheet's rows that has a role."""
    for block in find_blocks(rows, words):
        matrix = _matrix(sheet, block, words)
        if matrix.headings or matrix.untitled:
            yield _table(matrix, words)


def _table(matrix: Matrix, words: Words) -> MatrixTable:
    """The score counts a heading with a grade three times, and takes strange levels off."""
    entries = [e for row in matrix.rows for e in row.levels.values()]
    levels = sum(words.level(entry.cell) for entry in entries)
    graded = sum(h.grade is not None or words.graded(h.title.cell) for h in matrix.headings)
    score = len(matrix.headings) + (_KNOWN_HEADING - 1) * graded + len(matrix.rows)
    score += _KNOWN_HEADING if matrix.corner else 0
    used = {(cell.row, cell.column) for cell in _cells_of(matrix)}
    rows, columns = zip(*used, strict=True)
    area = (min(rows), min(columns), max(rows), max(columns))
    marked = graded > 0 or (matrix.corner is not None and is_corner(matrix.corner.cell))
    aside = {e.cell.column for e in (*matrix.unused, *matrix.untitled)}
    used |= {(row, column) for row in range(area[0], area[2] + 1) for column in aside}
    return MatrixTable(matrix, area, score + 2 * levels - len(entries), marked, frozenset(used))


def _cells_of(matrix: Matrix) -> Iterator[Cell]:
    if matrix.corner:
        yield matrix.corner.cell
    for heading in matrix.headings:
        yield heading.title.cell
        yield from [heading.grade.cell] if heading.grade else []
        yield from (entry.cell for entry in heading.cells)
    for row in matrix.rows:
        yield from [row.competency.cell] if row.competency else []
        yield from (entry.cell for entry in row.levels.values())
    yield from (entry.cell for entry in (*matrix.unused, *matrix.untitled, *matrix.marks))


def _matrix(sheet: str, block: Block, words: Words) -> Matrix:
    corner = block.header.get(block.side)
    body = [row for row in block.body if not _is_legend(row, block.side, words)]
    columns = [c for c in _columns(block, body, words) if c > block.side]
    headings = tuple(
        Heading(
            column,
            Entry(sheet, block.header[column]),
            Entry(sheet, block.grades[column]) if column in block.grades else None,
            _tracks(block, column, corner, sheet),
            (Entry(sheet, block.tracks[column]),) if column in block.tracks else (),
        )
        for column in columns
    )
    rows = []
    for cells in body:
        levels = {column: Entry(sheet, cells[column]) for column in columns if column in cells}
        name = cells.get(block.side)
        if levels or (name is not None and fold(name.text) in words.competencies):
            rows.append(MatrixRow(Entry(sheet, name) if name else None, levels))
    used = set(columns)
    others = [cell for c, cell in block.header.items() if c > block.side and c not in used]
    return Matrix(
        sheet,
        Entry(sheet, corner) if corner else None,
        headings,
        tuple(rows),
        tuple(Entry(sheet, cell) for cell in (*block.aside, *others)),
        tuple(_untitled(sheet, block, body, columns, words)),
        tuple(Entry(sheet, cell) for cell in block.marks),
        block.turned,
        block.assumed,
    )


def _is_legend(row: Row, side: int, words: Words) -> bool:
    """True for a row of a key, of totals or a remark: it begins with a level, Key or Total."""
    name = row.get(side)
    if name is None:
        return False
    known = fold(name.text) in words.competencies
    word = fold(name.text).rstrip(" :")
    if words.level(name) or word in _LEGEND or (word in FIGURES and not known):
        return True
    levels = any(words.level(cell) for column, cell in row.items() if column != side)
    return is_remark(row) and not known and not levels


def _columns(block: Block, body: Sequence[Row], words: Words) -> Iterator[int]:
    """Columns of roles: graded, or mostly levels; behind an empty column as full as the table."""
    if block.turned:
        yield from block.header
        return
    filled = {column for row in (block.header, *body) for column in row}
    named = sum(block.side in row for row in body)
    apart = False
    for column, cell in block.header.items():
        apart = apart or (column > block.side and column - 1 not in filled)
        cells = [row[column] for row in body if column in row]
        levels = sum(words.level(found) for found in cells)
        graded = column in block.grades or words.graded(cell)
        mostly = 2 * levels >= max(1, len(cells)) and plain_heading(cell.text) not in FIGURES
        full = 4 * levels >= 3 * named and fold(cell.text).rstrip(" :") not in _LEGEND
        if graded or is_placeholder(cell.text) or (mostly and (full or not apart)):
            yield column


def _tracks(block: Block, column: int, corner: Cell | None, sheet: str) -> tuple[str, ...]:
    own = block.tracks.get(column)
    if own is not None:
        return tuple(track_name(value) for value in values_of(own.text))
    return () if block.tracks else (_track(corner, own_name(sheet)),)


def _untitled(
    sheet: str, block: Block, body: Sequence[Row], columns: Sequence[int], words: Words
) -> Iterator[Entry]:
    last = max(columns, default=block.side)
    filled = {column for row in body for column in row}
    while last + 1 in filled and last + 1 not in block.header:
        last += 1
    for column in sorted(c for c in filled if block.side < c <= last and c not in block.header):
        cells = [row[column] for row in body if column in row]
        levels = sum(words.level(cell) for cell in cells)
        within = column < max(columns, default=0)
        if words.level(cells[0]) and (within or 2 * levels >= len(body)):
            yield Entry(sheet, cells[0])


def _track(corner: Cell | None, sheet: str) -> str:
    """The first header cell without the word track; the sheet's name if it names no track."""
    text = corner.line if corner else ""
    if _unmarked(text) in _NO_TRACK:
        text = re.sub(r"^(?:language )?matrix\s*[-:\u2013\u2014]\s*", "", sheet.strip(), flags=re.I)
    return track_name(text) or sheet.strip() or "Track"


def _unmarked(text: str) -> str:
    """A template's text as it is compared, without the brackets that ask to replace it."""
    return re.sub(r"[<>\[\]]", "", fold(text)).strip()
