"""What is said of each sheet: what it was read as, what was left out, what was normalised."""

from collections.abc import Iterable, Iterator, Sequence

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.grids import Cell, Grid, address, column_letters
from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.sheet_reading import SheetReading

__all__ = ["notes_of_sheets"]

_LONGEST_QUOTE = 60


def notes_of_sheets(grids: Sequence[Grid], sheets: Sequence[SheetReading]) -> Iterator[Problem]:
    """Everything about sheets as a whole: hidden parts, several tables, cells that were left out.

    Cells that show an error are errors, on sheets that were used.
    """
    for grid in grids:
        if grid.hidden:
            yield _note("sheet-hidden", grid.name, "A1")
    for sheet in sheets:
        yield from _hidden_parts(sheet.grid)
        if sheet.kinds():
            yield from _tables(sheet)
            yield from _cells(sheet.grid)
        else:
            yield _note("sheet-not-used", sheet.grid.name, "A1")
    yield from _facts_said_twice(sheets)


def _facts_said_twice(sheets: Iterable[SheetReading]) -> Iterator[Problem]:
    """What two sheets of facts say of one thing; the first sheet counts."""
    said: dict[str, Entry] = {}
    for sheet in sheets:
        for fact, entry in (sheet.about or {}).items():
            first = said.setdefault(fact, entry)
            if first.line != entry.line:
                other = f"{first.sheet} {first.address}"
                yield _note("listed-twice", entry.sheet, entry.address, found=fact, other=other)


def _tables(sheet: SheetReading) -> Iterator[Problem]:
    name = sheet.grid.name
    kinds = sheet.kinds()
    if len(set(kinds)) > 1:
        yield _note("sheet-read-as", name, "A1", kinds=", ".join(dict.fromkeys(kinds)))
    unused = [cell for table in sheet.lists for cell in table.header.unknown]
    unused += [cell for ladder in sheet.ladders for cell in ladder.unused]
    unused += [entry.cell for table in sheet.matrices for entry in table.matrix.unused]
    for cell in unused:
        yield _note("column-not-used", name, _at(cell), found=_quote(cell))
    filled = [cell for table in sheet.lists for cell in table.filled]
    filled += [cell for ladder in sheet.ladders for cell in ladder.filled]
    for cell in filled:
        yield _note("labels-filled-down", name, _at(cell), found=_quote(cell))
    for entry in sheet.sections:
        yield _note("section-title", name, entry.address, found=_quote(entry.cell))
    if any(table.matrix.turned for table in sheet.matrices):
        yield _note("matrix-turned", name, "A1")
    for matrix in (table.matrix for table in sheet.matrices if table.matrix.assumed):
        yield _note("matrix-side-assumed", name, matrix.headings[0].title.address)
    left = list(sheet.left())
    if left:
        facts = {"count": str(len(left)), "found": _quote(left[0])}
        yield _note("cells-not-used", name, _at(left[0]), **facts)


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


def _cells(grid: Grid) -> Iterator[Problem]:
    """What was normalised in cells, and cells that show an error."""
    yield from _marked(grid, "formula-read", [c for c in grid.cells.values() if c.formula])
    yield from _marked(grid, "text-cleaned", [c for c in grid.cells.values() if c.cleaned])
    for cell in grid.cells.values():
        if cell.kind == "error":
            code = "formula-without-value" if cell.formula and not cell.text else "cell-error"
            yield Problem("error", code, grid.name, _at(cell), {"found": cell.text})


def _marked(grid: Grid, code: str, cells: list[Cell]) -> Iterator[Problem]:
    """One note for all such cells of a sheet, at the first of them."""
    fine = [cell for cell in cells if cell.kind != "error"]
    if fine:
        yield _note(code, grid.name, _at(fine[0]), count=str(len(fine)))


def _at(cell: Cell) -> str:
    return address(cell.row, cell.column)


def _quote(cell: Cell) -> str:
    line = cell.line
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"


def _note(code: str, sheet: str, cell: str, **facts: str) -> Problem:
    return Problem("note", code, sheet, cell, facts)
