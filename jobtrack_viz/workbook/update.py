"""A workbook with only some tracks, brought into the current one: what it names is replaced.

Pure functions on tables. The upload's tracks take the place of the current ones, its rows that of
the rows they mean; all else stays. What the current workbook says about roles, tracks and
competencies that the update takes away goes with them, and a note says so.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.draft import Draft, assemble, listed_grades
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.matrices import Matrix
from jobtrack_viz.workbook.roster import Roster, RosterRole, gather_roles
from jobtrack_viz.workbook.rules import note
from jobtrack_viz.workbook.tables import Tables
from jobtrack_viz.workbook.text import fold, track_name, values_of
from jobtrack_viz.workbook.update_references import without_lost
from jobtrack_viz.workbook.update_rows import merged_grades, merged_lists
from jobtrack_viz.workbook.update_tables import merged_ladders, merged_matrices, without_levels

__all__ = ["updated"]


def updated(current: Draft, upload: Tables) -> Tables:
    """The current workbook's tables with those of an upload.

    A track is replaced if the upload has a matrix of it, or, where the current workbook has no
    matrix of it either, if a row of Roles names it. A role that stands on replaced tracks only and
    that the upload does not name is gone. Problems are the upload's own, and what went with roles.
    """
    grades = merged_grades(current.records("Grades"), upload.lists.get("Grades", ()))
    new = gather_roles(upload.matrices, upload.lists.get("Roles", ()), listed_grades(grades))
    same = _same_roles(current.roster, new)
    replaced = _replaced_tracks(current, upload)
    named = {role.id for role in same.values()}
    gone = frozenset(
        mention.entry
        for role in current.roster.roles
        if role.id not in named and replaced.issuperset(role.tracks)
        for mention in role.mentions
    )
    graded = {
        mention.entry: same[mention.entry].grade or ""
        for role in new.roles
        for mention in (role.mentions if role.grade is None else ())
        if mention.entry in same
    }
    upload = replace(upload, matrices=tuple(_with_grades(upload.matrices, graded)))
    matrices, notes = _matrices(current, upload, same, replaced, gone)
    roles = {m.entry: role.id for role in current.roster.roles for m in role.mentions}
    roles |= {m.entry: f"new {role.id}" for role in new.roles for m in role.mentions}
    roles |= {entry: role.id for entry, role in same.items()}
    left = dict(current.tables.lists)
    left["Roles"] = tuple(_left_of_roles(current.records("Roles"), replaced, gone))
    merged = Tables(
        merged_ladders(current.tables.ladders, upload.ladders),
        matrices,
        merged_lists(current, left, upload.lists, roles),
        {**current.tables.about, **upload.about},
        current.tables.merged | upload.merged,
        (*upload.problems, *notes),
    )
    return without_lost(current, assemble(merged))


def _same_roles(current: Roster, new: Roster) -> Mapping[Entry, RosterRole]:
    """The current role that each role of the upload is, by every cell that names it there.

    They have one ID, or one title and grade and not two IDs; or one title, where only one current
    role has it and a grade is missing.
    """
    found: dict[Entry, RosterRole] = {}
    ids = {fold(role.id): role for role in current.roles}
    titles: dict[str, list[RosterRole]] = {}
    for role in current.roles:
        titles.setdefault(fold(role.title), []).append(role)
    for role in new.roles:
        own = _own_id(role)
        titled = titles.get(fold(role.title), [])
        graded = [r for r in titled if fold(r.grade or "") == fold(role.grade or "")]
        known = graded or [r for r in titled if not (r.grade and role.grade)]
        if own:
            known = [ids[own]] if own in ids else [r for r in known if not _own_id(r)]
        if len(known) == 1 and (graded or own or len(titled) == 1):
            found |= {mention.entry: known[0] for mention in role.mentions}
    return found


def _own_id(role: RosterRole) -> str:
    """The ID that a row gives it, folded; empty if its id was made up."""
    return fold(next((mention.id for mention in role.mentions if mention.id), ""))


def _replaced_tracks(current: Draft, upload: Tables) -> frozenset[str]:
    drawn = {fold(track) for matrix in upload.matrices for track in matrix.tracks}
    before = {fold(track) for matrix in current.tables.matrices for track in matrix.tracks}
    listed = {t for record in upload.lists.get("Roles", ()) for t in _tracks(record)}
    return frozenset(drawn | (listed - before))


def _with_grades(matrices: Sequence[Matrix], grades: Mapping[Entry, str]) -> Iterator[Matrix]:
    """The matrices with the grades that their roles have so far, where they write none."""
    for matrix in matrices:
        headings = []
        for heading in matrix.headings:
            title, label = heading.title, grades.get(heading.title)
            grade = Entry(title.sheet, replace(title.cell, text=label)) if label else heading.grade
            headings.append(replace(heading, grade=grade))
        yield replace(matrix, headings=tuple(headings))


def _matrices(
    current: Draft,
    upload: Tables,
    same: Mapping[Entry, RosterRole],
    replaced: frozenset[str],
    gone: Collection[Entry],
) -> tuple[tuple[Matrix, ...], list[Problem]]:
    """The matrices of both; what the upload says of a role counts on its other tracks too."""
    stated: dict[tuple[str, str], Entry] = {}
    for matrix in upload.matrices:
        roles = {h.column: same[h.title] for h in matrix.headings if h.title in same}
        for row in matrix.rows:
            name = fold(row.competency.line) if row.competency else ""
            known = (column for column in row.levels if column in roles)
            stated |= {(roles[column].id, name): row.levels[column] for column in known}
    owners = current.roster.by_heading()
    old: list[Matrix] = []
    notes: list[Problem] = []
    for matrix in current.tables.matrices:
        kept, superseded = without_levels(matrix, owners, stated)
        old.append(kept)
        for heading, entry, said in superseded:
            stays = heading.title not in gone and not replaced.issuperset(map(fold, heading.tracks))
            if stays and fold(entry.line) != fold(said.line):
                facts = {"found": entry.line, "new": said.line, "where": _place(said)}
                role = owners[heading.title].name
                notes.append(note("level-superseded", entry, role=role, **facts))
    return merged_matrices(old, upload.matrices, replaced, gone), notes


def _place(entry: Entry) -> str:
    return f"{entry.sheet} {entry.address}"


def _left_of_roles(
    records: Collection[Record], replaced: Collection[str], gone: Collection[Entry]
) -> Iterator[Record]:
    """Rows of roles that stay, without the tracks that are replaced."""
    for record in records:
        if record.fields.get("role") in gone:
            continue
        entry = record.fields.get("track")
        values = values_of(entry.text) if entry else ()
        kept = [value for value in values if fold(track_name(value)) not in replaced]
        if entry is None or len(kept) == len(values):
            yield record
            continue
        fields = {field: e for field, e in record.fields.items() if field != "track"}
        if kept:
            fields["track"] = Entry(entry.sheet, replace(entry.cell, text="; ".join(kept)))
        yield replace(record, fields=fields)


def _tracks(record: Record) -> tuple[str, ...]:
    entry = record.fields.get("track")
    return tuple(fold(track_name(value)) for value in values_of(entry.text)) if entry else ()
