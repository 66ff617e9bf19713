"""A good order of rows for groups of tracks that are too large for an exact answer."""

from collections.abc import Mapping
from dataclasses import replace

from jobtrack_viz.metro.grid import Columns, Figure, Order
from jobtrack_viz.metro.score import line_crossings, walkway_crossings

__all__ = ["sift_group"]

_SWEEPS = 24
_STILL = 0.35


def sift_group(columns: Columns, wanted: Mapping[tuple[str, int], float]) -> Order:
    """An order with few crossings: each row drawn to the middle of its neighbours, best sweep kept.

    After: not proven to be best; the same columns always give the same order.
    """
    height = {i: _start(columns, i, wanted) for i in range(len(columns.threads))}
    best = _settle(columns, height)
    least = _crossings(columns, best)
    rows = {(c, t): h for c in range(columns.count) for t, h in height.items()}
    for sweep in range(_SWEEPS):
        span = range(columns.count) if sweep % 2 == 0 else range(columns.count - 1, -1, -1)
        for column in span:
            _pull(columns, rows, column)
        order = _order(columns, rows)
        crossed = _crossings(columns, order)
        if crossed < least:
            best, least = order, crossed
    lines, walkways = least
    return replace(best, lines=Figure(lines, 0), walkways=Figure(walkways, 0))


def _start(columns: Columns, thread: int, wanted: Mapping[tuple[str, int], float]) -> float:
    known = [wanted[n, thread] for n in columns.threads[thread].nodes if (n, thread) in wanted]
    return sum(known) / len(known) if known else float(thread)


def _settle(columns: Columns, height: Mapping[int, float]) -> Order:
    return _order(columns, {(c, t): h for c in range(columns.count) for t, h in height.items()})


def _pull(columns: Columns, rows: dict[tuple[int, int], float], column: int) -> None:
    """Move each node to the mean of where its threads stand beside it, then number the rows."""
    means: dict[str, float] = {}
    own: dict[int, float] = {}
    for node in columns.in_column(column):
        for thread in node.threads:
            beside = [
                rows[c, thread]
                for c in (column - 1, column + 1)
                if columns.threads[thread].at(c) is not None
            ]
            here = rows[column, thread]
            mean = sum(beside) / len(beside) if beside else here
            own[thread] = _STILL * here + (1 - _STILL) * mean
        means[node.id] = sum(own[t] for t in node.threads) / len(node.threads)
    place = 0
    for node in sorted(columns.in_column(column), key=lambda n: (means[n.id], n.id)):
        for thread in sorted(node.threads, key=lambda t: (own[t], t)):
            rows[column, thread] = place
            place += 1


def _order(columns: Columns, rows: Mapping[tuple[int, int], float]) -> Order:
    found: list[tuple[str, ...]] = []
    inside: dict[str, tuple[int, ...]] = {}
    for column in range(columns.count):
        nodes = columns.in_column(column)
        middle = {n.id: sum(rows[column, t] for t in n.threads) / len(n.threads) for n in nodes}
        found.append(tuple(sorted(middle, key=lambda i: (middle[i], i))))
        for node in nodes:
            inside[node.id] = tuple(_together(columns, node.threads, rows, column))
    return Order(tuple(found), inside, Figure(0, 0), Figure(0, 0))


def _together(
    columns: Columns, threads: tuple[int, ...], rows: Mapping[tuple[int, int], float], column: int
) -> list[int]:
    """Threads by height, those of one track side by side."""
    first: dict[str, float] = {}
    for thread in threads:
        track = columns.threads[thread].track
        first[track] = min(first.get(track, float("inf")), rows[column, thread])
    return sorted(
        threads,
        key=lambda t: (
            first[columns.threads[t].track],
            columns.threads[t].track,
            rows[column, t],
            t,
        ),
    )


def _crossings(columns: Columns, order: Order) -> tuple[int, int]:
    return line_crossings(columns, order), walkway_crossings(columns, order)
