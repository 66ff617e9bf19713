"""Roles gathered from every sheet: a role is a title and a grade."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jobtrack_viz.workbook.grades import split_title, tidy_grade
from jobtrack_viz.workbook.headers import Entry, Record
from jobtrack_viz.workbook.matrices import Heading, Matrix, is_placeholder
from jobtrack_viz.workbook.text import fold, slug, track_name, values_of

__all__ = ["OTHER_ROLES", "Mention", "Roster", "gather_roles"]

OTHER_ROLES = "Other roles"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that speaks of a role: a row of Roles, or a heading of a matrix."""

    entry: Entry
    title: str
    grade: str | None
    tracks: tuple[str, ...] = ()
    id: str = ""
    record: Record | None = None
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class RosterRole:
    """One role, with every place that speaks of it, in the workbook's order."""

    id: str
    title: str
    grade: str | None
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """Title and grade, as on the page."""
        return f"{self.title} ({self.grade})" if self.grade else self.title

    @property
    def record(self) -> Record | None:
        """Its first row on Roles, if it has one."""
        return next((m.record for m in self.mentions if m.record), None)

    @property
    def tracks(self) -> tuple[str, ...]:
        """Folded names of the tracks it stands on, without repeats; never empty."""
        names = [fold(track) for mention in self.mentions for track in mention.tracks]
        return tuple(dict.fromkeys(names)) or (fold(OTHER_ROLES),)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its former titles."""
        texts = (m.record.fields.get("aliases") for m in self.mentions if m.record)
        return tuple(dict.fromkeys(value for e in texts if e for value in values_of(e.text)))


@dataclass(frozen=True, slots=True)
class Roster:
    """Every role, by first mention; ``unclear`` are mentions that fit several roles."""

    roles: tuple[RosterRole, ...]
    unclear: tuple[tuple[Mention, tuple[RosterRole, ...]], ...] = ()
    _names: Mapping[str, tuple[RosterRole, ...]] = field(default_factory=dict)

    def named(self, text: str) -> tuple[RosterRole, ...]:
        """The roles that an id, ``Title (Grade)``, title or former title means."""
        found = self._names.get(fold(text))
        if found is None:
            title, grade = split_title(text)
            found = self._names.get(fold(f"{title} ({grade})"), ())
        return found

    def by_heading(self) -> dict[Entry, RosterRole]:
        """The role of each matrix's heading."""
        return {m.entry: role for role in self.roles for m in role.mentions if m.heading}

    def names(self) -> list[str]:
        """Every name a reference may use, for suggestions."""
        return [role.name for role in self.roles]


def gather_roles(
    matrices: Sequence[Matrix], records: Iterable[Record], listed: Sequence[str]
) -> Roster:
    """Merge all mentions into roles.

    A grade missing in one place is taken from another if the title is unique. Rows of Roles with
    different IDs are different roles even with the same title and grade. A public id is the ID,
    else the title's slug; where several roles have it, the slug with the grade; then -2, -3. A
    heading without a grade that is nobody's title but somebody's ID means that role.
    """
    rows = [*_of_records(records, listed)]
    mentions = [*rows, *_by_id(rows, _of_matrices(matrices, listed))]
    by_title: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_title[fold(mention.title)].append(mention)
    groups: list[list[Mention]] = []
    unclear: list[tuple[Mention, int, int]] = []
    for same_title in by_title.values():
        found, lost = _split(same_title)
        unclear += [(mention, len(groups), len(groups) + len(found)) for mention in lost]
        groups += found
    roles = _with_ids(groups)
    order = {id(m): i for i, m in enumerate(mentions)}
    ranked = tuple(sorted(roles, key=lambda role: order[id(role.mentions[0])]))
    doubts = tuple((m, tuple(roles[first:end])) for m, first, end in unclear)
    return Roster(ranked, doubts, _index(ranked))


def _of_records(records: Iterable[Record], listed: Sequence[str]) -> Iterator[Mention]:
    for record in records:
        if "role" not in record.fields:
            continue
        entry = record.fields["role"]
        title, bracket = split_title(entry.line, listed)
        dated = "grade" in record.fields and record.fields["grade"].cell.kind == "date"
        grade = bracket if dated else tidy_grade(record.line("grade"), listed) or bracket
        listed_tracks = record.fields["track"].text if "track" in record.fields else ""
        tracks = tuple(track_name(value) for value in values_of(listed_tracks))
        yield Mention(entry, title, grade or None, tracks, record.line("id"), record)


def _of_matrices(matrices: Iterable[Matrix], listed: Sequence[str]) -> Iterator[Mention]:
    for matrix in matrices:
        for heading in matrix.headings:
            if is_placeholder(heading.title.text):
                continue
            title, grade = split_title(heading.title.line, listed)
            if heading.grade is not None and heading.grade.cell.kind != "date":
                grade = tidy_grade(heading.grade.line, listed)
            yield Mention(heading.title, title, grade, heading.tracks, heading=heading)


def _by_id(rows: Sequence[Mention], headings: Iterable[Mention]) -> Iterator[Mention]:
    """The headings, those that are an ID with the title, the grade and the ID of its row."""
    titles = {fold(row.title) for row in rows}
    ids = {fold(row.id): row for row in rows if row.id and fold(row.id) not in titles}
    for mention in headings:
        row = ids.get(fold(mention.title)) if mention.grade is None else None
        yield replace(mention, title=row.title, grade=row.grade, id=row.id) if row else mention


def _split(mentions: Sequence[Mention]) -> tuple[list[list[Mention]], list[Mention]]:
    """Mentions of one title as roles, and mentions that fit several of these."""
    grades = list(dict.fromkeys(fold(m.grade) for m in mentions if m.grade))
    only = grades[0] if len(grades) == 1 else ""
    groups: dict[tuple[str, str], list[Mention]] = {}
    rows: list[Mention] = []
    loose: list[Mention] = []
    for mention in mentions:
        grade = fold(mention.grade) if mention.grade else only
        if mention.id:
            groups.setdefault((grade, fold(mention.id)), []).append(mention)
        elif mention.record and (grade or not grades):
            rows.append(mention)
        else:
            loose.append(mention)
    for mention in rows:
        grade = fold(mention.grade) if mention.grade else only
        same = [key for key in groups if key[0] == grade]
        groups.setdefault(same[0] if len(same) == 1 else (grade, ""), []).append(mention)
    lost = []
    for mention in loose:
        grade = fold(mention.grade) if mention.grade else only
        fitting = [key for key in groups if key[0] == grade and grade] or (
            [key for key in groups if not grade]
        )
        if len(fitting) == 1:
            groups[fitting[0]].append(mention)
        elif fitting or (not grade and len(grades) > 1):
            lost.append(mention)
        else:
            groups.setdefault((grade, ""), []).append(mention)
    return list(groups.values()), lost


def _with_ids(groups: Sequence[list[Mention]]) -> list[RosterRole]:
    roles = []
    for mentions in groups:
        grade = next((m.grade for m in mentions if m.grade), None)
        own = next((m.id for m in mentions if m.id), "")
        roles.append(RosterRole(own, mentions[0].title, grade, tuple(mentions)))
    slugs = [slug(role.title) for role in roles]
    counts = Counter(slugs)
    taken = {role.id for role in roles if role.id}
    named = []
    for role, short in zip(roles, slugs, strict=True):
        wanted = short
        if not role.id and (counts[short] > 1 or short in taken) and role.grade:
            wanted = f"{short}-{slug(role.grade)}"
        free, number = wanted, 2
        while not role.id and free in taken:
            free, number = f"{wanted}-{number}", number + 1
        taken.add(role.id or free)
        named.append(RosterRole(role.id or free, role.title, role.grade, role.mentions))
    return named


def _index(roles: Sequence[RosterRole]) -> Mapping[str, tuple[RosterRole, ...]]:
    """Folded text to roles; an id beats a full name, which beats a title, then former titles."""
    readings = (
        lambda role: (role.id,),
        lambda role: (role.name,),
        lambda role: (role.title,),
        lambda role: role.aliases,
    )
    index: dict[str, tuple[RosterRole, ...]] = {}
    for reading in readings:
        found: dict[str, list[RosterRole]] = defaultdict(list)
        for role in roles:
            for text in reading(role):
                found[fold(text)].append(role)
        for text, named in found.items():
            index.setdefault(text, tuple(named))
    return index
