"""A sheet as rows of cells: what is seen of it, with merged ranges filled."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from jobtrack_viz.workbook.grids import Cell, Grid

__all__ = ["Area", "Row", "Rows", "all_rows_of", "outside", "rows_of"]

Row: TypeAlias = Mapping[int, Cell]
Rows: TypeAlias = Mapping[int, Row]
"""Filled rows by number, each with its filled cells by column, both ascending."""

Area: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def rows_of(grid: Grid) -> Rows:
    """The sheet's rows without hidden rows and columns, and without titles merged across tables.

    Every cell of a merged range has the range's value.
    """
    cells = _filled(grid)
    rows: dict[int, dict[int, Cell]] = {}
    sections = set(_sections(grid))
    for row, column in sorted(cells):
        if grid.shows(row, column) and (row, column) not in sections:
            rows.setdefault(row, {})[column] = cells[row, column]
    return rows


def all_rows_of(grid: Grid) -> Rows:
    """The sheet's rows, hidden or not; every cell of a merged range has the range's value."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(_filled(grid).items()):
        rows.setdefault(row, {})[column] = cell
    return rows


def _filled(grid: Grid) -> dict[tuple[int, int], Cell]:
    cells = dict(grid.cells)
    for top, left, bottom, right in grid.merged:
        first = grid.cells.get((top, left))
        if first is not None:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    cells[row, column] = replace(first, row=row, column=column)
    return cells


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


def _sections(grid: Grid) -> Iterable[tuple[int, int]]:
    """Cells of ranges merged across a table from its first column, with nothing beside them.

    Tables side by side are told by the columns between them, blank but for merged titles.
    """
    wide = [area for area in grid.merged if area[3] > area[1]]
    covered = {(area[0], area[1]) for area in wide}
    filled = {column for row, column in grid.cells if (row, column) not in covered}
    by_row: dict[int, list[int]] = {}
    for row, column in grid.cells:
        by_row.setdefault(row, []).append(column)
    for top, left, bottom, right in wide:
        first, last = _table(left, right, filled)
        for row in range(top, bottom + 1):
            here = [c for c in by_row.get(row, ()) if first <= c <= last]
            alone = all(left <= c <= right or (row, c) in covered for c in here)
            if alone and (left <= first or (row, first) in covered):
                yield from ((row, column) for column in range(left, right + 1))


def _table(left: int, right: int, filled: set[int]) -> tuple[int, int]:
    """The columns around a range up to the next blank ones."""
    while left not in filled and left < right:
        left += 1
    while left - 1 in filled:
        left -= 1
    while right + 1 in filled:
        right += 1
    return left, right
