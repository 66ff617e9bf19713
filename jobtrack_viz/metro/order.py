"""The order of all roles and lines from top to bottom."""

from collections.abc import Mapping

from jobtrack_viz.metro.blocks import groups, part, stack
from jobtrack_viz.metro.grid import Columns, Key, Order
from jobtrack_viz.metro.group_order import order_group
from jobtrack_viz.metro.sift import sift_group

__all__ = ["order_rows"]


def order_rows(columns: Columns, before: Mapping[Key, float]) -> Order:
    """Every column from top to bottom, so that few lines cross, and few walkways cross lines.

    Groups of tracks that share no role are ordered one by one, then stacked: lines of different
    groups never cross. Of equally good orders, the one nearest to ``before``, the heights on the
    previous map, or else to the workbook's order of tracks.
    """
    wanted = before or _as_in_workbook(columns)
    blocks = []
    for members in groups(columns):
        own = part(columns, members)
        number = {thread: i for i, thread in enumerate(members)}
        hoped = {(n, number[t]): y for (n, t), y in wanted.items() if t in number}
        order = order_group(own, hoped) or sift_group(own, hoped)
        inside = {n: tuple(members[i] for i in row) for n, row in order.inside.items()}
        blocks.append(Order(order.columns, inside, order.proven))
    return stack(columns, blocks, wanted)


def _as_in_workbook(columns: Columns) -> dict[Key, float]:
    """Tracks in their order; a branch above its main line, whose names stand below it."""
    last = len(columns.threads)
    return {
        (node.id, thread): columns.track_order.get(columns.threads[thread].track, last)
        - thread / (last + 1)
        for node in columns.nodes.values()
        for thread in node.threads
    }
