"""What a conversion gives: sheets as values, before anything is written."""

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Converted", "Row", "Sheet", "Value"]

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, its rows from A1. ``headed`` says that its first row holds headings.

    A text is written as text, whatever it begins with; None and an empty text leave a cell blank.
    """

    name: str
    rows: tuple[Row, ...]
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Converted:
    """The sheets of a workbook, and in sentences what was left out or decided on the way."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
