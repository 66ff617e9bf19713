"""Answers for programs and people name levels as the workbook does."""

from dataclasses import replace

import pytest

from jobtrack_viz.gaps import compare
from jobtrack_viz.guidance import CaseStudy, LevelProfile, Process, ProfileText
from jobtrack_viz.report import comparison_json, comparison_text, guidance_text


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


LOW = LevelProfile("Low", ("5",), ((1.0, 1.0),), texts=(ProfileText("Reach", "", ("One team",)),))
HIGH = replace(
    LOW,
    level="High",
    grades=("6",),
    ranks=((2.0, 2.0),),
    texts=(ProfileText("Reach", "", ("One team", "Two teams")),),
)


@pytest.mark.parametrize(
    ("profiles", "ends", "said"),
    [
        ((LOW, HIGH), ("coder", "senior-coder"), "  New at High\n    Two teams\n"),
        ((LOW, HIGH), ("adviser", "coder"), "  Both are at the level Low\n"),
        ((HIGH,), ("coder", "senior-coder"), "  Only this level is described: High\n"),
        ((HIGH,), ("senior-coder", "coder"), "  Only this level is described: High\n"),
        (
            (),
            ("senior-coder", "coder"),
            "complexity\n  Nothing is stated for either role\n\nSkills",
        ),
    ],
)
def test_levels_for_people(framework, profiles, ends, said):
    """Roles without levels of competencies are compared by the levels that describe them."""
    bare = tuple(replace(role, levels={}) for role in framework.roles)
    changed = replace(framework, roles=bare, profiles=profiles)
    start, goal = (changed.role(end) for end in ends)

    assert said in comparison_text(changed, compare(changed, start, goal))


def test_a_comparison_without_skills(framework):
    """A heading with nothing below it would look like a fault."""
    bare = replace(framework, skills=())
    said = comparison_text(bare, compare(bare, bare.role("coder"), bare.role("senior-coder")))

    assert said.endswith("Skills and knowledge\n  Nothing is listed for either role")


def test_what_stands_beside_levels_and_moves(framework):
    """People see in one line what else was read; of what there is none, nothing is said."""
    story = CaseStudy("Up", "", "", ())
    told = replace(framework, stories=(story, story), processes=(Process("vacancy", "Apply", ()),))

    assert "Beside them: 4 skills, 1 process, 2 stories" == guidance_text(told)
    assert "" == guidance_text(replace(framework, skills=()))
