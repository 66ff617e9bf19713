"""Pieces of a Word document that python-docx has no words for."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from jobtrack_viz.export.file_names import printable

__all__ = [
    "TEXT_WIDTH",
    "add_row",
    "blank_lines",
    "blank_sheet",
    "describe",
    "link",
    "set_language",
    "set_properties",
    "styled",
    "table",
    "words",
]

TEXT_WIDTH = 180
"""Millimetres between the margins of an A4 page."""
_FONT, _INK, _QUIET = "Arial", RGBColor(0x1B, 0x2A, 0x5C), RGBColor(0x4F, 0x5A, 0x7C)
_RULE = "C5CCDC"


def blank_sheet() -> WordDocument:
    """An empty A4 portrait document with our styles: headings, small print, plain tables."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Mm(9), Mm(11)
    section.footer_distance = section.header_distance = Mm(6)
    styles: Any = document.styles
    sizes = (
        ("Normal", 8.5, 1),
        ("Heading 1", 15, 1),
        ("Heading 2", 10.5, 1.5),
        ("Heading 3", 9, 1),
    )
    for name, size, after in sizes:
        style = styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        for where in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            style.element.rPr.rFonts.set(qn(where), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            style.element.rPr.rFonts.attrib.pop(qn(theme), None)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
        if name != "Normal":
            style.font.color.rgb, style.font.bold = _INK, True
            style.paragraph_format.space_before = Pt({"Heading 2": 5, "Heading 3": 3}.get(name, 0))
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(1)
    return document


def set_language(document: WordDocument, language: str) -> None:
    """Word checks spelling and reads aloud in that language, everywhere in the document."""
    styles: Any = document.styles.element
    defaults = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    found = defaults.find(qn("w:lang"))
    found.set(qn("w:val"), language)
    theme: Any = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), language)
    document.core_properties.language = language


def set_properties(document: WordDocument, title: str, institution: str, made_on: date) -> None:
    """What the file says about itself: no person, no program that made it."""
    about = document.core_properties
    about.title, about.author = printable(title)[:255], printable(institution)[:255]
    about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.created = about.modified = datetime.combine(made_on, time())
    about.revision = 1


def styled(document: WordDocument, style: str) -> Paragraph:
    """A new paragraph in the style of this id, such as ``Heading1``.

    By its name, python-docx would read all styles of the template again for each paragraph.
    """
    made = document.add_paragraph()
    made._p.style = style
    return made


def words(paragraph: Paragraph, text: str, *, bold: bool = False, quiet: bool = False) -> Paragraph:
    """The paragraph with more text at its end."""
    run = paragraph.add_run(printable(text))
    run.bold = bold or None
    if quiet:
        run.font.color.rgb = _QUIET
    return paragraph


def table(document: WordDocument, headings: Sequence[str], shares: Sequence[float]) -> Any:
    """A table of one row of headings, which is repeated where the table goes on; rules only.

    ``shares`` of the columns in the width of the text add up to 1.
    """
    made: Any = document.add_table(1, len(headings))
    made.autofit = False
    widths = [Mm(TEXT_WIDTH * share) for share in shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for cell, heading, width in zip(made.rows[0].cells, headings, widths, strict=True):
        cell.width = width
        words(cell.paragraphs[0], heading, bold=True)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _rules(made)
    return made


def add_row(made: Any) -> Any:
    """One more row of a table, which no end of a page cuts in two."""
    row = made.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row


def _rules(made: Any) -> None:
    """Thin lines between rows only; the first column begins where the text does."""
    borders: Any = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line: Any = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    margins: Any = OxmlElement("w:tblCellMar")
    for side, width in (("left", "0"), ("right", "140")):
        edge: Any = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), width)
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties = made._tbl.tblPr
    for part in (borders, margins):
        properties.insert_element_before(part, "w:tblLook")


def describe(picture: Any, title: str, text: str) -> None:
    """A picture's text alternative."""
    properties = picture._inline.docPr
    properties.set("title", printable(title))
    properties.set("descr", printable(text))


def link(paragraph: Paragraph, text: str, address: str) -> None:
    """A link to the web at the end of a paragraph."""
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    anchor: Any = OxmlElement("w:hyperlink")
    anchor.set(qn("r:id"), target)
    run = paragraph.add_run(printable(text))
    run.underline, run.font.color.rgb = True, RGBColor(0x0B, 0x56, 0xB3)
    anchor.append(run._r)
    paragraph._p.append(anchor)


def blank_lines(document: WordDocument, labels: Sequence[str]) -> Paragraph:
    """Labels with a line to write on after each, side by side in the width of the text."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(7)
    for number, label in enumerate(labels, 1):
        stop = Mm(TEXT_WIDTH * number / len(labels) - (3 if number < len(labels) else 0))
        paragraph.paragraph_format.tab_stops.add_tab_stop(stop, leader=WD_TAB_LEADER.LINES)
        words(paragraph, f"{'  ' if number > 1 else ''}{label} ", quiet=True)
        paragraph.add_run("\t")
    return paragraph
