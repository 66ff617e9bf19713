"""Which table is this? Every sheet's cells as named tables, and what was left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.grids import Cell, Grid, address, column_letters
from jobtrack_viz.workbook.headers import NOT_USED_YET, Entry, Record, find_header, records
from jobtrack_viz.workbook.ladders import Ladder, find_ladder, is_matrix_of
from jobtrack_viz.workbook.matrices import Matrix, find_matrices
from jobtrack_viz.workbook.scale import Scale
from jobtrack_viz.workbook.text import fold

__all__ = ["Tables", "find_tables"]

_ABOUT = (
    "title",
    "institution",
    "owner",
    "contact",
    "vacancies",
    "privacy",
    "feedback",
    "reviewed",
    "licence",
    "attribution",
)


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
    """Recognise each visible sheet by its header cells; its name breaks ties.

    Merged cells are filled. Hidden rows and columns are left out. A sheet that fits nothing is
    a note.
    """
    seen = [_visible(grid) for grid in grids if not grid.hidden and grid.cells]
    headers = {grid.name: find_header(grid) for grid in seen}
    ladders = _ladders(grid for grid in seen if headers[grid.name] is None)
    lists: dict[str, list[Record]] = {}
    about: dict[str, Entry] = {}
    notes: list[Problem] = []
    rest: list[Grid] = []
    for grid in seen:
        header = headers[grid.name]
        if header and header.kind in NOT_USED_YET:
            notes.append(_note("sheet-not-used-yet", grid.name, "A1", kind=header.kind))
        elif header:
            lists.setdefault(header.kind, []).extend(records(grid, header))
            notes += [_column_note(grid.name, cell) for cell in header.unknown]
        elif found := _about(grid):
            about |= found
        elif grid.name not in ladders:
            rest.append(grid)
    listed = tuple(record.line("grade") for record in lists.get("Grades", ()))
    matrices: list[Matrix] = []
    for grid in rest:
        blocks = _matrices(grid, ladders.values(), listed)
        matrices += blocks
        notes += [] if blocks else [_note("sheet-not-used", grid.name, "A1")]
        notes += [_column_note(grid.name, e.cell) for matrix in blocks for e in matrix.unused]
        if any(matrix.turned for matrix in blocks):
            notes.append(_note("matrix-turned", grid.name, "A1"))
    used = {matrix.sheet for matrix in matrices} | set(ladders)
    used |= {record.start.sheet for record in chain(*lists.values())}
    return Tables(
        tuple(ladders.values()),
        tuple(matrices),
        {kind: tuple(found) for kind, found in lists.items()},
        about,
        frozenset(_covered(grids)),
        (*notes, *_about_cells(grids, seen, used)),
    )


def _ladders(grids: Iterable[Grid]) -> dict[str, Ladder]:
    """The ladders by sheet; a table that holds another ladder's levels is none."""
    found = {grid.name: ladder for grid in grids if (ladder := find_ladder(grid))}
    scales = {name: _scale(ladder) for name, ladder in found.items()}
    return {
        name: ladder
        for name, ladder in found.items()
        if not any(is_matrix_of(ladder, scales[other]) for other in found if other != name)
    }


def _scale(ladder: Ladder) -> Scale:
    return Scale(tuple(level.line for level in ladder.levels))


def _matrices(grid: Grid, ladders: Iterable[Ladder], listed: tuple[str, ...]) -> list[Matrix]:
    ladder = next(iter(ladders), None)
    names = frozenset(fold(row.competency.line) for row in ladder.rows) if ladder else frozenset()
    return list(find_matrices(grid, _scale(ladder) if ladder else None, names, listed))


def _visible(grid: Grid) -> Grid:
    """The sheet without hidden rows and columns, with merged ranges filled."""
    cells = dict(grid.cells)
    for top, left, bottom, right in grid.merged:
        first = grid.cells.get((top, left))
        if first is not None:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    cells[row, column] = replace(first, row=row, column=column)
    return replace(
        grid,
        cells={
            (row, column): cells[row, column]
            for row, column in sorted(cells)
            if row not in grid.hidden_rows and column not in grid.hidden_columns
        },
    )


def _covered(grids: Iterable[Grid]) -> Iterator[tuple[str, int, int]]:
    for grid in grids:
        for top, left, bottom, right in grid.merged:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    yield grid.name, row, column


def _about(grid: Grid) -> Mapping[str, Entry]:
    """The values of an About sheet: two columns, at least two of its words in the first."""
    found: dict[str, Entry] = {}
    named: list[str] = []
    for (row, column), cell in grid.cells.items():
        if fold(cell.text) in _ABOUT and (row, column + 1) in grid.cells:
            named.append(fold(cell.text))
            found.setdefault(fold(cell.text), Entry(grid.name, grid.cells[row, column + 1]))
    enough = len(found) >= 2 or (found and fold(grid.name) == "about")
    return found if enough else {}


def _about_cells(grids: Sequence[Grid], seen: Sequence[Grid], used: set[str]) -> Iterator[Problem]:
    """What was left out or normalised on the way: hidden parts, formulas, invisible characters."""
    for grid in grids:
        if grid.hidden:
            yield _note("sheet-hidden", grid.name, "A1")
    for grid in (grid for grid in grids if not grid.hidden and grid.cells):
        yield from _hidden_parts(grid)
    for grid in (grid for grid in seen if grid.name in used):
        yield from _marked(grid, "formula-read", [c for c in grid.cells.values() if c.formula])
        yield from _marked(grid, "text-cleaned", [c for c in grid.cells.values() if c.cleaned])
        for cell in grid.cells.values():
            if cell.kind == "error":
                code = "formula-without-value" if cell.formula and not cell.text else "cell-error"
                where = address(cell.row, cell.column)
                yield Problem("error", code, grid.name, where, {"found": cell.text})


def _hidden_parts(grid: Grid) -> Iterator[Problem]:
    """Rows and columns that were left out, or read although a filter hides them."""
    if grid.hidden_rows:
        rows = ", ".join(str(row) for row in sorted(grid.hidden_rows))
        first = address(min(grid.hidden_rows), 1)
        yield Problem("warning", "rows-hidden", grid.name, first, {"rows": rows})
    if grid.hidden_columns:
        columns = ", ".join(column_letters(column) for column in sorted(grid.hidden_columns))
        first = address(1, min(grid.hidden_columns))
        yield Problem("warning", "columns-hidden", grid.name, first, {"columns": columns})
    if grid.filtered_rows:
        first = address(min(grid.filtered_rows), 1)
        yield _note("rows-filtered", grid.name, first, count=str(len(grid.filtered_rows)))


def _marked(grid: Grid, code: str, cells: list[Cell]) -> Iterator[Problem]:
    """One note for all such cells of a sheet, at the first of them."""
    fine = [cell for cell in cells if cell.kind != "error"]
    if fine:
        where = address(fine[0].row, fine[0].column)
        yield _note(code, grid.name, where, count=str(len(fine)))


def _column_note(sheet: str, cell: Cell) -> Problem:
    return _note("column-not-used", sheet, address(cell.row, cell.column), found=cell.line)


def _note(code: str, sheet: str | None, cell: str | None, **facts: str) -> Problem:
    return Problem("note", code, sheet, cell, facts)
