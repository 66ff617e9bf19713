"""A framework as all the sheets of its workbook, in the plainest form that says everything."""

from collections.abc import Iterable, Iterator
from itertools import chain

from jobtrack_viz.export.forms.columns import Column, Table
from jobtrack_viz.export.forms.ladder import has_own_levels, ladder_of
from jobtrack_viz.export.forms.lists import lists_of
from jobtrack_viz.export.forms.matrices import matrices_of
from jobtrack_viz.export.forms.written import Sheet
from jobtrack_viz.model import About, Framework
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import read_tables
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.headers import ABOUT, KINDS

__all__ = ["grids_of", "plainest_sheets", "sheets_of"]

_OTHER_NAMES = ("Guide", "About", "Ladder", "History", *KINDS)
"""What no matrix may be called; Excel keeps History for itself."""


def plainest_sheets(framework: Framework) -> tuple[Sheet, ...]:
    """The sheets that people like best, of those that read back as this very framework.

    Names may be such that a list of them looks like something else. Then the lists are numbered,
    and the ladder has its long form, which can hardly be mistaken.
    """
    plain = sheets_of(framework, plain=True)
    if _read_back(plain) == framework:
        return plain
    return sheets_of(framework, plain=False)


def sheets_of(framework: Framework, *, plain: bool) -> tuple[Sheet, ...]:
    """All sheets but the guide, in the order of the tabs."""
    ladder = ladder_of(framework, long=not plain or has_own_levels(framework))
    return (
        _about(framework.about),
        *matrices_of(framework, _OTHER_NAMES, plain=plain),
        *([ladder] if ladder.rows else []),
        *lists_of(framework, ordered=not plain),
    )


def grids_of(sheets: Iterable[Sheet]) -> Iterator[Grid]:
    """The sheets as the reader sees them once they are saved and opened."""
    for sheet in sheets:
        headings = tuple(column.heading for column in sheet.table.columns)
        rows = chain([headings] if any(headings) else [], sheet.rows)
        cells = {
            (i, j): Cell(i, j, str(value), "text" if isinstance(value, str) else "number")
            for i, row in enumerate(rows, start=1)
            for j, value in enumerate(row, start=1)
            if value is not None and value != ""
        }
        yield Grid(sheet.table.name, cells)


def _read_back(sheets: Iterable[Sheet]) -> Framework | None:
    return read_tables(grids_of(sheets), Limits()).framework


def _about(about: About) -> Sheet:
    """Two columns without headings: each fact's name, and what is known of it."""
    columns = (Column("", 18, ""), Column("", 80, ""))
    rows = tuple((name.capitalize(), getattr(about, name)) for name in ABOUT)
    return Sheet(
        Table("About", "Title, contacts and licence, shown around the map.", columns), rows
    )
