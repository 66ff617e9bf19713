"""What differs in roles: their own facts, their levels, their job descriptions."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from jobtrack_viz.differences.entries import GONE, fields, parts, text_of
from jobtrack_viz.differences.sides import Sides
from jobtrack_viz.differences.value import Difference
from jobtrack_viz.guidance import JobDescription, Passage
from jobtrack_viz.model import Role

__all__ = ["descriptions", "levels", "roles"]

_FACTS = (
    "title",
    "grade",
    "aliases",
    "summary",
    "status",
    "manages_people",
    "hera_reference",
    "hera_reviewed",
    "reports_to",
    "posts",
    "link",
)


def roles(sides: Sides) -> Iterator[Difference]:
    """Roles that come and go, and the facts of those that stay, without their levels."""
    for role in sides.before.framework.roles:
        if role.id not in sides.roles:
            yield Difference("role", "removed", role.name, before=(role.id,), tracks=role.tracks)
    for role in sides.after.framework.roles:
        if role.id not in sides.role_stays:
            yield Difference("role", "added", role.name, after=(role.id,), tracks=role.tracks)
    for was, now in _both(sides):
        yield from _facts(sides, was, now)


def levels(sides: Sides) -> Iterator[Difference]:
    """Levels of the roles that stay, competency by competency."""
    plain = all(
        name == now and all(a == b for a, b in sides.ranks[name].items())
        for name, now in sides.competencies.items()
    )
    former = {now: name for name, now in sides.competencies.items()}
    names = {name: name for name in sides.before.competencies if name not in sides.competencies}
    names |= {former.get(now, now): now for now in sides.after.competencies}
    for was, now in _both(sides):
        if plain and was.levels == now.levels:
            continue
        for then, name in names.items():
            one, other = was.levels.get(then), now.levels.get(name)
            if one is None and other is None:
                continue
            if one is None or other is None or sides.rank(then, one) != other:
                yield replace(
                    _of(was, now),
                    piece="levels",
                    detail=name,
                    was=sides.before.level(then, one),
                    now=sides.after.level(name, other),
                )


def descriptions(sides: Sides) -> Iterator[Difference]:
    """Job descriptions of the roles that stay, passage by passage."""
    one = {text.role: text for text in sides.before.framework.descriptions}
    other = {text.role: text for text in sides.after.framework.descriptions}
    for was, now in _both(sides):
        about = replace(_of(was, now), area="description")
        yield from _description(about, one.get(was.id), other.get(now.id))


def _both(sides: Sides) -> Iterator[tuple[Role, Role]]:
    for former, now in sides.roles.items():
        yield sides.before.roles[former], sides.after.roles[now]


def _of(was: Role, now: Role) -> Difference:
    """A change of a role, still without what it was and is."""
    ids = (was.id,), (now.id,)
    return Difference("role", "changed", now.name, "", "", "", "", *ids, now.tracks)


def _facts(sides: Sides, was: Role, now: Role) -> Iterator[Difference]:
    yield from fields(_of(was, now), _FACTS, was, now)
    if was.id != now.id and was.title == now.title:
        yield replace(_of(was, now), piece="id", was=was.id, now=now.id)
    tracks = tuple(sides.tracks.get(track, GONE + track) for track in was.tracks)
    if set(tracks) != set(now.tracks):
        yield replace(_of(was, now), piece="tracks", was=text_of(tracks), now=text_of(now.tracks))


def _description(
    about: Difference, was: JobDescription | None, now: JobDescription | None
) -> Iterator[Difference]:
    if was is None or now is None:
        if was is not now:
            yield replace(about, kind="removed" if now is None else "added")
        return
    keys: tuple[Callable[[Passage], Hashable], ...] = (
        lambda p: p,
        lambda p: (p.section, p.heading, p.kind),
        lambda p: (p.section, p.heading),
    )
    yield from parts(
        about,
        keys,
        (was.passages, now.passages),
        _heading,
        {"passages": lambda p: p.lines, "passage kind": lambda p: p.kind},
    )


def _heading(passage: Passage) -> str:
    return ", ".join(filter(None, (passage.section, passage.heading)))
