"""Write data/template.xlsx from the words in data/template/: the workbook that HR fills in.

    python data/make_template.py [where.xlsx]

The same words always give the same bytes.
"""

import io
import sys
from pathlib import Path

from make_sample import CELL, HEADER, without_clock
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from template import guide, tables, texts
from template.columns import Column, Table

TABLES = (
    tables.LADDER,
    tables.GRADES,
    tables.TRACKS,
    tables.ROLES,
    tables.MOVES,
    tables.SKILLS,
    texts.DEVELOPMENT,
    texts.LEVEL_PROFILES,
    texts.PROCESSES,
    texts.STORIES,
    texts.DESCRIPTIONS,
    texts.LONG_MATRIX,
    texts.LONG_LADDER,
)
LAST_ROW, MATRIX_ROWS, MATRIX_COLUMNS, HEADINGS = 2000, 300, 26, 3
PLAIN = Alignment(wrap_text=True, vertical="top")
TEXT = "@"
# Lists grow with the sheets that hold them: as many cells as are filled, and at least one.
LISTS = {
    "levels": "OFFSET(Ladder!$D$1,0,0,1,MAX(1,COUNTA(Ladder!$D$1:$M$1)))",
    **{
        name: f"OFFSET({sheet}!$A$2,0,0,MAX(1,COUNTA({sheet}!$A$2:$A${LAST_ROW})),1)"
        for name, sheet in (
            ("competencies", "Ladder"),
            ("grades", "Grades"),
            ("tracks", "Tracks"),
            ("roles", "Roles"),
        )
    },
}


def write_template() -> bytes:
    book = Workbook()
    write_guide(book.active)
    write_about(book.create_sheet("About"))
    write_matrix(book.create_sheet(guide.MATRIX_NAME))
    for table in TABLES:
        write_table(book.create_sheet(table.name), table)
    book.properties.creator = "Career tube map"
    book.properties.title = "Template for a career map"
    raw = io.BytesIO()
    book.save(raw)
    return without_clock(raw.getvalue())


def write_guide(sheet: Worksheet) -> None:
    """Plain sentences in two columns; names of sheets lead to them."""
    sheet.title = "Guide"
    sheet.append([guide.TITLE])
    sheet.append([guide.INTRODUCTION])
    sheet.append([])
    for step, words in guide.STEPS:
        sheet.append([step, words.format(matrix=guide.MATRIX_NAME)])
    titles = [section(sheet, guide.BLANKS, guide.BLANK_MEANINGS) - 1]
    purposes = [("About", guide.ABOUT_PURPOSE), (guide.MATRIX_NAME, guide.MATRIX_PURPOSE)]
    purposes += [(table.name, table.purpose) for table in TABLES]
    first = section(sheet, guide.SHEETS, [*purposes, (None, guide.OPTIONAL)])
    titles += [first - 1, section(sheet, guide.HINTS, guide.GOOD_TO_KNOW) - 1]
    dress_guide(sheet, titles, range(first, first + len(purposes)))


def section(sheet: Worksheet, title: str, rows: tuple | list) -> int:
    """A heading and its rows; the number of the first of them."""
    sheet.append([])
    sheet.append([title])
    heading = sheet.max_row
    for row in rows:
        sheet.append(list(row))
    return heading + 1


def dress_guide(sheet: Worksheet, titles: list[int], links: range) -> None:
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


def write_about(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 80
    for label, value, note in guide.ABOUT:
        sheet.append([label, value])
        label_cell, value_cell = sheet.cell(sheet.max_row, 1), sheet.cell(sheet.max_row, 2)
        dress(label_cell, CELL | {"font": Font(name="Calibri", bold=True)})
        dress(value_cell, CELL | {"number_format": TEXT})
        label_cell.comment = comment(note)
    print_on_a_page(sheet)


def write_matrix(sheet: Worksheet) -> None:
    """The corner, a few headings to write over, and a list of levels in every cell below."""
    last = get_column_letter(MATRIX_COLUMNS)
    head(sheet, 1, *guide.CORNER)
    for number in range(2, MATRIX_COLUMNS + 1):
        sheet.column_dimensions[get_column_letter(number)].width = 17
        if number < 2 + HEADINGS:
            head(sheet, number, *guide.HEADING)
        else:
            dress(sheet.cell(1, number), HEADER | {"fill": PatternFill()})
            sheet.cell(1, number).font = Font(name="Calibri", bold=True)
        sheet.cell(1, number).number_format = TEXT
    sheet.column_dimensions["A"].width = 36
    sheet.row_dimensions[1].height = 36
    sheet.freeze_panes = "B2"
    offer(sheet, LISTS["competencies"], f"A2:A{MATRIX_ROWS}")
    levels = DataValidation(
        "list",
        formula1=LISTS["levels"],
        allow_blank=True,
        errorStyle="warning",
        errorTitle="Not a level of the ladder",
        error=guide.LEVEL_HINT,
        showErrorMessage=True,
    )
    levels.add(f"B2:{last}{MATRIX_ROWS}")
    sheet.add_data_validation(levels)
    print_on_a_page(sheet)


def write_table(sheet: Worksheet, table: Table) -> None:
    for number, column in enumerate(table.columns, start=1):
        head(sheet, number, column.heading, column.note)
        letter = get_column_letter(number)
        dimension = sheet.column_dimensions[letter]
        dimension.width, dimension.alignment = column.width, PLAIN
        if column.as_text:
            dimension.number_format = TEXT
        offer_choices(sheet, column, f"{letter}2:{letter}{LAST_ROW}")
    sheet.row_dimensions[1].height = 36
    sheet.freeze_panes = "B2"
    print_on_a_page(sheet)


def offer_choices(sheet: Worksheet, column: Column, cells: str) -> None:
    if column.names:
        offer(sheet, LISTS[column.names], cells)
    elif column.usual:
        offer(sheet, one_of(column.usual), cells)
    elif column.words:
        closed = DataValidation(
            "list",
            formula1=one_of(column.words),
            allow_blank=True,
            errorTitle="Not one of the words",
            error=f"Write one of: {', '.join(column.words)}."[:225],
            showErrorMessage=True,
        )
        closed.add(cells)
        sheet.add_data_validation(closed)


def one_of(words: tuple[str, ...]) -> str:
    return '"' + ",".join(words) + '"'


def offer(sheet: Worksheet, source: str, cells: str) -> None:
    """A list to choose from that forbids nothing: other words, or several, may stand in a cell."""
    choices = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
    choices.add(cells)
    sheet.add_data_validation(choices)


def head(sheet: Worksheet, number: int, heading: str, note: str) -> None:
    cell = sheet.cell(1, number, heading)
    dress(cell, HEADER)
    cell.comment = comment(note)


def comment(words: str) -> Comment:
    lines = sum(1 + len(line) // 42 for line in words.split("\n"))
    return Comment(words, "Career tube map", height=24 + 20 * lines, width=300)


def dress(cell, style: dict) -> None:
    for name, value in style.items():
        setattr(cell, name, value)


def print_on_a_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("template.xlsx")
    target.write_bytes(write_template())
    print(f"{target}: {2 + len(TABLES) + 1} sheets")
