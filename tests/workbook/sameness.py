"""When two readings mean the same, and whether each level stands where the reading says."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from jobtrack_viz.model import Framework
from jobtrack_viz.workbook import Reading
from jobtrack_viz.workbook.grids import Grid, place

__all__ = ["differences", "level_of", "misplaced", "plain"]

_MARKS = str.maketrans("‘’‛′ʼ“”‑–—−", "'''''\"\"----")
_SPELLINGS = (("l", "low"), ("m", "med", "med.", "medium"), ("h", "high"))
_NOT_REQUIRED = ("-", "--", "n/a", "na", "not required", "none")


def plain(value: object) -> object:
    """The value with every text in small letters, plain quotes and plain dashes."""
    if isinstance(value, str):
        return value.translate(_MARKS).casefold()
    if isinstance(value, Mapping):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def level_of(text: str, scale: Sequence[str]) -> int | None:
    """What a level cell says by the contract: 0 for *not required*, None for what is no level."""
    said = _number(str(plain(" ".join(text.split()))))
    if said in _NOT_REQUIRED:
        return 0
    names = [_number(str(plain(" ".join(level.split())))) for level in scale]
    if said in names:
        return names.index(said) + 1
    for spellings in _SPELLINGS:
        if said in spellings:
            return next((n for n, name in enumerate(names, 1) if name in spellings), None)
    return None


def _number(text: str) -> str:
    """A number's shortest spelling; any other text as it is."""
    return f"{float(text):g}" if text.isascii() and text.replace(".", "", 1).isdecimal() else text


def differences(
    one: Framework | None, other: Framework | None, *, respelled: bool = False
) -> list[str]:
    """What two frameworks do not have in common, a line for each; nothing if they are equal.

    Everything counts, order included. ``respelled`` lets case, quotes and dashes differ.
    """
    if one is None or other is None:
        return [] if one is other else ["there is no framework"]
    if one == other:
        return []
    left, right = _values(one), _values(other)
    if respelled:
        left, right = plain(left), plain(right)
    return list(_unequal("", left, right))


def _values(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _values(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _values(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_values(item) for item in value]
    return value


def _unequal(path: str, one: object, other: object) -> Iterable[str]:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in {**one, **other}:
            yield from _unequal(f"{path}.{key}", one.get(key), other.get(key))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from _unequal(f"{path}[{number}]", a, b)
    elif one != other:
        yield f"{path}: {one!r} became {other!r}"


def misplaced(reading: Reading, grids: Iterable[Grid]) -> list[str]:
    """Levels of Low, Medium and High that do not stand at the cell that the reading names.

    A level without a cell counts too. Ranks are those of this module, not of the reader.
    """
    cells = {grid.name: grid.cells for grid in grids}
    merged = {grid.name: grid.merged for grid in grids}
    found = []
    stood: dict[tuple[str, str], int | None] = {}
    for (role, competency, track), (sheet, address) in reading.places.levels.items():
        cell = cells[sheet].get(_corner(place(address), merged[sheet]))
        rank = level_of(cell.line, ("Low", "Medium", "High")) if cell else None
        stood[role, competency] = rank
        if reading.framework and reading.framework.role(role).levels.get(competency) != rank:
            found.append(f"{role}, {competency} on {track}: {sheet} {address} holds {cell}")
    for role in reading.framework.roles if reading.framework else ():
        found += [f"{role.id}, {c}: no cell" for c in role.levels if (role.id, c) not in stood]
    return found


def _corner(where: tuple[int, int], areas: Iterable[tuple[int, int, int, int]]) -> tuple[int, int]:
    row, column = where
    for top, left, bottom, right in areas:
        if top <= row <= bottom and left <= column <= right:
            return top, left
    return where
