"""The place for own levels, the ladder they are marked on, and how they are compared."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import app as app_module
from jobtrack_viz.gaps import Comparison, compare
from jobtrack_viz.model import Competency, Framework
from jobtrack_viz.settings import Settings
from layouts.answer import detail, result
from layouts.marks import ladder, marks_for, my_own_levels
from layouts.markup import to_html
from layouts.outcome import outcome_of

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"

VECTORS = json.loads(
    (Path(__file__).parent.parent / "vectors" / "levels.json").read_text(encoding="utf-8")
)


def told(comparison: Comparison, name: str) -> str:
    """What a comparison of roles says about one competency, in the words of the vectors."""
    asked = comparison.goal.levels.get(name)
    if asked == 0:
        return "not required"
    for word, changes in (
        ("more", comparison.develop),
        ("same", comparison.keep),
        ("less", comparison.ease),
        ("not stated" if asked is None else "not marked", comparison.not_stated),
    ):
        for change in changes:
            if change.competency == name:
                return f"{change.steps} more" if word == "more" else word
    return "in no list"


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["case"])
def test_comparing_roles_gives_what_the_page_gives(framework: Framework, vector):
    """Ranks that somebody marked are compared as those of a start would be."""
    role = framework.roles[0]
    names = dict.fromkeys([*vector["asks"], *vector["marked"]])
    alone = replace(framework, competencies=tuple(Competency(name) for name in names), skills=())
    start = replace(role, levels=vector["marked"])
    comparison = compare(alone, start, replace(role, levels=vector["asks"]))

    assert vector["outcomes"] == {name: told(comparison, name) for name in names}
    assert vector["levels_more"] == comparison.steps_up


def test_the_place_holds_what_both_roles_ask_for(published):
    """Ranks by competency; what a role does not state is absent."""
    outcome = outcome_of(published, {"start": "trainee", "goal": "senior-coder"})
    place = my_own_levels(published, outcome)[0]["props"]

    assert {"Listening": 3, "Deciding": 2} == json.loads(place["data-asks"])
    assert {"Listening": 1, "Deciding": 1, "Planning": 1} == json.loads(place["data-here"])
    assert ("senior-coder", "Senior coder (6)") == (place["data-marks-for"], place["data-goal"])
    assert "open" not in place


def test_where_the_place_stands(published):
    """Beside a comparison and on the card of a goal; not for a start alone, nor for nothing."""

    def places(**query: str) -> int:
        outcome = outcome_of(published, query)
        page = [result(published, outcome), detail(published, outcome)]
        return to_html(page).count("data-marks-for")

    assert [1, 1, 0, 0] == [
        places(start="trainee", goal="coder"),
        places(goal="coder"),
        places(start="trainee"),
        places(),
    ]


@pytest.mark.parametrize("levels", [{}, {"Listening": 0}])
def test_a_goal_without_levels_has_no_place(publish, framework, levels):
    """Nothing asked for, or only what is not required: nothing to mark."""
    roles = tuple(replace(role, levels=levels) for role in framework.roles)
    published = publish(framework, roles=roles)

    assert [] == my_own_levels(published, outcome_of(published, {"goal": "coder"}))


def test_a_shared_screen_has_no_place(published):
    """Nothing personal where others look on."""
    asked = {"start": "trainee", "goal": "coder", "present": "1"}

    assert [] == my_own_levels(published, outcome_of(published, asked))


def test_a_start_that_is_the_goal_too_fills_nothing_in(published):
    """Only another role's levels are something to begin with."""
    coder = published.framework.role("coder")

    assert "data-start" not in marks_for(published, coder, coder)


def test_the_ladder(framework):
    """Each level with its rank, its word and its statements; one rank below them all."""
    levels = ladder(framework)

    assert {"rank": 0, "label": "None of these yet"} == levels["none"]
    assert ["Listening", "Deciding", "Planning"] == [c["name"] for c in levels["competencies"]]
    assert {
        "rank": 2,
        "name": "Medium",
        "label": "Medium",
        "statements": ["Deciding at level 2."],
    } == levels["competencies"][1]["levels"][1]


def test_the_ladder_of_a_competency_with_levels_of_its_own(framework):
    """Its own words; positions that it does not have are left out; numbers are said as levels."""
    own = Competency("Stamina", "Body", "Keeps going.", (), ("", "Walks", "3"))
    found = ladder(replace(framework, competencies=(own,)))["competencies"][0]

    assert [(2, "Walks", "Walks", []), (3, "3", "Level 3", [])] == [
        tuple(level.values()) for level in found["levels"]
    ]
    assert ("Body", "Keeps going.") == (found["group"], found["definition"])


def test_the_ladder_is_served_for_the_version_of_a_page():
    """The version that a page shows has a ladder; any other has none."""
    client = app_module.create_app(Settings(workbook=SAMPLE)).server.test_client()
    version = client.get("/version").get_json()["id"]

    answer = client.get(f"/ladder?version={version}")
    assert 12 == len(answer.get_json()["competencies"])
    assert [404, 404] == [client.get(f"/ladder{q}").status_code for q in ("", "?version=x")]
