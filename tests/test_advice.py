"""Which texts go with a role, a level or a move, worked out by hand."""

from dataclasses import replace

import pytest

from jobtrack_viz.advice import (
    description_of,
    development_for,
    grades_of,
    processes_for,
    profiles_of,
    stories_between,
)
from jobtrack_viz.guidance import (
    CaseStudy,
    DevelopmentOptions,
    JobDescription,
    LevelProfile,
    Process,
)

VACANCY = Process("vacancy", "Apply", ("Posts are advertised.",))
SECONDMENT = Process("secondment", "Secondment", ("You may return.",))
AGREED = Process("regrade agreed", "Agreed route", ("All agree.",))
DIRECT = Process("regrade direct", "Direct route", ("They do not.",))
SHADOWING = Process("shadowing", "A day with somebody", ("Ask.",))
PROCESSES = (DIRECT, VACANCY, SECONDMENT, AGREED, SHADOWING)


def level(name, *ranks, tracks=()):
    """A level's profile at these places on the axis of grades."""
    return LevelProfile(name, tuple(str(low) for low, _ in ranks), ranks, tracks)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("secondment", (SECONDMENT,)),
        ("step up", (VACANCY,)),
        ("possible", (VACANCY,)),
        ("regrade", (DIRECT, AGREED)),
        ("shadowing", (SHADOWING,)),
        ("mentoring", ()),
    ],
)
def test_how_a_move_happens(framework, kind, expected):
    """The vacancy's text serves every kind of move that has no text of its own, and only moves."""
    book = replace(framework, processes=PROCESSES)

    assert expected == processes_for(book, kind)


def test_a_regrade_without_routes(framework):
    """Without a text about regrading, that too happens as a vacancy does."""
    assert (VACANCY,) == processes_for(replace(framework, processes=(VACANCY,)), "regrade")


def test_a_book_without_processes(framework):
    """Where nothing is written, nothing is said."""
    assert () == processes_for(framework, "transfer")


def test_levels_fit_by_grade_and_track(framework):
    """A level holds the grades within its span, and only its own tracks."""
    first = level("First", (0.0, 1.0))
    desk = level("Desk only", (1.0, 1.0), tracks=("Desk",))
    last = level("Last", (2.0, 2.0))
    book = replace(framework, profiles=(first, desk, last))

    assert (first, desk) == profiles_of(book, book.role("adviser"))
    assert (first,) == profiles_of(book, book.role("coder"))
    assert (last,) == profiles_of(book, book.role("desk-lead"))


def test_a_role_on_a_span(framework):
    """A span belongs to the level that holds all of it, else to those of its ends."""
    four, five, both = level("Four", (0.0, 0.0)), level("Five", (1.0, 1.0)), level("B", (0.0, 1.0))
    spanning = replace(framework.role("coder"), grade="4/5", rank=0.5)

    assert (four, five) == profiles_of(replace(framework, profiles=(four, five)), spanning)
    assert (both,) == profiles_of(replace(framework, profiles=(four, both, five)), spanning)


def test_a_level_without_grades(framework):
    """A level without grades describes the roles of its name; one with grades needs a grade."""
    bare, other = level("Coder"), level("Other", (1.0, 1.0))
    role = replace(framework.role("coder"), grade=None, rank=None)

    assert (bare,) == profiles_of(replace(framework, profiles=(bare, other)), role)


def test_options_for_each_level_on_the_way(framework):
    """From rank 1 to rank 3 the options for 2 come before those for 3; other words do not."""
    three = DevelopmentOptions("Deciding", 3, ("Lead a review",))
    two = DevelopmentOptions("Deciding", 2, ("Join a review",))
    other = DevelopmentOptions("Planning", 2, ("Plan a week",))
    book = replace(framework, development=(three, other, two))

    assert (two, three) == development_for(book, "Deciding", 1, 3)
    assert (two, three) == development_for(book, "Deciding", 0, 3)
    assert (three,) == development_for(book, "Deciding", 2, 3)
    assert () == development_for(book, "Deciding", 3, 2)


def test_options_from_an_unknown_level(framework):
    """Where the start is not stated, only the goal's own level is offered."""
    two, three = DevelopmentOptions("Deciding", 2), DevelopmentOptions("Deciding", 3)
    book = replace(framework, development=(two, three))

    assert (three,) == development_for(book, "Deciding", None, 3)


def test_stories_belong_to_one_direction(framework):
    """A story is told for the way that somebody went, not for the way back."""
    there = CaseStudy("There", "adviser", "coder", ("It went well.",))
    book = replace(framework, stories=(there, CaseStudy("Alone", "", "coder", ("Hm.",))))

    assert (there,) == stories_between(book, "adviser", "coder")
    assert () == stories_between(book, "coder", "adviser")


def test_a_role_with_and_without_a_description(framework):
    """A role has its own document or none."""
    document = JobDescription("coder", ())
    book = replace(framework, descriptions=(document,))

    assert document is description_of(book, "coder")
    assert description_of(book, "adviser") is None


@pytest.mark.parametrize(
    ("grade", "labels"), [("5", ["5"]), ("4/5", ["4", "5"]), (None, []), ("nine", [])]
)
def test_grades_of_a_role(framework, grade, labels):
    """One grade, both ends of a span, or none."""
    role = replace(framework.role("coder"), grade=grade)

    assert labels == [each.label for each in grades_of(framework, role)]
