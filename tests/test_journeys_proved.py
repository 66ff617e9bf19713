"""Journeys agree with all journeys that there are, written down from the definition."""

from random import Random

import pytest

from jobtrack_viz.journeys import find_journeys
from jobtrack_viz.network import build_network
from tests.journeys_oracle import all_chains, counts, drawn_by_lot, unbeaten

NAMES = ("largest leg", "levels more", "moves", "changes")


def figures_of(journey):
    """(largest, (unknown, total), moves, changes), as the oracle counts them."""
    sizes = [leg.steps_up for leg in journey.legs]
    known = [size for size in sizes if size is not None]
    unknown = len(sizes) - len(known)
    largest = float("inf") if unknown else max(known)
    return largest, (unknown, sum(known)), len(sizes), journey.changes


def agrees(seed):
    """Assert everything that is promised of journeys about one framework drawn by lot."""
    framework, ends, wishes = drawn_by_lot(seed)
    chains = all_chains(framework, ends, wishes)
    front, number = unbeaten(chains), counts(chains)
    found = find_journeys(
        build_network(framework), framework.role(ends[0]), framework.role(ends[1]), wishes
    )
    told = {journey.label: figures_of(journey) for journey in found}

    assert len(found) <= 4
    assert bool(front) == bool(found)
    if not front:
        return
    assert min(front) == told["gentlest"] == figures_of(found[0])
    direct = min(front, key=lambda x: (x[2], x[1], x[3], x[0]))
    assert direct == told.get("most direct", told["gentlest"])
    assert set(told.values()) <= front
    for place in range(4):
        assert min(own[place] for own in front) in {own[place] for own in told.values()}
    for journey in found:
        own = figures_of(journey)
        same = sorted(chain.stops for chain in chains if chain.figures == own)
        assert same[0] == journey.stops
        assert min(number[own], 100) == 1 + journey.others
        best = [
            name
            for place, name in enumerate(NAMES)
            if own[place] == min(x[place] for x in front) and not (place < 2 and own[1][0])
        ]
        assert tuple(best) == journey.best_at
    ...


@pytest.mark.parametrize("block", range(6))
def test_small_frameworks(block):
    """All that is told of journeys holds for hundreds of frameworks drawn by lot."""
    for seed in range(block * 100, block * 100 + 100):
        agrees(seed)
