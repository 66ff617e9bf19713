"""One way for each leg, one place for each name and badge, so that nothing covers anything."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from jobtrack_viz.metro.candidates import BadgePlace, LabelPlace, Plan, TrackWay
from jobtrack_viz.metro.conflicts import Scene, conflicts, own_costs
from jobtrack_viz.metro.grid import Places
from jobtrack_viz.metro.shapes import Box
from jobtrack_viz.metro.solver import INFINITY, Programme

__all__ = ["choose"]

_HARD = 25.0
"""From this price on, a conflict breaks a law of the map."""
_MOST_NODES = 60
_EFFORT = 80_000
"""Branches of the search times candidates."""
_GAP = 0.05
_LARGE = 4000
"""Candidates above which a choice is good enough when nothing covers anything."""
_LARGE_NODES = 4
_LARGE_GAP = 3.0

Conflicts = Mapping[tuple[int, int, float], set[tuple[int, int]]]


def choose(
    places: Places,
    marks: Mapping[str, Box],
    tracks: Sequence[TrackWay],
    labels: Sequence[LabelPlace],
    badges: Sequence[BadgePlace],
) -> Plan:
    """The cheapest choice of one candidate for each owner; conflicts cost, so they are avoided."""
    candidates: list[TrackWay | LabelPlace | BadgePlace] = [*tracks, *labels, *badges]
    owners = _numbered([candidate.owner for candidate in candidates])
    scene = Scene(places, marks, tracks, labels, badges)
    costs = own_costs(scene)
    found = conflicts(scene, owners)
    picked = _solve(costs, owners, found)
    chosen = [candidates[i] for i in picked]
    return Plan(
        places=places,
        marks=marks,
        badges=tuple(b for c in chosen if isinstance(c, BadgePlace) for b in c.badges),
        tracks=tuple(c for c in chosen if isinstance(c, TrackWay)),
        labels=tuple(c for c in chosen if isinstance(c, LabelPlace)),
        broken=_broken(picked, costs, found),
        flaws=sum(isinstance(c, TrackWay) and c.flaw for c in chosen),
    )


def _numbered(owners: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(owner, len(numbers)) for owner in owners]


def _solve(costs: Sequence[float], owners: Sequence[int], conflicts: Conflicts) -> list[int]:
    programme = Programme()
    chosen = [programme.switch(cost) for cost in costs]
    mine: dict[int, list[int]] = defaultdict(list)
    for candidate, owner in enumerate(owners):
        mine[owner].append(candidate)
    for candidates in mine.values():
        programme.limit(1, 1, [(chosen[i], 1) for i in candidates])
    for (_, _, price), pairs in sorted(conflicts.items()):
        together = programme.variable(price)
        for one, others in _grouped(pairs).items():
            terms = [(chosen[i], 1.0) for i in (one, *others)]
            programme.limit(-INFINITY, 1, [*terms, (together, -1.0)])
    large = len(costs) > _LARGE
    solution = programme.solve(
        most_nodes=_LARGE_NODES if large else min(_MOST_NODES, _EFFORT // len(costs)),
        gap=_LARGE_GAP if large else _GAP,
    )
    if solution is None:
        return [min(group, key=lambda i: (costs[i], i)) for group in mine.values()]
    values = np.array([solution.values[switch] for switch in chosen])
    return [int(i) for i in np.flatnonzero(values > 0.5)]


def _grouped(pairs: set[tuple[int, int]]) -> dict[int, list[int]]:
    """Pairs as one candidate against several others, from the side with fewer candidates."""
    left: dict[int, list[int]] = defaultdict(list)
    right: dict[int, list[int]] = defaultdict(list)
    for one, other in sorted(pairs):
        left[one].append(other)
        right[other].append(one)
    return left if len(left) <= len(right) else right


def _broken(picked: Sequence[int], costs: Sequence[float], conflicts: Conflicts) -> int:
    alone = sum(costs[i] >= _HARD for i in picked)
    taken = set(picked)
    pairs = (pair for (_, _, price), found in conflicts.items() if price >= _HARD for pair in found)
    return alone + sum(one in taken and other in taken for one, other in pairs)
