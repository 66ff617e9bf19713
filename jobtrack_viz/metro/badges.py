"""Places for the names of tracks: in their colour, left of where their lines begin."""

from collections.abc import Iterator, Sequence

from jobtrack_viz.metro.candidates import BadgePlace
from jobtrack_viz.metro.grid import Columns, Node, Order, Places
from jobtrack_viz.metro.shapes import Badge, Box
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.metro.widths import track_lines

__all__ = ["badge_candidates"]

_INNER = 8.0
_BETWEEN = 3.0
_STEP = 4.0
_MOST_STEPS = 14
_SHIFTED = 0.06
"""What one unit of height away from the lines costs."""
_ABOVE = 6.0
_CLEAR = 12.0


def badge_candidates(columns: Columns, order: Order, places: Places) -> list[BadgePlace]:
    """For each node where lines begin, its badges as one stack: left of it, or above or below.

    After: badges stand in the order of their lines, flush on the side of the node.
    """
    found = []
    for node in columns.nodes.values():
        threads = _starting(columns, order, node)
        if threads:
            tracks = list(dict.fromkeys(columns.threads[t].track for t in threads))
            ys = [places.y[node.id, thread] for thread in threads]
            middle = (min(ys) + max(ys)) / 2
            x = places.x[node.column]
            for cost, right, top in _around(x, middle, places.span(node), tracks):
                found.append(BadgePlace(node.id, _stack(tracks, right, top), cost))
    return found


def _starting(columns: Columns, order: Order, node: Node) -> list[int]:
    """Threads of tracks that begin at the node and do not also reach it from the left."""
    before = {
        columns.threads[t].track for t in node.threads if columns.threads[t].first < node.column
    }
    return [
        thread
        for thread in order.inside[node.id]
        if columns.threads[thread].track and columns.threads[thread].track not in before
    ]


def _around(
    x: float, middle: float, span: tuple[float, float], tracks: Sequence[str]
) -> Iterator[tuple[float, float, float]]:
    """Cost, right edge and upper edge of each place of the stack."""
    height = sum(_height(track) for track in tracks) + _BETWEEN * (len(tracks) - 1)
    right = x - SIZES.mark - SIZES.badge_gap
    for step in range(-_MOST_STEPS, _MOST_STEPS + 1):
        shift = step * _STEP
        yield _SHIFTED * abs(shift), right, middle + shift - height / 2
    widest = max(_width(track) for track in tracks)
    for edge in (x - SIZES.mark + widest, x + SIZES.mark, x + widest / 2):
        yield _ABOVE, edge, span[0] - _CLEAR - height
        yield _ABOVE + 1, edge, span[1] + _CLEAR


def _stack(tracks: Sequence[str], right: float, top: float) -> tuple[Badge, ...]:
    badges = []
    for track in tracks:
        bottom = top + _height(track)
        badges.append(
            Badge(track, track_lines(track), Box(right - _width(track), top, right, bottom))
        )
        top = bottom + _BETWEEN
    return tuple(badges)


def _height(track: str) -> float:
    return SIZES.badge_height + (len(track_lines(track)) - 1) * SIZES.badge_line


def _width(track: str) -> float:
    words = [text_width(line, SIZES.badge, "Semibold") for line in track_lines(track)]
    return max(words) + 2 * _INNER
