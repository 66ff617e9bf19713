"""Many names below a line: how they stand in columns, and how much room they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, sqrt

from jobtrack_viz.metro.shapes import Box, Label, Point
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width, wrap

__all__ = ["Listing", "Spot", "list_names"]

_WIDEST = 190.0
_LINES, _MOST_LINES, _LONG = 3, 6, 60
_MOST_COLUMNS = 10
_TO_NAME = 6.0
_BETWEEN = 20.0
_LEAST_ROW = 24.0
_AIR = 7.5
_HEADING = 24.0
_FOOT = 6.0
_BASELINE = 0.78


@dataclass(frozen=True, slots=True)
class Spot:
    """A name's place in a listing: the middle of its mark, from the listing's upper left corner."""

    at: Point
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Names in columns, read downwards."""

    spots: tuple[Spot, ...]
    width: float
    height: float

    def label(self, spot: Spot, corner: Point) -> Label:
        """A spot's name, right of its mark, where the listing's corner stands at ``corner``."""
        left = corner.x + spot.at.x + SIZES.mark + _TO_NAME
        top = corner.y + spot.at.y - SIZES.label_line / 2
        width = max(text_width(line, SIZES.label) for line in spot.lines)
        box = Box(left, top, left + width, top + len(spot.lines) * SIZES.label_line)
        at = Point(left, top + SIZES.label_line * _BASELINE)
        return Label(spot.lines, at, "start", SIZES.label_line, box)


def list_names(titles: Sequence[str]) -> Listing:
    """The names in their order, in as many columns as make the listing about square.

    After: no name meets another or a mark; rows are at least 24 units high, so that each mark can
    be clicked by itself.
    """
    names = [
        wrap(title, SIZES.label, _WIDEST, _LINES if len(title) <= _LONG else _MOST_LINES)
        for title in titles
    ]
    widest = max(text_width(line, SIZES.label) for name in names for line in name)
    column = 2 * SIZES.mark + _TO_NAME + widest + _BETWEEN
    high = sum(_height(name) for name in names)
    count = min(_MOST_COLUMNS, max(1, round(sqrt(high / column))))
    rows = ceil(len(names) / count)
    columns = [names[first : first + rows] for first in range(0, len(names), rows)]
    heights = [max(_height(c[row]) for c in columns if row < len(c)) for row in range(rows)]
    tops = list(accumulate(heights, initial=_HEADING))
    spots = [
        Spot(
            Point(
                SIZES.yard_lead + number * column,
                tops[row] + _AIR / 2 + SIZES.label_line / 2,
            ),
            name,
        )
        for number, listed in enumerate(columns)
        for row, name in enumerate(listed)
    ]
    width = SIZES.yard_lead - SIZES.mark + len(columns) * column - _BETWEEN / 2
    return Listing(tuple(spots), width, tops[-1] + _FOOT)


def _height(name: Sequence[str]) -> float:
    return max(_LEAST_ROW, len(name) * SIZES.label_line + _AIR)
