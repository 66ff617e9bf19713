"""From one role to all others: the same as every comparison and every journey, all at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobtrack_viz.gaps import compare
from jobtrack_viz.journeys import Preferences, find_journeys
from jobtrack_viz.model import About, Competency, Framework, Grade, Move, Role, Skill, Track
from jobtrack_viz.network import build_network
from jobtrack_viz.reach import fits_grades, in_order, reach
from jobtrack_viz.workbook import read_workbook
from tests.sheets import reading, sheet

SAMPLE = Path(__file__).parents[1] / "data" / "sample.xlsx"

TRACKS = ("Desk", "Code", "Data")
COMPETENCIES = ("Tact", "Calm", "Care")
IDS = "abcdefg"
RANKS = (0.0, 0.5, 1.0, 2.0, None)


def role(role_id, rank, tracks, levels, people):
    """A role on grades 1 to 3; 1/2 spans two of them."""
    grade = {0.5: "1/2", None: None}.get(rank, rank is not None and f"{rank + 1:g}")
    return Role(role_id, f"Role {role_id}", grade, rank, tracks, levels, manages_people=people)


@st.composite
def frameworks(draw):
    """Up to seven roles with levels, skills and moves of every kind."""
    ids = IDS[: draw(st.integers(1, len(IDS)))]
    names = st.lists(st.sampled_from(TRACKS), min_size=1, max_size=2, unique=True)
    levels = st.dictionaries(st.sampled_from(COMPETENCIES), st.integers(0, 3))
    roles = tuple(
        role(
            role_id,
            draw(st.sampled_from(RANKS)),
            tuple(sorted(draw(names), key=TRACKS.index)),
            draw(levels),
            draw(st.booleans()),
        )
        for role_id in ids
    )
    kinds = st.sampled_from(("progression", "transfer", "step up", "step down"))
    ends = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    moves = (
        draw(st.lists(st.tuples(ends, kinds, st.booleans()), max_size=8)) if len(ids) > 1 else []
    )
    skills = st.builds(
        Skill,
        st.sampled_from(("SQL", "A degree", "Driving", "Law")),
        st.lists(st.sampled_from(TRACKS), max_size=2).map(tuple),
        st.lists(st.sampled_from(ids), max_size=2).map(tuple),
        st.sampled_from(("essential", "desirable")),
        st.sampled_from(("skill", "knowledge", "qualification", "experience")),
    )
    return Framework(
        About(),
        ("Low", "Medium", "High"),
        tuple(Grade(str(rank + 1), rank) for rank in range(3)),
        tuple(
            Track(name, tuple(r.id for r in roles if name in r.tracks))
            for name in TRACKS
            if any(name in r.tracks for r in roles)
        ),
        roles,
        tuple(Competency(name) for name in COMPETENCIES),
        tuple(Move(*pair, kind, both) for pair, kind, both in moves),
        tuple(
            skill
            for skill in draw(st.lists(skills, max_size=6))
            if all(any(name in r.tracks for r in roles) for name in skill.tracks)
        ),
    )


def told(reached):
    """What is said of a role in figures and skills."""
    return (
        reached.levels_more,
        reached.competencies,
        reached.unstated,
        reached.grades_up,
        reached.skills,
        reached.qualifications,
    )


def compared(framework, start, goal):
    """The same, from a comparison of the two."""
    found = compare(framework, start, goal)
    essential = [skill for skill in found.skills.learn if skill.kind == "essential"]
    required = found.skills.required_qualifications
    return (
        found.steps_up,
        len(found.develop),
        sum(change.start is None and change.goal > 0 for change in found.not_stated),
        found.grades_up,
        tuple(skill for skill in essential if skill not in required),
        required,
    )


def journey_moves(network, start, goal, **wishes):
    """The moves of the shortest journey, as the page would find it; None without one."""
    lower = None not in (start.rank, goal.rank) and goal.rank < start.rank
    down = wishes.pop("step_down", False) or lower
    found = find_journeys(network, start, goal, Preferences(step_down=down, **wishes))
    return min((len(journey.legs) for journey in found), default=None)


@pytest.fixture(scope="module")
def sample():
    """The network of the sample."""
    return build_network(read_workbook(SAMPLE.read_bytes()).framework)


def test_every_pair_of_the_sample_is_as_compared(sample):
    """2,256 pairs: levels, competencies, grades, skills and qualifications."""
    framework = sample.graph["framework"]
    pairs = [(start, found) for start in framework.roles for found in reach(sample, start)]

    assert len(pairs) == 48 * 47
    assert [] == [
        (start.id, found.role.id)
        for start, found in pairs
        if told(found) != compared(framework, start, found.role)
    ]


def test_every_pair_of_the_sample_is_as_far_as_its_shortest_journey(sample):
    """Moves are counted as journeys count them, to higher and to lower grades."""
    framework = sample.graph["framework"]

    assert [] == [
        (start.id, found.role.id)
        for start in framework.roles
        for found in reach(sample, start)
        if found.moves != journey_moves(sample, start, found.role)
    ]


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_any_pair_is_as_compared(framework):
    """Levels that are not required or not stated, spans, no grades, skills of both kinds."""
    network = build_network(framework)
    for start in framework.roles:
        found = reach(network, start)

        assert [r.id for r in framework.roles if r != start] == [x.role.id for x in found]
        assert [compared(framework, start, x.role) for x in found] == [told(x) for x in found]


@settings(max_examples=60, deadline=None)
@given(
    frameworks(),
    st.frozensets(st.sampled_from(TRACKS), max_size=2),
    st.booleans(),
    st.booleans(),
)
def test_any_role_is_as_far_as_its_shortest_journey(framework, avoid, people, down):
    """Whatever somebody wishes of journeys."""
    network = build_network(framework)
    wishes = {"avoid": avoid, "no_people": people, "step_down": down}
    for start in framework.roles:
        found = reach(network, start, **wishes)

        assert [journey_moves(network, start, x.role, **wishes) for x in found] == [
            x.moves for x in found
        ]


BOOK = (
    sheet(
        "Dev",
        (None, "Developer (6)", "Lead (7)"),
        ("Tact", "Low", "High"),
        ("Calm", "Med", "Med"),
        ("Zeal", None, "Low"),
    ),
    sheet("Data", (None, "Analyst (6)"), ("Tact", "Low"), ("Calm", "Med")),
    sheet(
        "Skills",
        ("Skill", "Track", "Kind", "Category"),
        ("Version control", "Dev;Data", "essential", "skill"),
        ("Query tuning", "Data", "essential", "skill"),
        ("Statistics", "Data", "desirable", "skill"),
        ("Degree", "Data", "essential", "qualification"),
    ),
)


def test_by_hand():
    """No level more is not all: the analyst asks for a skill and a degree, the lead for Zeal."""
    framework = reading(*BOOK).framework
    found = {x.role.id: x for x in reach(build_network(framework), framework.role("developer"))}
    lead, analyst = found["lead"], found["analyst"]

    assert (2, 1, 1, 1) == (
        lead.levels_more,
        lead.competencies,
        lead.unstated,
        lead.grades_up,
    )
    assert (0, ["Query tuning"], ["Degree"]) == (
        analyst.levels_more,
        [skill.name for skill in analyst.skills],
        [skill.name for skill in analyst.qualifications],
    )
    assert (True, True) == (lead.asks_besides, analyst.asks_besides)


def test_levels_that_nobody_compares_are_unknown():
    """A role without levels asks for an unknown number of levels more, and not for none."""
    framework = reading(
        *BOOK, sheet("Roles", ("Role", "Grade", "Track"), ("Planner", "7", "Dev"))
    ).framework
    found = {x.role.id: x for x in reach(build_network(framework), framework.role("developer"))}

    assert (None, 0, False) == (
        found["planner"].levels_more,
        found["planner"].unstated,
        found["planner"].asks_besides,
    )


def grades(*labels):
    """What each filter keeps of roles on these grades and of one on another track, from a 6."""
    rows = [(f"Role {label}", label, "Dev") for label in labels]
    framework = reading(
        sheet(
            "Roles",
            ("Role", "Grade", "Track"),
            ("Start", "6", "Dev"),
            ("Aside", "6", "Data"),
            ("Ungraded", None, "Data"),
            *rows,
        ),
    ).framework
    start = framework.role("start")
    found = reach(build_network(framework), start)
    return {
        name or "higher": [x.role.title[5:] or "-" for x in found if fits_grades(start, x, name)]
        for name in ("", "here", "next", "sideways", "all")
    }


def test_grades_that_somebody_wants_to_see():
    """A span stands between its ends; without a grade a role is only among all."""
    kept = grades("5", "5/6", "6", "6/7", "7", "7/8", "8", "9")

    assert ["-", "6", "6/7", "7", "7/8", "8", "9"] == kept["higher"]
    assert ["-", "6"] == kept["here"]
    assert ["6/7", "7", "7/8"] == kept["next"]
    assert ["-"] == kept["sideways"]
    assert ["-", "ded", "5", "5/6", "6", "6/7", "7", "7/8", "8", "9"] == kept["all"]


def test_without_a_grade_every_role_is_shown():
    """Nobody knows what is higher; other tracks are still other tracks."""
    framework = reading(
        sheet(
            "Roles",
            ("Role", "Grade", "Track"),
            ("Start", None, "Dev"),
            ("Next", "7", "Dev"),
            ("Aside", "4", "Data"),
        ),
    ).framework
    start = framework.role("start")
    found = reach(build_network(framework), start)

    assert ["next", "aside"] == [x.role.id for x in found if fits_grades(start, x, "")]
    assert ["aside"] == [x.role.id for x in found if fits_grades(start, x, "sideways")]


def test_orders():
    """Fewest levels, lowest grade, fewest new skills or by title; what is unknown comes last."""
    framework = reading(
        *BOOK, sheet("Roles", ("Role", "Grade", "Track"), ("Clerk", "5", "Dev"))
    ).framework
    found = reach(build_network(framework), framework.role("developer"))

    def ids(sort):
        return [x.role.id for x in in_order(found, sort)]

    assert ["analyst", "lead", "clerk"] == ids("") == ids("levels")
    assert ["clerk", "analyst", "lead"] == ids("grade")
    assert ["lead", "clerk", "analyst"] == ids("skills")
    assert ["analyst", "clerk", "lead"] == ids("title")


def test_a_framework_of_one_role():
    """There is nowhere to go."""
    framework = reading(sheet("Roles", ("Role",), ("Keeper",))).framework

    assert () == reach(build_network(framework), framework.roles[0])
