"""Lists on a sheet: header rows that announce one, how far it reaches, its rows as records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from jobtrack_viz.workbook.grids import Cell
from jobtrack_viz.workbook.headers import KEYS, KINDS, REQUIRED, Entry, Header, Record
from jobtrack_viz.workbook.remarks import is_remark
from jobtrack_viz.workbook.rows import Area, Row, Rows
from jobtrack_viz.workbook.signs import is_role_word
from jobtrack_viz.workbook.text import fold, plain_heading

__all__ = ["ListTable", "find_lists", "heads_list", "list_table"]

_KNOWN_HEADING = 3
_WORDS = frozenset(w for fields in KINDS.values() for words in fields.values() for w in words)
_ENOUGH = 2
"""Blank cells from which on a column may hold labels of groups; a single one is an oversight."""


@dataclass(frozen=True, slots=True)
class ListTable:
    """One list: its header, its records, the area it takes, and how much that explains.

    ``filled`` names the headings whose labels stood on the first row of each group only.
    """

    header: Header
    records: tuple[Record, ...]
    area: Area
    score: float
    filled: tuple[Cell, ...] = ()


def find_lists(rows: Rows, sheet: str) -> Iterator[Header]:
    """Each header row's best reading; of tables side by side, one for each.

    A reading is better the more columns it names. A row is split at columns that are blank all
    the way down, if its parts together name more columns than the whole.
    """
    blank = _blank_columns(rows)
    for number, row in rows.items():
        whole = _best(number, row, sheet)
        parts = [
            part
            for cells in _segments(row, blank)
            if (part := _best(number, cells, sheet)) is not None
        ]
        split = len(parts) > 1 and sum(len(part.columns) for part in parts) > (
            len(whole.columns) if whole else 0
        )
        if split:
            yield from parts
        elif whole:
            yield whole


def heads_list(number: int, row: Row) -> bool:
    """Whether a row announces a list, whatever its sheet is called, by two headings or more."""
    found = _best(number, row, "")
    return found is not None and len(found.columns) > 1


def list_table(row: Row, below: Rows, sheet: str, header: Header) -> ListTable:
    """The list under a header row; remarks below it are left out.

    The score is the number of cells that the reading gives a meaning, where a heading counts
    three times, less half of the cells that it leaves without one.
    """
    fields = {column: field for field, column in header.columns.items()}
    kept = _without_remarks(below, header)
    records = []
    repeated = _titles(row, fields)
    for line in kept.values():
        found = {fields[c]: Entry(sheet, cell) for c, cell in line.items() if c in fields}
        if found and _titles(line, fields) != repeated:
            records.append(Record(header.kind, found, next(iter(found.values())), header.columns))
    records, filled = _grouped(records, header)
    explained = sum(c in fields for line in kept.values() for c in line)
    rest = sum(len(line) for line in kept.values()) - explained
    headings = len(header.columns) - len(header.unknown)
    score = _KNOWN_HEADING * headings + explained - rest / 2
    bottom = max(kept, default=header.row)
    area = (header.row, header.left, bottom, header.right)
    cells = tuple(row[header.columns[field]] for field in filled)
    return ListTable(header, tuple(records), area, score, cells)


def _titles(row: Row, fields: Mapping[int, str]) -> dict[int, str]:
    return {column: fold(cell.text) for column, cell in row.items() if column in fields}


def _best(number: int, row: Row, sheet: str) -> Header | None:
    """The kind of list that names the most columns; the sheet's name breaks ties."""
    named = fold(sheet)
    return max(
        _readings(number, row, sheet),
        key=lambda h: (len(h.columns), fold(h.kind) == named, -len(h.unknown)),
        default=None,
    )


def _readings(number: int, row: Row, sheet: str) -> Iterator[Header]:
    headings = [(cell, plain_heading(cell.text)) for cell in row.values()]
    if _WORDS.isdisjoint(text for _, text in headings):
        return
    roles = any(is_role_word(cell) for cell, _ in headings)
    for kind, fields in KINDS.items():
        if kind == "Grades" and roles:
            continue  # Names beside roles are those of people, not of grades.
        columns: dict[str, int] = {}
        unknown = []
        for cell, text in headings:
            field = next((f for f, names in fields.items() if text in names), None)
            if field and field not in columns:
                columns[field] = cell.column
            else:
                unknown.append(cell)
        named = fold(sheet) == fold(kind)
        enough = any(columns.keys() >= set(needed) for needed in REQUIRED[kind])
        alone = named and next(iter(fields)) in columns
        lonely = len(columns) == 1 and unknown and not named
        if (enough or alone) and not lonely:
            yield Header(kind, number, columns, tuple(unknown), min(row), max(row))


def _blank_columns(rows: Rows) -> frozenset[int]:
    filled = {column for row in rows.values() for column in row}
    return frozenset(range(1, max(filled, default=0) + 1)) - filled


def _segments(row: Row, blank: frozenset[int]) -> Iterator[Row]:
    """The row's parts between blank columns."""
    part: dict[int, Cell] = {}
    before = None
    for column, cell in row.items():
        if before is not None and any(c in blank for c in range(before + 1, column)):
            yield part
            part = {}
        part[column] = cell
        before = column
    yield part


def _without_remarks(rows: Rows, header: Header) -> Rows:
    """The rows down to the first remark that follows a blank row and has only remarks below."""
    columns = set(header.columns.values())
    own = {
        number: {c: cell for c, cell in row.items() if header.left <= c <= header.right}
        for number, row in rows.items()
    }
    numbers = [number for number, row in own.items() if row]
    end = len(numbers)
    while end and _stands_apart(own[numbers[end - 1]], columns):
        end -= 1
    apart = {after for before, after in pairwise([header.row, *numbers]) if after > before + 1}
    cut = next((number for number in numbers[end:] if number in apart), None)
    return {number: own[number] for number in numbers if cut is None or number < cut}


def _stands_apart(row: Row, columns: set[int]) -> bool:
    """True for a row that cannot be a record, or that reads like a remark."""
    return not columns & set(row) or is_remark(row)


def _grouped(records: Sequence[Record], header: Header) -> tuple[list[Record], list[str]]:
    """The records with labels filled down that stand only on the first row of their group.

    Such labels stand left of what the list cannot do without; together they begin each group and
    never come again: labels that do show that a blank means a blank. Groups may hold groups, as
    sections of a level.
    """
    found, filled = list(records), []
    keys = [field for field in KEYS.get(header.kind, ()) if field in header.columns]
    keys.sort(key=lambda key: header.columns[key])
    needed = {field for field in REQUIRED[header.kind][0] if field not in keys}
    parents: list[str] = []
    while keys:
        labels = _blank_together(found, keys)
        last = max((header.columns[field] for field in labels), default=0)
        right = {other for other, c in header.columns.items() if c > last}
        blanks = sum(field not in record.fields for record in found for field in labels)
        if (
            blanks < _ENOUGH
            or not needed <= right
            or not _begin_groups(found, labels, parents, right)
        ):
            break
        found = list(_filled_down(found, labels))
        filled += labels
        keys = [key for key in keys if key not in labels and header.columns[key] > last]
        parents += labels
    return found, filled


def _blank_together(records: Sequence[Record], keys: Sequence[str]) -> list[str]:
    """The leading keys that are blank in the first row in which the first of them is."""
    incomplete = (record.fields for record in records if keys[0] not in record.fields)
    fields = next(incomplete, None)
    return [] if fields is None else list(takewhile(lambda key: key not in fields, keys))


def _begin_groups(
    records: Sequence[Record], labels: Sequence[str], parents: Sequence[str], right: set[str]
) -> bool:
    groups: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for record in records:
        said = tuple(fold(record.line(field)) for field in labels)
        groups.setdefault(tuple(fold(record.line(key)) for key in parents), []).append(said)
        if not any(said) and not right & record.fields.keys():
            return False
    heads = [[said for said in group if any(said)] for group in groups.values()]
    once = all(len(set(group)) == len(group) for group in heads)
    return once and all(any(group[0]) for group in groups.values())


def _filled_down(records: Iterable[Record], labels: Sequence[str]) -> Iterator[Record]:
    """Labels as in the row before, up to the first that a row says itself: there a group begins.

    To the right of that label a blank is a blank: it is the new group's.
    """
    last: dict[str, Entry] = {}
    for record in records:
        own = next((i for i, label in enumerate(labels) if label in record.fields), len(labels))
        row = record.start.cell.row
        above = {
            label: Entry(last[label].sheet, replace(last[label].cell, row=row))
            for label in labels[:own]
            if label in last
        }
        fields = {**record.fields, **above}
        last = {label: fields[label] for label in labels if label in fields}
        yield replace(record, fields=fields) if above else record
