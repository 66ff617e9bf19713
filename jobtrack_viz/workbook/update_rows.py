"""Rows of two workbooks as one list: a row of the upload takes the place of the row it means."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import isfinite
from typing import TypeAlias

from jobtrack_viz.model import MOVE_KINDS
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.moves import kind_of
from jobtrack_viz.workbook.orders import in_order, merged_order, natural_order, order_number
from jobtrack_viz.workbook.profiles import profile_rows
from jobtrack_viz.workbook.text import fold, track_name, values_of
from jobtrack_viz.workbook.vocabulary import CHOICES, choice

__all__ = ["merged_grades", "merged_lists"]

_Key: TypeAlias = tuple[object, ...]

_ONE_ROW = ("Grades", "Tracks", "Roles", "Moves", "Skills")
"""Kinds whose identities are told in one row: columns that the upload lacks keep what they say."""

_READ_ELSEWHERE = ("Matrix (long)", "Ladder (long)")


def merged_lists(
    current: Draft,
    lists: Mapping[str, Sequence[Record]],
    upload: Mapping[str, Sequence[Record]],
    roles: Mapping[Entry, str],
) -> dict[str, tuple[Record, ...]]:
    """Both workbooks' lists; ``lists`` are what is left of the current one's.

    ``roles`` says which role a row of Roles is about, by the cell of its title. Of matrices and
    ladders in the long form only the upload's rows stay, since the current ones were found right.
    """
    found = {kind: tuple(rows) for kind, rows in lists.items() if kind not in _READ_ELSEWHERE}
    for kind, rows in upload.items():
        if kind in _READ_ELSEWHERE:
            found[kind] = tuple(rows)
        elif kind == "Grades":
            found[kind] = merged_grades(lists.get(kind, ()), rows)
        elif kind == "Level profiles":
            found[kind] = _merged_profiles(current, lists.get(kind, ()), rows)
        else:
            key = _key_of(kind, current, roles)
            old = _in_order(kind, lists.get(kind, ()))
            found[kind] = _merged(old, _in_order(kind, rows), key)
            if kind == "Tracks":
                found[kind] = _numbered(found[kind], "track")
    return found


def merged_grades(old: Sequence[Record], new: Sequence[Record]) -> tuple[Record, ...]:
    """Both lists of grades as one, in an order that keeps that of the upload."""
    before, after = _in_order("Grades", old), _in_order("Grades", new)
    rows = _merged(before, after, lambda record: (fold(record.line("grade")),))
    sides = [list(dict.fromkeys(r.line("grade") for r in side)) for side in (before, after)]
    natural = natural_order([[label for label in side if label] for side in sides])
    if natural:
        rows = tuple(sorted(rows, key=lambda record: _place(natural, record.line("grade"))))
    return _numbered(rows, "grade")


def _place(labels: Sequence[str], label: str) -> int:
    return labels.index(label) if label in labels else len(labels)


def _numbered(records: Sequence[Record], field: str) -> tuple[Record, ...]:
    """The rows with their order written down, since they come from two sheets."""
    places: dict[str, int] = {}
    found = []
    for record in records:
        place = places.setdefault(fold(record.line(field)), len(places))
        cell = replace(record.start.cell, text=str(place), kind="number")
        order = {"order": Entry(record.start.sheet, cell)} if field in record.fields else {}
        found.append(replace(record, fields={**record.fields, **order}))
    return tuple(found)


def _in_order(kind: str, rows: Sequence[Record]) -> Sequence[Record]:
    """The rows; grades and tracks in their order, which then needs no numbers."""
    field = {"Grades": "grade", "Tracks": "track"}.get(kind)
    if field is None:
        return rows
    empty = [record for record in rows if field not in record.fields]
    return [*map(_without_number, in_order(rows, field)), *empty]


def _without_number(record: Record) -> Record:
    if not isfinite(order_number(record.line("order"))):
        return record
    return replace(record, fields={k: e for k, e in record.fields.items() if k != "order"})


def _merged(
    old: Sequence[Record], new: Sequence[Record], key: Callable[[Record], _Key]
) -> tuple[Record, ...]:
    before, after = _grouped(old, key), _grouped(new, key)
    found: list[Record] = []
    for each in merged_order(list(before), list(after)):
        found += _joined(before.get(each, ()), after.get(each, ()))
    return tuple(found)


def _grouped(records: Iterable[Record], key: Callable[[Record], _Key]) -> dict[_Key, list[Record]]:
    found: dict[_Key, list[Record]] = {}
    for record in records:
        said = key(record)
        whole = said if any(said) else ("", record.start.sheet, record.start.address)
        found.setdefault(whole, []).append(record)
    return found


def _joined(old: Sequence[Record], new: Sequence[Record]) -> Iterable[Record]:
    """The upload's rows, the first with what its list has no column for; a role's other tracks."""
    if not old or not new:
        return (*old, *new)
    if new[0].kind not in _ONE_ROW:
        return new
    kept = {field: e for field, e in old[0].fields.items() if field not in new[0].columns}
    others = old[1:] if new[0].kind == "Roles" and "track" not in new[0].columns else ()
    return (replace(new[0], fields={**kept, **new[0].fields}), *new[1:], *others)


def _key_of(kind: str, current: Draft, roles: Mapping[Entry, str]) -> Callable[[Record], _Key]:
    """What makes two rows of a kind the same; all empty for a row that means nothing else."""

    def who(record: Record, field: str) -> tuple[str, ...]:
        entry = record.fields.get(field)
        references = current.references(entry) if entry else ()
        return tuple(
            ref.roles[0].id if len(ref.roles) == 1 else fold(ref.text) for ref in references
        )

    def role(record: Record) -> _Key:
        entry = record.fields.get("role")
        return (roles.get(entry, "") if entry else "",)

    def move(record: Record) -> _Key:
        return (who(record, "from"), who(record, "to"), _kind(current, record))

    def skill(record: Record) -> _Key:
        tracks = frozenset(_tracks(record))
        return (fold(record.line("skill")), tracks, frozenset(who(record, "role")))

    def options(record: Record) -> _Key:
        competency, level = fold(record.line("competency")), record.line("level")
        scale = current.scale.of(competency) if current.scale else None
        return (competency, (scale.rank(level) if scale else None) or fold(level))

    def process(record: Record) -> _Key:
        kind = choice(record.line("kind"), CHOICES["How moves happen", "kind"])
        return (kind or fold(record.line("kind")), fold(record.line("title")))

    keys: Mapping[str, Callable[[Record], _Key]] = {
        "Tracks": lambda record: (fold(track_name(record.line("track"))),),
        "Roles": role,
        "Moves": move,
        "Skills": skill,
        "Development": options,
        "How moves happen": process,
        "Case studies": lambda record: (fold(record.line("title")),),
        "Job descriptions": lambda record: who(record, "role"),
    }
    return keys[kind]


def _kind(current: Draft, record: Record) -> str:
    """A move's kind, worked out where it is blank, as far as the current roles tell."""
    written = choice(record.line("kind"), MOVE_KINDS)
    ends = [record.fields.get("from"), record.fields.get("to")]
    named = [list(current.references(entry)) for entry in ends if entry]
    single = [refs[0].roles[0] for refs in named if len(refs) == 1 and len(refs[0].roles) == 1]
    if written or len(single) < len(ends):
        return written or fold(record.line("kind"))
    return kind_of(current, single[0], single[1])


def _tracks(record: Record) -> tuple[str, ...]:
    entry = record.fields.get("track")
    return tuple(fold(track_name(value)) for value in values_of(entry.text)) if entry else ()


def _merged_profiles(
    current: Draft, old: Sequence[Record], new: Sequence[Record]
) -> tuple[Record, ...]:
    """Levels by name, grades and tracks; one that names none is the only one of its name."""
    keys: dict[Entry, _Key] = {}
    names: dict[str, list[tuple[_Key, Record]]] = {}
    for rows in profile_rows(old, current.grades.labels):
        key = _level(rows.level, rows.grades, rows.tracks)
        names.setdefault(fold(rows.level.line), []).append((key, rows.records[0]))
        keys |= {record.start: key for record in rows.records}
    heads: dict[Entry, Record] = {}
    for rows in profile_rows(new, current.grades.labels):
        known = names.get(fold(rows.level.line), [])
        key, first = _level(rows.level, rows.grades, rows.tracks), rows.records[0]
        if len(known) == 1 and not rows.grades and not rows.tracks:
            key, head = known[0]
            whose = {f: head.fields[f] for f in ("grades", "grade", "track") if f in head.fields}
            heads[first.start] = replace(first, fields={**whose, **first.fields})
        keys |= {record.start: key for record in rows.records}
    said = [heads.get(record.start, record) for record in new]
    return _merged(old, said, lambda record: keys.get(record.start, ()))


def _level(level: Entry, grades: Iterable[str], tracks: Iterable[str]) -> _Key:
    return (fold(level.line), tuple(map(fold, grades)), tuple(map(fold, tracks)))
