"""Roles whose lines come from all over the map: one mark for each run of lines side by side."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jobtrack_viz.metro.grid import Columns, Node, Order, Walk

__all__ = ["hub_joins", "split_hubs"]

Rows = list[list[tuple[str, tuple[int, ...]]]]
"""For each column from top to bottom: a node and the threads of it that stand side by side."""


def split_hubs(columns: Columns, rows: Rows) -> tuple[Columns, Rows]:
    """Make a node of its own for each place where a column lists a role.

    After: every node stands in its column once. The node with most lines keeps the role's id, and
    so its name and its moves; the others end in ``#1``, ``#2``, from the top.
    """
    nodes = dict(columns.nodes)
    renamed: dict[tuple[str, int], str] = {}
    split = []
    for column, row in enumerate(rows):
        names = _names(row)
        for name, (node, threads) in zip(names, row, strict=True):
            role_id = columns.nodes[node].role_id
            nodes[name] = Node(name, column, tuple(sorted(threads)), role_id)
            renamed |= {(node, thread): name for thread in threads}
        split.append([(name, threads) for name, (_, threads) in zip(names, row, strict=True)])
    renumbered = tuple(
        replace(thread, nodes=tuple(renamed[node, i] for node in thread.nodes))
        for i, thread in enumerate(columns.threads)
    )
    return replace(columns, nodes=nodes, threads=renumbered), split


def hub_joins(columns: Columns, order: Order) -> tuple[Walk, ...]:
    """A way between each two neighbouring nodes of one role, from the upper to the lower one."""
    found = []
    for row in order.columns:
        last: dict[str, str] = {}
        for node in row:
            role_id = columns.nodes[node].role_id
            if role_id and role_id in last:
                found.append(Walk(last[role_id], node, "join", True))
            if role_id:
                last[role_id] = node
    return tuple(found)


def _names(row: Sequence[tuple[str, tuple[int, ...]]]) -> list[str]:
    runs: Mapping[str, list[int]] = defaultdict(list)
    for place, (node, _) in enumerate(row):
        runs[node].append(place)
    names = [node for node, _ in row]
    for node, places in runs.items():
        main = max(places, key=lambda place: (len(row[place][1]), -place))
        for number, place in enumerate((p for p in places if p != main), 1):
            names[place] = f"{node}#{number}"
    return names
