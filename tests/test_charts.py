"""Heat maps and the gap chart are plain dictionaries with words in them."""

import json
from dataclasses import replace

from jobtrack_viz.drawing.charts import (
    gap_figure,
    largest_changes,
    levels_figure,
    matrix_figure,
    rows_of_levels,
    rows_of_track,
)
from jobtrack_viz.gaps import Change, compare
from jobtrack_viz.model import Competency


def heat_of(framework, *ids):
    """The heat map of a journey over these roles."""
    roles = [framework.role(role_id) for role_id in ids]
    rows = rows_of_levels(framework, roles)
    return levels_figure(framework, rows, ["A", "B"])["data"][0]


def test_every_cell_has_its_word(framework):
    """Levels are words, not colours alone; what is not stated says so."""
    heat = heat_of(framework, "coder", "senior-coder")

    assert heat["text"] == [["Medium", "High"], ["Low", "Medium"], ["Low", "not stated"]]
    assert heat["z"] == [[2, 3], [1, 2], [1, -1]]


def test_a_competency_with_words_of_its_own(framework):
    """Its cells have its words; its colours are those of the ranks."""
    first, *others = framework.competencies
    own = replace(first, level_names=("", "Working", ""))
    heat = heat_of(replace(framework, competencies=(own, *others)), "coder", "senior-coder")

    assert heat["text"][0] == ["Working", "High"]
    assert heat["z"][0] == [2, 3]


def test_very_many_competencies(framework):
    """Above 25 rows the picture is about the ends and what two roles share."""
    many = tuple(Competency(f"C{i}") for i in range(30))
    names = [competency.name for competency in many]
    changed = replace(framework, competencies=many)
    stops = [
        replace(framework.role("trainee"), levels=dict.fromkeys(names[:10], 1)),
        replace(framework.role("adviser"), levels=dict.fromkeys(names[5:25], 1)),
        replace(framework.role("coder"), levels=dict.fromkeys(names[20:27], 2)),
        replace(framework.role("senior-coder"), levels=dict.fromkeys(names[27:], 2)),
    ]

    assert [c.name for c, _ in rows_of_levels(changed, stops)] == [
        *names[:10],
        *names[20:25],
        *names[27:],
    ]
    assert len(rows_of_levels(changed, stops[:1] + stops[2:])) == 20
    assert len(rows_of_track(changed, stops)) == 30


def test_the_matrix_of_a_track(framework):
    """Roles by their titles; what is not stated is a blank cell, what is not required a word."""
    roles = [framework.role("coder"), replace(framework.role("trainee"), levels={"Planning": 0})]
    figure = matrix_figure(framework, rows_of_track(framework, roles), [r.name for r in roles])

    assert figure["data"][0]["text"] == [["Medium", ""], ["Low", ""], ["Low", "not required"]]
    assert figure["data"][0]["z"] == [[2, None], [1, None], [1, 0]]
    assert figure["layout"]["xaxis"]["ticktext"] == ["Coder (5)", "Trainee (4)"]
    assert figure["layout"]["xaxis"]["tickangle"] == 0


def test_a_track_of_many_roles(framework):
    """From nine roles on their titles stand on end; every column has room for its words."""
    roles = [replace(framework.role("coder"), title=f"Coder {n}") for n in range(20)]
    figure = matrix_figure(framework, rows_of_track(framework, roles), [r.name for r in roles])

    assert figure["layout"]["xaxis"]["tickangle"] == -90
    assert figure["layout"]["meta"]["width"] > 20 * 44
    assert len(figure["data"][0]["text"][0]) == 20


def gap_of(framework, start, goal):
    """The gap chart between two roles."""
    found = compare(framework, framework.role(start), framework.role(goal))
    return gap_figure(framework, [*found.develop, *found.ease])


def test_from_a_to_b_along_the_scale(framework):
    """Each row has an A at the start's level and a B at the goal's; the axis names the levels."""
    figure = gap_of(framework, "trainee", "senior-coder")
    lines, arrows, here, there = figure["data"]

    assert figure["layout"]["xaxis"]["ticktext"] == ["Low", "Medium", "High"]
    assert figure["layout"]["yaxis"]["ticktext"] == ["Listening", "Deciding"]
    assert (here["text"], here["x"], here["y"]) == (["A", "A"], [0, 0], [0, 1])
    assert (there["text"], there["x"], there["y"]) == (["B", "B"], [2, 1], [0, 1])
    assert lines["x"] == [0, 2, None, 0, 1, None]
    assert arrows["marker"]["symbol"] == ["triangle-right", "triangle-right"]


def test_less_is_asked_for(framework):
    """A dotted line and an arrow to the left: the direction is no matter of colour."""
    figure = gap_of(framework, "senior-coder", "trainee")
    lines, arrows, *_ = figure["data"]

    assert lines["line"]["dash"] == "dot"
    assert arrows["marker"]["symbol"] == ["triangle-left", "triangle-left"]


def test_not_required_has_a_place_where_it_is_needed(framework):
    """Below the lowest level, and only where a change needs it."""
    figure = gap_figure(framework, [Change("Listening", "", 0, 2)])

    assert figure["layout"]["xaxis"]["ticktext"] == ["not required", "Low", "Medium", "High"]
    assert [trace["x"] for trace in figure["data"][-2:]] == [[0], [2]]


def test_own_words_stand_below_the_name(framework):
    """The axis has the scale's words, so a competency's own are written out."""
    first, *others = framework.competencies
    own = replace(first, level_names=("Aware", "Working", "Expert"))
    figure = gap_of(replace(framework, competencies=(own, *others)), "trainee", "senior-coder")

    assert figure["layout"]["yaxis"]["ticktext"] == ["Listening<br>Aware to Expert", "Deciding"]


def test_the_largest_changes():
    """Those of the most levels, in the order that they had; of equals the earlier."""
    sizes = (1, 3, 2, 1, 3)
    changes = [Change(str(n), "", 1, 1 + size) for n, size in enumerate(sizes)]

    assert [change.competency for change in largest_changes(changes, 3)] == ["1", "2", "4"]
    assert [change.competency for change in largest_changes(changes, 4)] == ["0", "1", "2", "4"]


def test_text_is_never_markup(framework):
    """Tags and dollars in names, titles and levels reach Plotly escaped, in every chart."""
    wicked = "<a href='x'>$Listening$</a>"
    named = replace(framework.competencies[0], name=wicked, level_names=(wicked, "", ""))
    role = replace(framework.role("coder"), title=wicked, levels={wicked: 1})
    changed = replace(
        framework, competencies=(named,), roles=(role,), scale=("<i>L</i>", "<b>M</b>", "H")
    )
    rows = rows_of_track(changed, [role])

    for figure in (
        levels_figure(changed, rows, ["<b>A</b>"]),
        matrix_figure(changed, rows, [role.name]),
        gap_figure(changed, [Change(wicked, "", 1, 2)]),
    ):
        text = json.dumps(figure)
        assert not [tag for tag in ("<a", "<i>", "<b>", "$") if tag in text]
        assert "&lt;a" in text
