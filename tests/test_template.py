"""The template: what HR finds in it, and what reading says before and after it is filled in."""

import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from jobtrack_viz.workbook import read_workbook
from jobtrack_viz.workbook.vocabulary import CHOICES

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "data" / "template.xlsx"
MATRIX = "Track name"
HEADINGS = {
    MATRIX: "Competency, Job Title (Grade), Job Title (Grade), Job Title (Grade)",
    "Ladder": "Competency, Group, Definition, Low, Medium, High",
    "Grades": "Grade, Name, Note, Link",
    "Tracks": "Track, Group, Status, Description, Colour, Posts",
    "Roles": "Role, Grade, Track, Also known as, Summary, Status, Manages people, HERA reference, "
    "Reports to, Link, ID, Posts",
    "Moves": "From, To, Kind, How it happens, Both ways, Link",
    "Skills": "Skill, Track, Role, Kind, Category, Technology, Equivalent experience",
    "Development": "Competency, To level, On the job, With others, Formal training",
    "Level profiles": "Level, Grades, Track, Description, Section, Topic, Text, Link",
    "How moves happen": "Kind, Title, Text, Link",
    "Case studies": "Title, From, To, Story, Link, Consent",
    "Job descriptions": "Role, Section, Heading, Text, Kind, Order",
    "Matrix, long form": "Role, Competency, Level, Track, Grade",
    "Ladder, long form": "Competency, Level, Descriptor, Group, Definition",
}
UNFILLED = [("error", "heading-placeholder", MATRIX, cell) for cell in ("B1", "C1", "D1")]
GUIDE = ("note", "sheet-not-used", "Guide", "A1")


@pytest.fixture
def book():
    """The template, open for filling in."""
    return openpyxl.load_workbook(TEMPLATE)


def problems(reading):
    """Every problem as (severity, code, sheet, cell)."""
    return [(p.severity, p.code, p.sheet, p.cell) for p in reading.problems]


def read(book):
    """What reading a workbook says once it is saved."""
    saved = BytesIO()
    book.save(saved)
    return read_workbook(saved.getvalue())


def choices(sheet):
    """The cells of each list that a sheet offers: cells -> (what it offers, may others stand?)."""
    found = sheet.data_validations.dataValidation
    return {str(v.sqref): (v.formula1, not v.showErrorMessage) for v in found}


def test_the_words_make_the_file(tmp_path):
    """Writing it anew gives the same bytes."""
    target = tmp_path / "again.xlsx"
    subprocess.run([sys.executable, ROOT / "data" / "make_template.py", target], check=True)

    assert TEMPLATE.read_bytes() == target.read_bytes()


def test_another_reader_sees_the_same_headings():
    """A sheet for the guide, for About and for each table of the contract, and nothing below."""
    other = CalamineWorkbook.from_path(TEMPLATE)
    rows = {name: other.get_sheet_by_name(name).to_python() for name in other.sheet_names}

    assert ["Guide", "About", *HEADINGS] == other.sheet_names
    assert {name: [line.split(", ")] for name, line in HEADINGS.items()} == {
        name: rows[name] for name in HEADINGS
    }


def test_untouched_it_asks_for_job_titles():
    """The three unfilled headings are errors; the guide is not used; nothing else is said."""
    assert [*UNFILLED, GUIDE] == problems(read_workbook(TEMPLATE.read_bytes()))


def test_one_filled_matrix_is_enough(book):
    """Two roles in the matrix, the third heading cleared: a framework, and no warning."""
    sheet = book[MATRIX]
    sheet.title = "Developer"
    rows = (("Developer (6)", "Senior Developer (7)", None), ("Low", "Med", None))
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=2):
            sheet.cell(row, column, value).value = value
    sheet["A2"] = "Problem Solving"
    book["Ladder"]["A2"] = "Problem Solving"
    book["Ladder"]["D2"] = "Solves known ones"
    book["Ladder"]["E2"] = "Solves new ones"
    found = read(book)

    assert [GUIDE] == problems(found)
    assert ["Developer"] == [track.name for track in found.framework.tracks]
    assert [
        ("Developer (6)", {"Problem Solving": 1}),
        ("Senior Developer (7)", {"Problem Solving": 2}),
    ] == [(role.name, dict(role.levels)) for role in found.framework.roles]


def test_the_lists_can_be_filled_in(book):
    """A grade, a track, roles, a move and a skill below the headings say what they should."""
    book.remove(book[MATRIX])
    book["Grades"].append(["5/6", "Skilled"])
    for name in ("5", "6"):
        book["Grades"].append([name])
    book["Tracks"].append(["Desk", "Services", "draft"])
    book["Roles"].append(["Adviser", "5", "Desk", "Officer", "Answers", "open", "no"])
    book["Roles"].append(["Lead", "6", "Desk", None, None, "planned", "yes", "007"])
    book["Moves"].append(["Adviser", "Lead", "progression", "Apply"])
    book["Skills"].append(["Patience", "Desk", None, "desirable", "experience", "no", "yes"])
    found = read(book).framework

    assert [("Adviser", "5", False), ("Lead", "6", True)] == [
        (role.title, role.grade, role.manages_people) for role in found.roles
    ]
    assert ("007", "planned") == (found.roles[1].hera_reference, found.roles[1].status)
    assert [("adviser", "lead", "progression", "Apply")] == [
        (move.source, move.target, move.kind, move.note) for move in found.moves
    ]
    assert ("draft", "Services") == (found.tracks[0].status, found.tracks[0].group)
    assert ("desirable", "experience") == (found.skills[0].kind, found.skills[0].category)


def test_every_heading_has_a_note(book):
    """A note on each heading says what goes below it, and on each label of About."""
    without = [
        (sheet.title, cell.coordinate)
        for sheet in book
        for cell in (sheet["A"] if sheet.title == "About" else sheet[1])
        if cell.value and not cell.comment and sheet.title != "Guide"
    ]

    assert [] == without


def test_closed_lists_offer_the_words_that_are_read(book):
    """Every vocabulary that reading knows is offered as a list, in the same words."""
    offered = Counter(what for sheet in book for what, _ in choices(sheet).values())

    missing = [words for words in CHOICES.values() if f'"{",".join(words)}"' not in offered]
    assert [] == missing


def test_levels_come_from_the_ladder(book):
    """Each cell of the matrix offers the ladder's level columns, and warns of anything else."""
    found = book[MATRIX].data_validations.dataValidation
    levels = next(v for v in found if "B2" in v.sqref)

    assert "OFFSET(Ladder!$D$1,0,0,1,MAX(1,COUNTA(Ladder!$D$1:$M$1)))" == levels.formula1
    assert ("warning", True) == (levels.errorStyle, levels.showErrorMessage)


@pytest.mark.parametrize(
    ("sheet", "cell", "source"),
    [
        ("Roles", "B2", "Grades!$A$2"),
        ("Roles", "C2", "Tracks!$A$2"),
        ("Moves", "A9", "Roles!$A$2"),
        ("Skills", "C2000", "Roles!$A$2"),
        (MATRIX, "A2", "Ladder!$A$2"),
        ("Development", "A2", "Ladder!$A$2"),
    ],
)
def test_names_are_offered_but_not_enforced(book, sheet, cell, source):
    """Grades, tracks, roles and competencies are lists of the sheets that hold them."""
    found = book[sheet].data_validations.dataValidation
    offered = next(v for v in found if cell in v.sqref)

    assert offered.formula1.startswith(f"OFFSET({source},")
    assert not offered.showErrorMessage


def test_columns_of_grades_are_text(book):
    """5/6 typed below these headings stays what it is."""
    columns = (("Grades", "A"), ("Roles", "B"), ("Level profiles", "B"), ("Matrix, long form", "E"))

    assert ["@"] * 4 == [book[s].column_dimensions[c].number_format for s, c in columns]
    assert {"@"} == {cell.number_format for cell in book[MATRIX][1][1:]}


def test_headings_stay_in_view(book):
    """The first row and column of every table are frozen."""
    assert {"B2"} == {book[name].freeze_panes for name in HEADINGS}


def test_the_sheets_of_texts_can_be_filled_in(book):
    """Options, a profile, a process, a story and a document below the headings are read."""
    sheet = book[MATRIX]
    for cell, value in (("B1", "Adviser (5)"), ("C1", "Lead (6)"), ("D1", None)):
        sheet[cell].value = value
    for cell, value in (("A2", "Tact"), ("B2", "Low"), ("C2", "Med")):
        sheet[cell].value = value
    book["Development"].append(["Tact", "Medium", "Chair a meeting", "Watch a chair", "A course"])
    book["Level profiles"].append(["Skilled", "5", None, "Able", "Behaviours", "Work", "Helps"])
    book["How moves happen"].append(["vacancy", "Apply", "Write to us"])
    book["Case studies"].append(["Up", "Adviser", "Lead", "It went well", None, "yes"])
    book["Job descriptions"].append(["Lead", "Duties", "Desk", "Runs it", "essential", 1])
    found = read(book).framework

    assert [("Tact", 2, ("Chair a meeting",), ("A course",))] == [
        (d.competency, d.rank, d.on_the_job, d.formal_training) for d in found.development
    ]
    assert [("Skilled", ("5",), "Able")] == [
        (p.level, p.grades, p.description) for p in found.profiles
    ]
    assert [("vacancy", "Apply", ("Write to us",))] == [
        (p.kind, p.title, p.lines) for p in found.processes
    ]
    assert [("Up", "adviser", "lead")] == [(s.title, s.source, s.target) for s in found.stories]
    assert [("lead", "Duties", "Desk", ("Runs it",))] == [
        (d.role, p.section, p.heading, p.lines) for d in found.descriptions for p in d.passages
    ]


def test_the_long_forms_can_be_filled_in(book):
    """With the matrix cleared and the wide ladder left alone, rows of the long forms count."""
    for cell in ("B1", "C1", "D1"):
        book[MATRIX][cell].value = None
    for level, words in (("Low", "Listens"), ("High", "Mediates")):
        book["Ladder, long form"].append(["Tact", level, words, "People"])
    book["Matrix, long form"].append(["Adviser (5)", "Tact", "Low", "Desk"])
    book["Matrix, long form"].append(["Lead", "Tact", "High", "Desk", "6"])
    found = read(book).framework

    assert ("Low", "High") == found.scale
    assert [("Adviser (5)", ("Desk",), {"Tact": 1}), ("Lead (6)", ("Desk",), {"Tact": 2})] == [
        (role.name, role.tracks, dict(role.levels)) for role in found.roles
    ]
    assert ("People", (("Listens",), ("Mediates",))) == (
        found.competencies[0].group,
        found.competencies[0].statements,
    )
