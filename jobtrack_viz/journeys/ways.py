"""A network made ready for searching: roles as numbers, and the ways on from each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jobtrack_viz.gaps import levels_more
from jobtrack_viz.journeys.values import UNKNOWN, Leg
from jobtrack_viz.model import MOVE_KINDS, Role
from jobtrack_viz.network import Link, Network, links, possible_moves

__all__ = ["Table", "Way", "Ways", "leg_between", "possible_ways", "ways_of"]

Way = tuple[int, int, tuple[str, ...]]
"""The number of the role it leads to, its levels more, and its tracks by name."""

Table = Mapping[int, tuple[Way, ...]]

_NETWORKS_KEPT = 4


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """Every way of one network by its source. Roles are numbered in the order of their ids.

    ``both_ways`` are the described ones and progressions travelled backwards; ``possible`` are
    moves that nobody described.
    """

    roles: tuple[Role, ...]
    numbers: Mapping[str, int]
    described: Table
    both_ways: Table
    possible: Table


@lru_cache(maxsize=_NETWORKS_KEPT)
def ways_of(network: Network) -> Ways:
    """The ways of a network, without possible moves that it does not hold; worked out once.

    As many networks are kept as the atlas keeps versions of the map.
    """
    roles = tuple(sorted((role for _, role in network.nodes(data="role")), key=lambda r: r.id))
    numbers = {role.id: number for number, role in enumerate(roles)}
    found = list(links(network))
    described = [link for link in found if link.origin != "possible"]
    down = [_backwards(network, link) for link in described if link.kind == "progression"]
    possible = [link for link in found if link.origin == "possible"]
    return Ways(
        roles,
        numbers,
        _table(described, numbers),
        _table([*described, *down], numbers),
        _table(possible, numbers),
    )


@lru_cache(maxsize=_NETWORKS_KEPT)
def possible_ways(network: Network) -> Table:
    """The ways of every possible move, whether the network holds them or not."""
    ways = ways_of(network)
    return ways.possible or _table(possible_moves(network), ways.numbers)


def leg_between(network: Network, source: Role, target: Role, track: str, step_down: bool) -> Leg:
    """The leg between two neighbours of a journey, along or onto a track.

    Where several moves join them, a given one comes before a derived one, then progressions and
    transfers come before other kinds, so that the order of rows does not matter.
    """
    there = network.get_edge_data(source.id, target.id, default={})
    found: list[Link] = [data["link"] for data in there.values()]
    if step_down:
        back = network.get_edge_data(target.id, source.id, default={})
        found += [
            _backwards(network, data["link"])
            for data in back.values()
            if data["link"].kind == "progression"
        ]
    fitting = [link for link in found if track in link.tracks]
    if not fitting:
        more = levels_more(source.levels, target.levels)
        return Leg(source.id, target.id, "possible", track, more)
    link = min(fitting, key=_preference)
    return Leg(
        source.id, target.id, link.kind, track, link.steps_up, link.along, link.note, link.link
    )


def _preference(link: Link) -> tuple[bool, int, str, str]:
    order = MOVE_KINDS.index(link.kind) if link.kind in MOVE_KINDS else len(MOVE_KINDS)
    return (link.origin != "given", order, link.note, link.link)


def _backwards(network: Network, link: Link) -> Link:
    roles = network.nodes
    more = levels_more(roles[link.target]["role"].levels, roles[link.source]["role"].levels)
    return Link(link.target, link.source, "step down", link.tracks, link.origin, more, link.along)


def _table(found: Iterable[Link], numbers: Mapping[str, int]) -> Table:
    """One way for each pair that moves join, on the tracks of all of them."""
    pairs: dict[int, dict[int, tuple[int, tuple[str, ...]]]] = {}
    for link in found:
        if link.source == link.target:
            continue
        here = pairs.setdefault(numbers[link.source], {})
        target = numbers[link.target]
        size = UNKNOWN if link.steps_up is None else link.steps_up
        _, tracks = here.get(target, (size, ()))
        here[target] = (size, link.tracks if not tracks else (*tracks, *link.tracks))
    return {
        source: tuple(
            (target, size, tracks if len(tracks) == 1 else tuple(sorted(set(tracks))))
            for target, (size, tracks) in sorted(there.items())
        )
        for source, there in pairs.items()
    }
