"""Workbooks to upload, typed as rows."""

import io

from openpyxl import Workbook


def book(**sheets: tuple[tuple[str, ...], ...]) -> bytes:
    """A workbook of these sheets."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()
