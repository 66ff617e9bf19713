"""Places for the names of tracks: in their colour, left of where their lines begin."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from jobtrack_viz.metro.candidates import BadgePlace
from jobtrack_viz.metro.grid import Columns, Node, Order, Places
from jobtrack_viz.metro.shapes import Badge, Box
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.widths import badge_width, track_lines
from jobtrack_viz.model import Framework
from jobtrack_viz.network import Network

__all__ = ["badge_candidates", "badge_room"]

_BETWEEN = 3.0
_STEP = 4.0
_MOST_STEPS = 14
_SHIFTED = 0.06
"""What one unit of height away from the lines costs."""
_ABOVE = 6.0
_CLEAR = 12.0
_LIFTS = (0.0, 10.0, 24.0)
"""How much further above or below a node its badges may stand."""
_STATUS: Mapping[str, str] = {"draft": "Draft", "in consultation": "In consultation"}
"""Statuses that a badge names; an agreed track needs no word."""

Sign: TypeAlias = tuple[str, str]
"""A track's name and its status as a word."""


def badge_room(network: Network, columns: Columns, order: Order) -> dict[str, tuple[float, float]]:
    """How far badges reach above a node's first line and below its last, where lines begin.

    Where other lines arrive, badges stand above the node; else left of it, around its middle.
    """
    found = {}
    for node, _, signs in _beginnings(network, columns, order):
        height = _stack_height(signs)
        if any(columns.threads[t].at(node.column - 1) for t in node.threads):
            found[node.id] = _CLEAR + height, 0.0
        else:
            beside = max(0.0, height - SIZES.pitch * (len(node.threads) - 1)) / 2
            found[node.id] = beside, beside
    return found


def badge_candidates(
    network: Network, columns: Columns, order: Order, places: Places
) -> list[BadgePlace]:
    """For each node where lines begin, its badges as one stack: left of it, or above or below.

    After: badges stand in the order of their lines, flush on the side of the node.
    """
    found = []
    for node, threads, signs in _beginnings(network, columns, order):
        ys = [places.y[node.id, thread] for thread in threads]
        middle = (min(ys) + max(ys)) / 2
        x = places.x[node.column]
        for cost, right, top in _around(x, middle, places.span(node), signs):
            found.append(BadgePlace(node.id, _stack(signs, right, top), cost))
    return found


def _beginnings(
    network: Network, columns: Columns, order: Order
) -> Iterator[tuple[Node, list[int], list[Sign]]]:
    """Nodes where tracks begin, with their threads from the top, and what their badges say."""
    framework: Framework = network.graph["framework"]
    status = {track.name: _STATUS.get(track.status, "") for track in framework.tracks}
    for node in columns.nodes.values():
        threads = _starting(columns, order, node)
        if threads:
            tracks = dict.fromkeys(columns.threads[t].track for t in threads)
            yield node, threads, [(track, status[track]) for track in tracks]


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
    x: float, middle: float, span: tuple[float, float], signs: Sequence[Sign]
) -> Iterator[tuple[float, float, float]]:
    """Cost, right edge and upper edge of each place of the stack."""
    height = _stack_height(signs)
    right = x - SIZES.mark - SIZES.badge_gap
    for step in range(-_MOST_STEPS, _MOST_STEPS + 1):
        shift = step * _STEP
        yield _SHIFTED * abs(shift), right, middle + shift - height / 2
    widest = max(badge_width(track) for track, _ in signs)
    for edge in (x - SIZES.mark + widest, x + SIZES.mark, x + widest / 2, right):
        for lift in _LIFTS:
            far = _SHIFTED * lift
            yield _ABOVE + far, edge, span[0] - _CLEAR - height - lift
            yield _ABOVE + 1 + far, edge, span[1] + _CLEAR + lift


def _stack(signs: Sequence[Sign], right: float, top: float) -> tuple[Badge, ...]:
    badges = []
    for track, status in signs:
        bottom = top + _height(track, status)
        box = Box(right - badge_width(track), top, right, bottom)
        badges.append(Badge(track, track_lines(track), box, status))
        top = bottom + _BETWEEN
    return tuple(badges)


def _stack_height(signs: Sequence[Sign]) -> float:
    return sum(_height(*sign) for sign in signs) + _BETWEEN * (len(signs) - 1)


def _height(track: str, status: str) -> float:
    lines = len(track_lines(track)) + (1 if status else 0)
    return SIZES.badge_height + (lines - 1) * SIZES.badge_line
