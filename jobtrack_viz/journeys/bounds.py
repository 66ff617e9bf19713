"""Which ways are worth following back, given how good the beginning of a journey can be at best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from jobtrack_viz.journeys.choice import front
from jobtrack_viz.journeys.question import Question
from jobtrack_viz.journeys.rests import Lead, Rest
from jobtrack_viz.journeys.values import UNKNOWN, Cost
from jobtrack_viz.journeys.work import Work

__all__ = ["ByMoves"]

_Numbers = NDArray[np.int64]

_NO_WAY = 10**5 * UNKNOWN
_FEWEST_LIMITS, _MOST_WAYS_LOOKED_AT = 8, 600_000
_CHANGES_TOLD = 5
_PRICE_OF_TABLES, _PRICE_OF_ROWS = 0.06, 0.006
"""Of each way and number of moves, as ``Work`` counts it."""


class ByMoves:
    """Bounds for journeys of at most ``most`` moves, where roles have very many ways on.

    They are the smallest largest leg and the least total with which each role can be reached, for
    each number of moves, and the total also for each number of changes of track; falls are left
    out of account. ``known`` are costs of journeys that there are, good ones.

    Bellman's recursion over the number of moves, for all roles at once; once more under some
    limits to the largest leg, where each total at the goal is traced back to a journey.
    """

    price = 80.0

    def __init__(self, question: Question, most: int, work: Work) -> None:
        self._edges = edges = _edges(question)
        work.spend(len(edges.sizes) * (1 + most * _PRICE_OF_TABLES))
        self._tracks = sorted({t for ways in question.into.values() for w in ways for t in w[2]})
        self._largest = np.stack(_rows(edges, edges.sizes, most, np.maximum))
        self._arrived, self._left = _tables(edges, most)
        known: list[Cost] = []
        for limit in _limits(edges, int(self._largest[-1, edges.goal])):
            if work.is_short:
                break
            work.spend(len(edges.sizes) * most * _PRICE_OF_ROWS)
            within = np.where(edges.sizes <= limit, edges.sizes, _NO_WAY)
            rows = _rows(edges, within, most, np.add)
            known += _journeys(question, edges, within, rows)
        self.known = tuple(front(known))

    def leads(self, role: int, stage: int, rest: Rest, known: Sequence[Cost]) -> Iterator[Lead]:
        """Ways to the role that with some beginning may make a journey that no known one beats."""
        edges = self._edges
        node = stage * edges.roles + role
        here = slice(*np.searchsorted(edges.targets, [node, node + 1]))
        most = len(self._largest) - rest.moves - 1
        if here.start == here.stop or most <= 0:
            return
        sizes, sources, tracks = edges.sizes[here], edges.sources[here], edges.tracks[here]
        same = edges.same[here]
        total = np.minimum(self._arrived[:most, :, same], self._left[:most, :, sources])
        open_ = total < _NO_WAY
        total = total + (rest.total + sizes)
        largest = np.maximum(self._largest[:most, sources], np.maximum(rest.largest, sizes))
        largest = largest[:, None, :]
        moves = (np.arange(most) + rest.moves + 1)[:, None, None]
        onto = self._tracks.index(rest.track) if rest.track else tracks
        changes = np.arange(_CHANGES_TOLD)[:, None] + (rest.changes + (tracks != onto))
        if known:
            # One axis more for the known journeys; whole numbers add up to less where one is less.
            costs = np.array(known, dtype=np.int64).T[:, :, None, None, None]
            beaten = (costs[2] <= moves) & (costs[3] <= changes)
            beaten = beaten & (costs[0] <= largest)
            beaten &= costs[1] <= total
            beaten &= costs.sum(axis=0) < total + largest + moves + changes
            open_ &= ~beaten.any(axis=0)
        for place in np.flatnonzero(open_.any(axis=(0, 1))):
            before, source = divmod(int(sources[place]), edges.roles)
            yield source, before, int(sizes[place]), self._tracks[int(tracks[place])]


@dataclass(frozen=True, slots=True, eq=False)
class _Edges:
    """Ways onto each of their tracks, between roles at stages, sorted by target and track.

    A node is a role at a stage; a berth is a node with a track of arrival. ``berths`` are where
    ways arrive and ``same`` the berths that they go on from without a change, the last of all
    where nothing arrives on that track. ``heads`` are the first ways of berths, ``docks`` the first
    berths of the nodes ``harbours``.
    """

    roles: int
    nodes: int
    start: int
    goal: int
    sources: _Numbers
    targets: _Numbers
    sizes: _Numbers
    tracks: _Numbers
    berths: _Numbers
    same: _Numbers
    heads: _Numbers
    docks: _Numbers
    harbours: _Numbers


def _edges(question: Question) -> _Edges:
    itinerary, roles = question.itinerary, len(question.ranks)
    names = sorted({t for ways in question.into.values() for way in ways for t in way[2]})
    track_of = {name: number for number, name in enumerate(names)}
    flat: list[int] = []
    for source, there in question.onwards.items():
        for target, size, tracks in there:
            for track in tracks:
                flat += (source, target, size, track_of[track])
    base = np.array(flat, dtype=np.int64).reshape(-1, 4).T
    last = len(itinerary.via)
    parts = []
    for stage in range(last + 1):
        after = np.full(roles, stage)
        after[list(itinerary.via[stage : stage + 1])] += 1
        there = after[base[0]]
        fits = _stands(question, stage)[base[0]]
        fits &= np.where(
            there == stage,
            _stands(question, stage)[base[1]],
            _stands(question, min(stage + 1, last))[base[1]],
        )
        part = base + np.stack([stage * roles + 0 * there, there * roles, 0 * there, 0 * there])
        parts.append(part[:, fits])
    sources, targets, sizes, tracks = np.concatenate(parts, axis=1)
    keys = targets * len(names) + tracks
    order = np.argsort(keys, kind="stable")
    sources, targets, sizes, tracks, keys = (
        column[order] for column in (sources, targets, sizes, tracks, keys)
    )
    found, heads, berths = np.unique(keys, return_index=True, return_inverse=True)
    wanted = sources * len(names) + tracks
    same = np.searchsorted(found, wanted)
    same = np.where(found[np.minimum(same, len(found) - 1)] == wanted, same, len(found))
    harbours, docks = np.unique(found // len(names), return_index=True)
    return _Edges(
        roles,
        roles * (last + 1),
        itinerary.start,
        last * roles + itinerary.goal,
        sources,
        targets,
        sizes,
        tracks,
        berths,
        same,
        heads,
        docks,
        harbours,
    )


def _stands(question: Question, stage: int) -> NDArray[np.bool_]:
    roles = range(len(question.ranks))
    return np.array([question.itinerary.may_stand(role, stage) for role in roles])


def _rows(edges: _Edges, sizes: _Numbers, most: int, joined: np.ufunc) -> list[_Numbers]:
    """The least figure at each node with at most 0, 1, 2, … moves; ``joined`` adds a leg to it."""
    row = np.full(edges.nodes, _NO_WAY)
    row[edges.start] = 0
    rows = [row]
    firsts = edges.heads[edges.docks]
    for _ in range(most):
        least = np.minimum.reduceat(joined(row[edges.sources], sizes), firsts)
        row = row.copy()
        row[edges.harbours] = np.minimum(row[edges.harbours], least)
        rows.append(row)
    return rows


def _tables(edges: _Edges, most: int) -> tuple[_Numbers, _Numbers]:
    """Least totals by moves, changes and berth; and by moves, changes and node to change at.

    The last number of changes stands for any that is as great or greater.
    """
    berth = np.full((_CHANGES_TOLD, len(edges.heads) + 1), _NO_WAY)
    node = np.full((_CHANGES_TOLD, edges.nodes), _NO_WAY)
    node[:, edges.start] = 0
    arrived, left = [berth], [node]
    for _ in range(most):
        onto = np.minimum(berth[:, edges.same], node[:, edges.sources]) + edges.sizes
        berth, node = berth.copy(), node.copy()
        least = np.minimum.reduceat(onto, edges.heads, axis=1)
        berth[:, :-1] = np.minimum(berth[:, :-1], least)
        best = np.minimum.reduceat(berth[:, :-1], edges.docks, axis=1)
        node[1:, edges.harbours] = best[:-1]
        node[-1, edges.harbours] = np.minimum(best[-1], best[-2])
        arrived.append(berth)
        left.append(node)
    return np.stack(arrived), np.stack(left)


def _limits(edges: _Edges, smallest: int) -> list[int]:
    """Some sizes of legs, from the least that leads to the goal to the greatest there is.

    All of them where ways are few; more of them find more journeys, but take longer.
    """
    sizes = np.unique(edges.sizes[edges.sizes >= smallest])
    most = max(_FEWEST_LIMITS, _MOST_WAYS_LOOKED_AT // len(edges.sizes))
    places = np.linspace(0, len(sizes) - 1, min(len(sizes), most)).round()
    return [int(sizes[int(place)]) for place in places]


def _journeys(
    question: Question, edges: _Edges, sizes: _Numbers, rows: Sequence[_Numbers]
) -> Iterator[Cost]:
    """A journey for each number of moves that lets the total at the goal be less than before."""
    for moves, (before, row) in enumerate(pairwise(rows), start=1):
        if row[edges.goal] < min(before[edges.goal], _NO_WAY):
            cost = _cost(question, _traced(edges, sizes, rows[: moves + 1]))
            if cost is not None:
                yield cost


def _traced(edges: _Edges, sizes: _Numbers, rows: Sequence[_Numbers]) -> list[int]:
    """The roles by which the goal has its figure in the last of the rows."""
    node = edges.goal
    stops = [node % edges.roles]
    for before, row in zip(rows[-2::-1], rows[:0:-1], strict=True):
        if before[node] == row[node]:
            continue
        first, last = np.searchsorted(edges.targets, [node, node + 1])
        fits = before[edges.sources[first:last]] + sizes[first:last] == row[node]
        node = int(edges.sources[first + int(np.argmax(fits))])
        stops.append(node % edges.roles)
    return stops[::-1]


def _cost(question: Question, stops: Sequence[int]) -> Cost | None:
    """The figures of a journey over these stops; None if it breaks a rule."""
    grades = [rank for stop in stops if (rank := question.ranks[stop]) is not None]
    fallen = False
    for here, there in pairwise(grades):
        if there > here and (fallen or there > question.highest):
            return None
        fallen = fallen or there < here
    if len(set(stops)) < len(stops):
        return None
    largest = total = changes = 0
    on: frozenset[str] = frozenset()
    for source, target in pairwise(stops):
        size, tracks = next(way[1:] for way in question.into[target] if way[0] == source)
        largest, total = max(largest, size), total + size
        if on and on.isdisjoint(tracks):
            changes += 1
            on = frozenset()
        on = on.intersection(tracks) if on else frozenset(tracks)
    return Cost(largest, total, len(stops) - 1, changes)
