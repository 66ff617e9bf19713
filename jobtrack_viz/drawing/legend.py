"""The key below the map: only what the map really shows."""

from collections.abc import Iterator

from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.stations import mark
from jobtrack_viz.drawing.tags import tag, text_lines
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.model import Framework

__all__ = ["legend"]

_SENTENCE = "Columns are grades. A station is a kind of job, not a vacancy."
_SIZE = 13.0
_BETWEEN = 28.0


def legend(metro: MetroMap, framework: Framework) -> Iterator[str]:
    """Marks with their words from left to right, then the sentence; on as many lines as needed."""
    left = SIZES.margin + SIZES.mark
    x, y = left, metro.bottom + SIZES.legend / 2 + 2
    for width, sample, words in [*_entries(metro, framework), (0.0, "", _SENTENCE)]:
        length = width + text_width(words, _SIZE)
        if x > left and x + length > metro.width - SIZES.margin:
            x, y = left, y + SIZES.legend_line
        if sample:
            yield tag("g", {"transform": f"translate({number(x)} {number(y)})"}, sample)
        yield _words(words, x + width, y)
        x += length + _BETWEEN


def _entries(metro: MetroMap, framework: Framework) -> Iterator[tuple[float, str, str]]:
    """Width, picture and words of each entry."""
    statuses = {role.status for role in framework.roles}
    yield 16.0, mark(0, 0, 0, "open"), "Role on one track"
    if any(station.shared for station in metro.stations):
        yield 16.0, mark(0, -4.5, 4.5, "open"), "Role shared by tracks"
    if "planned" in statuses:
        planned = tag("g", {"class": "planned"}, mark(0, 0, 0, "planned"))
        yield 16.0, planned, "Planned role"
    if "closed" in statuses:
        closed = tag("g", {"class": "closed"}, mark(0, 0, 0, "closed"))
        yield 16.0, closed, "No longer recruited to"
    if metro.walkways:
        way = tag("path", {"class": "walk", "d": "M-6,0H18"})
        head = tag("path", {"class": "walk-head", "d": "M26,0L18,4L18,-4Z"})
        yield 36.0, way + head, "Move to another track"


def _words(words: str, x: float, y: float) -> str:
    return text_lines("key", (words,), x, y + _SIZE * 0.34, 0, {"font-size": number(_SIZE)})
