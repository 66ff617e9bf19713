"""Ways and boxes as paths of straight lines and Bézier curves, for readers that know no arcs.

An arc of angle a and radius r is drawn as the cubic curve whose handles are 4/3 tan(a/4) r long;
up to a right angle it is off by less than 0.03 % of r. Coordinates are absolute.
"""

from collections.abc import Sequence
from math import pi, tan

from jobtrack_viz.drawing.rounding import arcs, number
from jobtrack_viz.metro.shapes import Point

__all__ = ["curve", "rounded_box"]

_QUARTER = 4 / 3 * tan(pi / 8)


def curve(points: Sequence[Point], radius: float = 0.0) -> str:
    """The ``d`` of a way whose corners are arcs of at most this radius."""
    parts = ["M" + _pair(points[0])]
    for arc in arcs(points, radius):
        share = 4 / 3 * tan(arc.turn / 4) / tan(arc.turn / 2) if arc.turn else 2 / 3
        one, other = _between(arc.start, arc.corner, share), _between(arc.end, arc.corner, share)
        parts.append(f"L{_pair(arc.start)}C{_pair(one)} {_pair(other)} {_pair(arc.end)}")
    parts.append("L" + _pair(points[-1]))
    return "".join(parts)


def rounded_box(left: float, top: float, right: float, bottom: float, radius: float) -> str:
    """The ``d`` of an upright rectangle with rounded corners."""
    corners = (Point(right, top), Point(right, bottom), Point(left, bottom), Point(left, top))
    parts = [f"M{_pair(Point(left + radius, top))}"]
    for i, corner in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % 4]
        start, end = _toward(corner, before, radius), _toward(corner, after, radius)
        one, other = _between(start, corner, _QUARTER), _between(end, corner, _QUARTER)
        parts.append(f"L{_pair(start)}C{_pair(one)} {_pair(other)} {_pair(end)}")
    return "".join(parts) + "Z"


def _toward(start: Point, end: Point, distance: float) -> Point:
    """``distance`` from ``start`` towards ``end``, along an axis."""
    right, down = end.x - start.x, end.y - start.y
    return Point(
        start.x + (distance if right > 0 else -distance if right < 0 else 0.0),
        start.y + (distance if down > 0 else -distance if down < 0 else 0.0),
    )


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _pair(point: Point) -> str:
    return f"{number(point.x)},{number(point.y)}"
