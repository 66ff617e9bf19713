"""The map of very many tracks: each group is one thick line, with its number of roles per grade."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobtrack_viz.metro.columns import assign_columns
from jobtrack_viz.metro.near import order_by_links
from jobtrack_viz.metro.shapes import Box, Zone
from jobtrack_viz.metro.text_width import text_width, wrap
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.network import Network, links
from jobtrack_viz.selection import Group

__all__ = ["LAYOUT", "Count", "GroupLine", "Layout", "Overview", "Strand", "lay_out_overview"]

_SHARED_ROLE = 3
"""How many moves a shared role is worth, when groups are put beside each other."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures of the overview, in map units. ``LAYOUT`` is the one in use."""

    margin: float = 20.0
    top: float = 44.0
    """Above the zones, for the sentence that explains the picture."""
    heading: float = 38.0
    names: float = 214.0
    """Width of the names beside the lines."""
    zone: float = 82.0
    """Width of a grade, if there are enough of them to fill ``least_width``."""
    widest_zone: float = 200.0
    zone_name: float = 15.0
    """Size of the headings; zones are wide enough for them, up to ``widest_zone``."""
    least_width: float = 620.0
    name: float = 15.0
    name_line: float = 17.0
    name_share: float = 0.86
    """Part of that width in which a name is broken; it is drawn in a bolder face."""
    facts_line: float = 16.0
    air: float = 9.0
    """Above and below what stands in a row."""
    strand: float = 7.0
    thickest: float = 20.0
    most_strands: int = 12
    """Beyond that they could not be told apart, and the line is drawn as one."""
    mark: float = 11.0
    """Half the height of a mark."""
    foot: float = 34.0


LAYOUT = Layout()


@dataclass(frozen=True, slots=True)
class Count:
    """A mark on a group's line: so many roles at a grade. ``grade`` is the zone's heading."""

    grade: str
    rank: float | None
    roles: int
    box: Box


@dataclass(frozen=True, slots=True)
class Strand:
    """A track inside its group's thick line; without ``track``, all the tracks of a large group."""

    track: str
    left: float
    right: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One row: a group, or a single track where there is only one group.

    ``lines`` is the wrapped name, in ``name_box`` together with a line of figures.
    """

    group: Group
    roles: int
    lines: tuple[str, ...]
    name_box: Box
    row: Box
    strands: tuple[Strand, ...]
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A finished overview. Zones reach from ``top`` to ``bottom``; ``lines`` stand downwards."""

    width: float
    height: float
    top: float
    bottom: float
    zones: tuple[Zone, ...]
    lines: tuple[GroupLine, ...]


def lay_out_overview(network: Network, groups: Sequence[Group]) -> Overview:
    """A thick line for each group, from its lowest to its highest grade, on the map's zones.

    After: every group has one row, and every role counts at its grade in each group that it
    belongs to. Groups that share roles or moves stand close, otherwise in the given order.
    """
    framework: Framework = network.graph["framework"]
    places = _places(network, framework)
    members = _members(framework, groups)
    rows = [groups[i] for i in order_by_links(len(groups), _weights(network, groups))]
    y, lines = LAYOUT.top + LAYOUT.heading, []
    zone = _zone_width([heading for heading, _ in places.values()])
    width = LAYOUT.margin * 2 + LAYOUT.names + zone * len(places)
    for group in rows:
        line = _line(group, members[group.name], places, y, width)
        lines.append(line)
        y = line.row.bottom
    bottom = y + LAYOUT.foot
    edges = [x - zone / 2 for _, x in places.values()]
    zones = [
        Zone(heading, left, right, x)
        for (heading, x), (left, right) in zip(
            places.values(), pairwise([*edges, width]), strict=True
        )
    ]
    return Overview(width, bottom + LAYOUT.margin, LAYOUT.top, bottom, tuple(zones), tuple(lines))


def _places(network: Network, framework: Framework) -> dict[float | None, tuple[str, float]]:
    """Rank -> heading and x; the same grades in the same order as on the map."""
    zones = assign_columns(network).zones
    known = {role.rank: role.grade or "" for role in reversed(framework.roles)}
    ranks = sorted(known, key=lambda rank: (rank is None, rank or 0.0))
    headings = [
        heading or f"Grade {known[rank]}" for rank, (heading, _) in zip(ranks, zones, strict=True)
    ]
    zone = _zone_width(headings)
    first = LAYOUT.margin + LAYOUT.names + zone / 2
    return {
        rank: (heading, first + zone * i)
        for i, (rank, heading) in enumerate(zip(ranks, headings, strict=True))
    }


def _zone_width(headings: Sequence[str]) -> float:
    """The same for every grade: room for the longest heading."""
    widest = max(text_width(heading, LAYOUT.zone_name, "Semibold") for heading in headings)
    filling = (LAYOUT.least_width - LAYOUT.names - 2 * LAYOUT.margin) / len(headings)
    return max(LAYOUT.zone, filling, min(LAYOUT.widest_zone, widest + 2 * LAYOUT.air))


def _members(framework: Framework, groups: Sequence[Group]) -> dict[str, list[Role]]:
    roles = {role.id: role for role in framework.roles}
    of_track = {track.name: track.roles for track in framework.tracks}
    return {
        group.name: [
            roles[role_id]
            for role_id in dict.fromkeys(i for name in group.tracks for i in of_track[name])
        ]
        for group in groups
    }


def _weights(network: Network, groups: Sequence[Group]) -> Counter[tuple[int, int]]:
    """Pairs of groups, the first one earlier, with how much leads from one to the other."""
    home = {name: number for number, group in enumerate(groups) for name in group.tracks}
    of_role: dict[str, list[int]] = {
        role_id: sorted({home[name] for name in role.tracks})
        for role_id, role in network.nodes(data="role")
    }
    found: Counter[tuple[int, int]] = Counter()
    for numbers in of_role.values():
        for pair in pairwise(numbers):
            found[pair] += _SHARED_ROLE
    for link in links(network):
        for one in of_role[link.source][:1]:
            for other in of_role[link.target][:1]:
                if one != other:
                    found[min(one, other), max(one, other)] += 1
    return found


def _line(
    group: Group,
    roles: Sequence[Role],
    places: Mapping[float | None, tuple[str, float]],
    top: float,
    width: float,
) -> GroupLine:
    words = wrap(group.name, LAYOUT.name, LAYOUT.names * LAYOUT.name_share, 3)
    height = len(words) * LAYOUT.name_line + LAYOUT.facts_line
    row = Box(0.0, top, width, top + max(height, 2 * LAYOUT.mark) + 2 * LAYOUT.air)
    middle = (row.top + row.bottom) / 2
    left = LAYOUT.margin
    name_box = Box(left, middle - height / 2, left + LAYOUT.names, middle + height / 2)
    counts = []
    for rank, (heading, x) in places.items():
        many = sum(role.rank == rank for role in roles)
        if many:
            half = LAYOUT.mark + 3.5 * (len(str(many)) - 1)
            mark = Box(x - half, middle - LAYOUT.mark, x + half, middle + LAYOUT.mark)
            counts.append(Count(heading, rank, many, mark))
    strands = _strands(group, roles, places, middle)
    return GroupLine(group, len(roles), words, name_box, row, strands, tuple(counts))


def _strands(
    group: Group,
    roles: Sequence[Role],
    places: Mapping[float | None, tuple[str, float]],
    middle: float,
) -> tuple[Strand, ...]:
    """A strand for each track, side by side; one alone for a group of very many."""
    few = len(group.tracks) <= LAYOUT.most_strands
    tracks = group.tracks if few else ("",)
    width = min(LAYOUT.strand, LAYOUT.thickest / len(tracks)) if few else LAYOUT.thickest
    first = middle - width * (len(tracks) - 1) / 2
    found = []
    for i, track in enumerate(tracks):
        own = [places[role.rank][1] for role in roles if not track or track in role.tracks]
        if own:
            found.append(Strand(track, min(own), max(own), first + width * i, width))
    return tuple(found)
