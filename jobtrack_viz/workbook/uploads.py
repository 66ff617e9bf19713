"""What is done with an uploaded file before and beside reading it, all of it in a child process."""

import json
from dataclasses import dataclass
from typing import Literal

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.asking import ask_child

__all__ = ["Disclosure", "Revealed", "revealed", "stripped"]

DisclosureKind = Literal[
    "hidden-sheet",
    "hidden-rows",
    "hidden-columns",
    "personal",
    "comment",
    "property",
    "link",
    "embedded",
    "picture",
    "chart",
    "pivot",
    "connection",
    "history",
    "unreadable",
    "unused",
]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One thing that a file tells besides its visible tables.

    ``sentence`` says what, and where. ``sheet`` is empty for the file as a whole; ``places`` are
    addresses of cells, if it is about single ones.
    """

    kind: DisclosureKind
    sentence: str
    sheet: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revealed:
    """Everything of that sort: true if there is anything."""

    disclosures: tuple[Disclosure, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.disclosures)


def revealed(data: bytes, limits: Limits | None = None) -> Revealed:
    """What an .xlsx file tells that its author may not mean to give away.

    Hidden sheets, rows and columns; comments; names in its properties; cells that look like data
    about people; links to other files; pictures and embedded files.

    Raises:
        UnreadableWorkbook: the file is refused, or holds more than the limits allow.
    """
    answer = json.loads(ask_child("revealed", data, limits or Limits()))
    return Revealed(
        tuple(
            Disclosure(each["kind"], each["sentence"], each["sheet"], tuple(each["places"]))
            for each in answer["disclosures"]
        )
    )


def stripped(data: bytes, limits: Limits | None = None) -> bytes:
    """The same workbook without all that ``revealed`` tells; it is read as the same framework.

    Visible cells keep their values and looks, and tables, drop-downs and links to web pages stay.
    Where what was taken out could have been part of a formula, all formulas become their values.

    Raises:
        UnreadableWorkbook: the file is refused, or nothing of it is visible.
    """
    return ask_child("stripped", data, limits or Limits())
