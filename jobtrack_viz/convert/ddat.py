"""The UK Government Digital and Data framework, from its published CSV files.

One file has a row for each skill of each role level, the other a row for each skill. A role becomes
a track, its role levels become roles, skills become competencies.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from pathlib import Path

from jobtrack_viz.convert.role_levels import LEVELS, RoleLevel, is_nothing, role_levels, stated
from jobtrack_viz.convert.source import Fields, fields_of, fold, read_cells
from jobtrack_viz.convert.tables import Converted, Row, Sheet

__all__ = ["convert_ddat"]

_ROLE_COLUMNS = (
    "Role Family",
    "Role",
    "Role Description",
    "Role Level",
    "Role Level Description",
    "Skill Name",
    "Skill Description",
    "Skill Level",
    "Skill Level Description",
)
_SKILL_COLUMNS = ("Skill Name", "Skill Description", *LEVELS)
_LEAD_IN = re.compile(r"((in|at) this [\w ]+,? )?you (can|will):")
_MOST_MOVES = 4
_NAME = "Government Digital and Data Profession Capability Framework"
_ABOUT = (
    ("Title", _NAME),
    ("Licence", "Open Government Licence v3.0"),
    (
        "Attribution",
        f"Contains public sector information from the {_NAME}, licensed under the Open Government "
        "Licence v3.0. Roles are shown as tracks and role levels as roles. The framework states no "
        "grades; the order of role levels was worked out from their skill levels.",
    ),
)
_HOW = "Worked out from the skill levels, which rise on average."


def convert_ddat(roles: Path, skills: Path) -> Converted:
    """A workbook of the framework. ``roles`` and ``skills`` are its files of these contents.

    Senior Civil Service roles have skills without levels: these go to the sheet Skills. Role levels
    of one track stand in the order of the mean of their skill levels, and progressions join each to
    those of the next higher mean.

    Raises:
        UnreadableSource: a file cannot be read, or lacks a published column.
    """
    role_rows = fields_of(roles, read_cells(roles), _ROLE_COLUMNS)
    skill_rows = fields_of(skills, read_cells(skills), _SKILL_COLUMNS)
    levels, remarks = role_levels(role_rows)
    sheets = (
        Sheet("About", _ABOUT, headed=False),
        Sheet("Ladder", (("Competency", "Definition", *LEVELS), *_ladder(skill_rows, role_rows))),
        Sheet("Tracks", (("Track", "Group", "Description"), *_tracks(role_rows))),
        Sheet("Roles", (("Role", "Track", "Summary"), *_roles(levels))),
        Sheet("Matrix, long form", (("Role", "Competency", "Level"), *_levels(levels))),
        Sheet("Moves", (("From", "To", "Kind", "How it happens"), *_moves(levels))),
        Sheet("Skills", (("Skill", "Role", "Kind"), *_skills(levels))),
        Sheet("Job descriptions", (("Role", "Section", "Heading", "Text"), *_passages(levels))),
    )
    return Converted(tuple(s for s in sheets if len(s.rows) > 1), tuple(remarks))


def _ladder(skills: Sequence[Fields], roles: Sequence[Fields]) -> Iterator[Row]:
    """A row for each skill that has levels; words that one file lacks come from the other."""
    definitions: dict[str, str] = {}
    statements: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, str] = {}
    for row in skills:
        key = fold(row["Skill Name"])
        names.setdefault(key, row["Skill Name"])
        definitions[key] = definitions.get(key) or stated(row["Skill Description"])
        for level in LEVELS:
            if words := _lines(row[level]):
                statements[key].setdefault(fold(level), words)
    levelled = set(statements)
    for row in roles:
        key = fold(row["Skill Name"])
        if not key or is_nothing(row["Skill Level"]):
            continue
        levelled.add(key)
        names.setdefault(key, row["Skill Name"])
        definitions[key] = definitions.get(key) or stated(row["Skill Description"])
        if words := _lines(row["Skill Level Description"]):
            statements[key].setdefault(fold(row["Skill Level"]), words)
    for key, name in names.items():
        if key in levelled:
            texts = (statements[key].get(fold(level)) for level in LEVELS)
            yield name, definitions[key], *texts


def _tracks(rows: Sequence[Fields]) -> Iterator[Row]:
    seen: set[str] = set()
    for row in rows:
        if row["Role"] and fold(row["Role"]) not in seen:
            seen.add(fold(row["Role"]))
            yield row["Role"], row["Role Family"], stated(row["Role Description"])


def _roles(levels: Sequence[RoleLevel]) -> Iterator[Row]:
    for one in levels:
        yield one.title, one.track, _before_the_list(one.description)


def _levels(levels: Sequence[RoleLevel]) -> Iterator[Row]:
    for one in levels:
        for skill, level in one.levels:
            yield one.title, skill, level


def _moves(levels: Sequence[RoleLevel]) -> Iterator[Row]:
    """From each role level to those of the next higher mean; none where it would be a guess."""
    tracks: Mapping[str, dict[float, list[RoleLevel]]] = defaultdict(lambda: defaultdict(list))
    for one in levels:
        if one.height is not None:
            tracks[fold(one.track)][one.height].append(one)
    for heights in tracks.values():
        for lower, higher in pairwise(heights[height] for height in sorted(heights)):
            if len(lower) * len(higher) <= _MOST_MOVES:
                for start, goal in product(lower, higher):
                    yield start.title, goal.title, "progression", _HOW


def _skills(levels: Sequence[RoleLevel]) -> Iterator[Row]:
    for one in levels:
        for skill in one.skills:
            yield skill, one.title, "essential"


def _passages(levels: Sequence[RoleLevel]) -> Iterator[Row]:
    """What a role level does, and the words of skills that have no levels."""
    for one in levels:
        if duties := _lines(one.description.removeprefix(_before_the_list(one.description))):
            yield one.title, "Duties", None, duties
        for skill, text in one.skills.items():
            if words := _lines(text):
                yield one.title, "Skills", skill, words


def _before_the_list(text: str) -> str:
    """The first paragraphs, up to the line that leads in a list."""
    kept = []
    for line in text.split("\n"):
        if _LEAD_IN.fullmatch(fold(line)) or line.lstrip().startswith("- "):
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _lines(text: str) -> str:
    """Statements one a line, without bullets and the line that leads them in."""
    if is_nothing(text):
        return ""
    lines = (line.strip().removeprefix("- ").strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not _LEAD_IN.fullmatch(fold(line)))
