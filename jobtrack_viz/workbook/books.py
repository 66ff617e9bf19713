"""Several workbooks side by side: their sheets, each under its workbook's name."""

from collections.abc import Callable, Mapping

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.grids import Grid, in_book

__all__ = ["read_books", "read_named"]


def read_books(
    books: Mapping[str, bytes], limits: Limits, read: Callable[[bytes], tuple[Grid, ...]]
) -> tuple[Grid, ...]:
    """The sheets of all workbooks, by the workbooks' names; those of a single one as they are.

    ``read`` is how one of them is opened.

    Raises:
        UnreadableWorkbook: as for ``read_named``.
    """
    if len(books) == 1:
        return read(next(iter(books.values())))
    return read_named(books, limits, read)


def read_named(
    books: Mapping[str, bytes], limits: Limits, read: Callable[[bytes], tuple[Grid, ...]]
) -> tuple[Grid, ...]:
    """The sheets of all workbooks, each under its workbook's name.

    Bytes, sheets and cells are limited for all of them together, the rest for each.

    Raises:
        UnreadableWorkbook: one of them is refused, by its name, or they are too much together.
    """
    _keep(len(books), limits.books, "workbooks")
    _keep(sum(map(len, books.values())), limits.file_bytes, "bytes")
    found: list[Grid] = []
    for name in sorted(books):
        try:
            grids = read(books[name])
        except UnreadableWorkbook as error:
            raise UnreadableWorkbook(f"{_line(name)}: {error}") from error
        found += (in_book(_line(name), grid) for grid in grids)
        _keep(len(found), limits.sheets, "sheets")
        _keep(sum(len(grid.cells) for grid in found), limits.cells, "filled cells")
    return tuple(found)


def _line(name: str) -> str:
    return " ".join(name.split())


def _keep(count: int, limit: int, what: str) -> None:
    if count > limit:
        raise UnreadableWorkbook(
            f"The workbooks together hold {count:,} {what}; the limit is {limit:,}. "
            "Upload fewer of them at a time."
        )
