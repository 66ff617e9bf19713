"""The published framework as a workbook to edit: reading it gives the same framework again."""

import io
from collections.abc import Mapping
from dataclasses import replace
from math import ceil
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from jobtrack_viz.convert.writing import without_clock
from jobtrack_viz.export.excel_parts import empty_book, safe_text
from jobtrack_viz.export.forms import guide
from jobtrack_viz.export.forms.book import plainest_sheets
from jobtrack_viz.export.forms.dress import (
    CELL,
    LAST_ROW,
    LISTS,
    dress,
    dress_sections,
    head,
    list_on,
    offer_levels,
    print_on_a_page,
    set_columns,
)
from jobtrack_viz.export.forms.written import Row, Sheet
from jobtrack_viz.export.stamps import stamp_of
from jobtrack_viz.model import Framework
from jobtrack_viz.workbook import Stamp

__all__ = ["Stamp", "stamp_of", "workbook_of"]

_HEAD_HEIGHT, _LINE_HEIGHT, _HIGHEST = 36.0, 15.0, 400.0
"""Points; a row has the height of its longest text, since some programs show one line of each."""
_WIDER = 1.1
_SPARE_ROWS = 100
"""Rows of a matrix below its last that offer lists too."""
_BOLD = Font(name="Calibri", bold=True)
_NUMBER = Alignment("left", "top")


def workbook_of(framework: Framework, stamp: Stamp | None = None) -> bytes:
    """The workbook's bytes: a guide, then every sheet of the contract, filled.

    Reading it gives an equal framework, and the stamp. The same framework and stamp always give
    the same bytes. Stories without consent are in no framework, so they are not in it.
    """
    book = empty_book(framework.about.title, framework.about.institution)
    sheets = plainest_sheets(framework)
    _write_guide(book.create_sheet("Guide"), sheets, stamp)
    lists = _lists(framework, sheets)
    # Stamped twice: whoever deletes the guide still has it.
    about, *others = sheets
    for sheet in (replace(about, rows=(*about.rows, *guide.stamp_rows(stamp)[:1])), *others):
        _write(book.create_sheet(sheet.table.name), sheet, lists)
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def _lists(framework: Framework, sheets: tuple[Sheet, ...]) -> Mapping[str, str]:
    """Where the lists stand in this workbook: levels stand over the columns of a wide ladder only.

    A long ladder names a competency in several rows, so these are offered from a list of words.
    """
    ladder = next((sheet for sheet in sheets if sheet.table.name == "Ladder"), None)
    wide = ladder is not None and ladder.table.columns[1].heading == "Group"
    if wide:
        last = get_column_letter(3 + len(framework.scale))
        return {**LISTS, "levels": f"Ladder!$D$1:${last}$1"}
    words = f'"{",".join(framework.scale)}"'
    fits = len(words) <= 255 and not any("," in w or '"' in w for w in framework.scale)
    levels = words if framework.scale and fits else ""
    return {**LISTS, "levels": levels, "competencies": list_on("Ladder") if ladder else ""}


def _write(sheet: Any, written: Sheet, lists: Mapping[str, str]) -> None:
    if written.matrix:
        _write_matrix(sheet, written, lists)
    elif any(column.heading for column in written.table.columns):
        set_columns(sheet, written.table.columns, lists)
        sheet.row_dimensions[1].height = _HEAD_HEIGHT
        sheet.freeze_panes = "B2"
        _fill(sheet, written, 2)
    else:
        _write_facts(sheet, written)
    sheet.print_title_rows = "1:1" if written.table.columns[0].heading else None
    print_on_a_page(sheet)


def _write_matrix(sheet: Any, written: Sheet, lists: Mapping[str, str]) -> None:
    columns = written.table.columns
    for number, column in enumerate(columns, start=1):
        head(sheet, number, column.heading, column.note if number < 3 else "")
        safe_text(sheet.cell(1, number), column.heading)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    longest = max(len(column.heading) for column in columns[1:])
    sheet.row_dimensions[1].height = max(_HEAD_HEIGHT, _LINE_HEIGHT * (1 + ceil(longest / 13)))
    sheet.freeze_panes = "B2"
    last = min(len(written.rows) + _SPARE_ROWS, LAST_ROW)
    if lists["levels"]:
        area = f"B2:{get_column_letter(len(columns) + 5)}{last}"
        offer_levels(sheet, lists["levels"], area)
    _fill(sheet, written, 2)


def _write_facts(sheet: Any, written: Sheet) -> None:
    for number, column in enumerate(written.table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    _fill(sheet, written, 1)
    for row in range(1, len(written.rows) + 1):
        dress(sheet.cell(row, 2), CELL)


def _fill(sheet: Any, written: Sheet, first: int) -> None:
    """The rows, from this one on: texts stay texts, and each row is as high as its longest."""
    widths = [column.width for column in written.table.columns]
    as_text = [column.as_text for column in written.table.columns]
    for i, row in enumerate(written.rows, start=first):
        for j, value in enumerate(row, start=1):
            blank = value is None or value == ""
            if blank and written.matrix:
                continue
            cell = sheet.cell(i, j)
            dress(cell, CELL)
            if isinstance(value, int):
                cell.value, cell.alignment = value, _NUMBER
            elif value:
                safe_text(cell, value)
                if as_text[j - 1]:
                    cell.number_format = "@"
        sheet.cell(i, 1).font = _BOLD
        sheet.row_dimensions[i].height = _height(row, widths)


def _height(row: Row, widths: list[int]) -> float:
    lines = max(
        sum(max(1, ceil(len(line) * _WIDER / width)) for line in str(value or "").split("\n"))
        for value, width in zip(row, widths, strict=True)
    )
    return min(_HIGHEST, 3 + lines * _LINE_HEIGHT)


def _write_guide(sheet: Any, sheets: tuple[Sheet, ...], stamp: Stamp | None) -> None:
    """Plain sentences in two columns; names of sheets lead to them, matrices together."""
    others = [sheet.table for sheet in sheets if not sheet.matrix]
    rows: list[tuple[str, str]] = [
        ("Your career map, to edit", ""),
        (guide.introduction(stamp), ""),
    ]
    rows += [("", ""), *guide.STEPS, ("", ""), (guide.SHEETS, "")]
    titles = [len(rows)]
    links = range(len(rows) + 1, len(rows) + 1 + len(others))
    rows += [(table.name, table.purpose) for table in others]
    if len(others) < len(sheets):
        rows.append(("One for each track", "The language matrices: who needs which level."))
    rows += [("", ""), (guide.HINTS[0], "")]
    titles.append(len(rows))
    rows += guide.HINTS[1]
    rows += [("", ""), *guide.stamp_rows(stamp)]
    for i, row in enumerate(rows, start=1):
        for j, text in enumerate(row, start=1):
            if text:
                safe_text(sheet.cell(i, j), text)
    dress_sections(sheet, titles, links)
    sheet.page_setup.fitToHeight = 1
