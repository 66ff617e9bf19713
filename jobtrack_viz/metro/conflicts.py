"""What candidates cost by themselves and with each other: the laws of the map, as prices."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any, TypeAlias

import numpy as np
import shapely

from jobtrack_viz.metro.candidates import BadgePlace, LabelPlace, TrackWay
from jobtrack_viz.metro.grid import Places
from jobtrack_viz.metro.shapes import Box
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["Scene", "conflicts", "own_costs"]

_NAME_ON_NAME = 50.0
_NAME_ON_LINE = 40.0
_NAME_ON_MARK = 45.0
_NAME_ON_BADGE = 45.0
_NAME_OUTSIDE = 100.0
_LINE_ON_LINE = 30.0
_LINE_OVER_STATION = 60.0
_LINE_UNDER_BADGE = 35.0
_TURN_BACK = 24.0
_RIGHT_ANGLE = 1e-6
_BADGE_ON_MARK = 45.0
_BRANCHES_MEET = 0.5
_AIR = 1.5
"""Free space around a name."""
_WORD = 4.0
"""And beside it, before the next name."""
_BADGE_AIR = 3.0
_BADGE_WORD = 7.0
"""Between a badge and a name."""
_HEADINGS = SIZES.margin + SIZES.heading + 14.0
"""Nothing stands above this height."""

Array: TypeAlias = Any
Conflicts: TypeAlias = dict[tuple[int, int, float], set[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Scene:
    """All candidates, in this order, and the marks between them."""

    places: Places
    marks: Mapping[str, Box]
    tracks: Sequence[TrackWay]
    labels: Sequence[LabelPlace]
    badges: Sequence[BadgePlace]

    def lines(self) -> Array:
        """The ways of tracks as shapes."""
        ways = [shapely.MultiLineString([list(w) for w in t.ways]) for t in self.tracks]
        return np.array(ways, object)

    def names(self, air: float = _AIR, word: float = 0.0) -> Array:
        """The places of names as shapes, with free space around."""
        return _boxes([place.box for place in self.labels], air, word)

    def signs(self) -> Array:
        """The places of badges as shapes."""
        return _boxes([place.box for place in self.badges], 0.0)


def own_costs(scene: Scene) -> list[float]:
    """What each candidate costs, whatever else is chosen."""
    costs = [way.cost for way in scene.tracks]
    costs += [place.cost for place in scene.labels]
    costs += [spot.cost for spot in scene.badges]
    stations = list(scene.marks)
    marks = shapely.STRtree(_boxes(list(scene.marks.values()), 0.0))
    for way, station in marks.query(scene.lines(), "dwithin", SIZES.line / 2 + 1.0).T.tolist():
        if stations[station] not in (scene.tracks[way].source, scene.tracks[way].target):
            costs[way] += _LINE_OVER_STATION
    shift = len(scene.tracks)
    for name, station in marks.query(scene.names(), "intersects").T.tolist():
        if stations[station] != scene.labels[name].role_id:
            costs[shift + name] += _NAME_ON_MARK
    for name, place in enumerate(scene.labels):
        costs[shift + name] += 0.0 if _inside(place.box, scene.places) else _NAME_OUTSIDE
    shift += len(scene.labels)
    for sign, _ in marks.query(scene.signs(), "dwithin", _BADGE_AIR).T.tolist():
        costs[shift + sign] += _BADGE_ON_MARK
    for sign, spot in enumerate(scene.badges):
        costs[shift + sign] += 0.0 if _inside(spot.box, scene.places) else _NAME_OUTSIDE
    return costs


def conflicts(scene: Scene, owners: Sequence[int]) -> Conflicts:
    """Pairs of candidates that cost something together: (owner, owner, price) -> pairs."""
    found: Conflicts = defaultdict(set)
    lines, names, signs = scene.lines(), scene.names(), scene.signs()
    first_name, first_sign = len(lines), len(lines) + len(names)
    _lines_on_lines(scene, lines, owners, found)
    wide = scene.names(word=_WORD)
    one, other = shapely.STRtree(wide).query(wide, "intersects")
    keep = one < other
    _add(found, owners, one[keep] + first_name, other[keep] + first_name, _NAME_ON_NAME)
    name, line = shapely.STRtree(lines).query(names, "dwithin", SIZES.line / 2)
    _add(found, owners, name + first_name, line, _NAME_ON_LINE)
    sign, line = shapely.STRtree(lines).query(signs, "dwithin", SIZES.line / 2 + _BADGE_AIR)
    _add(found, owners, sign + first_sign, line, _LINE_UNDER_BADGE)
    sign, name = shapely.STRtree(names).query(signs, "dwithin", _BADGE_WORD)
    _add(found, owners, sign + first_sign, name + first_name, _NAME_ON_BADGE)
    one, other = shapely.STRtree(signs).query(signs, "dwithin", _BADGE_AIR)
    keep = one < other
    _add(found, owners, one[keep] + first_sign, other[keep] + first_sign, _NAME_ON_BADGE)
    return found


def _inside(box: Box, places: Places) -> bool:
    return box.left > 4 and box.right < places.width - 4 and box.top > _HEADINGS


def _boxes(boxes: Sequence[Box], air: float, word: float = 0.0) -> Array:
    side = air + word
    corners = np.array(boxes, float).reshape(-1, 4) + np.array([-side, -air, side, air])
    return shapely.box(*corners.T)


def _add(
    found: Conflicts, owners: Sequence[int], ones: Array, others: Array, prices: Array | float
) -> None:
    listed = np.broadcast_to(prices, np.shape(ones)).tolist()
    for one, other, price in zip(ones.tolist(), others.tolist(), listed, strict=True):
        a, b = owners[one], owners[other]
        if price > 0 and a != b:
            key, pair = ((a, b), (one, other)) if a < b else ((b, a), (other, one))
            found[*key, price].add(pair)


def _lines_on_lines(scene: Scene, lines: Array, owners: Sequence[int], found: Conflicts) -> None:
    """Lines of one gap keep their distance, unless they must cross or are branches of a track."""
    one, other = shapely.STRtree(lines).query(lines, "dwithin", SIZES.pitch * 0.93)
    own = np.array(owners[: len(lines)])
    gap = np.array([way.column for way in scene.tracks])
    keep = (one < other) & (own[one] != own[other]) & (gap[one] == gap[other])
    one, other = one[keep], other[keep]
    shared = shapely.intersection(lines[one], lines[other])
    along = shapely.length(shared) > 0.5
    points = shapely.get_num_coordinates(shared)
    kinds: dict[tuple[int, int], tuple[int, int]] = {}
    prices = np.full(len(one), _LINE_ON_LINE)
    for i, (a, b) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        key = owners[a], owners[b]
        if key not in kinds:
            kinds[key] = _meetings(scene.places, scene.tracks[a], scene.tracks[b])
        crossings, ends = kinds[key]
        if ends and along[i]:
            prices[i] = _BRANCHES_MEET
        elif (ends or crossings) and not along[i] and points[i] <= crossings + ends:
            prices[i] = 0.0
        if ends and _turns_back(scene.tracks[a], scene.tracks[b]):
            prices[i] = _TURN_BACK
    _add(found, owners, one, other, prices)


def _turns_back(one: TrackWay, other: TrackWay) -> bool:
    """True if two branches leave, or reach, the end of their line by less than a right angle.

    Of more than two branches, no two are level there.
    """
    for node in set(one.pairs) & set(other.pairs):
        first, second = (_direction(way, node) for way in (one, other))
        if first[0] * second[0] + first[1] * second[1] > _RIGHT_ANGLE:
            return True
    for node in set(one.bunches) & set(other.bunches):
        if all(abs(_direction(way, node)[1]) < _RIGHT_ANGLE for way in (one, other)):
            return True
    return False


def _direction(way: TrackWay, node: str) -> tuple[float, float]:
    """Where a way leads from one of its ends: a step of length 1."""
    points = way.ways[0] if node == way.source else way.ways[0][::-1]
    x, y = points[1].x - points[0].x, points[1].y - points[0].y
    length = hypot(x, y)
    return x / length, y / length


def _meetings(places: Places, one: TrackWay, other: TrackWay) -> tuple[int, int]:
    """How often two legs must cross, and at how many ends they touch as branches of one track."""
    crossings = ends = 0
    for a in one.threads:
        for b in other.threads:
            left = places.y[one.source, a] - places.y[other.source, b]
            right = places.y[one.target, a] - places.y[other.target, b]
            crossings += left * right < -1e-6
            ends += (abs(left) < 1e-6) + (abs(right) < 1e-6)
    return crossings, ends
