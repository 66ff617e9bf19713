"""Groups of tracks that share roles, ordered one by one and then stacked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations

import networkx as nx

from jobtrack_viz.metro.grid import Columns, Node, Order
from jobtrack_viz.metro.solver import INFINITY, Programme

__all__ = ["groups", "part", "stack"]

_WALKWAY_CROSSING = 10.0
_HABIT = 0.01
_HUB = 6
"""Tracks above which a role at their common end is a hub."""
_MOST_EXACT = 12
_MOST_NODES = 3000


@dataclass(frozen=True, slots=True)
class _Costs:
    """What a stack of blocks costs.

    ``between[a, c, b]``: block c stands between a and b. ``facing[a, b]``: (cost if b lies on the
    side of a's bottom, cost if on the side of its top). ``wanted[a, b]``: a is not above b.
    """

    between: Mapping[tuple[int, int, int], float]
    facing: Mapping[tuple[int, int], tuple[float, float]]
    wanted: Mapping[tuple[int, int], float]


def groups(columns: Columns) -> list[list[int]]:
    """Threads that share roles or a track, directly or through others, in the workbook's order.

    A role where very many tracks begin or end does not join them: its lines come together from
    all over the map.
    """
    graph = nx.Graph()
    first_of_track: dict[str, int] = {}
    for number, thread in enumerate(columns.threads):
        graph.add_edge(number, first_of_track.setdefault(thread.track or f"~{number}", number))
    for node in columns.nodes.values():
        if not _is_hub(columns, node):
            nx.add_path(graph, node.threads)
    return sorted(sorted(group) for group in nx.connected_components(graph))


def _is_hub(columns: Columns, node: Node) -> bool:
    threads = [columns.threads[t] for t in node.threads]
    before = any(thread.at(node.column - 1) for thread in threads)
    after = any(thread.at(node.column + 1) for thread in threads)
    return len({thread.track for thread in threads}) > _HUB and not (before and after)


def part(columns: Columns, members: Sequence[int]) -> Columns:
    """These threads alone, numbered anew from 0, with their nodes and the walkways among them."""
    number = {thread: i for i, thread in enumerate(members)}
    nodes = {
        node.id: Node(node.id, node.column, kept, node.role_id)
        for node in columns.nodes.values()
        if (kept := tuple(number[t] for t in node.threads if t in number))
    }
    walks = tuple(w for w in columns.walks if w.source in nodes and w.target in nodes)
    threads = tuple(columns.threads[i] for i in members)
    return replace(columns, nodes=nodes, threads=threads, walks=walks)


def stack(
    columns: Columns, blocks: Sequence[Order], wanted: Mapping[tuple[str, int], float]
) -> Order:
    """All blocks in one column each, some of them upside down, so that walkways cross few lines."""
    costs = _costs(columns, blocks, wanted)
    if len(blocks) <= _MOST_EXACT:
        sequence, flips, proven = _best(len(blocks), costs)
    else:
        sequence, flips, proven = _good(len(blocks), costs)
    rows: list[tuple[str, ...]] = []
    inside: dict[str, tuple[int, ...]] = {}
    for column in range(columns.count):
        row: list[str] = []
        for block in sequence:
            step = -1 if flips[block] else 1
            row += blocks[block].columns[column][::step]
        rows.append(_hubs_once(row))
    for block in sequence:
        step = -1 if flips[block] else 1
        for node, threads in blocks[block].inside.items():
            inside[node] = (*inside.get(node, ()), *threads[::step])
    return Order(tuple(rows), inside, proven and all(order.proven for order in blocks))


def _hubs_once(row: Sequence[str]) -> tuple[str, ...]:
    """A node that stands in several blocks stays only in the middle one of its places."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(row):
        places[node].append(place)
    kept = {found[len(found) // 2] for found in places.values()}
    return tuple(node for place, node in enumerate(row) if place in kept)


def _costs(
    columns: Columns, blocks: Sequence[Order], wanted: Mapping[tuple[str, int], float]
) -> _Costs:
    home = {node: b for b, order in enumerate(blocks) for node in order.inside}
    active = [
        Counter(columns.nodes[n].column for n in order.inside for _ in columns.nodes[n].threads)
        for order in blocks
    ]
    between: Counter[tuple[int, int, int]] = Counter()
    below: Counter[tuple[int, int]] = Counter()
    above: Counter[tuple[int, int]] = Counter()
    for walk in columns.walks:
        ends = (walk.source, walk.target)
        a, b = (home[end] for end in ends)
        left, right = sorted(columns.nodes[end].column for end in ends)
        if a == b or right - left > 1:
            continue
        for c in range(len(blocks)):
            if c not in (a, b):
                between[min(a, b), c, max(a, b)] += min(active[c][left], active[c][right])
        for end, me, other in ((walk.source, a, b), (walk.target, b, a)):
            row = blocks[me].columns[columns.nodes[end].column]
            place = row.index(end)
            above[me, other] += sum(len(columns.nodes[n].threads) for n in row[:place])
            below[me, other] += sum(len(columns.nodes[n].threads) for n in row[place + 1 :])
    facing = {
        pair: (_WALKWAY_CROSSING * below[pair], _WALKWAY_CROSSING * above[pair])
        for pair in sorted(set(above) | set(below))
    }
    heights = [_height(order, wanted) for order in blocks]
    habit = {
        (a, b): _HABIT for a, b in permutations(range(len(blocks)), 2) if heights[a] < heights[b]
    }
    return _Costs({k: _WALKWAY_CROSSING * w for k, w in between.items()}, facing, habit)


def _height(order: Order, wanted: Mapping[tuple[str, int], float]) -> float:
    heights = [wanted[n, t] for n, ts in order.inside.items() for t in ts if (n, t) in wanted]
    return sum(heights) / len(heights) if heights else INFINITY


def _best(count: int, costs: _Costs) -> tuple[list[int], list[bool], bool]:
    """The cheapest stack: a linear ordering with mirrors, as a programme of switches."""
    programme = Programme()
    switch = {pair: programme.switch() for pair in combinations(range(count), 2)}
    flip = [programme.switch(_HABIT / 10) for _ in range(count)]

    def above(a: int, b: int) -> tuple[int, float, float]:
        return (switch[a, b], 1.0, 0.0) if a < b else (switch[b, a], -1.0, 1.0)

    for a, b, c in combinations(range(count), 3):
        programme.limit(0, 1, [(switch[a, b], 1), (switch[b, c], 1), (switch[a, c], -1)])
    for (a, c, b), price in costs.between.items():
        cost = programme.variable(price)
        for upper, lower in ((a, b), (b, a)):
            s, v, p = above(upper, c)
            t, w, q = above(c, lower)
            programme.limit(p + q - 1, INFINITY, [(cost, 1.0), (s, -v), (t, -w)])
    for (me, other), (down, up) in costs.facing.items():
        cost = programme.variable(abs(down - up))
        s, v, p = above(me, other)
        # Below me and not flipped, or above me and flipped: the walkway leaves through my bottom.
        sign, base = (1.0, 0.0) if down > up else (-1.0, 1.0)
        for direction in (1.0, -1.0):
            terms = [(cost, 1.0), (s, -direction * sign * v), (flip[me], direction)]
            programme.limit(direction * (sign * p + base), INFINITY, terms)
    for (a, b), price in costs.wanted.items():
        s, v, _ = above(a, b)
        programme.add_cost(s, -price * v)
    solution = programme.solve(most_nodes=_MOST_NODES, gap=1e-4)
    if solution is None:
        return _good(count, costs)
    values = solution.values
    wins = Counter(a if values[s] > 0.5 else b for (a, b), s in switch.items())
    sequence = sorted(range(count), key=lambda block: (-wins[block], block))
    return sequence, [values[f] > 0.5 for f in flip], solution.proven


def _good(count: int, costs: _Costs) -> tuple[list[int], list[bool], bool]:
    """A stack that no move of one block, with or without turning it over, makes cheaper."""
    sequence = sorted(
        range(count), key=lambda a: (-sum((a, b) in costs.wanted for b in range(count)), a)
    )
    flips = [False] * count
    price = _price(sequence, flips, costs)
    improved = True
    while improved:
        improved = False
        for block in range(count):
            for other, turned in _neighbours(sequence, flips, block):
                new = _price(other, turned, costs)
                if new < price - 1e-6:
                    sequence, flips, price, improved = other, turned, new, True
    return sequence, flips, False


def _neighbours(
    sequence: Sequence[int], flips: Sequence[bool], block: int
) -> Iterable[tuple[list[int], list[bool]]]:
    rest = [b for b in sequence if b != block]
    turned = [not f if b == block else f for b, f in enumerate(flips)]
    for place in range(len(sequence)):
        moved = [*rest[:place], block, *rest[place:]]
        yield moved, list(flips)
        yield moved, turned


def _price(sequence: Sequence[int], flips: Sequence[bool], costs: _Costs) -> float:
    place = {block: i for i, block in enumerate(sequence)}
    total = 0.0
    for (a, c, b), price in costs.between.items():
        total += price * (min(place[a], place[b]) < place[c] < max(place[a], place[b]))
    for (me, other), (down, up) in costs.facing.items():
        total += down if (place[me] < place[other]) != flips[me] else up
    total += sum(price for (a, b), price in costs.wanted.items() if place[a] > place[b])
    return total
