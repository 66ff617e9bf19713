"""The first sheet of a marked copy: every problem, with a link to its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.marks import clean_xml
from jobtrack_viz.workbook.parts import MAIN

__all__ = ["LOOKS", "TITLE", "Listed", "cell_looks", "is_problem_list", "problem_sheet"]

TITLE = "Problems found by the career tube map"
"""What stands in A1, and tells this sheet from those of the workbook's authors."""

_HEADINGS = (
    ("Severity", 11),
    ("Sheet", 24),
    ("Cell", 9),
    ("What was found", 60),
    ("What to write", 60),
)
_MOST_ROWS = 10_000
"""Excel follows at most 65,530 links on a sheet, and people fewer."""
LOOKS: Mapping[str, tuple[str, ...]] = {
    "fonts": (
        '<font><b/><sz val="14"/><name val="Arial"/></font>',
        '<font><sz val="10"/><name val="Arial"/></font>',
        '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>',
        '<font><u/><sz val="10"/><color rgb="FF0B4FA8"/><name val="Arial"/></font>',
    ),
    "fills": (
        '<fill><patternFill patternType="solid"><fgColor rgb="FF1B2A5C"/>'
        '<bgColor indexed="64"/></patternFill></fill>',
    ),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: ``target`` is the sheet that its link leads to, empty for none."""

    severity: str
    sheet: str
    cell: str
    found: str
    write: str
    target: str


def is_problem_list(grid: Grid) -> bool:
    """Whether the sheet is such a list, which says nothing about jobs."""
    first = grid.cells.get((1, 1))
    return first is not None and first.text == TITLE


def cell_looks(fonts: int, fills: int) -> tuple[str, ...]:
    """The looks of the title, of texts, of headings and of links, by their sections' numbers."""
    wrapped = '<alignment vertical="top" wrapText="1"/>'
    text = 'numFmtId="49" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1" applyFont="1"'
    return (
        f'<xf numFmtId="0" fontId="{fonts}" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
        f'<xf {text} fontId="{fonts + 1}" fillId="0">{wrapped}</xf>',
        f'<xf {text} fontId="{fonts + 2}" fillId="{fills}" applyFill="1">{wrapped}</xf>',
        f'<xf {text} fontId="{fonts + 3}" fillId="0">{wrapped}</xf>',
    )


def problem_sheet(problems: Sequence[Listed], first_look: int) -> str:
    """The sheet's part; texts are texts, whatever they begin with."""
    listed = problems[:_MOST_ROWS]
    title, text, heading, link = range(first_look, first_look + 4)
    rows = [
        _row(1, [(TITLE, title)]),
        _row(2, [(_counts(problems), text)], height=16),
        _row(3, [(_ADVICE, text)], height=44),
        _row(5, [(name, heading) for name, _ in _HEADINGS]),
    ]
    for number, each in enumerate(listed, _FIRST):
        values = (each.severity.capitalize(), each.sheet, each.cell, each.found, each.write)
        looks = (text, text, link if each.target else text, text, text)
        rows.append(_row(number, list(zip(values, looks, strict=True))))
    if len(problems) > len(listed):
        more = f"And at least {len(problems) - len(listed):,} more, which are not listed."
        rows.append(_row(_FIRST + len(listed), [(more, text)]))
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, (_, width) in enumerate(_HEADINGS, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{MAIN.strip()}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="5" '
        'topLeftCell="A6" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        '<mergeCells count="2"><mergeCell ref="A2:E2"/><mergeCell ref="A3:E3"/></mergeCells>'
        f"{_links(listed)}"
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


_FIRST = 6
_ADVICE = (
    "Each cell with a problem is coloured on its sheet, and a comment says what to write. Correct "
    "the cells and upload the workbook again: this sheet is passed over, and so are the colours "
    "and the comments."
)


def _row(number: int, cells: Sequence[tuple[str, int]], height: int = 0) -> str:
    tall = f' ht="{height}" customHeight="1"' if height else ""
    written = "".join(
        f'<c r="{letter}{number}" s="{look}" t="inlineStr"><is><t xml:space="preserve">'
        f"{clean_xml(value)}</t></is></c>"
        if value
        else f'<c r="{letter}{number}" s="{look}"/>'
        for letter, (value, look) in zip("ABCDE", cells, strict=False)
    )
    return f'<row r="{number}"{tall}>{written}</row>'


def _links(listed: Sequence[Listed]) -> str:
    links = []
    for number, each in enumerate(listed, _FIRST):
        if each.target:
            sheet = each.target.replace("'", "''")
            place = escape(f"'{sheet}'!{each.cell or 'A1'}")
            links.append(f'<hyperlink ref="C{number}" location="{place}" display="{each.cell}"/>')
    return f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""


def _counts(problems: Sequence[Listed]) -> str:
    """Such as "3 errors, 1 warning, 0 notes"."""
    said = []
    for severity in ("error", "warning", "note"):
        number = sum(each.severity == severity for each in problems)
        said.append(f"{number:,} {severity}{'' if number == 1 else 's'}")
    return f"{', '.join(said)}. Errors keep the workbook from being published."
