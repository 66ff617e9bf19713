"""Both halves of a comparison: the ladder's words here and there, every list, and full width."""

import re
from dataclasses import replace

import pytest

from jobtrack_viz.gaps import Change
from jobtrack_viz.model import Competency, Skill
from layouts.answer import detail, result
from layouts.changes import change_list, folded_changes
from layouts.markup import to_html
from layouts.outcome import outcome_of

CUMULATIVE = Competency(
    "Listening",
    "Thinking",
    statements=(
        ("Hears people out.",),
        ("Hears people out.", "Asks what they mean."),
        ("hears  people out.", "Asks what they mean.", "Settles quarrels."),
    ),
)


@pytest.fixture
def panel(publish, framework):
    """The panel's markup for two roles; roles and competencies may be changed."""

    def markup(start, goal, *, wide="", competencies=None, **levels):
        roles = tuple(
            replace(role, levels=levels.get(role.id.replace("-", "_"), role.levels))
            for role in framework.roles
        )
        known = competencies or framework.competencies
        version = publish(framework, roles=roles, competencies=known)
        outcome = outcome_of(version, {"start": start, "goal": goal, "wide": wide})
        return to_html([result(version, outcome), detail(version, outcome)])

    return markup


def test_new_words_are_marked_where_others_stay(panel, framework):
    """A sign for eyes, a word for screen readers; the same line in other spelling is not new."""
    competencies = (CUMULATIVE, *framework.competencies[1:])
    markup = panel("trainee", "senior-coder", competencies=competencies)

    assert (
        '<ul class="statements marked">'
        '<li class="is-kept"><span class="unseen">As before: </span>hears  people out.</li>'
        '<li class="is-new"><span class="unseen">New: </span>Asks what they mean.</li>'
        '<li class="is-new"><span class="unseen">New: </span>Settles quarrels.</li></ul>' in markup
    )


def test_words_that_are_all_new_bear_no_marks(panel):
    """Where nothing stays, marks would say nothing."""
    markup = panel("trainee", "coder")

    assert '<ul class="statements"><li>Listening at level 2.</li></ul>' in markup
    assert "marked" not in markup


def test_beside_the_map_the_words_here_are_folded(panel):
    """One line each, with those of levels in between."""
    markup = panel("trainee", "senior-coder")

    assert (
        '<details class="fold behind"><summary>What Low and Medium say<span class="unseen"> about '
        'Listening</span></summary><p class="kind">Low</p><ul class="statements"><li>Listening at '
        'level 1.</li></ul><p class="kind">Medium</p>' in markup
    )
    assert 'class="pair"' not in markup


def test_in_full_width_the_words_stand_side_by_side(panel, framework, texts_of):
    """Here and there open; only levels in between wait in a fold."""
    markup = panel("trainee", "senior-coder", wide="1")

    assert (
        '<div class="pair"><div><p class="side-name"><span class="disc" aria-hidden="true">A</span>'
        'Low</p><ul class="statements"><li>Listening at level 1.</li></ul></div>'
        '<div><p class="side-name"><span class="disc" aria-hidden="true">B</span>High</p>' in markup
    )
    assert "<summary>What Medium says<span" in markup
    assert "What Low" not in markup


def test_a_level_without_words(panel):
    """Said so in full width, where the other level has words."""
    hollow = Competency("Listening", "", statements=((), ("Asks back.",), ("Settles quarrels.",)))

    assert "Nothing is written about Low." in panel(
        "trainee", "coder", wide="1", competencies=(hollow,)
    )
    assert "What Low" not in panel("trainee", "coder", competencies=(hollow,))


@pytest.mark.parametrize("wide", ["", "1"])
def test_a_ladder_without_words(panel, wide):
    """A matrix alone needs no sentence about words that nobody wrote."""
    bare = (Competency("Listening"),)
    markup = panel("trainee", "coder", wide=wide, competencies=bare)

    assert "from <b>Low</b> to <b>Medium</b></span></li>" in markup
    assert "Nothing is written" not in markup


def test_not_required_in_words(panel, texts_of):
    """Each role that does not require a competency is named, on either side and on both."""
    markup = panel(
        "trainee",
        "coder",
        trainee={"Listening": 0, "Deciding": 1, "Planning": 0},
        coder={"Listening": 2, "Deciding": 0, "Planning": 0},
    )

    assert "To develop (1)" in markup
    assert "from <b>not required</b> to <b>Medium</b>" in markup
    assert "Trainee does not require it." in markup
    assert "Asks for less (1)" in markup
    assert "Coder does not require it." in markup
    assert "Required by neither role (1)</h4></summary>" in markup


def test_what_stays_is_folded(panel):
    """It is counted, and opens like any disclosure."""
    markup = panel("adviser", "coder")

    assert '<details class="more list"><summary><h4>Stays (3)</h4></summary>' in markup


def test_an_empty_list_has_no_title():
    """Nothing stays: nothing is said."""
    assert folded_changes("Stays", (), lambda change: [change.competency]) == []


def test_full_width_and_back(panel):
    """A link each way, with the rest of the address as it was."""
    beside, wide = panel("trainee", "coder"), panel("trainee", "coder", wide="1")

    assert (
        '<p class="view"><a href="?start=trainee&amp;goal=coder&amp;wide=1">'
        "Compare in full width</a></p>" in beside
    )
    assert (
        '<p class="view in-full"><a href="?start=trainee&amp;goal=coder">Back to the map</a></p>'
        in wide
    )
    assert "in-full" not in panel("coder", "coder", wide="1")


def test_both_halves_stay_apart_in_full_width(panel):
    """Two sections with a heading each, breadth first."""
    markup = panel("trainee", "coder", wide="1")

    assert markup.index(
        '<div class="halves"><section class="half breadth"><h3>Breadth and complexity'
    ) < markup.index('<section class="half skills"><h3>Skills and knowledge')


def test_a_level_that_is_a_number(publish, framework):
    """It is called a level, so that nobody wonders what 1 says."""
    version = publish(framework, scale=("1", "2", "3"))
    outcome = outcome_of(version, {"start": "trainee", "goal": "senior-coder", "wide": "1"})
    markup = to_html(detail(version, outcome))

    assert "</span>Level 1</p>" in markup
    assert "What level 2 says" in markup


def test_without_grades_nothing_is_said_of_them(publish, framework, texts_of):
    """Breadth is then what the matrix says."""
    bare = tuple(replace(role, grade=None, rank=None) for role in framework.roles)
    version = publish(framework, roles=bare, grades=())
    outcome = outcome_of(version, {"start": "adviser", "goal": "coder"})
    [halves, *_] = detail(version, outcome)
    words = texts_of(halves)

    assert (
        "Breadth and complexity (the levels) The matrix describes these roles alike. What" in words
    )
    assert "The breadth is there" in words
    assert "grade" not in words


@pytest.mark.parametrize("wish", ["", "wide", "present"])
def test_a_degree_is_learnable_in_no_view(publish, framework, texts_of, wish):
    """Beside the map, in full width and on a shared screen it is a condition, each move's too."""
    degree = Skill("A degree in codes", ("Code",))
    version = publish(framework, skills=(*framework.skills, degree))
    asked = {"start": "adviser", "goal": "senior-coder", **({wish: "1"} if wish else {})}
    outcome = outcome_of(version, asked)
    words = texts_of([result(version, outcome), detail(version, outcome)])
    learned = re.findall(r"New to learn(?::| \(\d+\))(.*?)(?:Required|Kept|Condition|$)", words)

    assert learned
    assert not [found for found in learned if "degree" in found]
    assert "A degree in codes" in words


def test_groups_keep_the_workbooks_order():
    """Whichever of them has the first competency of a list; what has no group comes last."""
    groups = ("People", "", "Data", "Ideas") * 3
    changes = [Change(f"Competency {n}", group, 1, 2) for n, group in enumerate(groups)]
    order = ("Ideas", "Data", "People", "")
    markup = to_html(change_list("Stays", changes, lambda c: [c.competency], "", order))

    assert re.findall(r"<h5>(.*?) \(3\)</h5>", markup) == [
        "Ideas",
        "Data",
        "People",
        "Other competencies",
    ]
