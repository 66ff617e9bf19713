"""The heat map is a plain dictionary with a word in every cell."""

import json
from dataclasses import replace

from jobtrack_viz.drawing.charts import levels_figure, rows_of_levels
from jobtrack_viz.model import Competency


def test_every_cell_has_its_word(framework):
    """Levels are words, not colours alone; what is not stated says so."""
    roles = [framework.role("coder"), framework.role("senior-coder")]

    heat = levels_figure(framework, roles, ["A", "B"])["data"][0]

    assert heat["text"] == [["Medium", "High"], ["Low", "Medium"], ["Low", "not stated"]]
    assert heat["z"] == [[2, 3], [1, 2], [1, -1]]


def test_a_competency_with_words_of_its_own(framework):
    """Its cells have its words; its colours are those of the ranks."""
    first, *others = framework.competencies
    own = replace(first, level_names=("", "Working", ""))
    changed = replace(framework, competencies=(own, *others))
    roles = [framework.role("coder"), framework.role("senior-coder")]

    heat = levels_figure(changed, roles, ["A", "B"])["data"][0]

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


def test_text_is_never_markup(framework):
    """Tags in a competency's name reach Plotly escaped."""
    named = replace(framework.competencies[0], name="<a href='x'>Listening</a>")
    role = replace(framework.role("coder"), levels={named.name: 1})
    changed = replace(framework, competencies=(named,), roles=(role,))

    text = json.dumps(levels_figure(changed, [role], ["A"]))

    assert "<a" not in text
    assert "&lt;a" in text
