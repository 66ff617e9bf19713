"""Comparisons, worked out by hand."""

from jobtrack_viz.gaps import compare
from tests.sheets import reading, sheet

SKILLS = sheet(
    "Skills",
    ("Skill", "Track", "Role", "Kind", "Category"),
    ("Version control", "Dev;Data", None, "essential", "skill"),
    ("Web design", "Dev", None, "desirable", "knowledge"),
    ("Query tuning", "Data", None, "essential", "skill"),
    ("Degree", "Data", None, "essential", "qualification"),
    ("Chairing", None, "Lead", "essential", "skill"),
)


def framework(*sheets):
    """The framework of these sheets, which have no errors."""
    result = reading(*sheets)
    assert result.framework is not None, result.problems
    return result.framework


def roles():
    """A developer (6), a lead (7) on the same track, and a data role (6) on another."""
    return framework(
        sheet(
            "Dev",
            (None, "Developer (6)", "Lead (7)"),
            ("Tact", "Low", "High"),
            ("Calm", "Med", "Med"),
            ("Care", "High", "Low"),
            ("Nerve", "-", "Low"),
            ("Wit", "-", "n/a"),
            ("Zeal", None, "Low"),
        ),
        sheet(
            "Data",
            (None, "Analyst (6)"),
            ("Tact", "Low"),
            ("Calm", "Med"),
            ("Care", "High"),
            ("Nerve", "-"),
            ("Wit", "-"),
        ),
        SKILLS,
    )


def compared(start, goal):
    """Two of the roles above, compared."""
    book = roles()
    return compare(book, book.role(start), book.role(goal))


def changes(group):
    """Each change as (competency, from, to, steps)."""
    return [(c.competency, c.start, c.goal, c.steps) for c in group]


def test_each_competency_is_in_one_list():
    """Rises, falls, what stays and what is not stated; required by neither is in none."""
    found = compared("developer", "lead")

    assert [("Tact", 1, 3, 2), ("Nerve", 0, 1, 1)] == changes(found.develop)
    assert [("Calm", 2, 2, 0)] == changes(found.keep)
    assert [("Care", 3, 1, 2)] == changes(found.ease)
    assert [("Zeal", None, 1)] == [(c.competency, c.start, c.goal) for c in found.not_stated]
    assert 3 == found.steps_up


def test_not_required_is_below_the_lowest_level_on_the_way_down_too():
    """From Low to not required is one level less."""
    assert ("Nerve", 1, 0, 1) in changes(compared("lead", "developer").ease)


def test_skills_are_compared_by_name():
    """Skills of the tracks and of the role itself: kept, new, used less."""
    found = compared("developer", "analyst").skills

    assert ["Version control"] == [skill.name for skill in found.keep]
    assert ["Query tuning", "Degree"] == [skill.name for skill in found.learn]
    assert ["Web design"] == [skill.name for skill in found.leave]
    assert ["Chairing"] == [s.name for s in compared("developer", "lead").skills.learn]


def test_a_required_qualification_stands_apart():
    """An essential qualification is a condition of the job."""
    assert ["Degree"] == [
        s.name for s in compared("developer", "analyst").skills.required_qualifications
    ]


def test_only_skills_are_new_between_grades_that_do_not_rise():
    """The same levels and grade, with new skills: the breadth is there."""
    across, up = compared("developer", "analyst"), compared("developer", "lead")

    assert (True, True, False) == (across.alike, across.only_skills_are_new, up.only_skills_are_new)


def test_a_higher_grade_is_never_only_skills():
    """Two roles described alike on different grades: job evaluation sees a difference."""
    book = framework(
        sheet("Dev", (None, "A (6)"), ("Tact", "Low")),
        sheet("Data", (None, "B (7)"), ("Tact", "Low")),
        sheet("Skills", ("Skill", "Track"), ("SQL", "Data")),
    )
    found = compare(book, book.role("a"), book.role("b"))

    assert (True, False, 1) == (found.alike, found.only_skills_are_new, found.grades_up)


def test_nothing_in_common_gives_no_number():
    """Two roles that state no competency in common cannot be counted."""
    book = framework(
        sheet("Dev", (None, "A (6)"), ("Tact", "Low")),
        sheet("Data", (None, "B (6)"), ("Calm", "High")),
    )
    found = compare(book, book.role("a"), book.role("b"))

    assert (None, False) == (found.steps_up, found.alike)
    assert ["Calm", "Tact"] == [change.competency for change in found.not_stated]
