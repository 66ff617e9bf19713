"""What differs in the framework's own words: About, scale, ladder, grades, tracks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace

from jobtrack_viz.differences.entries import Entry, Rule, compared, fields, reordered, text_of
from jobtrack_viz.differences.sides import Sides
from jobtrack_viz.differences.value import Difference
from jobtrack_viz.model import Competency, Grade

__all__ = ["about", "grades", "ladder", "order_of_roles", "tracks"]

_FACTS_OF_TRACKS = ("name", "colour", "group", "description", "status", "posts")
_FACTS_OF_COMPETENCIES = ("name", "group", "definition", "level_names")


def about(sides: Sides) -> Iterator[Difference]:
    """What the workbook says about itself."""
    was, now = sides.before.framework.about, sides.after.framework.about
    pieces = [field.name for field in fields_of(now)]
    yield from fields(Difference("about", "changed", now.title), pieces, was, now)


def grades(sides: Sides) -> Iterator[Difference]:
    """Grades, known by their labels, and their order."""

    def entry(grade: Grade) -> Entry[Grade]:
        return Entry(grade, Difference("grade", "changed", grade.label))

    rule: Rule[Grade] = Rule((lambda g: g.label,), ("name", "note", "link"))
    yield from compared(
        rule,
        [entry(grade) for grade in sides.before.framework.grades],
        [entry(grade) for grade in sides.after.framework.grades],
    )


def tracks(sides: Sides) -> Iterator[Difference]:
    """Tracks, their facts, their order, and the order of the roles on them."""
    before = {track.name: track for track in sides.before.framework.tracks}
    after = {track.name: track for track in sides.after.framework.tracks}

    def about(name: str) -> Difference:
        return Difference("track", "changed", name, tracks=(name,))

    for former, name in sides.tracks.items():
        was, now = before[former], after[name]
        yield from fields(about(name), _FACTS_OF_TRACKS, was, now)
        on = set(now.roles)
        stay = [role for role in was.roles if sides.roles.get(role) in on]
        places = {role: j for j, role in enumerate(now.roles)}
        found = [(i, places[sides.roles[role]]) for i, role in enumerate(stay)]
        of_roles = replace(about(name), kind="order", piece="roles")
        yield from reordered(of_roles, found, sides.after.names(now.roles))
    yield from _come_and_go(about, sides.tracks, list(before), list(after))


def ladder(sides: Sides) -> Iterator[Difference]:
    """The scale, and each competency with its statements."""
    before, after = sides.before, sides.after
    scale = (before.framework.scale, after.framework.scale)
    if scale[0] != scale[1]:
        was, now = map(text_of, scale)
        yield Difference("scale", "changed", "", was=was, now=now)

    def about(name: str) -> Difference:
        return Difference("competency", "changed", name)

    for former, name in sides.competencies.items():
        one, other = before.competencies[former], after.competencies[name]
        yield from fields(about(name), _FACTS_OF_COMPETENCIES, one, other)
        yield from _statements(sides, about(name), one, other)
    yield from _come_and_go(
        about, sides.competencies, list(before.competencies), list(after.competencies)
    )


def order_of_roles(sides: Sides) -> Iterator[Difference]:
    """Whether the roles that stay are listed in another order."""
    places = {role.id: j for j, role in enumerate(sides.after.framework.roles)}
    found = [
        (i, places[sides.roles[role.id]])
        for i, role in enumerate(sides.before.framework.roles)
        if role.id in sides.roles
    ]
    names = [role.name for role in sides.after.framework.roles]
    yield from reordered(Difference("role", "order", ""), found, names)


def _come_and_go(
    about: Callable[[str], Difference],
    same: Mapping[str, str],
    before: Sequence[str],
    after: Sequence[str],
) -> Iterator[Difference]:
    """What is known by a name and came or went, and the order of what stays."""
    stays = set(same.values())
    for name in before:
        if name not in same:
            yield replace(about(name), kind="removed")
    for name in after:
        if name not in stays:
            yield replace(about(name), kind="added")
    places = {name: j for j, name in enumerate(after)}
    found = [(i, places[same[name]]) for i, name in enumerate(before) if name in same]
    yield from reordered(Difference(about("").area, "order", ""), found, after)


def _statements(
    sides: Sides, about: Difference, was: Competency, now: Competency
) -> Iterator[Difference]:
    """What the ladder says at each level, then and now."""
    ranks = sides.ranks[was.name]
    former = {b: a for a, b in ranks.items()}
    gone = [rank for rank in range(1, len(was.statements) + 1) if rank not in ranks]
    pairs: list[tuple[int, int | None]] = [(rank, None) for rank in gone]
    count = max(len(now.statements), *former)
    pairs += [(former.get(rank, 0), rank) for rank in range(1, count + 1)]
    for then, rank in pairs:
        one, other = _lines(was, then), _lines(now, rank)
        if one != other:
            level = sides.after.level(now.name, rank) or sides.before.level(was.name, then)
            said = replace(about, piece="statements", detail=level)
            yield replace(said, was=text_of(one), now=text_of(other))


def _lines(competency: Competency, rank: int | None) -> tuple[str, ...]:
    return competency.statements[rank - 1] if rank and rank <= len(competency.statements) else ()
