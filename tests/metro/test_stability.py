"""A new role or move shifts nothing that need not shift: each of the sample's is left out once.

The map without it is the previous one. ``pytest -s`` prints the distribution, ``make torture``
tries every role and every move.
"""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import median

import pytest

from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.before import heights_before
from jobtrack_viz.metro.columns import assign_columns
from jobtrack_viz.metro.grid import Figure, Order
from jobtrack_viz.metro.score import line_crossings, walkway_crossings
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import read_workbook

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"


def left_out(framework):
    """(name, framework without it) for each role and each move."""
    for role in framework.roles:
        yield role.id, without(framework, role.id)
    for move in framework.moves:
        moves = tuple(other for other in framework.moves if other != move)
        yield f"{move.source} > {move.target}", replace(framework, moves=moves)


def without(framework, role_id):
    """The framework without a role, its moves, and tracks that have no other role."""
    tracks = [replace(t, roles=tuple(i for i in t.roles if i != role_id)) for t in framework.tracks]
    return replace(
        framework,
        roles=tuple(role for role in framework.roles if role.id != role_id),
        tracks=tuple(track for track in tracks if track.roles),
        moves=tuple(m for m in framework.moves if role_id not in (m.source, m.target)),
        skills=(),
    )


def changes(old, new):
    """How many pairs of a column swapped, and how far each common station went, in units."""
    before = {station.role_id: station for station in old.stations}
    after = {station.role_id: station for station in new.stations if station.role_id in before}
    flips = sum(
        (before[a].top < before[b].top) != (after[a].top < after[b].top)
        for a, b in combinations(after, 2)
        if abs(before[a].x - before[b].x) < 1
    )
    far = [abs(before[i].x - s.x) + abs(before[i].top - s.top) for i, s in after.items()]
    return flips, far


def crossings_if_kept(old, network):
    """Crossings of lines and of walkways if all that was there keeps its place."""
    columns = assign_columns(network)
    heights = heights_before(columns, old)
    rows = {}
    for number, thread in enumerate(columns.threads):
        known = {
            i: heights[n, number] for i, n in enumerate(thread.nodes) if (n, number) in heights
        }
        for i, node in enumerate(thread.nodes):
            nearest = min(known, key=lambda j: abs(i - j), default=None)
            rows[node, number] = known.get(nearest, 0.0)
    middle = {
        node.id: sum(rows[node.id, t] for t in node.threads) / len(node.threads)
        for node in columns.nodes.values()
    }
    order = Order(
        tuple(
            tuple(sorted((n.id for n in columns.in_column(c)), key=lambda i: (middle[i], i)))
            for c in range(columns.count)
        ),
        {
            node.id: tuple(sorted(node.threads, key=lambda t: (rows[node.id, t], t)))
            for node in columns.nodes.values()
        },
        Figure(0, 0),
        Figure(0, 0),
    )
    return line_crossings(columns, order), walkway_crossings(columns, order)


def leave_one_out(every):
    """Print and return (name, flips, units moved, explained) for every so many cases."""
    framework = read_workbook(SAMPLE.read_bytes()).framework
    network = build_network(framework)
    found = []
    for name, smaller in list(left_out(framework))[::every]:
        old = lay_out(build_network(smaller))
        new = lay_out(network, old)
        flips, far = changes(old, new)
        crossed = new.score["line crossings"], new.score["walkway crossings"]
        explained = flips == 0 or crossed < crossings_if_kept(old, network)
        found.append((name, flips, far, explained))
    print(f"\n{len(found)} cases; pair flips: {dict(Counter(flips for _, flips, _, _ in found))}")
    moved = [unit for _, _, far, _ in found for unit in far]
    print(f"stations that moved: {sum(u > 0.5 for u in moved)} of {len(moved)}")
    print(f"worst: {max(found, key=lambda case: case[1])[:2]}, {max(moved):.0f} units")
    return found


@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.long)])
def test_a_newcomer_moves_nothing_that_need_not_move(every):
    """In most cases nothing swaps and nothing moves; a swap is paid for with fewer crossings."""
    found = leave_one_out(every)

    assert median(flips for _, flips, _, _ in found) == 0
    assert median(max(far) for _, _, far, _ in found) < 0.5
    assert [] == [name for name, _, _, explained in found if not explained]
