"""Sheets typed as rows, as a workbook that Excel could have saved."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl

__all__ = ["xlsx"]


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """An .xlsx file with these sheets, in this order."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()
