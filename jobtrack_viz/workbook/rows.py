"""A sheet as rows of cells: what is seen of it, with merged ranges filled."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from jobtrack_viz.workbook.grids import Cell, Grid

__all__ = ["Area", "Row", "Rows", "outside", "rows_of", "within"]

Row: TypeAlias = Mapping[int, Cell]
Rows: TypeAlias = Mapping[int, Row]
"""Filled rows by number, each with its filled cells by column, both ascending."""

Area: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def rows_of(grid: Grid) -> Rows:
    """The sheet's rows without hidden rows and columns, and without titles merged across tables.

    Every cell of a merged range has the range's value.
    """
    cells = dict(grid.cells)
    for top, left, bottom, right in grid.merged:
        first = grid.cells.get((top, left))
        if first is not None:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    cells[row, column] = replace(first, row=row, column=column)
    rows: dict[int, dict[int, Cell]] = {}
    for row, column in sorted(cells):
        if row not in grid.hidden_rows and column not in grid.hidden_columns:
            rows.setdefault(row, {})[column] = cells[row, column]
    leftmost = min((column for row in rows.values() for column in row), default=1)
    sections = set(_sections(grid.merged, rows, leftmost))
    return {number: row for number, row in rows.items() if number not in sections}


def within(rows: Rows, area: Area) -> Rows:
    """The rows of an area, without rows that are blank there."""
    top, left, bottom, right = area
    found = {}
    for number, row in rows.items():
        if top <= number <= bottom:
            cells = {column: cell for column, cell in row.items() if left <= column <= right}
            if cells:
                found[number] = cells
    return found


def outside(rows: Rows, areas: Iterable[Area]) -> Rows:
    """The rows without the cells of some areas."""
    taken = tuple(areas)
    found = {}
    for number, row in rows.items():
        here = [(left, right) for top, left, bottom, right in taken if top <= number <= bottom]
        cells = {
            column: cell
            for column, cell in row.items()
            if not any(left <= column <= right for left, right in here)
        }
        if cells:
            found[number] = cells
    return found


def _sections(merged: Iterable[Area], rows: Rows, leftmost: int) -> Iterable[int]:
    """Rows that hold nothing but one range, merged across from the first column."""
    for top, left, bottom, right in merged:
        for number in range(top, bottom + 1):
            row = rows.get(number, {})
            if right > left and row and min(row) <= leftmost:
                columns = set(row)
                if columns <= set(range(left, right + 1)):
                    yield number
