"""What the current workbook says about things that an update takes away, taken away with them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.rules import note
from jobtrack_viz.workbook.tables import Tables
from jobtrack_viz.workbook.text import fold, track_name, values_of

__all__ = ["without_lost"]

_ROLES: Mapping[str, tuple[str, ...]] = {
    "Moves": ("from", "to"),
    "Case studies": ("from", "to"),
    "Skills": ("role",),
    "Job descriptions": ("role",),
}
_TRACKS = ("Skills", "Level profiles")


def without_lost(current: Draft, merged: Draft) -> Tables:
    """The merged tables without rows of the current workbook that have lost what they are about.

    A row that names several keeps the others. A name that has become ambiguous is written in full.
    Everything that is left out is a note at its cell; names in the upload are left to the rules.
    """
    lists = dict(merged.tables.lists)
    notes: list[Problem] = []
    for kind in {*_ROLES, *_TRACKS, "Development"} & lists.keys():
        old = {entry for record in current.records(kind) for entry in record.fields.values()}
        rows = []
        for record in lists[kind]:
            kept, lost = _without_lost(current, merged, record, old)
            rows += [kept] if kept else []
            notes += (note("gone-with-update", e, found=text) for e, text in lost)
        lists[kind] = tuple(rows)
    return replace(merged.tables, lists=lists, problems=(*merged.tables.problems, *notes))


_Lost = list[tuple[Entry, str]]


def _without_lost(
    current: Draft, merged: Draft, record: Record, old: Collection[Entry]
) -> tuple[Record | None, _Lost]:
    fields = dict(record.fields)
    lost: _Lost = []
    empty = False
    for field in ("from", "to", "role", "track", "competency"):
        entry = fields.get(field)
        if entry is None or entry not in old or not _refers(record.kind, field):
            continue
        texts, missing = _texts(current, merged, entry, field)
        lost += ((entry, text) for text in missing)
        if not texts:
            del fields[field]
            empty = True
        elif "; ".join(texts) != "; ".join(values_of(entry.text)):
            fields[field] = Entry(entry.sheet, replace(entry.cell, text="; ".join(texts)))
    if not lost and fields == record.fields:
        return record, []
    return (None if empty else replace(record, fields=fields)), lost


def _refers(kind: str, field: str) -> bool:
    if field == "track":
        return kind in _TRACKS
    return field in _ROLES.get(kind, ()) or (kind, field) == ("Development", "competency")


def _texts(current: Draft, merged: Draft, entry: Entry, field: str) -> tuple[list[str], list[str]]:
    """The names in a cell that still mean something, and those that do not."""
    if field == "competency":
        known = fold(entry.line) in merged.competencies
        return ([entry.line], []) if known else ([], [entry.line])
    if field == "track":
        values = values_of(entry.text)
        kept = [value for value in values if fold(track_name(value)) in merged.tracks]
        return kept, [value for value in values if value not in kept]
    found: list[str] = []
    missing: list[str] = []
    for text, names in _names(current, entry):
        name = next((name for name in names if len(merged.roster.named(name)) == 1), None)
        found += [name] if name else []
        missing += [] if name else [text]
    return found, missing


def _names(current: Draft, entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each role that a cell names: as it is written, and what else means it."""
    for reference in current.references(entry):
        roles = reference.roles[:1]
        ids = [role.record.line("id") for role in roles if role.record]
        yield reference.text, (reference.text, *(role.name for role in roles), *filter(None, ids))
