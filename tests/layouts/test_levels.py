"""Charts of levels with their tables: along a journey, and the matrix of a track."""

from dataclasses import replace
from html import escape

import pytest
from dash import dcc

from jobtrack_viz.model import Competency, Track
from layouts.answer import shown
from layouts.levels import chart_buttons, levels_asked_for
from layouts.map_page import layout
from layouts.markup import to_html
from layouts.outcome import outcome_of

JOURNEY = {"chart": "journey", "name": ""}


@pytest.fixture
def charts(publish, framework, texts_of):
    """The words of what a wish shows, for a start and a goal."""

    def words(start, goal, wish, **changes):
        version = publish(framework, **changes)
        outcome = outcome_of(version, {"start": start, "goal": goal})
        return texts_of(levels_asked_for(version.framework, outcome, wish))

    return words


def graphs(node):
    """The figures in a tree of elements."""
    if isinstance(node, dcc.Graph):
        return [node.figure]
    if isinstance(node, list | tuple):
        return [figure for child in node for figure in graphs(child)]
    return graphs(node["props"].get("children", [])) if isinstance(node, dict) else []


def matrix_of(name):
    """The wish for a track's matrix."""
    return {"chart": "track", "name": name}


def test_where_the_levels_differ(charts):
    """The gap chart's table has both levels and the difference in words; then every stop."""
    words = charts("trainee", "senior-coder", JOURNEY)

    assert (
        "Where the levels differ Left out: 1 competency that only one of the roles states. "
        "The same as a table Competency A Trainee (4) B Senior coder (6) Difference "
        "Listening Low High 2 levels more Deciding Low Medium 1 level more At every stop" in words
    )
    assert "Competency A Trainee (4) 1 Coder (5) B Senior coder (6) Listening Low Medium" in words


def test_less_in_words(charts):
    """The way back asks for as many levels less."""
    words = charts("senior-coder", "trainee", JOURNEY)

    assert "Listening High Low 2 levels less Deciding Medium Low 1 level less" in words


def test_nothing_differs(charts):
    """No gap chart where there is no gap."""
    words = charts("adviser", "coder", JOURNEY)

    assert "Where the levels differ" not in words
    assert "All levels The same as a table Competency A Adviser (5) B Coder (5)" in words


def test_the_language_matrix_of_a_track(charts):
    """Roles by grade; the chosen one has its letter; what is not stated is told."""
    words = charts("coder", "", matrix_of("Code"))

    assert (
        "The language matrix of Code A blank cell in the picture: not stated. The same as a table "
        "Competency Trainee (4) A Coder (5) Senior coder (6) Listening Low Medium High "
        "Deciding Low Low Medium Planning Low Low not stated" == words
    )


def test_a_table_by_group(charts, framework):
    """Groups of competencies head their rows; what has none comes last."""
    listening, deciding, planning = framework.competencies
    grouped = (replace(listening, group=""), deciding, replace(planning, group="Doing"))
    words = charts("coder", "", matrix_of("Code"), competencies=grouped)

    assert "Thinking Deciding Low Low Medium Doing Planning" in words
    assert words.endswith("Other competencies Listening Low Medium High")


def test_a_wish_that_this_answer_does_not_have(charts):
    """Another track's matrix, or a journey of one role: nothing is drawn."""
    assert charts("coder", "", matrix_of("Desk")) == ""
    assert charts("coder", "", JOURNEY) == ""
    assert charts("coder", "adviser", {"chart": "", "name": ""}) == ""


def test_buttons_of_an_answer(published, texts_of):
    """The journey's levels, and the matrix of each track of either role; none for no choice."""

    def words(start, goal):
        outcome = outcome_of(published, {"start": start, "goal": goal})
        return texts_of(chart_buttons(published.framework, outcome))

    one = "The language matrix of The language matrix of Code"
    assert words("", "") == ""
    assert words("coder", "") == one
    assert words("trainee", "").count("The language matrix of ") == 3
    assert words("coder", "senior-coder") == f"Show the levels along the way {one}"


def test_a_button_says_what_to_ask_for(published):
    """Its data are the wish; it is not pressed, since a new answer shows no chart."""
    outcome = outcome_of(published, {"start": "coder"})
    markup = to_html(chart_buttons(published.framework, outcome))

    assert 'data-chart="track" data-name="Code" aria-pressed="false"' in markup


def test_no_buttons_without_levels(publish, framework):
    """A framework without a matrix has nothing to draw."""
    bare = tuple(replace(role, levels={}) for role in framework.roles)
    version = publish(framework, roles=bare, competencies=())
    page = to_html(layout(version, outcome_of(version, {"start": "coder"})))

    assert 'id="levels-box" class="levels-box" hidden' in page


def crowd(framework, roles, competencies):
    """One track of very many roles, each with very many competencies."""
    names = [f"Competency {n}" for n in range(competencies)]
    members = tuple(
        replace(
            framework.role("coder"),
            id=f"role-{n}",
            title=f"Role {n}",
            tracks=("Crowd",),
            aliases=(),
            levels=dict.fromkeys(names, 1 + n % 3),
        )
        for n in range(roles)
    )
    return {
        "roles": members,
        "tracks": (Track("Crowd", tuple(role.id for role in members)),),
        "competencies": tuple(Competency(name) for name in names),
        "moves": (),
        "skills": (),
    }


def test_a_wide_and_tall_track(publish, framework, texts_of):
    """Picture and table have limits, both say what they show; the chosen role is in both."""
    version = publish(framework, **crowd(framework, 100, 188))
    outcome = outcome_of(version, {"start": "role-77"})
    shown = levels_asked_for(version.framework, outcome, matrix_of("Crowd"))
    [figure] = graphs(shown)
    words = texts_of(shown)

    assert len(figure["data"][0]["text"]) == 40
    assert len(figure["data"][0]["text"][0]) == 20
    assert "A Role 77 (5)" in " ".join(figure["layout"]["xaxis"]["ticktext"]).replace("<br>", " ")
    assert "The picture shows 20 of 100 roles and 40 of 188 competencies." in words
    assert "The table shows 60 of 100 roles and 100 of 188 competencies." in words
    assert "A Role 77 (5)" in words


@pytest.mark.parametrize("chosen", [0, 1, 49, 98, 99])
def test_the_chosen_role_is_in_the_picture(publish, framework, chosen):
    """Wherever it stands on its track."""
    version = publish(framework, **crowd(framework, 100, 2))
    outcome = outcome_of(version, {"start": f"role-{chosen}"})
    [figure] = graphs(levels_asked_for(version.framework, outcome, matrix_of("Crowd")))
    heads = figure["layout"]["xaxis"]["ticktext"]

    assert len([head for head in heads if head.startswith("A ")]) == 1
    assert len(heads) == 20


def test_a_gap_of_very_many_competencies(publish, framework, texts_of):
    """The picture keeps the 40 largest differences; the table has all of them."""
    many = crowd(framework, 2, 188)
    version = publish(framework, **many)
    outcome = outcome_of(version, {"start": "role-0", "goal": "role-1"})
    shown = levels_asked_for(version.framework, outcome, JOURNEY)
    words = texts_of(shown)

    assert "The picture shows 40 of 188 competencies: the largest differences." in words
    assert words.count("1 level more") == 188
    assert [len(figure["layout"]["yaxis"]["ticktext"]) for figure in graphs(shown)] == [40, 40]


def test_a_chart_says_no_more_than_its_table(charts, published, texts_of):
    """Every word of a picture stands in the table below it."""
    outcome = outcome_of(published, {"start": "trainee", "goal": "senior-coder"})
    for wish in (JOURNEY, matrix_of("Code"), matrix_of("Desk")):
        shown = levels_asked_for(published.framework, outcome, wish)
        words = texts_of(shown)
        for figure in graphs(shown):
            axes = [figure["layout"][name]["ticktext"] for name in ("xaxis", "yaxis")]
            said = {word for texts in axes for word in texts} - {"High"}
            said |= {w for row in figure["data"][0].get("text", []) for w in row}
            assert [word for word in said if word.replace("<br>", " ") not in words] == []


def test_a_region_can_be_reached_by_keyboard(published):
    """Each picture and each table scrolls by itself, has a name and takes the focus."""
    outcome = outcome_of(published, {"start": "coder"})
    shown = levels_asked_for(published.framework, outcome, matrix_of("Code"))
    regions = [part["props"] for part in shown if "table" in str(part["props"].get("className"))]

    assert [region["aria-label"] for region in regions] == [
        "The language matrix of Code, a picture",
        "The language matrix of Code, a table",
    ]
    assert [(region["tabIndex"], region["role"]) for region in regions] == [(0, "region")] * 2


def test_charts_keep_to_the_address_of_their_answer(published):
    """The page takes charts of another address away; wishes such as full width are part of it."""
    query = {"start": "trainee", "goal": "coder", "wide": "1"}
    told = shown(published, outcome_of(published, query))
    asked = outcome_of(published, told)
    drawn = levels_asked_for(published.framework, asked, JOURNEY)

    assert f'data-address="{escape(told["address"])}"' in to_html(drawn).replace("<graph", "<div")
    assert "wide=1" in told["address"]
