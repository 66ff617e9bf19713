"""Text tables as they are published: decoded, split into cells, asked for their columns."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from jobtrack_viz.errors import UnreadableSource

__all__ = ["Fields", "fields_of", "fold", "read_cells", "read_tabs"]

Fields: TypeAlias = Mapping[str, str]
_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 65_536
_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UNSEEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xFFFE, 0xFFFF])


def fold(text: str) -> str:
    """A text as it is compared: one line, any case."""
    return " ".join(text.casefold().split())


def read_cells(path: Path) -> list[list[str]]:
    """Every row of a CSV file down to the last that holds anything, cell by cell as written.

    The text is UTF-8, UTF-16 with its mark, or else Windows-1252. The delimiter is the one of
    comma, semicolon, tab and bar that splits most rows of the beginning alike.

    Raises:
        UnreadableSource: the file cannot be read, or its quotes do not pair up.
    """
    text = _text(path)
    beginning = text[:_LOOKED_AT]
    delimiter = max(_DELIMITERS, key=lambda mark: _evenness(beginning, mark))
    return _rows(path, csv.reader(_lines(text), delimiter=delimiter, strict=True))


def read_tabs(path: Path) -> list[list[str]]:
    """The same for a table separated by tabs, in which quotes are characters like others."""
    lines = _lines(_text(path))
    return _rows(path, csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def fields_of(path: Path, rows: Sequence[Sequence[str]], columns: Iterable[str]) -> list[Fields]:
    """Each filled row below the header, by column, without outer spaces.

    Raises:
        UnreadableSource: a column is missing; the sentence names it and the columns found.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    header = filled[0] if filled else []
    folded = [fold(cell) for cell in header]
    wanted = list(columns)
    missing = [name for name in wanted if fold(name) not in folded]
    if missing:
        found = ", ".join(cell.strip() for cell in header) or "nothing"
        lacking = " and ".join(f"“{name}”" for name in missing)
        raise UnreadableSource(f"{path.name} has no column {lacking}. Its first row says: {found}.")
    places = {name: folded.index(fold(name)) for name in wanted}
    return [
        {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}
        for row in filled[1:]
    ]


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise UnreadableSource(f"{path}: {reason}") from error
    encodings = ("utf-16",) if data.startswith(_BYTE_ORDER_MARKS) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding).translate(_UNSEEN)
        except UnicodeDecodeError:
            continue
    raise UnreadableSource(
        f"{path.name} is not a text table. Save it as “CSV UTF-8” and use that file."
    )


def _lines(text: str) -> Iterable[str]:
    return StringIO(text, newline="")


def _rows(path: Path, lines: Iterable[list[str]]) -> list[list[str]]:
    try:
        rows = list(lines)
    except csv.Error as error:
        raise UnreadableSource(f"{path.name} is not a table of cells: {error}.") from error
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows with the usual number of cells, and that number; (0, 0) if it is one."""
    try:
        widths = Counter(len(row) for row in csv.reader(_lines(text), delimiter=delimiter))
    except csv.Error:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return (count / widths.total(), width) if width > 1 else (0.0, 0)
