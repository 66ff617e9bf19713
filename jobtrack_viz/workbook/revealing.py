"""What a workbook tells besides its visible cells. In the child process only."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.gate import Inspection
from jobtrack_viz.workbook.grids import Grid, address, column_letters
from jobtrack_viz.workbook.personal import personal_cells
from jobtrack_viz.workbook.redaction import without_staff_lists
from jobtrack_viz.workbook.staff_lists import staff_lists
from jobtrack_viz.workbook.surroundings import Surroundings, surroundings_of

__all__ = ["disclosures"]

Disclosed = dict[str, object]

_MOST_NAMED = 10
_PLACE = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_PROPERTIES = {
    "creator": "The file's properties name its author: “{}”.",
    "lastModifiedBy": "The file's properties name who saved it last: “{}”.",
    "Manager": "The file's properties name a manager: “{}”.",
    "Company": "The file's properties name a company: “{}”.",
    "description": "The file's properties hold a comment: “{}”.",
    "keywords": "The file's properties hold keywords: “{}”.",
    "subject": "The file's properties hold a subject: “{}”.",
    "category": "The file's properties hold a category: “{}”.",
}


def disclosures(
    data: bytes, inspection: Inspection, grids: Sequence[Grid], limits: Limits
) -> list[Disclosed]:
    """Everything that the file tells and its author may not mean to give away, as plain values.

    What is visible in a cell anyway is no disclosure, nor is what this product itself wrote.
    """
    around = surroundings_of(data, inspection.contents, limits)
    visible = {
        cell.line
        for grid in grids
        if not grid.hidden
        for (row, column), cell in grid.cells.items()
        if grid.shows(row, column)
    }
    cleaned, _ = without_staff_lists(grids)
    return [
        *(each for grid in grids for each in _staff_lists(grid)),
        *_hidden_sheets(inspection),
        *(each for grid in cleaned if not grid.hidden for each in _of_sheet(grid)),
        *_comments(around),
        *_properties(around, visible),
        *_other_parts(around),
    ]


def _said(kind: str, sentence: str, sheet: str = "", places: Iterable[str] = ()) -> Disclosed:
    return {"kind": kind, "sentence": sentence, "sheet": sheet, "places": [*places]}


def _staff_lists(grid: Grid) -> Iterator[Disclosed]:
    """Lists of people, by their headings; nothing of what stands below these is told."""
    for found in staff_lists(grid):
        headings = {(cell.row, cell.column) for cell in found.headings}
        if any(found.top <= row <= found.bottom for row, _ in grid.cells.keys() - headings):
            first, last = found.headings[0], found.headings[-1]
            yield _said(
                "list-of-people",
                f"Sheet “{grid.name}”, rows {found.top:,} to {found.bottom:,}: this is a list of "
                f"people, since “{first.line}” stands beside “{last.line}”.",
                grid.name,
                [address(first.row, first.column)],
            )


def _hidden_sheets(inspection: Inspection) -> Iterator[Disclosed]:
    for entry, _ in inspection.sheets:
        if entry.very_hidden:
            yield _said(
                "hidden-sheet",
                f"The sheet “{entry.name}” is hidden so deeply that Excel does not offer to "
                "show it.",
                entry.name,
            )
        elif entry.hidden:
            yield _said("hidden-sheet", f"The sheet “{entry.name}” is hidden.", entry.name)


def _of_sheet(grid: Grid) -> Iterator[Disclosed]:
    """Hidden rows and columns that hold something, and cells about people."""
    rows = sorted({row for row, _ in grid.cells if row in grid.hidden_rows})
    if rows:
        named = _spans([str(row) for row in rows], rows)
        yield _said("hidden-rows", f"Sheet “{grid.name}” has hidden rows: {named}.", grid.name)
    columns = sorted({column for _, column in grid.cells if column in grid.hidden_columns})
    if columns:
        named = _spans([column_letters(column) for column in columns], columns)
        yield _said(
            "hidden-columns", f"Sheet “{grid.name}” has hidden columns: {named}.", grid.name
        )
    for found in personal_cells(grid):
        letters = column_letters(found.column)
        places = [address(row, found.column) for row in found.rows]
        if found.heading:
            sentence = (
                f"Sheet “{grid.name}”, column {letters}: below the heading “{found.heading}”, "
                f"{_counted(places)} may be about people."
            )
        else:
            sentence = (
                f"Sheet “{grid.name}”, column {letters}: {_counted(places)} "
                f"{'looks' if len(places) == 1 else 'look'} like names or e-mail addresses of "
                "people."
            )
        yield _said("personal", sentence, grid.name, places)


def _comments(around: Surroundings) -> Iterator[Disclosed]:
    for sheet, notes in around.comments.items():
        places = [c for c in dict.fromkeys(note.cell for note in notes) if _PLACE.fullmatch(c)]
        authors = list(dict.fromkeys(note.author for note in notes if note.author))
        by = f", by {_few([f'“{author}”' for author in authors])}" if authors else ""
        one = len(places) == 1
        yield _said(
            "comment",
            f"Sheet “{sheet}” has {'a comment' if one else 'comments'}"
            f"{f' at {_few(places)}' if places else ''}{by}.",
            sheet,
            places,
        )


def _properties(around: Surroundings, visible: set[str]) -> Iterator[Disclosed]:
    for name, sentence in _PROPERTIES.items():
        value = around.properties.get(name, "")
        if value and value not in visible:
            yield _said("property", sentence.format(_short(value)))
    if around.custom:
        names = _few([f"“{_short(name)}”" for name in around.custom])
        yield _said("property", f"The file has properties of its own: {names}.")


def _other_parts(around: Surroundings) -> Iterator[Disclosed]:
    if around.books:
        names = _few([f"“{_short(name)}”" for name in around.books])
        yield _said("link", f"The workbook is linked to other files: {names}.")
    for kind, (one, many) in _PARTS.items():
        count = around.parts.get(kind, 0)
        if count:
            yield _said(kind, one if count == 1 else many.format(f"{count:,}"))


_PARTS: Mapping[str, tuple[str, str]] = {
    "embedded": (
        "A file is embedded in the workbook.",
        "{} files are embedded in the workbook.",
    ),
    "picture": (
        "The workbook holds a picture.",
        "The workbook holds {} pictures.",
    ),
    "chart": (
        "The workbook holds a chart, with a copy of its figures.",
        "The workbook holds {} charts, with copies of their figures.",
    ),
    "pivot": (
        "A pivot table keeps a copy of its data, also of rows that are no longer there.",
        "Pivot tables keep copies of their data, also of rows that are no longer there.",
    ),
    "connection": (
        "The workbook says from where it fetches data.",
        "The workbook says from where it fetches data.",
    ),
    "history": (
        "The workbook keeps a history of changes, with the names of those who made them.",
        "The workbook keeps a history of changes, with the names of those who made them.",
    ),
    "unreadable": (
        "A part beside the cells, such as comments or properties, cannot be read.",
        "{} parts beside the cells, such as comments or properties, cannot be read.",
    ),
    "unused": (
        "The file holds a part that belongs to no sheet.",
        "The file holds {} parts that belong to no sheet.",
    ),
}


def _counted(places: Sequence[str]) -> str:
    if len(places) == 1:
        return places[0]
    return f"{len(places):,} cells ({places[0]} to {places[-1]})"


def _few(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    if len(names) == 1:
        return names[0]
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED:,} more"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _spans(names: Sequence[str], numbers: Sequence[int]) -> str:
    """Neighbours together: 3, 7 to 9."""
    spans = []
    pairs = enumerate(zip(numbers, names, strict=True))
    for _, neighbours in groupby(pairs, key=lambda pair: pair[1][0] - pair[0]):
        run = [name for _, (_, name) in neighbours]
        spans.append(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}")
    return _few(spans)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
