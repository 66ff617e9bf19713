"""How texts are written into cells so that reading them gives the same texts again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jobtrack_viz.export.forms.columns import Table
from jobtrack_viz.model import Role
from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.text import fold, lines_of, track_name, values_of

__all__ = [
    "RoleNames",
    "Row",
    "Sheet",
    "Value",
    "cells_of",
    "corner_of",
    "number_or_text",
    "several",
    "titled",
    "track_text",
    "yes_or_no",
]

Value: TypeAlias = str | int | None
Row: TypeAlias = tuple[Value, ...]

_MOST_LETTERS = 4_000
"""A longer text goes on in the next row: a cell of more than 5,000 is not read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its headings with their notes, and what stands below. ``matrix``: it is one."""

    table: Table
    rows: tuple[Row, ...]
    matrix: bool = False


def titled(role: Role, listed: Sequence[str], *, graded: bool) -> str:
    """A role's title as reading takes it apart, with its grade if that is wanted or told there.

    ``listed`` are the grades. A title may end in a bracket that looks like a grade and is none.
    """
    bracket = split_title(role.title, listed)[1]
    if role.grade:
        return role.name if graded or bracket else role.title
    return f"{role.title} ()" if bracket else role.title


class RoleNames:
    """What each role is called in the cells of other sheets: its name, where that is clear."""

    def __init__(self, roles: Sequence[Role]) -> None:
        found: dict[str, set[str]] = {}
        for texts in (
            [(role.id, role.id) for role in roles],
            [(role.name, role.id) for role in roles],
            [(role.title, role.id) for role in roles],
        ):
            here: dict[str, set[str]] = {}
            for text, role_id in texts:
                here.setdefault(fold(text), set()).add(role_id)
            found = here | found
        self._texts: Mapping[str, str] = {
            role.id: role.name if _means(found, role.name, role.id) else role.id for role in roles
        }

    def __getitem__(self, role_id: str) -> str:
        return self._texts[role_id]

    def several(self, ids: Sequence[str]) -> str:
        """All of them in one cell."""
        return several([self._texts[role_id] for role_id in ids])


def _means(found: Mapping[str, set[str]], text: str, role_id: str) -> bool:
    return found[fold(text)] == {role_id} and values_of(text) == (text,)


def several(values: Sequence[str]) -> str:
    """Several values of one cell."""
    return "; ".join(values)


def track_text(name: str) -> str:
    """A track's name as a cell says it; the word track is written where reading takes it off."""
    if track_name(name) == name:
        return name
    return next(text for text in (*_with_track(name), name) if track_name(text) == name)


def _with_track(name: str) -> Iterator[str]:
    yield f"{name} track"
    yield f"{name} job track"
    yield f"Track: {name}"
    yield name


def number_or_text(text: str) -> Value:
    """A number where the text is one, so that Excel does not doubt it."""
    plain = text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if plain and str(int(text)) == text else text


def yes_or_no(answer: bool | None) -> Value:
    """The word of the contract; blank where nothing is said."""
    return None if answer is None else ("yes" if answer else "no")


def cells_of(lines: Sequence[str]) -> list[str]:
    """Statements one a line, in as many cells as they need; none without statements."""
    cells: list[str] = []
    for line in lines:
        text = line if lines_of(line) == (line,) else f"\u2022 {line}"
        if cells and len(cells[-1]) + len(text) < _MOST_LETTERS:
            cells[-1] = f"{cells[-1]}\n{text}"
        else:
            cells.append(text)
    return cells


def corner_of(name: str) -> str:
    """The first heading of a track's matrix."""
    return next((text for text in _with_track(name) if track_name(text) == name), name)
