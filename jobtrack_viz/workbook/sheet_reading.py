"""One sheet and the readings that were chosen for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.headers import ABOUT, Entry
from jobtrack_viz.workbook.ladders import LadderTable
from jobtrack_viz.workbook.lists import ListTable
from jobtrack_viz.workbook.matrices import MatrixTable
from jobtrack_viz.workbook.rows import Rows
from jobtrack_viz.workbook.stamp import is_stamp
from jobtrack_viz.workbook.text import fold

__all__ = ["SheetReading"]


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One visible sheet and its tables. ``about`` are its facts, if it is a sheet of these.

    ``sections`` are the cells of a ladder that only name a section.
    """

    grid: Grid
    rows: Rows
    lists: tuple[ListTable, ...] = ()
    ladders: tuple[LadderTable, ...] = ()
    matrices: tuple[MatrixTable, ...] = ()
    about: Mapping[str, Entry] | None = None
    sections: tuple[Entry, ...] = ()

    def kinds(self) -> tuple[str, ...]:
        """What its tables are, from top to bottom."""
        found = [(table.area, table.header.kind) for table in self.lists]
        found += [(table.area, "Ladder") for table in self.ladders]
        found += [(table.area, "Matrix") for table in self.matrices]
        found += [((0, 0, 0, 0), "About")] if self.about else []
        return tuple(kind for _, kind in sorted(found))

    def left(self) -> Iterator[Cell]:
        """The visible cells that belong to none of its tables."""
        used = {place for table in self.matrices for place in table.used}
        used |= {(entry.cell.row, entry.cell.column) for entry in self.sections}
        used |= {(entry.cell.row, entry.cell.column) for entry in (self.about or {}).values()}
        areas = [table.area for table in self.lists] + [table.area for table in self.ladders]
        for (row, column), cell in self.grid.cells.items():
            inside = any(a[0] <= row <= a[2] and a[1] <= column <= a[3] for a in areas)
            lost = inside and column not in self.rows.get(row, {})
            fact = self.about and fold(cell.text).rstrip(" :") in ABOUT
            if (
                self.grid.shows(row, column)
                and not fact
                and (row, column) not in used
                and (lost or not inside)
                and not self._is_stamped(row)
            ):
                yield cell

    def _is_stamped(self, row: int) -> bool:
        """True for a row of facts that says from which version the workbook was made."""
        cells = self.rows.get(row, {}).values() if self.about else ()
        return any(is_stamp(cell.line) for cell in cells)
