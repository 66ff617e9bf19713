"""A way between two stations round names and stations, where no simple way exists."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Any, TypeAlias

import numpy as np
import shapely

from jobtrack_viz.metro.grid import Node, Places
from jobtrack_viz.metro.paths import corners_cut, tidy
from jobtrack_viz.metro.shapes import Point
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["search_way"]

_TURN = 40.0
_CUTS = (9.0, 5.0, 2.0, 0.0)
_ASIDE = (14.0, 22.0, 30.0)
_BESIDE = 1.0

Cell: TypeAlias = tuple[int, int]


def search_way(
    places: Places, here: Node, there: Node, taken: shapely.STRtree
) -> tuple[Point, ...] | None:
    """The shortest way with few corners that touches nothing ``taken``; None if there is none.

    It runs on a lattice of heights beside lines and lanes beside columns; if these leave no way,
    along the edges of all that is in the way too.
    """
    xs = {x + side * far for x in places.x for far in (SIZES.hug, *_ASIDE) for side in (-1, 1)}
    ys = {y + side * SIZES.hug for y in places.y.values() for side in (-1, 1)}
    ys |= {min(ys) - SIZES.hug, max(ys) + 4 * SIZES.hug}
    edges = shapely.bounds(taken.geometries)
    way = _on_lattice(places, here, there, taken, sorted(xs), sorted(ys))
    if way is None and len(edges):
        xs |= {*(edges[:, 0] - _BESIDE).tolist(), *(edges[:, 2] + _BESIDE).tolist()}
        ys |= {*(edges[:, 1] - _BESIDE).tolist(), *(edges[:, 3] + _BESIDE).tolist()}
        way = _on_lattice(places, here, there, taken, sorted(xs), sorted(ys))
    return way


def _on_lattice(
    places: Places,
    here: Node,
    there: Node,
    taken: shapely.STRtree,
    xs: Sequence[float],
    ys: Sequence[float],
) -> tuple[Point, ...] | None:
    level, upright = _free(xs, ys, taken)
    starts, goals = (dict(_doors(places, node, xs, ys)) for node in (here, there))
    cells = _search(xs, ys, level, upright, set(starts), set(goals))
    if cells is None:
        return None
    middle = [Point(xs[i], ys[j]) for i, j in cells]
    ways = (tidy([starts[cells[0]], *corners_cut(middle, cut), goals[cells[-1]]]) for cut in _CUTS)
    return next((way for way in ways if not _touches(way, taken)), None)


def _touches(way: Sequence[Point], taken: shapely.STRtree) -> bool:
    return bool(len(taken.query(shapely.LineString(way), "intersects")))


def _free(xs: Sequence[float], ys: Sequence[float], taken: shapely.STRtree) -> tuple[Any, Any]:
    """Which level and which upright steps of the lattice touch no name."""
    across, down = np.meshgrid(xs, ys, indexing="ij")
    points = np.stack([across, down], axis=-1)
    level = shapely.linestrings(np.stack([points[:-1], points[1:]], axis=2))
    upright = shapely.linestrings(np.stack([points[:, :-1], points[:, 1:]], axis=2))
    return _clear(level, taken), _clear(upright, taken)


def _clear(steps: Any, taken: shapely.STRtree) -> Any:
    free = np.ones(steps.size, bool)
    free[taken.query(steps.ravel(), "intersects")[0]] = False
    return free.reshape(steps.shape)


def _doors(
    places: Places, node: Node, xs: Sequence[float], ys: Sequence[float]
) -> Iterator[tuple[Cell, Point]]:
    """Lattice points just beside a mark, and the point of the mark that they lead to."""
    x = places.x[node.column]
    top, bottom = places.span(node)
    for edge, height in ((top, top - SIZES.hug), (bottom, bottom + SIZES.hug)):
        for lane in (x - SIZES.hug, x + SIZES.hug):
            yield (xs.index(lane), ys.index(height)), Point(x, edge)


def _search(
    xs: Sequence[float],
    ys: Sequence[float],
    level: Any,
    upright: Any,
    starts: set[Cell],
    goals: set[Cell],
) -> list[Cell] | None:
    """Cells from a start to a goal, the cheapest by length and corners (Dijkstra)."""
    order = count()
    queue: list[tuple[float, int, Cell, bool, tuple[Any, ...] | None]] = [
        (0.0, next(order), cell, True, None) for cell in sorted(starts)
    ]
    done: set[tuple[Cell, bool]] = set()
    while queue:
        cost, _, cell, was_level, trail = heappop(queue)
        if (cell, was_level) in done:
            continue
        done.add((cell, was_level))
        trail = (cell, trail)
        if cell in goals:
            return _unrolled(trail)
        i, j = cell
        for step, (free, is_level) in {
            (i + 1, j): (i + 1 < len(xs) and level[i, j], True),
            (i - 1, j): (i > 0 and level[i - 1, j], True),
            (i, j + 1): (j + 1 < len(ys) and upright[i, j], False),
            (i, j - 1): (j > 0 and upright[i, j - 1], False),
        }.items():
            if free:
                length = abs(xs[step[0]] - xs[i]) + abs(ys[step[1]] - ys[j])
                price = cost + length + _TURN * (is_level != was_level)
                heappush(queue, (price, next(order), step, is_level, trail))
    return None


def _unrolled(trail: tuple[Any, ...] | None) -> list[Cell]:
    cells = []
    while trail:
        cell, trail = trail
        cells.append(cell)
    return cells[::-1]
