"""Places for the codes of tracks: on level stretches of their lines, where they cover nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import shapely

from jobtrack_viz.metro.shapes import Badge, Box, Code, Look, Piece, Point, Station, Walkway
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width

__all__ = ["code_width", "place_codes"]

_INNER = 5.0
_STEP = 3.0
_FROM_STATION = SIZES.mark + 4.0
_FROM_CORNER = 8.0
"""A corner's arc begins so far before it."""
_AIR = 2.0
"""Around names, marks, badges and other codes."""
_BESIDE = 0.5
"""Between a code and the next line of a bundle."""
_NEAREST = 0.6
"""Least distance of two codes on a line, as a share of the wanted one."""

Obstacle: TypeAlias = tuple[Any, tuple[str, float] | None]
"""A shape, and the level line it belongs to, if it does: track and height."""


class _Spot(NamedTuple):
    track: str
    end: str
    x: float
    y: float


class _Placed:
    """Codes that have their place, by rows as high as a code: only those near are looked at."""

    def __init__(self) -> None:
        self.codes: list[Code] = []
        self._rows: dict[int, list[Box]] = defaultdict(list)

    def put(self, spot: _Spot, text: str) -> float:
        """Place a code; return where."""
        box = _box(spot, text)
        self.codes.append(Code(spot.track, text, box))
        self._rows[int(box.top // SIZES.code_height)].append(box)
        return spot.x

    def cover(self, box: Box) -> bool:
        """True if a code is in the way."""
        row = int(box.top // SIZES.code_height)
        return any(
            box.left < other.right + _AIR
            and other.left < box.right + _AIR
            and box.top < other.bottom
            and other.top < box.bottom
            for near in (row - 1, row, row + 1)
            for other in self._rows.get(near, ())
        )


def code_width(text: str) -> float:
    """How wide the lozenge of a code is."""
    return text_width(text, SIZES.code, "Semibold") + 2 * _INNER


def place_codes(
    pieces: Sequence[Piece],
    stations: Sequence[Station],
    badges: Sequence[Badge],
    walkways: Sequence[Walkway],
    looks: Mapping[str, Look],
) -> tuple[Code, ...]:
    """A code near each far end of each track; where colours repeat, one every two columns too.

    After: no code covers a name, a mark, a badge, a walkway, another track's line, a bend or
    another code. An end without such a place has its code further left, or none.
    """
    spots = _free(list(_spots(pieces, looks)), list(_obstacles(pieces, stations, badges, walkways)))
    every = 2 * _column(stations) if _repeat(looks) else inf
    found = _Placed()
    for track in dict.fromkeys(piece.track for piece in pieces):
        text = looks[track].code
        own = [piece for piece in pieces if piece.track == track]
        first = min(piece.points[0].x for piece in own)
        ends = {piece.target for piece in own} - {piece.source for piece in own}
        free = [s for s in spots[track] if not found.cover(_box(s, text))]
        at: list[float] = []
        for end in sorted(ends):
            near = [s for s in free if s.end == end] or free
            if near:
                at.append(found.put(max(near), text))
                free = [s for s in free if not found.cover(_box(s, text))]
        while at:
            left = [s for s in free if first + every / 2 < s.x < min(at) - _NEAREST * every]
            if not left:
                break
            goal = min(at) - every
            spot = min(left, key=lambda s: (abs(s.x - goal), s))
            at.append(found.put(spot, text))
            free = [s for s in free if not found.cover(_box(s, text))]
    return tuple(found.codes)


def _repeat(looks: Mapping[str, Look]) -> bool:
    return len({look.colour for look in looks.values()}) < len(looks)


def _column(stations: Iterable[Station]) -> float:
    """The usual distance between two columns."""
    gaps = [there - here for here, there in pairwise(sorted({s.x for s in stations}))]
    return median(gaps) if gaps else inf


def _spots(pieces: Sequence[Piece], looks: Mapping[str, Look]) -> Iterator[_Spot]:
    """Centres on level stretches where a code keeps clear of the ends."""
    for piece in pieces:
        half = code_width(looks[piece.track].code) / 2
        last = len(piece.points) - 2
        for i, (start, end) in enumerate(pairwise(piece.points)):
            if abs(start.y - end.y) < 1e-6:
                low = start.x + half + (_FROM_STATION if i == 0 else _FROM_CORNER)
                high = end.x - half - (_FROM_STATION if i == last else _FROM_CORNER)
                for step in range(int((high - low) // _STEP) + 1):
                    yield _Spot(piece.track, piece.target, high - step * _STEP, start.y)


def _obstacles(
    pieces: Iterable[Piece],
    stations: Iterable[Station],
    badges: Iterable[Badge],
    walkways: Iterable[Walkway],
) -> Iterator[Obstacle]:
    for station in stations:
        yield _wide(station.label.box), None
        for top, bottom in station.capsules:
            x, half = station.x, SIZES.mark
            yield _wide(Box(x - half, top - half, x + half, bottom + half)), None
    for badge in badges:
        yield _wide(badge.box), None
    for way in walkways:
        yield shapely.LineString(way.points).buffer(_AIR), None
    for piece in pieces:
        for start, end in pairwise(piece.points):
            level = abs(start.y - end.y) < 1e-6
            owner = (piece.track, round(start.y, 3)) if level else None
            yield _stroke(start, end), owner


def _stroke(start: Point, end: Point) -> Any:
    return shapely.LineString([start, end]).buffer(SIZES.line / 2 - _BESIDE, cap_style="flat")


def _free(spots: Sequence[_Spot], obstacles: Sequence[Obstacle]) -> dict[str, list[_Spot]]:
    """Spots of each track whose lozenge meets nothing but its own line."""
    widest = code_width("WM") / 2
    half = SIZES.code_height / 2
    boxes = [shapely.box(s.x - widest, s.y - half, s.x + widest, s.y + half) for s in spots]
    tree = shapely.STRtree([shape for shape, _ in obstacles])
    taken = set()
    for spot, other in tree.query(np.array(boxes, object), "intersects").T.tolist():
        if obstacles[other][1] != (spots[spot].track, round(spots[spot].y, 3)):
            taken.add(spot)
    found: dict[str, list[_Spot]] = defaultdict(list)
    for i, spot in enumerate(spots):
        if i not in taken:
            found[spot.track].append(spot)
    return found


def _box(spot: _Spot, text: str) -> Box:
    width, height = code_width(text) / 2, SIZES.code_height / 2
    return Box(spot.x - width, spot.y - height, spot.x + width, spot.y + height)


def _wide(box: Box) -> Any:
    return shapely.box(box.left - _AIR, box.top - _AIR, box.right + _AIR, box.bottom + _AIR)
