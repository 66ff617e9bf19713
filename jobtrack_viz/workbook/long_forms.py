"""Matrices and ladders in the long form: a row for each cell of the wide one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.ladders import Ladder, LadderRow
from jobtrack_viz.workbook.matrices import Heading, Matrix, MatrixRow
from jobtrack_viz.workbook.text import fold, track_name, values_of

__all__ = ["ladder_of", "matrix_of"]


def matrix_of(records: Sequence[Record]) -> Matrix:
    """One matrix of all rows of a list: a heading for each role, a row for each record.

    A role is a title with its grade. The headings stand in the order of first mention, which says
    nothing about grades. Rows that lack a role or a competency are left to a rule.
    """
    sheet = records[0].start.sheet
    columns: dict[tuple[str, str], int] = {}
    titles: dict[int, tuple[Entry, Entry | None]] = {}
    cells: dict[int, list[Entry]] = {}
    rows = []
    for record in records:
        role, level = record.fields.get("role"), record.fields.get("level")
        if role is None:
            continue
        grade = record.fields.get("grade")
        key = fold(role.text), fold(grade.line) if grade else ""
        column = columns.setdefault(key, len(columns) + 1)
        titles.setdefault(column, (role, grade))
        cells.setdefault(column, []).extend(
            [record.fields["track"]] if "track" in record.fields else []
        )
        competency = record.fields.get("competency")
        if competency:
            rows.append(MatrixRow(competency, {column: level} if level else {}))
    headings = tuple(
        Heading(column, title, grade, _tracks(cells[column]), tuple(cells[column]))
        for column, (title, grade) in titles.items()
    )
    return Matrix(
        sheet=sheet,
        corner=None,
        headings=headings,
        rows=tuple(rows),
        unused=(),
        untitled=(),
        ordered=False,
    )


def _tracks(cells: Iterable[Entry]) -> tuple[str, ...]:
    texts = dict.fromkeys(entry.text for entry in cells)
    return tuple(dict.fromkeys(track_name(value) for text in texts for value in values_of(text)))


def ladder_of(records: Sequence[Record]) -> Ladder:
    """One ladder of all rows of a list, its competencies in the order of first mention.

    Levels stand in the order of *Level order*; without it, numbers ascend; else each competency's
    rows are an order, and these are merged by a topological sort. Where the merged order is not
    the only one, or where one place has several names, levels are counted within each competency
    and keep its own names. A place is called what *Scale level* says, else what most call it.
    """
    sheet = records[0].start.sheet
    complete = [r for r in records if "competency" in r.fields and "level" in r.fields]
    by_name: dict[str, list[Record]] = {}
    for record in records:
        if "competency" in record.fields:
            by_name.setdefault(fold(record.line("competency")), []).append(record)
    places = _places(complete)
    names = _levels(complete, places)
    shared = {fold(entry.line): i for i, entry in enumerate(names)}
    words = "descriptor" if "descriptor" in records[0].columns else "definition"
    rows = []
    for found in by_name.values():
        statements: dict[int, Entry] = {}
        own: dict[int, str] = {}
        for record in found:
            level = record.fields.get("level")
            if level is None:
                continue
            i = places[id(record)]
            if shared.get(fold(level.line)) != i:
                own[i] = level.line
            text = record.fields.get(words)
            if text is not None:
                statements.setdefault(i, text)
        if own:
            own = {places[id(r)]: r.line("level") for r in found if "level" in r.fields}
        group = next((r.line("group") for r in found if r.line("group")), "")
        definition = next((r.line("definition") for r in found if r.line("definition")), "")
        definition = definition if words == "descriptor" else ""
        name = found[0].fields["competency"]
        rows.append(LadderRow(name, group, definition, statements, own))
    return Ladder(sheet, tuple(names), tuple(rows))


def _places(records: Sequence[Record]) -> Mapping[int, int]:
    """The place of each record's level, from 0, by the record's ``id()``."""
    keys = [(fold(r.line("competency")), fold(r.line("level"))) for r in records]
    orders = [_number(record.line("order")) for record in records]
    known = [order for order in orders if order is not None]
    if known and len(known) == len(orders):
        ranks = {order: i for i, order in enumerate(sorted(set(known)))}
        return {id(r): ranks[order] for r, order in zip(records, known, strict=True)}
    return {id(r): place for r, place in zip(records, _by_names(keys), strict=True)}


def _by_names(keys: Sequence[tuple[str, str]]) -> Iterator[int]:
    """The place of each (folded competency, folded level), by what the levels are called."""
    levels = list(dict.fromkeys(level for _, level in keys))
    numbers = [_number(level) for level in levels]
    if None not in numbers:
        levels.sort(key=lambda level: _number(level) or 0.0)
        yield from (levels.index(level) for _, level in keys)
        return
    own: dict[str, list[str]] = {}
    for name, level in keys:
        if level not in own.setdefault(name, []):
            own[name].append(level)
    merged = _merged(own.values())
    if merged is not None:
        yield from (merged.index(level) for _, level in keys)
        return
    yield from (own[name].index(level) for name, level in keys)


def _merged(orders: Iterable[Sequence[str]]) -> list[str] | None:
    """The only order that agrees with all of these; None if there is none, or another one."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for order in orders:
        for level in order:
            sorter.add(level)
        for lower, higher in pairwise(order):
            sorter.add(higher, lower)
    try:
        sorter.prepare()
    except CycleError:
        return None
    merged: list[str] = []
    while sorter.is_active():
        ready = sorter.get_ready()
        if len(ready) > 1:
            return None
        merged += ready
        sorter.done(*ready)
    return merged


def _levels(records: Sequence[Record], places: Mapping[int, int]) -> list[Entry]:
    """For each place the scale's name for it, at the cell of its first mention.

    That is what a row tells as such, else the name that most competencies use.
    """
    told: dict[int, Entry] = {}
    counts: dict[int, dict[str, int]] = {}
    first: dict[tuple[int, str], Entry] = {}
    for record in records:
        level = fold(record.line("level"))
        place = places[id(record)]
        counts.setdefault(place, {}).setdefault(level, 0)
        counts[place][level] += 1
        first.setdefault((place, level), record.fields["level"])
        if "scale" in record.fields:
            told.setdefault(place, record.fields["scale"])
    return [
        told.get(place) or first[place, max(counts[place], key=lambda level: counts[place][level])]
        for place in sorted(counts)
    ]


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
