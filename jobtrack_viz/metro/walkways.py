"""Ways for moves that no line shows: beside lines, through gaps, never across a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import shapely

from jobtrack_viz.metro.candidates import Plan
from jobtrack_viz.metro.grid import Columns, Node, Places, Walk
from jobtrack_viz.metro.paths import corners_cut, tidy
from jobtrack_viz.metro.shapes import Box, Piece, Point, Walkway
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.way_search import search_way

__all__ = ["draw_walkways"]

_NAME = 1000.0
_STATION = 60.0
_BADGE = 40.0
_ON_LINE = 0.4
"""For each unit of way that lies on a line or beside it too close to be told apart."""
_CROSSING = 3.0
_LENGTH = 0.02
_BEND = 0.6
_CUT = 9.0
_MOST_HEIGHTS = 16
_SIDES = tuple(product((-1.0, 1.0), repeat=2))
_CLOSE = SIZES.line / 2 + 1.5
_STRAIGHT_THROUGH = 2.5 * _CLOSE
_MOST_LIKELY = 30
"""Of how many ways the stretches beside lines are measured, which takes longest."""

Way: TypeAlias = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """What walkways must not cover, searchable by place."""

    names: shapely.STRtree
    marks: shapely.STRtree
    stations: tuple[str, ...]
    badges: shapely.STRtree
    lines: shapely.STRtree
    thick: shapely.STRtree


def draw_walkways(
    columns: Columns, plan: Plan, pieces: Sequence[Piece], walks: Sequence[Walk]
) -> tuple[Walkway, ...]:
    """The calmest of many ways for each of ``walks``.

    After: every way is octilinear, starts and ends at its stations, and no name lies in it.
    """
    lines = np.array([shapely.LineString(piece.points) for piece in pieces], object)
    scene = _Scene(
        names=shapely.STRtree(_boxes([place.box for place in plan.labels], 1.5)),
        marks=shapely.STRtree(_boxes(list(plan.marks.values()), 0.5)),
        stations=tuple(plan.marks),
        badges=shapely.STRtree(_boxes([badge.box for badge in plan.badges], 2.0)),
        lines=shapely.STRtree(lines),
        thick=shapely.STRtree(shapely.buffer(lines, _CLOSE, quad_segs=2)),
    )
    return tuple(_walkway(columns, plan.places, walk, scene) for walk in walks)


def _boxes(boxes: Sequence[Box], air: float) -> Any:
    corners = np.array(boxes, float).reshape(-1, 4) + np.array([-air, -air, air, air])
    return shapely.box(*corners.T)


def _walkway(columns: Columns, places: Places, walk: Walk, scene: _Scene) -> Walkway:
    ends = [columns.nodes[walk.source], columns.nodes[walk.target]]
    here, there = sorted(ends, key=lambda node: (node.column, places.span(node)))
    ways = list(_ways(columns, places, here, there))
    prices = _prices(ways, scene, (walk.source, walk.target))
    best = ways[int(np.argmin(prices))]
    if min(prices) >= _STATION:
        found = search_way(places, here, there, _covered(scene, ends))
        if found is None and min(prices) >= _NAME:
            found = search_way(places, here, there, scene.names)
        best = found or best
    points = best if here.id == walk.source else best[::-1]
    return Walkway(walk.source, walk.target, walk.kind, walk.both_ways, points)


def _covered(scene: _Scene, ends: Sequence[Node]) -> shapely.STRtree:
    """Names and the marks of all other stations."""
    own = {node.id for node in ends}
    marks = [
        mark for i, mark in zip(scene.stations, scene.marks.geometries, strict=True) if i not in own
    ]
    return shapely.STRtree([*scene.names.geometries, *marks])


def _prices(ways: Sequence[Way], scene: _Scene, ends: tuple[str, str]) -> Any:
    shapes = np.array([shapely.LineString(way) for way in ways])
    prices = _LENGTH * shapely.length(shapes)
    prices += _BEND * (np.array([len(way) for way in ways]) - 2)
    for way, _ in scene.names.query(shapes, "intersects").T:
        prices[way] += _NAME
    for way, mark in scene.marks.query(shapes, "intersects").T:
        prices[way] += 0.0 if scene.stations[mark] in ends else _STATION
    for way, _ in scene.badges.query(shapes, "intersects").T:
        prices[way] += _BADGE
    np.add.at(prices, scene.lines.query(shapes, "intersects")[0], _CROSSING)
    likely = np.argsort(prices, kind="stable")[:_MOST_LIKELY]
    way, line = scene.thick.query(shapes[likely], "intersects")
    inside = shapely.intersection(shapes[likely[way]], scene.thick.geometries[line])
    beside = np.maximum(shapely.length(inside) - _STRAIGHT_THROUGH, 0.0)
    later = np.full(len(ways), np.inf)
    later[likely] = prices[likely]
    np.add.at(later, likely[way], _ON_LINE * beside)
    return later


def _ways(columns: Columns, places: Places, here: Node, there: Node) -> Iterator[Way]:
    if here.column == there.column:
        yield from _within(places, here, there)
        lanes = [*_lanes(places, here.column), *_lanes(places, here.column - 1)]
        yield from _beside_lines(places, here, there, lanes)
        return
    gaps = range(here.column, there.column)
    yield from _corners(places, here, there)
    lanes = [lane for gap in gaps for lane in _lanes(places, gap)]
    yield from _beside_lines(places, here, there, lanes)
    first, last = _lanes(places, gaps[0])[:3], _lanes(places, gaps[-1])[:3]
    heights = _heights(columns, places, here, there)
    for (up, down), one, two, height in product(_SIDES, first, last, heights):
        if one < two:
            yield _way(places, here, there, up, down, [one, two], [height])


def _within(places: Places, here: Node, there: Node) -> Iterator[Way]:
    """Straight down, or round the stations between on either side."""
    x = places.x[here.column]
    start, end = Point(x, places.span(here)[1]), Point(x, places.span(there)[0])
    yield start, end
    for aside in (-13, -19, -25, -31, -37, 13, 19, 25, 31):
        reach = abs(aside)
        if end.y - start.y > 2 * reach + 1:
            lane = x + aside
            yield tidy([start, Point(lane, start.y + reach), Point(lane, end.y - reach), end])


def _corners(places: Places, here: Node, there: Node) -> Iterator[Way]:
    """Straight up or down from one end, then beside the other's line."""
    for node, other in ((here, there), (there, here)):
        x = places.x[node.column]
        for side in (-1.0, 1.0):
            end, height, sense = _end(places, other, side, x)
            top, bottom = places.span(node)
            edge = top if height < top else bottom
            if abs(height - edge) > 2 * SIZES.mark:
                turn = [Point(x, edge), Point(x, height), Point(end.x + sense * SIZES.hug, height)]
                way = tidy([*corners_cut(turn, _CUT), end])
                yield way if node is here else way[::-1]


def _beside_lines(places: Places, here: Node, there: Node, lanes: Sequence[float]) -> Iterator[Way]:
    """Beside one line, up or down in a gap, beside the other line."""
    for (up, down), lane in product(_SIDES, lanes):
        yield _way(places, here, there, up, down, [lane], [])


def _lanes(places: Places, gap: int) -> list[float]:
    """Where to go up or down between a column and the next: before its stations, mostly."""
    if not 0 <= gap < len(places.x) - 1:
        return [places.x[0] - 16.0] if gap < 0 else [places.x[-1] + 16.0]
    left, right = places.x[gap], places.x[gap + 1]
    return [right - 21, right - 14, right - 29, right - 37, (left + right) / 2, left + 20]


def _heights(columns: Columns, places: Places, here: Node, there: Node) -> list[float]:
    """Just above and below the lines of the columns between, and of the whole map."""
    nearest = sorted(
        {
            edge
            for node in columns.nodes.values()
            if here.column <= node.column <= there.column and node.role_id
            for edge in (places.span(node)[0] - SIZES.hug, places.span(node)[1] + SIZES.hug)
        },
        key=lambda edge: _away(edge, places.span(here)[0], places.span(there)[0]),
    )
    every = places.y.values()
    return [*nearest[:_MOST_HEIGHTS], min(every) - 20.0, max(every) + 60.0]


def _away(height: float, one: float, other: float) -> float:
    """How far a height lies from the nearer of two, or nothing between them."""
    low, high = sorted((one, other))
    return max(low - height, height - high, 0.0)


def _way(
    places: Places,
    here: Node,
    there: Node,
    up: float,
    down: float,
    lanes: Sequence[float],
    heights: Sequence[float],
) -> Way:
    """Leave beside the line, change height in each lane, arrive beside the line."""
    start, leave, sense = _end(places, here, up, lanes[0])
    end, arrive, back = _end(places, there, down, lanes[-1])
    ys = [leave, *heights, arrive]
    middle = [Point(start.x + sense * SIZES.hug, leave)]
    for lane, y, then in zip(lanes, ys, ys[1:], strict=False):
        middle += [Point(lane, y), Point(lane, then)]
    middle.append(Point(end.x + back * SIZES.hug, arrive))
    return tidy([start, *corners_cut(middle, _CUT), end])


def _end(places: Places, node: Node, side: float, lane: float) -> tuple[Point, float, float]:
    """The mark's edge line, the height beside it, and which way leads to the lane."""
    x = places.x[node.column]
    top, bottom = places.span(node)
    edge = top if side < 0 else bottom
    return Point(x, edge), edge + side * SIZES.hug, 1.0 if lane > x else -1.0
