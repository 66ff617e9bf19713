"""Which cells of a sheet look like data about people, which a framework of jobs does not need."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.headers import ABOUT
from jobtrack_viz.workbook.text import fold, plain_heading

__all__ = ["PersonalCells", "personal_cells"]

_ABOUT_PEOPLE = frozenset(
    {
        "surname", "last name", "family name", "forename", "forenames", "first name", "given name",
        "given names", "full name", "preferred name", "date of birth", "dob", "birth date",
        "birthday", "ni number", "national insurance number", "nino", "home address",
        "personal email", "personal e-mail", "home telephone", "mobile number", "gender",
        "ethnicity", "nationality", "marital status", "sexual orientation",
        *(
            f"{who} {number}"
            for who in ("staff", "employee", "personnel", "payroll")
            for number in ("number", "no", "no.", "id", "ref", "reference")
        ),
    }
)  # fmt: skip
"""A column under such a heading is about people, whatever stands in it."""
_NAMES_OF_PEOPLE = frozenset(
    {
        "employee", "employees", "employee name", "employee names", "staff", "staff name",
        "staff names", "staff member", "staff members", "member of staff", "name of employee",
        "name of staff", "post holder", "post holders", "postholder", "postholders", "post-holder",
        "post holder name", "postholder name", "job holder", "jobholder", "job-holder",
        "incumbent", "incumbents", "current holder", "current post holder", "line manager name",
    }
)  # fmt: skip
"""A column under such a heading is about people if its cells could be names."""
_PERHAPS = frozenset(
    {
        "name", "names", "salary", "current salary", "annual salary", "pay", "age", "sex",
        "phone", "telephone", "telephone number", "phone number", "mobile", "address", "postcode",
        "start date", "date started", "leaving date", "end date", "contract end date",
        "line manager", "manager", "email", "e-mail", "email address", "e-mail address", "fte",
        "spine point", "absence", "appraisal", "performance rating", "rating",
    }
)  # fmt: skip
"""A column under such a heading is about people if one beside it is."""
_MAIL_HEADINGS = frozenset({"email", "e-mail", "email address", "e-mail address", "work email"})
_NAME_HEADINGS = frozenset({"name", "names"})
_JOB_HEADINGS = frozenset(
    {"role", "roles", "job title", "job titles", "title", "post title", "position title", "post"}
)
_MAIL = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+\.[a-zA-Z]{2,}")
_MAIL_OF_PERSON = re.compile(r"[a-zA-Z'-]+\.[a-zA-Z'-]+[0-9]*@[^\s@<>;,]+\.[a-zA-Z]{2,}")
_WORD = r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*"
_SURNAME_FIRST = re.compile(rf"{_WORD}(?: {_WORD})?, {_WORD}(?: (?:{_WORD}|[A-Z]\.))?")
_WITH_TITLE = re.compile(rf"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.? {_WORD}.*")
_LONGEST_NAME = 50
_FEW = 3


@dataclass(frozen=True, slots=True)
class PersonalCells:
    """Cells of one column that look like personal data; ``heading`` is empty if none says so.

    ``rows`` are those of the cells, without the heading's.
    """

    column: int
    rows: tuple[int, ...]
    heading: str


def personal_cells(grid: Grid) -> tuple[PersonalCells, ...]:
    """The sheet's columns, or cells of a column, that look like data about people.

    Titles of jobs are no names of people, and what a framework says about itself is public.
    """
    rows = _visible_rows(grid)
    found: dict[int, tuple[str, set[int]]] = {}
    for row, line in rows.items():
        for heading, below in _columns_about_people(row, line, rows):
            known = found.setdefault(heading.column, (heading.line, set()))
            known[1].update(cell.row for cell in below)
    for column, cells in _by_column(rows).items():
        if column not in found and (places := _by_their_looks(cells, rows)):
            found[column] = ("", set(places))
    return tuple(
        PersonalCells(column, tuple(sorted(places)), heading)
        for column, (heading, places) in sorted(found.items())
    )


def _columns_about_people(
    row: int, line: Mapping[int, Cell], rows: Mapping[int, Mapping[int, Cell]]
) -> Iterator[tuple[Cell, list[Cell]]]:
    """Headings in this row that stand over data about people, with the cells below each."""
    known = {column: plain_heading(cell.text) for column, cell in line.items()}
    candidates = {
        column: cells
        for column, heading in known.items()
        if heading in _ABOUT_PEOPLE | _NAMES_OF_PEOPLE | _PERHAPS
        and (cells := _below(row, column, rows))
    }
    jobs = any(heading in _JOB_HEADINGS for heading in known.values())
    sure = {
        column
        for column, cells in candidates.items()
        if _is_about_people(known[column], cells, jobs=jobs)
    }
    for column, cells in candidates.items():
        if column in sure or (sure and known[column] in _PERHAPS):
            yield line[column], cells


def _is_about_people(heading: str, cells: Sequence[Cell], *, jobs: bool) -> bool:
    if heading in _ABOUT_PEOPLE:
        return True
    if heading in _NAMES_OF_PEOPLE:
        return _could_be_names(cells)
    if heading in _MAIL_HEADINGS:
        return any(_MAIL.fullmatch(cell.line) for cell in cells)
    if heading in _NAME_HEADINGS:
        return _mostly_names(cells) or (jobs and _could_be_names(cells))
    return False


def _could_be_names(cells: Sequence[Cell]) -> bool:
    """Short texts, hardly any of them twice: neither levels nor statements."""
    texts = Counter(cell.line for cell in cells if cell.kind == "text")
    short = all(len(text) <= _LONGEST_NAME for text in texts)
    return bool(texts) and short and 2 * len(texts) > texts.total()


def _mostly_names(cells: Sequence[Cell]) -> bool:
    return 2 * sum(map(_is_name, cells)) > len(cells)


def _is_name(cell: Cell) -> bool:
    """Such as "Surname, Forename" or "Dr Surname"."""
    line = cell.line
    return len(line) <= _LONGEST_NAME and bool(
        _SURNAME_FIRST.fullmatch(line) or _WITH_TITLE.fullmatch(line)
    )


def _by_their_looks(cells: Sequence[Cell], rows: Mapping[int, Mapping[int, Cell]]) -> list[int]:
    """Rows of e-mail addresses of people, and of names, if there are several."""
    mails = [
        cell.row
        for cell in cells
        if _MAIL.fullmatch(cell.line) and not _is_fact(rows[cell.row], cell.column)
    ]
    own = [cell.row for cell in cells if cell.row in mails and _MAIL_OF_PERSON.fullmatch(cell.line)]
    lists = [cell.row for cell in cells if _is_list_of_names(cell)]
    names = [cell.row for cell in cells if _is_name(cell)]
    several = len(names) >= _FEW and 2 * len(names) > len(cells)
    return [*(mails if len(mails) >= _FEW else own), *lists, *(names if several else ())]


def _is_list_of_names(cell: Cell) -> bool:
    """Several in one cell, such as "Surname, Forename; Surname, Forename"."""
    parts = [part.strip() for part in re.split(r"[;\n]", cell.text) if part.strip()]
    return len(parts) > 1 and all(
        len(part) <= _LONGEST_NAME and _SURNAME_FIRST.fullmatch(part) for part in parts
    )


def _is_fact(line: Mapping[int, Cell], column: int) -> bool:
    """Whether the cell is what the framework says about itself, such as whom to ask."""
    return any(fold(cell.text).rstrip(" :") in ABOUT for at, cell in line.items() if at < column)


def _below(row: int, column: int, rows: Mapping[int, Mapping[int, Cell]]) -> list[Cell]:
    """The filled cells of a column down to the next row that is blank throughout."""
    cells = []
    row += 1
    while row in rows:
        if column in rows[row]:
            cells.append(rows[row][column])
        row += 1
    return cells


def _visible_rows(grid: Grid) -> dict[int, dict[int, Cell]]:
    """The visible cells by row and column; a hidden row is there, and holds nothing."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in grid.cells.items():
        if grid.shows(row, column):
            rows.setdefault(row, {})[column] = cell
    for row in grid.hidden_rows:
        rows.setdefault(row, {})
    return dict(sorted(rows.items()))


def _by_column(rows: Mapping[int, Mapping[int, Cell]]) -> dict[int, list[Cell]]:
    columns: dict[int, list[Cell]] = {}
    for line in rows.values():
        for column, cell in line.items():
            columns.setdefault(column, []).append(cell)
    return columns
