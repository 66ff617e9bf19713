"""What stands around a sheet's cells: widths, merged areas, links and filters, all bounded."""

import re

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.formats import SAVE_AGAIN
from jobtrack_viz.workbook.parts import MAIN
from jobtrack_viz.workbook.references import LAST_COLUMN, Area, area, size
from jobtrack_viz.workbook.sheet_facts import SheetFacts

__all__ = ["TRUE", "SheetFrame"]

TRUE = ("1", "true")
_MOST_MARKS = 200_000
_COLUMN = re.compile(r"[0-9]{1,7}")


class SheetFrame:
    """Hears the elements outside of rows and notes in ``facts`` what they hide or join."""

    def __init__(self, sheet: str, facts: SheetFacts, limits: Limits) -> None:
        self._sheet = sheet
        self._facts = facts
        self._limits = limits
        self._elements = 0
        self._widths = 0
        self._covered = 0
        self._filter: Area | None = None

    def hear(self, name: str, attributes: dict[str, str]) -> None:
        """The element is noted.

        Raises:
            UnreadableWorkbook: it speaks of absurd cells, or there are too many.
        """
        self._elements += 1
        if self._elements > _MOST_MARKS:
            raise UnreadableWorkbook(
                f"Sheet {self._sheet!r} has more than {_MOST_MARKS:,} rules, links and "
                "other marks around its cells. Copy the table into a new sheet, values only."
            )
        if name in _NOTED:
            _NOTED[name](self, attributes)

    def _properties(self, attributes: dict[str, str]) -> None:
        self._facts.filter_mode = attributes.get("filterMode") in TRUE

    def _width(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        self._widths += 1
        if self._widths > LAST_COLUMN or not (_COLUMN.fullmatch(first) and _COLUMN.fullmatch(last)):
            raise UnreadableWorkbook(
                f"Sheet {self._sheet!r} sets the width of columns that no sheet has. {SAVE_AGAIN}"
            )
        if attributes.get("hidden") in TRUE:
            last_kept = min(int(last), self._limits.columns)
            self._facts.hidden_columns.update(range(max(int(first), 1), last_kept + 1))

    def _merge(self, attributes: dict[str, str]) -> None:
        self._facts.merged.append(self._cover("A merged area", attributes))

    def _link(self, attributes: dict[str, str]) -> None:
        self._cover("A link", attributes)

    def _cover(self, what: str, attributes: dict[str, str]) -> Area:
        corners = area(self._sheet, attributes.get("ref", ""))
        self._covered += size(corners)
        if self._covered > self._limits.cells:
            raise UnreadableWorkbook(
                f"{what} on sheet {self._sheet!r}, {attributes['ref']}, brings merged areas and "
                f"links to {self._covered:,} cells; at most {self._limits.cells:,} are read. "
                "Take it off the empty cells."
            )
        return corners

    def _filter_area(self, attributes: dict[str, str]) -> None:
        self._filter = area(self._sheet, attributes.get("ref", ""))

    def _filter_in_use(self, _attributes: dict[str, str]) -> None:
        if self._filter:
            self._facts.filtered.append(self._filter)


_NOTED = {
    f"{MAIN}sheetPr": SheetFrame._properties,
    f"{MAIN}col": SheetFrame._width,
    f"{MAIN}mergeCell": SheetFrame._merge,
    f"{MAIN}hyperlink": SheetFrame._link,
    f"{MAIN}autoFilter": SheetFrame._filter_area,
    f"{MAIN}filterColumn": SheetFrame._filter_in_use,
}
