"""Wide matrices: competencies down the side, ``Job Title (Grade)`` across, a level in each cell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jobtrack_viz.workbook.blocks import CORNER_WORDS, Block, find_blocks
from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.scale import Scale, is_level_like
from jobtrack_viz.workbook.text import fold, track_name

__all__ = ["Heading", "Matrix", "MatrixRow", "find_matrices", "is_placeholder"]

_LEGEND = frozenset({"key", "legend", "levels", "scale", "note", "notes"})
_NO_TRACK = CORNER_WORDS | {"", "role", "roles", "job title", "job titles", "title", "titles"}


@dataclass(frozen=True, slots=True)
class Heading:
    """One role's column. ``grade`` is the cell of a second header row, if there is one."""

    column: int
    title: Entry
    grade: Entry | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One competency's levels by column; ``competency`` is None where its name is missing."""

    competency: Entry | None
    levels: Mapping[int, Entry]


@dataclass(frozen=True, slots=True)
class Matrix:
    """One block of one sheet, cells as they stand.

    ``unused`` are headings of other columns; ``untitled`` is the first level of each column that
    has levels but no heading. ``turned`` says that roles stood down the side.
    """

    sheet: str
    track: str
    corner: Entry | None
    headings: tuple[Heading, ...]
    rows: tuple[MatrixRow, ...]
    unused: tuple[Entry, ...]
    untitled: tuple[Entry, ...]
    turned: bool


def is_placeholder(text: str) -> bool:
    """True for the template's unfilled heading."""
    return re.sub(r"[<>\[\]]", "", fold(text)).strip() == "job title (grade)"


def find_matrices(
    grid: Grid, scale: Scale | None, competencies: frozenset[str], listed: Sequence[str]
) -> Iterator[Matrix]:
    """Every matrix on a sheet.

    ``competencies`` are folded names of the ladder: they tell a competency that no role states
    from a section's title. ``listed`` are the grades of the Grades sheet.
    """
    for block in find_blocks(grid, scale, listed):
        yield _matrix(grid.name, block, scale, competencies, listed)


def _matrix(
    sheet: str,
    block: Block,
    scale: Scale | None,
    competencies: frozenset[str],
    listed: Sequence[str],
) -> Matrix:
    corner = block.header.get(block.side)
    body = [row for row in block.body if not _is_legend(row.get(block.side), scale)]
    columns = [c for c in _columns(block, body, scale, listed) if c > block.side]
    headings = tuple(
        Heading(
            column,
            Entry(sheet, block.header[column]),
            Entry(sheet, block.grades[column]) if column in block.grades else None,
        )
        for column in columns
    )
    rows = []
    for cells in body:
        levels = {column: Entry(sheet, cells[column]) for column in columns if column in cells}
        name = cells.get(block.side)
        if levels or (name is not None and fold(name.text) in competencies):
            rows.append(MatrixRow(Entry(sheet, name) if name else None, levels))
    others = [cell for c, cell in block.header.items() if c > block.side and c not in columns]
    return Matrix(
        sheet,
        _track(corner, sheet),
        Entry(sheet, corner) if corner else None,
        headings,
        tuple(rows),
        tuple(Entry(sheet, cell) for cell in others),
        tuple(_untitled(sheet, block, columns, scale)),
        block.turned,
    )


def _is_legend(name: Cell | None, scale: Scale | None) -> bool:
    """True for a row of a key: it begins with a level, or with a word such as Key."""
    if name is None:
        return False
    return is_level_like(name.text, scale) or fold(name.text).rstrip(" :") in _LEGEND


def _columns(
    block: Block, body: Sequence[Mapping[int, Cell]], scale: Scale | None, listed: Sequence[str]
) -> Iterator[int]:
    """Columns of roles: graded, or mostly levels and not behind an empty column."""
    filled = {column for row in (block.header, *body) for column in row}
    apart = False
    for column, cell in block.header.items():
        apart = apart or (column > block.side and column - 1 not in filled)
        texts = [row[column].text for row in body if column in row]
        levels = sum(is_level_like(text, scale) for text in texts)
        graded = column in block.grades or split_title(cell.text, listed)[1] is not None
        if graded or is_placeholder(cell.text) or (not apart and 2 * levels >= max(1, len(texts))):
            yield column


def _untitled(
    sheet: str, block: Block, columns: Sequence[int], scale: Scale | None
) -> Iterator[Entry]:
    for column in range(block.side + 1, max(columns, default=block.side)):
        levels = [row[column] for row in block.body if column in row]
        if column not in block.header and levels and is_level_like(levels[0].text, scale):
            yield Entry(sheet, levels[0])


def _track(corner: Cell | None, sheet: str) -> str:
    """The first header cell without the word track; the sheet's name if it names no track."""
    text = corner.line if corner else ""
    if re.sub(r"[<>\[\]]", "", fold(text)).strip() in _NO_TRACK:
        text = re.sub(r"^(?:language )?matrix\s*[-:\u2013\u2014]\s*", "", sheet.strip(), flags=re.I)
    return track_name(text)
