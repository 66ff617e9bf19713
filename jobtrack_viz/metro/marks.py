"""What each station's mark covers."""

from jobtrack_viz.metro.grid import Columns, Places
from jobtrack_viz.metro.shapes import Box
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["place_marks"]


def place_marks(columns: Columns, places: Places) -> dict[str, Box]:
    """The box of each role's mark, by role id: a disc, or a capsule over its lines."""
    found = {}
    for node in columns.nodes.values():
        if node.role_id:
            x, (top, bottom), half = places.x[node.column], places.span(node), SIZES.mark
            found[node.id] = Box(x - half, top - half, x + half, bottom + half)
    return found
