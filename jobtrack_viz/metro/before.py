"""What the previous map says about the next one."""

from collections.abc import Mapping
from typing import NamedTuple

from jobtrack_viz.metro.grid import Columns, Key
from jobtrack_viz.metro.shapes import MetroMap

__all__ = ["Before", "before", "heights_before"]


class Before(NamedTuple):
    """Heights of threads at their roles, from the first line; x of columns. Empty without a map."""

    heights: Mapping[Key, float]
    x: Mapping[int, float]


def before(columns: Columns, previous: MetroMap | None) -> Before:
    """What of the previous map still has a place here."""
    return Before(heights_before(columns, previous), _columns_before(columns, previous))


def _columns_before(columns: Columns, previous: MetroMap | None) -> dict[int, float]:
    """x of each column that has a role of the previous map, there."""
    known = {station.role_id: station.x for station in previous.stations} if previous else {}
    return {
        node.column: known[node.role_id] for node in columns.nodes.values() if node.role_id in known
    }


def heights_before(columns: Columns, previous: MetroMap | None) -> dict[Key, float]:
    """Where each thread stood at its roles on the previous map."""
    if previous is None:
        return {}
    known: dict[tuple[str, str], float] = {}
    for piece in previous.pieces:
        known[piece.source, piece.track] = piece.points[0].y
        known[piece.target, piece.track] = piece.points[-1].y
    return {
        (node.id, thread): known[key] - previous.first_row
        for node in columns.nodes.values()
        for thread in node.threads
        if (key := (str(node.role_id), columns.threads[thread].track)) in known
    }
