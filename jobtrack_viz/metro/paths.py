"""Ways that run level, upright or at 45 degrees."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from jobtrack_viz.metro.shapes import Point

__all__ = ["beside", "corners_cut", "jog", "tidy"]


def tidy(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same way without points that stand still or lie on a straight stretch."""
    kept: list[Point] = []
    for point in points:
        if kept and hypot(point.x - kept[-1].x, point.y - kept[-1].y) < 1e-6:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def jog(start: Point, end: Point, middle: float, cut: float) -> tuple[Point, ...]:
    """Level, slanting, level; around ``middle``, upright between slants of width ``cut``."""
    down = 1.0 if end.y > start.y else -1.0
    slant = min(cut, abs(end.y - start.y) / 2)
    return tidy(
        [
            start,
            Point(middle - slant, start.y),
            Point(middle, start.y + down * slant),
            Point(middle, end.y - down * slant),
            Point(middle + slant, end.y),
            end,
        ]
    )


def corners_cut(points: Sequence[Point], cut: float) -> tuple[Point, ...]:
    """A way of level and upright stretches, its corners cut at 45 degrees.

    After: a cut takes at most half of each stretch, so that even short ones stay in line.
    """
    rough = tidy(points)
    way = [rough[0]]
    for before, corner, after in zip(rough, rough[1:], rough[2:], strict=False):
        reach = min(cut, _length(before, corner) / 2, _length(corner, after) / 2)
        way.append(_toward(corner, before, reach))
        way.append(_toward(corner, after, reach))
    return tidy([*way, rough[-1]])


def beside(points: Sequence[Point], offset: float) -> tuple[Point, ...]:
    """The same way, ``offset`` to the right of its direction (below, where it leads right)."""
    normals = []
    for a, b in pairwise(points):
        length = _length(a, b)
        normals.append((-(b.y - a.y) / length, (b.x - a.x) / length))
    moved = [_shifted(points[0], normals[0], offset)]
    for corner, one, two in zip(points[1:], normals, normals[1:], strict=False):
        share = 1 + one[0] * two[0] + one[1] * two[1]
        both = ((one[0] + two[0]) / share, (one[1] + two[1]) / share)
        moved.append(_shifted(corner, both, offset))
    moved.append(_shifted(points[-1], normals[-1], offset))
    return tuple(moved)


def _shifted(point: Point, normal: tuple[float, float], offset: float) -> Point:
    return Point(point.x + normal[0] * offset, point.y + normal[1] * offset)


def _length(a: Point, b: Point) -> float:
    return hypot(b.x - a.x, b.y - a.y)


def _toward(start: Point, end: Point, distance: float) -> Point:
    share = distance / (_length(start, end) or 1.0)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _straight(a: Point, b: Point, c: Point) -> bool:
    turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
    forward = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)
    return abs(turn) < 1e-6 and forward > 0
