"""What a workbook's archive says it contains: its kind, its parts, its sheets."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.workbook.formats import SAVE_AGAIN, SAVE_AS_XLSX
from jobtrack_viz.workbook.parts import MAIN, Element

__all__ = ["Contents", "Link", "SheetEntry", "read_contents", "relationships"]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types "
_LINK = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_LINK_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_STRICT = "http://purl.oclc.org/ooxml/"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_WORKBOOK = f"{_SHEETML}sheet.main+xml"
_MACROS = (
    "The workbook holds macros (.xlsm). In Excel choose File, Save As, "
    '"Excel Workbook (.xlsx)", which leaves them out, and use that file.'
)
_KINDS = (
    ("xl/workbook.bin", f"This is a binary Excel workbook (.xlsb). {SAVE_AS_XLSX}"),
    (
        "word/document.xml",
        "This is a Word document (.docx). Put the tables into a workbook (.xlsx).",
    ),
    ("ppt/presentation.xml", "This is a PowerPoint presentation (.pptx), not a workbook (.xlsx)."),
    (
        "Index/Document.iwa",
        "This is an Apple Numbers document. In Numbers choose File, Export To, Excel (.xlsx).",
    ),
    (
        "content.xml",
        "This is an OpenDocument file (.ods). Save it in LibreOffice as Excel 2007-365 (.xlsx).",
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship of a part, to another part of the archive."""

    id: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One worksheet as the workbook lists it; ``id`` is that of the relationship to its part."""

    name: str
    part: str
    hidden: bool
    id: str = ""
    very_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The worksheets, how many sheets of any kind there are, and the part of shared texts.

    ``workbook_part`` lists the sheets; ``links`` are its relationships to other parts.
    """

    sheets: tuple[SheetEntry, ...]
    sheet_count: int
    strings_part: str
    workbook_part: str = "xl/workbook.xml"
    links: tuple[Link, ...] = ()


def read_contents(names: frozenset[str], elements: Callable[[str], Iterable[Element]]) -> Contents:
    """What the workbook contains; ``elements`` scans a part.

    Raises:
        UnreadableWorkbook: it is of another kind, holds macros, or contradicts itself.
    """
    for name, sentence in _KINDS:
        if name in names:
            raise UnreadableWorkbook(sentence)
    if "[Content_Types].xml" not in names:
        raise UnreadableWorkbook(
            "This is a zip archive, not an Excel workbook (.xlsx). If the workbook is inside, "
            "unpack it and use the .xlsx file."
        )
    types = list(_content_types(elements("[Content_Types].xml")))
    workbook = _workbook_part(names, types)
    book = list(elements(workbook))
    if any(name.startswith(_STRICT) for name, _ in book[:1]):
        raise UnreadableWorkbook(
            'The workbook is a "Strict Open XML Spreadsheet". In Excel choose File, Save As, '
            '"Excel Workbook (.xlsx)" instead, and use that file.'
        )
    folder, file = posixpath.split(workbook)
    links_part = posixpath.join(folder, "_rels", f"{file}.rels")
    links = {link.id: link for link in relationships(links_part, elements(links_part))}
    listed = [attributes for name, attributes in book if name == f"{MAIN}sheet"]
    strings = [part for kind, part in types if kind == f"{_SHEETML}sharedStrings+xml"]
    return Contents(
        sheets=tuple(_worksheets(listed, links)),
        sheet_count=len(listed),
        strings_part=strings[0] if strings and strings[0] in names else "",
        workbook_part=workbook,
        links=tuple(links.values()),
    )


def relationships(part: str, found: Iterable[Element]) -> Iterator[Link]:
    """The links of a ``.rels`` part that lead to other parts of the archive."""
    base = posixpath.dirname(posixpath.dirname(part))
    for name, attributes in found:
        if name == _LINK and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join(base, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            yield Link(attributes.get("Id", ""), kind, posixpath.normpath(path))


def _content_types(found: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """Each content type with the part that has it; no part for the default of ``.xml``.

    Defaults of other extensions mean nothing: SheetJS lists those of every kind of workbook.
    """
    for name, attributes in found:
        default = name == f"{_TYPES}Default" and attributes.get("Extension") == "xml"
        if default or name == f"{_TYPES}Override":
            kind = attributes.get("ContentType", "")
            if "macro" in kind.casefold() or "vbaProject" in kind:
                raise UnreadableWorkbook(_MACROS)
            yield kind, attributes.get("PartName", "").removeprefix("/")


def _workbook_part(names: frozenset[str], types: Iterable[tuple[str, str]]) -> str:
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise UnreadableWorkbook(_MACROS)
    for kind, part in types:
        if kind == _WORKBOOK:
            return part or "xl/workbook.xml"
        if kind == f"{_SHEETML}template.main+xml":
            raise UnreadableWorkbook(f"This is an Excel template (.xltx). {SAVE_AS_XLSX}")
    raise UnreadableWorkbook(
        f"This is an Office file, but not an Excel workbook (.xlsx). {SAVE_AS_XLSX}"
    )


def _worksheets(listed: Iterable[dict[str, str]], links: dict[str, Link]) -> Iterator[SheetEntry]:
    """The listed sheets that hold cells: charts and dialogs are left out."""
    for attributes in listed:
        name = attributes.get("name", "")[:255]
        link = links.get(attributes.get(_LINK_ID, ""))
        if link is None:
            raise UnreadableWorkbook(
                f"The workbook is damaged: sheet {name!r} is listed but not there. {SAVE_AGAIN}"
            )
        if link.kind in ("xlMacrosheet", "xlIntlMacrosheet"):
            raise UnreadableWorkbook(_MACROS)
        if link.kind == "worksheet":
            state = attributes.get("state", "visible")
            hidden = state in ("hidden", "veryHidden")
            yield SheetEntry(name, link.part, hidden, link.id, state == "veryHidden")
