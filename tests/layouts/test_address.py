"""What an address asks for, and the address of an answer."""

from urllib.parse import parse_qs

from hypothesis import given
from hypothesis import strategies as st

from layouts.address import Wishes, address, read_wishes
from layouts.outcome import outcome_of

TRACKS = ("Developer", "IT Support", "R&D; “new”")
wishes_of_all_kinds = st.builds(
    Wishes,
    via=st.lists(st.sampled_from(("a", "b-2", "é&=x")), unique=True).map(tuple),
    avoid=st.lists(st.sampled_from(TRACKS), unique=True).map(tuple),
    people=st.booleans(),
    down=st.booleans(),
    possible=st.booleans(),
    wide=st.booleans(),
    present=st.booleans(),
)


@given(wishes_of_all_kinds)
def test_an_address_says_all_wishes_of_a_journey(wishes):
    """What is written into an address is read from it again."""
    query = parse_qs(address("start", "goal", wishes=wishes)[1:])

    assert wishes == read_wishes(query, TRACKS)


def test_reach_is_a_question_about_a_start_alone():
    """With a goal the question is answered by the comparison, so the address drops it."""
    wishes = Wishes(reach=True, within=3, grades="next", sort="title", down=True)

    assert "?start=a&down=1&reach=1&within=3&grades=next&sort=title" == address("a", wishes=wishes)
    assert "?start=a&goal=b&down=1" == address("a", "b", wishes=wishes)
    assert "?goal=b&down=1" == address(None, "b", wishes=wishes)


def test_without_ends_nothing_is_left_but_the_shared_screen():
    """Who clears the planner begins anew, on the same screen."""
    wishes = Wishes(via=("a",), avoid=("Developer",), down=True, wide=True, present=True)

    assert "?present=1" == address(None, wishes=wishes)


def test_ends_are_not_on_the_way():
    """A role that becomes an end is no longer a stop between."""
    assert "?start=a&goal=b&via=c" == address("a", "b", wishes=Wishes(via=("a", "c", "b")))


def test_values_that_mean_nothing_are_left_out():
    """An address comes from anywhere: unknown tracks, words for numbers, endless texts."""
    query = {
        "avoid": ["IT  support", "Nothing"],
        "within": ["many"],
        "grades": ["'; drop"],
        "sort": ["<b>"],
        "down": ["perhaps"],
        "via": ["x" * 500, ""],
    }

    assert Wishes(via=("x" * 200,), avoid=("IT Support",)) == read_wishes(query, TRACKS)


def test_roles_on_the_way_are_found_as_ends_are(published):
    """By id, name or old title; a text that means no role is asked about and not travelled by."""
    start, goal, via = published.framework.roles[:3]
    query = {"start": start.id, "goal": goal.id, "via": [via.name, "no such role at all"]}
    outcome = outcome_of(published, query)

    assert (via.id,) == outcome.wishes.via
    assert ["no such role at all"] == [text for end, text, _ in outcome.asked if end == "via"]
    assert f"via={via.id}" in outcome.address


def test_the_page_sends_its_wishes_as_one_text(published):
    """The script on the page does not take an address apart; the answer is the same."""
    start, goal = published.framework.roles[:2]
    apart = {"start": start.id, "goal": goal.id, "avoid": ["Developer"], "down": "1"}
    together = {"start": start.id, "goal": goal.id, "plan": "avoid=Developer&down=1"}

    assert outcome_of(published, apart) == outcome_of(published, together)
