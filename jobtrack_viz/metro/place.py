"""Where every line stands at every column: straight lines first, then short ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobtrack_viz.metro.before import Before
from jobtrack_viz.metro.grid import Columns, Key, Node, Order, Places
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.solver import INFINITY, Programme
from jobtrack_viz.metro.widths import column_places, right_margin

__all__ = ["place_stations"]

_BEND = 1.0
_BRANCH = 0.95
"""A branch bends rather than the line it leaves."""
_SLOPE = 0.0015
_ROUGH_SLOPE = 0.02
"""Where bends are not counted, steep enough that most legs come out level."""
_LONG_SLOPE = 0.004
_LONG = 100.0
_HEIGHT = 0.004
_STAY = 0.01
_TURN_BACK = 1.0
"""For each unit of height that branches lack to part up and down."""
_LANES_AT_HAND = 3
"""Lines that find room to go up or down side by side in every gap."""
_MOST_NODES = 400
_LARGE = 200
_LARGE_NODES = 40
"""Branches of the search where there are more nodes than that."""
_NARROW = 0.2
"""What a bend costs more in a gap of no width than in the widest."""
_MOST_EXACT = 720
"""Legs above which short ways alone are sought, without counting bends."""


@dataclass(frozen=True, slots=True)
class _Needs:
    """How many lines each role's name has; how far badges reach above and below a node's lines."""

    lines: Mapping[str, int]
    badges: Mapping[str, tuple[float, float]]


def place_stations(
    columns: Columns,
    order: Order,
    names: Mapping[str, tuple[str, ...]],
    badges: Mapping[str, tuple[float, float]],
    before: Before,
    stretch: float,
) -> Places:
    """Where columns and lines stand, as near as can be to the shape that a map should have.

    A low map gets higher rows, one that is too high gets wider columns, up to a point.
    """
    x = column_places(columns, names, stretch, before.x)
    lines = {role_id: len(name) for role_id, name in names.items()}
    needs = _Needs(lines, badges)
    row = SIZES.row * stretch
    if not before.heights and columns.count > 1:
        least = max(_rows(columns, order, needs, x, row, {}, level=False).values())
        room = (x[-1] - x[0]) / SIZES.shape
        row = max(row, min(row * room / max(least, 1.0), SIZES.tallest_row))
        wider = least / room
        if 1.0 < wider < SIZES.widest:
            x = column_places(columns, names, stretch * wider, {})
    y = _rows(columns, order, needs, x, row, before.heights)
    top = SIZES.top + (SIZES.headroom if stretch > 1 else 0.0)
    x = _with_lanes(columns, x, y)
    width = max(x[-1] + right_margin(columns, names), SIZES.least_width)
    return Places(x, {key: top + height for key, height in y.items()}, width, stretch)


def _with_lanes(columns: Columns, x: Sequence[float], y: Mapping[Key, float]) -> tuple[float, ...]:
    """Columns further apart where many lines must go up, or down, one beside the other."""
    moved = [x[0]]
    for column in range(columns.count - 1):
        rises = [
            (y[here, thread], y[there, thread])
            for thread in columns.running(column)
            for here, there in [(str(columns.threads[thread].at(c)) for c in (column, column + 1))]
        ]
        most = max((_beside(rises, rise) for rise in rises), default=0)
        lanes = max(0, most - _LANES_AT_HAND)
        moved.append(moved[-1] + x[column + 1] - x[column] + lanes * SIZES.pitch * 1.1)
    return tuple(moved)


def _beside(rises: Sequence[tuple[float, float]], own: tuple[float, float]) -> int:
    """How many lines go the same way as this one where it begins to."""
    down = own[1] > own[0]
    return sum(
        (b > a) == down and min(a, b) <= own[0] <= max(a, b) and abs(b - a) > 1 for a, b in rises
    )


def _rows(
    columns: Columns,
    order: Order,
    needs: _Needs,
    x: Sequence[float],
    row: float,
    previous: Mapping[Key, float],
    *,
    level: bool = True,
) -> dict[Key, float]:
    """y of each thread at each of its nodes, from 0 down.

    Before: ``x`` says where the columns stand; ``row`` is the least distance of two stations;
    ``previous`` holds heights that should be kept if that costs no bend.
    After: rows of a column keep their order and distance, lines inside a role stand one pitch
    apart, branches of one track share a height there, and as many legs as possible are level.
    Where a track begins or ends with branches, half of them lead up and half down. Without
    ``level`` ways are only short, which is soon solved.
    """
    programme = Programme()
    ceiling = row * 2.5 * (2 + max(len(column) for column in order.columns)) + 400
    ceiling += sum(height for _, height in columns.yards.values())
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
            gap = max(
                _gap(upper, lower, needs.lines, row), _gap_of_badges(upper, lower, needs.badges)
            )
            programme.limit(gap, INFINITY, [(y[lower.id, first], 1.0), (y[upper.id, last], -1.0)])
    for variable in y.values():
        programme.limit(0.0, INFINITY, [(bottom, 1.0), (variable, -1.0)])
    bends = _straighten(programme, columns, x, y, ceiling, level=level)
    _spread_branches(programme, columns, order, y, ceiling)
    nodes = _MOST_NODES if len(columns.nodes) < _LARGE else _LARGE_NODES
    solution = programme.solve(most_nodes=nodes, gap=1e-3)
    if solution is not None and previous:
        least = sum(price * solution.values[bend] for bend, price in bends)
        programme.limit(-INFINITY, least + 1e-3, bends)
        for key, height in previous.items():
            if key in y:
                _hold(programme, y[key], height, ceiling)
        solution = programme.solve(most_nodes=nodes, gap=1e-3) or solution
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
    if upper.id in lines and lower.role_id:
        return row + max(0, lines[upper.id] - 2) * SIZES.label_line
    if upper.id in lines:
        return lines[upper.id] * SIZES.label_line + SIZES.pass_by
    return SIZES.pass_by if upper.role_id or lower.role_id else SIZES.pitch


def _gap_of_badges(upper: Node, lower: Node, badges: Mapping[str, tuple[float, float]]) -> float:
    """Least distance between neighbours of which one has badges on its left or above."""
    if upper.id not in badges and lower.id not in badges:
        return 0.0
    air = SIZES.pass_by / 4
    line = SIZES.line / 2 + air
    return badges.get(upper.id, (0.0, line))[1] + badges.get(lower.id, (line, 0.0))[0] + air


def _straighten(
    programme: Programme,
    columns: Columns,
    x: Sequence[float],
    y: Mapping[Key, int],
    ceiling: float,
    *,
    level: bool,
) -> list[tuple[int, float]]:
    """Make bends dear, most of all where columns stand close; long slopes cost a little too.

    Returns a switch for each possible bend, with its price.
    """
    bends = []
    legs = [(i, leg) for i, thread in enumerate(columns.threads) for leg in thread.legs()]
    widest = max((b - a for a, b in pairwise(x)), default=1.0)
    for thread, (column, here, there) in legs:
        away = programme.variable(_SLOPE if level else _ROUGH_SLOPE, 0.0, ceiling)
        far = programme.variable(_LONG_SLOPE, 0.0, ceiling)
        for sign in (1.0, -1.0):
            terms = [(away, 1.0), (y[there, thread], -sign), (y[here, thread], sign)]
            programme.limit(0.0, INFINITY, terms)
        programme.limit(-INFINITY, _LONG, [(away, 1.0), (far, -1.0)])
        if level and len(legs) <= _MOST_EXACT:
            narrow = 1 - (x[column + 1] - x[column]) / widest
            price = _BRANCH if _is_branch(columns, thread, here, there) else _BEND
            bend = programme.switch(price + _NARROW * narrow)
            bends.append((bend, price + _NARROW * narrow))
            programme.limit(-INFINITY, 0.0, [(away, 1.0), (bend, -ceiling)])
    return bends


def _is_branch(columns: Columns, thread: int, here: str, there: str) -> bool:
    """True for a leg that leaves or joins its own track's line, where this thread ends."""
    nodes = columns.threads[thread].nodes
    ends = [node for node in (here, there) if node in (nodes[0], nodes[-1])]
    tracks = [columns.threads[t].track for node in ends for t in columns.nodes[node].threads]
    return tracks.count(columns.threads[thread].track) > len(ends)


def _spread_branches(
    programme: Programme, columns: Columns, order: Order, y: Mapping[Key, int], ceiling: float
) -> None:
    """Branches that have no line to go on from part up and down alike, so that none turns back.

    It is dear not to do so; where two tracks want the opposite of each other, one of them must.
    """
    for node in columns.nodes.values():
        for track in sorted({columns.threads[t].track for t in node.threads}):
            before, after = (columns.branches(node, track, side) for side in (-1, 1))
            alone = abs(len(after) - len(before)) // 2
            if alone == 0:
                continue
            step, many = (1, after) if len(after) > len(before) else (-1, before)
            beyond = {t: str(columns.threads[t].at(node.column + step)) for t in many}
            place = order.columns[node.column + step].index
            inside = order.inside[node.id].index
            ranked = sorted(many, key=lambda t: (place(beyond[t]), inside(t)))
            signs = [(t, 1.0) for t in ranked[:alone]] + [(t, -1.0) for t in ranked[-alone:]]
            for thread, sign in signs:
                near = programme.variable(_TURN_BACK, 0.0, ceiling)
                ends = [(y[node.id, thread], sign), (y[beyond[thread], thread], -sign)]
                programme.limit(SIZES.branch, INFINITY, [*ends, (near, 1.0)])


def _hold(programme: Programme, variable: int, height: float, ceiling: float) -> None:
    moved = programme.variable(_STAY, 0.0, ceiling)
    programme.limit(-height, INFINITY, [(moved, 1.0), (variable, -1.0)])
    programme.limit(height, INFINITY, [(moved, 1.0), (variable, 1.0)])
