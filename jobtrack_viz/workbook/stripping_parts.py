"""What stays of the list of sheets, of shared texts and of tables when a workbook is stripped."""

from jobtrack_viz.workbook.parts import MAIN
from jobtrack_viz.workbook.rewriting import Editor, Write

__all__ = ["BookEditor", "StringsEditor", "TableEditor", "keep_only"]

_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_IN_WORKBOOK = {
    "workbook": (),
    "workbookPr": ("date1904",),
    "bookViews": (),
    "sheets": (),
    "definedNames": (),
    "calcPr": ("calcId", "fullCalcOnLoad", "iterate"),
}
_BUILT_IN = "_xlnm."


def keep_only(attributes: dict[str, str], names: tuple[str, ...]) -> None:
    """Of the attributes only these are left."""
    for name in [name for name in attributes if name not in names]:
        del attributes[name]


class BookEditor(Editor):
    """Keeps the sheets with these relationships, and the names that belong to them."""

    hollow = frozenset({f"{MAIN}definedNames"})

    def __init__(self, kept: frozenset[str], *, values_only: bool) -> None:
        self._kept = kept
        self._values_only = values_only
        self._depth = 0
        self._numbers: dict[str, str] = {}
        self._listed = 0

    def start(self, name: str, attributes: dict[str, str], _write: Write) -> bool:
        """Settings of windows, protection, extensions and caches go."""
        local = name.removeprefix(MAIN)
        if self._depth < 2:
            stays = local in _IN_WORKBOOK
            keep_only(attributes, _IN_WORKBOOK.get(local, ()))
        else:
            stays = self._is_kept(local, attributes)
        self._depth += stays
        return stays

    def end(self, _name: str, _write: Write) -> None:
        """The depth is counted down."""
        self._depth -= 1

    def _is_kept(self, local: str, attributes: dict[str, str]) -> bool:
        if local == "sheet":
            stays = attributes.get(_ID) in self._kept
            if stays:
                self._numbers[str(self._listed)] = str(len(self._numbers))
            self._listed += 1
            keep_only(attributes, ("name", "sheetId", _ID))
            return stays
        if local == "workbookView":
            attributes.clear()
            return True
        return local == "definedName" and self._is_name_kept(attributes)

    def _is_name_kept(self, attributes: dict[str, str]) -> bool:
        """Names that a formula uses go with the formulas; those of printing and filters stay."""
        keep_only(attributes, ("name", "localSheetId", "hidden"))
        number = attributes.get("localSheetId")
        if number is not None:
            if number not in self._numbers:
                return False
            attributes["localSheetId"] = self._numbers[number]
        return not self._values_only or attributes.get("name", "").startswith(_BUILT_IN)


class StringsEditor(Editor):
    """Empties the shared texts that no cell uses any longer; the others keep their numbers."""

    def __init__(self, used: set[int]) -> None:
        self._used = used
        self._number = -1

    def start(self, name: str, attributes: dict[str, str], _write: Write) -> bool:
        """A text that is used stays."""
        if name == f"{MAIN}sst":
            attributes.pop("count", None)
            return True
        if name == f"{MAIN}si":
            self._number += 1
            return True
        return name != f"{MAIN}extLst" and self._number in self._used


class TableEditor(Editor):
    """Keeps a table's columns and look; ``reference`` is its area."""

    def __init__(self, *, values_only: bool) -> None:
        self.reference = ""
        self._values_only = values_only

    def start(self, name: str, attributes: dict[str, str], _write: Write) -> bool:
        """Filters in use go, and formulas where they go from the cells."""
        local = name.removeprefix(MAIN)
        if local == "table":
            self.reference = attributes.get("ref", "")
        formula = local in ("calculatedColumnFormula", "totalsRowFormula")
        return local not in ("filterColumn", "sortState", "extLst") and not (
            formula and self._values_only
        )
