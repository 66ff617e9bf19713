"""The map engine: roles and moves become stations, lines and names in map units."""

from collections.abc import Mapping

from jobtrack_viz.metro import assemble
from jobtrack_viz.metro.badges import place_badges
from jobtrack_viz.metro.blocks import groups, part, stack
from jobtrack_viz.metro.choose import choose
from jobtrack_viz.metro.colours import choose_colours
from jobtrack_viz.metro.columns import assign_columns
from jobtrack_viz.metro.grid import Columns, Order, Places
from jobtrack_viz.metro.labels import label_candidates
from jobtrack_viz.metro.order import order_group
from jobtrack_viz.metro.place import place_rows
from jobtrack_viz.metro.score import line_crossings, walkway_crossings
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.metro.sift import sift_group
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.metro.tracks import track_candidates
from jobtrack_viz.metro.walkways import draw_walkways
from jobtrack_viz.metro.widths import column_places, name_lines
from jobtrack_viz.model import Framework
from jobtrack_viz.network import Network

__all__ = ["lay_out"]

_STRETCHES = (1.0, 1.12, 1.25, 1.5, 1.9)
"""How much wider and higher the map becomes until nothing covers anything."""

Key = tuple[str, int]


def lay_out(network: Network, previous: MetroMap | None = None) -> MetroMap:
    """Turn roles and moves into stations, tracks and names.

    After: the same network always gives the same map, and ``previous`` changes it only as far as
    no crossing and no bend is added.
    """
    columns = assign_columns(network)
    order = order_rows(columns, heights_before(columns, previous))
    for stretch in _STRETCHES:
        metro, broken = _draw(network, columns, order, previous, stretch)
        if not broken:
            break
    return metro


def order_rows(columns: Columns, before: Mapping[Key, float]) -> Order:
    """Every column from top to bottom: groups of tracks one by one, then one upon the other."""
    wanted = before or {
        (node.id, thread): columns.track_order.get(columns.threads[thread].track, 0)
        for node in columns.nodes.values()
        for thread in node.threads
    }
    blocks = []
    for members in groups(columns):
        own = part(columns, members)
        number = {thread: i for i, thread in enumerate(members)}
        hoped = {(n, number[t]): y for (n, t), y in wanted.items() if t in number}
        order = order_group(own, hoped) or sift_group(own, hoped)
        inside = {n: tuple(members[i] for i in row) for n, row in order.inside.items()}
        blocks.append(Order(order.columns, inside, order.proven))
    return stack(columns, blocks, wanted)


def heights_before(columns: Columns, previous: MetroMap | None) -> dict[Key, float]:
    """Where each thread stood at its roles on the previous map."""
    if previous is None:
        return {}
    known: dict[tuple[str, str], float] = {}
    for piece in previous.pieces:
        known[piece.source, piece.track] = piece.points[0].y
        known[piece.target, piece.track] = piece.points[-1].y
    return {
        (node.id, thread): known[node.id, columns.threads[thread].track] - previous.first_row
        for node in columns.nodes.values()
        for thread in node.threads
        if (node.id, columns.threads[thread].track) in known
    }


def _draw(
    network: Network,
    columns: Columns,
    order: Order,
    previous: MetroMap | None,
    stretch: float,
) -> tuple[MetroMap, int]:
    """A whole map with distances ``stretch`` times as large, and how many laws it breaks."""
    framework: Framework = network.graph["framework"]
    lines = {node.id: name_lines(network, node.id) for node in columns.nodes.values() if node.role_id}
    x = column_places(network, columns, stretch)
    width = x[-1] + right_margin(columns, lines)
    places = _rows(columns, order, lines, x, width, heights_before(columns, previous), stretch)
    marks = assemble.marks(columns, places)
    badges = place_badges(columns, order, places)
    choice = choose(
        columns,
        places,
        track_candidates(columns, order, places),
        label_candidates(network, columns, places, lines),
        marks,
        [badge.box for badge in badges],
    )
    pieces = assemble.pieces(columns, choice.tracks)
    names = [place.box for place in choice.labels]
    walkways = draw_walkways(columns, places, pieces, marks, names, [b.box for b in badges])
    bottom = assemble.lowest(marks, [*names, *(badge.box for badge in badges)]) + 16
    metro = MetroMap(
        width=places.width,
        height=bottom + SIZES.legend,
        line_width=SIZES.line,
        station_radius=SIZES.mark,
        top=SIZES.margin,
        bottom=bottom,
        first_row=SIZES.top,
        zones=assemble.zones(columns, places),
        pieces=pieces,
        walkways=walkways,
        stations=assemble.stations(columns, places, choice.labels),
        badges=badges,
        colours=choose_colours(framework.tracks, assemble.neighbouring_tracks(columns, order)),
        score={
            "line crossings": line_crossings(columns, order),
            "walkway crossings": walkway_crossings(columns, order),
            "order proven": order.proven,
            "laws broken": choice.broken,
            "stretch": stretch,
        },
    )
    return metro, choice.broken


def right_margin(columns: Columns, lines: Mapping[str, tuple[str, ...]]) -> float:
    """Room for the names of the last column, right of their stations."""
    last = columns.count - 1
    names = [n for node in columns.in_column(last) if node.role_id for n in lines[node.id]]
    widest = max((text_width(name, SIZES.label) for name in names), default=0.0)
    return SIZES.mark + 6 + widest + SIZES.margin


def _rows(
    columns: Columns,
    order: Order,
    lines: Mapping[str, tuple[str, ...]],
    x: tuple[float, ...],
    width: float,
    before: Mapping[Key, float],
    stretch: float,
) -> Places:
    """Heights of all lines; rows stand further apart where the map has room for it."""
    counts = {role_id: len(name) for role_id, name in lines.items()}
    y = place_rows(columns, order, counts, SIZES.row * stretch, before)
    tallest = max(y.values(), default=0.0)
    room = width / SIZES.shape - SIZES.top - SIZES.legend - 70
    if 0 < tallest < room and not before:
        row = min(SIZES.row * room / tallest, SIZES.tallest_row)
        if row > SIZES.row * stretch * 1.02:
            y = place_rows(columns, order, counts, row, before)
    return Places(x, {key: SIZES.top + height for key, height in y.items()}, width)
