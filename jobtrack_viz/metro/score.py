"""Figures about an order and about a finished map, the same for the engine and for tests."""

from bisect import bisect
from collections.abc import Sequence

from jobtrack_viz.metro.grid import Columns, Order

__all__ = ["line_crossings", "thread_rows", "walkway_crossings"]


def line_crossings(columns: Columns, order: Order) -> int:
    """Pairs of lines that swap sides between two neighbouring columns."""
    total = 0
    for column in range(columns.count - 1):
        here, there = (thread_rows(order, c) for c in (column, column + 1))
        running = sorted(columns.running(column), key=lambda thread: here[thread])
        total += _inversions([there[thread] for thread in running])
    return total


def walkway_crossings(columns: Columns, order: Order) -> int:
    """Lines that walkways to the same or the next column cross."""
    total = 0
    for walk in columns.walks:
        ends = sorted(
            (columns.nodes[walk.source], columns.nodes[walk.target]), key=lambda n: n.column
        )
        here, there = ends
        if here.column == there.column:
            row = order.columns[here.column]
            low, high = sorted((row.index(here.id), row.index(there.id)))
            total += sum(len(order.inside[n]) for n in row[low + 1 : high])
        elif here.column + 1 == there.column:
            before, after = (_node_rows(order, c) for c in (here.column, there.column))
            for thread in (columns.threads[i] for i in columns.running(here.column)):
                left, right = thread.at(here.column), thread.at(there.column)
                if left and right and left != here.id and right != there.id:
                    total += (before[left] < before[here.id]) != (after[right] < after[there.id])
    return total


def thread_rows(order: Order, column: int) -> dict[int, int]:
    """Each thread's place in a column, counted from the top."""
    threads = (thread for node in order.columns[column] for thread in order.inside[node])
    return {thread: row for row, thread in enumerate(threads)}


def _node_rows(order: Order, column: int) -> dict[str, int]:
    return {node: row for row, node in enumerate(order.columns[column])}


def _inversions(rows: Sequence[int]) -> int:
    seen: list[int] = []
    total = 0
    for row in rows:
        place = bisect(seen, row)
        total += len(seen) - place
        seen.insert(place, row)
    return total
