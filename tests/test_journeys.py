"""Journeys worked out by hand on maps small enough to see."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from jobtrack_viz.atlas import of_workbook as atlas
from jobtrack_viz.errors import UnknownRole
from jobtrack_viz.journeys import Preferences, find_journeys, ways
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import read_workbook
from tests.sheets import reading, sheet

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample.xlsx"
LEVELS = ("1", "2", "3", "4", "5", "6", "7", "8", "9")


def network(roles, moves=()):
    """A map of roles as (name, grade, track, level) of one competency on nine levels."""
    ladder = sheet("Ladder", ("Competency", *LEVELS), ("Tact", *("x" * 9)))
    rows = sheet("Roles", ("Role", "Grade", "Track"), *(role[:3] for role in roles))
    matrices = [
        sheet(f"Matrix - {track}", (None, *(r[0] for r in here)), ("Tact", *(r[3] for r in here)))
        for track in dict.fromkeys(role[2] for role in roles)
        if (here := [r for r in roles if r[2] == track and r[3] is not None])
    ]
    given = sheet("Moves", ("From", "To", "Kind", "Both ways"), *moves) if moves else None
    result = reading(ladder, rows, *matrices, *([given] if given else []))
    assert result.framework is not None, result.problems
    return build_network(result.framework)


def journeys(net, start, goal, **options):
    """Each journey as its label and its stops, such as ``gentlest abc``."""
    nodes = net.nodes
    found = find_journeys(net, nodes[start]["role"], nodes[goal]["role"], Preferences(**options))
    return [f"{journey.label} {''.join(journey.stops)}" for journey in found]


# A straight track with one great leap, and a detour over another track in small ones.
LEAP = network(
    [
        ("a", "4", "T", 1),
        ("b", "5", "T", 2),
        ("c", "6", "T", 8),
        ("x", "5", "U", 4),
        ("y", "6", "U", 6),
    ],
    [("b", "x", "transfer", None), ("y", "c", "transfer", None)],
)


def test_gentlest_keeps_the_largest_leg_small_and_direct_keeps_moves_few():
    """b to c is 6 at once; over x and y it is 2, 2 and 2 in a longer journey."""
    assert ["gentlest abxyc", "most direct abc"] == journeys(LEAP, "a", "c")


def test_figures_of_a_journey():
    """Moves, changes, levels more and the largest leg, as counted by hand."""
    roles = LEAP.nodes
    gentle, direct = find_journeys(LEAP, roles["a"]["role"], roles["c"]["role"])

    assert (4, 2, 7, 2) == (
        len(gentle.legs),
        gentle.changes,
        gentle.steps_up,
        gentle.largest_step,
    )
    assert ["progression", "transfer", "progression", "transfer"] == [x.kind for x in gentle.legs]
    assert ["T", "U", "U", "T"] == [leg.track for leg in gentle.legs]
    assert (2, 0, 7, 6) == (len(direct.legs), direct.changes, direct.steps_up, direct.largest_step)


def test_one_journey_is_told_once():
    """Where the gentlest is also the most direct, there is one."""
    assert ["gentlest ab"] == journeys(LEAP, "a", "b")


def test_equal_largest_legs_leave_the_choice_to_the_total():
    """Both ways have a largest leg of 2; the one with 3 in total wins over the one with 4."""
    net = network(
        [("a", "4", "T", 1), ("b", "5", "T", 3), ("c", "6", "T", 5), ("x", "5", "U", 2)],
        [("a", "x", "step up", None), ("x", "c", "step up", None), ("a", "c", "step up", None)],
    )

    assert ["gentlest abc", "most direct ac"] == journeys(net, "a", "c")


def test_nothing_rises_above_the_goal_or_falls_and_rises_again():
    """The only chains lead over a higher grade or through a lower one, so there is none."""
    net = network(
        [
            ("a", "5", "T", 1),
            ("high", "7", "U", 1),
            ("low", "4", "V", 1),
            ("goal", "6", "W", 1),
        ],
        [
            ("a", "high", "step up", None),
            ("high", "goal", "step down", None),
            ("a", "low", "step down", None),
            ("low", "goal", "step up", None),
        ],
    )

    assert [] == journeys(net, "a", "goal")
    assert ["gentlest ahighgoal"] == journeys(net, "a", "goal", step_down=True)


def test_a_progression_is_travelled_backwards_only_on_request():
    """Stepping down a track must be asked for, and is called that."""
    assert [] == journeys(LEAP, "b", "a")

    roles = LEAP.nodes
    found = find_journeys(LEAP, roles["b"]["role"], roles["a"]["role"], Preferences(step_down=True))
    assert [("step down", 0)] == [(leg.kind, leg.steps_up) for leg in found[0].legs]


def test_a_given_step_down_needs_no_request():
    """A fall that is not followed by a rise is an ordinary journey."""
    net = network([("a", "5", "T", 3), ("b", "4", "U", 1)], [("a", "b", "step down", None)])

    assert ["gentlest ab"] == journeys(net, "a", "b")


def test_an_unknown_leg_ranks_last_in_gentlest():
    """A long way of known legs is gentler than a short one that nobody has described."""
    net = network(
        [("a", "4", "T", 1), ("b", "5", "T", 9), ("u", "5", "U", None), ("c", "6", "T", 9)],
        [("a", "u", "step up", None), ("u", "c", "step up", None), ("a", "b", "regrade", None)],
    )
    unknown = find_journeys(net, net.nodes["a"]["role"], net.nodes["u"]["role"])[0]

    assert ["gentlest abc"] == journeys(net, "a", "c")
    assert (None, None) == (unknown.steps_up, unknown.largest_step)


def test_possible_moves_are_used_on_request_and_labelled():
    """A move that nobody described is of the kind *possible*."""
    net = network(
        [("a", "4", "T", 1), ("b", "4", "U", 2), ("c", "4", "V", 2)],
        [("a", "b", "transfer", "no")],
    )

    assert [] == journeys(net, "a", "c")
    found = find_journeys(
        net, net.nodes["a"]["role"], net.nodes["c"]["role"], Preferences(possible=True)
    )
    assert ["possible"] == [leg.kind for leg in found[0].legs]


@pytest.mark.parametrize("role", ["a", "c"])
def test_no_journey_leads_from_a_role_to_itself(role):
    """Staying where one is needs no journey."""
    assert [] == journeys(LEAP, role, role)


def test_the_same_map_gives_the_same_journey():
    """Two equal ways are told apart by the smaller role ids, whatever the order of rows."""
    roles = [("a", "4", "T", 1), ("m", "4", "U", 1), ("k", "4", "V", 1), ("z", "4", "W", 1)]
    moves = [(p, q, "transfer", None) for p, q in ("am", "mz", "ak", "kz")]

    assert ["gentlest akz"] == journeys(network(roles, moves), "a", "z")
    assert ["gentlest akz"] == journeys(network(roles[::-1], moves[::-1]), "a", "z")


def test_guesses_do_not_wander():
    """Eight moves that nobody described and that ask for nothing are too many beside a single one.

    The way of small legs has eight moves; beside one move, six are the most. Given as moves, the
    same way is the gentlest.
    """
    names = "abcdefghi"
    sizes = [1, 1, 1, 1, 1, 1, 1, 1, 4]
    roles = [(name, "4", f"T{name}", level) for name, level in zip(names, sizes, strict=True)]
    chain = [(p, q, "transfer", "no") for p, q in pairwise(names)]

    assert [8] == [len(stops) - 1 for stops in _stops(network(roles, chain), "a", "i")]
    assert ["ai"] == _stops(network(roles), "a", "i")


def _stops(net, start, goal, **options):
    return [told.split()[-1] for told in journeys(net, start, goal, **options)]


# From a, the role n is passed on the way to z; k leads there too, on the track V.
CROSSING = network(
    [("a", "4", "T", 1), ("n", "4", "U", 1), ("k", "4", "V", 1), ("z", "4", "W", 1)],
    [(p, q, "transfer", "no") for p, q in ("an", "nz", "ak", "kz", "nk")],
)


def test_roles_to_pass_come_in_order():
    """Over n and then k there is a way; over k and then n there is none."""
    assert ["akz"] == _stops(CROSSING, "a", "z")
    assert ["anz"] == _stops(CROSSING, "a", "z", via=("n",))
    assert ["ankz"] == _stops(CROSSING, "a", "z", via=("n", "k"))
    assert [] == _stops(CROSSING, "a", "z", via=("k", "n"))


def test_the_ends_as_roles_to_pass_change_nothing():
    """A start or a goal is passed anyway, and a role named twice is passed once."""
    assert ["anz"] == _stops(CROSSING, "a", "z", via=("a", "n", "n", "z"))


def test_a_role_to_pass_that_is_not_on_the_map():
    """It is named in the error."""
    with pytest.raises(UnknownRole, match="nowhere"):
        journeys(CROSSING, "a", "z", via=("nowhere",))


def test_a_track_is_avoided_but_for_the_roles_that_were_named():
    """No leg arrives on V, unless k itself is asked for; the goal's own track is no obstacle."""
    assert ["anz"] == _stops(CROSSING, "a", "z", avoid=frozenset("V"))
    assert [] == _stops(CROSSING, "a", "z", avoid=frozenset("UV"))
    assert ["akz"] == _stops(CROSSING, "a", "z", avoid=frozenset("V"), via=("k",))
    assert ["akz"] == _stops(CROSSING, "a", "z", avoid=frozenset("W"))


def test_falls_and_rises_count_over_the_whole_journey():
    """Down to the role to pass and up again from there is one fall and one rise."""
    net = network(
        [("a", "5", "T", 1), ("low", "4", "U", 1), ("z", "5", "V", 1)],
        [("a", "low", "step down", None), ("low", "z", "step up", None)],
    )

    assert [] == _stops(net, "a", "z", via=("low",))
    assert ["alowz"] == _stops(net, "a", "z", via=("low",), step_down=True)


def test_up_and_down_again_between_many_roles():
    """Whoever asks for the absurd has an answer that obeys, in seconds and not in minutes."""
    framework = read_workbook(SAMPLE.read_bytes()).framework
    net = build_network(framework)
    via = (
        "head-of-digital-services",
        "junior-developer",
        "head-of-it-security",
        "senior-service-desk-analyst",
        "senior-service-manager",
    )
    ends = framework.role("digital-apprentice"), framework.role("digital-learning-assistant")
    began = process_time()
    found = find_journeys(net, *ends, Preferences(via=via, step_down=True, possible=True))

    assert process_time() - began < 5
    assert found
    for journey in found:
        assert via == tuple(stop for stop in journey.stops if stop in via)
        assert len(journey.stops) == len(set(journey.stops))


def test_ties_are_counted():
    """Two ways have the same figures; one is told, and says so."""
    roles = CROSSING.nodes
    (found,) = find_journeys(CROSSING, roles["a"]["role"], roles["z"]["role"])

    assert (1, ("largest leg", "levels more", "moves", "changes")) == (found.others, found.best_at)


def test_few_networks_are_kept_ready():
    """As many as the atlas keeps versions, so that memory does not grow with each new workbook."""
    for _ in range(atlas._VERSIONS_KEPT + 2):
        net = network([("a", "4", "T", 1), ("b", "5", "T", 2)])
        assert ["ab"] == _stops(net, "a", "b", possible=True)

    for kept in (ways.ways_of, ways.possible_ways):
        assert atlas._VERSIONS_KEPT == kept.cache_info().currsize
