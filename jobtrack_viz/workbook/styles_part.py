"""The part of styles, reduced to what tells a date from a number."""

import re
from collections.abc import Iterable
from html import escape

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.workbook.formats import SAVE_AGAIN
from jobtrack_viz.workbook.parts import MAIN

__all__ = ["NumberFormats"]

_MOST_FORMATS = 65_490
"""Excel's own limit."""
_FORMAT = f"{MAIN}numFmt"
_CELL_FORMATS = f"{MAIN}cellXfs"
_CELL_FORMAT = f"{MAIN}xf"
_NUMBER = re.compile(r"[0-9]{1,6}")


class NumberFormats:
    """Listens to the part. Fonts, fills and borders, where foreign programs err, are passed by."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._of_cells: list[str] = []
        self._path: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A number format, or a cell's choice of one, is kept."""
        if name == _FORMAT and _NUMBER.fullmatch(attributes.get("numFmtId", "")):
            self._codes[attributes["numFmtId"]] = attributes.get("formatCode", "General")
        elif name == _CELL_FORMAT and self._path[-1:] == [_CELL_FORMATS]:
            number = attributes.get("numFmtId", "0")
            self._of_cells.append(number if _NUMBER.fullmatch(number) else "0")
        self._path.append(name)
        if max(len(self._codes), len(self._of_cells)) > _MOST_FORMATS or len(self._path) > 50:
            raise UnreadableWorkbook(
                f"The workbook has more than {_MOST_FORMATS:,} cell formats, the most that Excel "
                f"allows. Copy the tables, without their formats, into a new workbook. {SAVE_AGAIN}"
            )

    def end(self, _name: str) -> None:
        """The path is one shorter."""
        self._path.pop()

    def text(self, _text: str) -> None:
        """Text has no meaning here."""

    def written(self) -> bytes:
        """A part of styles that holds nothing but these."""
        codes = _elements("numFmt", self._codes.items(), "numFmtId", "formatCode")
        choices = _elements("xf", ((number,) for number in self._of_cells), "numFmtId")
        return (
            f'<styleSheet xmlns="{MAIN.strip()}"><numFmts>{codes}</numFmts>'
            f"<cellXfs>{choices}</cellXfs></styleSheet>"
        ).encode()


def _elements(name: str, values: Iterable[tuple[str, ...]], *attributes: str) -> str:
    blank = "".join(f' {attribute}="{{}}"' for attribute in attributes)
    return "".join(f"<{name}{blank.format(*map(escape, value))}/>" for value in values)
