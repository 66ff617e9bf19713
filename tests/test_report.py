"""Answers for programs and people name levels as the workbook does."""

from dataclasses import replace

import pytest

from jobtrack_viz.gaps import compare
from jobtrack_viz.report import comparison_json, comparison_text


@pytest.fixture
def named(framework):
    """One competency has its own words for its lowest and highest level."""
    first, *others = framework.competencies
    own = replace(first, level_names=("Aware", "", "Expert"))
    return replace(framework, competencies=(own, *others))


def test_a_competencys_own_words(named):
    """They stand where it has them, the scale's words everywhere else; steps are positions."""
    ends = named.role("trainee"), named.role("senior-coder")
    found = comparison_json(named, compare(named, *ends))

    assert [
        ("Listening", "Aware", "Expert", 2),
        ("Deciding", "Low", "Medium", 1),
    ] == [(c["competency"], c["from"], c["to"], c["steps"]) for c in found["develop"]]
    assert [("Planning", "Low", None)] == [
        (c["competency"], c["from"], c["to"]) for c in found["not_stated"]
    ]


def test_the_same_words_for_people(named):
    """The lines for people say what the JSON says."""
    ends = named.role("trainee"), named.role("senior-coder")

    assert "Listening: Aware to Expert" in comparison_text(named, compare(named, *ends))
