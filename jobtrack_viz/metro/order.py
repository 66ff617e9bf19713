"""The order of all roles and lines from top to bottom."""

from collections.abc import Mapping, Sequence

from jobtrack_viz.metro.blocks import groups, part
from jobtrack_viz.metro.grid import Columns, Figure, Key, Order
from jobtrack_viz.metro.group_order import order_group
from jobtrack_viz.metro.hubs import split_hubs
from jobtrack_viz.metro.score import walkway_crossings
from jobtrack_viz.metro.sift import sift_group
from jobtrack_viz.metro.stack import stack

__all__ = ["order_rows"]


def order_rows(columns: Columns, before: Mapping[Key, float]) -> tuple[Columns, Order]:
    """Every column from top to bottom, so that few lines cross, and few walkways cross lines.

    Groups of tracks that share no role are ordered one by one, then stacked: lines of different
    groups never cross, so the fewest crossings of all groups together are the fewest of the map.
    A role where lines of many groups end may come to have several nodes, hence the new columns.
    Of equally good orders, the one nearest to ``before``, the heights on the previous map, or
    else to the workbook's order of tracks.
    """
    wanted = before or _as_in_workbook(columns)
    members = groups(columns)
    blocks = [_ordered(columns, mine, wanted) for mine in members]
    rows, bound = stack(columns, members, blocks, wanted)
    columns, rows = split_hubs(columns, rows)
    lines = sum((block.lines for block in blocks), Figure(0, 0))
    order = Order(
        tuple(tuple(node for node, _ in row) for row in rows),
        {node: threads for row in rows for node, threads in row},
        lines,
        lines,
    )
    crossed = walkway_crossings(columns, order)
    bound += sum(block.walkways.bound for block in blocks)
    walkways = Figure(crossed, min(crossed, bound))
    return columns, Order(order.columns, order.inside, lines, walkways)


def _ordered(columns: Columns, members: Sequence[int], wanted: Mapping[Key, float]) -> Order:
    """The order of one group: the exact one, unless a quick one has no more crossings."""
    own = part(columns, members)
    number = {thread: i for i, thread in enumerate(members)}
    hoped = {
        (node, number[thread]): wanted[node, thread]
        for thread in members
        for node in columns.threads[thread].nodes
        if (node, thread) in wanted
    }
    quick = sift_group(own, hoped)
    exact = order_group(own, hoped)
    best = quick if exact is None or _crossings(quick) < _crossings(exact) else exact
    inside = {n: tuple(members[i] for i in row) for n, row in best.inside.items()}
    bounds = (exact or quick).lines.bound, (exact or quick).walkways.bound
    lines, walkways = (
        Figure(figure.value, bound)
        for figure, bound in zip((best.lines, best.walkways), bounds, strict=True)
    )
    return Order(best.columns, inside, lines, walkways)


def _crossings(order: Order) -> tuple[float, float]:
    return order.lines.value, order.walkways.value


def _as_in_workbook(columns: Columns) -> dict[Key, float]:
    """Tracks in their order; a branch above its main line, whose names stand below it."""
    last = len(columns.threads)
    return {
        (node.id, thread): columns.track_order.get(columns.threads[thread].track, last)
        - thread / (last + 1)
        for node in columns.nodes.values()
        for thread in node.threads
    }
