"""How far apart columns stand: names and bends must fit between them."""

from collections.abc import Mapping
from math import ceil

from jobtrack_viz.metro.grid import Columns
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width, wrap
from jobtrack_viz.network import Network

__all__ = ["badge_width", "column_places", "name_lines", "right_margin", "track_lines"]

_WIDEST_NAME = 122.0
_WIDEST_LAST_NAME = 112.0
_LINES, _MOST_LINES, _LONG = 3, 6, 60
"""Lines of a name of up to so many letters, and of a longer one."""
_ROOM_TO_BEND = 40.0
_LEAST = 76.0
_BADGE_INNER = 10.0
_WIDEST_STATUS = "In consultation"
INFINITY = float("inf")


def column_places(
    columns: Columns,
    names: Mapping[str, tuple[str, ...]],
    stretch: float,
    before: Mapping[int, float],
) -> tuple[float, ...]:
    """x of each column: whole grades evenly apart, each name short of the next station.

    ``stretch`` makes every distance that many times larger. ``before`` is where columns stood on
    the previous map: there they stay if all has room.
    """
    names_need = [_need(columns, names, column) for column in range(columns.count)]
    full = columns.full
    even = max((names_need[column] for column in full), default=_LEAST)
    needs = [max(need, _yards_need(columns, column)) for column, need in enumerate(names_need)]
    x = [max(left_margin(columns), before.get(0, 0.0))]
    for column in range(columns.count - 1):
        whole = column in full and column + 1 in full
        step = max(even, _yards_need(columns, column)) if whole else max(_LEAST, needs[column])
        apart = before.get(column + 1, 0.0) - before.get(column, INFINITY)
        x.append(x[-1] + max(step * stretch, apart))
    return tuple(x)


def name_lines(network: Network, columns: Columns) -> dict[str, tuple[str, ...]]:
    """Each role's title on at most three lines, a very long one on more.

    A list of roles counts as the empty lines that it is high.
    """
    found = {}
    for node in columns.nodes.values():
        if node.id in columns.yards:
            _, height = columns.yards[node.id]
            found[node.id] = ("",) * ceil(height / SIZES.label_line)
        elif node.role_id == node.id:
            title = network.nodes[node.id]["role"].title
            room = _WIDEST_LAST_NAME if node.column == columns.count - 1 else _WIDEST_NAME
            lines = _LINES if len(title) <= _LONG else _MOST_LINES
            found[node.id] = wrap(title, SIZES.label, room, lines)
    return found


def track_lines(track: str) -> tuple[str, ...]:
    """A track's name on one or two lines."""
    return wrap(track, SIZES.badge, 118.0, 2)


def badge_width(track: str) -> float:
    """How wide a track's badge is: its code and its name, or its status."""
    words = [text_width(line, SIZES.badge, "Semibold") for line in track_lines(track)]
    status = text_width(_WIDEST_STATUS, SIZES.status)
    return SIZES.badge_code + max(*words, status) + _BADGE_INNER


def left_margin(columns: Columns) -> float:
    """Room for the badges of the lines that begin in the first column."""
    tracks = {t.track for t in columns.threads if t.first == 0 and t.track}
    widest = max((badge_width(track) for track in tracks), default=0.0)
    return SIZES.margin + widest + SIZES.badge_gap + SIZES.mark


def right_margin(columns: Columns, names: Mapping[str, tuple[str, ...]]) -> float:
    """Room for the names of the last column, right of their stations, and for its heading."""
    last = columns.count - 1
    names_there = max(SIZES.mark + 6 + _widest(columns, names, last), _yards_reach(columns, last))
    heading, size = columns.zones[-1]
    heading_there = SIZES.label_dx + text_width(heading, SIZES.heading, "Semibold")
    return max(names_there, heading_there if size == 1 else 0.0) + SIZES.margin


def _need(columns: Columns, names: Mapping[str, tuple[str, ...]], column: int) -> float:
    widest = _widest(columns, names, column)
    if column in columns.borders:
        return max(_LEAST, widest / 2 + SIZES.label_dx)
    return max(_LEAST, widest + SIZES.label_dx + _ROOM_TO_BEND)


def _yards_reach(columns: Columns, column: int) -> float:
    """How far lists of roles reach to the right of a column."""
    widths = (
        columns.yards[node.id][0] for node in columns.in_column(column) if node.id in columns.yards
    )
    return max(widths, default=0.0) - SIZES.yard_lead


def _yards_need(columns: Columns, column: int) -> float:
    reach = _yards_reach(columns, column)
    return reach + _ROOM_TO_BEND if reach > 0 else 0.0


def _widest(columns: Columns, names: Mapping[str, tuple[str, ...]], column: int) -> float:
    lines = [line for node in columns.in_column(column) for line in names.get(node.id, ())]
    return max((text_width(line, SIZES.label) for line in lines), default=0.0)
