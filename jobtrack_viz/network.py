"""Roles and the moves between them as a graph. Forks and progressions are decided here."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

import networkx as nx

from jobtrack_viz.gaps import levels_more
from jobtrack_viz.model import Framework, Move, Role, Track
from jobtrack_viz.possible import possible_pairs

__all__ = ["Link", "Network", "build_network", "links", "possible_moves", "with_possible_moves"]

Network: TypeAlias = nx.MultiDiGraph

_MOST_EDGES_OF_A_FORK = 4


@dataclass(frozen=True, slots=True)
class Link:
    """One edge of the network: a way from one role to another.

    ``tracks`` are the lines it runs along, else the lines it arrives on, in the workbook's order.
    ``origin`` is *given* by the workbook, *derived* along a track, or *possible*: described by
    nobody. ``steps_up`` is the levels more that the target asks for, None if unknown. ``along``
    says that the edge is part of its tracks' lines (a progression); else it is drawn as a walkway.
    """

    source: str
    target: str
    kind: str
    tracks: tuple[str, ...]
    origin: Literal["given", "derived", "possible"]
    steps_up: int | None
    along: bool = False
    both_ways: bool = False
    note: str = ""
    link: str = ""


def build_network(framework: Framework) -> Network:
    """The graph of every role, every move that the workbook gives, and every derived progression.

    Nodes are role ids in the workbook's order, with the attribute ``role``. Each edge has the
    attribute ``link``. ``network.graph["framework"]`` is the framework. A move that is open both
    ways is two edges. Given progressions from a role replace those derived on the same track.
    If the workbook describes no move between tracks at all, every *possible* move is an edge too.
    """
    network: Network = nx.MultiDiGraph(framework=framework)
    for role in framework.roles:
        network.add_node(role.id, role=role)
    for move in framework.moves:
        _add(network, _given(framework, move))
        if move.both_ways:
            _add(network, _given(framework, _way_back(move)))
    for source, target, tracks in _derived(framework):
        _add(network, _between(source, target, "progression", "derived", tracks))
    if any(link.origin == "given" and _leaves_its_tracks(network, link) for link in links(network)):
        return network
    return with_possible_moves(network)


def with_possible_moves(network: Network) -> Network:
    """A copy of the network that also holds each *possible* move."""
    wider = network.copy()
    for link in possible_moves(network):
        _add(wider, link)
    return wider


def possible_moves(network: Network) -> Iterator[Link]:
    """Each *possible* move that the network does not hold, by source role.

    Possible is a move that nobody described, to another track, on the same or the next grade,
    that asks for at most three levels more, where the levels are known; of very many, the nearest.
    """
    framework: Framework = network.graph["framework"]
    for source, target, more in possible_pairs(framework.roles):
        if target.id not in network.adj[source.id]:
            yield Link(source.id, target.id, "possible", target.tracks, "possible", more)


def links(network: Network) -> Iterator[Link]:
    """Every edge as a value, by source role in the workbook's order."""
    for _, _, link in network.edges(data="link"):
        yield link


def _leaves_its_tracks(network: Network, link: Link) -> bool:
    source, target = network.nodes[link.source]["role"], network.nodes[link.target]["role"]
    return not set(source.tracks) & set(target.tracks)


def _derived(framework: Framework) -> Iterator[tuple[Role, Role, tuple[str, ...]]]:
    """Pairs of roles one grade apart on a track, with every track that joins them."""
    roles = {role.id: role for role in framework.roles}
    joined: dict[tuple[str, str], list[str]] = defaultdict(list)
    given = _given_progressions(framework, roles)
    for track in framework.tracks:
        for source, target in derived_pairs(track, roles):
            if (source, track.name) not in given:
                joined[source, target].append(track.name)
    for (source, target), tracks in joined.items():
        yield roles[source], roles[target], tuple(tracks)


def derived_pairs(track: Track, roles: dict[str, Role]) -> Iterator[tuple[str, str]]:
    """From each occupied grade of a track to the next: pairs of role ids.

    Equal numbers pair in column order; else every pair, if there are at most four; else none.
    """
    for here, there in pairwise(occupied_grades(track, roles)):
        if len(here) == len(there):
            yield from zip(here, there, strict=True)
        elif len(here) * len(there) <= _MOST_EDGES_OF_A_FORK:
            yield from ((source, target) for source in here for target in there)


def occupied_grades(track: Track, roles: dict[str, Role]) -> list[list[str]]:
    """Role ids of a track by grade, lowest first, in column order; roles without grade left out."""
    by_rank: dict[float, list[str]] = defaultdict(list)
    for role_id in track.roles:
        rank = roles[role_id].rank
        if rank is not None:
            by_rank[rank].append(role_id)
    return [by_rank[rank] for rank in sorted(by_rank)]


def _given_progressions(framework: Framework, roles: dict[str, Role]) -> set[tuple[str, str]]:
    """(role, track) where the workbook itself says how the role goes on."""
    return {
        (move.source, track)
        for move in framework.moves
        if move.kind == "progression"
        for track in roles[move.source].tracks
        if track in roles[move.target].tracks
    }


def _given(framework: Framework, move: Move) -> Link:
    source, target = framework.role(move.source), framework.role(move.target)
    shared = tuple(track for track in source.tracks if track in target.tracks)
    link = _between(source, target, move.kind, "given", shared or target.tracks)
    return replace(
        link,
        along=bool(shared) and move.kind == "progression",
        both_ways=move.both_ways,
        note=move.note,
        link=move.link,
    )


def _way_back(move: Move) -> Move:
    """The same move from its target to its source, named by what it then is."""
    opposite = {"step up": "step down", "step down": "step up", "progression": "step down"}
    kind = opposite.get(move.kind, move.kind)
    return Move(move.target, move.source, kind, True, move.note, move.link)


def _between(
    source: Role,
    target: Role,
    kind: str,
    origin: Literal["given", "derived", "possible"],
    tracks: tuple[str, ...],
) -> Link:
    more = levels_more(source.levels, target.levels)
    return Link(source.id, target.id, kind, tracks, origin, more, origin == "derived")


def _add(network: Network, link: Link) -> None:
    network.add_edge(link.source, link.target, link=link)
