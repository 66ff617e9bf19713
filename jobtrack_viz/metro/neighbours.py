"""Which tracks meet on the map, so that they must not look alike."""

from itertools import combinations, pairwise

from jobtrack_viz.metro.grid import Columns, Order

__all__ = ["neighbours"]


def neighbours(columns: Columns, order: Order) -> list[tuple[str, str]]:
    """Pairs of tracks that stand next or next but one in some column, or whose lines cross."""
    found: dict[tuple[str, str], None] = {}
    ranks: list[dict[int, int]] = []
    for column in order.columns:
        threads = [t for node in column for t in order.inside[node]]
        tracks = [columns.threads[t].track for t in threads]
        for step in (1, 2):
            found |= dict.fromkeys(zip(tracks, tracks[step:], strict=False))
        ranks.append({thread: rank for rank, thread in enumerate(threads)})
    for here, there in pairwise(ranks):
        running = [thread for thread in here if thread in there]
        for one, other in combinations(running, 2):
            if there[one] > there[other]:
                found[columns.threads[one].track, columns.threads[other].track] = None
    return [pair for pair in found if pair[0] != pair[1] and all(pair)]
