"""The journeys to choose from, and each move: kind, what to develop, how it happens, stories."""

from dataclasses import replace
from itertools import pairwise
from urllib.parse import parse_qs

import pytest

from jobtrack_viz.guidance import CaseStudy, DevelopmentOptions, Process
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.model import Move
from layouts.answer import detail, result
from layouts.itinerary import itinerary
from layouts.markup import to_html
from layouts.outcome import outcome_of

HELP = DevelopmentOptions("Listening", 2, ("Take minutes.",))
COURSE = DevelopmentOptions("Listening", 3, formal_training=("A course.",))


@pytest.fixture
def tell(publish, framework, texts_of):
    """The panel's words for an address, of the framework with some changes."""

    def words(address, **changes):
        version = publish(framework, **changes)
        outcome = outcome_of(version, parse_qs(address))
        return texts_of([result(version, outcome), detail(version, outcome)])

    return words


def test_what_to_develop_on_each_move(tell):
    """The rises of that move alone with the target's words and what helps, then new skills."""
    words = tell("start=trainee&goal=senior-coder&via=coder", development=(HELP, COURSE))

    assert (
        "What to develop with move 1 Listening from Low to Medium Listening at level 2. "
        "What helps with Listening On the job Take minutes." in words
    )
    assert (
        "What to develop with move 2 Listening from Medium to High Listening at level 3. "
        "What helps with Listening Formal training A course." in words
    )


def test_a_single_move_is_the_comparison(tell):
    """What to develop is not told twice."""
    words = tell("start=trainee&goal=coder")

    assert "What to develop" not in words
    assert "To develop (1)" in words


def test_new_skills_and_conditions_of_a_move(tell):
    """Skills are learned; a required qualification is a condition, and never called new."""
    words = tell("start=adviser&goal=senior-coder&via=coder")

    assert "with move 1 New to learn: Python ." in words.replace("Python.", "Python .")
    assert "Condition: A degree" in words
    assert "New to learn: A degree" not in words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("secondment", "Secondment to Code : temporary; you return to your post same grade"),
        ("apprenticeship", "Apprenticeship to Code : work and study together"),
        ("regrade", "Regrade to Code : your own post, once its duties have grown for good"),
        ("transfer", "Transfer to Code same grade"),
    ],
)
def test_each_kind_of_move_is_named(tell, kind, words):
    """What may be misread is explained."""
    moves = (Move("adviser", "coder", kind, both_ways=False),)

    assert words in tell("start=adviser&goal=coder", moves=moves)


def test_a_move_down_says_what_asks_for_less(tell, framework):
    """As plainly as what another move asks for."""
    moves = (*framework.moves, Move("desk-lead", "coder", "step down"))
    words = tell("start=desk-lead&goal=coder", moves=moves)

    assert "Move down to Code 1 grade lower no level more asks for less in 2 competencies" in words


def test_both_routes_of_a_regrade(tell):
    """When all agree, and when they do not."""
    moves = (Move("adviser", "coder", "regrade"),)
    processes = (
        Process("regrade agreed", "When all agree", ("Sign it.",)),
        Process("regrade direct", "When they do not", ("Propose it.",)),
    )
    words = tell("start=adviser&goal=coder", moves=moves, processes=processes)

    assert "How this happens here: When all agree Sign it." in words
    assert "How this happens here: When they do not Propose it." in words


def test_a_text_stands_once_and_is_linked_from_later_moves(publish, framework):
    """The link leads to the text, which the browser then opens."""
    version = publish(framework, processes=(Process("vacancy", "Applying", ("Write.",)),))
    address = parse_qs("start=trainee&goal=senior-coder&via=coder")
    page = to_html(itinerary(version, outcome_of(version, address)))

    assert '<div id="how-1-1"><p>Write.</p></div>' in page
    assert 'How this happens here: <a href="#how-1-1">Applying</a>, as above' in page
    assert page.count("Write.") == 1


def test_nothing_is_made_up(tell):
    """Without a text one neutral line says so, with the contact; no contact is HR."""
    words = tell("start=trainee&goal=senior-coder&via=adviser")

    assert words.count("Nobody has described how progressions and moves up happen here.") == 1
    assert "happen here. Ask hr@example.org ." in words


def test_a_story_stands_at_its_move(tell):
    """Once, whatever else it is near to."""
    story = CaseStudy("First year", "trainee", "coder", ("A long winter.",))
    words = tell("start=trainee&goal=senior-coder&via=coder", stories=(story,))

    assert "Story: First year A long winter." in words
    assert words.count("A long winter.") == 1


def test_vacancies_and_pay_scales(publish, framework):
    """Links where the workbook gives them, for both ends of a span; no other scheme."""
    grades = tuple(
        replace(grade, link=f"https://a.org/{grade.label}" if grade.label != "5" else "ftp://x")
        for grade in framework.grades
    )
    about = replace(framework.about, vacancies="https://jobs.org")
    roles = tuple(replace(r, grade="4/5") if r.id == "coder" else r for r in framework.roles)
    version = publish(framework, grades=grades, about=about, roles=roles)
    page = to_html(itinerary(version, outcome_of(version, parse_qs("start=trainee&goal=coder"))))

    assert '<a href="https://jobs.org">Vacancies</a>' in page
    assert '<a href="https://a.org/4">Pay scale: grade 4</a>' in page
    assert "ftp:" not in page


def chain(label, *ids, best_at=(), others=0):
    legs = tuple(
        Leg(here, there, "progression", "Code", 1, along=True) for here, there in pairwise(ids)
    )
    return Journey(label, legs, best_at, others)


def test_several_journeys(published, texts_of):
    """Each with its name, its reason and its figures; the chosen one is marked; ties are said."""
    outcome = replace(
        outcome_of(published, parse_qs("start=trainee&goal=senior-coder")),
        journeys=(
            chain("gentlest", "trainee", "coder", "senior-coder", best_at=("largest leg",)),
            chain("most direct", "trainee", "senior-coder", best_at=("moves",), others=2),
        ),
        picked=2,
    )
    part = itinerary(published, outcome)

    assert (
        "2 journeys Gentlest : each move asks for the least. "
        "2 moves, at most 1 level more in one move, 2 in all "
        "Most direct : fewest moves. 1 move, 1 level more "
        "2 other journeys are equally good; the same one is always shown." in texts_of(part)
    )
    assert 'pick=2" class="choice" aria-current="true">' in to_html(part)
