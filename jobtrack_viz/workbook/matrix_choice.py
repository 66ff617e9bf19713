"""Which matrices a sheet holds, beside its lists and ladders or instead of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jobtrack_viz.workbook.grids import own_name
from jobtrack_viz.workbook.headers import ABOUT, Entry
from jobtrack_viz.workbook.ladders import LadderTable
from jobtrack_viz.workbook.lists import ListTable
from jobtrack_viz.workbook.matrices import MatrixTable, find_matrices
from jobtrack_viz.workbook.rows import Rows, outside
from jobtrack_viz.workbook.scale import LOW_TO_HIGH, Scale, scale_of_cells
from jobtrack_viz.workbook.sheet_reading import SheetReading
from jobtrack_viz.workbook.signs import Words
from jobtrack_viz.workbook.text import fold

__all__ = ["with_matrices", "without_figures"]

_LONGEST_LEVEL = 30
_MOST = 0.9
_MANY_FIGURES = 3
"""More columns of figures than these in a table of roles are competencies."""


def with_matrices(sheet: SheetReading, words: Words) -> SheetReading:
    """The sheet with the matrices beside its lists and ladders, or instead of them."""
    name = sheet.grid.name
    tables: list[ListTable | LadderTable] = [*sheet.lists, *sheet.ladders]
    explained = sum(len(record.fields) for table in sheet.lists for record in table.records)
    if explained > _MOST * sum(map(len, sheet.rows.values())):
        return sheet
    rest = outside(sheet.rows, [table.area for table in tables])
    beside = tuple(find_matrices(rest, name, words))
    if tables:
        alone = tuple(t for t in find_matrices(sheet.rows, name, words) if _holds_levels(t, words))
        known = sum(table.score for table in tables) + sum(table.score for table in beside)
        if sum(table.score for table in alone) > known:
            return _both(sheet, alone)
    if not tables and not beside:
        guess = replace(words, scale=_guess(sheet.rows)) if words.scale is None else words
        beside = tuple(t for t in find_matrices(rest, name, guess) if t.matrix.corner)
    found = replace(sheet, matrices=beside)
    sure = tables or any(table.sure for table in beside)
    about = {} if sure else _about(sheet)
    return replace(sheet, about=about) if about else found


def without_figures(sheets: Sequence[SheetReading], words: Words) -> list[SheetReading]:
    """Tables of other figures are no matrices: nothing names them so, and no cell is a level."""
    tables = [table for sheet in sheets for table in sheet.matrices]
    sure = [table.matrix for table in tables if table.sure]
    texts = [e.line for matrix in sure for row in matrix.rows for e in row.levels.values()]
    scale = words.scale or (scale_of_cells(texts) if texts else None)

    def is_matrix(table: MatrixTable) -> bool:
        entries = [e for row in table.matrix.rows for e in row.levels.values()]
        roles = len(table.matrix.headings)
        if not table.sure and roles < max(map(len, (table.matrix.untitled, _strange(table)))):
            return False
        return table.sure or scale is None or any(scale.rank(e.line) for e in entries)

    return [replace(s, matrices=tuple(filter(is_matrix, s.matrices))) for s in sheets]


def _strange(table: MatrixTable) -> Sequence[Entry]:
    """Headings over anything but levels, where roles stand across: a list has many of them."""
    return () if table.matrix.turned else table.matrix.unused


def _holds_levels(table: MatrixTable, words: Words) -> bool:
    """True if cells are levels of the scale, or words for levels: a number may be anything else."""
    texts = [e.line for row in table.matrix.rows for e in row.levels.values()]
    scale = words.scale or Scale(LOW_TO_HIGH)
    ranked = sum(bool(scale.rank(text)) for text in texts)
    return ranked > 0 or (words.scale is None and len(table.matrix.rows) > _MANY_FIGURES)


def _both(sheet: SheetReading, matrices: Sequence[MatrixTable]) -> SheetReading:
    """A table of roles with columns of levels is a matrix, and a list of roles as well."""
    titles = {h.title.cell.row for table in matrices for h in table.matrix.headings}
    roles = [
        table
        for table in sheet.lists
        if table.header.kind == "Roles" and titles <= {r.start.cell.row for r in table.records}
    ]
    lists = [replace(table, header=replace(table.header, unknown=())) for table in roles]
    named = {column for table in roles for column in table.header.columns.values()}
    found = []
    for table in matrices:
        unused = tuple(e for e in table.matrix.unused if e.cell.column not in named)
        found.append(replace(table, matrix=replace(table.matrix, unused=unused)))
    return replace(sheet, lists=tuple(lists), ladders=(), matrices=tuple(found))


def _guess(rows: Rows) -> Scale:
    """The short words that come again and again, as the levels of an unknown scale do."""
    counts = Counter(fold(cell.text) for row in rows.values() for cell in row.values())
    often = [text for text, n in counts.items() if n > 1 and len(text) <= _LONGEST_LEVEL]
    return Scale(tuple(often))


def _about(sheet: SheetReading) -> Mapping[str, Entry]:
    """The values of an About sheet: two columns, at least two of its words in the first."""
    found: dict[str, Entry] = {}
    name = sheet.grid.name
    for row in sheet.rows.values():
        for column, cell in row.items():
            key = fold(cell.text).rstrip(" :")
            if key in ABOUT and column + 1 in row:
                found.setdefault(key, Entry(name, row[column + 1]))
    return found if len(found) >= 2 or fold(own_name(name)) == "about" else {}
