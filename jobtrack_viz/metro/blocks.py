"""Groups of tracks that share roles: each is ordered by itself."""

from collections.abc import Sequence
from dataclasses import replace

import networkx as nx

from jobtrack_viz.metro.grid import Columns, Node

__all__ = ["groups", "part"]

_HUB = 6
"""Tracks above which a role at their common end is a hub."""


def groups(columns: Columns) -> list[list[int]]:
    """Threads that share roles or a track, directly or through others, in the workbook's order.

    A role where very many tracks begin or end does not join them: its lines come together from
    all over the map.
    """
    graph = nx.Graph()
    first_of_track: dict[str, int] = {}
    for number, thread in enumerate(columns.threads):
        graph.add_edge(number, first_of_track.setdefault(thread.track or f"~{number}", number))
    for node in columns.nodes.values():
        if not _is_hub(columns, node):
            nx.add_path(graph, node.threads)
    return sorted(sorted(group) for group in nx.connected_components(graph))


def _is_hub(columns: Columns, node: Node) -> bool:
    threads = [columns.threads[t] for t in node.threads]
    before = any(thread.at(node.column - 1) for thread in threads)
    after = any(thread.at(node.column + 1) for thread in threads)
    return len({thread.track for thread in threads}) > _HUB and not (before and after)


def part(columns: Columns, members: Sequence[int]) -> Columns:
    """These threads alone, numbered anew from 0, with their nodes and the walkways among them."""
    number = {thread: i for i, thread in enumerate(members)}
    own = {i: columns.threads[i] for i in members}
    nodes = {}
    for node_id in dict.fromkeys(node for thread in own.values() for node in thread.nodes):
        node = columns.nodes[node_id]
        kept = tuple(number[t] for t in node.threads if t in number)
        nodes[node_id] = Node(node_id, node.column, kept, node.role_id)
    walks = tuple(w for w in columns.walks if w.source in nodes and w.target in nodes)
    return replace(columns, nodes=nodes, threads=tuple(own.values()), walks=walks)
