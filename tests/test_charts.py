"""The heat map is a plain dictionary with a word in every cell."""

import json
from dataclasses import replace

from jobtrack_viz.drawing.charts import levels_figure


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


def test_text_is_never_markup(framework):
    """Tags in a competency's name reach Plotly escaped."""
    named = replace(framework.competencies[0], name="<a href='x'>Listening</a>")
    role = replace(framework.role("coder"), levels={named.name: 1})
    changed = replace(framework, competencies=(named,), roles=(role,))

    text = json.dumps(levels_figure(changed, [role], ["A"]))

    assert "<a" not in text
    assert "&lt;a" in text
