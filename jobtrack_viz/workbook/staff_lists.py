"""Lists of people on sheets, which a framework of jobs does not need: where they stand.

A table is one if a heading for roles stands beside one for people, or if several headings for
people stand beside one of an export of staff. Its rows are left out in all their columns, from what
stands over it down to the next table; only the headings by which it is known stay, so that a copy
without it still says that there was one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.lists import heads_list
from jobtrack_viz.workbook.people_words import (
    counts_perhaps,
    names_certainly,
    names_job,
    names_person,
    names_role,
    names_strongly,
)
from jobtrack_viz.workbook.rows import Row, Rows, all_rows_of
from jobtrack_viz.workbook.scale import LOW_TO_HIGH, Scale
from jobtrack_viz.workbook.signs import Words, is_corner
from jobtrack_viz.workbook.text import fold, plain_heading

__all__ = ["StaffList", "staff_lists"]

_LOOK_AHEAD = 200
_HIGHEST_LEVEL = 10
_STORIES = frozenset({"from", "to", "story", "case study", "text", "consent", "section"})
_LEVELS = Scale(LOW_TO_HIGH)
_WORDS = Words(None, ())
_MOST_FACTS = 2
"""Cells of a row over a list that says something of it, such as who made it; a table has more."""


@dataclass(frozen=True, slots=True)
class StaffList:
    """Rows ``top`` to ``bottom`` of a sheet; ``headings`` are the cells that tell what they are.

    The first of them names people. ``names`` are the columns that do, ``titles`` those of jobs.
    """

    top: int
    bottom: int
    headings: tuple[Cell, ...]
    names: frozenset[int]
    titles: frozenset[int]


def staff_lists(grid: Grid) -> tuple[StaffList, ...]:
    """The lists of people of a sheet, hidden or not, from top to bottom."""
    rows = all_rows_of(grid)
    numbers = list(rows)
    found: list[StaffList] = []
    heads: list[int] | None = None
    for i, number in enumerate(numbers):
        if found and number <= found[-1].bottom:
            continue
        headings = _headings(rows, number)
        if not headings:
            continue
        if heads is None:
            heads = [n for n in numbers if _heads_other_table(rows, n)]
        top = _top(rows, numbers[:i], heads, number)
        bottom = _bottom(rows, heads, number, max(numbers))
        found.append(_staff_list(top, bottom, headings))
    return tuple(found)


def _staff_list(top: int, bottom: int, headings: Sequence[Cell]) -> StaffList:
    people = [cell for cell in headings if names_person(cell.text)]
    others = [cell for cell in headings if not names_person(cell.text)]
    managers = [cell for cell in people if plain_heading(cell.text).startswith("line manager")]
    names = frozenset(cell.column for cell in people if cell not in managers)
    titles = frozenset(cell.column for cell in others)
    return StaffList(top, bottom, (*people, *others), names, titles)


def _headings(rows: Rows, number: int) -> list[Cell]:
    """The headings in this row, and in the one below or above, that make it a list of people."""
    row = rows[number]
    people = [cell for cell in row.values() if names_person(cell.text)]
    roles = [cell for cell in row.values() if names_role(cell.text)]
    if not people and not roles:
        return []
    below = rows.get(number + 1, {})
    if not people:
        people = [cell for cell in _of_second_row(row, below, roles) if names_person(cell.text)]
    elif not roles:
        roles = [cell for cell in _of_second_row(row, below, people) if names_role(cell.text)]
    people = [cell for cell in people if _is_of_people(rows, cell)]
    if not people:
        return []
    if all(_are_numbers(rows, cell) for cell in people) and _rates(rows, row):
        return []
    if roles:
        return [*people, *roles]
    return _without_roles(row, people)


def _without_roles(row: Row, people: Sequence[Cell]) -> list[Cell]:
    """The headings of a list of people that names no roles, or by the word Title only."""
    strong = [cell for cell in people if names_strongly(cell.text)]
    jobs = [cell for cell in row.values() if names_job(cell.text)]
    titles = [cell for cell in row.values() if plain_heading(cell.text) in ("title", "titles")]
    stories = any(plain_heading(cell.text) in _STORIES for cell in row.values())
    if titles and not stories and (strong or jobs):
        return [*people, *titles]
    several = len({fold(cell.text) for cell in people}) > 1
    enough = several or any(names_certainly(cell.text) for cell in strong)
    return [*people, *jobs[:1]] if strong and enough and jobs else []


def _of_second_row(row: Row, below: Row, known: Sequence[Cell]) -> Iterator[Cell]:
    """Headings in the row below, if it is one of headings: what is known stands over nothing.

    A row that says something there, and not the same because the cells are merged, is a record.
    """
    columns = {cell.column for cell in known}
    if any(column in below and below[column].text != row[column].text for column in columns):
        return
    yield from (cell for column, cell in below.items() if column not in columns)


def _is_of_people(rows: Rows, heading: Cell) -> bool:
    """Whether what stands below a heading may be people: not levels, nor how many there are."""
    below = _below(rows, heading)
    if _are_numbers(rows, heading):
        small = all(len(cell.text) < 3 and _whole(cell) <= _HIGHEST_LEVEL for cell in below)
        return not counts_perhaps(heading.text) and not small
    return not below or not all(map(_is_level, below))


def _are_numbers(rows: Rows, heading: Cell) -> bool:
    below = _below(rows, heading)
    return bool(below) and all(cell.kind == "number" for cell in below)


def _rates(rows: Rows, row: Row) -> bool:
    """Whether a column holds levels: the table is a matrix, and numbers in it name nobody."""
    return any(
        (below := _below(rows, cell)) and all(map(_is_level, below)) for cell in row.values()
    )


def _is_level(cell: Cell) -> bool:
    return bool(_LEVELS.rank(cell.line)) or not cell.line.strip("- ")


def _below(rows: Rows, heading: Cell) -> list[Cell]:
    """The filled cells of the next rows of a column, without a merged heading's own."""
    found = []
    for number in range(heading.row + 1, heading.row + _LOOK_AHEAD):
        cell = rows.get(number, {}).get(heading.column)
        if cell is not None and cell.text != heading.text:
            found.append(cell)
    return found


def _whole(cell: Cell) -> int:
    return int(cell.text) if cell.text.isascii() and cell.text.isdigit() else 0


def _heads_other_table(rows: Rows, number: int) -> bool:
    """Whether a row heads a list that is not of people, or a matrix or ladder."""
    row = rows[number]
    if len(row) < 2 or _headings(rows, number):
        return False
    graded = sum(_WORDS.graded(cell) for cell in row.values())
    return graded > 1 or heads_list(number, row) or is_corner(row[min(row)])


def _top(rows: Rows, above: Sequence[int], heads: Sequence[int], header: int) -> int:
    """The first row that belongs to the list: titles over it may name people too."""
    last = max((head for head in heads if head < header), default=0)
    top = header
    while top - 1 in rows and top - 1 > last:
        top -= 1
    if last:
        return header if top - 1 == last else top
    others = [number for number in above if number < top]
    if any(len(rows[number]) > _MOST_FACTS for number in others):
        return top
    return min(others, default=top)


def _bottom(rows: Rows, heads: Sequence[int], header: int, last: int) -> int:
    """The last row above the next table and its title."""
    following = next((head for head in heads if head > header + 1), None)
    if following is None:
        return last
    bottom = following - 1
    alone = len(rows.get(bottom, {})) == 1 and bottom - 1 not in rows
    return max(header, bottom - 1 if alone else bottom)
