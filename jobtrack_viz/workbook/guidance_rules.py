"""Rules about what stands beside levels and moves: options, profiles, stories and documents."""

from collections.abc import Callable, Iterator
from functools import partial

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.list_rules import unknown_roles
from jobtrack_viz.workbook.profiles import ProfileRows, reaches
from jobtrack_viz.workbook.rules import error, note, suggesting, warning
from jobtrack_viz.workbook.text import fold
from jobtrack_viz.workbook.vocabulary import SECTIONS, yes_or_no

__all__ = ["GUIDANCE_RULES"]

_OPTIONS = ("job", "others", "formal")


def options_name_known_competencies(draft: Draft) -> Iterator[Problem]:
    """Development options belong to a competency of a ladder or a matrix."""
    for record in draft.records("Development"):
        entry = record.fields.get("competency")
        if entry and _is_written(entry) and fold(entry.line) not in draft.competencies:
            found = error("competency-unknown", entry, found=entry.line)
            yield suggesting(found, entry.line, draft.competencies.values)


def options_name_known_levels(draft: Draft) -> Iterator[Problem]:
    """Development options lead to a level of the scale, or to one that the competency names."""
    if draft.scale is None:
        return
    for record in draft.records("Development"):
        entry = record.fields.get("level")
        scale = draft.scale.of(fold(record.line("competency")))
        if entry and _is_written(entry) and not scale.rank(entry.line):
            levels = tuple(level for level in scale.levels if level)
            found = error("level-unknown", entry, found=entry.line, levels=", ".join(levels))
            yield suggesting(found, entry.line, partial(tuple, levels))


def options_are_written(draft: Draft) -> Iterator[Problem]:
    """A row of Development without any option is left out."""
    for record in draft.records("Development"):
        if not record.fields.keys() & set(_OPTIONS):
            yield note("row-without-text", record.start)


def levels_of_profiles_have_known_grades(draft: Draft) -> Iterator[Problem]:
    """The grades of a level are on the axis of grades."""
    known = reaches(draft.grades, {label for rows in draft.profiles for label in rows.grades})
    for rows in draft.profiles if not draft.levels_are_roles else ():
        entry = _grade_entry(rows)
        for label in rows.grades:
            if entry and entry.cell.kind != "date" and label not in known:
                found = error("grade-unknown", entry, found=label)
                yield suggesting(found, label, lambda: draft.grades.labels)


def levels_of_profiles_have_grades(draft: Draft) -> Iterator[Problem]:
    """A level without grades is a role's or a grade's own name, or it is shown nowhere."""
    titles = {fold(role.title) for role in draft.roster.roles}
    for rows in draft.profiles:
        nameless = fold(rows.level.line) not in titles and not draft.levels_are_roles
        if rows.inferred:
            facts = {"found": rows.level.line, "grade": rows.grades[0]}
            yield note("level-grade-inferred", rows.level, **facts)
        elif not rows.grades and nameless:
            yield warning("level-without-grades", rows.level, found=rows.level.line)


def levels_are_not_roles(draft: Draft) -> Iterator[Problem]:
    """Where the workbook describes no role, each level became one."""
    if draft.levels_are_roles:
        names = ", ".join(role.name for role in draft.roster.roles)
        yield note("roles-from-levels", draft.profiles[0].level, roles=names)
        entry = _grade_entry(draft.profiles[0])
        if draft.grades.how == "columns" and entry:
            yield note("grade-order-inferred", entry, order=", ".join(draft.grades.labels))


def texts_are_written(draft: Draft) -> Iterator[Problem]:
    """A process and a story have a text or at least a link; a part of a document, a heading."""
    for kind, field, other, column in (
        ("How moves happen", "text", "link", "Text"),
        ("Case studies", "story", "link", "Story"),
        ("Job descriptions", "text", "heading", "Text"),
    ):
        for record in draft.records(kind):
            if not record.fields.keys() & {field, other}:
                place = record.start.sheet, record.address(field)
                yield Problem("error", "value-missing", *place, {"column": column})


def stories_name_known_roles(draft: Draft) -> Iterator[Problem]:
    """Both ends of a story are roles of this workbook."""
    for record in draft.records("Case studies"):
        for field in ("from", "to"):
            yield from unknown_roles(draft, record, field)


def stories_may_be_told(draft: Draft) -> Iterator[Problem]:
    """A story without consent is not shown."""
    for record in draft.records("Case studies"):
        answer = record.fields.get("consent", record.start)
        if yes_or_no(record.line("consent")) is not True:
            yield note("story-without-consent", answer, title=_title(record))
        elif not record.fields.keys() & {"from", "to"}:
            yield note("story-without-move", record.start, title=_title(record))


def documents_name_known_roles(draft: Draft) -> Iterator[Problem]:
    """A job description belongs to a role of this workbook."""
    for record in draft.records("Job descriptions"):
        yield from unknown_roles(draft, record, "role")


def sections_are_usual(draft: Draft) -> Iterator[Problem]:
    """A section of a job description that is not one of the usual ones is kept; told once."""
    usual = {fold(section) for section in SECTIONS}
    told: set[str] = set()
    for record in draft.records("Job descriptions"):
        entry = record.fields.get("section")
        if entry and _is_written(entry) and fold(entry.line) not in usual | told:
            told.add(fold(entry.line))
            yield note("section-own", entry, found=entry.line, options=", ".join(SECTIONS))


def orders_are_numbers(draft: Draft) -> Iterator[Problem]:
    """The order of grades, of tracks, of a document's parts is a number, or numbers with points."""
    for kind in ("Grades", "Tracks", "Job descriptions"):
        for record in draft.records(kind):
            entry = record.fields.get("order")
            if entry and not entry.line.replace(".", "").isdecimal():
                yield note("order-unclear", entry, found=entry.line)


def _is_written(entry: Entry) -> bool:
    """True for a cell that says something; dates and errors are told by other rules."""
    return entry.cell.kind in ("text", "number")


def _grade_entry(rows: ProfileRows) -> Entry | None:
    fields = (r.fields.get("grades", r.fields.get("grade")) for r in rows.records)
    return next((entry for entry in fields if entry), None)


def _title(record: Record) -> str:
    return record.line("title") or record.line("story")[:40]


GUIDANCE_RULES: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    options_name_known_competencies,
    options_name_known_levels,
    options_are_written,
    levels_of_profiles_have_known_grades,
    levels_of_profiles_have_grades,
    levels_are_not_roles,
    texts_are_written,
    stories_name_known_roles,
    stories_may_be_told,
    documents_name_known_roles,
    sections_are_usual,
    orders_are_numbers,
)
