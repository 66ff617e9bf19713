"""A few good journeys for little work, where the whole search would take too much of it."""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from jobtrack_viz.journeys.question import Question
from jobtrack_viz.journeys.values import Cost
from jobtrack_viz.journeys.work import Work

__all__ = ["Sketch", "quick_journeys"]

_PRICE_OF_WAY = 1.2
"""Of each way that is looked at, as ``Work`` counts it."""

_State = tuple[int, bool, float | None]
"""A role, whether the way to it has fallen, and the last grade that is known on it."""
Sketch = tuple[tuple[int, ...], tuple[str, ...]]
"""The stops of a journey and the track of each leg."""


def quick_journeys(
    question: Question, orders: Iterable[str], work: Work | None = None
) -> dict[Cost, Sketch]:
    """At most one journey for each order, ``moves`` or ``levels``, whose sum is kept small.

    From each role that is to be passed the shortest way leads to the next (Dijkstra), by none of
    the roles before. Others may be better, and there may be journeys where none is found here.
    ``work`` is what it is counted to.
    """
    work = Work() if work is None else work
    found = {}
    for order in orders:
        stops = _stops(question, work, by_moves=order == "moves")
        if stops is not None:
            tracks = _tracks(question, stops)
            found[_cost(question, stops, tracks)] = (tuple(stops), tracks)
    return found


def _stops(question: Question, work: Work, *, by_moves: bool) -> list[int] | None:
    itinerary = question.itinerary
    stops: list[int] = [itinerary.start]
    state: _State = (itinerary.start, False, question.ranks[itinerary.start])
    targets = (*itinerary.via, itinerary.goal)
    for place, target in enumerate(targets):
        shut = {*stops, *targets[place + 1 :]}
        found = _stretch(question, state, target, shut, work, by_moves=by_moves)
        if found is None:
            return None
        stops += [role for role, _, _ in found]
        state = found[-1]
    return stops


def _stretch(
    question: Question,
    begun: _State,
    target: int,
    shut: set[int],
    work: Work,
    *,
    by_moves: bool,
) -> list[_State] | None:
    """The states from one role to the next that is to be passed, the first left out."""
    before: dict[_State, _State | None] = {}
    ahead: list[tuple[int, int, int, bool, float, _State, _State | None]] = []
    heappush(ahead, (0, 0, begun[0], begun[1], -1.0, begun, None))
    while ahead:
        first, second, *_, state, came = heappop(ahead)
        if state in before:
            continue
        before[state] = came
        if state[0] == target:
            return _back(before, state)
        onwards = question.onwards.get(state[0], ())
        work.spend(_PRICE_OF_WAY * len(onwards))
        for role, size, _ in onwards:
            there = None if role in shut else _next(question, state, role)
            if there is not None and there not in before:
                cost = (first + 1, second + size) if by_moves else (first + size, second + 1)
                height = -1.0 if there[2] is None else there[2]
                heappush(ahead, (*cost, role, there[1], height, there, state))
    return None


def _next(question: Question, state: _State, role: int) -> _State | None:
    """The state at the next role; None if the move there breaks the rule on rises."""
    _, fallen, height = state
    rank = question.ranks[role]
    if rank is None or height is None:
        return role, fallen, height if rank is None else rank
    if rank > height and (fallen or rank > question.highest):
        return None
    return role, fallen or rank < height, rank


def _back(before: dict[_State, _State | None], state: _State) -> list[_State]:
    way: list[_State] = []
    here: _State | None = state
    while here is not None:
        way.append(here)
        here = before[here]
    return way[-2::-1]


def _tracks(question: Question, stops: Sequence[int]) -> tuple[str, ...]:
    """The track of each leg: the same one until it has to change, then the first by name."""
    runs: list[tuple[frozenset[str], int]] = []
    for source, target in pairwise(stops):
        onto = frozenset(next(way[2] for way in question.onwards[source] if way[0] == target))
        if runs and runs[-1][0] & onto:
            runs[-1] = (runs[-1][0] & onto, runs[-1][1] + 1)
        else:
            runs.append((onto, 1))
    return tuple(track for names, legs in runs for track in (min(names),) * legs)


def _cost(question: Question, stops: Sequence[int], tracks: Sequence[str]) -> Cost:
    sizes = [
        next(way[1] for way in question.onwards[source] if way[0] == target)
        for source, target in pairwise(stops)
    ]
    changes = sum(one != other for one, other in pairwise(tracks))
    return Cost(max(sizes), sum(sizes), len(sizes), changes)
