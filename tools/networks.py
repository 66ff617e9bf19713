"""Career frameworks drawn by lot, as large as real ones: what the map engine is measured on.

The same size always gives the same framework: 11 tracks with 48 roles, 40 with 296, 650 with 4,650.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from random import Random

from jobtrack_viz.model import About, Framework, Grade, Move, Role, Track

__all__ = ["SIZES", "generated"]

SIZES = {"small": (11, 48, 24), "middle": (40, 296, 120), "large": (650, 4650, 1500)}
"""Name of a network -> number of tracks, of roles and of moves."""

_FIRST_GRADE = {"small": 4, "middle": 3, "large": 3}
_LAST_GRADE = {"small": 9, "middle": 11, "large": 11}
_RANKS = ("Apprentice", "Assistant", "Associate", "Officer", "Specialist", "Senior", "Lead")
_FIELDS = (
    "Data",
    "Research Computing",
    "Infrastructure",
    "Service Desk",
    "Information Security",
    "Digital Learning",
    "Product",
    "Records",
    "Library Systems",
    "Network",
    "User Research",
    "Enterprise Architecture",
    "Estates Technology",
    "Student Systems",
)
_JOBS = ("Analyst", "Engineer", "Manager", "Administrator", "Developer", "Technologist", "Partner")


@dataclass
class _Draft:
    """A role while it is being made: its grade and the numbers of its tracks."""

    grade: int
    tracks: list[int]


@dataclass
class _Family:
    """Tracks that share where they begin or end."""

    tracks: list[int]
    lines: dict[int, dict[int, _Draft]] = field(default_factory=dict)


def generated(size: str) -> Framework:
    """The framework of a size: ``small``, ``middle`` or ``large``."""
    count, roles, moves = SIZES[size]
    chance = Random(f"{size} careers")
    first, last = _FIRST_GRADE[size], _LAST_GRADE[size]
    families = list(_families(chance, count))
    lines: dict[int, dict[int, _Draft]] = {}
    for family in families:
        _fill(chance, family, first, last)
        lines |= family.lines
    _share_between(chance, families, first, last)
    _trim(chance, lines, roles)
    return _framework(chance, size, families, lines, moves)


def _families(chance: Random, count: int) -> Iterator[_Family]:
    start = 0
    while start < count:
        size = min(chance.choice((1, 2, 2, 3, 3, 3, 4, 4, 5)), count - start)
        yield _Family(list(range(start, start + size)))
        start += size


def _fill(chance: Random, family: _Family, first: int, last: int) -> None:
    """A role at nearly every grade of each track; first and last ones are mostly shared."""
    for track in family.tracks:
        late = first + (chance.random() < 0.2)
        family.lines[track] = {grade: _Draft(grade, [track]) for grade in range(late, last + 1)}
    if len(family.tracks) == 1:
        return
    for grade, share in ((first, 0.85), (last, 0.8)):
        if chance.random() < share:
            members = [track for track in family.tracks if grade in family.lines[track]]
            _join(family.lines, grade, members)
    for one, other in combinations(family.tracks, 2):
        grade = chance.randrange(first + 1, last)
        if chance.random() < 0.3:
            _join(family.lines, grade, [one, other])


def _join(lines: dict[int, dict[int, _Draft]], grade: int, members: list[int]) -> None:
    members = [track for track in members if len(lines[track][grade].tracks) == 1]
    if len(members) > 1:
        shared = _Draft(grade, members)
        for track in members:
            lines[track][grade] = shared


def _share_between(chance: Random, families: list[_Family], first: int, last: int) -> None:
    """Now and then a role belongs to two families."""
    for one, other in pairwise(families):
        if chance.random() < 0.12:
            grade = chance.randrange(first + 1, last)
            lines = {**one.lines, **other.lines}
            pair = [one.tracks[-1], other.tracks[0]]
            if all(len(lines[track][grade].tracks) == 1 for track in pair):
                _join(lines, grade, pair)


def _trim(chance: Random, lines: dict[int, dict[int, _Draft]], roles: int) -> None:
    """Take away roles, mostly from the ends of tracks, until so many are left."""
    left = len({id(draft) for line in lines.values() for draft in line.values()})
    if left < roles:
        raise ValueError(f"only {left} roles, {roles} are wanted")
    while left > roles:
        line = lines[chance.choice(sorted(lines))]
        inner = chance.random() < 0.08
        grades = sorted(line)[1:-1] if inner else [min(line), max(line)]
        grade = chance.choice(grades) if len(line) > 3 else None
        if grade is not None and len(line[grade].tracks) == 1:
            del line[grade]
            left -= 1


def _framework(
    chance: Random,
    size: str,
    families: list[_Family],
    lines: dict[int, dict[int, _Draft]],
    moves: int,
) -> Framework:
    names = {track: f"{_field(track)} {_JOBS[track % len(_JOBS)]} {track + 1}" for track in lines}
    ids: dict[int, str] = {}
    drafts: list[_Draft] = []
    for line in lines.values():
        for draft in line.values():
            if id(draft) not in ids:
                ids[id(draft)] = f"r{len(ids)}"
                drafts.append(draft)
    grades = sorted({draft.grade for draft in drafts})
    roles = [
        Role(
            id=ids[id(draft)],
            title=_title(chance, draft, grades),
            grade=str(draft.grade),
            rank=float(grades.index(draft.grade)),
            tracks=tuple(names[track] for track in draft.tracks),
            levels={},
        )
        for draft in drafts
    ]
    group = {track: f"Family {i + 1}" for i, f in enumerate(families) for track in f.tracks}
    tracks = [
        Track(
            names[track],
            tuple(ids[id(line[grade])] for grade in sorted(line)),
            group=group[track] if size == "large" else "",
        )
        for track, line in lines.items()
    ]
    return Framework(
        about=About(f"Generated careers, {size}"),
        scale=("Low", "Medium", "High"),
        grades=tuple(Grade(str(grade), rank) for rank, grade in enumerate(grades)),
        tracks=tuple(tracks),
        roles=tuple(roles),
        competencies=(),
        moves=tuple(_moves(chance, drafts, ids, moves)),
        skills=(),
    )


def _field(number: int) -> str:
    return _FIELDS[number % len(_FIELDS)]


def _title(chance: Random, draft: _Draft, grades: list[int]) -> str:
    step = grades.index(draft.grade) * len(_RANKS) // len(grades)
    words = [_RANKS[step], _field(draft.tracks[0])]
    if len(draft.tracks) > 1:
        words = ["Head of" if draft.grade == grades[-1] else words[0], words[1]]
    if chance.random() < 0.75 and words[0] != "Head of":
        words.append(_JOBS[draft.tracks[0] % len(_JOBS)])
    return " ".join(words) + (f" {draft.tracks[0] + 1}" if chance.random() < 0.3 else "")


def _moves(chance: Random, drafts: list[_Draft], ids: dict[int, str], count: int) -> Iterator[Move]:
    """Moves to the same or the next grade of a track that is mostly not far."""
    seen: set[frozenset[int]] = set()
    at: dict[int, list[_Draft]] = {}
    for draft in drafts:
        at.setdefault(draft.grade, []).append(draft)
    while len(seen) < count:
        source = chance.choice(drafts)
        there = at.get(source.grade + chance.choice((0, 0, 1)), [])
        far = chance.choice((2, 4, 8, 16))
        near = [d for d in there if 0 < abs(d.tracks[0] - source.tracks[0]) <= far]
        near = [d for d in near if not set(d.tracks) & set(source.tracks)]
        if not near:
            continue
        target = chance.choice(near)
        pair = frozenset((id(source), id(target)))
        if pair not in seen:
            seen.add(pair)
            kind = chance.choice(("transfer", "secondment", "step up"))
            yield Move(ids[id(source)], ids[id(target)], kind, chance.random() < 0.4)
