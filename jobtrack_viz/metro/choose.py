"""One way for each leg and one place for each name, so that nothing covers anything."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import shapely

from jobtrack_viz.metro.candidates import LabelPlace, Plan, TrackWay
from jobtrack_viz.metro.grid import Columns, Places
from jobtrack_viz.metro.shapes import Badge, Box
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.solver import INFINITY, Programme

__all__ = ["choose"]

_HARD = 25.0
"""From this price on, a conflict breaks a law of the map."""
_NAME_ON_NAME = 50.0
_NAME_ON_LINE = 40.0
_NAME_ON_FIXED = 45.0
_NAME_OUTSIDE = 100.0
_LINE_ON_LINE = 30.0
_LINE_OVER_STATION = 60.0
_LINE_OVER_BADGE = 35.0
_BRANCHES_MEET = 2.0
_AIR = 1.5
"""Free space above, below and beside a name, and more beside it where another name follows."""
_WORD = 4.0
_MOST_NODES = 60
_GAP = 0.05

Conflicts: TypeAlias = dict[tuple[int, int, float], set[tuple[int, int]]]
Array: TypeAlias = Any


def choose(
    columns: Columns,
    places: Places,
    tracks: Sequence[TrackWay],
    labels: Sequence[LabelPlace],
    marks: Mapping[str, Box],
    badges: tuple[Badge, ...],
) -> Plan:
    """The cheapest choice of one candidate for each owner; conflicts cost, so they are avoided."""
    fixed = [badge.box for badge in badges]
    costs = _line_costs(tracks, marks, fixed) + _name_costs(places, labels, marks, fixed)
    owners = _numbered([*(way.owner for way in tracks), *(place.owner for place in labels)])
    conflicts: Conflicts = defaultdict(set)
    lines = np.array([shapely.MultiLineString([list(w) for w in way.ways]) for way in tracks])
    names = _boxes([place.box for place in labels], _AIR)
    _names_on_names(names, owners, len(tracks), conflicts)
    _names_on_lines(names, lines, owners, conflicts)
    _lines_on_lines(columns, places, tracks, lines, owners, conflicts)
    picked, broken = _solve(costs, owners, conflicts)
    return Plan(
        places=places,
        marks=marks,
        badges=badges,
        tracks=tuple(tracks[i] for i in picked if i < len(tracks)),
        labels=tuple(labels[i - len(tracks)] for i in picked if i >= len(tracks)),
        broken=broken,
    )


def _numbered(owners: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(owner, len(numbers)) for owner in owners]


def _boxes(boxes: Sequence[Box], air: float = 0.0) -> Array:
    corners = np.array(boxes, float).reshape(-1, 4) + (-air, -air, air, air)
    return shapely.box(*corners.T)


def _line_costs(
    tracks: Sequence[TrackWay], marks: Mapping[str, Box], badges: Sequence[Box]
) -> list[float]:
    costs = [way.cost for way in tracks]
    lines = np.array([shapely.MultiLineString([list(w) for w in way.ways]) for way in tracks])
    stations = list(marks)
    near = SIZES.line / 2 + 1.0
    found = shapely.STRtree(_boxes(list(marks.values()))).query(lines, "dwithin", near)
    for way, station in found.T.tolist():
        if stations[station] not in (tracks[way].source, tracks[way].target):
            costs[way] += _LINE_OVER_STATION
    for way, _ in shapely.STRtree(_boxes(badges)).query(lines, "dwithin", near + 2).T.tolist():
        costs[way] += _LINE_OVER_BADGE
    return costs


def _name_costs(
    places: Places, labels: Sequence[LabelPlace], marks: Mapping[str, Box], badges: Sequence[Box]
) -> list[float]:
    costs = [place.cost for place in labels]
    names = _boxes([place.box for place in labels], _AIR)
    stations = list(marks)
    for name, station in shapely.STRtree(_boxes(list(marks.values()))).query(names, "intersects").T:
        own = stations[station] == labels[name].role_id
        costs[name] += 0.0 if own else _NAME_ON_FIXED
    for name, _ in shapely.STRtree(_boxes(badges)).query(names, "dwithin", 3.0).T:
        costs[name] += _NAME_ON_FIXED
    for i, place in enumerate(labels):
        inside = place.box.left > 4 and place.box.right < places.width - 4
        costs[i] += 0.0 if inside and place.box.top > SIZES.top - 20 else _NAME_OUTSIDE
    return costs


def _add(conflicts: Conflicts, owners: Sequence[int], one: Array, other: Array, price: Array) -> None:
    for a, b, cost in zip(one.tolist(), other.tolist(), price.tolist(), strict=True):
        if cost > 0 and owners[a] != owners[b]:
            if owners[a] > owners[b]:
                a, b = b, a
            conflicts[owners[a], owners[b], cost].add((a, b))


def _names_on_names(
    names: Array, owners: Sequence[int], shift: int, conflicts: Conflicts
) -> None:
    corners = shapely.bounds(names) + (-_WORD, 0.0, _WORD, 0.0)
    wide = shapely.box(*corners.T)
    one, other = shapely.STRtree(wide).query(wide, "intersects")
    keep = one < other
    one, other = one[keep] + shift, other[keep] + shift
    _add(conflicts, owners, one, other, np.full(len(one), _NAME_ON_NAME))


def _names_on_lines(
    names: Array, lines: Array, owners: Sequence[int], conflicts: Conflicts
) -> None:
    name, line = shapely.STRtree(lines).query(names, "dwithin", SIZES.line / 2)
    _add(conflicts, owners, name + len(lines), line, np.full(len(name), _NAME_ON_LINE))


def _lines_on_lines(
    columns: Columns,
    places: Places,
    tracks: Sequence[TrackWay],
    lines: Array,
    owners: Sequence[int],
    conflicts: Conflicts,
) -> None:
    one, other = shapely.STRtree(lines).query(lines, "dwithin", SIZES.pitch * 0.93)
    own = np.array(owners[: len(tracks)])
    gap = np.array([way.column for way in tracks])
    keep = (one < other) & (own[one] != own[other]) & (gap[one] == gap[other])
    one, other = one[keep], other[keep]
    shared = shapely.intersection(lines[one], lines[other])
    along = shapely.length(shared)
    points = shapely.get_num_coordinates(shared)
    kinds: dict[tuple[int, int], tuple[int, int]] = {}
    prices = np.zeros(len(one))
    for i, (a, b) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        key = owners[a], owners[b]
        if key not in kinds:
            kinds[key] = _meetings(columns, places, tracks[a], tracks[b])
        crossings, ends = kinds[key]
        if ends:
            prices[i] = _BRANCHES_MEET * (along[i] > 0.5) + _LINE_ON_LINE * (
                along[i] <= 0.5 and points[i] > crossings + ends
            )
        elif crossings:
            prices[i] = _LINE_ON_LINE * (along[i] > 0.5 or points[i] > crossings)
        else:
            prices[i] = _LINE_ON_LINE
    _add(conflicts, owners, one, other, prices)


def _meetings(
    columns: Columns, places: Places, one: TrackWay, other: TrackWay
) -> tuple[int, int]:
    """How often two legs must cross, and at how many ends they touch as branches of one track."""
    crossings = ends = 0
    for a in one.threads:
        for b in other.threads:
            left = places.y[one.source, a] - places.y[other.source, b]
            right = places.y[one.target, a] - places.y[other.target, b]
            crossings += left * right < -1e-6
            ends += (abs(left) < 1e-6) + (abs(right) < 1e-6)
    return crossings, ends


def _solve(
    costs: Sequence[float], owners: Sequence[int], conflicts: Conflicts
) -> tuple[list[int], int]:
    programme = Programme()
    chosen = [programme.switch(cost) for cost in costs]
    mine: dict[int, list[int]] = defaultdict(list)
    for candidate, owner in enumerate(owners):
        mine[owner].append(candidate)
    for candidates in mine.values():
        programme.limit(1, 1, [(chosen[i], 1) for i in candidates])
    for (_, _, price), pairs in sorted(conflicts.items()):
        together = programme.variable(price)
        for one, others in _grouped(pairs).items():
            terms = [(chosen[i], 1.0) for i in (one, *others)]
            programme.limit(-INFINITY, 1, [*terms, (together, -1.0)])
    solution = programme.solve(most_nodes=_MOST_NODES, gap=_GAP)
    if solution is None:
        raise ArithmeticError("no choice found for the map")
    picked = [i for i in range(len(costs)) if solution.values[chosen[i]] > 0.5]
    return picked, _broken(picked, costs, conflicts)


def _grouped(pairs: set[tuple[int, int]]) -> dict[int, list[int]]:
    """Pairs as one candidate against several others, from the side with fewer candidates."""
    left: dict[int, list[int]] = defaultdict(list)
    right: dict[int, list[int]] = defaultdict(list)
    for one, other in sorted(pairs):
        left[one].append(other)
        right[other].append(one)
    return left if len(left) <= len(right) else right


def _broken(picked: Sequence[int], costs: Sequence[float], conflicts: Conflicts) -> int:
    alone = sum(costs[i] >= _HARD for i in picked)
    taken = set(picked)
    pairs = (
        pair for (_, _, price), found in conflicts.items() if price >= _HARD for pair in found
    )
    return alone + sum(one in taken and other in taken for one, other in pairs)
