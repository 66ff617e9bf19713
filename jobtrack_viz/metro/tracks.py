"""Ways that a track's line can take from one column to the next."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import sqrt
from typing import TypeAlias

from jobtrack_viz.metro.candidates import TrackWay
from jobtrack_viz.metro.grid import Columns, Order, Places
from jobtrack_viz.metro.paths import beside, corners_cut, jog, tidy
from jobtrack_viz.metro.shapes import Piece, Point
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["track_candidates", "track_pieces"]

Bundle: TypeAlias = tuple[tuple[int, ...], int, str, str]
"""Threads that run together, their column, and the nodes at both ends."""

_LATE = 0.78
"""The share of the gap where a bend looks best: behind the name of the station before."""
_CUTS = (14.0, 22.0)
_MOST_PLACES = 7
_LEAST_STEP = 9.0
_UPRIGHT = 6.0
"""What an upright stretch costs: it has four corners instead of two."""
_SLANT = 2.0
"""What it costs to slant at once although no branch of the own track runs there."""
_UPRIGHT_END = 4.0
"""What it costs to leave or reach a station straight up or down."""
_LEAST_UPRIGHT = 24.0
_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Parts of the height that a way climbs at its start if it slants at both ends."""
_CROWD = 2
"""Lines going up or down side by side above which each keeps to its own lane."""
_LATER = 6.0
"""What it costs if a branch first runs along the line that it leaves."""


def track_candidates(columns: Columns, order: Order, places: Places) -> list[TrackWay]:
    """For each leg its straight way, or up to some twenty ways with one bend down or up.

    After: every way is octilinear and level at its stations, except where a line forks: there
    the branches leave or arrive at 45 degrees, so that none lies on another.
    """
    found: list[TrackWay] = []
    bundles = list(_bundles(columns, order, places))
    ranks = _lanes(places, bundles)
    crowded = {column for (column, _), rank in ranks.items() if rank > _CROWD}
    for threads, column, source, target in bundles:
        first = threads[0]
        start = Point(places.x[column], places.y[source, first])
        end = Point(places.x[column + 1], places.y[target, first])
        pairs, bunches = _together(columns, first, source, target)
        if abs(end.y - start.y) < 1e-6:
            level = _way(threads, column, source, target, (start, end), 0.0)
            found.append(replace(level, pairs=pairs, bunches=bunches))
            continue
        forks = _forks(columns, places, first, source, +1)
        joins = _forks(columns, places, first, target, -1)
        runs = _runs(columns, source, target)
        if not (forks or joins):
            lane = list(_lane(start, end, runs, ranks[column, first]))
            found += [_way(threads, column, source, target, way, cost) for cost, way in lane]
            if lane and column in crowded:
                for cost, way in _diagonals(start, end, runs, len(threads)):
                    found.append(_way(threads, column, source, target, way, cost))
                continue
        slants = {(forks, joins)}
        if _branches(columns, source, column + 1):
            slants.add((True, joins))
        if _branches(columns, target, column):
            slants.add((forks, True))
        if forks or joins:
            slants.add((False, False))
        for slant in sorted(slants):
            later = slant == (False, False) != (forks, joins)
            extra = _LATER if later else _SLANT * (slant != (forks, joins))
            for cost, way in _jogs(start, end, runs, *slant, len(threads)):
                made = _way(threads, column, source, target, way, cost + extra)
                found.append(replace(made, flaw=later, pairs=pairs, bunches=bunches))
        for node, corner in ((source, Point(start.x, end.y)), (target, Point(end.x, start.y))):
            if node in pairs and abs(end.y - start.y) > _LEAST_UPRIGHT:
                way = corners_cut(
                    [start, corner, end], min(_CUTS[0], abs(end.y - start.y) - SIZES.mark)
                )
                made = _way(threads, column, source, target, way, _UPRIGHT_END)
                found.append(replace(made, pairs=pairs))
    return found


def track_pieces(columns: Columns, tracks: Iterable[TrackWay]) -> tuple[Piece, ...]:
    """Each track's line from role to role; what passes a column is joined on both sides."""
    ways = {
        (thread, way.column): points
        for way in tracks
        for thread, points in zip(way.threads, way.ways, strict=True)
    }
    found = []
    for number, thread in enumerate(columns.threads):
        points: list[Point] = []
        source = ""
        for column, here, there in thread.legs():
            begins, ends = columns.nodes[here].role_id, columns.nodes[there].role_id
            if begins:
                source, points = begins, []
            points += ways[number, column]
            if ends:
                found.append(Piece(thread.track, source, ends, tidy(points)))
    return tuple(found)


def _bundles(columns: Columns, order: Order, places: Places) -> Iterator[Bundle]:
    """Threads that run side by side from node to node; a forking one runs by itself."""
    together: dict[tuple[str, str], list[int]] = defaultdict(list)
    for thread, content in enumerate(columns.threads):
        for _, source, target in content.legs():
            together[source, target].append(thread)
    for (source, target), threads in together.items():
        column = columns.nodes[source].column
        ranked = sorted(threads, key=order.inside[source].index)
        run: list[int] = []
        for thread in ranked:
            if run and not _parallel(columns, places, source, target, run[-1], thread):
                yield tuple(run), column, source, target
                run = []
            run.append(thread)
        yield tuple(run), column, source, target


def _parallel(
    columns: Columns, places: Places, source: str, target: str, upper: int, lower: int
) -> bool:
    steps = [places.y[node, lower] - places.y[node, upper] for node in (source, target)]
    apart = all(abs(step - SIZES.pitch) < 1e-6 for step in steps)
    alone = not any(
        _forks(columns, places, thread, source, +1) or _forks(columns, places, thread, target, -1)
        for thread in (upper, lower)
    )
    return apart and alone


def _lanes(places: Places, bundles: Sequence[Bundle]) -> dict[tuple[int, int], int]:
    """(column, first thread) -> how many lines must turn behind this one to keep clear of it."""
    rises: dict[int, list[tuple[float, float, int, int]]] = defaultdict(list)
    for threads, column, source, target in bundles:
        start, end = places.y[source, threads[0]], places.y[target, threads[0]]
        sense = 1 if end > start else -1
        if abs(end - start) > 1e-6:
            rises[column].append((sense * start, sense * end, threads[0], sense * len(threads)))
    ranks = {}
    for column, found in rises.items():
        for start, _, thread, sense in found:
            beyond = [
                abs(other_sense)
                for a, b, _, other_sense in found
                if other_sense * sense > 0 and a < start < b + 2 * SIZES.pitch
            ]
            ranks[column, thread] = sum(beyond)
    return ranks


def _lane(
    start: Point, end: Point, runs: tuple[float, float], rank: int
) -> Iterator[tuple[float, tuple[Point, ...]]]:
    """Straight up or down in a lane of its own: the line from furthest away turns last."""
    cut = min(_CUTS[0], abs(end.y - start.y) / 2)
    middle = end.x - runs[1] - cut - rank * SIZES.pitch
    if middle - cut >= start.x + runs[0]:
        yield _UPRIGHT + 0.004 * abs(end.y - start.y), tidy(jog(start, end, middle, cut))


def _forks(columns: Columns, places: Places, thread: int, node: str, side: int) -> bool:
    """True if this leg leads up or down and is one of several branches of its own track."""
    here = columns.nodes[node]
    there = str(columns.threads[thread].at(here.column + side))
    level = abs(places.y[there, thread] - places.y[node, thread]) <= 1e-6
    return not level and len(columns.branches(here, columns.threads[thread].track, side)) > 1


def _together(
    columns: Columns, thread: int, source: str, target: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ends of a leg where its track begins or ends in two branches, or parts into many more."""
    pairs: list[str] = []
    bunches: list[str] = []
    track = columns.threads[thread].track
    for node, side in ((columns.nodes[source], 1), (columns.nodes[target], -1)):
        here, there = (len(columns.branches(node, track, s)) for s in (side, -side))
        if here - there > 1:
            (pairs if here == 2 else bunches).append(node.id)
    return tuple(pairs), tuple(bunches)


def _branches(columns: Columns, node: str, beyond: int) -> bool:
    """True if a track has two lines between this node and the next column on that side."""
    threads = [t for t in columns.nodes[node].threads if columns.threads[t].at(beyond)]
    tracks = [columns.threads[thread].track for thread in threads]
    return len(set(tracks)) < len(tracks)


def _runs(columns: Columns, source: str, target: str) -> tuple[float, float]:
    """Length of level line needed after the start and before the end."""
    ends = (columns.nodes[source], columns.nodes[target])
    before, after = (SIZES.run if node.role_id else 4.0 for node in ends)
    return before, after - 2.0


def _jogs(
    start: Point,
    end: Point,
    runs: tuple[float, float],
    forks: bool,
    joins: bool,
    count: int,
) -> Iterator[tuple[float, tuple[Point, ...]]]:
    rise = abs(end.y - start.y)
    width = end.x - start.x
    if forks and joins and count == 1 and width > rise:
        for share in _SHARES:
            yield _UPRIGHT * abs(share - 0.5), _slanting(start, end, share)
    spread = SIZES.pitch * (count - 1)
    cuts = [rise / 2] + [cut + spread * 0.6 for cut in _CUTS if 2 * cut < rise]
    for cut in cuts:
        low = start.x + cut + (0.0 if forks else runs[0])
        high = end.x - cut - (0.0 if joins else runs[1]) - spread * (sqrt(2) - 1)
        low += spread * (sqrt(2) - 1)
        upright = _UPRIGHT + 0.004 * rise if cut < rise / 2 else 0.0
        if high < low:
            continue
        for middle in _spread(low, high, forks, joins):
            late = 1.2 * abs((middle - start.x) / width - _LATE)
            yield upright + late, tidy(jog(start, end, middle, cut))


def _slanting(start: Point, end: Point, share: float) -> tuple[Point, ...]:
    """Slanting at both ends, level between: ``share`` of the height lies at the start."""
    height = end.y - start.y
    first, last = share * height, (1 - share) * height
    level = start.y + first
    return tidy([start, Point(start.x + abs(first), level), Point(end.x - abs(last), level), end])


def _diagonals(
    start: Point, end: Point, runs: tuple[float, float], count: int
) -> Iterator[tuple[float, tuple[Point, ...]]]:
    """The plain slant from height to height, as early, as late and in the middle as it can be."""
    half = abs(end.y - start.y) / 2
    spread = SIZES.pitch * (count - 1) * (sqrt(2) - 1)
    low, high = start.x + half + runs[0] + spread, end.x - half - runs[1] - spread
    if high >= low:
        for middle in sorted({low, (low + high) / 2, high}):
            yield 0.0, tidy(jog(start, end, middle, half))


def _spread(low: float, high: float, forks: bool, joins: bool) -> Sequence[float]:
    if forks:
        return (low,)
    if joins:
        return (high,)
    count = max(1, min(_MOST_PLACES, int((high - low) // _LEAST_STEP)))
    return [low + (high - low) * step / count for step in range(count + 1)]


def _way(
    threads: tuple[int, ...],
    column: int,
    source: str,
    target: str,
    way: tuple[Point, ...],
    cost: float,
) -> TrackWay:
    ways = tuple(beside(way, SIZES.pitch * i) for i in range(len(threads)))
    return TrackWay(threads, column, source, target, ways, cost)
