"""What a column that HR fills in is: its heading, its note, what its cells may choose from."""

from dataclasses import dataclass

__all__ = ["YES_OR_NO", "Column", "Table"]

YES_OR_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``note`` is shown at its heading.

    ``words`` are the only ones that its cells may hold; ``usual`` words are offered, and others
    may stand. ``names`` is a list elsewhere in the workbook, offered but not enforced, since
    several names or a span may stand in one cell. ``as_text`` keeps Excel from turning 5/6 into a
    date.
    """

    heading: str
    width: int
    note: str
    words: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    names: str = ""
    as_text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet with headings in its first row; ``purpose`` is its line in the guide."""

    name: str
    purpose: str
    columns: tuple[Column, ...]
