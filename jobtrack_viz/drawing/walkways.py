"""A walkway: a thin way with an arrowhead where it leads one way only; and joins within a role."""

from collections.abc import Sequence
from math import hypot

from jobtrack_viz.drawing.rounding import WALKWAY_CORNER, path, rounded
from jobtrack_viz.drawing.tags import tag
from jobtrack_viz.metro.shapes import Point, Walkway
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["draw_join", "walkway_group"]

_HEAD = 9.0
_HALF = 4.5
_AIR = 1.0
"""Between an arrow's tip and the mark it points at."""


def walkway_group(walkway: Walkway) -> str:
    """Casing, dashed way and arrowhead; shown by the page when one of its stations is at hand."""
    d = rounded(walkway.points, WALKWAY_CORNER)
    heads = [] if walkway.both_ways else [_arrowhead(walkway.points)]
    return tag(
        "g",
        {
            "class": "walkway",
            "id": f"w-{walkway.source}-{walkway.target}",
            "data-from": walkway.source,
            "data-to": walkway.target,
            "data-kind": walkway.kind,
            "data-both": "yes" if walkway.both_ways else "no",
        },
        tag("path", {"class": "walk-casing", "d": d}),
        tag("path", {"class": "walk", "d": d}),
        *(tag("path", {"class": "walk-head", "d": path(head) + "Z"}) for head in heads),
    )


def draw_join(join: Walkway) -> str:
    """A double line between two capsules of one role."""
    d = rounded(join.points, WALKWAY_CORNER)
    return tag("path", {"class": "join", "d": d}) + tag("path", {"class": "join-core", "d": d})


def _arrowhead(points: Sequence[Point]) -> tuple[Point, Point, Point]:
    """A triangle whose tip touches the mark at the end of the way."""
    end, before = points[-1], points[-2]
    length = hypot(before.x - end.x, before.y - end.y)
    along = ((before.x - end.x) / length, (before.y - end.y) / length)
    tip = _moved(end, along, SIZES.mark + _AIR)
    foot = _moved(tip, along, _HEAD)
    across = (-along[1], along[0])
    return tip, _moved(foot, across, _HALF), _moved(foot, across, -_HALF)


def _moved(point: Point, direction: tuple[float, float], distance: float) -> Point:
    return Point(point.x + direction[0] * distance, point.y + direction[1] * distance)
