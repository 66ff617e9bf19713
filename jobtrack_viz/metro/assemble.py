"""From chosen ways and places to the finished map."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from jobtrack_viz.metro.candidates import LabelPlace, TrackWay
from jobtrack_viz.metro.grid import Columns, Node, Order, Places
from jobtrack_viz.metro.paths import tidy
from jobtrack_viz.metro.shapes import Box, Piece, Point, Station, Zone
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["lowest", "marks", "neighbouring_tracks", "pieces", "stations", "zones"]


def marks(columns: Columns, places: Places) -> dict[str, Box]:
    """What each role's mark covers."""
    found = {}
    for node in columns.nodes.values():
        if node.role_id:
            x, (top, bottom), half = places.x[node.column], places.span(node), SIZES.mark
            found[node.id] = Box(x - half, top - half, x + half, bottom + half)
    return found


def pieces(columns: Columns, tracks: Iterable[TrackWay]) -> tuple[Piece, ...]:
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
            if columns.nodes[here].role_id:
                source, points = here, []
            points += ways[number, column]
            if columns.nodes[there].role_id:
                found.append(Piece(thread.track, source, there, tidy(points)))
    return tuple(found)


def stations(
    columns: Columns, places: Places, labels: Iterable[LabelPlace]
) -> tuple[Station, ...]:
    """Every role's station, by the workbook's tracks and then from left to right."""
    named = {place.role_id: place.label for place in labels}
    found = []
    for node in sorted(columns.nodes.values(), key=lambda node: _reading(columns, node)):
        if node.role_id:
            top, bottom = places.span(node)
            tracks = dict.fromkeys(columns.threads[t].track for t in node.threads)
            listed = tuple(sorted((t for t in tracks if t), key=columns.track_order.__getitem__))
            x = places.x[node.column]
            found.append(Station(node.id, x, top, bottom, listed, named[node.id]))
    return tuple(found)


def _reading(columns: Columns, node: Node) -> tuple[int, int]:
    last = len(columns.track_order)
    own = (columns.track_order.get(columns.threads[t].track, last) for t in node.threads)
    return min(own), node.column


def zones(columns: Columns, places: Places) -> tuple[Zone, ...]:
    """A band for each grade, from a little left of its stations to the next band."""
    firsts, headings = [], []
    column = 0
    for heading, size in columns.zones:
        firsts.append(places.x[column])
        headings.append(heading)
        column += size
    edges = [*(x - SIZES.zone_lead for x in firsts), places.width]
    return tuple(
        Zone(heading, left, right, x - SIZES.mark)
        for heading, x, (left, right) in zip(headings, firsts, pairwise(edges), strict=True)
    )


def neighbouring_tracks(columns: Columns, order: Order) -> list[tuple[str, str]]:
    """Pairs of tracks that stand next or next but one to each other in some column."""
    found: dict[tuple[str, str], None] = defaultdict()
    for column in order.columns:
        threads = [t for node in column for t in order.inside[node]]
        tracks = [columns.threads[t].track for t in threads]
        for step in (1, 2):
            found |= dict.fromkeys(zip(tracks, tracks[step:], strict=False))
    return list(found)


def lowest(marks: Mapping[str, Box], boxes: Sequence[Box]) -> float:
    """The lower edge of everything that stands in the zones."""
    return max(box.bottom for box in (*marks.values(), *boxes))
