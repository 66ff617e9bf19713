"""A draft without errors becomes a framework."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from types import MappingProxyType
from typing import cast

from jobtrack_viz.model import (
    About,
    Competency,
    Framework,
    Grade,
    Move,
    Role,
    RoleStatus,
    Skill,
    SkillCategory,
    SkillKind,
    Track,
)
from jobtrack_viz.workbook.draft import Draft
from jobtrack_viz.workbook.guidance import (
    case_studies,
    development_options,
    job_descriptions,
    level_profiles,
    processes,
)
from jobtrack_viz.workbook.headers import Record
from jobtrack_viz.workbook.list_rules import is_colour, is_link
from jobtrack_viz.workbook.matrices import Heading, Matrix
from jobtrack_viz.workbook.moves import given_moves, move_references
from jobtrack_viz.workbook.roster import RosterRole
from jobtrack_viz.workbook.text import fold, lines_of, track_name, values_of
from jobtrack_viz.workbook.vocabulary import CHOICES, choice, whole_number, yes_or_no

__all__ = ["build_framework"]


def build_framework(draft: Draft) -> Framework:
    """The framework that a workbook describes.

    Before: no rule found an error. After: every name and id refers to something that is there.
    """
    return Framework(
        _about(draft),
        draft.scale.levels if draft.scale and draft.competencies else (),
        tuple(_grades(draft)),
        tuple(_tracks(draft)),
        tuple(_roles(draft)),
        tuple(_competencies(draft)),
        tuple(_moves(draft)),
        tuple(_skills(draft)),
        development_options(draft),
        level_profiles(draft),
        processes(draft),
        tuple(case_studies(draft)),
        tuple(job_descriptions(draft)),
    )


def _about(draft: Draft) -> About:
    found = {field: entry.line for field, entry in draft.tables.about.items()}
    if not is_link(found.get("vacancies", "")):
        found.pop("vacancies", None)
    return About(**found)


def _grades(draft: Draft) -> Iterator[Grade]:
    records = {fold(r.line("grade")): r for r in reversed(draft.records("Grades"))}
    for rank, label in enumerate(draft.grades.labels):
        record = records.get(fold(label))
        yield Grade(label, rank, _line(record, "name"), _line(record, "note"), _link(record))


def _tracks(draft: Draft) -> Iterator[Track]:
    records = {fold(track_name(r.line("track"))): r for r in reversed(draft.records("Tracks"))}
    columns, rows = _columns(draft), _rows(draft)
    for key, name in draft.tracks.items():
        record = records.get(key)
        colour = _line(record, "colour")
        yield Track(
            name,
            tuple(dict.fromkeys((*columns[key], *rows[key]))),
            colour if is_colour(colour) else "",
            _line(record, "group"),
            _line(record, "description"),
            choice(_line(record, "status"), CHOICES["Tracks", "status"]) or "",
            whole_number(_line(record, "posts")),
        )


def _columns(draft: Draft) -> Mapping[str, list[str]]:
    """Ids of the roles in a track's matrices, by folded track; a track's roles begin with them."""
    found: dict[str, list[str]] = defaultdict(list)
    owners = draft.roster.by_heading()
    for matrix in draft.tables.matrices:
        for heading in _from_low_to_high(draft, matrix):
            for track in heading.tracks if heading.title in owners else ():
                found[fold(track)].append(owners[heading.title].id)
    return found


def _from_low_to_high(draft: Draft, matrix: Matrix) -> Sequence[Heading]:
    """The matrix's headings in their order; by grade where that order says nothing."""
    if matrix.ordered:
        return matrix.headings
    owners = draft.roster.by_heading()
    ranks = {role.id: draft.rank(role) for role in owners.values()}

    def place(heading: Heading) -> float:
        role = owners.get(heading.title)
        rank = ranks[role.id] if role else None
        return inf if rank is None else rank

    return sorted(matrix.headings, key=place)


def _rows(draft: Draft) -> Mapping[str, list[str]]:
    """Ids of all roles of a track, by folded track, in the order of first mention."""
    found: dict[str, list[str]] = defaultdict(list)
    for role in draft.roster.roles:
        for track in role.tracks:
            found[track].append(role.id)
    return found


def _roles(draft: Draft) -> Iterator[Role]:
    levels: dict[str, dict[str, int]] = {}
    for level in draft.levels:
        if level.role is not None and level.rank is not None:
            name = draft.competencies[level.competency]
            levels.setdefault(level.role.id, {})[name] = level.rank
    for role in draft.roster.roles:
        yield _role(draft, role, MappingProxyType(levels.get(role.id, {})))


def _role(draft: Draft, role: RosterRole, levels: Mapping[str, int]) -> Role:
    record, own = role.record, role.tracks
    status = choice(_line(record, "status"), CHOICES["Roles", "status"]) or "open"
    return Role(
        id=role.id,
        title=role.title,
        grade=role.grade,
        rank=draft.rank(role),
        tracks=tuple(name for key, name in draft.tracks.items() if key in own),
        levels=levels,
        aliases=role.aliases,
        summary=_line(record, "summary"),
        status=cast(RoleStatus, status),
        manages_people=yes_or_no(_line(record, "manages")),
        hera_reference=_line(record, "hera"),
        hera_reviewed=_line(record, "reviewed"),
        reports_to=_line(record, "reports"),
        link=_link(record),
        posts=whole_number(_line(record, "posts")),
    )


def _competencies(draft: Draft) -> Iterator[Competency]:
    rows = {
        fold(row.competency.line): row
        for ladder in reversed(draft.tables.ladders)
        for row in reversed(ladder.rows)
    }
    count = len(draft.scale.levels) if draft.scale else 0
    for key, name in draft.competencies.items():
        row = rows.get(key)
        said = row.statements if row else {}
        statements = tuple(lines_of(said[i].text) if i in said else () for i in range(count))
        yield Competency(
            name,
            row.group if row else "",
            row.definition if row else "",
            statements,
            draft.scale.own.get(key, ()) if draft.scale else (),
        )


def _moves(draft: Draft) -> Iterator[Move]:
    for move in given_moves(draft):
        yield Move(
            move.source.id,
            move.target.id,
            move.kind,
            move.both_ways,
            move.record.line("note"),
            _link(move.record),
        )


def _skills(draft: Draft) -> Iterator[Skill]:
    spelled: dict[str, str] = {}
    for record in draft.records("Skills"):
        name = spelled.setdefault(fold(record.line("skill")), record.line("skill"))
        tracks = values_of(record.fields["track"].text) if "track" in record.fields else ()
        roles = (role for ref in move_references(draft, record, "role") for role in ref.roles)
        kind = choice(record.line("kind"), CHOICES["Skills", "kind"]) or "essential"
        category = choice(record.line("category"), CHOICES["Skills", "category"]) or "skill"
        yield Skill(
            name,
            tuple(dict.fromkeys(draft.tracks[fold(track_name(track))] for track in tracks)),
            tuple(dict.fromkeys(role.id for role in roles)),
            cast(SkillKind, kind),
            cast(SkillCategory, category),
            bool(yes_or_no(record.line("technology"))),
            bool(yes_or_no(record.line("equivalent"))),
        )


def _line(record: Record | None, field: str) -> str:
    return record.line(field) if record else ""


def _link(record: Record | None) -> str:
    link = _line(record, "link")
    return link if is_link(link) else ""
