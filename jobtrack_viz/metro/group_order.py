"""The order of roles and lines from top to bottom, so that few of them cross."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil
from typing import NamedTuple

from jobtrack_viz.metro.grid import Columns, Figure, Node, Order
from jobtrack_viz.metro.score import line_crossings, walkway_crossings
from jobtrack_viz.metro.solver import INFINITY, Programme, Solution

__all__ = ["order_group"]

_LINE_CROSSING = 1.0
_WALKWAY_CROSSING = 10.0
_HABIT = 0.01
"""For each pair not in the wanted order, unless there are very many pairs."""
_ALL_HABITS = 4.0
"""What all pairs together cost at most: too little to pay for a crossing."""
_MOST_NODES = 4000
_MOST_ROUNDS = 12
_MOST_SWITCHES = 2500
_UNKNOWN = Figure(0, 0)


class _Above(NamedTuple):
    """``first stands above second`` as a switch: weight * switch + base."""

    switch: int
    weight: float
    base: float


Pair = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class _Model:
    programme: Programme
    switches: Mapping[Pair, int]

    def above(self, column: int, first: str, second: str) -> _Above:
        if first < second:
            return _Above(self.switches[column, first, second], 1.0, 0.0)
        return _Above(self.switches[column, second, first], -1.0, 1.0)


def order_group(columns: Columns, wanted: Mapping[tuple[str, int], float]) -> Order | None:
    """The order with the fewest crossings of lines, then of walkways; None if it is too large.

    Of equally good orders, the one that keeps most pairs as in ``wanted``: a height for each
    thread at each node. Linear orderings, as in Gronemann and others, "Crossing minimization in
    storyline visualization" (2016); cycles are forbidden only where they occur.
    """
    model = _model(columns)
    if len(model.programme) > _MOST_SWITCHES:
        return None
    sets = list(_sets(columns))
    crossings = _pay_for_lines(columns, model)
    _keep_branches_together(columns, model)
    calmest = _solved(model, sets)
    if calmest is None:
        return None
    least = line_crossings(columns, _read(columns, model, calmest.values))
    lines = Figure(least, min(least, _whole(calmest.bound)))
    model.programme.limit(-INFINITY, least, [(crossing, 1.0) for crossing in crossings])
    for crossing in crossings:
        model.programme.add_cost(crossing, -_LINE_CROSSING)
    for walk in columns.walks:
        _pay_for_walk(columns, model, walk.source, walk.target)
    habits = _prefer(columns, model, wanted)
    best = _solved(model, sets)
    if best is None:
        return _finished(columns, _read(columns, model, calmest.values), lines, 0.0)
    order = _read(columns, model, best.values)
    return _finished(columns, order, lines, (best.bound - habits) / _WALKWAY_CROSSING)


def _solved(model: _Model, sets: Sequence[tuple[int, list[str]]]) -> Solution | None:
    """The cheapest values without a cycle; None if they are not found."""
    for _ in range(_MOST_ROUNDS):
        solution = model.programme.solve(most_nodes=_MOST_NODES, gap=0.005, few_cuts=True)
        if solution is None or not _forbid_cycles(model, sets, solution):
            return solution
    return None


def _finished(columns: Columns, order: Order, lines: Figure, bound: float) -> Order:
    walkways = walkway_crossings(columns, order)
    return replace(order, lines=lines, walkways=Figure(walkways, min(walkways, _whole(bound))))


def _whole(bound: float) -> int:
    """The least whole number that is not below a bound."""
    return max(0, ceil(bound - 1e-3))


def _sets(columns: Columns) -> Iterable[tuple[int, list[str]]]:
    """Things that must be put in order: nodes of a column, threads inside a node."""
    for column in range(columns.count):
        nodes = columns.in_column(column)
        yield column, sorted(node.id for node in nodes)
        for node in nodes:
            yield column, _inside(node)


def _inside(node: Node) -> list[str]:
    return sorted(_name(thread) for thread in node.threads)


def _name(thread: int) -> str:
    return f"thread {thread:05}"


def _model(columns: Columns) -> _Model:
    programme = Programme()
    switches: dict[Pair, int] = {}
    for column, things in _sets(columns):
        for first, second in combinations(things, 2):
            switches[column, first, second] = programme.switch()
    return _Model(programme, switches)


def _pay_for_lines(columns: Columns, model: _Model) -> list[int]:
    """A variable for each pair of lines in each gap: 1 if they cross there."""
    found = []
    for column in range(columns.count - 1):
        for a, b in combinations(columns.running(column), 2):
            here, there = (_threads_above(columns, model, c, a, b) for c in (column, column + 1))
            found.append(_pay_for_change(model.programme, here, there, _LINE_CROSSING))
    return found


def _threads_above(columns: Columns, model: _Model, column: int, a: int, b: int) -> _Above:
    here, there = columns.threads[a].at(column), columns.threads[b].at(column)
    if here is None or there is None or here == there:
        return model.above(column, _name(a), _name(b))
    return model.above(column, here, there)


def _pay_for_change(programme: Programme, here: _Above, there: _Above, price: float) -> int:
    cost = programme.variable(price)
    for sign in (1.0, -1.0):
        programme.limit(
            sign * (here.base - there.base),
            INFINITY,
            [(cost, 1.0), (here.switch, -sign * here.weight), (there.switch, sign * there.weight)],
        )
    return cost


def _pay_for_walk(columns: Columns, model: _Model, source: str, target: str) -> None:
    if source not in columns.nodes or target not in columns.nodes:
        return
    ends = sorted((columns.nodes[source], columns.nodes[target]), key=lambda node: node.column)
    here, there = ends
    if here.column == there.column:
        _pay_for_nodes_between(columns, model, here, there)
    elif here.column + 1 == there.column:
        _pay_for_lines_crossed(columns, model, here, there)


def _pay_for_nodes_between(columns: Columns, model: _Model, here: Node, there: Node) -> None:
    for node in columns.in_column(here.column):
        if node in (here, there):
            continue
        cost = model.programme.variable(_WALKWAY_CROSSING * len(node.threads))
        for upper, lower in ((here, there), (there, here)):
            over = model.above(here.column, upper.id, node.id)
            under = model.above(here.column, node.id, lower.id)
            model.programme.limit(
                over.base + under.base - 1.0,
                INFINITY,
                [(cost, 1.0), (over.switch, -over.weight), (under.switch, -under.weight)],
            )


def _pay_for_lines_crossed(columns: Columns, model: _Model, here: Node, there: Node) -> None:
    for number in columns.running(here.column):
        thread = columns.threads[number]
        passed, reached = thread.at(here.column), thread.at(there.column)
        if passed is None or reached is None or passed == here.id or reached == there.id:
            continue
        before = model.above(here.column, here.id, passed)
        after = model.above(there.column, there.id, reached)
        _pay_for_change(model.programme, before, after, _WALKWAY_CROSSING)


def _keep_branches_together(columns: Columns, model: _Model) -> None:
    """No other track runs between two branches of a track inside a node."""
    for node in columns.nodes.values():
        for a, b in combinations(node.threads, 2):
            if columns.threads[a].track != columns.threads[b].track:
                continue
            for other in node.threads:
                if columns.threads[other].track == columns.threads[a].track:
                    continue
                over = model.above(node.column, _name(a), _name(other))
                under = model.above(node.column, _name(b), _name(other))
                base = under.base - over.base
                terms = [(over.switch, over.weight), (under.switch, -under.weight)]
                model.programme.limit(base, base, terms)


def _prefer(columns: Columns, model: _Model, wanted: Mapping[tuple[str, int], float]) -> float:
    """Make the wanted order of each pair a little cheaper; return what all of them may cost."""
    above: list[tuple[_Above, int]] = []
    for node in columns.nodes.values():
        for a, b in combinations(node.threads, 2):
            switch = model.above(node.column, _name(a), _name(b))
            above.append((switch, _vote(wanted, [(node.id, a)], [(node.id, b)])))
    for column in range(columns.count):
        for upper, lower in combinations(columns.in_column(column), 2):
            keys = [[(node.id, thread) for thread in node.threads] for node in (upper, lower)]
            above.append((model.above(column, upper.id, lower.id), _vote(wanted, *keys)))
    price = min(_HABIT, _ALL_HABITS / max(1, len(above)))
    for switch, vote in above:
        model.programme.add_cost(switch.switch, -price * vote * switch.weight)
    return price * len(above)


def _vote(
    wanted: Mapping[tuple[str, int], float],
    above: Sequence[tuple[str, int]],
    below: Sequence[tuple[str, int]],
) -> int:
    """1 if most lines of the first stood above those of the second, -1 if below, else 0."""
    votes = sum(
        (wanted[a] < wanted[b]) - (wanted[a] > wanted[b])
        for a in above
        for b in below
        if a in wanted and b in wanted
    )
    return (votes > 0) - (votes < 0)


def _forbid_cycles(
    model: _Model, sets: Iterable[tuple[int, list[str]]], solution: Solution
) -> bool:
    """Add a limit for each triple that stands in a circle; True if there was any."""
    found = False
    for column, things in sets:
        for a, b, c in combinations(things, 3):
            ab, bc, ac = (model.switches[column, p, q] for p, q in ((a, b), (b, c), (a, c)))
            total = solution.values[ab] + solution.values[bc] - solution.values[ac]
            if not -0.001 < total < 1.001:
                model.programme.limit(0.0, 1.0, [(ab, 1.0), (bc, 1.0), (ac, -1.0)])
                found = True
    return found


def _read(columns: Columns, model: _Model, values: Sequence[float]) -> Order:
    wins: dict[tuple[int, str], int] = defaultdict(int)
    for (column, first, second), switch in model.switches.items():
        winner = first if values[switch] > 0.5 else second
        wins[column, winner] += 1
    rows = []
    inside = {}
    for column in range(columns.count):
        nodes = columns.in_column(column)
        rows.append(tuple(sorted((n.id for n in nodes), key=lambda i: -wins[column, i])))
        for node in nodes:
            ranked = sorted(node.threads, key=lambda t: -wins[node.column, _name(t)])
            inside[node.id] = tuple(ranked)
    return Order(tuple(rows), inside, _UNKNOWN, _UNKNOWN)
