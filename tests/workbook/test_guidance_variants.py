"""The same five lists, written as different people write them, say the same."""

import pytest

from jobtrack_viz.workbook.grids import Cell, Grid
from tests.sheets import DEVELOPER, LADDER, reading, sheet

LISTS = {
    "Development": [
        ("Competency", "To level", "On the job", "With others", "Formal training"),
        ("Creativity", "Medium", "Sketch\nTry", "Ask", "A course"),
        ("Problem Solving", "High", "Lead", None, "Another course"),
    ],
    "Level profiles": [
        ("Level", "Grades", "Track", "Description", "Section", "Topic", "Text"),
        ("Skilled", "6", "Developer", "Works alone.", "Skills", "Tact", "Listens\nAsks"),
        ("Skilled", "6", "Developer", None, "Skills", "Words", "Writes"),
        ("Skilled", "6", "Developer", None, "Experiences", None, "Ships"),
        ("Skilled", "6", "Developer", None, "Experiences", "At night", "Is on call"),
        ("Senior", "7", None, "Leads.", "Skills", None, "Decides"),
    ],
    "How moves happen": [
        ("Kind", "Title", "Text", "Link"),
        ("vacancy", "Apply", "Look.\nAsk.", "https://example.org/jobs"),
        ("shadowing", "A day beside somebody", "Ask first.", None),
    ],
    "Case studies": [
        ("Title", "From", "To", "Story", "Consent"),
        ("Up", "Developer", "Senior Developer", "One.\nTwo.", "yes"),
    ],
    "Job descriptions": [
        ("Role", "Section", "Heading", "Text", "Order", "Kind"),
        ("Developer", "Duties", "1. Build", "Code\nTest", "2", None),
        ("Developer", "Summary", None, "Makes.", "1", None),
        ("Developer", "Skills", None, "Tact", "3", "desirable"),
    ],
}


def as_is(rows):
    """The rows as they are typed above."""
    return rows


def title_above(rows):
    """A title, who wrote it, and a blank row over the header."""
    return [("Careers framework",), ("Version 3, Human Resources",), (), *rows]


def turned_round(rows):
    """The columns from right to left."""
    return [tuple(reversed(row)) for row in rows]


def moved(rows):
    """Two blank columns and rows before the table."""
    return [(), (), *((None, None, *row) for row in rows)]


def with_gaps(rows):
    """A blank row after each row."""
    return [line for row in rows for line in (row, ())]


def loud(rows):
    """Headings in capitals with a colon, and words of closed vocabularies in capitals."""
    header, *body = rows
    words = {"yes", "vacancy", "shadowing", "desirable", "Medium", "High"}
    return [
        tuple(f"{text.upper()}:" for text in header),
        *(tuple(x.upper() if x in words else x for x in row) for row in body),
    ]


def bulleted(rows):
    """A bullet before each of several lines in a cell."""
    return [
        tuple(
            "\n".join(f"• {line}" for line in x.split("\n")) if x and "\n" in x else x for x in row
        )
        for row in rows
    ]


def numbered(rows):
    """Grades and orders as numbers."""
    return [tuple(int(x) if x and x.isdecimal() else x for x in row) for row in rows]


def commented(rows):
    """A column of somebody's own at the end."""
    header, *body = rows
    return [(*header, "Who wrote it"), *((*row, "Finance") for row in body)]


def first_rows_only(rows):
    """Labels that come again are left blank below their first row."""
    header, *body = rows
    labels = {"Level", "Grades", "Track", "Role", "Section"}
    told = dict.fromkeys(header)
    lines = []
    for row in body:
        again = [name in labels and told[name] == x for name, x in zip(header, row, strict=True)]
        parent = row[0] == told[header[0]]
        lines.append(tuple(None if a and parent else x for a, x in zip(again, row, strict=True)))
        told = dict(zip(header, row, strict=True))
    return [header, *lines]


VARIANTS = (
    title_above,
    turned_round,
    moved,
    with_gaps,
    loud,
    bulleted,
    numbered,
    commented,
    first_rows_only,
)


def read(grids):
    """A sound framework with these sheets beside a ladder and a matrix."""
    result = reading(sheet("Ladder", *LADDER), sheet("Developer", *DEVELOPER), *grids)
    assert result.framework is not None, result.problems
    return result.framework


def guidance(framework):
    """What the five lists say."""
    return (
        framework.development,
        framework.profiles,
        framework.processes,
        framework.stories,
        framework.descriptions,
    )


EXPECTED = guidance(read([sheet(name, *rows) for name, rows in LISTS.items()]))


def test_the_lists_say_something():
    """Each of the lists fills its part of the framework."""
    assert [2, 2, 2, 1, 1] == [len(values) for values in EXPECTED]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("named", [True, False], ids=["named", "Sheet1"])
def test_another_way_of_writing(variant, named):
    """Neither place, order, capitals, bullets nor names of sheets change what is read."""
    grids = [
        sheet(name if named else f"Sheet{number}", *variant(rows))
        for number, (name, rows) in enumerate(LISTS.items(), start=1)
    ]

    assert EXPECTED == guidance(read(grids))


def test_merged_labels():
    """A level, its grades and its track merged over several rows are filled."""
    rows = [list(row) for row in LISTS["Level profiles"]]
    rows[2][:3] = rows[3][:3] = rows[4][:3] = [None, None, None]
    merged = tuple((2, column, 5, column) for column in (1, 2, 3))
    others = [sheet(name, *body) for name, body in LISTS.items() if name != "Level profiles"]

    assert EXPECTED == guidance(read([*others, sheet("P", *map(tuple, rows), merged=merged)]))


def test_a_formula_with_a_value():
    """A text that a formula made is read like any other."""
    rows = LISTS["Case studies"]
    made = tuple(Cell(1, 1, x, "text", True) for x in rows[1])
    others = [sheet(name, *body) for name, body in LISTS.items() if name != "Case studies"]
    told: Grid = sheet("Case studies", rows[0], made)

    assert EXPECTED == guidance(read([*others, told]))
