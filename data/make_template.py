"""Write data/template.xlsx from the words in data/template/: the workbook that HR fills in.

    python data/make_template.py [where.xlsx]

The same words always give the same bytes.
"""

import io
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from make_sample import without_clock
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from template import guide

from jobtrack_viz.export.forms import tables, texts
from jobtrack_viz.export.forms.columns import Table
from jobtrack_viz.export.forms.dress import (
    CELL,
    HEADER,
    LISTS,
    dress,
    dress_sections,
    head,
    note_on,
    offer,
    offer_levels,
    print_on_a_page,
    set_columns,
)

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
MATRIX_ROWS, MATRIX_COLUMNS, HEADINGS = 300, 26, 3


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
    dress_sections(sheet, titles, range(first, first + len(purposes)))


def section(sheet: Worksheet, title: str, rows: tuple | list) -> int:
    """A heading and its rows; the number of the first of them."""
    sheet.append([])
    sheet.append([title])
    heading = sheet.max_row
    for row in rows:
        sheet.append(list(row))
    return heading + 1


def write_about(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 80
    for label, value, note in guide.ABOUT:
        sheet.append([label, value])
        label_cell, value_cell = sheet.cell(sheet.max_row, 1), sheet.cell(sheet.max_row, 2)
        dress(label_cell, CELL | {"font": Font(name="Calibri", bold=True)})
        dress(value_cell, CELL | {"number_format": "@"})
        label_cell.comment = note_on(note)
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
        sheet.cell(1, number).number_format = "@"
    sheet.column_dimensions["A"].width = 36
    sheet.row_dimensions[1].height = 36
    sheet.freeze_panes = "B2"
    offer(sheet, LISTS["competencies"], f"A2:A{MATRIX_ROWS}")
    offer_levels(sheet, LISTS["levels"], f"B2:{last}{MATRIX_ROWS}")
    print_on_a_page(sheet)


def write_table(sheet: Worksheet, table: Table) -> None:
    set_columns(sheet, table.columns, LISTS)
    sheet.row_dimensions[1].height = 36
    sheet.freeze_panes = "B2"
    print_on_a_page(sheet)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("template.xlsx")
    target.write_bytes(write_template())
    print(f"{target}: {2 + len(TABLES) + 1} sheets")
