"""Which of the looks at hand each track gets, so that neighbours look least alike."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np

__all__ = ["assign_looks"]

Array: TypeAlias = Any

_FAR = 10.0
_STRANGERS = 0.01
"""How much the likeness of two tracks counts that do not meet, beside one of neighbours."""
_GREY = 0.1
"""How much likeness in a grey print counts."""
_STEPS = 12
"""Most changes for each track; a handful is the rule."""


def assign_looks(
    count: int,
    neighbours: Iterable[tuple[int, int]],
    given: Sequence[int | None],
    apart: Array,
    apart_in_grey: Array,
    free: int,
) -> list[int]:
    """For each of ``count`` tracks the number of its look: the given one, or one below ``free``.

    ``apart`` holds how far apart each two looks are. After: no change of one track, and no
    exchange between two, lowers the likeness of neighbours, which weighs the eighth power of
    closeness so that the worst pair counts most; strangers share a look only if looks run out.
    Steepest descent from a greedy start; ties go to the first, so the result is always the same.
    """
    price = (_FAR / np.maximum(apart, 3.0)) ** 8
    price = price + _GREY * (_FAR / np.maximum(apart_in_grey, 2.0)) ** 2
    weight = np.full((count, count), _STRANGERS)
    for one, other in neighbours:
        weight[one, other] = weight[other, one] = 1.0
    np.fill_diagonal(weight, 0.0)
    looks, costs = _greedy(weight, price, given, free)
    open_ = np.array([i for i, look in enumerate(given) if look is None], int)
    for _ in range(_STEPS * len(open_)):
        change = _best_change(weight, price, looks, costs, open_, free)
        if not change:
            break
        for track, look in change:
            costs += np.outer(weight[:, track], price[look] - price[looks[track]])
            looks[track] = look
    return [int(look) for look in looks]


def _greedy(
    weight: Array, price: Array, given: Sequence[int | None], free: int
) -> tuple[Array, Array]:
    """Tracks with most neighbours first, each in the look least like those already given."""
    looks = np.zeros(len(given), int)
    costs = np.zeros((len(given), len(price)))
    many = (weight == 1.0).sum(axis=1)
    for track in sorted(range(len(given)), key=lambda i: (given[i] is None, -many[i], i)):
        own = given[track]
        looks[track] = int(np.argmin(costs[track, :free].round(6))) if own is None else own
        costs += np.outer(weight[:, track], price[looks[track]])
    return looks, costs


def _best_change(
    weight: Array, price: Array, looks: Array, costs: Array, open_: Array, free: int
) -> list[tuple[int, int]]:
    """New looks of one or two tracks that lower the sum of prices most; none if nothing does."""
    own = looks[open_]
    now = costs[open_, own]
    alone = (costs[open_, :free] - now[:, None]).round(6)
    across = costs[open_][:, own]
    same = price[own, own]
    between = weight[np.ix_(open_, open_)]
    both = across + across.T - now[:, None] - now[None, :]
    both += between * (2 * price[np.ix_(own, own)] - same[:, None] - same[None, :])
    both = both.round(6)
    one, other = np.unravel_index(int(np.argmin(both)), both.shape)
    track, look = np.unravel_index(int(np.argmin(alone)), alone.shape)
    if min(both[one, other], alone[track, look]) > -1e-5:
        return []
    if alone[track, look] <= both[one, other]:
        return [(int(open_[track]), int(look))]
    return [(int(open_[one]), int(own[other])), (int(open_[other]), int(own[one]))]
