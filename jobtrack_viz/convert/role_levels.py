"""Role levels of the Government Digital and Data framework, gathered from rows of single skills."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from jobtrack_viz.convert.source import Fields, fold

__all__ = ["LEVELS", "RoleLevel", "is_nothing", "role_levels", "stated"]

LEVELS = ("Awareness", "Working", "Practitioner", "Expert")
_NOTHING = frozenset({"", "missing", "not in use", "this skill level is currently not defined."})


@dataclass(frozen=True, slots=True)
class RoleLevel:
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
        places = [_place(level) for _, level in self.levels if _place(level) >= 0]
        return round(fmean(places), 9) if places else None


def _place(level: str) -> int:
    known = [fold(name) for name in LEVELS]
    return known.index(fold(level)) if fold(level) in known else -1


def role_levels(rows: Sequence[Fields]) -> tuple[list[RoleLevel], list[str]]:
    """The role levels, and in sentences what was decided.

    After: tracks are in the file's order; on each, role levels by height, those without any last.
    Each states a skill once, at the highest of the levels that the file has for it; a title of
    several tracks names its track.
    """
    found = list(_gathered(rows))
    levels = _from_low_to_high([_settled(level) for level in found])
    shared = _shared_titles(levels)
    remarks = [f"{title} is a level of: {tracks}." for title, tracks in shared.values()]
    remarks += [remark for level in found for remark in _unsettled(level)]
    return [_named_apart(one) if fold(one.title) in shared else one for one in levels], remarks


def _gathered(rows: Sequence[Fields]) -> Iterator[RoleLevel]:
    """Role levels in the order of first mention; rows that the file repeats count once."""
    gathered: dict[tuple[str, str], list[Fields]] = defaultdict(list)
    for row in rows:
        if row["Role"]:
            gathered[fold(row["Role"]), fold(_title(row))].append(row)
    for same in gathered.values():
        first = same[0]
        levelled = not is_nothing(first["Role Level"])
        text = first["Role Level Description" if levelled else "Role Description"]
        skilled = [row for row in same if row["Skill Name"]]
        levels = ((r["Skill Name"], r["Skill Level"]) for r in skilled if not _unlevelled(r))
        skills = {
            r["Skill Name"]: stated(r["Skill Description"]) for r in skilled if _unlevelled(r)
        }
        yield RoleLevel(
            _title(first), first["Role"], stated(text), tuple(dict.fromkeys(levels)), skills
        )


def _settled(one: RoleLevel) -> RoleLevel:
    """The role level with each skill once: at the highest of the levels that the file states."""
    best: dict[str, tuple[str, str]] = {}
    for skill, level in one.levels:
        name, kept = best.setdefault(fold(skill), (skill, level))
        if _place(level) > _place(kept):
            best[fold(skill)] = name, level
    return replace(one, levels=tuple(best.values()))


def _unsettled(one: RoleLevel) -> Iterator[str]:
    """A sentence for each skill that the file states at several levels."""
    levels: dict[str, list[str]] = defaultdict(list)
    for skill, level in one.levels:
        if fold(level) not in map(fold, levels[fold(skill)]):
            levels[fold(skill)].append(level)
    for skill, several in levels.items():
        if len(several) > 1:
            found = ", ".join(several)
            yield f"{one.title} ({one.track}): {skill} stands at {found}; the highest was kept."


def _from_low_to_high(levels: Sequence[RoleLevel]) -> list[RoleLevel]:
    """Tracks in the file's order; on each, role levels by height, those without any last."""
    tracks = list(dict.fromkeys(fold(one.track) for one in levels))
    return sorted(
        levels,
        key=lambda p: (tracks.index(fold(p.track)), p.height is None, p.height or 0.0),
    )


def _title(row: Fields) -> str:
    return row["Role"] if is_nothing(row["Role Level"]) else row["Role Level"]


def _unlevelled(row: Fields) -> bool:
    return is_nothing(row["Skill Level"])


def _shared_titles(levels: Sequence[RoleLevel]) -> Mapping[str, tuple[str, str]]:
    """Titles that stand on several tracks: (title, names of the tracks) by folded title."""
    named: dict[str, list[RoleLevel]] = defaultdict(list)
    for one in levels:
        named[fold(one.title)].append(one)
    return {
        key: (same[0].title, ", ".join(one.track for one in same))
        for key, same in named.items()
        if len(same) > 1
    }


def _named_apart(one: RoleLevel) -> RoleLevel:
    return replace(one, title=f"{one.title} ({one.track})")


def stated(text: str) -> str:
    """The text, or nothing if it only says that there is none."""
    return "" if is_nothing(text) else text


def is_nothing(text: str) -> bool:
    """True for a blank, and for the words that the framework writes into one."""
    return fold(text) in _NOTHING
