"""A framework as lists of keyed entries, named as the base names them: what three sides share.

Every reference in an entry is a key: of a role, a track, a competency, a level. So a role that one
side renames is still the role whose summary the other side changes.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import Any, TypeAlias

from jobtrack_viz.differences import (
    paired,
    same_competencies,
    same_ranks,
    same_roles,
    same_tracks,
)
from jobtrack_viz.model import Competency, Framework, Role
from jobtrack_viz.workbook.text import fold

__all__ = ["NOT_REQUIRED", "Entries", "Field", "Fields", "Flat", "List", "flattened"]

List: TypeAlias = tuple[str, ...]
"""Which list: its name and, for a list within an entry, that entry's key."""
Field: TypeAlias = str | tuple[str, str]
"""A field's name; with a key for one of several, such as the level of one competency."""
Fields: TypeAlias = Mapping[Any, Any]
"""Values by field; every key is a ``Field``."""
Entries: TypeAlias = Mapping[str, Fields]
Flat: TypeAlias = Mapping[List, Entries]

_Rules: TypeAlias = tuple[tuple[str, ...], ...]
_GRADES: _Rules = (("label",),)
_MOVES: _Rules = (("source", "target", "kind"), ("source", "target"))
_SKILLS: _Rules = (("name", "tracks", "roles"), ("name", "category", "kind"), ("name",))
_PROCESSES: _Rules = (("kind", "title"), ("kind",))
_STORIES: _Rules = (("title", "source", "target"), ("title",))
_PROFILES: _Rules = (("level", "grades", "tracks"), ("level", "tracks"), ("level",))
_TEXTS: _Rules = (("section", "topic"), ("lines",))
_PASSAGES: _Rules = (("section", "heading", "kind"), ("section", "heading"), ("lines",))
"""By which fields entries are taken to be one, the surest first; what is new is named by them."""

NOT_REQUIRED = "not required"
"""Stands for a level where a role states that it does not require a competency."""


@dataclass(frozen=True, slots=True)
class _Names:
    """Keys of the things that others refer to, by their names in this framework."""

    roles: Mapping[str, str]
    tracks: Mapping[str, str]
    competencies: Mapping[str, str]
    levels: Mapping[int, str]


def flattened(base: Framework, framework: Framework) -> Flat:
    """Every entry of the framework, by list and key, in its order.

    An entry has the base's key if it is the base's; a new one has a key of what it says, so that
    two sides that add the same thing have it once.
    """
    names = _names(base, framework)
    base_names = _names(base, base)
    flat: dict[List, Entries] = {
        ("about",): {"about": _all(framework.about)},
        ("levels",): {
            names.levels[rank]: {"name": name} for rank, name in enumerate(framework.scale, 1)
        },
        ("grades",): _paired(
            [_all(grade, "rank") for grade in base.grades],
            [_all(grade, "rank") for grade in framework.grades],
            _GRADES,
        ),
        ("tracks",): {names.tracks[track.name]: _all(track, "roles") for track in framework.tracks},
        ("roles",): {names.roles[role.id]: _role(role, names) for role in framework.roles},
        ("competencies",): {
            names.competencies[c.name]: _competency(c, names) for c in framework.competencies
        },
        ("development",): {
            f"{names.competencies[d.competency]} / {names.levels[d.rank]}": _all(
                d, "competency", "rank"
            )
            | {"competency": names.competencies[d.competency], "level": names.levels[d.rank]}
            for d in framework.development
        },
        ("descriptions",): {
            names.roles[text.role]: {"role": names.roles[text.role]}
            for text in framework.descriptions
        },
    }
    for track in framework.tracks:
        key = names.tracks[track.name]
        flat["stations", key] = {
            names.roles[role]: {"role": names.roles[role], "track": key} for role in track.roles
        }
    lists: tuple[tuple[str, Callable[[Framework, _Names], list[Fields]], _Rules], ...] = (
        ("moves", _moves, _MOVES),
        ("skills", _skills, _SKILLS),
        ("processes", _processes, _PROCESSES),
        ("stories", _stories, _STORIES),
        ("profiles", _profiles, _PROFILES),
    )
    for name, said, keys in lists:
        flat[name,] = _paired(said(base, base_names), said(framework, names), keys)
    _add_texts(flat, base, framework)
    _add_passages(flat, base, framework, names)
    return flat


def _names(base: Framework, framework: Framework) -> _Names:
    same = same_roles(base, framework)
    roles = {now: former for former, now in same.items()}
    tracks = {now: former for former, now in same_tracks(base, framework, same).items()}
    found = same_competencies(base, framework, same)
    competencies = {now: former for former, now in found.items()}
    ranks = {now: former for former, now in same_ranks(base.scale, framework.scale).items()}
    levels = {0: NOT_REQUIRED}
    for rank, name in enumerate(framework.scale, 1):
        key = f"level {ranks[rank]}" if rank in ranks else f"new {fold(name)}"
        levels[rank] = key if key not in levels.values() else f"{key} {rank}"
    return _Names(
        {r.id: roles.get(r.id) or f"new {fold(r.name)} {r.id}" for r in framework.roles},
        {t.name: tracks.get(t.name) or f"new {fold(t.name)}" for t in framework.tracks},
        {c.name: competencies.get(c.name) or f"new {fold(c.name)}" for c in framework.competencies},
        levels,
    )


def _all(value: Any, *without: str) -> dict[Field, Any]:
    names = (field.name for field in fields_of(value) if field.name not in without)
    return {name: getattr(value, name) for name in names}


def _role(role: Role, names: _Names) -> Fields:
    levels = {
        ("level", names.competencies[competency]): names.levels[rank]
        for competency, rank in role.levels.items()
    }
    return _all(role, "rank", "tracks", "levels") | levels


def _competency(competency: Competency, names: _Names) -> Fields:
    said: dict[Field, Any] = {
        ("statements", names.levels[rank]): lines
        for rank, lines in enumerate(competency.statements, 1)
        if lines
    }
    own: dict[Field, Any] = {
        ("level name", names.levels[rank]): word
        for rank, word in enumerate(competency.level_names, 1)
        if word
    }
    return _all(competency, "statements", "level_names") | said | own


def _moves(framework: Framework, names: _Names) -> list[Fields]:
    return [
        {
            **_all(move),
            "source": names.roles[move.source],
            "target": names.roles[move.target],
        }
        for move in framework.moves
    ]


def _skills(framework: Framework, names: _Names) -> list[Fields]:
    return [
        {
            **_all(skill),
            "tracks": tuple(names.tracks[track] for track in skill.tracks),
            "roles": tuple(names.roles[role] for role in skill.roles),
        }
        for skill in framework.skills
    ]


def _processes(framework: Framework, _: _Names) -> list[Fields]:
    return [_all(process) for process in framework.processes]


def _stories(framework: Framework, names: _Names) -> list[Fields]:
    ends = {"": "", **names.roles}
    return [
        {**_all(story), "source": ends[story.source], "target": ends[story.target]}
        for story in framework.stories
    ]


def _profiles(framework: Framework, names: _Names) -> list[Fields]:
    return [
        {
            **_all(profile, "ranks", "texts"),
            "tracks": tuple(names.tracks[track] for track in profile.tracks),
        }
        for profile in framework.profiles
    ]


def _add_texts(flat: dict[List, Entries], base: Framework, framework: Framework) -> None:
    """The texts of each level, as lists of their own."""
    told = {f"base {i}": profile.texts for i, profile in enumerate(base.profiles)}
    for key, profile in zip(flat["profiles",], framework.profiles, strict=True):
        texts = [_all(text) for text in profile.texts]
        before = [_all(text) for text in told.get(key, ())]
        flat["texts", key] = _paired(before, texts, _TEXTS)


def _add_passages(
    flat: dict[List, Entries], base: Framework, framework: Framework, names: _Names
) -> None:
    """The passages of each role's job description, as lists of their own."""
    told = {text.role: text.passages for text in base.descriptions}
    for text in framework.descriptions:
        key = names.roles[text.role]
        before = [_all(passage) for passage in told.get(key, ())]
        flat["passages", key] = _paired(before, [_all(p) for p in text.passages], _PASSAGES)


def _paired(before: Sequence[Fields], now: Sequence[Fields], keys: _Rules) -> Entries:
    """The entries by key: those of the base by its places, new ones by what they are about."""
    same = {j: i for i, j in paired(before, now, (_whole, *map(_of, keys)))}
    counts: Counter[Hashable] = Counter()
    found: dict[str, Fields] = {}
    for j, fields in enumerate(now):
        if j in same:
            found[f"base {same[j]}"] = fields
        else:
            about = " / ".join(_plain(fields[name]) for name in keys[0])
            counts[about] += 1
            found[f"new {about} {counts[about]}"] = fields
    return found


def _whole(fields: Fields) -> Hashable:
    return tuple(fields.items())


def _of(rule: tuple[str, ...]) -> Callable[[Fields], Hashable]:
    return lambda fields: tuple(_plain(fields[name]) for name in rule)


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return fold(str(value))
