"""Which wish is in the way of a journey, and what would open one."""

from dataclasses import replace

import pytest

from jobtrack_viz import relaxed as module
from jobtrack_viz.journeys import Found, Preferences
from jobtrack_viz.network import build_network
from jobtrack_viz.relaxed import relaxed


@pytest.fixture
def opens(framework):
    """What opens a way between two roles, as (wish, names, journeys)."""

    def found(start, goal, managers=(), **wishes):
        roles = tuple(replace(r, manages_people=r.id in managers) for r in framework.roles)
        changed = replace(framework, roles=roles)
        ends = changed.role(start), changed.role(goal)
        answer = relaxed(build_network(changed), *ends, Preferences(**wishes))
        return [(each.wish, each.names, each.journeys) for each in answer]

    return found


def test_a_track_that_every_way_needs(opens):
    """Only adviser leads to desk lead, and adviser is on Desk; coder might, undescribed."""
    assert [("avoid", ("Desk",), 1), ("possible", (), 1)] == opens(
        "trainee", "desk-lead", avoid=frozenset({"Desk"})
    )


def test_only_the_wish_that_is_in_the_way(opens):
    """Island leads nowhere, so avoiding it shuts nothing out."""
    answer = opens("trainee", "desk-lead", avoid=frozenset({"Desk", "Island"}))

    assert [("avoid", ("Desk",), 1), ("possible", (), 1)] == answer


def test_a_manager_in_between(opens):
    """Adviser manages people here, and stands between."""
    answer = opens("trainee", "desk-lead", managers=("adviser",), no_people=True)

    assert ("people", (), 1) in answer
    assert all(wish != "avoid" for wish, *_ in answer)


def test_a_move_down_opens_the_way(opens):
    """From desk lead the way to coder goes down to adviser, then across."""
    assert ("down", (), 1) in opens("desk-lead", "coder")


def test_two_stops_that_both_shut_out(opens):
    """Giving up one of them is not enough; without both there is a way."""
    answer = opens("trainee", "senior-coder", via=("keeper", "desk-lead"))

    assert "all" == answer[0][0]
    assert all(wish not in ("via", "avoid", "people") for wish, *_ in answer)


def test_nothing_helps(opens):
    """Keeper leads on only over moves that nobody described, and then down: two wishes."""
    assert ["possible"] == [wish for wish, *_ in opens("coder", "keeper")]
    assert [] == opens("keeper", "trainee")


def test_at_most_seven_searches(framework, monkeypatch):
    """However many wishes there are."""
    asked = []

    def search(*question):
        asked.append(question)
        return Found(())

    monkeypatch.setattr(module, "look_for", search)
    network = build_network(framework)
    ends = framework.role("trainee"), framework.role("keeper")
    for tracks in ({"A"}, {"A", "B", "C"}, set("ABCDEFGH")):
        asked.clear()
        wishes = Preferences(via=("coder",), avoid=frozenset(tracks), no_people=True)
        assert () == relaxed(network, *ends, wishes)
        assert len(asked) <= 7
