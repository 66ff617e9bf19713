"""Sheets without lists of people, and what is left out of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.grids import Cell, Grid, address
from jobtrack_viz.workbook.staff_lists import StaffList, staff_lists
from jobtrack_viz.workbook.text import fold

__all__ = ["Redaction", "redactions", "without_staff_lists"]

_MOST_WORDS = 4
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is left out of a sheet: these rows but for the cells ``kept``, and single cells."""

    rows: frozenset[int] = field(default_factory=frozenset)
    kept: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    cells: frozenset[tuple[int, int]] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.rows or self.cells)

    def has(self, row: int, column: int) -> bool:
        """Whether the cell is left out."""
        inside = row in self.rows and (row, column) not in self.kept
        return inside or (row, column) in self.cells


def without_staff_lists(grids: Sequence[Grid]) -> tuple[list[Grid], list[Problem]]:
    """The sheets without lists of people, and a warning about each list on a sheet that is seen."""
    found = [staff_lists(grid) for grid in grids]
    if not any(found):
        return list(grids), []
    problems = [
        _warning(grid, one)
        for grid, lists in zip(grids, found, strict=True)
        if not grid.hidden
        for one in lists
    ]
    cleaned = []
    for grid, redaction in zip(grids, redactions(grids, found), strict=True):
        kept = {
            place: cell
            for place, cell in grid.cells.items()
            if not redaction.has(*place) and place[0] not in redaction.rows
        }
        cleaned.append(replace(grid, cells=kept) if len(kept) < len(grid.cells) else grid)
    return cleaned, problems


def redactions(
    grids: Sequence[Grid], found: Sequence[Sequence[StaffList]] | None = None
) -> list[Redaction]:
    """What is left out of each of a workbook's sheets; formulas elsewhere may show a name too."""
    lists = [staff_lists(grid) for grid in grids] if found is None else found
    names = _names(grids, lists)
    made = []
    for grid, here in zip(grids, lists, strict=True):
        rows = frozenset(row for one in here for row in range(one.top, one.bottom + 1))
        kept = frozenset((cell.row, cell.column) for one in here for cell in one.headings)
        cells = frozenset(
            place
            for place, cell in grid.cells.items()
            if names and cell.formula and place[0] not in rows and _quotes(cell, names)
        )
        made.append(Redaction(rows, kept, cells))
    return made


def _names(grids: Sequence[Grid], lists: Sequence[Sequence[StaffList]]) -> frozenset[str]:
    """The names of people in all lists, folded; texts that are titles of jobs too are none."""
    names: set[str] = set()
    titles: set[str] = set()
    for grid, here in zip(grids, lists, strict=True):
        for one in here:
            kept = {(cell.row, cell.column) for cell in one.headings}
            for (row, column), cell in grid.cells.items():
                if one.top <= row <= one.bottom and (row, column) not in kept:
                    if column in one.titles:
                        titles.add(fold(cell.text))
                    elif column in one.names and cell.kind == "text":
                        names.add(fold(cell.text))
    return frozenset(name for name in names - titles if len(name) >= _SHORTEST_NAME)


def _quotes(cell: Cell, names: frozenset[str]) -> bool:
    """Whether a cell's text is a name, or has one among its words."""
    text = fold(cell.text)
    if text in names:
        return True
    words = [word.strip(" ,;:.()[]") for word in text.split()]
    return any(
        " ".join(words[at : at + count]) in names
        for at in range(len(words))
        for count in range(1, _MOST_WORDS + 1)
    )


def _warning(grid: Grid, found: StaffList) -> Problem:
    first = found.headings[0]
    facts = {
        "found": " ".join(first.line.split()),
        "beside": " ".join(found.headings[-1].line.split()),
    }
    place = address(first.row, first.column)
    return Problem("warning", "list-of-people", grid.name, place, facts)
