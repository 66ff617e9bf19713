"""Level profiles before they are values: rows of one level together, their grades, levels as roles.

A framework by level is a list with many rows of one level. Where the workbook describes no role,
each level is one: a map of level texts alone is still a map.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jobtrack_viz.workbook.grades import (
    GradeOrder,
    ListedGrades,
    order_grades,
    span_ends,
    tidy_grade,
)
from jobtrack_viz.workbook.grids import Cell
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.text import fold, track_name, values_of

__all__ = [
    "LEVELS",
    "ProfileRows",
    "grades_in_use",
    "levels_as_roles",
    "profile_rows",
    "reaches",
    "together",
    "with_named_grades",
]

LEVELS = "Levels"
"""The track of levels that are roles and name no track."""

_PLURAL = re.compile(
    r"^(?:indicative\s+(?=grade|band|level))?(?:(?:grades|bands|levels)\s+(?=\S))?", re.IGNORECASE
)
_OPEN = r"(?:above|over|up|upwards|higher|below|under|lower)\b"
_BETWEEN = re.compile(rf"\s*,\s*|\s+(?:and|&)\s+(?!{_OPEN})", re.IGNORECASE)
_TO = re.compile(r"^(\S+)\s+(?:to|-)\s+(\S+)$", re.IGNORECASE)
_MANY = re.compile(r"\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?){2,}")
_EXAMPLES = re.compile(
    r"\b(?:example|typical|indicative)s?\b.*\b(?:titles?|roles?|jobs?|posts?)\b|\bjob titles?\b"
)


_Labels = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ProfileRows:
    """The rows of one level, in their order. ``grades`` are tidy labels, ``tracks`` names.

    ``inferred`` says that its grade was read off the level's own name.
    """

    level: Entry
    grades: tuple[str, ...]
    tracks: tuple[str, ...]
    records: tuple[Record, ...]
    inferred: bool = False


def profile_rows(records: Iterable[Record], listed: Sequence[str] = ()) -> tuple[ProfileRows, ...]:
    """Rows with the same level, grades and tracks together, by first mention.

    A row that repeats a level without its grades goes with the latest of that name.
    """
    found: dict[tuple[object, ...], tuple[_Labels, list[Record]]] = {}
    latest: dict[str, _Labels] = {}
    for record in records:
        if "level" not in record.fields:
            continue
        name = fold(record.line("level"))
        grades, tracks = _grades_of(record, listed), _tracks_of(record)
        if not grades and name in latest:
            grades, before = latest[name]
            tracks = tracks or before
        latest[name] = grades, tracks
        key = (name, tuple(map(fold, grades)), tuple(map(fold, tracks)))
        found.setdefault(key, (latest[name], []))[1].append(record)
    return tuple(
        ProfileRows(rows[0].fields["level"], grades, tracks, tuple(rows))
        for (grades, tracks), rows in found.values()
    )


def with_named_grades(
    profiles: Iterable[ProfileRows], labels: Iterable[str], names: Mapping[str, str]
) -> Iterator[ProfileRows]:
    """Levels without grades get the grade whose label or name (folded) is the level's own.

    ``Grade 7`` and ``Band 7`` name a grade; ``Level 7`` may be any framework's seventh level.
    """
    known = {**names, **{fold(label): label for label in labels}}
    for rows in profiles:
        level = fold(rows.level.line)
        graded = tidy_grade(level) if level.startswith(("grade ", "band ")) else level
        found = known.get(graded) or known.get(level)
        if found and not rows.grades:
            yield replace(rows, grades=(found,), inferred=True)
        else:
            yield rows


def together(profiles: Iterable[ProfileRows]) -> tuple[ProfileRows, ...]:
    """Levels of one name, grades and tracks as one, wherever these were said."""
    found: dict[tuple[object, ...], ProfileRows] = {}
    for rows in profiles:
        labels = tuple(map(fold, rows.grades)), tuple(map(fold, rows.tracks))
        key = (fold(rows.level.line), *labels)
        first = found.get(key)
        found[key] = replace(first, records=(*first.records, *rows.records)) if first else rows
    return tuple(found.values())


def reaches(order: GradeOrder, labels: Iterable[str]) -> dict[str, tuple[float, float]]:
    """The lowest and highest place on the axis that each label means; unknown ones are absent."""
    places = {fold(known): float(place) for place, known in enumerate(order.labels)}
    found = {}
    for label in labels:
        ends = (label,) if fold(label) in places else span_ends(label)
        known = [places[fold(end)] for end in ends if fold(end) in places]
        if ends and len(known) == len(ends):
            found[label] = min(known), max(known)
    return found


def grades_in_use(used: Sequence[str], profiles: Iterable[ProfileRows]) -> list[str]:
    """Grades that roles have, and those of level profiles that are written in the same way.

    Numbers join numbers and letters letters; among named grades a new name is a misspelling, and
    is left out. Without grades of roles, those of the profiles are all there are.
    """
    labels = list(dict.fromkeys(label for rows in profiles for label in rows.grades))
    if not used:
        return labels
    how = order_grades((), used, ()).how
    if how == "columns":
        return list(used)
    return [*used, *(x for x in labels if order_grades((), [used[0], x], ()).how == how)]


def levels_as_roles(profiles: Sequence[ProfileRows]) -> Iterator[Record]:
    """A row of Roles for each level: its name, grades, tracks, description and example titles.

    Levels of one name and grade on different tracks are different roles: the tracks are part of
    their titles.
    """
    names = [(fold(rows.level.line), rows.grades) for rows in profiles]
    namesakes = Counter(names)
    for rows, name in zip(profiles, names, strict=True):
        first = rows.records[0]
        fields = {"role": rows.level, "track": _entry(first, "\n".join(rows.tracks) or LEVELS)}
        if rows.grades:
            fields["grade"] = _entry(first, _one_grade(rows.grades), "grades", "grade")
        if namesakes[name] > 1:
            fields["role"] = _entry(first, ", ".join((rows.level.line, *rows.tracks)), "level")
        about = [record for record in rows.records if "description" in record.fields]
        if about:
            fields["summary"] = about[0].fields["description"]
        examples = [title for record in rows.records for title in _example_titles(record)]
        if examples:
            fields["aliases"] = _entry(_first_examples(rows), "\n".join(examples), "text")
        yield Record("Level profiles", fields, first.start, first.columns)


def _grades_of(record: Record, listed: Sequence[str]) -> tuple[str, ...]:
    entry = record.fields.get("grades", record.fields.get("grade"))
    known = ListedGrades.of(listed).folded
    values = values_of(entry.text) if entry else ()
    parts = [p for v in values for p in ([v] if fold(v) in known else _BETWEEN.split(v))]
    labels = [label for part in parts if part for label in _labels(part, listed)]
    return tuple(dict.fromkeys(labels))


def _labels(text: str, listed: Sequence[str]) -> tuple[str, ...]:
    plain = _TO.sub(r"\1/\2", _PLURAL.sub("", text))
    label = tidy_grade(plain, listed)
    return tuple(label.split("/")) if _MANY.fullmatch(label) else (label,)


def _tracks_of(record: Record) -> tuple[str, ...]:
    entry = record.fields.get("track")
    return tuple(track_name(value) for value in values_of(entry.text)) if entry else ()


def _one_grade(grades: Sequence[str]) -> str:
    """One label for a role: the only one, or a span from the lowest to the highest."""
    ends = list(dict.fromkeys(end for label in grades for end in span_ends(label) or (label,)))
    order = order_grades((), ends, ())
    if len(grades) == 1 or not order.labels:
        return grades[0]
    return f"{order.labels[0]}/{order.labels[-1]}"


def _example_titles(record: Record) -> Iterator[str]:
    """Titles that a section of examples lists; a slash between whole titles separates too."""
    entry = record.fields.get("text")
    if entry is None or not _is_examples(record):
        return
    for value in values_of(entry.text):
        parts = [part.strip() for part in value.split("/")]
        apart = " / " in value or all(len(part.split()) > 1 for part in parts)
        yield from parts if apart else [value]


def _is_examples(record: Record) -> bool:
    return any(_EXAMPLES.search(fold(record.line(field))) for field in ("section", "topic"))


def _first_examples(rows: ProfileRows) -> Record:
    return next(r for r in rows.records if _is_examples(r) and "text" in r.fields)


def _entry(record: Record, text: str, *fields: str) -> Entry:
    """A text at the address of the first of some fields, else of the row's first cell."""
    here = next((record.fields[f] for f in fields if f in record.fields), record.start)
    return Entry(here.sheet, Cell(here.cell.row, here.cell.column, text))
