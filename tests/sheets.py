"""Sheets typed as rows, and what reading them says, without a file in between."""

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Reading, read_tables
from jobtrack_viz.workbook.grids import Cell, Grid

LADDER = (
    ("Competency", "Low", "Medium", "High"),
    ("Problem Solving", "Solves known ones", "Solves new ones", "Foresees them"),
    ("Creativity", "Adds ideas", "Weighs ideas", "Invites ideas"),
)
DEVELOPER = (
    ("Developer track", "Developer (6)", "Senior Developer (7)"),
    ("Problem Solving", "Low", "Med"),
    ("Creativity", "Low", "High"),
)


def sheet(name: str, *rows: tuple[object, ...], **extra: object) -> Grid:
    """A sheet of these rows from A1; None leaves a cell blank, a Cell is taken as it is."""
    cells = {}
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if isinstance(value, Cell):
                cells[row, column] = Cell(
                    row, column, value.text, value.kind, value.formula, value.cleaned
                )
            elif value is not None:
                kind = "text" if isinstance(value, str) else "number"
                cells[row, column] = Cell(row, column, str(value), kind)
    return Grid(name, cells, **extra)


def reading(*sheets: Grid) -> Reading:
    """What reading these sheets says."""
    return read_tables(sheets, Limits())


def problems(*sheets: Grid) -> list[tuple[str, str, str | None, str | None]]:
    """Every problem as (severity, code, sheet, cell)."""
    return [(p.severity, p.code, p.sheet, p.cell) for p in reading(*sheets).problems]
