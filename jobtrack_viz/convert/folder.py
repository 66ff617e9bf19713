"""A folder of CSV files: each becomes a sheet of the same name."""

import re
from collections.abc import Iterable
from pathlib import Path

from jobtrack_viz.convert.source import fold, read_cells
from jobtrack_viz.convert.tables import Converted, Sheet, Value
from jobtrack_viz.errors import UnreadableSource

__all__ = ["convert_folder"]

_WHOLE = re.compile(r"0|-?[1-9]\d{0,14}")
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,9})\.\d{0,4}[1-9]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31


def convert_folder(folder: Path) -> Converted:
    """Each ``.csv`` file as a sheet, cell by cell, in the order of their names.

    A number becomes a number only if it is spelled as a spreadsheet would spell it: 007, 1.10,
    +5, 5/6 and 1e3 stay texts.

    Raises:
        UnreadableSource: the folder holds no such file, or one of them cannot be read.
    """
    try:
        files = [path for path in folder.iterdir() if path.suffix.casefold() == ".csv"]
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise UnreadableSource(f"{folder}: {reason}") from error
    if not files:
        raise UnreadableSource(f"{folder} holds no file that ends in .csv.")
    files.sort(key=lambda path: (fold(path.stem), path.name))
    names = _sheet_names(path.stem for path in files)
    sheets = tuple(
        Sheet(name, tuple(tuple(_value(cell) for cell in row) for row in read_cells(path)))
        for name, path in zip(names, files, strict=True)
    )
    remarks = tuple(
        f"{path.name} became the sheet {name}: a sheet's name has 31 characters at most."
        for name, path in zip(names, files, strict=True)
        if name != path.stem
    )
    return Converted(sheets, remarks)


def _value(text: str) -> Value:
    plain = text.strip()
    if _WHOLE.fullmatch(plain):
        return int(plain)
    return float(plain) if _DECIMAL.fullmatch(plain) else plain


def _sheet_names(stems: Iterable[str]) -> list[str]:
    """Names that Excel accepts, each used once: short, without its forbidden characters."""
    names: list[str] = []
    taken: set[str] = set()
    for stem in stems:
        plain = _NOT_IN_NAMES.sub(" ", stem).strip(" '")[:_LONGEST_NAME].strip(" '") or "Sheet"
        name, number = plain, 2
        while name.casefold() in taken:
            ending = f" {number}"
            name, number = plain[: _LONGEST_NAME - len(ending)] + ending, number + 1
        taken.add(name.casefold())
        names.append(name)
    return names
