"""Where roles stand on the axis of grades, and which threads the tracks are made of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

import networkx as nx

from jobtrack_viz.metro.grid import Columns, Node, Thread
from jobtrack_viz.metro.walks import walks_beside
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.network import Link, Network, links

__all__ = ["assign_columns"]

_NO_GRADE = "Grade not stated"
_NO_GRADES = "No grades stated"
_LAST = float("inf")
"""The rank of roles without grade: they stand behind all others."""


@dataclass(frozen=True, slots=True)
class _Leg:
    """An edge of a track's line, from the left role to the right one."""

    track: str
    left: str
    right: str


def assign_columns(network: Network) -> Columns:
    """Give each role a column, each track its threads, and each other move a walkway.

    After: a higher grade always stands further right; roles without grade stand last. Every link
    along a track is one leg of exactly one thread, and threads pass each column between their ends.
    """
    framework: Framework = network.graph["framework"]
    roles = {role.id: role for role in framework.roles}
    along = [link for link in links(network) if link.along and link.source != link.target]
    places = _places(framework.roles, along)
    columns = {place: i for i, place in enumerate(sorted(set(places.values())))}
    whole = {*(float(grade.rank) for grade in framework.grades), _LAST}
    column = {role_id: columns[place] for role_id, place in places.items()}
    legs = _legs(framework, along, column)
    threads = _threads(framework, legs, column)
    return Columns(
        zones=tuple(_zones(framework, roles, places)),
        nodes=_nodes(framework, threads, column),
        threads=tuple(threads),
        walks=tuple(walks_beside(network, {frozenset((leg.left, leg.right)) for leg in legs})),
        track_order={track.name: i for i, track in enumerate(framework.tracks)},
        grade_names={_heading(grade.label): grade.name for grade in framework.grades},
        full=frozenset(i for (rank, _), i in columns.items() if rank in whole),
    )


def _places(roles: Sequence[Role], along: Iterable[Link]) -> dict[str, tuple[float, int]]:
    """Each role's rank, and how many steps on that same rank lead to it."""
    rank = {r.id: _LAST if r.rank is None else float(r.rank) for r in roles}
    level = nx.DiGraph()
    level.add_nodes_from(rank)
    for link in along:
        same = rank[link.source] == rank[link.target]
        if same and not nx.has_path(level, link.target, link.source):
            level.add_edge(link.source, link.target)
    depth = dict.fromkeys(rank, 0)
    for role_id in nx.lexicographical_topological_sort(level):
        for after in level.successors(role_id):
            depth[after] = max(depth[after], depth[role_id] + 1)
    return {role_id: (rank[role_id], depth[role_id]) for role_id in rank}


def _zones(
    framework: Framework, roles: Mapping[str, Role], places: Mapping[str, tuple[float, int]]
) -> Iterable[tuple[str, int]]:
    named = {float(grade.rank): grade.label for grade in framework.grades}
    sizes = Counter(rank for rank, _ in set(places.values()))
    for rank in sorted(sizes):
        if sizes[rank] == 1 and _is_border(rank, sizes):
            yield "", 1
            continue
        texts = (roles[i].grade for i, (other, _) in places.items() if other == rank)
        label = named.get(rank) or next((text for text in texts if text), None)
        none_at_all = rank == _LAST and len(sizes) == 1
        yield (_NO_GRADES if none_at_all else _heading(label)), sizes[rank]


def _is_border(rank: float, sizes: Mapping[float, int]) -> bool:
    """True for a span of two grades that both have columns."""
    spans = rank != _LAST and not rank.is_integer()
    return spans and all(end in sizes for end in (floor(rank), ceil(rank)))


def _heading(label: str | None) -> str:
    if label is None:
        return _NO_GRADE
    short = len(label) <= 2 or label[0].isdigit()
    return f"Grade {label}" if short else label


def _legs(framework: Framework, along: Iterable[Link], column: Mapping[str, int]) -> list[_Leg]:
    """Legs of all tracks without repetition; links inside one column are left out.

    They stand in the order of tracks and of roles on them, whatever the order of the links.
    """
    found: dict[_Leg, None] = {}
    for link in along:
        left, right = sorted((link.source, link.target), key=lambda i: column[i])
        if column[left] < column[right]:
            for track in link.tracks:
                found[_Leg(track, left, right)] = None
    place = {
        (track.name, role_id): (number, step)
        for number, track in enumerate(framework.tracks)
        for step, role_id in enumerate(track.roles)
    }
    return sorted(found, key=lambda leg: (place[leg.track, leg.left], place[leg.track, leg.right]))


def _threads(framework: Framework, legs: Sequence[_Leg], column: Mapping[str, int]) -> list[Thread]:
    """Split each track into lines that fork no more; a role without legs is a line of its own."""
    threads: list[Thread] = []
    for track in framework.tracks:
        own = [leg for leg in legs if leg.track == track.name]
        chains = _chains(own, column)
        met = {role_id for chain in chains for role_id in chain}
        chains += [[role_id] for role_id in track.roles if role_id not in met]
        for chain in chains:
            threads.append(_thread(track.name, chain, column, len(threads)))
    lonely = [role.id for role in framework.roles if not role.tracks]
    threads += [Thread("", column[role_id], (role_id,)) for role_id in lonely]
    return threads


def _chains(legs: Sequence[_Leg], column: Mapping[str, int]) -> list[list[str]]:
    """Chains of roles that together use each leg once."""
    ahead: dict[str, list[str]] = defaultdict(list)
    for leg in legs:
        ahead[leg.left].append(leg.right)
    ending: dict[str, list[list[str]]] = defaultdict(list)
    chains: list[list[str]] = []
    for role_id in sorted(ahead, key=lambda i: column[i]):
        for target in sorted(ahead[role_id], key=lambda i: column[i]):
            if ending[role_id]:
                chain = ending[role_id].pop(0)
            else:
                chain = [role_id]
                chains.append(chain)
            chain.append(target)
            ending[target].append(chain)
    return chains


def _thread(track: str, chain: Sequence[str], column: Mapping[str, int], number: int) -> Thread:
    stops = {column[role_id]: role_id for role_id in chain}
    first, last = min(stops), max(stops)
    passing = (stops.get(c, f"~{number}@{c}") for c in range(first, last + 1))
    return Thread(track, first, tuple(passing))


def _nodes(
    framework: Framework, threads: Sequence[Thread], column: Mapping[str, int]
) -> dict[str, Node]:
    met: dict[str, list[int]] = defaultdict(list)
    where = dict(column)
    for number, thread in enumerate(threads):
        for step, node_id in enumerate(thread.nodes):
            met[node_id].append(number)
            where[node_id] = thread.first + step
    roles = {role.id for role in framework.roles}
    return {
        node_id: Node(
            node_id, where[node_id], tuple(numbers), node_id if node_id in roles else None
        )
        for node_id, numbers in met.items()
    }
