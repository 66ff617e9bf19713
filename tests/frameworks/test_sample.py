"""The sample shows what every sheet can hold, and its texts reach those whom they are for."""

from itertools import permutations
from pathlib import Path

import pytest

from jobtrack_viz.advice import (
    description_of,
    development_for,
    processes_for,
    profiles_of,
    stories_between,
)
from jobtrack_viz.gaps import compare
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import read_workbook

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"


@pytest.fixture(scope="module")
def sample():
    """The framework of the sample."""
    return read_workbook(SAMPLE.read_bytes()).framework


def test_every_rise_has_options(sample):
    """Whatever a comparison asks to develop, each level on the way has options of three kinds."""
    rises = {
        (change.competency, change.start, change.goal)
        for start, goal in permutations(sample.roles, 2)
        for change in compare(sample, start, goal).develop
    }

    assert 24 == len(sample.development)
    for competency, start, goal in rises:
        found = development_for(sample, competency, start, goal)
        assert list(range(start + 1, goal + 1)) == [options.rank for options in found]
        assert all(o.on_the_job and o.with_others and o.formal_training for o in found)


def test_every_role_has_a_level(sample):
    """Each role has the level of its grade; the one on 5/6 has both."""
    found = {role.name: [p.level for p in profiles_of(sample, role)] for role in sample.roles}

    assert ["Developing", "Skilled"] == found.pop("Learning Technologist (5/6)")
    assert {1} == {len(levels) for levels in found.values()}
    assert ["Skilled"] == found["Developer (6)"]
    assert {7: 8} == {len(sample.profiles): len(sample.profiles[0].texts)}


def test_every_kind_of_move_is_explained(sample):
    """Each kind of move in use has a process; those beside moves have their own."""
    kinds = {move.kind for move in sample.moves} | {"progression", "possible"}
    beside = ("redeployment", "accelerated increments", "shadowing", "mentoring")

    assert all(processes_for(sample, kind) for kind in (*kinds, *beside))
    assert 2 == len(processes_for(sample, "regrade"))
    assert "vacancy" == processes_for(sample, "step up")[0].kind


def test_stories_follow_moves(sample):
    """Five stories, each told where its move is compared."""
    network = build_network(sample)

    assert 5 == len(sample.stories)
    for story in sample.stories:
        assert network.has_edge(story.source, story.target)
        assert (story,) == stories_between(sample, story.source, story.target)


@pytest.mark.parametrize(
    ("role", "duties"),
    [
        ("service-desk-analyst", 4),
        ("developer", 3),
        ("senior-developer", 3),
        ("business-analyst", 3),
        ("it-security-analyst", 3),
    ],
)
def test_documents_of_roles(sample, role, duties):
    """Five roles have a document with numbered duties and criteria of both kinds."""
    passages = description_of(sample, role).passages
    headings = [p.heading for p in passages if p.section == "Duties"]

    assert 5 == len(sample.descriptions)
    assert [str(n) for n in range(1, duties + 1)] == [heading[0] for heading in headings]
    assert {"essential", "desirable"} <= {passage.kind for passage in passages}
