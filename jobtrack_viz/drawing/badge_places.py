"""Where the words of a badge stand, for every drawing of it."""

from typing import NamedTuple

from jobtrack_viz.metro.shapes import Badge
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["ASCENT", "BadgePlaces", "badge_places"]

ASCENT = 0.34
"""From the middle of a line of text to its baseline, in letter heights."""


class BadgePlaces(NamedTuple):
    """x of the rule, and of the middles of code and name; y of the middles of code and rows.

    ``rows`` are the lines of the name, then the status if there is one.
    """

    split: float
    code_x: float
    name_x: float
    middle: float
    rows: tuple[float, ...]


def badge_places(badge: Badge) -> BadgePlaces:
    """Code on the left of the rule, name and status on its right, all around the middle."""
    box = badge.box
    split = box.left + SIZES.badge_code
    middle = (box.top + box.bottom) / 2
    count = len(badge.lines) + (1 if badge.status else 0)
    first = middle - (count - 1) * SIZES.badge_line / 2
    rows = tuple(first + i * SIZES.badge_line for i in range(count))
    return BadgePlaces(split, (box.left + split + 1) / 2, (split + box.right) / 2, middle, rows)
