"""Keyed entries become a framework again."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Passage,
    Process,
    ProfileText,
)
from jobtrack_viz.merge.flat import NOT_REQUIRED, Fields, Flat
from jobtrack_viz.model import About, Competency, Framework, Grade, Move, Role, Skill, Track
from jobtrack_viz.workbook.grades import GradeOrder
from jobtrack_viz.workbook.profiles import reaches
from jobtrack_viz.workbook.text import slug

__all__ = ["rebuilt"]


def rebuilt(flat: Flat, first: Collection[str]) -> Framework:
    """The framework that these entries are; every key in them is that of an entry.

    ``first`` are the keys of roles that keep their ids where others have the same.
    """
    ids = _ids(flat["roles",], first)
    ranks = {key: rank for rank, key in enumerate(flat["levels",], 1)} | {NOT_REQUIRED: 0}
    tracks = {key: str(fields["name"]) for key, fields in flat["tracks",].items()}
    competencies = {key: str(fields["name"]) for key, fields in flat["competencies",].items()}
    order = GradeOrder(tuple(str(f["label"]) for f in flat["grades",].values()), "sheet")
    ends = {"": "", **ids}
    return Framework(
        About(**flat["about",]["about"]),
        tuple(str(fields["name"]) for fields in flat["levels",].values()),
        tuple(Grade(rank=n, **fields) for n, fields in enumerate(flat["grades",].values())),
        tuple(
            Track(roles=tuple(ids[role] for role in flat["stations", key]), **fields)
            for key, fields in flat["tracks",].items()
        ),
        tuple(
            _role(fields, ids[key], _tracks(flat, key, tracks), order, ranks, competencies)
            for key, fields in flat["roles",].items()
        ),
        tuple(_competency(fields, ranks) for fields in flat["competencies",].values()),
        tuple(
            Move(**{**fields, "source": ids[fields["source"]], "target": ids[fields["target"]]})
            for fields in flat["moves",].values()
        ),
        tuple(
            Skill(**{**fields, "tracks": _all(tracks, fields), "roles": _all(ids, fields, "roles")})
            for fields in flat["skills",].values()
        ),
        tuple(
            DevelopmentOptions(
                competencies[fields["competency"]],
                ranks[fields["level"]],
                *(fields[kind] for kind in ("on_the_job", "with_others", "formal_training")),
            )
            for fields in flat["development",].values()
        ),
        tuple(_profiles(flat, tracks, order)),
        tuple(Process(**fields) for fields in flat["processes",].values()),
        tuple(
            CaseStudy(
                **{**fields, "source": ends[fields["source"]], "target": ends[fields["target"]]}
            )
            for fields in flat["stories",].values()
        ),
        tuple(
            JobDescription(ids[key], tuple(Passage(**p) for p in flat["passages", key].values()))
            for key in flat["descriptions",]
        ),
    )


def _ids(roles: Mapping[str, Fields], first: Collection[str]) -> dict[str, str]:
    """The id of each role; of two with one id, the second takes one of its title and grade."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(roles, key=lambda key: key not in first):
        fields = roles[key]
        wanted = str(fields["id"])
        if wanted in taken:
            wanted = "-".join(slug(part) for part in (fields["title"], fields["grade"]) if part)
        free, number = wanted, 2
        while free in taken:
            free, number = f"{wanted}-{number}", number + 1
        taken.add(free)
        found[key] = free
    return found


def _all(names: Mapping[str, str], fields: Fields, field: str = "tracks") -> tuple[str, ...]:
    return tuple(names[key] for key in fields[field])


def _tracks(flat: Flat, role: str, tracks: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for key, name in tracks.items() if role in flat["stations", key])


def _role(
    fields: Fields,
    role_id: str,
    tracks: tuple[str, ...],
    order: GradeOrder,
    ranks: Mapping[str, int],
    competencies: Mapping[str, str],
) -> Role:
    facts: dict[str, Any] = {name: v for name, v in fields.items() if isinstance(name, str)}
    levels = {
        competencies[name[1]]: ranks[level]
        for name, level in fields.items()
        if isinstance(name, tuple)
    }
    rank = order.rank(facts["grade"]) if facts["grade"] else None
    return Role(**{**facts, "id": role_id}, rank=rank, tracks=tracks, levels=levels)


def _competency(fields: Fields, ranks: Mapping[str, int]) -> Competency:
    levels = [key for key in ranks if key != NOT_REQUIRED]
    own = [str(fields.get(("level name", key), "")) for key in levels]
    while own and not own[-1]:
        own.pop()
    return Competency(
        fields["name"],
        fields["group"],
        fields["definition"],
        tuple(fields.get(("statements", key), ()) for key in levels),
        tuple(own),
    )


def _profiles(flat: Flat, tracks: Mapping[str, str], order: GradeOrder) -> Iterator[LevelProfile]:
    for key, fields in flat["profiles",].items():
        places = reaches(order, fields["grades"])
        yield LevelProfile(
            fields["level"],
            fields["grades"],
            tuple(places[label] for label in fields["grades"] if label in places),
            _all(tracks, fields),
            fields["description"],
            tuple(ProfileText(**text) for text in flat["texts", key].values()),
        )
