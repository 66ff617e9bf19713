"""The wide language ladder: a row for each competency, a column for each level."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobtrack_viz.workbook.blocks import table_rows
from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.scale import Scale, is_level_like
from jobtrack_viz.workbook.text import fold

__all__ = ["Ladder", "LadderRow", "find_ladder", "is_matrix_of"]

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "competency": ("competency", "competencies", "skill"),
    "group": ("group", "cluster", "domain"),
    "definition": ("definition", "description"),
}
_NO_LEVELS = frozenset({"note", "notes", "comment", "comments", "source", "order", "id", "code"})


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One competency. ``statements`` are the filled descriptor cells by level, from 0."""

    competency: Entry
    group: str
    definition: str
    statements: Mapping[int, Entry]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder's level headers, lowest first, and its rows."""

    sheet: str
    levels: tuple[Entry, ...]
    rows: tuple[LadderRow, ...]


def find_ladder(grid: Grid) -> Ladder | None:
    """The ladder on a sheet: a header with Competency, then levels over descriptors.

    A table whose cells are mostly levels themselves is a matrix, not a ladder; so is one with a
    grade in a heading. Short words that are levels of another ladder can only be told by that
    one: see ``is_matrix_of``.
    """
    rows = table_rows(grid)
    for number, header in rows.items():
        fields = _fields(header)
        levels = [c for c in header if c not in fields.values() and not _is_note(header[c])]
        graded = any(split_title(header[c].text)[1] for c in levels)
        if "competency" not in fields or not levels or graded:
            continue
        body = [cells for row, cells in rows.items() if row > number]
        filled = [cells[c].text for cells in body for c in levels if c in cells]
        words = sum(is_level_like(header[c].text, None) for c in levels)
        if filled and 2 * sum(is_level_like(text, None) for text in filled) >= len(filled):
            continue
        if filled or words or "ladder" in fold(grid.name):
            return _ladder(grid.name, fields, [header[c] for c in sorted(levels)], body)
    return None


def is_matrix_of(ladder: Ladder, scale: Scale) -> bool:
    """True if most descriptors are levels of a scale: then the table is a matrix after all."""
    texts = [entry.line for row in ladder.rows for entry in row.statements.values()]
    return bool(texts) and 2 * sum(scale.rank(text) is not None for text in texts) >= len(texts)


def _is_note(cell: Cell) -> bool:
    return fold(cell.text) in _NO_LEVELS


def _fields(header: Mapping[int, Cell]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for column, cell in header.items():
        for field, names in _FIELDS.items():
            if fold(cell.text) in names and field not in found:
                found[field] = column
    return found


def _ladder(
    sheet: str,
    fields: Mapping[str, int],
    levels: list[Cell],
    body: list[dict[int, Cell]],
) -> Ladder:
    rows = []
    for cells in body:
        name = cells.get(fields["competency"])
        if name is None:
            continue
        statements = {
            i: Entry(sheet, cells[level.column])
            for i, level in enumerate(levels)
            if level.column in cells
        }
        group = _text(cells, fields.get("group"))
        definition = _text(cells, fields.get("definition"))
        rows.append(LadderRow(Entry(sheet, name), group, definition, statements))
    return Ladder(sheet, tuple(Entry(sheet, level) for level in levels), tuple(rows))


def _text(cells: Mapping[int, Cell], column: int | None) -> str:
    return cells[column].line if column in cells and column is not None else ""
