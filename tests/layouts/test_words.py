"""Numbers with their words."""

import pytest

from jobtrack_viz.gaps import compare
from layouts.words import count_of, grades_higher, levels_more, one_sentence


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 moves"), (1, "1 move"), (2, "2 moves"), (12, "12 moves")]
)
def test_count_of(number, words):
    """One has no s."""
    assert count_of(number, "move") == words


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (None, ""),
        (0, "same grade"),
        (1, "1 grade higher"),
        (-2, "2 grades lower"),
        (0.5, "half a grade higher"),
        (1.5, "1½ grades higher"),
    ],
)
def test_grades_higher(difference, words):
    """Spans of grades give halves."""
    assert grades_higher(difference) == words


def sentence(framework, start, goal):
    return one_sentence(compare(framework, framework.role(start), framework.role(goal)))


def test_one_sentence(framework):
    """Rises first, each size by itself; then falls, what stays, what is unknown, and skills."""
    assert sentence(framework, "trainee", "adviser") == (
        "1 competency asks for one level more, 2 stay; no skill is new."
    )
    assert sentence(framework, "adviser", "senior-coder") == (
        "2 competencies ask for one level more, 1 cannot be compared; "
        "1 skill is new, 1 qualification is required."
    )
    assert sentence(framework, "desk-lead", "keeper") == "2 competencies ask for less, 1 stays."


def test_levels_more(framework):
    """How much, and in how many competencies."""
    start, goal = framework.role("trainee"), framework.role("desk-lead")

    assert levels_more(compare(framework, start, goal)) == "3 levels more, in 3 competencies"
    assert levels_more(compare(framework, goal, start)) == "no level more"
