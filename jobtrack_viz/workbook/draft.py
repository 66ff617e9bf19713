"""The tables of one workbook brought together: what its cells refer to, right or wrong."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jobtrack_viz.workbook.grades import (
    GradeOrder,
    ListedGrades,
    order_grades,
    split_title,
    tidy_grade,
)
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.ladders import scale_of
from jobtrack_viz.workbook.matrices import Heading, Matrix
from jobtrack_viz.workbook.orders import in_order, lists_of_sheets, natural_order
from jobtrack_viz.workbook.profiles import (
    ProfileRows,
    grades_in_use,
    levels_as_roles,
    profile_rows,
    together,
    with_named_grades,
)
from jobtrack_viz.workbook.roster import OTHER_ROLES, Roster, RosterRole, gather_roles
from jobtrack_viz.workbook.scale import Scale, scale_of_cells
from jobtrack_viz.workbook.tables import Tables
from jobtrack_viz.workbook.text import fold, track_name, values_of

__all__ = ["Draft", "LevelCell", "Reference", "assemble", "listed_grades"]


@dataclass(frozen=True, slots=True)
class LevelCell:
    """One level of one role. ``rank`` is None if the scale does not know the text.

    ``tracks`` are the folded names of the tracks that the cell's table shows the role on.
    """

    role: RosterRole | None
    competency: str
    entry: Entry
    rank: int | None
    matrix: Matrix
    column: int
    tracks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A text in a list that names roles: what it says, and the roles it fits."""

    entry: Entry
    text: str
    roles: tuple[RosterRole, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that rules look at and that a framework is built from.

    ``profiles`` are the levels that texts describe; they are roles too where nothing else is.
    ``tracks`` and ``competencies`` map a folded name to its spelling, in the workbook's order.
    """

    tables: Tables
    scale: Scale | None
    grades: GradeOrder
    roster: Roster
    tracks: Mapping[str, str]
    competencies: Mapping[str, str]
    levels: tuple[LevelCell, ...]
    profiles: tuple[ProfileRows, ...] = ()
    levels_are_roles: bool = False

    def records(self, kind: str) -> tuple[Record, ...]:
        """The rows of every list of a kind."""
        return self.tables.lists.get(kind, ())

    def rank(self, role: RosterRole) -> float | None:
        """A role's place on the axis of grades."""
        return self.grades.rank(role.grade) if role.grade else None

    def references(self, entry: Entry) -> Iterator[Reference]:
        """Each role that a cell names; several are separated by a semicolon, a line, or "or"."""
        whole = self.roster.named(entry.line)
        if whole:
            yield Reference(entry, entry.line, whole)
            return
        for value in values_of(entry.text):
            known = self.roster.named(value)
            parts = [value] if known else re.split(r"\s+or\s+", value, flags=re.IGNORECASE)
            for part in parts:
                yield Reference(entry, part, self.roster.named(part))


def assemble(tables: Tables) -> Draft:
    """Bring the tables together: the scale, the order of grades, roles, tracks and level cells."""
    listed = ListedGrades.of(listed_grades(tables.lists.get("Grades", ())))
    role_records = tables.lists.get("Roles", ())
    roster = gather_roles(tables.matrices, role_records, listed)
    used = [role.grade for role in roster.roles if role.grade]
    profiles = _profiles(tables, (*listed, *used), listed)
    bare = not roster.roles and bool(profiles)
    used = grades_in_use(used, profiles)
    columns = [_grades_of(matrix, listed) for matrix in tables.matrices if matrix.ordered]
    if bare:
        roster = gather_roles((), levels_as_roles(profiles), listed)
        columns = [used]
    scale = _scale(tables)
    return Draft(
        tables,
        scale,
        order_grades(listed, used, columns),
        roster,
        _tracks(tables, roster),
        _competencies(tables),
        tuple(_levels(tables.matrices, roster, scale)),
        profiles,
        bare,
    )


def _profiles(
    tables: Tables, labels: Sequence[str], listed: Sequence[str]
) -> tuple[ProfileRows, ...]:
    rows = profile_rows(tables.lists.get("Level profiles", ()), listed)
    named = [r for r in tables.lists.get("Grades", ()) if {"name", "grade"} <= r.fields.keys()]
    names = {fold(record.line("name")): record.line("grade") for record in reversed(named)}
    return together(with_named_grades(rows, labels, names))


def listed_grades(records: Sequence[Record]) -> tuple[str, ...]:
    """The labels of every list of grades, lowest first.

    Lists on several sheets that each ascend as numbers or letters do so together.
    """
    sheets = lists_of_sheets(records, "grade").values()
    lists = [list(dict.fromkeys(record.line("grade") for record in rows)) for rows in sheets]
    numbered = any("order" in record.fields for record in records)
    natural = natural_order(lists) if len(lists) > 1 and not numbered else ()
    return natural or tuple(dict.fromkeys(r.line("grade") for r in in_order(records, "grade")))


def _grades_of(matrix: Matrix, listed: Sequence[str]) -> list[str]:
    grades = (
        tidy_grade(heading.grade.line, listed)
        if heading.grade
        else split_title(heading.title.line, listed)[1]
        for heading in matrix.headings
    )
    return [grade for grade in grades if grade]


def _scale(tables: Tables) -> Scale | None:
    if tables.ladders:
        return scale_of(tables.ladders)
    texts = [e.line for m in tables.matrices for row in m.rows for e in row.levels.values()]
    return scale_of_cells(texts)


def _tracks(tables: Tables, roster: Roster) -> Mapping[str, str]:
    listed = [
        track_name(r.line("track")) for r in in_order(tables.lists.get("Tracks", ()), "track")
    ]
    matrices = [track for matrix in tables.matrices for track in matrix.tracks]
    names = {fold(name): name for name in reversed([*listed, *matrices])}
    ordered = {fold(name): names[fold(name)] for name in [*listed, *matrices]}
    for role in roster.roles:
        for mention in role.mentions:
            for track in mention.tracks:
                ordered.setdefault(fold(track), track)
    if any(role.tracks == (fold(OTHER_ROLES),) for role in roster.roles):
        ordered.setdefault(fold(OTHER_ROLES), OTHER_ROLES)
    return ordered


def _competencies(tables: Tables) -> Mapping[str, str]:
    names = [row.competency.line for ladder in tables.ladders for row in ladder.rows]
    names += [r.competency.line for m in tables.matrices for r in m.rows if r.competency]
    spelled: dict[str, str] = {}
    for name in names:
        spelled.setdefault(fold(name), name)
    return spelled


def _levels(matrices: Sequence[Matrix], roster: Roster, scale: Scale | None) -> Iterator[LevelCell]:
    owners = roster.by_heading()
    for matrix in matrices:
        headings = {heading.column: heading for heading in matrix.headings}
        roles = {column: owners.get(heading.title) for column, heading in headings.items()}
        tracks = {column: _tracks_of(h, roles[column]) for column, h in headings.items()}
        for row in matrix.rows:
            name = fold(row.competency.line) if row.competency else ""
            own = scale.of(name) if scale else None
            for column, entry in row.levels.items():
                rank = own.rank(entry.line) if own else None
                yield LevelCell(roles[column], name, entry, rank, matrix, column, tracks[column])


def _tracks_of(heading: Heading, role: RosterRole | None) -> tuple[str, ...]:
    return tuple(fold(track) for track in heading.tracks) or (role.tracks if role else ())
