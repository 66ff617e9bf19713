"""Very many roles of one track at one grade: they are laid out as one stop with a list."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx

from jobtrack_viz.metro.listing import Listing, list_names
from jobtrack_viz.metro.shapes import MetroMap, Piece, Point, Station, Walkway, Yard
from jobtrack_viz.metro.walks import walks_beside
from jobtrack_viz.model import Framework, Role, Track
from jobtrack_viz.network import Link, Network, links

__all__ = ["Gathered", "gather", "spread"]

_CROWD = 5
"""So many roles of a track at one grade, with no progression from or to them, are listed."""
_CHAIN = 12
"""Without grades, a track of up to so many roles is a line in the workbook's order."""
_FORK = 4
"""A line goes on from a list to so many roles at most."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A network in which each crowd is one role, by its id; the roles and how they are listed."""

    network: Network
    crowds: Mapping[str, tuple[Role, ...]]
    listings: Mapping[str, Listing]


def gather(network: Network) -> Gathered:
    """Put one role in the place of each crowd, and let lines run on where nobody said how.

    After: crowds are roles of one track and one grade that no line leads from or to. A line runs
    from a crowd to the nearest roles of its track, and, in a framework without any grade, from
    each role to the next in the workbook's order. Walkways lead to the crowd. A framework that
    has nothing of the kind keeps its network.
    """
    framework: Framework = network.graph["framework"]
    described = [k for k in links(network) if k.origin != "possible" and k.source != k.target]
    graded = any(role.rank is not None for role in framework.roles)
    crowds = _crowds(framework, described, _CROWD if graded else _CHAIN + 1)
    if graded and not crowds:
        return Gathered(network, {}, {})
    home = {role.id: name for name, roles in crowds.items() for role in roles}
    parts = _with_crowds(framework, crowds, home)
    gathered: Network = nx.MultiDiGraph(framework=parts)
    for role in parts.roles:
        gathered.add_node(role.id, role=role)
    moved = [
        replace(
            link,
            source=home.get(link.source, link.source),
            target=home.get(link.target, link.target),
        )
        for link in described
    ]
    for link in (*moved, *_trunks(parts, crowds, moved, graded=graded)):
        gathered.add_edge(link.source, link.target, link=link)
    listings = {name: list_names([r.title for r in roles]) for name, roles in crowds.items()}
    return Gathered(gathered, crowds, listings)


def _crowds(
    framework: Framework, described: Sequence[Link], least: int
) -> dict[str, tuple[Role, ...]]:
    on_lines = {end for link in described if link.along for end in (link.source, link.target)}
    roles = {role.id: role for role in framework.roles}
    cells: dict[tuple[str, float | None], list[Role]] = defaultdict(list)
    for track in framework.tracks:
        for role in (roles[role_id] for role_id in track.roles):
            if len(role.tracks) == 1 and role.id not in on_lines:
                cells[track.name, role.rank].append(role)
    for link in described:
        source, target = roles[link.source], roles[link.target]
        own = cells.get((source.tracks[0], source.rank), []) if source.tracks else []
        if source in own and target in own:
            own.remove(source)
            own.remove(target)
    crowds = (tuple(cell) for cell in cells.values() if len(cell) >= least)
    return {f"~yard {number}": crowd for number, crowd in enumerate(crowds)}


def _with_crowds(
    framework: Framework, crowds: Mapping[str, tuple[Role, ...]], home: Mapping[str, str]
) -> Framework:
    stops = {
        name: Role(name, "", roles[0].grade, roles[0].rank, roles[0].tracks, {})
        for name, roles in crowds.items()
    }
    roles = {home.get(role.id, role.id): role for role in framework.roles}
    tracks = (
        replace(track, roles=tuple(dict.fromkeys(home.get(i, i) for i in track.roles)))
        for track in framework.tracks
    )
    kept = tuple(stops.get(role_id, role) for role_id, role in roles.items())
    return replace(framework, roles=kept, tracks=tuple(tracks), moves=())


def _trunks(
    framework: Framework,
    crowds: Mapping[str, tuple[Role, ...]],
    described: Sequence[Link],
    *,
    graded: bool,
) -> Iterator[Link]:
    """Where lines run on although no move is known: a way to see what belongs together."""
    roles = {role.id: role for role in framework.roles}
    along = [(link, track) for link in described if link.along for track in link.tracks]
    for track in framework.tracks:
        served = {end for k, name in along if name == track.name for end in (k.source, k.target)}
        pairs = _beside_crowds(track, roles, crowds, served) if graded else pairwise(track.roles)
        for source, target in pairs:
            yield Link(source, target, "progression", (track.name,), "derived", None, True)


def _beside_crowds(
    track: Track,
    roles: Mapping[str, Role],
    crowds: Mapping[str, tuple[Role, ...]],
    served: Collection[str],
) -> Iterator[tuple[str, str]]:
    """From each crowd to the next occupied grade of its track, and from the one before.

    There the line ends at another crowd, else at roles that no line serves yet, else at one that
    has.
    """
    by_rank: dict[float, list[str]] = defaultdict(list)
    for role_id in track.roles:
        rank = roles[role_id].rank
        if rank is not None:
            by_rank[rank].append(role_id)
    for here, there in pairwise(by_rank[rank] for rank in sorted(by_rank)):
        if crowds.keys().isdisjoint((*here, *there)):
            continue
        ends = [
            [i for i in cell if i in crowds] or [i for i in cell if i not in served] or cell[:1]
            for cell in (here, there)
        ]
        if len(ends[0]) * len(ends[1]) <= _FORK:
            yield from ((source, target) for source in ends[0] for target in ends[1])


def spread(metro: MetroMap, network: Network, gathered: Gathered) -> MetroMap:
    """The map with every role of the crowds in its place again.

    Before: ``metro`` is the map of ``gathered.network``.
    After: stations and moves are those of ``network``; stretches of line that are no move of it
    are ``trunks``, and a walkway to a listed role ends at the head of its list.
    """
    if gathered.network is network:
        return metro
    known = {
        (track, frozenset((link.source, link.target)))
        for link in links(network)
        if link.along
        for track in link.tracks
    }
    moves = [p for p in metro.pieces if (p.track, frozenset((p.source, p.target))) in known]
    drawn = set(moves)
    others = tuple(piece for piece in metro.pieces if piece not in drawn)
    heads = {s.role_id: s for s in metro.stations if s.role_id in gathered.crowds}
    yards = tuple(_yard(station, gathered) for station in heads.values())
    bars = (_bar(head, yard) for head, yard in zip(heads.values(), yards, strict=True))
    stations = [s for station in metro.stations for s in _stations(station, gathered)]
    return replace(
        metro,
        pieces=tuple(moves),
        trunks=(*others, *bars),
        stations=tuple(stations),
        walkways=tuple(_walkways(metro, network, moves, gathered)),
        yards=yards,
    )


def _yard(head: Station, gathered: Gathered) -> Yard:
    box = head.label.box
    return Yard(head.tracks[0], len(gathered.crowds[head.role_id]), box._replace(top=head.top))


def _bar(head: Station, yard: Yard) -> Piece:
    """The line above a list."""
    ends = Point(yard.box.left, head.top), Point(yard.box.right, head.top)
    return Piece(yard.track, head.role_id, head.role_id, ends)


def _stations(station: Station, gathered: Gathered) -> Iterator[Station]:
    if station.role_id not in gathered.crowds:
        yield station
        return
    listing, box = gathered.listings[station.role_id], station.label.box
    corner = Point(box.left, box.top)
    for role, spot in zip(gathered.crowds[station.role_id], listing.spots, strict=True):
        x, y = corner.x + spot.at.x, corner.y + spot.at.y
        label = listing.label(spot, corner)
        yield Station(role.id, x, y, y, station.tracks, label, listed=True)


def _walkways(
    metro: MetroMap, network: Network, moves: Sequence[Piece], gathered: Gathered
) -> Iterator[Walkway]:
    """A walkway for each pair of roles with a move; those of a crowd end at its head.

    Where a line runs on beside such a move, the walkway takes the same way.
    """
    home = {role.id: name for name, roles in gathered.crowds.items() for role in roles}
    drawn = {frozenset((way.source, way.target)): (way.source, way.points) for way in metro.pieces}
    drawn |= {frozenset((w.source, w.target)): (w.source, w.points) for w in metro.walkways}
    on_lines = {frozenset((piece.source, piece.target)) for piece in moves}
    for walk in walks_beside(network, on_lines):
        source, target = (home.get(end, end) for end in (walk.source, walk.target))
        begins, points = drawn[frozenset((source, target))]
        way = points if begins == source else points[::-1]
        yield Walkway(walk.source, walk.target, walk.kind, walk.both_ways, way)
