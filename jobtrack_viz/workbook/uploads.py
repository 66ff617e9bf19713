"""What is done with an uploaded file before and beside reading it, all of it in a child process."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from jobtrack_viz.model import Problem
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.asking import Question, ask_child
from jobtrack_viz.workbook.grids import of_book
from jobtrack_viz.workbook.transport import unpacked
from jobtrack_viz.workbook.words import found_and_remedy

__all__ = ["Disclosure", "Revealed", "marked", "revealed", "stripped"]

_MOST = 20_000
"""Problems that are told to a child; nobody corrects more cells by hand."""

DisclosureKind = Literal[
    "list-of-people",
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

    @property
    def lists_people(self) -> bool:
        """Whether there is a list of people, which is never stored: the file must be stripped."""
        return any(told.kind == "list-of-people" for told in self.disclosures)


def revealed(data: bytes, limits: Limits | None = None) -> Revealed:
    """What an .xlsx file tells that its author may not mean to give away.

    Hidden sheets, rows and columns; comments; names in its properties; cells that look like data
    about people; links to other files; pictures and embedded files.

    Raises:
        UnreadableWorkbook: the file is refused, or holds more than the limits allow.
    """
    answer = ask_child(Question("revealed", limits or Limits(), {"": data}))
    return Revealed(unpacked(answer, tuple[Disclosure, ...]))


def stripped(data: bytes, limits: Limits | None = None) -> bytes:
    """The same workbook without all that ``revealed`` tells; it is read as the same framework.

    Visible cells keep their values and looks, and tables, drop-downs and links to web pages stay.
    Where what was taken out could have been part of a formula, all formulas become their values.

    Raises:
        UnreadableWorkbook: the file is refused, or nothing of it is visible.
    """
    return ask_child(Question("stripped", limits or Limits(), {"": data}))


def marked(
    data: bytes, problems: Iterable[Problem], limits: Limits | None = None, book: str = ""
) -> bytes:
    """A copy of the workbook with a first sheet that lists the problems, and marks at their cells.

    A mark is a colour, a line around the cell and a comment with what to write. All that the
    workbook holds stays, also its own comments. Of several files that were read together,
    ``book`` is the name of this one: problems on sheets of the others are not its.

    Raises:
        UnreadableWorkbook: the file is refused, or holds more than the limits allow.
    """
    rows = json.dumps(list(islice(_rows(problems, book), _MOST))).encode()
    return ask_child(Question("marked", limits or Limits(), {"": data}, details=rows))


def _rows(problems: Iterable[Problem], book: str) -> Iterator[dict[str, str]]:
    """What the child is told of each problem that is this workbook's, or the whole upload's."""
    for problem in problems:
        sheet = problem.sheet or ""
        own = of_book(book, sheet) if book else sheet
        if own is None:
            continue
        found, write = found_and_remedy(problem)
        yield {
            "severity": problem.severity,
            "sheet": own,
            "cell": problem.cell or "",
            "found": found,
            "write": write,
        }
