"""What stays of a sheet's part when its workbook is stripped."""

from dataclasses import dataclass, field

from jobtrack_viz.workbook.parts import MAIN
from jobtrack_viz.workbook.redaction import Redaction
from jobtrack_viz.workbook.references import Area, area, place
from jobtrack_viz.workbook.rewriting import Editor, Write
from jobtrack_viz.workbook.stripping_parts import keep_only

__all__ = ["Cleared", "SheetEditor"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ID = f"{_OFFICE} id"
_KEPT = frozenset(
    {
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "autoFilter",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "rowBreaks",
        "colBreaks",
        "tableParts",
    }
)
_MAY_NAME = ("headerFooter", "hyperlinks")
"""What may name people besides the cells, in a workbook with a list of them."""
_WITH_LINKS = ("hyperlink", "tablePart")
_NO_LONGER = ("codeName", "filterMode", "cm", "vm", "xr:uid")
"""Attributes that speak of macros, of a filter in use, or of parts that are left out."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """What is emptied on a sheet: single cells, and those of hidden rows and columns.

    ``filtered`` are rows that a filter hides; they are read, so they are shown. ``people`` is the
    part of the sheet that holds a list of people: of it, only headings that say so stay.
    """

    cells: frozenset[tuple[int, int]]
    rows: frozenset[int]
    columns: frozenset[int]
    filtered: frozenset[int]
    people: Redaction = field(default_factory=Redaction)

    def __bool__(self) -> bool:
        return bool(self.cells or self.rows or self.columns or self.people)

    def has(self, row: int, column: int) -> bool:
        """Whether the cell is emptied."""
        if (row, column) in self.people.kept:
            return False
        if self.people.has(row, column):
            return True
        return row in self.rows or column in self.columns or (row, column) in self.cells

    def touches_headings(self, corners: Area) -> bool:
        """Whether a heading of a table in this area is emptied, or people are listed in it."""
        top, left, bottom, right = corners
        if not self.people.rows.isdisjoint(range(top, bottom + 1)):
            return True
        return any(self.has(top, column) for column in range(left, right + 1))


class SheetEditor(Editor):
    """Keeps cells and looks; ``used`` are the shared texts of the cells that stay.

    ``near_people``: the workbook lists people, so nothing stays that may name them besides.
    """

    hollow = frozenset({f"{MAIN}hyperlinks", f"{MAIN}tableParts"})

    def __init__(
        self,
        cleared: Cleared,
        uncached: frozenset[tuple[int, int]],
        links: frozenset[str],
        *,
        values_only: bool,
        fewer_sheets: bool,
        near_people: bool = False,
    ) -> None:
        self.used: set[int] = set()
        self._cleared = cleared
        self._uncached = uncached
        self._links = links
        self._values_only = values_only
        self._fewer_sheets = fewer_sheets
        self._near_people = near_people
        self._path: list[str] = []
        self._row = self._column = 0
        self._shared = ""
        self._is_shared = False

    def start(self, name: str, attributes: dict[str, str], _write: Write) -> bool:
        """Drawings, comments, embedded objects, protection and extensions go."""
        local = name.removeprefix(MAIN)
        stays = " " not in local and self._stays(local, attributes)
        if stays:
            for gone in [key for key in attributes if " " in key and key != _ID]:
                del attributes[gone]
            for gone in _NO_LONGER:
                attributes.pop(gone, None)
            self._path.append(local)
        return stays

    def end(self, name: str, write: Write) -> None:
        """A shared text is counted; an unknown result of a formula stays unknown."""
        local = self._path.pop()
        if local == "v" and self._is_shared and self._shared:
            self.used.add(int(self._shared))
        if name == f"{MAIN}f" and self._values_only:
            write("NA()")

    def text(self, text: str) -> str:
        """Texts stay, but for those of formulas."""
        local = self._path[-1]
        if local == "v" and self._is_shared:
            self._shared += text
        return "" if local == "f" and self._values_only else text

    def _stays(self, local: str, attributes: dict[str, str]) -> bool:
        depth = len(self._path)
        if depth == 0:
            keep_only(attributes, ())
            return True
        if depth == 1:
            if local == "pageSetup":
                attributes.pop(_ID, None)
            elif local == "tableParts":
                attributes.pop("count", None)
            elsewhere = local in ("conditionalFormatting", "dataValidations")
            if self._near_people and (elsewhere or local in _MAY_NAME):
                return False
            return local in _KEPT and not (elsewhere and self._fewer_sheets)
        parent = self._path[-1]
        if parent == "sheetData":
            return self._start_row(attributes)
        if parent == "row":
            return self._start_cell(attributes)
        if parent == "c":
            return self._is_value_kept(local, attributes)
        if local in _WITH_LINKS:
            return self._is_link_kept(attributes)
        return local not in ("filterColumn", "extLst")

    def _start_row(self, attributes: dict[str, str]) -> bool:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        if self._row in self._cleared.filtered:
            attributes.pop("hidden", None)
        return True

    def _start_cell(self, attributes: dict[str, str]) -> bool:
        reference = attributes.get("r")
        self._column = place("", reference)[1] if reference else self._column + 1
        self._is_shared = attributes.get("t") == "s"
        self._shared = ""
        if self._cleared.has(self._row, self._column):
            attributes.pop("t", None)
        return True

    def _is_value_kept(self, local: str, attributes: dict[str, str]) -> bool:
        here = (self._row, self._column)
        if local not in ("f", "v", "is") or self._cleared.has(*here):
            return False
        if local == "f" and self._values_only:
            attributes.clear()
            return here in self._uncached
        return True

    def _is_link_kept(self, attributes: dict[str, str]) -> bool:
        if _ID in attributes and attributes[_ID] not in self._links:
            return False
        if "ref" in attributes:
            row, column, _, _ = area("", attributes["ref"])
            return not self._cleared.has(row, column)
        return True
