"""What a stack of groups costs: lines that walkways between the groups cross, and broken habits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Any, TypeAlias

import numpy as np

from jobtrack_viz.metro.grid import Columns, Key, Order

__all__ = ["HABIT", "StackPrice", "stack_price"]

_WALKWAY_CROSSING = 10.0
HABIT = 0.01
_RUN = 25.0
"""For each further capsule of a role whose lines do not stand together."""

Array: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class StackPrice:
    """Prices of everything that depends on which block stands where, and which way up.

    ``walks`` are (block, block, kind) of the walkways between blocks, ``active[kind, block]`` the
    lines that one of that kind crosses on its way past a block. ``faces`` are (block, other block,
    cost if the other lies on the side of the block's bottom, cost if on the side of its top).
    ``hubs`` are (blocks that hold a part of the hub, other blocks with rows beside it).
    """

    count: int
    walks: Array
    active: Array
    faces: Array
    hubs: tuple[tuple[Array, Array], ...]
    heights: Array

    def of(self, sequence: Sequence[int], flips: Sequence[bool]) -> float:
        """The price of a whole stack, from top to bottom."""
        place = np.argsort(np.array(sequence))
        habits = np.count_nonzero(np.diff(self.heights[np.array(sequence)]) < 0)
        far = float(np.abs(place - np.argsort(np.argsort(self.heights, kind="stable"))).sum())
        return (
            _WALKWAY_CROSSING * self._crossings(sequence, place, flips)
            + _RUN * self._runs(place)
            + HABIT * (habits + far / max(1, self.count) + 0.1 * sum(flips))
        )

    def _crossings(self, sequence: Sequence[int], place: Array, flips: Sequence[bool]) -> float:
        if not len(self.walks):
            return 0.0
        passed = np.cumsum(self.active[:, np.array(sequence)], axis=1)
        ends = place[self.walks[:, :2]]
        low, high = ends.min(axis=1), ends.max(axis=1)
        kinds = self.walks[:, 2]
        between = passed[kinds, high - 1] - passed[kinds, low]
        me, other = self.faces[:, 0], self.faces[:, 1]
        down = (place[me] < place[other]) != np.array(flips)[me]
        return float(between.sum() + np.where(down, self.faces[:, 2], self.faces[:, 3]).sum())

    def _runs(self, place: Array) -> float:
        runs = 0
        for inside, others in self.hubs:
            rows = np.sort(place[inside])
            taken = np.sort(place[others])
            runs += len(set(np.searchsorted(taken, rows).tolist())) - 1
        return float(runs)

    def between(self) -> dict[tuple[int, int, int], float]:
        """(a, c, b) -> price of block c standing between a and b."""
        found: Counter[tuple[int, int, int]] = Counter()
        for a, b, kind in self.walks.tolist():
            for c in range(self.count):
                if c not in (a, b) and self.active[kind, c]:
                    found[min(a, b), c, max(a, b)] += int(self.active[kind, c])
        prices = {triple: _WALKWAY_CROSSING * number for triple, number in found.items()}
        for inside, others in self.hubs:
            for c in others.tolist():
                for a, b in pairwise(inside[inside != c].tolist()):
                    prices[a, c, b] = prices.get((a, c, b), 0.0) + _RUN / len(inside)
        return prices

    def facing(self) -> dict[tuple[int, int], tuple[float, float]]:
        """(block, other) -> price if the other lies towards its bottom, and towards its top."""
        down: Counter[tuple[int, int]] = Counter()
        up: Counter[tuple[int, int]] = Counter()
        for me, other, below, above in self.faces.tolist():
            down[me, other] += below
            up[me, other] += above
        return {
            pair: (_WALKWAY_CROSSING * down[pair], _WALKWAY_CROSSING * up[pair])
            for pair in sorted({*down, *up})
        }

    def habits(self) -> list[tuple[int, int]]:
        """Pairs of blocks of which the first should stand above the second."""
        order = np.argsort(self.heights, kind="stable").tolist()
        return [(a, b) for i, a in enumerate(order) for b in order[i + 1 :]]

    def whole(self, price: float) -> float:
        """The least number of crossings that costs no less than a price."""
        return max(0.0, ceil(price / _WALKWAY_CROSSING - 0.5)) if not self.hubs else 0.0

    def first(self) -> list[int]:
        """Blocks as they are wanted."""
        wanted: list[int] = np.argsort(self.heights, kind="stable").tolist()
        return wanted


def stack_price(
    columns: Columns,
    members: Sequence[Sequence[int]],
    blocks: Sequence[Order],
    wanted: Mapping[Key, float],
) -> StackPrice:
    """Collect what depends on the stack from its blocks and the walkways between them."""
    home = {node: b for b, order in enumerate(blocks) for node in order.inside}
    kinds: dict[tuple[int, int], int] = {}
    walks, faces = [], []
    for walk in columns.walks:
        ends = (walk.source, walk.target)
        a, b = (home[end] for end in ends)
        left, right = sorted(columns.nodes[end].column for end in ends)
        if a == b or right - left > 1:
            continue
        walks.append((a, b, kinds.setdefault((left, right), len(kinds))))
        for end, me, other in ((walk.source, a, b), (walk.target, b, a)):
            row = blocks[me].columns[columns.nodes[end].column]
            inside = blocks[me].inside
            sizes = [_passing(columns, inside[node], left, right) for node in row]
            place = row.index(end)
            faces.append((me, other, sum(sizes[place + 1 :]), sum(sizes[:place])))
    return StackPrice(
        count=len(blocks),
        walks=np.array(walks, int).reshape(-1, 3),
        active=_active(columns, members, kinds),
        faces=np.array(faces, int).reshape(-1, 4),
        hubs=tuple(_hubs(columns, blocks)),
        heights=np.array(
            [_height(order, wanted, mine) for order, mine in zip(blocks, members, strict=True)]
        ),
    )


def _active(
    columns: Columns, members: Sequence[Sequence[int]], kinds: Mapping[tuple[int, int], int]
) -> Array:
    found = np.zeros((max(1, len(kinds)), len(members)), int)
    for (left, right), kind in kinds.items():
        for block, mine in enumerate(members):
            found[kind, block] = _passing(columns, mine, left, right)
    return found


def _passing(columns: Columns, threads: Sequence[int], left: int, right: int) -> int:
    """How many of the threads run in both columns."""
    running = (columns.threads[thread] for thread in threads)
    return sum(bool(thread.at(left) and thread.at(right)) for thread in running)


def _hubs(columns: Columns, blocks: Sequence[Order]) -> list[tuple[Array, Array]]:
    places = Counter(node for order in blocks for node in order.inside)
    found = []
    for node in sorted(node for node, count in places.items() if count > 1):
        column = columns.nodes[node].column
        inside = [b for b, order in enumerate(blocks) if node in order.inside]
        others = [b for b, order in enumerate(blocks) if set(order.columns[column]) - {node}]
        found.append((np.array(inside), np.array(others, int)))
    return found


def _height(order: Order, wanted: Mapping[Key, float], members: Sequence[int]) -> float:
    keys = ((n, t) for n, threads in order.inside.items() for t in threads)
    heights = [wanted[key] for key in keys if key in wanted]
    return sum(heights) / len(heights) if heights else 1e6 + min(members)
