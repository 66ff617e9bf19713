"""The disadvantaged developer: the breadth is there, and only a named language is missing.

A developer in one team could not apply for a post in another, because the post named a programming
language. The method tells the two apart: breadth is the grade, a language can be learned.
"""

import pytest

from jobtrack_viz.gaps import compare
from layouts.comparison import breadth
from layouts.ladder_words import words_in_the_panel
from layouts.skills import only_skills_are_new, skills_and_knowledge
from tests.sheets import reading, sheet

LEVELS = (("Weighing options", "Med", "Med", "High"), ("Explaining", "Low", "Low", "Med"))


def book(*skills, grade="6", columns=("Skill", "Role", "Kind", "Category")):
    """Two developers described alike and a senior one; the second and third need some skills."""
    titles = ("Web Developer (6)", f"Payroll Developer ({grade})", "Senior Payroll Developer (7)")
    found = reading(
        sheet("Developer", ("Developer", *titles), *LEVELS),
        sheet(
            "Skills",
            columns,
            ("Version control", "Web Developer;Payroll Developer", "essential", "skill"),
            *skills,
        ),
    )
    assert found.framework is not None, found.problems
    return found.framework


LANGUAGE = ("COBOL", "Payroll Developer;Senior Payroll Developer", "essential", "skill")
DEGREE = ("A computing degree", "Payroll Developer", "essential", "qualification")


def between(framework, goal="payroll-developer"):
    """The web developer beside another role."""
    return compare(framework, framework.role("web-developer"), framework.role(goal))


def test_the_breadth_is_there_and_the_language_can_be_learned(texts_of):
    """Nothing is to develop; the language is named as what can be learned, and nothing else is."""
    framework = book(LANGUAGE)
    found = between(framework)

    assert ((), 0, True) == (found.develop, found.steps_up, found.only_skills_are_new)
    assert ["COBOL"] == [skill.name for skill in found.skills.learnable]
    assert "The breadth is there; what is new are skills. These can be learned: COBOL." == texts_of(
        only_skills_are_new(found)
    )
    assert "The breadth is there" in texts_of(breadth(framework, found, words_in_the_panel))
    assert "New to learn (1) COBOL Kept (1) Version control" in texts_of(
        skills_and_knowledge(found)
    )


def test_a_required_degree_is_a_condition_and_never_learnable(texts_of):
    """It is named as a condition beside the language, and stands under its own heading."""
    found = between(book(LANGUAGE, DEGREE))

    assert found.only_skills_are_new
    assert ["COBOL"] == [skill.name for skill in found.skills.learnable]
    assert ["A computing degree"] == [s.name for s in found.skills.required_qualifications]
    assert (
        "The breadth is there; what is new are skills. These can be learned: COBOL. "
        "A computing degree is required: a condition of the job."
        == texts_of(only_skills_are_new(found))
    )
    assert (
        "Required qualifications (1) A computing degree A condition of the job: check it before "
        "you apply. New to learn (1) COBOL" in texts_of(skills_and_knowledge(found))
    )


def test_a_degree_alone_is_not_only_skills(texts_of):
    """Where nothing but a degree is new, nobody is told that skills are new."""
    found = between(book(DEGREE))

    assert not found.only_skills_are_new
    assert () == found.skills.learnable
    assert "New to learn" not in texts_of(skills_and_knowledge(found))


@pytest.mark.parametrize(
    "name", ["BSc in computing", "Degree or equivalent", "Master's in data", "Two diplomas"]
)
def test_a_degree_whose_category_is_left_open(name):
    """A workbook without categories does not make a degree learnable."""
    found = between(
        book(LANGUAGE[:3], (name, *DEGREE[1:3]), columns=("Skill", "Role", "Kind"))
    ).skills

    assert ["COBOL"] == [skill.name for skill in found.learnable]
    assert [name] == [skill.name for skill in found.required_qualifications]


def test_a_degree_that_the_start_only_welcomes(texts_of):
    """Desirable here and required there: nobody knows that it is there, so it is a condition."""
    welcome = ("A computing degree", "Web Developer", "desirable", "qualification")
    found = between(book(LANGUAGE, DEGREE, welcome))

    assert ["A computing degree"] == [s.name for s in found.skills.required_qualifications]
    assert "Kept (1) Version control" in texts_of(skills_and_knowledge(found))


def test_experience_is_gained_and_not_learned(texts_of):
    """Years of a kind of work are told apart from what a course can teach."""
    years = ("Running a payroll", "Payroll Developer", "essential", "experience")
    found = between(book(LANGUAGE, years))

    assert ["COBOL"] == [skill.name for skill in found.skills.learnable]
    assert "Experience is gained at work: Running a payroll." in texts_of(
        only_skills_are_new(found)
    )


def test_a_senior_post_asks_for_breadth_too(texts_of):
    """Two levels are to develop; the language is still told apart, as a skill."""
    found = between(book(LANGUAGE), "senior-payroll-developer")

    assert ["Weighing options", "Explaining"] == [change.competency for change in found.develop]
    assert [] == only_skills_are_new(found)
    assert "New to learn (1) COBOL" in texts_of(skills_and_knowledge(found))


def test_a_higher_grade_with_the_same_levels(texts_of):
    """Job evaluation sees more than the matrix, so nobody is told that the breadth is there."""
    assert [] == only_skills_are_new(between(book(LANGUAGE, grade="7")))


def test_without_any_grade():
    """Where no role has a grade, levels alone are the breadth."""
    found = reading(
        sheet("Developer", ("Developer", "Web Developer", "Payroll Developer"), ("Tact", "3", "3")),
        sheet("Skills", ("Skill", "Role"), ("COBOL", "Payroll Developer")),
    ).framework

    assert compare(found, *found.roles).only_skills_are_new


def test_many_new_skills_are_named_in_part(texts_of):
    """Three by name, and how many others there are."""
    more = [(f"Tool {n}", *LANGUAGE[1:]) for n in range(5)]

    assert "learned: COBOL, Tool 0, Tool 1 and 3 others below." in texts_of(
        only_skills_are_new(between(book(LANGUAGE, *more)))
    )
