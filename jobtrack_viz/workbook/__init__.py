"""Excel in, a framework out: ``read_workbook`` and its neighbours are the only doors."""

from collections.abc import Iterable, Mapping

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.books import read_books
from jobtrack_viz.workbook.cells import read_grids
from jobtrack_viz.workbook.draft import assemble
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.reading import Places, Reading, Summary, by_name, judge, problems_of
from jobtrack_viz.workbook.tables import find_tables

__all__ = ["Places", "Reading", "Summary", "read_workbook", "read_workbooks"]


def read_workbook(data: bytes, limits: Limits | None = None) -> Reading:
    """Everything that an .xlsx file says, and everything that is wrong with it.

    Raises:
        UnreadableWorkbook: the file is refused, or holds more than the limits allow.
    """
    return read_tables(read_grids(data, limits or Limits()), limits or Limits())


def read_workbooks(books: Mapping[str, bytes], limits: Limits | None = None) -> Reading:
    """The same for several files, by their names, that are one framework together.

    What one says serves the others; the order of the files carries no meaning. Sheets in problems
    and places are such as ``roles.xlsx: Developer``; of a single file they stand alone.

    Raises:
        UnreadableWorkbook: a file is refused, or all together hold more than the limits allow.
    """
    return read_tables(read_books(books, limits or Limits()), limits or Limits())


def read_tables(grids: Iterable[Grid], limits: Limits) -> Reading:
    """The same for cells that are already read."""
    sheets = tuple(grids)
    draft = assemble(find_tables(by_name(sheets)))
    return judge(draft, problems_of(draft), [grid.name for grid in sheets], limits)
