"""Journeys for bounded work: what is told is true, and what could not be looked at is said."""

import time
from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from jobtrack_viz import relaxed as relaxed_module
from jobtrack_viz.journeys import Preferences, find_journeys, look_for
from jobtrack_viz.network import build_network
from layouts import no_way as no_way_module
from layouts import outcome as outcome_module
from tests.journeys_oracle import all_chains, drawn_by_lot
from tests.test_journeys_proved import figures_of
from tools.bench_journeys import _levelled
from tools.networks import generated

WORK = (0, 30, 100, 300, 1000, 10_000)


@pytest.mark.parametrize("block", range(4))
def test_what_is_told_for_little_work_is_true(block):
    """Each journey keeps the rules; only a complete answer says that there is none, or the best."""
    complete = some = 0
    for seed in range(block * 60, block * 60 + 60):
        framework, ends, wishes = drawn_by_lot(seed)
        network, roles = build_network(framework), [framework.role(end) for end in ends]
        chains = {(chain.stops, chain.figures) for chain in all_chains(framework, ends, wishes)}
        for most in WORK:
            found = look_for(network, *roles, wishes, most)
            told = {(journey.stops, figures_of(journey)) for journey in found.journeys}
            assert told <= chains, (seed, most)
            if found.complete:
                assert find_journeys(network, *roles, wishes) == found.journeys, (seed, most)
                assert bool(chains) == bool(told), (seed, most)
            complete += found.complete
            some += bool(told) and not found.complete

    assert complete
    assert some


def test_the_same_work_gives_the_same_answer():
    """Work is counted and not timed, so that a reader who comes back sees the same."""
    framework, network = middle()
    chance = Random("same")
    ends, via = chance.sample(framework.roles, 2), chance.sample(framework.roles, 3)
    wishes = Preferences(via=tuple(role.id for role in via), step_down=True)
    first = look_for(network, *ends, wishes, 20_000)

    assert first == look_for(network, *ends, wishes, 20_000)
    assert not first.complete
    assert {ends[0].id} == {journey.stops[0] for journey in first.journeys}


@cache
def middle():
    """A network of 296 roles with levels, where whatever the levels allow is possible."""
    framework = replace(_levelled(generated("middle")), moves=())
    return framework, build_network(framework)


@pytest.mark.long
@pytest.mark.parametrize("number", range(12))
def test_five_roles_to_pass_among_three_hundred(number):
    """There is a journey in the order that was asked for, in less than 0.3 s of the processor."""
    framework, network = middle()
    chance = Random(number)
    ends, via = chance.sample(framework.roles, 2), chance.sample(framework.roles, 5)
    wishes = Preferences(via=tuple(role.id for role in via), step_down=True, possible=True)
    look_for(network, *ends, wishes, 1)
    before = time.process_time()
    found = look_for(network, *ends, wishes, outcome_module._MOST_WORK)
    seconds = time.process_time() - before

    assert found.journeys
    for journey in found.journeys:
        assert [r.id for r in via] == [s for s in journey.stops if s in {r.id for r in via}]
        assert len(set(journey.stops)) == len(journey.stops)
        assert all(one.target == two.source for one, two in pairwise(journey.legs))
    assert seconds < 0.3


@pytest.mark.parametrize("number", range(3))
def test_the_searches_of_one_answer_stay_within_one_budget(number, monkeypatch):
    """Where nothing is found too, and what would open a way is looked for: counted, not timed."""
    framework, network = middle()
    searches = []

    def counted(*question):
        searches.append(look_for(*question))
        return searches[-1]

    monkeypatch.setattr(relaxed_module, "look_for", counted)
    spent = {}
    for name, (ends, wishes) in _worst_questions(framework, Random(number)).items():
        first = look_for(network, *ends, wishes, outcome_module._MOST_WORK)
        searches.clear()
        if not first.journeys:
            left = no_way_module._MOST_WORK - first.spent
            relaxed_module.relaxed(network, *ends, wishes, left)
        spent[name] = first.spent + sum(found.spent for found in searches)

    assert {} == {name: most for name, most in spent.items() if most > no_way_module._MOST_WORK}
    assert max(spent.values()) > 100_000


def _worst_questions(framework, chance):
    """Ends that are far apart or drawn by lot, and wishes that make the most work."""
    roles = sorted(framework.roles, key=lambda role: (role.rank or 0, role.id))
    far = chance.choice(roles[:90]), chance.choice(roles[-60:])
    ends = tuple(chance.sample(roles, 2))
    via = tuple(role.id for role in chance.sample(roles, 5))
    upwards = tuple(r.id for r in sorted(chance.sample(roles[90:-60], 5), key=roles.index))
    avoid = frozenset(chance.sample([track.name for track in framework.tracks], 3))
    free = {"step_down": True, "possible": True}
    return {
        "far": (far, Preferences()),
        "upwards": (far, Preferences(via=upwards, possible=True)),
        "by lot": (ends, Preferences(via=via)),
        "by lot, free": (ends, Preferences(via=via, **free)),
        "few wishes": (ends, Preferences(via=via[:2], avoid=frozenset([min(avoid)]))),
        "all wishes": (ends, Preferences(via=via, avoid=avoid, no_people=True, **free)),
    }


def test_what_nobody_looked_at_is_no_answer():
    """Without work nothing is begun, and no wish is said to open no way."""
    framework, network = middle()
    ends = framework.roles[0], framework.roles[-1]
    told = relaxed_module.relaxed(network, *ends, Preferences(no_people=True), 0)

    assert {(0, False)} == {(each.journeys, each.complete) for each in told}
    assert ["people", "down"] == [each.wish for each in told]
