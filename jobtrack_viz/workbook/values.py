"""The values of an inspected workbook, as plain numbers and texts for the way to the parent."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from jobtrack_viz.workbook.contents import SheetEntry
from jobtrack_viz.workbook.gate import Inspection
from jobtrack_viz.workbook.grids import Cell, Grid, Kind
from jobtrack_viz.workbook.sheet_facts import SheetFacts
from jobtrack_viz.workbook.written import as_written, clean

__all__ = ["grids_of", "read_values"]

_KINDS: tuple[Kind, ...] = ("text", "number", "date", "error")
"""A cell's mark is the place of its kind here, plus _FORMULA, plus _CLEANED."""
_FORMULA = 4
_CLEANED = 8

_Value = tuple[str, Kind, bool]


def read_values(inspection: Inspection, worksheets: Sequence[Any]) -> dict[str, object]:
    """Each sheet's cells as four lists of one length; a text stands once in ``texts``.

    ``worksheets`` are openpyxl's, in the order of the inspection's sheets.
    """
    texts: dict[str, int] = {}
    seen: dict[tuple[type, object, str], _Value] = {}
    sheets = []
    for (entry, facts), worksheet in zip(inspection.sheets, worksheets, strict=True):
        rows, columns, numbers, marks = [], [], [], []
        for (row, column), cell in _filled(facts, worksheet):
            text, kind, cleaned = _value(cell, seen)
            here = (row, column)
            if here in facts.uncached:
                text, kind = "", "error"
            elif not text:
                continue
            rows.append(row)
            columns.append(column)
            numbers.append(texts.setdefault(text, len(texts)))
            marks.append(
                _KINDS.index(kind) + _FORMULA * (here in facts.formulas) + _CLEANED * cleaned
            )
        sheets.append(
            {"rows": rows, "columns": columns, "texts": numbers, "marks": marks}
            | _about(entry, facts)
        )
    return {"texts": list(texts), "sheets": sheets}


def grids_of(values: Mapping[str, Any]) -> tuple[Grid, ...]:
    """The same values as grids."""
    return tuple(_grid(sheet, values["texts"]) for sheet in values["sheets"])


def _grid(sheet: Mapping[str, Any], texts: Sequence[str]) -> Grid:
    cells = {}
    columns = zip(sheet["rows"], sheet["columns"], sheet["texts"], sheet["marks"], strict=True)
    for row, column, text, mark in columns:
        cells[row, column] = Cell(
            row=row,
            column=column,
            text=texts[text],
            kind=_KINDS[mark % _FORMULA],
            formula=bool(mark & _FORMULA),
            cleaned=bool(mark & _CLEANED),
        )
    return Grid(
        name=sheet["name"],
        cells=cells,
        hidden=sheet["hidden"],
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in sheet["merged"]),
        hidden_rows=frozenset(sheet["hidden_rows"]),
        hidden_columns=frozenset(sheet["hidden_columns"]),
        filtered_rows=frozenset(sheet["filtered_rows"]),
    )


def _filled(facts: SheetFacts, worksheet: Any) -> Iterator[tuple[tuple[int, int], Any]]:
    """The filled places, each with openpyxl's cell.

    Nothing behind the last filled row is parsed: rules, links and drawings cannot fail there.
    """
    worksheet.reset_dimensions()
    lines = worksheet.iter_rows(max_col=facts.last_column)
    at = 0
    for row, places in groupby(facts.filled, key=itemgetter(0)):
        line = next(islice(lines, row - at - 1, None))
        at = row
        for place in places:
            yield place, line[place[1] - 1]


def _value(cell: Any, seen: dict[tuple[type, object, str], _Value]) -> _Value:
    """Text, kind, and whether unseen characters were removed; worked out once for each value."""
    value = cell.value
    key = (type(value), value, cell.data_type)
    if key not in seen:
        seen[key] = _worked_out(value, cell.data_type)
    return seen[key]


def _worked_out(value: object, data_type: str) -> _Value:
    if value is None:
        return "", "text", False
    if data_type == "e":
        return str(value), "error", False
    if isinstance(value, str):
        text, cleaned = clean(value)
        return text, "text", cleaned
    text, kind = as_written(value)
    return text, kind, False


def _about(entry: SheetEntry, facts: SheetFacts) -> dict[str, object]:
    last_row = facts.filled[-1][0] if facts.filled else 0
    hidden_rows = {row for row in facts.hidden_rows if row <= last_row}
    filtered = set(_filtered(sorted(hidden_rows), facts))
    return {
        "name": clean(entry.name)[0].replace("\n", " "),
        "hidden": entry.hidden,
        "merged": facts.merged,
        "hidden_rows": sorted(hidden_rows - filtered),
        "filtered_rows": sorted(filtered),
        "hidden_columns": sorted(c for c in facts.hidden_columns if c <= facts.last_column),
    }


def _filtered(hidden_rows: Sequence[int], facts: SheetFacts) -> Iterator[int]:
    """Rows below the header of a filter in use; an advanced filter does not say which are its."""
    if facts.filter_mode and not facts.filtered:
        yield from hidden_rows
    areas = sorted(facts.filtered, reverse=True)
    reach = 0
    for row in hidden_rows:
        while areas and areas[-1][0] < row:
            reach = max(reach, areas.pop()[2])
        if row <= reach:
            yield row
