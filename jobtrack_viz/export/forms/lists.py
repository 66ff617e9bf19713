"""Every list of a framework as the rows of its sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from jobtrack_viz.export.forms import tables, texts
from jobtrack_viz.export.forms.columns import Column, Table
from jobtrack_viz.export.forms.written import (
    RoleNames,
    Sheet,
    Value,
    cells_of,
    number_or_text,
    several,
    titled,
    track_text,
    yes_or_no,
)
from jobtrack_viz.guidance import LevelProfile
from jobtrack_viz.model import Framework
from jobtrack_viz.workbook.text import values_of

__all__ = ["ROLES", "lists_of"]

_Said: TypeAlias = Mapping[str, Value]
"""One row: what stands below each heading."""

_ORDER = Column("Order", 8, "Their order, lowest number first.")
_ID = Column(
    "ID",
    22,
    "What keeps links to the role working, and tells what was changed. Leave it as it is; for a "
    "new role leave it blank.",
)
_REVIEWED = Column("HERA reviewed", 16, "When its job evaluation was last reviewed.", as_text=True)


def lists_of(framework: Framework, *, ordered: bool) -> tuple[Sheet, ...]:
    """The sheets of all lists, with what the framework says of each.

    ``ordered``: grades and tracks are numbered too, for names that are no clear sign of a row.
    """
    names = RoleNames(framework.roles)
    grades, tracks = _numbered(tables.GRADES, ordered), _numbered(tables.TRACKS, ordered)
    return (
        _sheet(grades, _grades(framework)),
        _sheet(tracks, _tracks(framework)),
        _sheet(ROLES, _roles(framework)),
        _sheet(tables.MOVES, _moves(framework, names)),
        _sheet(tables.SKILLS, _skills(framework, names)),
        _sheet(texts.DEVELOPMENT, _development(framework)),
        _sheet(texts.LEVEL_PROFILES, _profiles(framework)),
        _sheet(texts.PROCESSES, _processes(framework)),
        _sheet(texts.STORIES, _stories(framework, names)),
        _sheet(texts.DESCRIPTIONS, _descriptions(framework, names)),
    )


def _sheet(table: Table, rows: Iterable[_Said]) -> Sheet:
    """What each row says below its headings; every word of it has a heading or is for ``Order``."""
    headings = [column.heading for column in table.columns]
    found = []
    for row in rows:
        unknown = row.keys() - {*headings, "Order"}
        if unknown:
            raise KeyError(f"{table.name} has no column {min(unknown)}")
        found.append(tuple(row.get(heading) for heading in headings))
    return Sheet(table, tuple(found))


def _numbered(table: Table, ordered: bool) -> Table:
    return replace(table, columns=(*table.columns, _ORDER)) if ordered else table


def _with_ids(table: Table) -> Table:
    """The template's columns, with the ID's own note and the one column that it leaves out."""
    columns = [_ID if column.heading == "ID" else column for column in table.columns]
    place = [column.heading for column in columns].index("Reports to")
    return replace(table, columns=(*columns[:place], _REVIEWED, *columns[place:]))


ROLES = _with_ids(tables.ROLES)


def _grades(framework: Framework) -> Iterator[_Said]:
    for grade in framework.grades:
        yield {
            "Grade": number_or_text(grade.label),
            "Name": grade.name,
            "Note": grade.note,
            "Link": grade.link,
            "Order": grade.rank + 1,
        }


def _tracks(framework: Framework) -> Iterator[_Said]:
    for number, track in enumerate(framework.tracks, start=1):
        yield {
            "Track": track_text(track.name),
            "Group": track.group,
            "Status": track.status,
            "Description": track.description,
            "Colour": track.colour,
            "Posts": track.posts,
            "Order": number,
        }


def _roles(framework: Framework) -> Iterator[_Said]:
    listed = [grade.label for grade in framework.grades]
    for role in framework.roles:
        # A track with a semicolon in its name cannot stand in a list; its matrix names the role.
        tracks = [text for text in map(track_text, role.tracks) if values_of(text) == (text,)]
        yield {
            "Role": titled(role, listed, graded=False),
            "Grade": number_or_text(role.grade or ""),
            "Track": several(tracks),
            "Also known as": several(role.aliases),
            "Summary": role.summary,
            "Status": role.status,
            "Manages people": yes_or_no(role.manages_people),
            "HERA reference": role.hera_reference,
            "HERA reviewed": role.hera_reviewed,
            "Reports to": role.reports_to,
            "Link": role.link,
            "ID": role.id,
            "Posts": role.posts,
        }


def _moves(framework: Framework, names: RoleNames) -> Iterator[_Said]:
    for move in framework.moves:
        yield {
            "From": names[move.source],
            "To": names[move.target],
            "Kind": move.kind,
            "How it happens": move.note,
            "Both ways": yes_or_no(move.both_ways),
            "Link": move.link,
        }


def _skills(framework: Framework, names: RoleNames) -> Iterator[_Said]:
    for skill in framework.skills:
        yield {
            "Skill": skill.name,
            "Track": several([track_text(name) for name in skill.tracks]),
            "Role": names.several(skill.roles),
            "Kind": skill.kind,
            "Category": skill.category,
            "Technology": yes_or_no(skill.technology),
            "Equivalent experience": yes_or_no(skill.equivalent_experience),
        }


def _development(framework: Framework) -> Iterator[_Said]:
    competencies = {competency.name: competency for competency in framework.competencies}
    for options in framework.development:
        level = framework.level_name(options.rank, competencies[options.competency])
        kinds = (options.on_the_job, options.with_others, options.formal_training)
        for job, others, formal in zip_longest(*map(cells_of, kinds)):
            yield {
                "Competency": options.competency,
                "To level": number_or_text(level),
                "On the job": job,
                "With others": others,
                "Formal training": formal,
            }


def _profiles(framework: Framework) -> Iterator[_Said]:
    """A row for each text; the description goes beside the first, a row for each of its lines."""
    for profile in framework.profiles:
        grades = [str(number_or_text(label)) for label in profile.grades]
        level: _Said = {
            "Level": profile.level,
            "Grades": number_or_text(several(grades)),
            "Track": several([track_text(name) for name in profile.tracks]),
        }
        described = profile.description.split("\n")
        for description, text in zip_longest(described, _profile_texts(profile)):
            yield {**level, "Description": description, **(text or {})}


def _profile_texts(profile: LevelProfile) -> Iterator[_Said]:
    for text in profile.texts:
        for cell in cells_of(text.lines) or [""]:
            yield {
                "Section": text.section,
                "Topic": text.topic,
                "Text": cell,
                "Link": text.link,
            }


def _processes(framework: Framework) -> Iterator[_Said]:
    for process in framework.processes:
        for cell in cells_of(process.lines) or [""]:
            yield {
                "Kind": process.kind,
                "Title": process.title,
                "Text": cell,
                "Link": process.link,
            }


def _stories(framework: Framework, names: RoleNames) -> Iterator[_Said]:
    """Only stories with consent are in a framework, so each says yes."""
    for story in framework.stories:
        yield {
            "Title": story.title,
            "From": names[story.source] if story.source else None,
            "To": names[story.target] if story.target else None,
            "Story": "\n".join(cells_of(story.lines)) or None,
            "Link": story.link,
            "Consent": "yes",
        }


def _descriptions(framework: Framework, names: RoleNames) -> Iterator[_Said]:
    for document in framework.descriptions:
        for passage in document.passages:
            for cell in cells_of(passage.lines) or [""]:
                yield {
                    "Role": names[document.role],
                    "Section": passage.section,
                    "Heading": passage.heading,
                    "Text": cell,
                    "Kind": passage.kind,
                }
