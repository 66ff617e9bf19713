"""Journeys in words."""

import pytest

from jobtrack_viz.drawing.journey_words import (
    about_kind,
    figures_of,
    name_of,
    reason_for,
    ties_of,
)
from jobtrack_viz.journeys import Journey, Leg

ALL = ("largest leg", "levels more", "moves", "changes")


def journey(*legs, label="gentlest", best_at=(), others=0):
    """A journey of legs that are (track, levels more)."""
    ids = [f"role-{number}" for number in range(len(legs) + 1)]
    chain = tuple(
        Leg(here, there, "progression", track, more)
        for here, there, (track, more) in zip(ids, ids[1:], legs, strict=False)
    )
    return Journey(label, chain, best_at, others)


@pytest.mark.parametrize(
    ("legs", "words"),
    [
        (
            [("A", 3), ("B", 2)],
            "2 moves, at most 3 levels more in one move, 5 in all, 1 change of track",
        ),
        ([("A", 1)], "1 move, 1 level more"),
        ([("A", 0), ("A", 0)], "2 moves, no level more"),
        (
            [("A", None), ("B", 2), ("A", 1)],
            "3 moves, levels not stated for 1 move, 2 changes of track",
        ),
        ([("A", None), ("A", None)], "2 moves"),
    ],
)
def test_figures(legs, words):
    """Moves, the largest of them, all of them, and changes of track."""
    assert words == figures_of(journey(*legs))


@pytest.mark.parametrize(
    ("label", "best_at", "words"),
    [
        ("gentlest", ("largest leg",), "Each move asks for the least."),
        ("most direct", ("moves",), "Fewest moves."),
        ("fewest levels more", ("levels more",), "Least to develop in all."),
        ("fewest changes of track", ("changes",), "Stays longest on its tracks."),
        ("most direct", ("levels more", "moves"), "Fewest moves, least to develop in all."),
        (
            "fewest changes of track",
            ("moves", "changes"),
            "Stays longest on its tracks, fewest moves.",
        ),
        ("balanced", (), "Between the others: none of them does better in everything."),
    ],
)
def test_a_reason_for_each_of_several(label, best_at, words):
    """What it is best at, in a sentence; its own name's reason first."""
    assert words == reason_for(journey(("A", 1), ("A", 1), label=label, best_at=best_at), 3)


def test_a_single_journey():
    """What nothing beats, as far as levels are known; a single move needs no reason."""
    two = [("A", 1), ("A", 1)]

    assert "No other way found is shorter or asks for less." == reason_for(
        journey(*two, best_at=ALL), 1
    )
    assert "No other way found is shorter." == reason_for(journey(*two, best_at=("moves",)), 1)
    assert "" == reason_for(journey(("A", 1), best_at=ALL), 1)


def test_ties():
    """Said, with their number, and that the choice among them never changes."""
    assert "" == ties_of(journey(("A", 1)))
    assert "Another journey is equally good; the same one is always shown." == ties_of(
        journey(("A", 1), others=1)
    )
    assert "3 other journeys are equally good; the same one is always shown." == ties_of(
        journey(("A", 1), others=3)
    )


def test_names_and_kinds():
    """Sentence case; only kinds that may be misread are explained."""
    assert "Fewest levels more" == name_of(journey(("A", 1), label="fewest levels more"))
    assert "temporary; you return to your post" == about_kind("secondment")
    assert "" == about_kind("transfer")
