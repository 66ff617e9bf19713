"""What the panel says for every kind of question."""

import re

import pytest

from layouts.answer import detail, page_title, result, shown
from layouts.map_page import layout
from layouts.outcome import outcome_of
from layouts.role_list import role_list
from layouts.words import DISCLAIMER

FORBIDDEN = re.compile(r"\b(steps?|ease|leave|interchange|closed)\b|!", re.IGNORECASE)


@pytest.fixture
def say(published, texts_of):
    """The panel's words for a start and a goal."""

    def words(start="", goal="", pick=1):
        outcome = outcome_of(published, {"start": start, "goal": goal, "pick": pick})
        return texts_of([result(published, outcome), detail(published, outcome)])

    return words


def test_nothing_chosen(say):
    """The page says what to do."""
    assert "Choose two stations" in say()


def test_a_start(say):
    """The card has the role's facts, and its moves in words."""
    words = say("adviser")

    assert "You start here Adviser (5) Grade 5 on Desk" in words
    assert "Also known as Helpdesk officer and Officer ." in words
    assert "Coder (5) Transfer same grade no level more 1 new skill After a trial month." in words
    assert "Desk lead (6) Progression 1 grade higher" in words
    assert "No longer recruited to." in words


def test_a_goal_alone(say):
    """A goal without a start asks for the start."""
    assert "Now choose where you start" in say("", "coder")


def test_a_journey(say):
    """Sentence, stops and both halves, each apart, and what it is not."""
    words = say("trainee", "senior-coder")

    assert "3 levels more" not in words
    assert "Progression on Code 1 grade higher 1 level more, in 1 competency" in words
    assert "Breadth and complexity (the grade) To develop (2)" in words
    assert "Listening from Low to High Listening at level 3." in words
    assert "Stated only for Trainee (1) Planning Low" in words
    assert "Required qualifications (1) A degree A condition of the job" in words
    assert "New to learn" not in words
    assert DISCLAIMER in words


def test_no_journey(say):
    """Without a described way the roles are still compared."""
    words = say("trainee", "keeper")

    assert "No one has described a way from Trainee (4) to Keeper (6)." in words
    assert "You can still compare them. Talk to your manager or hr@example.org ." in words.replace(
        "  ", " "
    )
    assert "To develop (1)" in words


def test_roles_alike(say):
    """A gap of nothing gets an answer, and says what does differ."""
    words = say("adviser", "coder")

    assert "The matrix describes these roles alike." in words
    assert "job evaluation sets the grade" in words
    assert "What does differ: the skills and knowledge below, the track." in words
    assert "The breadth is there; what is new are skills." in words


def test_the_same_role_twice(say):
    """A helpful sentence instead of an empty comparison."""
    assert "You are already there: Coder (5) is both your start and your goal." in say(
        "coder", "coder"
    )


def test_an_old_title_of_two_roles(say):
    """Both are offered."""
    assert "“officer” can mean several roles" in say("officer")


@pytest.mark.parametrize(
    "ends",
    [
        ("", ""),
        ("adviser", ""),
        ("", "desk-lead"),
        ("trainee", "senior-coder"),
        ("adviser", "senior-coder"),
        ("desk-lead", "trainee"),
        ("trainee", "keeper"),
        ("coder", "coder"),
        ("officer", "nobody"),
    ],
)
def test_words_that_staff_would_misread(say, published, texts_of, ends):
    """Never step, ease, leave, interchange or closed, and nothing is shouted."""
    outcome = outcome_of(published, dict(zip(("start", "goal"), ends, strict=True)))

    assert FORBIDDEN.findall(say(*ends)) == []
    assert FORBIDDEN.findall(texts_of(layout(published, outcome))) == []
    assert FORBIDDEN.findall(texts_of(role_list(published, outcome))) == []
    assert FORBIDDEN.findall(shown(published, outcome)["said"]) == []


def test_what_the_map_is_told(published):
    """Stops in order, a canonical address, and shapes without any text from the workbook."""
    told = shown(published, outcome_of(published, {"start": "Apprentice", "goal": "Coder (5)"}))

    assert told["stops"] == ["trainee", "coder"]
    assert told["address"] == "?start=trainee&goal=coder"
    assert re.sub(r"<[^>]*>", "", told["overlay"]) == "AB"
    assert 'class="way ' in told["overlay"]


def test_titles_of_the_tab(published):
    """The tab names both ends."""
    about = published.framework.about

    assert page_title(about, outcome_of(published, {})) == "Careers"
    both = outcome_of(published, {"start": "trainee", "goal": "coder"})
    assert page_title(about, both) == "Trainee (4) to Coder (5) - Careers"
