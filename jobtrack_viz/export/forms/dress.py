"""How the sheets that HR fills in look: headings with notes, lists to choose from, a tidy print."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from jobtrack_viz.export.forms.columns import Column

__all__ = [
    "CELL",
    "HEADER",
    "LAST_ROW",
    "LISTS",
    "PLAIN",
    "dress",
    "dress_sections",
    "head",
    "list_on",
    "note_on",
    "offer",
    "offer_levels",
    "print_on_a_page",
    "set_columns",
]

HEADER: Mapping[str, Any] = {
    "font": Font(name="Calibri", bold=True, color="FFFFFF"),
    "fill": PatternFill("solid", fgColor="1B2A5C"),
    "alignment": Alignment(wrap_text=True, vertical="center"),
}
CELL: Mapping[str, Any] = {
    "alignment": Alignment(wrap_text=True, vertical="top"),
    "border": Border(bottom=Side("thin", color="D5DAE5")),
}
PLAIN = Alignment(wrap_text=True, vertical="top")
LAST_ROW = 2000
"""Lists are offered down to here; whoever has more roles writes them without a list."""
_LEVEL_HINT = "Choose a level of the ladder, write - for not required, or leave the cell empty."


def list_on(sheet: str) -> str:
    """What stands below the first heading of a sheet; it grows with the sheet."""
    return f"OFFSET({sheet}!$A$2,0,0,MAX(1,COUNTA({sheet}!$A$2:$A${LAST_ROW})),1)"


# Lists grow with the sheets that hold them: as many cells as are filled, and at least one.
LISTS: Mapping[str, str] = {
    "levels": "OFFSET(Ladder!$D$1,0,0,1,MAX(1,COUNTA(Ladder!$D$1:$M$1)))",
    "competencies": list_on("Ladder"),
    "grades": list_on("Grades"),
    "tracks": list_on("Tracks"),
    "roles": list_on("Roles"),
}
"""Where the names of each kind stand."""


def set_columns(sheet: Any, columns: Sequence[Column], lists: Mapping[str, str]) -> None:
    """The headings stand in the first row; each column has its width, its format and its list."""
    for number, column in enumerate(columns, start=1):
        head(sheet, number, column.heading, column.note)
        letter = get_column_letter(number)
        dimension = sheet.column_dimensions[letter]
        dimension.width, dimension.alignment = column.width, PLAIN
        if column.as_text:
            dimension.number_format = "@"
        _offer_choices(sheet, column, f"{letter}2:{letter}{LAST_ROW}", lists)


def head(sheet: Any, number: int, heading: str, note: str) -> None:
    """A heading in the first row, with what goes below it as a note."""
    cell = sheet.cell(1, number, heading)
    cell.data_type = "s"
    dress(cell, HEADER)
    cell.comment = note_on(note) if note else None


def note_on(words: str) -> Comment:
    """A note that shows all of its words, and names no person."""
    lines = sum(1 + len(line) // 42 for line in words.split("\n"))
    return Comment(words, "Career tube map", height=24 + 20 * lines, width=300)


def dress(cell: Any, style: Mapping[str, Any]) -> None:
    """The cell has this style."""
    for name, value in style.items():
        setattr(cell, name, value)


def offer(sheet: Any, source: str, cells: str) -> None:
    """A list to choose from that forbids nothing: other words, or several, may stand in a cell."""
    choices = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
    choices.add(cells)
    sheet.add_data_validation(choices)


def offer_levels(sheet: Any, source: str, cells: str) -> None:
    """A list of levels; Excel warns of anything else, and lets it stand."""
    levels = DataValidation(
        "list",
        formula1=source,
        allow_blank=True,
        errorStyle="warning",
        errorTitle="Not a level of the ladder",
        error=_LEVEL_HINT,
        showErrorMessage=True,
    )
    levels.add(cells)
    sheet.add_data_validation(levels)


def dress_sections(sheet: Any, titles: Iterable[int], links: Iterable[int]) -> None:
    """A sheet of plain sentences in two columns; names of sheets in some rows lead to them."""
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 26, 96
    for row in sheet.iter_rows(min_row=3):
        row[0].font = Font(name="Calibri", bold=True, color="1B2A5C")
        for cell in row:
            cell.alignment = PLAIN
        long = len(str(row[1].value or "")) > 100
        sheet.row_dimensions[row[0].row].height = 33 if long else 18
    for number in titles:
        cell = sheet.cell(number, 1)
        cell.font = Font(name="Calibri", bold=True, size=14, color="1B2A5C")
        cell.alignment = Alignment(vertical="bottom")
        sheet.row_dimensions[number].height = 24
    for number in links:
        cell = sheet.cell(number, 1)
        cell.hyperlink = f"#'{cell.value}'!A1"
        cell.font = Font(name="Calibri", bold=True, color="0B4F9E", underline="single")
    sheet["A1"].font = Font(name="Calibri", bold=True, size=20, color="1B2A5C")
    sheet.sheet_view.showGridLines = False
    print_on_a_page(sheet)


def print_on_a_page(sheet: Any) -> None:
    """Printed across, all columns on one page."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _offer_choices(sheet: Any, column: Column, cells: str, lists: Mapping[str, str]) -> None:
    if column.names:
        if lists[column.names]:
            offer(sheet, lists[column.names], cells)
    elif column.usual:
        offer(sheet, _one_of(column.usual), cells)
    elif column.words:
        closed = DataValidation(
            "list",
            formula1=_one_of(column.words),
            allow_blank=True,
            errorTitle="Not one of the words",
            error=f"Write one of: {', '.join(column.words)}."[:225],
            showErrorMessage=True,
        )
        closed.add(cells)
        sheet.add_data_validation(closed)


def _one_of(words: Sequence[str]) -> str:
    return '"' + ",".join(words) + '"'
