"""Where the names of tracks stand: in their colour, left of where their line begins."""

from collections import defaultdict
from collections.abc import Mapping

from jobtrack_viz.metro.grid import Columns, Node, Order, Places
from jobtrack_viz.metro.shapes import Badge, Box
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.metro.widths import track_lines

__all__ = ["badge_height", "place_badges"]

_INNER = 8.0
_BETWEEN = 3.0
_CLEAR = 5.0
_MOST_SHIFT = 24.0


def place_badges(
    columns: Columns, order: Order, places: Places, names: Mapping[str, tuple[str, ...]]
) -> tuple[Badge, ...]:
    """One badge for each part of a track, in the order of its lines; flush on the right."""
    starting: dict[str, list[str]] = defaultdict(list)
    for node_id, threads in order.inside.items():
        for thread in threads:
            track = columns.threads[thread].track
            first = columns.threads[thread].first == columns.nodes[node_id].column
            new = bool(track) and track not in starting.get(node_id, ())
            if first and new and not _arrives(columns, node_id, track):
                starting[node_id].append(track)
    badges: list[Badge] = []
    for node_id, tracks in starting.items():
        node = columns.nodes[node_id]
        right = places.x[node.column] - SIZES.mark - SIZES.badge_gap
        heights = [badge_height(track) for track in tracks]
        height = sum(heights) + _BETWEEN * (len(tracks) - 1)
        y = _below_names(columns, places, names, node, _first(columns, places, node, height), height)
        for track, height in zip(tracks, heights, strict=True):
            words = [text_width(line, SIZES.badge, "Semibold") for line in track_lines(track)]
            width = max(words) + 2 * _INNER
            box = Box(right - width, y, right, y + height)
            badges.append(Badge(track, track_lines(track), box))
            y += height + _BETWEEN
    return tuple(badges)


def _first(columns: Columns, places: Places, node: Node, height: float) -> float:
    """Upper edge of a node's badges: beside it, or clear of lines that reach it from the left."""
    top, bottom = places.span(node)
    before = [t for t in node.threads if columns.threads[t].first < node.column]
    arriving = [places.y[node.id, thread] for thread in before]
    if not arriving:
        return (top + bottom - height) / 2
    starting = [places.y[node.id, t] for t in node.threads if t not in before]
    if max(starting) > max(arriving):
        return max(arriving) + SIZES.line / 2 + _CLEAR
    return min(arriving) - SIZES.line / 2 - _CLEAR - height


def _below_names(
    columns: Columns,
    places: Places,
    names: Mapping[str, tuple[str, ...]],
    node: Node,
    y: float,
    height: float,
) -> float:
    """A little lower, if a name of the column before ends there and no line runs below."""
    top, bottom = places.span(node)
    beside = [n for n in columns.in_column(node.column - 1) if n.role_id]
    ends = [
        places.span(n)[1] + SIZES.label_dy + len(names[n.id]) * SIZES.label_line
        for n in beside
        if places.span(n)[1] < top
    ]
    near = [height for (_, t), height in places.y.items() if t in _passing(columns, node.column)]
    floor = min((line for line in near if line > bottom + 1), default=float("inf"))
    lower = max([y, *(end + _CLEAR for end in ends)])
    fits = lower - y <= _MOST_SHIFT and lower + height + SIZES.line / 2 + _CLEAR <= floor
    return lower if fits else y


def _passing(columns: Columns, column: int) -> set[int]:
    """Threads that reach a column from the left."""
    return set(columns.running(column - 1))


def badge_height(track: str) -> float:
    """Height of a badge of one or two lines."""
    return SIZES.badge_height + (len(track_lines(track)) - 1) * SIZES.badge_line


def _arrives(columns: Columns, node_id: str, track: str) -> bool:
    """True if a line of the track reaches the node from the left."""
    column = columns.nodes[node_id].column
    return any(
        columns.threads[t].track == track and columns.threads[t].first < column
        for t in columns.nodes[node_id].threads
    )
