"""Which table is this? Every sheet's cells as known tables, and what was left out.

A small recognition engine. Everything that may head a table is found on every sheet; each such
reading is scored by the number of cells to which it gives a meaning; the best readings that do not
overlap are kept. Matrices come last, since a ladder says what a level looks like: what the lists
and ladders leave is read as matrices, unless reading the whole sheet as matrices explains more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.header_rows import header_rows
from jobtrack_viz.workbook.headers import ABOUT, Entry, Record
from jobtrack_viz.workbook.ladders import (
    Ladder,
    LadderTable,
    find_ladders,
    is_matrix_of,
    ladder_table,
    scale_of,
    without_sections,
)
from jobtrack_viz.workbook.lists import ListTable, find_lists, list_table
from jobtrack_viz.workbook.long_forms import ladder_of, matrix_of
from jobtrack_viz.workbook.matrices import Matrix, MatrixTable, find_matrices
from jobtrack_viz.workbook.rows import Area, Rows, outside, rows_of
from jobtrack_viz.workbook.scale import LOW_TO_HIGH, Scale, scale_of_cells
from jobtrack_viz.workbook.sheet_notes import notes_of_sheets
from jobtrack_viz.workbook.sheet_reading import SheetReading
from jobtrack_viz.workbook.signs import Words
from jobtrack_viz.workbook.text import fold

__all__ = ["Tables", "find_tables"]

_LONGEST_LEVEL = 30
_MOST = 0.9
_MANY_FIGURES = 3
"""More columns of figures than these in a table of roles are competencies."""
_MOST = 0.9
_MANY_FIGURES = 3
"""More columns of figures than these in a table of roles are competencies."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the workbook's sheets are. ``lists`` are the records of each kind of list.

    ``about`` is the folded first column's entries by field. ``merged`` are the addresses, by
    sheet, that a merged range covers with one value. ``problems`` are about cells and sheets.
    """

    ladders: tuple[Ladder, ...]
    matrices: tuple[Matrix, ...]
    lists: Mapping[str, tuple[Record, ...]]
    about: Mapping[str, Entry]
    merged: frozenset[tuple[str, int, int]]
    problems: tuple[Problem, ...]


def find_tables(grids: Sequence[Grid]) -> Tables:
    """Recognise the tables of each visible sheet by their cells; the sheet's name breaks ties.

    Merged cells are filled. Hidden rows and columns are left out. A sheet that fits nothing is
    a note, and so is what stands beside its tables.
    """
    sheets = [_listed(SheetReading(g, rows_of(g))) for g in grids if not g.hidden and g.cells]
    sheets = _without_false_ladders(sheets)
    long_ladders = [ladder_of(t.records) for t in _lists(sheets, "Ladder (long)") if t.records]
    wide = [table.ladder for sheet in sheets for table in sheet.ladders]
    graded = [r.line("grade") for t in _lists(sheets, "Grades") for r in t.records]
    titles = [r.line("role") for t in _lists(sheets, "Roles") for r in t.records]
    words = _words(_filled([*wide, *long_ladders]), [grade for grade in graded if grade], titles)
    sheets = _without_figures([_with_matrices(sheet, words) for sheet in sheets], words)
    matrices = [table.matrix for sheet in sheets for table in sheet.matrices]
    matrices += [matrix_of(t.records) for t in _lists(sheets, "Matrix (long)") if t.records]
    sheets = _without_sections(sheets, matrices)
    lists: dict[str, tuple[Record, ...]] = {}
    for sheet in sheets:
        for table in sheet.lists:
            kind = table.header.kind
            lists[kind] = (*lists.get(kind, ()), *table.records)
    about: dict[str, Entry] = {}
    for sheet in sheets:
        about |= sheet.about or {}
    ladders = [table.ladder for sheet in sheets for table in sheet.ladders]
    return Tables(
        tuple(_filled([*ladders, *long_ladders])),
        tuple(matrices),
        lists,
        about,
        frozenset(_covered(grids)),
        tuple(notes_of_sheets(grids, sheets)),
    )


def _lists(sheets: Iterable[SheetReading], kind: str) -> Iterator[ListTable]:
    return (table for s in sheets for table in s.lists if table.header.kind == kind)


def _filled(ladders: Sequence[Ladder]) -> Sequence[Ladder]:
    """The ladders that say anything; an empty one, as the template's, counts only if all are."""
    return [ladder for ladder in ladders if ladder.rows] or ladders


def _words(ladders: Sequence[Ladder], listed: Sequence[str], titles: Iterable[str]) -> Words:
    names = frozenset(fold(row.competency.line) for ladder in ladders for row in ladder.rows)
    roles = frozenset(fold(split_title(title, listed)[0]) for title in titles if title)
    return Words(scale_of(ladders), listed, names, roles)


def _listed(sheet: SheetReading) -> SheetReading:
    """The sheet with its best lists and wide ladders that do not overlap."""
    name, rows = sheet.grid.name, sheet.rows
    headers = list(find_lists(rows, name))
    marked = dict(find_ladders(rows))
    sure = [number for number, known in marked.items() if known]
    starts = [(h.row, h.left, h.right) for h in headers if len(h.unknown) <= len(h.columns)]
    apart = [n for n, row in rows.items() if _stands_apart(rows, n, min(row), max(row))]
    heads = [number for number, _ in header_rows(rows, Words(None, ()), apart)]
    starts += [(n, min(rows[n]), max(rows[n])) for n in (*sure, *heads, *_graded(rows))]
    begins = [start for start in starts if _stands_apart(rows, *start)]
    found: list[ListTable | LadderTable] = [
        list_table(rows, name, h, _last_row(rows, begins, h.row, h.left, h.right)) for h in headers
    ]
    for number in marked:
        last = _last_row(rows, begins, number, min(rows[number]), max(rows[number]))
        ladder = ladder_table(rows, name, number, last)
        found += [ladder] if ladder else []
    kept: list[ListTable | LadderTable] = []
    for table in sorted(found, key=lambda table: (-table.score, table.area)):
        if not any(_overlap(table.area, other.area) for other in kept):
            kept.append(table)
    kept.sort(key=lambda table: table.area)
    return replace(
        sheet,
        lists=tuple(table for table in kept if isinstance(table, ListTable)),
        ladders=tuple(table for table in kept if isinstance(table, LadderTable)),
    )


def _graded(rows: Rows) -> Iterator[int]:
    """Rows with a title and its grade over something that has none: they may head a matrix."""
    words = Words(None, ())
    numbers = list(rows)
    for i, number in enumerate(numbers[:-1]):
        below = rows[numbers[i + 1]]
        heads = [column for column, cell in rows[number].items() if words.graded(cell)]
        under = [below[column] for column in heads if column in below]
        if under and not any(words.graded(cell) for cell in under):
            yield number


def _stands_apart(rows: Rows, row: int, left: int, right: int) -> bool:
    """True if above a row there is nothing, a title, or headings of headings under these."""
    above = [column for column in rows.get(row - 1, {}) if left <= column <= right]
    if len(above) <= 1:
        return True
    return left not in above and _stands_apart(rows, row - 1, left, right)


def _last_row(
    rows: Rows, starts: Iterable[tuple[int, int, int]], row: int, left: int, right: int
) -> int:
    """The last row above the next table that begins in the same columns, without its title."""
    later = [n for n, first, last in starts if n > row and first <= right and last >= left]
    if not later:
        return max(rows)
    last = min(later) - 1
    while last > row and last in rows and left not in rows[last]:
        last -= 1
    while last > row and (last not in rows or _leads_on(rows[last].values(), left, right)):
        last -= 1
    return last


def _leads_on(cells: Iterable[Cell], left: int, right: int) -> bool:
    """True for a title, or for a row of grades over the titles of the next table."""
    here = [cell for cell in cells if left <= cell.column <= right]
    grades = [split_title(f"Role ({cell.text})")[1] or fold(cell.text) == "grade" for cell in here]
    return len(here) == 1 or (bool(here) and all(grades))


def _overlap(one: Area, other: Area) -> bool:
    rows = one[0] <= other[2] and other[0] <= one[2]
    return rows and one[1] <= other[3] and other[1] <= one[3]


def _without_false_ladders(sheets: Sequence[SheetReading]) -> list[SheetReading]:
    """Ladders that hold the levels of another ladder are matrices."""
    ladders = [table.ladder for sheet in sheets for table in sheet.ladders]
    ladders += [ladder_of(t.records) for t in _lists(sheets, "Ladder (long)") if t.records]

    def is_ladder(table: LadderTable) -> bool:
        others = [ladder for ladder in ladders if ladder is not table.ladder]
        return not any(is_matrix_of(table.ladder, scale_of([o]) or Scale(())) for o in others)

    return [replace(s, ladders=tuple(filter(is_ladder, s.ladders))) for s in sheets]


def _with_matrices(sheet: SheetReading, words: Words) -> SheetReading:
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


def _holds_levels(table: MatrixTable, words: Words) -> bool:
    """True if cells are levels of the scale, or words for levels: a number may be anything else."""
    texts = [e.line for row in table.matrix.rows for e in row.levels.values()]
    scale = words.scale or Scale(LOW_TO_HIGH)
    ranked = sum(bool(scale.rank(text)) for text in texts)
    return ranked > 0 or (words.scale is None and len(table.matrix.rows) > _MANY_FIGURES)


def _both(sheet: SheetReading, matrices: Sequence[MatrixTable]) -> SheetReading:
    """A table of roles with columns of levels is a matrix, and a list of roles as well."""
    roles = [table for table in sheet.lists if table.header.kind == "Roles"]
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


def _without_figures(sheets: Sequence[SheetReading], words: Words) -> list[SheetReading]:
    """Tables of other figures are no matrices: nothing names them so, and no cell is a level."""
    tables = [table for sheet in sheets for table in sheet.matrices]
    sure = [table.matrix for table in tables if table.sure]
    texts = [e.line for matrix in sure for row in matrix.rows for e in row.levels.values()]
    scale = words.scale or (scale_of_cells(texts) if texts else None)

    def is_matrix(table: MatrixTable) -> bool:
        entries = [e for row in table.matrix.rows for e in row.levels.values()]
        return table.sure or scale is None or any(scale.rank(e.line) for e in entries)

    return [replace(s, matrices=tuple(filter(is_matrix, s.matrices))) for s in sheets]


def _without_sections(
    sheets: Sequence[SheetReading], matrices: Iterable[Matrix]
) -> list[SheetReading]:
    used = {fold(row.competency.line) for m in matrices for row in m.rows if row.competency}
    for table in _lists(sheets, "Development"):
        used |= {fold(record.line("competency")) for record in table.records}
    kept = []
    for sheet in sheets:
        ladders: list[LadderTable] = []
        sections: list[Entry] = []
        for found in sheet.ladders:
            ladder, titles = without_sections(found.ladder, frozenset(used))
            ladders.append(replace(found, ladder=ladder))
            sections += titles
        kept.append(replace(sheet, ladders=tuple(ladders), sections=tuple(sections)))
    return kept


def _about(sheet: SheetReading) -> Mapping[str, Entry]:
    """The values of an About sheet: two columns, at least two of its words in the first."""
    found: dict[str, Entry] = {}
    name = sheet.grid.name
    for row in sheet.rows.values():
        for column, cell in row.items():
            key = fold(cell.text).rstrip(" :")
            if key in ABOUT and column + 1 in row:
                found.setdefault(key, Entry(name, row[column + 1]))
    return found if len(found) >= 2 or fold(name) == "about" else {}


def _covered(grids: Iterable[Grid]) -> Iterator[tuple[str, int, int]]:
    for grid in grids:
        for top, left, bottom, right in grid.merged:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    yield grid.name, row, column
