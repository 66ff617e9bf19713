"""A comparison and its way back say the same, and both say what the cells say.

The rules are read off the contract of the command line, and the expected lists are worked out from
the cells of a table that is made by lot, so no part of the comparison's code is used to judge it.
"""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobtrack_viz.gaps import compare
from jobtrack_viz.report import comparison_json
from jobtrack_viz.workbook import read_workbook
from tests.sheets import reading, sheet

SAMPLE = Path(__file__).parents[1] / "data" / "sample.xlsx"
LEVELS = ("Aware", "Practised", "Assured", "Leading", "Shaping", "Renowned")
NOT_REQUIRED = ("-", "–", "N/A", "not required")
TITLES = ("Baker", "Miller", "Grocer", "Farmer")


def both_ways(framework, start, goal):
    """What the command line prints for a pair of roles, and for the way back."""
    return (
        comparison_json(framework, compare(framework, start, goal)),
        comparison_json(framework, compare(framework, goal, start)),
    )


def turned(changes):
    """Changes as the way back tells them, without what only a rise has."""
    return [(c["competency"], c["to"], c["from"], c.get("steps")) for c in changes]


def told(changes):
    """The same as they stand."""
    return [(c["competency"], c["from"], c["to"], c.get("steps")) for c in changes]


def assert_mirrored(there, back):
    """What one way asks more, the other asks less; all else is the same seen from the other end."""
    assert told(there["develop"]) == turned(back["ease"])
    assert told(there["ease"]) == turned(back["develop"])
    assert there["keep"] == back["keep"]
    assert told(there["not_stated"]) == turned(back["not_stated"])
    assert sorted(there["skills"]["learn"]) == sorted(back["skills"]["leave"])
    assert sorted(there["skills"]["leave"]) == sorted(back["skills"]["learn"])
    assert sorted(there["skills"]["keep"]) == sorted(back["skills"]["keep"])
    assert (there["from"], there["to"]) == (back["to"], back["from"])
    for one in (there, back):
        listed = [
            change["competency"]
            for name in ("develop", "keep", "ease", "not_stated")
            for change in one[name]
        ]
        assert len(listed) == len(set(listed))
        known = one["develop"] or one["keep"] or one["ease"]
        if known:
            assert one["steps_up"] == sum(change["steps"] for change in one["develop"])
    assert (there["steps_up"] is None) == (back["steps_up"] is None)


@pytest.fixture(scope="module")
def sample():
    """The sample's framework."""
    framework = read_workbook(SAMPLE.read_bytes()).framework
    assert framework is not None
    return framework


def test_every_pair_of_the_sample(sample):
    """1,128 pairs, there and back."""
    pairs = list(combinations(sample.roles, 2))
    for start, goal in pairs:
        assert_mirrored(*both_ways(sample, start, goal))

    assert len(pairs) == 1128


def test_a_role_beside_itself(sample):
    """Nothing is to develop, nothing asks for less, nothing is new."""
    for role in sample.roles:
        found, _ = both_ways(sample, role, role)

        assert (found["develop"], found["ease"], found["not_stated"]) == ([], [], [])
        assert (found["skills"]["learn"], found["skills"]["leave"]) == ([], [])


@st.composite
def books(draw):
    """A scale, cells for a few competencies and roles, and which roles need which skills."""
    scale = LEVELS[: draw(st.integers(1, len(LEVELS)))]
    titles = TITLES[: draw(st.integers(2, len(TITLES)))]
    cell = st.one_of(st.sampled_from(scale), st.sampled_from(NOT_REQUIRED), st.none())
    rows = draw(
        st.lists(st.lists(cell, min_size=len(titles), max_size=len(titles)), min_size=1, max_size=8)
    )
    rows[0][0] = scale[0]
    needs = draw(st.lists(st.lists(st.sampled_from(titles), min_size=1, unique=True), max_size=6))
    return scale, titles, rows, needs


def read(scale, titles, rows, needs):
    """The framework of a list of roles, a ladder, one matrix and a list of skills."""
    names = [f"Craft {n}" for n in range(len(rows))]
    ladder = [(name, *(f"{name} at {level}" for level in scale)) for name in names]
    sheets = [
        sheet("Roles", ("Role", "Track"), *((title, "Trade") for title in titles)),
        sheet("Ladder", ("Competency", *scale), *ladder),
        sheet(
            "Trade", ("Trade track", *titles), *((n, *r) for n, r in zip(names, rows, strict=True))
        ),
    ]
    if needs:
        listed = [(f"Skill {n}", "; ".join(roles)) for n, roles in enumerate(needs)]
        sheets.append(sheet("Skills", ("Skill", "Role"), *listed))
    found = reading(*sheets)
    assert found.framework is not None, found.problems
    return found.framework


def expected(scale, rows, needs, titles, start, goal):
    """Every list of a comparison, worked out from the cells and nothing else."""
    rank = {None: None, **dict.fromkeys(NOT_REQUIRED, 0)}
    rank |= {level: place for place, level in enumerate(scale, 1)}
    word = {None: None, 0: "not required"} | dict(enumerate(scale, 1))
    lists = {"develop": [], "ease": [], "keep": [], "not_stated": []}
    shared = False
    for number, row in enumerate(rows):
        name = f"Craft {number}"
        here, there = rank[row[titles.index(start)]], rank[row[titles.index(goal)]]
        shared |= here is not None and there is not None
        if (here is None and there is None) or here == there == 0:
            continue
        if here is None or there is None:
            lists["not_stated"].append((name, word[here], word[there], None))
        elif here == there:
            lists["keep"].append((name, word[here]))
        else:
            kind = "develop" if there > here else "ease"
            lists[kind].append((name, word[here], word[there], abs(there - here)))
    rises = sum(change[3] for change in lists["develop"])
    skills = {
        "keep": [f"Skill {n}" for n, roles in enumerate(needs) if {start, goal} <= set(roles)],
        "learn": [f"Skill {n}" for n, r in enumerate(needs) if goal in r and start not in r],
        "leave": [f"Skill {n}" for n, r in enumerate(needs) if start in r and goal not in r],
    }
    return lists, skills, rises if shared else None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(books())
def test_any_framework(book):
    """There and back are mirrored, and both are what the cells say."""
    scale, titles, rows, needs = book
    framework = read(*book)
    roles = {role.title: role for role in framework.roles}
    for start, goal in combinations(titles, 2):
        there, back = both_ways(framework, roles[start], roles[goal])
        assert_mirrored(there, back)
        for found, ends in ((there, (start, goal)), (back, (goal, start))):
            lists, skills, rises = expected(scale, rows, needs, titles, *ends)
            assert lists["develop"] == told(found["develop"])
            assert lists["ease"] == told(found["ease"])
            assert lists["keep"] == [(c["competency"], c["level"]) for c in found["keep"]]
            assert lists["not_stated"] == told(found["not_stated"])
            assert skills == found["skills"]
            assert rises == found["steps_up"]
            for change in found["develop"]:
                assert [f"{change['competency']} at {change['to']}"] == change["statements"]
