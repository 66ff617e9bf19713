"""Which role, track, competency and level of one framework is which of another.

Everything here is the same seen from either side, so that two frameworks differ by the same things
forwards and backwards.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from jobtrack_viz.model import Competency, Framework, Role

__all__ = ["paired", "same_competencies", "same_ranks", "same_roles", "same_tracks", "successors"]

_Value = TypeVar("_Value")
_LEVELS_THAT_TELL = 3
"""A competency without any words is known by its levels, if as many are stated."""
_MOST = 0.5
"""Tracks that share more than this part of the roles of each are one under two names."""


def paired(
    before: Sequence[_Value],
    after: Sequence[_Value],
    keys: Sequence[Callable[[_Value], Hashable]],
) -> list[tuple[int, int]]:
    """Positions of the values that belong together, in the order of ``before``.

    Values are paired by the first key, what is left by the second, and so on; those with the same
    key in order. A key of None pairs nothing.
    """
    found: dict[int, int] = {}
    left, right = list(range(len(before))), list(range(len(after)))
    for key in keys:
        free: defaultdict[Hashable, list[int]] = defaultdict(list)
        for j in right:
            free[key(after[j])].append(j)
        waiting = {name: iter(places) for name, places in free.items() if name is not None}
        for i in left:
            j = next(waiting.get(key(before[i]), iter(())), -1)
            if j >= 0:
                found[i] = j
        taken = set(found.values())
        left = [i for i in left if i not in found]
        right = [j for j in right if j not in taken]
    return sorted(found.items())


def same_roles(before: Framework, after: Framework) -> Mapping[str, str]:
    """Former ids of the roles that stay, and their ids now; no two of them become one.

    A role stays itself if its title and grade do, or else its id, or else if one of the two is
    also known by the other's title and nobody else claims it.
    """
    one, other = before.roles, after.roles
    found = paired(one, other, (lambda r: (r.name.casefold(), r.id), _name, lambda r: r.id))
    same = {one[i].id: other[j].id for i, j in found}
    came = set(same.values())
    gone = [role for role in one if role.id not in same]
    new = [role for role in other if role.id not in came]
    claims = {*_heirs(gone, new), *((a, b) for b, a in _heirs(new, gone))}
    return {**same, **_clear(claims)}


def successors(before: Framework, after: Framework) -> Mapping[str, str]:
    """As ``same_roles``, and of the roles that go, those whose title one other role took over."""
    same = same_roles(before, after)
    claims = set(_heirs([role for role in before.roles if role.id not in same], after.roles))
    heirs = Counter(former for former, _ in claims)
    return {**{a: b for a, b in claims if heirs[a] == 1}, **same}


def same_tracks(before: Framework, after: Framework, roles: Mapping[str, str]) -> dict[str, str]:
    """Former names of the tracks that stay, and their names now.

    A track is known by its name, or else by its roles, if most of them are the other's.
    """
    one, other = before.tracks, after.tracks
    found = paired(one, other, (lambda t: t.name, lambda t: t.name.casefold()))
    same = {one[i].name: other[j].name for i, j in found}
    came = set(same.values())
    claims = []
    new = [track for track in other if track.name not in came]
    for track in one:
        if track.name not in same:
            held = {roles.get(role, "") for role in track.roles}
            claims += [
                (track.name, now.name)
                for now in new
                if len(held.intersection(now.roles)) > _MOST * max(len(held), len(now.roles))
            ]
    return {**same, **_clear(claims)}


def same_competencies(
    before: Framework, after: Framework, roles: Mapping[str, str]
) -> dict[str, str]:
    """Former names of the competencies that stay, and their names now.

    A competency is known by its name, or else by its words, or, if it has none, by its levels.
    """
    one, other = before.competencies, after.competencies
    found = paired(one, other, (lambda c: c.name, lambda c: c.name.casefold()))
    same = {one[i].name: other[j].name for i, j in found}
    came = set(same.values())
    gone = [competency for competency in one if competency.name not in same]
    new = [competency for competency in other if competency.name not in came]
    if gone and new:
        ids = {now: number for number, now in enumerate(roles.values())}
        former = {a: ids[b] for a, b in roles.items()}
        known = [_known(before, competency, former) for competency in gone]
        known_now = [_known(after, competency, ids) for competency in new]
        claims = [
            (a.name, b.name)
            for a, words in zip(gone, known, strict=True)
            for b, words_now in zip(new, known_now, strict=True)
            if words is not None and words == words_now
        ]
        same |= _clear(claims)
    return same


def same_ranks(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Ranks of the levels that stay, counted from 1, and their ranks now; 0 stays 0.

    A level is known by its name; of as many others on each side, by its place among them.
    """
    found = paired(before, after, (lambda name: name, lambda name: name.casefold()))
    left = [i for i in range(len(before)) if i not in dict(found)]
    taken = {j for _, j in found}
    right = [j for j in range(len(after)) if j not in taken]
    more = zip(left, right, strict=True) if len(left) == len(right) else ()
    return {0: 0} | {i + 1: j + 1 for i, j in (*found, *more)}


def _name(role: Role) -> str:
    return role.name.casefold()


def _heirs(roles: Iterable[Role], claimants: Iterable[Role]) -> Iterator[tuple[str, str]]:
    """(role, claimant) for each claimant that is also known by a role's title or name."""
    called: defaultdict[str, list[str]] = defaultdict(list)
    for role in roles:
        for name in {role.title.casefold(), role.name.casefold()}:
            called[name].append(role.id)
    for claimant in claimants:
        for alias in claimant.aliases:
            for role_id in called.get(alias.casefold(), ()):
                yield role_id, claimant.id


def _clear(claims: Collection[tuple[str, str]]) -> dict[str, str]:
    """The pairs of which neither side has another claim."""
    one, other = Counter(a for a, _ in claims), Counter(b for _, b in claims)
    return {a: b for a, b in claims if one[a] == 1 and other[b] == 1}


def _known(
    framework: Framework, competency: Competency, numbers: Mapping[str, int]
) -> tuple[object, ...] | None:
    """What tells a competency from others beside its name; None if there is too little."""
    if competency.definition or any(competency.statements):
        return competency.definition, competency.statements
    levels = tuple(_column(framework, competency.name, numbers))
    return levels if len(levels) >= _LEVELS_THAT_TELL else None


def _column(
    framework: Framework, competency: str, numbers: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """The levels of roles that stay, by number of the role."""
    found = (
        (numbers[role.id], role.levels[competency])
        for role in framework.roles
        if role.id in numbers and competency in role.levels
    )
    yield from sorted(found)
