"""Groups of tracks, each in its own order, stacked into one map; some of them upside down."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from jobtrack_viz.metro.grid import Columns, Key, Order
from jobtrack_viz.metro.solver import INFINITY, Programme
from jobtrack_viz.metro.stack_price import HABIT, StackPrice, stack_price

__all__ = ["stack"]

Run: TypeAlias = tuple[str, tuple[int, ...]]
"""A node and the threads of it that stand side by side."""

_MOST_EXACT = 16
_MOST_NODES = 3000
_WHOLE_SEARCH = 40
_NEAR = 4
"""In a larger stack a block is tried this many places up and down only."""
_MOST_SWEEPS = 6
_ALL, _WIDEST = 12, 6
"""Up to so many lines all end under one mark where they can; of more, so many under each: else
lines from far away would go up and down half the map."""


def stack(
    columns: Columns,
    members: Sequence[Sequence[int]],
    blocks: Sequence[Order],
    wanted: Mapping[Key, float],
) -> tuple[list[list[Run]], float]:
    """All blocks in one column each, so that walkways between them cross few lines.

    Before: ``blocks[i]`` orders the threads ``members[i]``, by their numbers in ``columns``.
    After: no two lines of different blocks cross. Each column lists its rows as a node with its
    threads; a role that stands in several blocks is listed once for each run of its lines. The
    second value: how many lines such walkways cross in any stack of these blocks, at least.
    """
    price = stack_price(columns, members, blocks, wanted)
    sequence, flips = _good(price)
    bound = 0.0
    exact = _best(price) if len(blocks) <= _MOST_EXACT else None
    if exact is not None:
        bound = exact[2]
        if price.of(exact[0], exact[1]) <= price.of(sequence, flips):
            sequence, flips = exact[0], exact[1]
    return _stacked(columns, blocks, sequence, flips), bound


def _stacked(
    columns: Columns, blocks: Sequence[Order], sequence: Sequence[int], flips: Sequence[bool]
) -> list[list[Run]]:
    rows = []
    for column in range(columns.count):
        row: list[Run] = []
        for block in sequence:
            step = -1 if flips[block] else 1
            for node in blocks[block].columns[column][::step]:
                threads = blocks[block].inside[node][::step]
                widest = _ALL if len(columns.nodes[node].threads) <= _ALL else _WIDEST
                if row and row[-1][0] == node and len(row[-1][1]) + len(threads) <= widest:
                    row[-1] = node, (*row[-1][1], *threads)
                else:
                    row.append((node, threads))
        rows.append(row)
    return rows


def _best(price: StackPrice) -> tuple[list[int], list[bool], float] | None:
    """The cheapest stack and a bound: a linear ordering with mirrors, as switches."""
    programme = Programme()
    count = price.count
    switch = {pair: programme.switch() for pair in combinations(range(count), 2)}
    flip = [programme.switch(HABIT / 10) for _ in range(count)]

    def above(a: int, b: int) -> tuple[int, float, float]:
        return (switch[a, b], 1.0, 0.0) if a < b else (switch[b, a], -1.0, 1.0)

    for a, b, c in combinations(range(count), 3):
        programme.limit(0, 1, [(switch[a, b], 1), (switch[b, c], 1), (switch[a, c], -1)])
    for (a, c, b), dear in price.between().items():
        cost = programme.variable(dear)
        for upper, lower in ((a, b), (b, a)):
            s, v, p = above(upper, c)
            t, w, q = above(c, lower)
            programme.limit(p + q - 1, INFINITY, [(cost, 1.0), (s, -v), (t, -w)])
    least = 0.0
    for (me, other), (down, up) in price.facing().items():
        cost = programme.variable(abs(down - up))
        least += min(down, up)
        s, v, p = above(me, other)
        # Below me and not flipped, or above me and flipped: the walkway leaves through my bottom.
        sign, base = (1.0, 0.0) if down > up else (-1.0, 1.0)
        for direction in (1.0, -1.0):
            terms = [(cost, 1.0), (s, -direction * sign * v), (flip[me], direction)]
            programme.limit(direction * (sign * p + base), INFINITY, terms)
    for a, b in price.habits():
        s, v, _ = above(a, b)
        programme.add_cost(s, -HABIT * v)
    solution = programme.solve(most_nodes=_MOST_NODES, gap=1e-4)
    if solution is None:
        return None
    values = solution.values
    wins = Counter(a if values[s] > 0.5 else b for (a, b), s in switch.items())
    sequence = sorted(range(count), key=lambda block: (-wins[block], block))
    habits = HABIT * (len(switch) + count)
    return sequence, [values[f] > 0.5 for f in flip], price.whole(solution.bound + least - habits)


def _good(price: StackPrice) -> tuple[list[int], list[bool]]:
    """A stack that no move of one block, with or without turning it over, makes cheaper."""
    sequence = price.first()
    flips = [False] * price.count
    least = price.of(sequence, flips)
    near = price.count if price.count <= _WHOLE_SEARCH else _NEAR
    for _ in range(_MOST_SWEEPS):
        before = least
        for block in list(sequence):
            at = sequence.index(block)
            rest = [other for other in sequence if other != block]
            turned = [not f if b == block else f for b, f in enumerate(flips)]
            for place in range(max(0, at - near), min(price.count, at + near + 1)):
                moved = [*rest[:place], block, *rest[place:]]
                for tried in (flips, turned):
                    new = price.of(moved, tried)
                    if new < least - 1e-6:
                        sequence, flips, least = moved, tried, new
        if least >= before:
            break
    return sequence, flips
