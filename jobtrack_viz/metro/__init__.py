"""The map engine: roles and moves become stations, lines and names in map units."""

from collections.abc import Mapping
from dataclasses import replace

from jobtrack_viz.metro.assemble import assemble
from jobtrack_viz.metro.badges import badge_candidates, badge_room
from jobtrack_viz.metro.before import Before, before, heights_before
from jobtrack_viz.metro.candidates import Plan
from jobtrack_viz.metro.choose import choose
from jobtrack_viz.metro.colours import choose_looks
from jobtrack_viz.metro.columns import assign_columns
from jobtrack_viz.metro.grid import Columns, Order
from jobtrack_viz.metro.hubs import hub_joins
from jobtrack_viz.metro.labels import label_candidates
from jobtrack_viz.metro.marks import place_marks
from jobtrack_viz.metro.neighbours import neighbours
from jobtrack_viz.metro.order import order_rows
from jobtrack_viz.metro.place import place_stations
from jobtrack_viz.metro.shapes import Look, MetroMap
from jobtrack_viz.metro.tracks import track_candidates, track_pieces
from jobtrack_viz.metro.walkways import draw_walkways
from jobtrack_viz.metro.widths import name_lines
from jobtrack_viz.metro.yards import gather, spread
from jobtrack_viz.network import Network

__all__ = ["lay_out"]

_STRETCHES = (1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0)
"""How much wider and higher the map becomes until nothing covers anything."""
_PATIENCE = 3
"""So many times a map is stretched without fewer laws broken."""
_ENOUGH = 1.1
"""Beyond this no map is stretched for a smaller flaw."""


def lay_out(
    network: Network,
    previous: MetroMap | None = None,
    looks: Mapping[str, Look] | None = None,
) -> MetroMap:
    """Turn roles and moves into stations, tracks and names.

    ``looks`` of tracks are given where the map is a part of a larger one.

    After: the same network always gives the same map. Of orders with as few crossings, and of
    places with as few bends in that order, ``previous`` decides.
    """
    gathered = gather(network)
    whole, network = network, gathered.network
    sizes = {name: (found.width, found.height) for name, found in gathered.listings.items()}
    columns = replace(assign_columns(network), yards=sizes)
    columns, order = order_rows(columns, heights_before(columns, previous))
    plan = _least_stretched(network, columns, order, before(columns, previous))
    pieces = track_pieces(columns, plan.tracks)
    joins = hub_joins(columns, order)
    ways = draw_walkways(columns, plan, pieces, (*joins, *columns.walks))
    if looks is None:
        tracks = network.graph["framework"].tracks
        looks_before = previous.looks if previous else {}
        looks = choose_looks(tracks, neighbours(columns, order), looks_before)
    walkways, joined = ways[len(joins) :], ways[: len(joins)]
    drawn = assemble(columns, order, plan, pieces, walkways, joined, looks)
    return spread(drawn, whole, gathered)


def _least_stretched(network: Network, columns: Columns, order: Order, kept: Before) -> Plan:
    """The smallest plan on which nothing covers anything; if none is, the one with least harm."""
    names = name_lines(network, columns)
    room = badge_room(network, columns, order)
    plans: list[Plan] = []
    for stretch in _STRETCHES:
        if len(plans) > _PATIENCE and plans[-1].broken >= plans[-1 - _PATIENCE].broken > 0:
            break
        places = place_stations(columns, order, names, room, kept, stretch)
        marks = place_marks(columns, places)
        ways = track_candidates(columns, order, places)
        labels = label_candidates(network, columns, places, names)
        badges = badge_candidates(network, columns, order, places)
        plans.append(choose(places, marks, ways, labels, badges))
        if not plans[-1].broken and (not plans[-1].flaws or stretch > _ENOUGH):
            break
    return min(plans, key=lambda plan: (plan.broken, plan.flaws))
