"""How far apart columns stand: names and bends must fit between them."""

from collections.abc import Iterable

from jobtrack_viz.metro.grid import Columns, Node
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width, wrap
from jobtrack_viz.network import Network

__all__ = ["column_places", "name_lines", "track_lines"]

_WIDEST_NAME = 136.0
_ROOM_TO_BEND = 46.0
_LEAST = 84.0
_NARROW = 4.0
"""A column with at most this share of the busiest column's roles may stand closer."""


def column_places(network: Network, columns: Columns, stretch: float) -> tuple[float, ...]:
    """x of each column: whole grades evenly apart, each name short of the next station.

    ``stretch`` makes every distance that many times larger.
    """
    needs = [_need(network, columns, column) for column in range(columns.count)]
    full = _full_columns(columns)
    even = max((needs[column] for column in full), default=_LEAST)
    x = [left_margin(columns)]
    for column in range(columns.count - 1):
        both_full = column in full and column + 1 in full
        step = even if both_full else max(_LEAST, needs[column] if column not in full else 0.0)
        x.append(x[-1] + step * stretch)
    return tuple(x)


def name_lines(network: Network, role_id: str) -> tuple[str, ...]:
    """A role's title on at most three lines that fit beside the next column."""
    return wrap(network.nodes[role_id]["role"].title, SIZES.label, _WIDEST_NAME)


def track_lines(track: str) -> tuple[str, ...]:
    """A track's name on one or two lines."""
    return wrap(track, SIZES.badge, 118.0, 2)


def left_margin(columns: Columns) -> float:
    """Room for the badges of the lines that begin in the first column."""
    tracks = {t.track for t in columns.threads if t.first == 0 and t.track}
    widths = [text_width(line, SIZES.badge, "Semibold") for t in tracks for line in track_lines(t)]
    return SIZES.margin + max(widths, default=0.0) + 2 * 8 + SIZES.badge_gap + SIZES.mark


def _full_columns(columns: Columns) -> set[int]:
    counts = [sum(1 for _ in _roles(columns, column)) for column in range(columns.count)]
    return {column for column, count in enumerate(counts) if count * _NARROW >= max(counts)}


def _roles(columns: Columns, column: int) -> Iterable[Node]:
    return (node for node in columns.in_column(column) if node.role_id)


def _need(network: Network, columns: Columns, column: int) -> float:
    names = [
        text_width(line, SIZES.label)
        for node in _roles(columns, column)
        for line in name_lines(network, node.id)
    ]
    return max(_LEAST, max(names, default=0.0) + SIZES.label_dx + _ROOM_TO_BEND)
