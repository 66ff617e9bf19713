"""Sheets as the bytes of an .xlsx workbook."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from jobtrack_viz.convert.tables import Converted, Row, Sheet, Value
from jobtrack_viz.errors import UnwritableWorkbook
from jobtrack_viz.settings import Limits

__all__ = ["without_clock", "workbook_bytes"]

_FONT, _FILL = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1B2A5C")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_NARROW, _WIDE, _LONG = 10, 60, 40
_TAKEN_FOR_MORE = re.compile(r"[=+\-@\d]")
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def workbook_bytes(converted: Converted, limits: Limits) -> bytes:
    """The workbook; the same sheets always give the same bytes.

    Raises:
        UnwritableWorkbook: it would be larger than a workbook that can be read.
    """
    _keep_limits(converted, limits)
    book = Workbook(write_only=True)
    book.properties.creator = "Career tube map"
    for sheet in converted.sheets:
        _write(book, sheet)
    raw = BytesIO()
    book.save(raw)
    return without_clock(raw.getvalue())


def _write(book: Workbook, sheet: Sheet) -> None:
    page = book.create_sheet(sheet.name)
    for number, width in enumerate(_widths(sheet.rows), start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    if sheet.headed:
        page.freeze_panes = "B2"
    for i, row in enumerate(sheet.rows):
        page.append([_cell(page, value, sheet.headed and i == 0) for value in row])


def _cell(page: Any, value: Value, heading: bool) -> Any:
    """A text stays a text: never a formula, an error or a date, now or when somebody edits it."""
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(page, value)
    if isinstance(value, str):
        cell.data_type = "s"
        if _TAKEN_FOR_MORE.match(value) and len(value) <= _LONG:
            cell.number_format = "@"
        elif value.startswith(("=", "+", "-", "@")):
            cell.quotePrefix = 1
        if len(value) > _LONG or "\n" in value:
            cell.alignment = _WRAPPED
    if heading:
        cell.font, cell.fill = _FONT, _FILL
    return cell


def _widths(rows: tuple[Row, ...]) -> Iterator[int]:
    for column in range(max((len(row) for row in rows), default=0)):
        texts = (str(row[column] or "") for row in rows if column < len(row))
        longest = max(len(line) for text in texts for line in text.split("\n"))
        yield min(_WIDE, max(_NARROW, longest + 2))


def _keep_limits(converted: Converted, limits: Limits) -> None:
    cells = sum(value not in (None, "") for s in converted.sheets for r in s.rows for value in r)
    _keep("The workbook", len(converted.sheets), limits.sheets, "sheets")
    _keep("The workbook", cells, limits.cells, "filled cells")
    for sheet in converted.sheets:
        name = f"The sheet {sheet.name}"
        columns = max((len(row) for row in sheet.rows), default=0)
        longest = max((len(v) for r in sheet.rows for v in r if isinstance(v, str)), default=0)
        _keep(name, len(sheet.rows), limits.rows, "rows")
        _keep(name, columns, limits.columns, "columns")
        _keep(name, longest, limits.cell_characters, "characters in a cell")


def _keep(where: str, count: int, limit: int, what: str) -> None:
    if count > limit:
        raise UnwritableWorkbook(
            f"{where} would hold {count:,} {what}; at most {limit:,} are read."
        )


def without_clock(workbook: bytes) -> bytes:
    """The same workbook without the moment of its making."""
    fixed = BytesIO()
    with ZipFile(BytesIO(workbook)) as old, ZipFile(fixed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(b"1980-01-01T00:00:00Z", content)
            member = ZipInfo(name, _LONG_AGO)
            member.compress_type, member.external_attr = ZIP_DEFLATED, 0o644 << 16
            new.writestr(member, content)
    return fixed.getvalue()
