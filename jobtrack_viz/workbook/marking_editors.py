"""What is added to the parts of a workbook when its problems are marked in it."""

from collections.abc import Mapping, Sequence

from jobtrack_viz.workbook.marks import CHECKER, FORMULA, OFFICE, comment, rules, shape, text_run
from jobtrack_viz.workbook.parts import MAIN
from jobtrack_viz.workbook.rewriting import Editor, Write

__all__ = [
    "AppendEditor",
    "BookEditor",
    "CommentsEditor",
    "ShapesEditor",
    "SheetEditor",
    "StylesEditor",
    "is_number",
]

_NAMESPACE = MAIN.strip()
_ID = f"{OFFICE} id"
_GONE = "No problem was found here at the last check."


def is_number(text: str) -> bool:
    """Whether it is a whole number such as Excel writes."""
    return text.isascii() and text.isdecimal() and len(text) < 9


class AppendEditor(Editor):
    """Adds to the end of the part."""

    def __init__(self, added: str) -> None:
        self._added = added
        self._depth = 0

    def start(self, _name: str, _attributes: dict[str, str], _write: Write) -> bool:
        """The depth is counted up."""
        self._depth += 1
        return True

    def end(self, _name: str, write: Write) -> None:
        """The first element is the last that ends."""
        self._depth -= 1
        if not self._depth:
            write(self._added)


class BookEditor(Editor):
    """Lists one more sheet before all others, and opens the workbook there."""

    def __init__(self, name: str, link: str, sheet_id: int) -> None:
        self._name = name
        self._link = link
        self._sheet_id = sheet_id

    def start(self, name: str, attributes: dict[str, str], write: Write) -> bool:
        """What counts sheets counts one more."""
        local = name.removeprefix(MAIN)
        if local == "sheet" and self._link:
            write(
                f'<sheet xmlns="{_NAMESPACE}" xmlns:r="{OFFICE}" name="{self._name}" '
                f'sheetId="{self._sheet_id}" r:id="{self._link}"/>'
            )
            self._link = ""
        elif local == "workbookView":
            attributes.pop("activeTab", None)
            attributes.pop("firstSheet", None)
        elif local == "definedName" and is_number(attributes.get("localSheetId", "")):
            attributes["localSheetId"] = str(int(attributes["localSheetId"]) + 1)
        return True


class StylesEditor(Editor):
    """Adds looks at the end of each section; ``first`` tells their numbers."""

    def __init__(self, added: Mapping[str, Sequence[str]]) -> None:
        self.first: dict[str, int] = {}
        self._added = added
        self._path: list[str] = []
        self._count = 0
        self._missing = [section for section in _SECTIONS if section in added]

    def start(self, name: str, attributes: dict[str, str], write: Write) -> bool:
        """Sections that should come before this one and do not are written."""
        local = name.removeprefix(MAIN)
        if len(self._path) == 1 and local in _SECTIONS:
            at = _SECTIONS.index(local)
            self._write_missing(write, [s for s in self._missing if _SECTIONS.index(s) < at])
            self._count = 0
            if local in self._missing:
                attributes.pop("count", None)
        elif len(self._path) == 2:
            self._count += 1
        self._path.append(local)
        return True

    def end(self, _name: str, write: Write) -> None:
        """The looks are added."""
        local = self._path.pop()
        if len(self._path) == 1 and local in self._missing:
            self._missing.remove(local)
            self.first[local] = self._count
            write("".join(self._added[local]))
        elif not self._path:
            self._write_missing(write, list(self._missing))

    def _write_missing(self, write: Write, sections: Sequence[str]) -> None:
        """Each with one plain entry first, which stands for what was never said."""
        for section in sections:
            plain = _PLAIN.get(section, ())
            self.first[section] = len(plain)
            body = f"{''.join(plain)}{''.join(self._added[section])}"
            write(f'<{section} xmlns="{_NAMESPACE}">{body}</{section}>')
            self._missing.remove(section)


_SECTIONS = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
_PLAIN = {
    "fonts": ("<font/>",),
    "fills": tuple(
        f'<fill><patternFill patternType="{kind}"/></fill>' for kind in ("none", "gray125")
    ),
    "cellXfs": ("<xf/>",),
}


class SheetEditor(Editor):
    """Colours cells by rules before all others; notes which drawing holds its comments.

    ``drawing`` is the relationship of that drawing: the sheet's own, or ``new``.
    """

    def __init__(self, cells: Mapping[str, Sequence[str]], first_look: int, new: str) -> None:
        self.drawing = ""
        self._rules, self._more = rules(cells, first_look)
        self._new = new
        self._depth = 0
        self._in_formula = False

    def start(self, name: str, attributes: dict[str, str], write: Write) -> bool:
        """Rules and drawing are written where Excel expects them."""
        local = name.rpartition(" ")[2]
        if self._depth == 1:
            self._start_section(local, attributes, write)
        if local == "cfRule" and is_number(attributes.get("priority", "")):
            attributes["priority"] = str(int(attributes["priority"]) + self._more)
        if local == "sheetView":
            attributes.pop("tabSelected", None)
        self._in_formula = name == f"{MAIN}formula"
        self._depth += 1
        return True

    def text(self, text: str) -> str:
        """Rules of an earlier check colour no cell any longer."""
        return "FALSE" if self._in_formula and text == FORMULA else text

    def end(self, _name: str, write: Write) -> None:
        """What did not find its place stands at the end."""
        self._in_formula = False
        self._depth -= 1
        if not self._depth:
            self._write_rules(write)
            self._write_drawing(write)

    def _start_section(self, local: str, attributes: dict[str, str], write: Write) -> None:
        if local not in _BEFORE_RULES:
            self._write_rules(write)
        if local == "legacyDrawing":
            self.drawing = attributes.get(_ID, "")
        elif local not in _BEFORE_RULES and local not in _BEFORE_DRAWING:
            self._write_drawing(write)

    def _write_rules(self, write: Write) -> None:
        write(self._rules)
        self._rules = ""

    def _write_drawing(self, write: Write) -> None:
        if self._new and not self.drawing:
            self.drawing = self._new
            write(f'<legacyDrawing xmlns="{_NAMESPACE}" xmlns:r="{OFFICE}" r:id="{self._new}"/>')


_BEFORE_RULES = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr"),
)
_BEFORE_DRAWING = (
    *("conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches"),
    *("ignoredErrors", "smartTags", "drawing"),
)
"""The elements of a sheet in the order in which Excel insists on them."""


class CommentsEditor(Editor):
    """Adds to comments, and new ones; ``new`` are the cells that had none.

    In a sheet with threads comments stand in for these, and are left alone.
    """

    def __init__(self, texts: Mapping[str, str], *, threads: bool) -> None:
        self.new = list(texts)
        self._texts = texts
        self._threads = threads
        self._authors: list[str] = []
        self._checker = -1
        self._here = ""
        self._in_author = self._in_old = False

    def start(self, name: str, attributes: dict[str, str], write: Write) -> bool:
        """A comment of an earlier check makes room."""
        local = name.removeprefix(MAIN)
        if local == "commentList" and self._checker < 0:
            self._checker = 0
            author = f"<author>{CHECKER}</author>"
            write(f'<authors xmlns="{_NAMESPACE}">{author}</authors>')
        elif local == "author":
            self._authors.append("")
            self._in_author = True
        elif local == "comment":
            self._here = attributes.get("ref", "")
            self._in_old = attributes.get("authorId") == str(self._checker)
            if self._here in self.new:
                self.new.remove(self._here)
        return not (self._in_old and local in ("r", "t", "rPh", "phoneticPr"))

    def end(self, name: str, write: Write) -> None:
        """What there is to say is the last of each part."""
        local = name.removeprefix(MAIN)
        if local == "author":
            self._in_author = False
        elif local == "authors":
            if CHECKER in self._authors:
                self._checker = self._authors.index(CHECKER)
            else:
                self._checker = len(self._authors)
                write(f'<author xmlns="{_NAMESPACE}">{CHECKER}</author>')
        elif local == "text":
            self._write_text(write)
        elif local == "commentList":
            for address in self.new:
                write(comment(address, self._checker, self._texts[address]))

    def text(self, text: str) -> str:
        """Names of authors are noted."""
        if self._in_author:
            self._authors[-1] += text
        return text

    def _write_text(self, write: Write) -> None:
        said = self._texts.get(self._here, "")
        if self._in_old:
            write(text_run(said or _GONE))
        elif said and not self._threads:
            write(text_run(f"\n\n{said}"))


class ShapesEditor(Editor):
    """Adds the boxes of comments to a drawing."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._last = 1_024
        self._depth = 0

    def start(self, _name: str, attributes: dict[str, str], _write: Write) -> bool:
        """Numbers that are taken are noted."""
        number = attributes.get("id", "").removeprefix("_x0000_s")
        if is_number(number):
            self._last = max(self._last, int(number))
        self._depth += 1
        return True

    def end(self, _name: str, write: Write) -> None:
        """The first element is the last that ends."""
        self._depth -= 1
        if not self._depth:
            for number, (address, text) in enumerate(self._texts.items(), self._last + 1):
                write(shape(address, number, text))
