"""What docs/from-slides.md promises about tables that come from slides and documents."""

import pytest

from jobtrack_viz.workbook.grids import Cell
from tests.sheets import LADDER, problems, reading, sheet

HEAD = ("Competency", "Developer (6)", "Senior Developer (7)")
BODY = (("Tact", "Low", "Med"), ("Drive", "Low", "High"))
LEVELS = {"Developer (6)": {"Tact": 1, "Drive": 1}, "Senior Developer (7)": {"Tact": 2, "Drive": 3}}


def levels(*sheets):
    """Each role's levels, by its name."""
    return {role.name: dict(role.levels) for role in reading(*sheets).framework.roles}


@pytest.mark.parametrize(
    "rows",
    [
        (("Our matrix",), ("Version of May",), (), HEAD, *BODY),
        (HEAD, *BODY, (), ("Key",), ("Low", "beginning"), ("Med", "able")),
        (HEAD, ("Working with people",), BODY[0], (), ("Getting there",), BODY[1]),
        (("Competency", "Developer", "Senior Developer"), (None, "Grade 6", "Grade 7"), *BODY),
        (("Competency", "Developer\n(6)", "Senior\nDeveloper (7)"), *BODY),
        (("Job title", "Tact", "Drive"), (HEAD[1], "Low", "Low"), (HEAD[2], "Med", "High")),
    ],
    ids=["title and date", "key", "groups", "grades below", "line breaks", "roles down the side"],
)
def test_what_does_no_harm(rows):
    """The same levels as in the plain table."""
    assert LEVELS == levels(sheet("Developer", *rows))


def test_two_tables_on_one_slide():
    """A blank row parts them, and both are read."""
    second = (("Desk track", "Adviser (5)"), ("Tact", "Med"))
    found = levels(sheet("T", ("Developer track", *HEAD[1:]), *BODY, (), *second))

    assert LEVELS | {"Adviser (5)": {"Tact": 2}} == found


@pytest.mark.parametrize(
    ("row", "cell", "code"),
    [
        (("Tact", "Med*", "Med"), "B2", "level-unknown"),
        (("Tact", "✓", "Med"), "B2", "level-unknown"),
        (("Tact", Cell(1, 1, "2026-06-05", "date"), "Med"), "B2", "cell-date"),
    ],
    ids=["footnote mark", "tick", "date"],
)
def test_what_needs_a_hand(row, cell, code):
    """The cell is an error of its own."""
    assert [("error", code, "Developer", cell)] == problems(sheet("Developer", HEAD, row, BODY[1]))


def test_merged_levels():
    """Each cell under the merged one is an error."""
    found = problems(sheet("Developer", HEAD, ("Tact", "Low"), BODY[1], merged=((2, 2, 2, 3),)))

    assert [("error", "level-merged", "Developer", cell) for cell in ("B2", "C2")] == found


def test_ticks_with_a_ladder_of_one_level():
    """A ladder with the one level Yes makes a matrix of Yes and dashes."""
    ladder = sheet("Ladder", ("Competency", "Yes"), ("Tact", "Shows tact"), ("Drive", "Has drive"))
    matrix = sheet("Developer", HEAD, ("Tact", "Yes", "Yes"), ("Drive", "-", "Yes"))

    assert {
        "Developer (6)": {"Tact": 1, "Drive": 0},
        "Senior Developer (7)": {"Tact": 1, "Drive": 1},
    } == (levels(ladder, matrix))


def test_several_statements_keep_their_lines():
    """Bullets may stay; each line is a statement."""
    rows = (LADDER[0], ("Tact", "• Listens\n• Asks", "- Explains", "Mediates"))
    found = reading(sheet("Ladder", *rows), sheet("Developer", HEAD, BODY[0])).framework

    assert (("Listens", "Asks"), ("Explains",), ("Mediates",)) == found.competencies[0].statements
