"""The figures of every journey that no other beats, and what leads to the goal from each role."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf

from jobtrack_viz.journeys.choice import front
from jobtrack_viz.journeys.question import Question
from jobtrack_viz.journeys.rests import Bounds, Rest, beaten
from jobtrack_viz.journeys.values import Cost
from jobtrack_viz.journeys.work import Work

__all__ = ["Key", "Search", "search"]

Key = tuple[int, int, float | None]
"""A role, how many roles of via lie before it, and the first grade that is known from there on."""

PATIENCE = 400_000
"""Labels looked at and compared; a search that needs more looks only at the nearest ones."""
_NEAREST, _FEW = 30, 8
_PRICE_OF_COMPARING = 0.15

_Rests = dict[Key, list[Rest]]


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """``costs`` of journeys that no other beats, fewest moves first; ``rests`` by where they begin.

    For every way to the goal that is part of a journey with one of ``costs``, a rest from the same
    key is as good in every figure and may follow wherever that way may. No journey stops twice at
    one of the ``watched`` roles. ``effort`` is how many labels were looked at and compared.
    """

    question: Question
    costs: tuple[Cost, ...]
    rests: Mapping[Key, Sequence[Rest]]
    watched: frozenset[int]
    effort: int = 0


def search(
    question: Question,
    bounds: Bounds,
    watched: frozenset[int] = frozenset(),
    patience: int = PATIENCE,
    work: Work | None = None,
) -> Search:
    """Find the Pareto front of journeys over (largest leg, levels more, moves, changes of track).

    Each watched role is passed at most once; without roles to pass, so is every other, since going
    round in a circle only adds to the figures.

    Label setting for several criteria (Martins, European Journal of Operational Research 16,
    1984), in rounds by number of moves as for public transport (Delling, Pajor and Werneck,
    Transportation Science 49, 2015), from the goal towards the start. A label is the rest of a
    journey; it is dropped when another from the same role is as good in every figure and fits
    wherever it does, or when a known journey beats whatever it can become within the bounds (as in
    NAMOA*: Mandow and Perez de la Cruz, Journal of the ACM 57, 2010). Figures are small whole
    numbers, so that the labels of a role stay few.

    Questions that would take more than ``patience``, such as up and down again between many roles
    to pass, are answered as well as that allows: from then on each round follows only the labels
    that are nearest to the start (beam search), and there may be journeys that beat those found.
    The same, with still fewer labels, when ``work`` runs short.

    Raises:
        OutOfWork: it takes more than the work that there is.
    """
    work = Work() if work is None else work
    itinerary = question.itinerary
    rests: _Rests = {}
    costs: list[Cost] = []
    known = list(bounds.known)
    goal = (itinerary.goal, len(itinerary.via), question.ranks[itinerary.goal])
    new: _Rests = {goal: [Rest(0, 0, 0, "", False, frozenset(), 0)]}
    ways_on = sum(map(len, question.into.values())) // max(1, len(question.into))
    effort = 0
    while new:
        for key, labels in new.items():
            rests.setdefault(key, []).extend(labels)
        frontier, new = new, {}
        effort += ways_on * sum(map(len, frontier.values()))
        if effort > patience or work.is_short:
            few = _NEAREST if effort > patience else _FEW
            frontier, known = _nearest(question, frontier, few), costs
            work.narrowed = True
        for (role, stage, first), labels in frontier.items():
            for rest in labels:
                looked_at = effort
                for source, before, size, track in bounds.leads(role, stage, rest, known):
                    here = question.ranks[source]
                    rises = rest.rises
                    if source in rest.met:
                        continue
                    if here is not None and first is not None and here != first:
                        if rises if here > first else first > question.highest:
                            continue
                        rises = rises or here < first
                    label = Rest(
                        max(rest.largest, size),
                        rest.total + size,
                        rest.changes + (track != rest.track != ""),
                        track,
                        rises,
                        rest.met | {source} if source in watched else rest.met,
                        rest.moves + 1,
                    )
                    key = (source, before, first if here is None else here)
                    beside = new.get(key, [])
                    effort += len(beside) + len(rests.get(key, ()))
                    if not _covered(label, rests.get(key, ()), beside):
                        kept = [other for other in beside if not _covered(other, (label,))]
                        new[key] = [*kept, label]
                work.spend(bounds.price + _PRICE_OF_COMPARING * (effort - looked_at))
        arrived = chain(*(labels for key, labels in new.items() if key[0] == itinerary.start))
        found = {Cost(rest.largest, rest.total, rest.moves, rest.changes) for rest in arrived}
        costs += sorted(cost for cost in found if not beaten(cost, [*costs, *found]))
        known = front([*known, *costs])
    return Search(question, tuple(costs), rests, watched, effort)


def _nearest(question: Question, frontier: _Rests, most: int) -> _Rests:
    """The labels with the fewest moves before them, then with the best figures."""
    labels = sorted(
        (question.away[key[1]].get(key[0], inf), rest[:3], place, key, rest)
        for place, (key, found) in enumerate(frontier.items())
        for rest in found
    )
    nearest: _Rests = {}
    for *_, key, rest in labels[:most]:
        nearest.setdefault(key, []).append(rest)
    return nearest


def _covered(label: Rest, *others: Iterable[Rest]) -> bool:
    """True if another is as good whatever comes before: it may cost a change of track to get on."""
    largest, total, changes, track, rises, met, _ = label
    for other in chain(*others):
        if (
            other[0] <= largest
            and other[1] <= total
            and other[2] + (other[3] != track) <= changes
            and other[4] <= rises
            and other[5] <= met
        ):
            return True
    return False
