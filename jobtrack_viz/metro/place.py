"""Where every line stands at every column: straight lines first, then short ways."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from jobtrack_viz.metro.grid import Columns, Node, Order
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.solver import INFINITY, Programme

__all__ = ["place_rows"]

_BEND = 1.0
_SLOPE = 0.0015
_LONG_SLOPE = 0.004
_LONG = 100.0
_HEIGHT = 0.004
_STAY = 0.01
_MOST_NODES = 400
_MOST_EXACT = 120
"""Threads times gaps above which short ways alone are sought, without counting bends."""

Key = tuple[str, int]


def place_rows(
    columns: Columns,
    order: Order,
    lines: Mapping[str, int],
    row: float,
    previous: Mapping[Key, float],
) -> dict[Key, float]:
    """y of each thread at each of its nodes, from 0 down.

    Before: ``lines`` says how many lines each role's name has; ``row`` is the least distance of
    two stations; ``previous`` holds heights that should be kept if that costs no bend.
    After: rows of a column keep their order and distance, lines inside a role stand one pitch
    apart, branches of one track share a height there, and as many legs as possible are level.
    """
    programme = Programme()
    ceiling = row * 2.5 * (2 + max(len(column) for column in order.columns)) + 400
    y = {
        (node.id, thread): programme.variable(0.0, 0.0, ceiling)
        for node in columns.nodes.values()
        for thread in node.threads
    }
    bottom = programme.variable(_HEIGHT, 0.0, ceiling)
    for node in columns.nodes.values():
        _keep_bundle(programme, columns, order, node, y)
    for column in order.columns:
        for upper, lower in pairwise(columns.nodes[node] for node in column):
            last, first = order.inside[upper.id][-1], order.inside[lower.id][0]
            gap = _gap(upper, lower, lines, row)
            programme.limit(gap, INFINITY, [(y[lower.id, first], 1.0), (y[upper.id, last], -1.0)])
    for variable in y.values():
        programme.limit(0.0, INFINITY, [(bottom, 1.0), (variable, -1.0)])
    _straighten(programme, columns, y, ceiling)
    for key, height in previous.items():
        if key in y:
            _hold(programme, y[key], height, ceiling)
    solution = programme.solve(most_nodes=_MOST_NODES, gap=1e-3)
    if solution is None:
        raise ArithmeticError("no places found for the rows of the map")
    top = min(solution.values[variable] for variable in y.values())
    return {key: round(solution.values[variable] - top, 3) for key, variable in y.items()}


def _keep_bundle(
    programme: Programme, columns: Columns, order: Order, node: Node, y: Mapping[Key, int]
) -> None:
    tracks = [columns.threads[thread].track for thread in order.inside[node.id]]
    for upper, lower in pairwise(order.inside[node.id]):
        same = columns.threads[upper].track == columns.threads[lower].track
        branches = max(tracks.count(columns.threads[t].track) for t in (upper, lower)) > 1
        step = 0.0 if same else SIZES.branch_pitch if branches else SIZES.pitch
        programme.limit(step, step, [(y[node.id, lower], 1.0), (y[node.id, upper], -1.0)])


def _gap(upper: Node, lower: Node, lines: Mapping[str, int], row: float) -> float:
    """Least distance between neighbours of a column."""
    if upper.role_id is None or lower.role_id is None:
        under = lines[upper.id] * SIZES.label_line + SIZES.pass_by if upper.role_id else 0.0
        return max(SIZES.pass_by, under)
    return row + max(0, lines[upper.id] - 2) * SIZES.label_line


def _straighten(
    programme: Programme, columns: Columns, y: Mapping[Key, int], ceiling: float
) -> None:
    legs = [(i, leg) for i, thread in enumerate(columns.threads) for leg in thread.legs()]
    exact = len(legs) <= _MOST_EXACT * 6
    for thread, (_, here, there) in legs:
        away = programme.variable(_SLOPE, 0.0, ceiling)
        far = programme.variable(_LONG_SLOPE, 0.0, ceiling)
        for sign in (1.0, -1.0):
            terms = [(away, 1.0), (y[there, thread], -sign), (y[here, thread], sign)]
            programme.limit(0.0, INFINITY, terms)
        programme.limit(-INFINITY, _LONG, [(away, 1.0), (far, -1.0)])
        if exact:
            bend = programme.switch(_BEND)
            programme.limit(-INFINITY, 0.0, [(away, 1.0), (bend, -ceiling)])


def _hold(programme: Programme, variable: int, height: float, ceiling: float) -> None:
    moved = programme.variable(_STAY, 0.0, ceiling)
    programme.limit(-height, INFINITY, [(moved, 1.0), (variable, -1.0)])
    programme.limit(height, INFINITY, [(moved, 1.0), (variable, 1.0)])


def height_of(y: Mapping[Key, float]) -> float:
    """From the first line to the last."""
    return max(y.values(), default=0.0)


def rows_of(order: Order) -> Sequence[int]:
    """How many nodes each column holds."""
    return [len(column) for column in order.columns]
