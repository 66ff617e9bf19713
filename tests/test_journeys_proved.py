"""Journeys agree with all journeys that there are, written down from the definition."""

from dataclasses import replace
from itertools import pairwise
from math import inf
from random import Random

import pytest

from jobtrack_viz.journeys import find_journeys
from jobtrack_viz.network import build_network
from tests.journeys_oracle import all_chains, counts, drawn_by_lot, unbeaten

NAMES = ("largest leg", "levels more", "moves", "changes")


def found_in(framework, ends, wishes):
    """The journeys between two roles of a framework."""
    roles = [framework.role(end) for end in ends]
    return find_journeys(build_network(framework), *roles, wishes)


def figures_of(journey):
    """(largest, (unknown, total), moves, changes), as the oracle counts them."""
    sizes = [leg.steps_up for leg in journey.legs]
    known = [size for size in sizes if size is not None]
    unknown = len(sizes) - len(known)
    return inf if unknown else max(known), (unknown, sum(known)), len(sizes), journey.changes


def agree(seed):
    """Assert all that is promised of the journeys of one framework drawn by lot."""
    framework, ends, wishes = drawn_by_lot(seed)
    chains = all_chains(framework, ends, wishes)
    front, number = unbeaten(chains), counts(chains)
    found = found_in(framework, ends, wishes)
    told = {journey.label: figures_of(journey) for journey in found}

    assert bool(front) == bool(found), seed
    if not found:
        return
    assert len(found) == len(told) <= 4, seed
    assert set(told.values()) <= front, seed
    assert min(front) == told["gentlest"] == figures_of(found[0]), seed
    direct = min(front, key=lambda x: (x[2], x[1], x[3], x[0]))
    assert direct == told.get("most direct", told["gentlest"]), seed
    for place in range(4):
        assert min(x[place] for x in front) == min(x[place] for x in told.values()), seed
    for journey in found:
        own = figures_of(journey)
        first = min(chain.stops for chain in chains if chain.figures == own)
        best = [
            name
            for place, name in enumerate(NAMES)
            if own[place] == min(x[place] for x in front) and not (place < 2 and own[1][0])
        ]
        assert (first, tuple(best)) == (journey.stops, journey.best_at), seed
        assert number[own] == 1 + journey.others, seed
    differ_enough(found, front, chains, seed)


def differ_enough(found, front, chains, seed):
    """Balanced journeys pass by other roles than those before them, and none of those is left."""
    between = {journey.label: set(journey.stops[1:-1]) for journey in found}
    balanced = [journey for journey in found if "balanced" in journey.label]
    for journey in balanced:
        for other in found[: found.index(journey)]:
            one, two = between[journey.label], between[other.label]
            assert 2 * len(one & two) <= len(one | two), seed
    if len(found) < 4:
        for own in front - {figures_of(journey) for journey in found}:
            stops = set(min(x.stops for x in chains if x.figures == own)[1:-1])
            assert any(2 * len(stops & x) > len(stops | x) for x in between.values()), seed


@pytest.mark.parametrize("block", range(8))
def test_small_frameworks(block):
    """All that is told of journeys holds for hundreds of frameworks drawn by lot."""
    for seed in range(block * 100, block * 100 + 100):
        agree(seed)


@pytest.mark.long
@pytest.mark.parametrize("block", range(20))
def test_very_many_small_frameworks(block):
    """The same for twenty thousand."""
    for seed in range(1000 * (block + 1), 1000 * (block + 2)):
        agree(seed)


def test_the_order_of_rows_changes_nothing():
    """Roles and moves written in another order give the same journeys, leg by leg."""
    for seed in range(200):
        framework, ends, wishes = drawn_by_lot(seed)
        chance = Random(seed)
        shuffled = replace(
            framework,
            roles=tuple(chance.sample(framework.roles, len(framework.roles))),
            moves=tuple(chance.sample(framework.moves, len(framework.moves))),
        )

        assert found_in(framework, ends, wishes) == found_in(shuffled, ends, wishes), seed


def test_legs_hang_together():
    """Each leg begins where the one before ended and keeps to a track of its goal or of both."""
    for seed in range(300):
        framework, ends, wishes = drawn_by_lot(seed)
        for journey in found_in(framework, ends, wishes):
            assert tuple(ends) == (journey.stops[0], journey.stops[-1])
            assert all(one.target == two.source for one, two in pairwise(journey.legs))
            for leg in journey.legs:
                ends_of_leg = framework.role(leg.source), framework.role(leg.target)
                assert any(leg.track in role.tracks for role in ends_of_leg)
