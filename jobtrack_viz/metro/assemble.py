"""From a plan and its walkways to the finished map."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import ceil

from jobtrack_viz.metro.candidates import LabelPlace, Plan
from jobtrack_viz.metro.codes import place_codes
from jobtrack_viz.metro.grid import Columns, Node, Order, Places
from jobtrack_viz.metro.headings import with_grade_names
from jobtrack_viz.metro.jogs import count_jogs
from jobtrack_viz.metro.shapes import Look, MetroMap, Piece, Station, Walkway, Zone
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["assemble"]


def assemble(
    columns: Columns,
    order: Order,
    plan: Plan,
    pieces: tuple[Piece, ...],
    walkways: tuple[Walkway, ...],
    joins: tuple[Walkway, ...],
    looks: Mapping[str, Look],
) -> MetroMap:
    """The map with its zones, its colours, its size and figures about its quality."""
    boxes = [place.box for place in plan.labels] + [badge.box for badge in plan.badges]
    lowest = max(box.bottom for box in (*plan.marks.values(), *boxes))
    tall = lowest - SIZES.margin > SIZES.tall
    bottom = lowest + SIZES.foot + (SIZES.heading * 1.5 if tall else 0.0)
    jogs = count_jogs(columns, order, plan.places)
    key = SIZES.legend_width / (plan.places.width - 2 * SIZES.margin)
    stations = _stations(columns, plan.places, plan.labels)
    ways = (*walkways, *joins)
    return MetroMap(
        width=plan.places.width,
        height=bottom + SIZES.legend + SIZES.legend_line * (ceil(key) - 1),
        line_width=SIZES.line,
        station_radius=SIZES.mark,
        top=SIZES.margin,
        bottom=bottom,
        first_row=min(plan.places.y.values()),
        zones=_zones(columns, plan.places),
        pieces=pieces,
        walkways=walkways,
        joins=joins,
        stations=stations,
        badges=plan.badges,
        codes=place_codes(pieces, stations, plan.badges, ways, looks),
        looks=looks,
        score={
            "line crossings": order.lines.value,
            "line crossings bound": order.lines.bound,
            "walkway crossings": order.walkways.value,
            "walkway crossings bound": order.walkways.bound,
            "jogs": jogs.value,
            "jogs bound": jogs.bound,
            "laws broken": plan.broken,
            "stretch": plan.places.stretch,
        },
    )


def _stations(
    columns: Columns, places: Places, labels: Iterable[LabelPlace]
) -> tuple[Station, ...]:
    """Every role's station, by the workbook's tracks and then from left to right."""
    named = {place.role_id: place.label for place in labels}
    capsules: dict[str, list[Node]] = defaultdict(list)
    for node in columns.nodes.values():
        if node.role_id:
            capsules[node.role_id].append(node)
    found = []
    for node in sorted(columns.nodes.values(), key=lambda node: _reading(columns, node)):
        if node.role_id == node.id:
            others = [n for n in capsules[node.id] if n != node]
            threads = [thread for n in (node, *others) for thread in n.threads]
            tracks = dict.fromkeys(columns.threads[t].track for t in threads)
            listed = tuple(sorted((t for t in tracks if t), key=columns.track_order.__getitem__))
            top, bottom = places.span(node)
            also = tuple(sorted(places.span(other) for other in others))
            x = places.x[node.column]
            found.append(Station(node.id, x, top, bottom, listed, named[node.id], also))
    return tuple(found)


def _reading(columns: Columns, node: Node) -> tuple[int, int]:
    last = len(columns.track_order)
    own = (columns.track_order.get(columns.threads[t].track, last) for t in node.threads)
    return min(own), node.column


def _zones(columns: Columns, places: Places) -> tuple[Zone, ...]:
    """A band for each grade, from a little left of its stations to the next band."""
    edges, firsts, headings = [], [], []
    column, border = 0, None
    for heading, size in columns.zones:
        x = places.x[column]
        if heading:
            edges.append(x - SIZES.zone_lead if border is None else border)
            firsts.append(x)
            headings.append(heading)
        border = None if heading else x
        column += size
    plain = [
        Zone(heading, left, right, x + SIZES.label_dx)
        for heading, x, (left, right) in zip(
            headings, firsts, pairwise([*edges, places.width]), strict=True
        )
    ]
    return with_grade_names(plain, columns.grade_names)
