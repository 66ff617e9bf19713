"""An order of things in a row, so that what belongs together stands close."""

from collections import defaultdict
from collections.abc import Mapping

__all__ = ["order_by_links"]

_MOST_ROUNDS = 200


def order_by_links(count: int, weights: Mapping[tuple[int, int], float]) -> list[int]:
    """The numbers 0 to ``count`` - 1 in an order with short links.

    Begins with the order of the numbers and swaps neighbours while that makes the sum of weight
    times distance smaller (a local minimum of the minimum linear arrangement problem). After:
    no link is longer in sum than in the given order; the same weights give the same order.
    """
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), weight in weights.items():
        beside[one][other] = beside[one].get(other, 0.0) + weight
        beside[other][one] = beside[other].get(one, 0.0) + weight
    order = list(range(count))
    place = list(range(count))
    for _ in range(_MOST_ROUNDS):
        swapped = False
        for i in range(count - 1):
            upper, lower = order[i], order[i + 1]
            if _pull(beside[upper], place, i, lower) > _pull(beside[lower], place, i, upper):
                order[i], order[i + 1] = lower, upper
                place[upper], place[lower] = i + 1, i
                swapped = True
        if not swapped:
            break
    return order


def _pull(own: Mapping[int, float], place: list[int], i: int, other: int) -> float:
    """How much leads down, minus how much leads up, from one of two neighbours at i and i + 1."""
    return sum(
        weight if place[number] > i else -weight
        for number, weight in own.items()
        if number != other
    )
