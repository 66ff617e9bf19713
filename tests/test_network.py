"""Which role leads to which."""

from random import Random

from jobtrack_viz import possible
from jobtrack_viz.gaps import few_levels_more, levels_more
from jobtrack_viz.model import Role
from jobtrack_viz.network import build_network, links, with_possible_moves
from tests.sheets import reading, sheet

ROLES = ("Role", "Grade", "Track")


def framework(roles, moves=(), levels=()):
    """A framework of these rows of Roles, Moves and one matrix of levels by role."""
    sheets = [sheet("Roles", ROLES, *roles)]
    if moves:
        sheets.append(sheet("Moves", ("From", "To", "Kind", "Both ways"), *moves))
    for title, level in levels:
        track = next(track for role, _, track in roles if role == title)
        sheets.append(sheet(track, ("Competency", title), ("Tact", level), ("Calm", "Low")))
    result = reading(*sheets)
    assert result.framework is not None, result.problems
    return result.framework


def edges(roles, moves=()):
    """Every edge as (source, target, kind, origin)."""
    network = build_network(framework(roles, moves))
    return [(link.source, link.target, link.kind, link.origin) for link in links(network)]


def derived(*roles):
    """The pairs that are derived, as such as ``ab``."""
    return sorted(source + target for source, target, _, origin in edges(roles) if origin)


def test_neighbours_on_a_track_are_progressions():
    """A role leads to the next occupied grade of its track, not further."""
    found = edges([("a", "4", "T"), ("b", "6", "T"), ("c", "7", "T")])

    assert [("a", "b", "progression", "derived"), ("b", "c", "progression", "derived")] == found


def test_one_leads_to_both_branches_of_a_fork():
    """Same-grade roles of a track are alternatives."""
    assert ["ab", "ac"] == derived(("a", "4", "T"), ("b", "5", "T"), ("c", "5", "T"))


def test_equal_numbers_pair_in_order():
    """Two roles meet two roles in the workbook's order."""
    roles = [("a", "4", "T"), ("b", "4", "T"), ("c", "5", "T"), ("d", "5", "T")]

    assert ["ac", "bd"] == derived(*roles)


def test_two_to_three_is_left_to_the_workbook():
    """More than four edges, in unequal numbers, are not derived."""
    roles = [(name, "4", "T") for name in "ab"] + [(name, "5", "T") for name in "cde"]

    assert [] == derived(*roles)


def test_one_to_four_and_back():
    """Four edges are still derived."""
    roles = [("a", "4", "T"), *((name, "5", "T") for name in "bcde"), ("f", "6", "T")]

    assert ["ab", "ac", "ad", "ae", "bf", "cf", "df", "ef"] == derived(*roles)


def test_given_progressions_replace_derived_ones_of_the_same_role():
    """What the workbook says about a role's progress counts alone, on that track."""
    roles = [("a", "4", "T"), ("b", "5", "T"), ("c", "6", "T")]
    found = edges(roles, [("a", "c", "progression", None)])

    assert [("a", "c", "progression", "given"), ("b", "c", "progression", "derived")] == found


def test_a_transfer_is_open_both_ways():
    """A transfer leads back too, unless the workbook says no."""
    roles = [("a", "4", "T"), ("b", "4", "U")]

    assert [("a", "b", "transfer", "given"), ("b", "a", "transfer", "given")] == edges(
        roles, [("a", "b", "transfer", None)]
    )
    assert [("a", "b", "transfer", "given")] == edges(roles, [("a", "b", "transfer", "no")])


def test_the_way_back_of_a_step_up_is_a_step_down():
    """Both ways names the way back by what it is."""
    found = edges([("a", "4", "T"), ("b", "5", "U")], [("a", "b", "step up", "yes")])

    assert [("a", "b", "step up", "given"), ("b", "a", "step down", "given")] == found


def test_possible_moves_without_any_described():
    """Without a move between tracks, those that nobody described are there, and say so."""
    roles = [("a", "4", "T"), ("b", "5", "U"), ("c", "6", "U")]
    levels = [("a", "Low"), ("b", "High"), ("c", "High")]
    network = build_network(framework(roles, (), levels))
    found = [(link.source, link.target, link.origin, link.steps_up) for link in links(network)]

    assert [("a", "b", "possible", 2), ("b", "c", "derived", 0)] == found


def test_no_possible_moves_once_one_is_described():
    """One described move between tracks is enough to keep guesses out, until they are asked for."""
    roles = [("a", "4", "T"), ("b", "4", "U"), ("c", "5", "V")]
    levels = [("a", "Low"), ("b", "Low"), ("c", "Med")]
    network = build_network(framework(roles, [("a", "b", "transfer", "no")], levels))

    assert {"given"} == {link.origin for link in links(network)}
    wider = [
        (x.source, x.target) for x in links(with_possible_moves(network)) if x.origin != "given"
    ]
    assert [("a", "c"), ("b", "a"), ("b", "c")] == wider


def test_a_shared_step_runs_on_every_track_it_joins():
    """Two roles that are neighbours on two tracks are joined once, on both lines."""
    network = build_network(framework([("a", "4", "T;U"), ("b", "5", "T;U")]))

    assert [("T", "U")] == [link.tracks for link in links(network)]


def test_few_levels_more_is_exact_up_to_its_limit():
    """Up to the limit the number is the full one; beyond it, or unknown, there is none."""
    chance = Random(5)
    for _ in range(300):
        here, there = (
            {name: chance.randrange(4) for name in chance.sample("abcdef", 3)} for _ in "12"
        )
        more = levels_more(here, there)

        assert (more if more is not None and more <= 3 else None) == few_levels_more(here, there, 3)


def test_of_very_many_possible_moves_each_role_keeps_the_nearest(monkeypatch):
    """Each keeps one move on its grade and one upwards, and no role is left without a way to it.

    60 roles on two grades ask for 0, 1 or 2 levels; r07 is like r09, the next id of its grade.
    """
    monkeypatch.setattr(possible, "_MOST_PAIRS", 100)
    roles = [
        Role(f"r{n:02}", "R", str(n % 2), n % 2, (f"T{n}",), {"a": n // 20, "b": n // 20})
        for n in range(60)
    ]
    found = list(possible.possible_pairs(roles))
    here = [(target.id, more) for source, target, more in found if source.id == "r07"]

    assert {"r09": 0} == {k: v for k, v in here if k == "r09"}
    assert {target.id for _, target, _ in found} == {role.id for role in roles}
    assert len(found) <= 60 * (2 + possible._LEAST_INTO)
    assert set(found_ids(found)) == set(found_ids(possible.possible_pairs(roles[::-1])))


def found_ids(pairs):
    """Pairs as ids, with the levels more."""
    return [(source.id, target.id, more) for source, target, more in pairs]
