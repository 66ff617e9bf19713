"""Frameworks unlike the sample: each is read without an error, drawn, and compared."""

from functools import cache

import pytest

from jobtrack_viz.gaps import compare
from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from jobtrack_viz.views import Views
from jobtrack_viz.workbook import read_workbook
from tests.metro import test_laws
from tools.odd_frameworks import BOOKS, workbook

LARGE = {"thousand", "thousand wide", "families"}
READ = [
    pytest.param(name, marks=pytest.mark.long) if name == "families" else name for name in BOOKS
]
LAWS = [law for name, law in vars(test_laws).items() if name.startswith("test_")]


@cache
def book(name):
    """What a workbook is made of."""
    return BOOKS[name]()


@cache
def reading(name):
    """What reading a workbook says."""
    return read_workbook(workbook(book(name)))


def test_long_and_wide_say_the_same():
    """27,463 rows of one sheet, or 127 sheets: the same roles, levels and tracks."""
    long, wide = (reading(name).framework for name in ("thousand", "thousand wide"))

    assert long.tracks == wide.tracks
    assert (long.scale, long.grades) == (wide.scale, wide.grades)
    assert {r.id: (r.title, r.grade, r.tracks, dict(r.levels)) for r in long.roles} == {
        r.id: (r.title, r.grade, r.tracks, dict(r.levels)) for r in wide.roles
    }


@pytest.mark.parametrize("name", READ)
def test_it_is_read_without_an_error(name):
    """Every role is there, and the scale has the book's levels in the book's order."""
    made, read = book(name), reading(name)

    assert [] == [p for p in read.problems if p.severity == "error"]
    assert (len(made.jobs), made.scale) == (read.summary.roles, read.summary.levels)


@pytest.mark.parametrize("name", READ)
def test_every_level_arrives(name):
    """A role has exactly the levels that were written for it, as positions on the scale."""
    made, framework = book(name), reading(name).framework
    titles = {role.title: role.levels for role in framework.roles}

    assert made.levels == {
        (title, competency): rank - 1
        for title, levels in titles.items()
        for competency, rank in levels.items()
    }


@pytest.mark.parametrize("name", sorted(set(BOOKS) - LARGE))
def test_every_law_holds_on_its_map(name):
    """Nothing covers anything on the map of the whole."""
    network = build_network(reading(name).framework)
    drawn = lay_out(network), network

    for law in LAWS:
        law(drawn)


@pytest.mark.parametrize("name", READ)
def test_a_comparison_says_what_was_written(name):
    """The first and the last role of the first track, over the union of what they state."""
    made, framework = book(name), reading(name).framework
    own = [job for job in made.jobs if job.track == made.jobs[0].track]
    start, goal = own[0].title, own[-1].title
    roles = {role.title: role for role in framework.roles}
    found = compare(framework, roles[start], roles[goal])
    here, there = (
        {c: rank for (title, c), rank in made.levels.items() if title == end}
        for end in (start, goal)
    )
    both = here.keys() & there.keys()

    assert here.keys() ^ there.keys() == {change.competency for change in found.not_stated}
    assert {c: there[c] - here[c] for c in both if there[c] > here[c]} == {
        change.competency: change.steps for change in found.develop
    }


def test_a_very_sparse_comparison_is_short():
    """Of 188 competencies a comparison names only the few that one of the two roles states."""
    framework = reading("sparse").framework
    start, goal = framework.roles[0], framework.roles[6]
    found = compare(framework, start, goal)
    listed = [*found.develop, *found.keep, *found.ease, *found.not_stated]

    assert len(start.levels.keys() | goal.levels.keys()) == len(listed) < 20


def test_the_highest_letter_stands_last():
    """Where the Grades sheet says so, A is the highest grade, and it keeps its name."""
    grades = reading("letters").framework.grades

    assert list("FEDCBA") == [grade.label for grade in grades]
    assert ("A", "Director") == (grades[-1].label, grades[-1].name)


def test_sub_grades_and_spans_are_numbers():
    """1.3/2.1 ranks between 1.3 and 2.1."""
    framework = reading("sub-grades").framework
    ranks = {role.grade: role.rank for role in framework.roles}

    assert (2.0, 2.5, 3.0) == (ranks.get("1.3", 2.0), ranks["1.3/2.1"], ranks["2.1"])


def test_a_thousand_roles_open_by_group():
    """The whole is an overview of groups; each group opens as a map."""
    views = Views(build_network(reading("thousand wide").framework))

    assert (23, None) == (len(views.groups), views.whole.metro)
    assert {48, 40} == {line.roles for line in views.whole.drawn.lines}
