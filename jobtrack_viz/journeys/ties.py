"""The one journey that is told among all with the same figures, and how many those are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import NamedTuple

from jobtrack_viz.journeys.question import Question
from jobtrack_viz.journeys.rests import Rest
from jobtrack_viz.journeys.search import Search
from jobtrack_viz.journeys.values import MOST_COUNTED, Cost
from jobtrack_viz.journeys.work import Work

__all__ = ["Told", "told"]

_MOST_LOOKED_AT, _FEWER_LOOKED_AT = 1000, 300
_PRICE_OF_GROWING, _PRICE_OF_COMPLETING = 4.0, 0.4
"""As ``Work`` counts them."""
_NOTHING: frozenset[int] = frozenset()
_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """A journey with certain figures: stops by number, tracks of its legs, how many have them.

    ``number`` counts no further than a hundred. It is 0 if every such journey stops twice at one
    of the roles ``twice``.
    """

    stops: tuple[int, ...]
    tracks: tuple[str, ...]
    number: int
    twice: frozenset[int] = _NOTHING


class _Begun(NamedTuple):
    """What matters of the begun part of a journey for how it may go on.

    ``changes`` are the fewest with which it can arrive here, on any of ``tracks``; on another
    track it would arrive with one more at best, which is no better than to change afterwards.
    """

    role: int
    stage: int
    height: float | None
    fallen: bool
    total: int
    changes: int
    tracks: frozenset[str]
    met: frozenset[int]


_Layer = dict[_Begun, list[_Begun]]
"""Begun parts in the order of the first ways of stops to them, each with the parts before it."""


def told(search: Search, cost: Cost, work: Work | None = None) -> Told:
    """The first of all journeys with one of the search's costs, ids compared stop by stop.

    Journeys count as different if they stop at different roles; tracks and kinds of moves do not
    matter. Begun parts grow move by move in the order of their stops; whatever cannot be completed
    at the cost, as the search knows, is left.

    Raises:
        OutOfWork: it takes more than the work that there is.
    """
    work = Work() if work is None else work
    watched = search.watched
    while True:
        layers = list(_layers(search, cost, watched, work))
        if not layers[-1]:
            return Told((), (), 0, watched)
        first = next(_ways_through(layers))
        stops = [begun.role for begun in first]
        twice = {stop for stop in stops if stops.count(stop) > 1}
        if not twice:
            break
        watched |= twice
    looked_at = _MOST_LOOKED_AT if work.most == inf else _FEWER_LOOKED_AT
    found = islice(_ways_through(layers), looked_at)
    simple = (way for way in found if len({begun.role for begun in way}) == len(way))
    number = sum(1 for _ in islice(simple, MOST_COUNTED + 1))
    return Told(tuple(stops), _tracks(first), number)


def _ways_through(layers: Sequence[_Layer]) -> Iterator[list[_Begun]]:
    """Every way through the layers, the one whose stops come first before all others."""
    open_ = [[begun] for begun in reversed(layers[-1])]
    while open_:
        way = open_.pop()
        before = layers[len(layers) - len(way)][way[-1]]
        if before:
            open_ += [[*way, begun] for begun in reversed(before)]
        else:
            yield way[::-1]


def _tracks(way: Sequence[_Begun]) -> tuple[str, ...]:
    """The track of each leg: the same one until it has to change, then the first by name."""
    tracks: list[str] = []
    after: _Begun | None = None
    for begun in reversed(way[1:]):
        same = after is not None and after.changes == begun.changes
        tracks.append(tracks[-1] if same else min(begun.tracks))
        after = begun
    return tuple(reversed(tracks))


def _layers(search: Search, cost: Cost, watched: frozenset[int], work: Work) -> Iterator[_Layer]:
    """Begun parts by number of moves, in the order of their first ways; watched ones stop once."""
    question = search.question
    start = question.itinerary.start
    rests: dict[tuple[int, int], list[tuple[float | None, Rest]]] = defaultdict(list)
    for (role, stage, first), found in search.rests.items():
        rests[role, stage] += [(first, rest) for rest in found]
    met = watched & {start}
    layer: _Layer = {_Begun(start, 0, question.ranks[start], False, 0, 0, _NOWHERE, met): []}
    yield layer
    for left in reversed(range(cost.moves)):
        after: _Layer = {}
        for begun in layer:
            for now in _grown(question, begun, cost, watched):
                among = rests.get((now.role, now.stage), ())
                work.spend(_PRICE_OF_GROWING + _PRICE_OF_COMPLETING * len(among))
                if now in after:
                    after[now].append(begun)
                elif any(
                    begun.met.isdisjoint(rest.met) and _completes(now, first, rest, cost, left)
                    for first, rest in among
                ):
                    after[now] = [begun]
        layer = after
        yield layer


def _grown(
    question: Question, begun: _Begun, cost: Cost, watched: frozenset[int]
) -> Iterator[_Begun]:
    """The begun part with one leg more, by the role it then stops at."""
    stage = question.itinerary.after(begun.role, begun.stage)
    for role, size, tracks in question.onwards.get(begun.role, ()):
        total = begun.total + size
        if size > cost.largest or total > cost.total or role in begun.met:
            continue
        if not question.itinerary.may_stand(role, stage):
            continue
        rank, height, fallen = question.ranks[role], begun.height, begun.fallen
        if rank is not None and height is not None and rank != height:
            if rank > height and (fallen or rank > question.highest):
                continue
            fallen = fallen or rank < height
        onto = frozenset(tracks)
        stays = onto & begun.tracks if begun.tracks else onto
        yield _Begun(
            role,
            stage,
            height if rank is None else rank,
            fallen,
            total,
            begun.changes if stays else begun.changes + 1,
            stays or onto,
            begun.met | {role} if role in watched else begun.met,
        )


def _completes(begun: _Begun, first: float | None, rest: Rest, cost: Cost, left: int) -> bool:
    """True if this rest may follow and keeps the cost."""
    if (
        rest.moves > left
        or rest.largest > cost.largest
        or begun.total + rest.total > cost.total
        or begun.changes + rest.changes + bool(rest.track and rest.track not in begun.tracks)
        > cost.changes
    ):
        return False
    if first is None or begun.height is None or first == begun.height:
        return not (begun.fallen and rest.rises)
    return not begun.fallen if first > begun.height else not rest.rises
