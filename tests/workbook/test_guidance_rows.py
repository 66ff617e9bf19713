"""Whatever rows the five lists have, reading them neither fails nor loses a text in silence."""

from dataclasses import astuple

from hypothesis import given, settings
from hypothesis import strategies as st

from jobtrack_viz.workbook.grids import Cell
from tests.sheets import DEVELOPER, LADDER, reading, sheet

HEADERS = {
    "Development": ("Competency", "To level", "On the job", "With others", "Formal training"),
    "Level profiles": ("Level", "Grades", "Track", "Section", "Topic", "Text"),
    "How moves happen": ("Kind", "Title", "Text"),
    "Case studies": ("Title", "From", "To", "Story", "Consent"),
    "Job descriptions": ("Role", "Section", "Heading", "Text", "Order", "Kind"),
}
WORDS = {
    "Competency": ("Creativity", "problem solving"),
    "To level": ("Low", "med", "High"),
    "Grades": ("6", "6/7", "Grade 7", "5; 9", "6 to 7", None),
    "Track": ("Developer", None),
    "Kind": {"How moves happen": ("vacancy", "Step-up"), "Job descriptions": ("essential", None)},
    "From": ("Developer", "senior-developer", None),
    "To": ("Senior Developer (7)", None),
    "Consent": ("yes",),
    "Role": ("Developer", "Senior Developer", "Developer; Senior Developer"),
    "Order": ("1", "2.10", "2.9", None),
}
STRANGE = (
    "?",
    "",
    "6",
    "not required",
    Cell(1, 1, "2026-06-05", "date"),
    Cell(1, 1, "#REF!", "error"),
    Cell(1, 1, "7", "number"),
)


def words(kind, column):
    """What a sound cell of a column may say."""
    found = WORDS.get(column, ())
    return found[kind] if isinstance(found, dict) else found


@st.composite
def sheets(draw, strange):
    """One of the lists with some rows; texts that are free are all different."""
    kind = draw(st.sampled_from(sorted(HEADERS)))
    header = HEADERS[kind]
    rows = []
    for number in range(draw(st.integers(1, 6))):
        row = []
        for column in header:
            known = words(kind, column)
            cell = draw(st.sampled_from(known)) if known else f"{column} {number}\nand more"
            if column in ("Section", "Heading", "Level", "Topic", "Title"):
                cell = f"{column} {draw(st.integers(0, 2))}"
            if strange and draw(st.integers(0, 3)) == 0:
                cell = draw(st.sampled_from(STRANGE)) or None
            row.append(cell)
        rows.append(tuple(row))
    return kind, rows, sheet(kind, header, *rows)


def texts(value):
    """Every text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)


@settings(max_examples=150, deadline=None)
@given(sheets(strange=False))
def test_no_text_is_lost(drawn):
    """Every line of every free text of a sound sheet is in the framework."""
    kind, rows, grid = drawn
    framework = reading(sheet("Ladder", *LADDER), sheet("Developer", *DEVELOPER), grid).framework
    book = (
        framework.development,
        framework.profiles,
        framework.processes,
        framework.stories,
        framework.descriptions,
    )
    found = {text for group in book for value in group for text in texts(astuple(value))}
    written = {
        line
        for row in rows
        for column, cell in zip(HEADERS[kind], row, strict=True)
        for line in (cell or "").split("\n")
        if not words(kind, column)
    }

    assert set() == written - found


@settings(max_examples=150, deadline=None)
@given(sheets(strange=True), st.booleans())
def test_strange_cells_are_problems_and_not_failures(drawn, with_roles):
    """Any cell is read or told; a framework stands exactly where there is no error."""
    _, _, grid = drawn
    book = [sheet("Ladder", *LADDER), sheet("Developer", *DEVELOPER)] if with_roles else []
    result = reading(*book, grid)

    assert (result.framework is None) == any(p.severity == "error" for p in result.problems)
