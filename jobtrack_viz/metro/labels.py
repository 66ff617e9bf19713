"""Places where a station's name can stand."""

from collections.abc import Iterator, Sequence
from typing import Literal

from jobtrack_viz.metro.candidates import LabelPlace
from jobtrack_viz.metro.grid import Columns, Places
from jobtrack_viz.metro.shapes import Box, Label, Point
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width, wrap
from jobtrack_viz.network import Network

__all__ = ["label_candidates"]

_BASELINE = 0.78
"""From the top of a line of text to its baseline, as a share of its height."""
_NARROW = 0.66
_BELOW_LINE = 9.0
_ON_BORDER = -2.0
"""In the middle below a station that stands on the border of two zones."""

Anchor = Literal["start", "middle", "end"]


def label_candidates(
    network: Network, columns: Columns, places: Places, lines: dict[str, tuple[str, ...]]
) -> list[LabelPlace]:
    """For each role places around its mark, below right first; narrower if need be."""
    found: list[LabelPlace] = []
    for node in columns.nodes.values():
        if node.id not in lines:
            continue
        x = places.x[node.column]
        top, bottom = places.span(node)
        if node.id in columns.yards:
            found.append(LabelPlace(node.id, _list(columns.yards[node.id], x, bottom), 0.0))
            continue
        terminal = not any(columns.threads[t].at(node.column + 1) for t in node.threads)
        own = lines[node.id]
        if node.column in columns.borders:
            below = Point(x, bottom + SIZES.label_dy)
            found.append(LabelPlace(node.id, _label(own, "middle", below), _ON_BORDER))
        for cost, anchor, corner in _around(x, top, bottom, own, terminal):
            found.append(LabelPlace(node.id, _label(own, anchor, corner), cost))
        room = max(text_width(line, SIZES.label) for line in own) * _NARROW
        narrow = wrap(network.nodes[node.id]["role"].title, SIZES.label, room, 4)
        if narrow != own:
            for cost, anchor, corner in _around(x, top, bottom, narrow, terminal):
                found.append(LabelPlace(node.id, _label(narrow, anchor, corner), cost + 0.8))
    return found


def _around(
    x: float, top: float, bottom: float, lines: Sequence[str], terminal: bool
) -> Iterator[tuple[float, Anchor, Point]]:
    """Cost, anchor and upper anchor point of each place."""
    height = len(lines) * SIZES.label_line
    below = bottom + SIZES.label_dy
    above = top - SIZES.label_dy - height + 2
    right, left = x + SIZES.label_dx, x - SIZES.label_dx
    beside = x + SIZES.mark + 6
    yield 0.0, "start", Point(right, below)
    yield 0.9, "start", Point(x - SIZES.mark, below)
    yield 1.2, "start", Point(x - 2 * SIZES.mark, below)
    yield 1.6, "start", Point(x - 3 * SIZES.mark, below)
    yield 2.0, "middle", Point(x, below)
    yield 2.2, "start", Point(right, above)
    yield 3.2, "middle", Point(x, above)
    yield 3.5, "end", Point(left, below)
    yield 4.0, "end", Point(left, above)
    if terminal:
        yield -3.0, "start", Point(beside, (top + bottom - height) / 2)
    else:
        between = x + height / 2 + SIZES.line * 0.71 + 5
        yield 2.5, "start", Point(between, (top + bottom - height) / 2)


def _list(size: tuple[float, float], x: float, y: float) -> Label:
    """The place of a list below its line; its names are set apart."""
    left, top = x - SIZES.yard_lead, y + _BELOW_LINE
    box = Box(left, top, left + size[0], top + size[1])
    return Label((), Point(left, top), "start", SIZES.label_line, box)


def _label(lines: tuple[str, ...], anchor: Anchor, corner: Point) -> Label:
    width = max(text_width(line, SIZES.label) for line in lines)
    left = corner.x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    box = Box(left, corner.y, left + width, corner.y + len(lines) * SIZES.label_line)
    at = Point(corner.x, corner.y + SIZES.label_line * _BASELINE)
    return Label(lines, at, anchor, SIZES.label_line, box)
