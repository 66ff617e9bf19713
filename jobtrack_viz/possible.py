"""Moves that nobody described but that the levels allow; of very many, the nearest."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappush, heapreplace, nsmallest
from itertools import islice

from jobtrack_viz.gaps import few_levels_more
from jobtrack_viz.model import Role

__all__ = ["Possible", "possible_pairs"]

Possible = tuple[Role, Role, int]
"""A role, another that it may lead to, and the levels more that the other asks for."""

_MOST_LEVELS_MORE = 3
_MOST_PAIRS = 70_000
_LEAST_INTO = 4


def possible_pairs(roles: Sequence[Role]) -> Iterator[Possible]:
    """Pairs of roles on different tracks, the second on the same or the next grade.

    It asks for at most three levels more, and the levels are known. Of more than 70,000 pairs
    each role keeps those with the roles that it is most like: 70,000 divided by the number of
    roles on the same grade, as many on a higher one, and the four that lead to it from roles most
    like it. Most alike are roles that ask for the fewest levels more, then the fewest less. Ordered
    by source.
    """
    graded = sorted((role for role in roles if role.rank is not None), key=lambda r: r.rank or 0)
    ranks = [role.rank or 0.0 for role in graded]
    every = (
        (source, target, more) for source in roles for more, target in _from(source, graded, ranks)
    )
    first = list(islice(every, _MOST_PAIRS + 1))
    if len(first) <= _MOST_PAIRS:
        yield from first
    else:
        yield from _nearest(roles, graded, ranks, max(1, _MOST_PAIRS // len(roles)))


def _from(
    source: Role, graded: Sequence[Role], ranks: Sequence[float]
) -> Iterator[tuple[int, Role]]:
    if source.rank is None:
        return
    for target in graded[bisect_left(ranks, source.rank) : bisect_right(ranks, source.rank + 1)]:
        more = few_levels_more(source.levels, target.levels, _MOST_LEVELS_MORE)
        if more is not None and set(source.tracks).isdisjoint(target.tracks):
            yield more, target


def _nearest(
    roles: Sequence[Role], graded: Sequence[Role], ranks: Sequence[float], each: int
) -> Iterator[Possible]:
    """The pairs that are kept of very many."""
    order = {role.id: number for number, role in enumerate(sorted(roles, key=lambda r: r.id))}
    kept: dict[str, dict[str, Possible]] = {role.id: {} for role in roles}
    into: dict[str, list[tuple[tuple[int, ...], Possible]]] = {role.id: [] for role in roles}
    for source in roles:
        found = [
            (_distance(source, target, more, order), (source, target, more))
            for more, target in _from(source, graded, ranks)
        ]
        for level in (True, False):
            here = [pair for pair in found if (pair[1][1].rank == source.rank) == level]
            for _, pair in nsmallest(each, here, key=_by_distance):
                kept[source.id][pair[1].id] = pair
        for distance, pair in found:
            nearest = into[pair[1].id]
            far = tuple(-figure for figure in distance)
            if len(nearest) < _LEAST_INTO:
                heappush(nearest, (far, pair))
            elif far > nearest[0][0]:
                heapreplace(nearest, (far, pair))
    for nearest in into.values():
        for _, pair in nearest:
            kept[pair[0].id][pair[1].id] = pair
    for source in roles:
        yield from (kept[source.id][target] for target in sorted(kept[source.id]))


def _by_distance(found: tuple[tuple[int, ...], Possible]) -> tuple[int, ...]:
    return found[0]


def _distance(source: Role, target: Role, more: int, order: dict[str, int]) -> tuple[int, ...]:
    """Levels more, levels less with competencies that only one states, then the next by id.

    Counting ids from the source's own on keeps equals from all leading to the same few roles.
    """
    here, there = source.levels, target.levels
    less = sum(max(0, rank - there[name]) for name, rank in here.items() if name in there)
    apart = len(here.keys() ^ there.keys())
    ahead = (order[target.id] - order[source.id]) % len(order)
    return more, less + apart, ahead, order[source.id]
