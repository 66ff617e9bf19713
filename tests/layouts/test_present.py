"""The shared screen in words: what each picture shows, names and reads out."""

from dataclasses import replace

from jobtrack_viz.model import Move
from layouts.address import Wishes
from layouts.answer import detail, result
from layouts.markup import to_html
from layouts.outcome import outcome_of
from layouts.present import entry, top_line

JOURNEY = {"start": "trainee", "goal": "senior-coder", "present": "1"}


def pictures(published, query) -> list[dict]:
    """The properties of every picture of one answer."""
    (shown,) = result(published, outcome_of(published, query))
    return [picture["props"] for picture in shown["props"]["children"]]


def test_a_journey_is_told_whole_then_move_by_move_then_compared(published):
    """Each move names its two stations in order, as the journey lists them."""
    outcome = outcome_of(published, JOURNEY)
    found = pictures(published, JOURNEY)
    moves = [(each["data-from"], each["data-to"]) for each in found[1:-1]]

    assert [each["data-view"] for each in found] == ["way", *["move"] * len(moves), "words"]
    assert moves == [("trainee", "coder"), ("coder", "senior-coder")]
    assert outcome.journey.stops == ("trainee", "coder", "senior-coder")
    assert [each["data-leg"] for each in found[1:-1]] == ["1", "2"]


def test_a_move_says_what_it_asks_for(published, texts_of):
    """Count, ends, way, grades and levels; what rises with its levels and the ladder's words."""
    move = pictures(published, JOURNEY)[1]
    words = texts_of(move["children"])

    assert move["data-said"] == (
        "2 of 4. Move 1 of 2: Trainee (4) to Coder (5). "
        "Progression on Code, 1 grade higher, 1 level more, in 1 competency."
    )
    for told in ("Move 1 of 2", "To develop (1)", "Listening from Low to Medium"):
        assert told in words
    assert "Listening at level 2." in words


def test_a_secondment_says_that_it_ends(publish, framework):
    """The kind of a move is explained where its name does not do so, on the screen and aloud."""
    secondment = Move("keeper", "trainee", "secondment")
    published = publish(framework, moves=(*framework.moves, secondment))
    move = pictures(published, {"start": "keeper", "goal": "trainee", "present": "1"})[1]

    assert "temporary; you return to your post" in move["data-said"]


def test_two_roles_without_a_way_are_compared_all_the_same(published, texts_of):
    """Two pictures: that nobody has described a way, and the comparison."""
    first, last = pictures(published, {**JOURNEY, "goal": "keeper"})

    assert "No one has described a way from Trainee (4) to Keeper (6)." in texts_of(
        first["children"]
    )
    assert first["data-said"].startswith("1 of 2. No one has described a way")
    assert "Breadth and complexity" in texts_of(last["children"])


def test_the_comparison_is_told_once(published):
    """The last picture holds it, so nothing follows the pictures."""
    assert detail(published, outcome_of(published, JOURNEY)) == []


def test_a_picture_holds_no_field(published):
    """Nothing to fill in, and so nothing that a browser would fill in."""
    page = to_html(result(published, outcome_of(published, JOURNEY)))

    assert [] == [tag for tag in ("<input", "<textarea", "<select", "<form") if tag in page]


def test_in_and_out_lead_to_the_same_answer(published):
    """The addresses differ in the mode alone; wishes and the part of the map are kept."""
    query = {"start": "trainee", "goal": "senior-coder", "down": "1", "track": "Code"}
    outcome = outcome_of(published, query)
    shared = replace(outcome, wishes=replace(outcome.wishes, present=True))
    back = "/?start=trainee&amp;goal=senior-coder&amp;down=1&amp;track=Code"

    assert outcome.wishes == Wishes(down=True)
    assert f'href="{back}"' in to_html(top_line(shared))
    assert f'href="{back.replace("&amp;track", "&amp;present=1&amp;track")}"' in to_html(
        entry(outcome)
    )


def test_an_end_that_is_not_chosen_is_not_named(published):
    """With a start alone the line says where from, and hides where to."""
    line = to_html(top_line(outcome_of(published, {"start": "trainee", "present": "1"})))

    assert '<span data-end="start">Trainee (4)</span>' in line
    assert '<span hidden><span class="disc" aria-hidden="true">B</span>' in line
