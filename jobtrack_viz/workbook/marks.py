"""Marks for cells that have a problem: colours, comments and their shapes, as XML."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from jobtrack_viz.workbook.grids import place
from jobtrack_viz.workbook.parts import MAIN

__all__ = [
    "CHECKER",
    "FORMULA",
    "LOOKS",
    "OFFICE",
    "clean_xml",
    "comment",
    "comments_part",
    "rules",
    "shape",
    "shapes_part",
    "text_run",
]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHECKER = "Career tube map check"
"""The author of these comments."""
FORMULA = 'ISTEXT("Career tube map check")'
"""The formula of these rules: it holds for every cell, and tells whose rule it is."""
LOOKS: Mapping[str, str] = {
    severity: (
        f'<dxf><font><b/><color rgb="FF{ink}"/></font><fill><patternFill patternType="solid">'
        f'<fgColor rgb="FF{paper}"/><bgColor rgb="FF{paper}"/></patternFill></fill><border>'
        + "".join(
            f'<{side} style="{line}"><color rgb="FF{ink}"/></{side}>'
            for side in ("left", "right", "top", "bottom")
        )
        + "</border></dxf>"
    )
    for severity, ink, paper, line in (
        ("error", "8B0000", "FFD6D6", "thin"),
        ("warning", "5C3A00", "FFE9B8", "dashed"),
        ("note", "1B2A5C", "DCE6F7", "dotted"),
    )
}
"""How cells look, worst first: paper, bold ink and a line that differs without colours."""

_NAMESPACE = MAIN.strip()
_AT_A_TIME = 400
_SHAPES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE = (
    f'<v:shapetype {_SHAPES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def clean_xml(text: str) -> str:
    """The text as Excel reads it literally: no controls, no codes of characters, escaped."""
    return escape(_ESCAPE.sub("_x005F_", _NOT_XML.sub("", text)))


def rules(cells: Mapping[str, Sequence[str]], first_look: int) -> tuple[str, int]:
    """Conditional formats that colour the cells of each severity, and how many rules they are."""
    written, count = [], 0
    for number, severity in enumerate(LOOKS):
        addresses = cells.get(severity, ())
        for start in range(0, len(addresses), _AT_A_TIME):
            count += 1
            some = " ".join(addresses[start : start + _AT_A_TIME])
            written.append(
                f'<conditionalFormatting xmlns="{_NAMESPACE}" sqref="{some}"><cfRule '
                f'type="expression" dxfId="{first_look + number}" priority="{count}">'
                f"<formula>{escape(FORMULA)}</formula></cfRule></conditionalFormatting>"
            )
    return "".join(written), count


def text_run(text: str) -> str:
    """A comment's text, in small letters that fit its box."""
    return (
        f'<r xmlns="{_NAMESPACE}"><rPr><sz val="9"/><rFont val="Arial"/></rPr>'
        f'<t xml:space="preserve">{clean_xml(text)}</t></r>'
    )


def comment(address: str, author: int, text: str) -> str:
    """One comment."""
    return (
        f'<comment xmlns="{_NAMESPACE}" ref="{address}" authorId="{author}">'
        f"<text>{text_run(text)}</text></comment>"
    )


def comments_part(texts: Mapping[str, str]) -> str:
    """A part of comments by address."""
    listed = "".join(comment(address, 0, text) for address, text in texts.items())
    return (
        f'{_HEAD}<comments xmlns="{_NAMESPACE}"><authors><author>{CHECKER}</author></authors>'
        f"<commentList>{listed}</commentList></comments>"
    )


def shape(address: str, number: int, text: str) -> str:
    """The box of a comment beside its cell, shown when the pointer rests on the cell."""
    row, column = place(address)
    deep = 4 + min(20, len(text) // 32 + text.count("\n"))
    return (
        f'<v:shape {_SHAPES} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        'width:240pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" '
        'obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
        f"<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column}, 15, {max(row - 2, 0)}, 10, "
        f"{column + 4}, 15, {max(row - 2, 0) + deep}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )


def shapes_part(texts: Mapping[str, str]) -> str:
    """A drawing of nothing but the boxes of these comments."""
    shapes = (shape(at, number, text) for number, (at, text) in enumerate(texts.items(), 1_025))
    return (
        f'<xml {_SHAPES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
        f"</o:shapelayout>{_SHAPE_TYPE}{''.join(shapes)}</xml>"
    )
