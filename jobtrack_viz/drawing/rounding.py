"""Ways with corners, written as SVG paths with rounded corners."""

from collections.abc import Iterator, Sequence
from math import acos, hypot, tan
from typing import NamedTuple

from jobtrack_viz.metro.shapes import Point

__all__ = ["LINE_CORNER", "WALKWAY_CORNER", "Arc", "arcs", "number", "path", "rounded"]

LINE_CORNER = 16.0
WALKWAY_CORNER = 7.0
"""Radius of the arcs of lines, and of walkways."""


class Arc(NamedTuple):
    """A rounded corner: where the arc begins and ends, its radius, and how far it turns.

    ``turn`` is in radians, positive to the right (y down).
    """

    start: Point
    corner: Point
    end: Point
    radius: float
    turn: float


def arcs(points: Sequence[Point], radius: float) -> Iterator[Arc]:
    """An arc of at most this radius for each corner of a way.

    After: an arc takes at most half of each stretch beside it, so the way keeps its direction.
    """
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        angle = _angle(before, corner, after)
        halves = min(_length(before, corner), _length(corner, after)) / 2
        reach = min(radius * tan(angle / 2), halves)
        start, end = _toward(corner, before, reach), _toward(corner, after, reach)
        bend = reach / tan(angle / 2) if angle > 1e-6 else 0.0
        side = 1 if _turn(before, corner, after) > 0 else -1
        yield Arc(start, corner, end, bend, side * angle)


def rounded(points: Sequence[Point], radius: float) -> str:
    """The ``d`` of a path through the points, each corner an arc of at most this radius."""
    parts = ["M" + _pair(points[0])]
    for arc in arcs(points, radius):
        size, sweep = number(arc.radius), int(arc.turn > 0)
        parts.append(f"L{_pair(arc.start)}A{size},{size} 0 0 {sweep} {_pair(arc.end)}")
    parts.append("L" + _pair(points[-1]))
    return "".join(parts)


def path(points: Sequence[Point]) -> str:
    """The ``d`` of a path with sharp corners."""
    return "M" + "L".join(_pair(point) for point in points)


def number(value: float) -> str:
    """Short, with at most two digits after the point."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"


def _pair(point: Point) -> str:
    return f"{number(point.x)},{number(point.y)}"


def _length(a: Point, b: Point) -> float:
    return hypot(b.x - a.x, b.y - a.y)


def _toward(start: Point, end: Point, distance: float) -> Point:
    share = distance / _length(start, end)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)


def _angle(a: Point, b: Point, c: Point) -> float:
    """How much the way turns at b, from 0."""
    along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)
    return acos(max(-1.0, min(1.0, along / (_length(a, b) * _length(b, c)))))
