"""Which table is this? Every sheet's cells as known tables, and what was left out.

A small recognition engine. Everything that may head a table is found on every sheet; each such
reading is scored by the number of cells to which it gives a meaning; the best readings that do not
overlap are kept. Matrices come last, since a ladder says what a level looks like: what the lists
and ladders leave is read as matrices, unless reading the whole sheet as matrices explains more.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import itemgetter
from typing import TypeAlias, TypeVar

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.grades import ListedGrades, split_title
from jobtrack_viz.workbook.grids import Cell, Grid, own_name
from jobtrack_viz.workbook.header_rows import header_rows
from jobtrack_viz.workbook.headers import Entry, Record
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
from jobtrack_viz.workbook.matrices import Matrix
from jobtrack_viz.workbook.matrix_choice import with_matrices, without_figures
from jobtrack_viz.workbook.redaction import without_staff_lists
from jobtrack_viz.workbook.rows import Area, Rows, rows_of
from jobtrack_viz.workbook.scale import Scale
from jobtrack_viz.workbook.sheet_notes import notes_of_sheets
from jobtrack_viz.workbook.sheet_reading import SheetReading
from jobtrack_viz.workbook.signs import Words
from jobtrack_viz.workbook.text import fold

__all__ = ["Tables", "find_tables"]

_MOST_TABLES = 500
_MOST_DOUBTS = 20
_MOST_HEADINGS = 4
"""Tables of one sheet, readings that do not stand apart, and rows of headings over headings."""

_T = TypeVar("_T")
_Head: TypeAlias = tuple[int, int, int, _T]
"""Row, first column, last column of a row that may head a table, and how it was read."""

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


def find_tables(grids: Sequence[Grid], beside: Tables | None = None) -> Tables:
    """Recognise the tables of each visible sheet by their cells; the sheet's name breaks ties.

    Merged cells are filled. Hidden rows and columns are left out. A sheet that fits nothing is
    a note, and so is what stands beside its tables. Lists of people are warnings, and nothing else
    is looked for in their rows. What ``beside`` says of levels, grades and
    names helps to recognise these sheets.
    """
    known = beside or Tables((), (), {}, {}, frozenset(), ())
    grids, of_people = without_staff_lists(grids)
    sheets = [_listed(SheetReading(g, rows_of(g))) for g in grids if not g.hidden and g.cells]
    sheets = _without_false_ladders(sheets, known.ladders)
    long_ladders = [ladder_of(t.records) for t in _lists(sheets, "Ladder (long)") if t.records]
    wide = [table.ladder for sheet in sheets for table in sheet.ladders]
    graded = [r.line("grade") for r in _records(sheets, "Grades", known)]
    titles = [r.line("role") for r in _records(sheets, "Roles", known)]
    ladders = _filled([*wide, *long_ladders, *known.ladders])
    words = _words(ladders, [grade for grade in graded if grade], titles)
    sheets = without_figures([with_matrices(sheet, words) for sheet in sheets], words)
    matrices = [table.matrix for sheet in sheets for table in sheet.matrices]
    matrices += [matrix_of(t.records) for t in _lists(sheets, "Matrix (long)") if t.records]
    sheets = _without_sections(sheets, [*matrices, *known.matrices])
    lists: dict[str, tuple[Record, ...]] = {}
    for sheet in sorted(sheets, key=_is_turned):
        for table in sheet.lists:
            kind = table.header.kind
            lists[kind] = (*lists.get(kind, ()), *table.records)
    about: dict[str, Entry] = {}
    for sheet in sheets:
        about = {**(sheet.about or {}), **about}
    found = [table.ladder for sheet in sheets for table in sheet.ladders]
    return Tables(
        tuple(_filled([*found, *long_ladders])),
        tuple(matrices),
        lists,
        about,
        frozenset(_covered(grids)),
        (*of_people, *notes_of_sheets(grids, sheets)),
    )


def _lists(sheets: Iterable[SheetReading], kind: str) -> Iterator[ListTable]:
    return (table for s in sheets for table in s.lists if table.header.kind == kind)


def _records(sheets: Iterable[SheetReading], kind: str, known: Tables) -> list[Record]:
    return [*(r for t in _lists(sheets, kind) for r in t.records), *known.lists.get(kind, ())]


def _filled(ladders: Sequence[Ladder]) -> Sequence[Ladder]:
    """The ladders that say anything; an empty one, as the template's, counts only if all are."""
    return [ladder for ladder in ladders if ladder.rows] or ladders


def _words(ladders: Sequence[Ladder], listed: Sequence[str], titles: Iterable[str]) -> Words:
    names = frozenset(fold(row.competency.line) for ladder in ladders for row in ladder.rows)
    grades = ListedGrades.of(listed)
    roles = frozenset(fold(split_title(title, grades)[0]) for title in titles if title)
    return Words(scale_of(ladders), grades, names, roles)


def _listed(sheet: SheetReading) -> SheetReading:
    """The sheet with its best lists and wide ladders that do not overlap."""
    name, rows = sheet.grid.name, sheet.rows
    lists = find_lists(rows, own_name(name))
    headers = _first_of(rows, [(h.row, h.left, h.right, h) for h in lists])
    marked = _first_of(rows, [(n, min(rows[n]), max(rows[n]), ok) for n, ok in find_ladders(rows)])
    sure = [number for number, _, _, known in marked if known]
    apart = [n for n, row in rows.items() if _stands_apart(rows, n, min(row), max(row))]
    heads = [number for number, _ in header_rows(rows, Words(None, ()), apart)]
    starts = [(n, left, right) for n, left, right, h in headers if len(h.unknown) <= len(h.columns)]
    starts += [(n, min(rows[n]), max(rows[n])) for n in (*sure, *heads, *_graded(rows))]
    begins = sorted({start for start in starts if _stands_apart(rows, *start)})
    found: list[ListTable | LadderTable] = []
    for number, left, right, header in headers:
        body = _between(rows, number, _last_row(rows, begins, number, left, right))
        found.append(list_table(rows[number], body, name, header))
    for number, left, right, _ in marked:
        body = _between(rows, number, _last_row(rows, begins, number, left, right))
        ladder = ladder_table(rows[number], body, name)
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


def _first_of(rows: Rows, heads: Sequence[_Head[_T]]) -> list[_Head[_T]]:
    """The readings worth a look: those that stand apart, and a few others.

    The same row again, as for printing, is no header; so much that none could read it is no table.
    """
    apart: list[_Head[_T]] = []
    others: dict[tuple[object, ...], _Head[_T]] = {}
    for head in heads:
        if _stands_apart(rows, *head[:3]):
            apart.append(head)
        else:
            texts = tuple((c, cell.text) for c, cell in rows[head[0]].items())
            others.setdefault((head[1], head[2], texts), head)
    return sorted([*apart[:_MOST_TABLES], *list(others.values())[:_MOST_DOUBTS]], key=itemgetter(0))


def _between(rows: Rows, first: int, last: int) -> Rows:
    """The rows below one row, down to another."""
    numbers = list(rows)
    inside = numbers[bisect_right(numbers, first) : bisect_right(numbers, last)]
    return {number: rows[number] for number in inside}


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
    """True if above a row there is nothing, a title, headings of headings or grades under these."""
    for number in range(row - 1, row - 1 - _MOST_HEADINGS, -1):
        above = [column for column in rows.get(number, {}) if left <= column <= right]
        if len(above) <= 1:
            return True
        if left in above and not _leads_on(rows[number].values(), left, right):
            return False
    return False


def _last_row(
    rows: Rows, starts: Sequence[tuple[int, int, int]], row: int, left: int, right: int
) -> int:
    """The last row above the next table that begins in the same columns, without its title.

    ``starts`` are (row, first column, last column) in order.
    """
    later = islice(starts, bisect_right(starts, (row, right, right)), None)
    below = next((n for n, a, b in later if n > row and a <= right and b >= left), None)
    if below is None:
        return max(rows)
    last = below - 1
    while last > row and last in rows and left not in rows[last]:
        last -= 1
    while last > row and last in rows and _leads_on(rows[last].values(), left, right):
        last -= 1
    while last > row and (last not in rows or _is_alone(rows, last, left, right)):
        last -= 1
    return last


def _is_alone(rows: Rows, row: int, left: int, right: int) -> bool:
    """True for one text between blank rows under several columns: the next table's title."""
    here = sum(left <= column <= right for column in rows[row])
    return here == 1 and right > left and not {row - 1, row + 1} & rows.keys()


def _leads_on(cells: Iterable[Cell], left: int, right: int) -> bool:
    """True for a title, or for a row of grades over the titles of the next table."""
    here = [cell for cell in cells if left <= cell.column <= right]
    grades = [split_title(f"Role ({cell.text})")[1] or fold(cell.text) == "grade" for cell in here]
    return len(here) == 1 or (bool(here) and all(grades))


def _overlap(one: Area, other: Area) -> bool:
    rows = one[0] <= other[2] and other[0] <= one[2]
    return rows and one[1] <= other[3] and other[1] <= one[3]


def _without_false_ladders(
    sheets: Sequence[SheetReading], known: Iterable[Ladder]
) -> list[SheetReading]:
    """Ladders that hold the levels of another ladder are matrices."""
    ladders = [*known, *(table.ladder for sheet in sheets for table in sheet.ladders)]
    ladders += [ladder_of(t.records) for t in _lists(sheets, "Ladder (long)") if t.records]
    scales = Counter(tuple(fold(entry.line) for entry in ladder.levels) for ladder in ladders)

    def is_ladder(table: LadderTable) -> bool:
        own = tuple(fold(entry.line) for entry in table.ladder.levels)
        others = [Scale(levels) for levels, count in scales.items() if levels != own or count > 1]
        return not any(is_matrix_of(table.ladder, scale) for scale in others)

    return [replace(s, ladders=tuple(filter(is_ladder, s.ladders))) for s in sheets]


def _is_turned(sheet: SheetReading) -> bool:
    """Roles that a matrix lists besides follow those of a list of their own."""
    return any(table.matrix.turned for table in sheet.matrices)


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


def _covered(grids: Iterable[Grid]) -> Iterator[tuple[str, int, int]]:
    for grid in grids:
        for top, left, bottom, right in grid.merged:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    yield grid.name, row, column
