"""One sheet's part: which cells are filled, and whether every one of them makes sense."""

import math
import re
from collections.abc import Sequence

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.formats import SAVE_AGAIN
from jobtrack_viz.workbook.grids import address
from jobtrack_viz.workbook.parts import MAIN
from jobtrack_viz.workbook.references import LAST_COLUMN, LAST_ROW, place
from jobtrack_viz.workbook.sheet_facts import SheetFacts
from jobtrack_viz.workbook.sheet_frame import TRUE, SheetFrame

__all__ = ["SheetReader"]

_ROW, _CELL, _VALUE, _FORMULA = f"{MAIN}row", f"{MAIN}c", f"{MAIN}v", f"{MAIN}f"
_INLINE, _TEXT, _READING_AID = f"{MAIN}is", f"{MAIN}t", f"{MAIN}rPh"
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
_INDEX = re.compile(r"[0-9]{1,7}")
_SPARE = 10_000
_EMPTY_PER_FILLED = 3
_KEPT = 400
_KINDS = ("n", "s", "str", "inlineStr", "b", "d", "e")


class SheetReader:
    """Listens to a sheet's part and refuses what no sheet of a framework holds."""

    def __init__(self, sheet: str, strings: Sequence[int], limits: Limits, cells_left: int) -> None:
        self.facts = SheetFacts()
        self._frame = SheetFrame(sheet, self.facts, limits)
        self._sheet = sheet
        self._strings = strings
        self._limits = limits
        self._cells_left = cells_left
        self._seen = 0
        self._path: list[str] = []
        self._row = self._column = 0
        self._kind = ""
        self._has_formula = self._has_value = False
        self._value = ""
        self._length = 0
        self._listening = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell, its value, or something about the sheet begins."""
        path = self._path
        parent = path[-1] if path else ""
        path.append(name)
        if parent == _CELL:
            self._start_in_cell(name)
        elif name == _CELL and parent == _ROW:
            self._start_cell(attributes)
        elif name == _ROW:
            self._start_row(attributes, len(path))
        elif name == _TEXT:
            self._listening = _INLINE in path and _READING_AID not in path
        elif parent == _ROW and not name.endswith(" extLst"):
            raise self._damaged("holds something other than cells in a row")
        elif _ROW not in path:
            self._frame.hear(name, attributes)
        if len(path) > 50:
            raise self._damaged("is nested too deeply")

    def end(self, name: str) -> None:
        """A cell is judged when all of it has been heard."""
        self._path.pop()
        if name in (_VALUE, _TEXT):
            self._listening = False
        elif name == _CELL:
            self._end_cell()

    def text(self, text: str) -> None:
        """Characters of a value are counted, and the first of them kept."""
        if self._listening:
            self._length += len(text)
            if len(self._value) < _KEPT:
                self._value += text[:_KEPT]

    def _start_row(self, attributes: dict[str, str], depth: int) -> None:
        if depth != 3:
            raise self._damaged("holds a row outside its table")
        number = attributes.get("r", str(self._row + 1))
        if not _INDEX.fullmatch(number) or not 1 <= int(number) <= LAST_ROW:
            raise self._damaged(f"speaks of the row {number[:40]!r}, which no sheet has")
        if int(number) <= self._row:
            raise self._damaged(f"holds row {number} twice or out of order")
        self._row = int(number)
        self._column = 0
        if attributes.get("hidden") in TRUE:
            self.facts.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._seen += 1
        most = _SPARE + _EMPTY_PER_FILLED * self._limits.cells
        if self._seen > most:
            raise UnreadableWorkbook(
                f"Sheet {self._sheet!r} holds more than {most:,} cells, most of them formatted "
                "but empty. Delete the empty rows and columns around your table and save it again."
            )
        row, column = self._row, self._column + 1
        if reference := attributes.get("r"):
            row, column = place(self._sheet, reference)
        if row != self._row or column <= self._column or column > LAST_COLUMN:
            raise self._damaged(f"holds the cell {address(row, column)} twice or out of order")
        self._column = column
        self._kind = attributes.get("t", "n")
        self._has_formula = self._has_value = False
        self._value = ""
        self._length = 0

    def _start_in_cell(self, name: str) -> None:
        if name == _FORMULA:
            self._has_formula = True
        elif name == _VALUE:
            if self._has_value:
                raise self._damaged(f"has two values in one cell, {self._here()}")
            self._has_value = self._listening = True

    def _end_cell(self) -> None:
        here = (self._row, self._column)
        if self._has_formula:
            self.facts.formulas.add(here)
            if not self._value and (self._kind != "str" or not self._has_value):
                self.facts.uncached.add(here)
        if self._kind == "s" and self._value:
            self._length = self._shared_length()
        elif self._kind == "n" and self._value:
            self._judge_number()
        elif self._kind not in _KINDS:
            raise self._damaged(f"has a value of an unknown kind in {self._here()}")
        blank = self._length == len(self._value) and self._value.isspace()
        if (self._length and not blank) or here in self.facts.uncached:
            self._keep(here)

    def _shared_length(self) -> int:
        if not _INDEX.fullmatch(self._value) or int(self._value) >= len(self._strings):
            raise UnreadableWorkbook(
                f"The workbook is damaged: {self._here()} on sheet {self._sheet!r} asks for text "
                f"number {self._value[:20]!r} of {len(self._strings):,}. {SAVE_AGAIN}"
            )
        return self._strings[int(self._value)]

    def _judge_number(self) -> None:
        value = self._value.strip()
        if not _NUMBER.fullmatch(value) or not math.isfinite(float(value)):
            raise UnreadableWorkbook(
                f"The workbook is damaged: {self._here()} on sheet {self._sheet!r} holds "
                f"{value[:20]!r} as a number. Type the value again and save it in Excel."
            )

    def _keep(self, here: tuple[int, int]) -> None:
        facts, limits = self.facts, self._limits
        if self._length > limits.cell_characters:
            raise UnreadableWorkbook(
                f"{self._here()} on sheet {self._sheet!r} holds {self._length:,} characters; "
                f"at most {limits.cell_characters:,} are read. Shorten the text."
            )
        if self._row > limits.rows:
            raise UnreadableWorkbook(
                f"Sheet {self._sheet!r} is filled down to row {self._row:,} ({self._here()}); "
                f"at most {limits.rows:,} rows are read. Delete what is below your table."
            )
        if self._column > limits.columns:
            raise UnreadableWorkbook(
                f"Sheet {self._sheet!r} is filled out to column {self._column:,} "
                f"({self._here()}); at most {limits.columns:,} columns are read. "
                "Delete what is right of your table."
            )
        facts.filled.append(here)
        facts.last_column = max(facts.last_column, self._column)
        facts.characters += self._length
        if len(facts.filled) > self._cells_left:
            raise UnreadableWorkbook(
                f"The workbook has more than {limits.cells:,} filled cells, reached on sheet "
                f"{self._sheet!r}; at most {limits.cells:,} are read. Split it into several."
            )

    def _here(self) -> str:
        return f"Cell {address(self._row, self._column)}"

    def _damaged(self, what: str) -> UnreadableWorkbook:
        return UnreadableWorkbook(
            f"The workbook is damaged: sheet {self._sheet!r} {what}. {SAVE_AGAIN}"
        )
