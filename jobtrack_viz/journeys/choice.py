"""Which journeys are told, of all that no other beats, and what each of them is best at."""

from collections.abc import Callable, Collection, Iterable

from jobtrack_viz.journeys.values import UNKNOWN, Cost

__all__ = ["best_at", "by_balance", "extremes", "front"]

_FIGURES = {"largest leg": 0, "levels more": 1, "moves": 2, "changes": 3}

_Order = Callable[[Cost], tuple[int, ...]]


def front(costs: Iterable[Cost]) -> list[Cost]:
    """The costs that no other is as good as in every figure and better in one, sorted."""
    every = sorted(set(costs))
    return [cost for cost in every if not any(_beats(other, cost) for other in every)]


def best_at(cost: Cost, among: Collection[Cost]) -> tuple[str, ...]:
    """The figures in which none of the costs is better, as far as they are known."""
    return tuple(
        name
        for name, place in _FIGURES.items()
        if cost[place] == min(other[place] for other in among) and cost[place] < UNKNOWN
    )


def extremes(among: Collection[Cost]) -> dict[Cost, str]:
    """The costs that are best at something, each under the first label that fits, in that order.

    The gentlest has the smallest largest leg, then the fewest levels more, moves and changes of
    track. The most direct has the fewest moves, then the fewest levels more and changes. Two more
    labels are given only if those two leave something to be said: fewest levels more, and fewest
    changes of track, then in both cases fewest moves.
    """
    found = {min(among): "gentlest"}
    found.setdefault(min(among, key=_directness), "most direct")
    for label, place in (("fewest levels more", 1), ("fewest changes of track", 3)):
        best = min(among, key=lambda cost: (cost[place], cost.moves, *cost))
        if all(cost[place] > best[place] for cost in found):
            found[best] = label
    return found


def by_balance(among: Collection[Cost]) -> list[Cost]:
    """The costs that are nowhere far from the best first.

    Each figure counts from 0 for the best value that any of them has to 1 for the worst, evenly
    by rank; the order is by the worst figure of a cost, then by the sum (compromise programming,
    Zeleny 1973, with the Chebyshev distance).
    """
    ranks = [
        {value: rank for rank, value in enumerate(sorted({cost[place] for cost in among}))}
        for place in _FIGURES.values()
    ]

    def distance(cost: Cost) -> tuple[float, float, Cost]:
        far = [rank[value] / max(1, len(rank) - 1) for rank, value in zip(ranks, cost, strict=True)]
        return max(far), sum(far), cost

    return sorted(among, key=distance)


def _directness(cost: Cost) -> tuple[int, ...]:
    return cost.moves, cost.total, cost.changes, cost.largest


def _beats(one: Cost, other: Cost) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
