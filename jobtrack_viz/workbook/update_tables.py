"""Matrices and ladders of two workbooks: those of the upload stand where the replaced ones did."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from jobtrack_viz.workbook.headers import Entry
from jobtrack_viz.workbook.ladders import Ladder, LadderRow
from jobtrack_viz.workbook.matrices import Heading, Matrix, MatrixRow
from jobtrack_viz.workbook.orders import merged_order
from jobtrack_viz.workbook.roster import RosterRole
from jobtrack_viz.workbook.text import fold

__all__ = ["Superseded", "merged_ladders", "merged_matrices", "without_levels"]

Superseded: TypeAlias = tuple[Heading, Entry, Entry]
"""A heading, a level below it that counts no more, and the upload's that counts instead."""


def merged_matrices(
    old: Sequence[Matrix],
    new: Sequence[Matrix],
    replaced: Collection[str],
    gone: Collection[Entry],
) -> tuple[Matrix, ...]:
    """Every matrix of the upload, where the first of its tracks (folded) stood, else at the end.

    Of the current ones, headings that are gone, and those on replaced tracks only, are left out.
    """
    waiting = list(new)
    found: list[Matrix] = []
    for matrix in old:
        run: list[Heading] = []
        for heading in matrix.headings:
            tracks = {fold(track) for track in heading.tracks}
            here = [m for m in waiting if tracks & {fold(track) for track in m.tracks}]
            if here:
                found += (*_part(matrix, run), *here)
                waiting = [m for m in waiting if m not in here]
                run = []
            kept = tuple(track for track in heading.tracks if fold(track) not in replaced)
            if heading.title not in gone and (kept or not heading.tracks):
                run.append(replace(heading, tracks=kept))
        found += _part(matrix, run)
    return (*found, *waiting)


def _part(matrix: Matrix, headings: Sequence[Heading]) -> Iterator[Matrix]:
    """The matrix with some of its columns; rows that say nothing of them are left out."""
    if tuple(headings) == matrix.headings:
        yield matrix
        return
    columns = {heading.column for heading in headings}
    if not columns:
        return
    rows = []
    for row in matrix.rows:
        levels = {column: entry for column, entry in row.levels.items() if column in columns}
        if levels or not row.levels:
            rows.append(MatrixRow(row.competency, levels))
    yield replace(matrix, headings=tuple(headings), rows=tuple(rows), untitled=(), unused=())


def without_levels(
    matrix: Matrix,
    owners: Mapping[Entry, RosterRole],
    stated: Mapping[tuple[str, str], Entry],
) -> tuple[Matrix, tuple[Superseded, ...]]:
    """The matrix without levels that the upload states, and which these are.

    ``owners`` are the roles by heading; ``stated`` is keyed by role id and folded competency.
    """
    headings = {heading.column: heading for heading in matrix.headings}
    rows: list[MatrixRow] = []
    found: list[Superseded] = []
    for row in matrix.rows:
        name = fold(row.competency.line) if row.competency else ""
        kept: dict[int, Entry] = {}
        for column, entry in row.levels.items():
            role = owners.get(headings[column].title)
            said = stated.get((role.id, name)) if role else None
            if said is None:
                kept[column] = entry
            else:
                found.append((headings[column], entry, said))
        if kept or not row.levels:
            rows.append(MatrixRow(row.competency, kept) if kept != row.levels else row)
    return (replace(matrix, rows=tuple(rows)), tuple(found)) if found else (matrix, ())


def merged_ladders(old: Sequence[Ladder], new: Sequence[Ladder]) -> tuple[Ladder, ...]:
    """The ladders with the upload's rows in the place of rows for the same competencies.

    The upload's ladders replace the current ones if they describe all that these describe. Of one
    with another number of levels only these stay, for a rule to find.
    """
    before = {fold(row.competency.line): row for ladder in old for row in ladder.rows}
    coming = [
        replace(ladder, rows=tuple(_completed(row, before) for row in ladder.rows))
        for ladder in new
    ]
    rows: dict[str, tuple[Ladder, LadderRow]] = {}
    for ladder in coming:
        for row in ladder.rows:
            rows.setdefault(fold(row.competency.line), (ladder, row))
    counts = {len(ladder.levels) for ladder in old}
    strange = [replace(ladder, rows=()) for ladder in coming if len(ladder.levels) not in counts]
    if not new or (old and strange):
        return (*old, *strange)
    if before.keys() <= rows.keys():
        return tuple(coming)
    found = []
    for place, ladder in enumerate(old):
        own = {fold(row.competency.line): row for row in ladder.rows}
        wanted = [key for key in rows if key in own or (not place and key not in before)]
        order = merged_order(list(own), wanted)
        merged = (_as_on(ladder, *rows[key]) if key in rows else own[key] for key in order)
        found.append(replace(ladder, rows=tuple(merged)))
    return tuple(found)


def _completed(row: LadderRow, before: Mapping[str, LadderRow]) -> LadderRow:
    """The row with the group and the definition that the current ladder has, if it has none."""
    old = before.get(fold(row.competency.line))
    if old is None:
        return row
    return replace(row, group=row.group or old.group, definition=row.definition or old.definition)


def _as_on(ladder: Ladder, own: Ladder, row: LadderRow) -> LadderRow:
    """The row as it stands on another ladder: with its own words for levels, if these differ."""
    words = [entry.line for entry in own.levels]
    same = [fold(word) for word in words] == [fold(entry.line) for entry in ladder.levels]
    return row if same or row.names else replace(row, names=dict(enumerate(words)))
