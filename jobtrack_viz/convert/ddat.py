"""The UK Government Digital and Data framework, from its published CSV files.

One file has a row for each skill of each role level, the other a row for each skill. A role becomes
a track, its role levels become roles, skills become competencies.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from pathlib import Path
from statistics import fmean

from jobtrack_viz.convert.source import Fields, fields_of, fold, read_cells
from jobtrack_viz.convert.tables import Converted, Row, Sheet

__all__ = ["convert_ddat"]

_LEVELS = ("Awareness", "Working", "Practitioner", "Expert")
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
_SKILL_COLUMNS = ("Skill Name", "Skill Description", *_LEVELS)
_NOTHING = frozenset({"", "missing", "not in use", "this skill level is currently not defined."})
_LEAD_INS = frozenset({"you can:", "in this role, you will:", "at this role level, you will:"})
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


@dataclass(frozen=True, slots=True)
class _Post:
    """One role level. ``levels`` are (skill, level) as the file spells them, each once.

    ``skills`` are the texts of skills that it needs without a level, by name.
    """

    title: str
    track: str
    description: str
    levels: tuple[tuple[str, str], ...]
    skills: Mapping[str, str]

    @property
    def height(self) -> float | None:
        """The mean place of its skill levels, from 0; None if it states none that is known."""
        known = [fold(level) for level in _LEVELS]
        places = [known.index(fold(level)) for _, level in self.levels if fold(level) in known]
        return round(fmean(places), 9) if places else None


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
    gathered = _from_low_to_high(list(_posts(role_rows)))
    shared = _shared_titles(gathered)
    posts = [_named_apart(post) if fold(post.title) in shared else post for post in gathered]
    remarks = tuple(f"{title} is a level of: {tracks}." for title, tracks in shared.values())
    sheets = (
        Sheet("About", _ABOUT, headed=False),
        Sheet("Ladder", (("Competency", "Definition", *_LEVELS), *_ladder(skill_rows, role_rows))),
        Sheet("Tracks", (("Track", "Group", "Description"), *_tracks(role_rows))),
        Sheet("Roles", (("Role", "Track", "Summary"), *_roles(posts))),
        Sheet("Matrix, long form", (("Role", "Competency", "Level"), *_levels(posts))),
        Sheet("Moves", (("From", "To", "Kind", "How it happens"), *_moves(posts))),
        Sheet("Skills", (("Skill", "Role", "Kind"), *_skills(posts))),
        Sheet("Job descriptions", (("Role", "Section", "Heading", "Text"), *_passages(posts))),
    )
    return Converted(tuple(s for s in sheets if len(s.rows) > 1), remarks)


def _posts(rows: Sequence[Fields]) -> Iterator[_Post]:
    """Role levels in the order of first mention; rows that the file repeats count once."""
    gathered: dict[tuple[str, str], list[Fields]] = defaultdict(list)
    for row in rows:
        if row["Role"]:
            gathered[fold(row["Role"]), fold(_title(row))].append(row)
    for same in gathered.values():
        first = same[0]
        levelled = not _is_nothing(first["Role Level"])
        text = first["Role Level Description" if levelled else "Role Description"]
        stated = [row for row in same if row["Skill Name"]]
        levels = ((r["Skill Name"], r["Skill Level"]) for r in stated if not _unlevelled(r))
        skills = {
            r["Skill Name"]: _stated(r["Skill Description"]) for r in stated if _unlevelled(r)
        }
        yield _Post(
            _title(first), first["Role"], _stated(text), tuple(dict.fromkeys(levels)), skills
        )


def _from_low_to_high(posts: Sequence[_Post]) -> list[_Post]:
    """Tracks in the file's order; on each, role levels by height, those without any last."""
    tracks = list(dict.fromkeys(fold(post.track) for post in posts))
    return sorted(
        posts,
        key=lambda p: (tracks.index(fold(p.track)), p.height is None, p.height or 0.0),
    )


def _title(row: Fields) -> str:
    return row["Role"] if _is_nothing(row["Role Level"]) else row["Role Level"]


def _unlevelled(row: Fields) -> bool:
    return _is_nothing(row["Skill Level"])


def _shared_titles(posts: Sequence[_Post]) -> Mapping[str, tuple[str, str]]:
    """Titles that stand on several tracks: (title, names of the tracks) by folded title."""
    named: dict[str, list[_Post]] = defaultdict(list)
    for post in posts:
        named[fold(post.title)].append(post)
    return {
        key: (same[0].title, ", ".join(post.track for post in same))
        for key, same in named.items()
        if len(same) > 1
    }


def _named_apart(post: _Post) -> _Post:
    return replace(post, title=f"{post.title} ({post.track})")


def _ladder(skills: Sequence[Fields], roles: Sequence[Fields]) -> Iterator[Row]:
    """A row for each skill that has levels; words that one file lacks come from the other."""
    definitions: dict[str, str] = {}
    statements: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, str] = {}
    for row in skills:
        key = fold(row["Skill Name"])
        names.setdefault(key, row["Skill Name"])
        definitions[key] = definitions.get(key) or _stated(row["Skill Description"])
        for level in _LEVELS:
            if words := _lines(row[level]):
                statements[key].setdefault(fold(level), words)
    levelled = set(statements)
    for row in roles:
        key = fold(row["Skill Name"])
        if not key or _unlevelled(row):
            continue
        levelled.add(key)
        names.setdefault(key, row["Skill Name"])
        definitions[key] = definitions.get(key) or _stated(row["Skill Description"])
        if words := _lines(row["Skill Level Description"]):
            statements[key].setdefault(fold(row["Skill Level"]), words)
    for key, name in names.items():
        if key in levelled:
            texts = (statements[key].get(fold(level)) for level in _LEVELS)
            yield name, definitions[key], *texts


def _tracks(rows: Sequence[Fields]) -> Iterator[Row]:
    seen: set[str] = set()
    for row in rows:
        if row["Role"] and fold(row["Role"]) not in seen:
            seen.add(fold(row["Role"]))
            yield row["Role"], row["Role Family"], _stated(row["Role Description"])


def _roles(posts: Sequence[_Post]) -> Iterator[Row]:
    for post in posts:
        yield post.title, post.track, _before_the_list(post.description)


def _levels(posts: Sequence[_Post]) -> Iterator[Row]:
    for post in posts:
        for skill, level in post.levels:
            yield post.title, skill, level


def _moves(posts: Sequence[_Post]) -> Iterator[Row]:
    """From each role level to those of the next higher mean; none where it would be a guess."""
    tracks: Mapping[str, dict[float, list[_Post]]] = defaultdict(lambda: defaultdict(list))
    for post in posts:
        if post.height is not None:
            tracks[fold(post.track)][post.height].append(post)
    for heights in tracks.values():
        for lower, higher in pairwise(heights[height] for height in sorted(heights)):
            if len(lower) * len(higher) <= _MOST_MOVES:
                for start, goal in product(lower, higher):
                    yield start.title, goal.title, "progression", _HOW


def _skills(posts: Sequence[_Post]) -> Iterator[Row]:
    for post in posts:
        for skill in post.skills:
            yield skill, post.title, "essential"


def _passages(posts: Sequence[_Post]) -> Iterator[Row]:
    """What a role level does, and the words of skills that have no levels."""
    for post in posts:
        if duties := _lines(post.description.removeprefix(_before_the_list(post.description))):
            yield post.title, "Duties", None, duties
        for skill, text in post.skills.items():
            if words := _lines(text):
                yield post.title, "Skills", skill, words


def _before_the_list(text: str) -> str:
    """The first paragraphs, up to the line that leads in a list."""
    kept = []
    for line in text.split("\n"):
        if fold(line) in _LEAD_INS or line.lstrip().startswith("- "):
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _lines(text: str) -> str:
    """Statements one a line, without bullets and the line that leads them in."""
    if _is_nothing(text):
        return ""
    lines = (line.strip().removeprefix("- ").strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line and fold(line) not in _LEAD_INS)


def _stated(text: str) -> str:
    return "" if _is_nothing(text) else text


def _is_nothing(text: str) -> bool:
    return fold(text) in _NOTHING
