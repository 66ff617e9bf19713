"""The comparison for Excel, read back with another reader."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from jobtrack_viz.export.comparison_xlsx import comparison_xlsx
from jobtrack_viz.gaps import compare
from jobtrack_viz.guidance import LevelProfile, ProfileText


@pytest.fixture
def book_of(plan_for):
    """The bytes of a comparison."""

    def made(framework, start, goal):
        comparison = compare(framework, framework.role(start), framework.role(goal))
        return comparison_xlsx(framework, comparison, plan_for(framework, start, goal))

    return made


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_breadth(framework, book_of):
    """Every competency in the workbook's order, both levels, the rise and the ladder's words."""
    found = sheets(book_of(framework, "trainee", "adviser"))

    assert [*found] == ["Summary", "Breadth", "Skills", "Journey"]
    assert found["Breadth"] == [
        [
            "Competency",
            "Group",
            "From: Trainee (4)",
            "To: Adviser (5)",
            "Levels more",
            "Change",
            "What the level means for Trainee (4)",
            "What the level means for Adviser (5)",
        ],
        [
            "Listening",
            "Thinking",
            "Low",
            "Medium",
            1.0,
            "to develop",
            "Listening at level 1.",
            "Listening at level 2.",
        ],
        [
            "Deciding",
            "Thinking",
            "Low",
            "Low",
            0.0,
            "stays",
            "Deciding at level 1.",
            "Deciding at level 1.",
        ],
        [
            "Planning",
            "Thinking",
            "Low",
            "Low",
            0.0,
            "stays",
            "Planning at level 1.",
            "Planning at level 1.",
        ],
    ]


def test_less_and_not_stated(framework, book_of):
    """A fall is a number below zero; what is not stated has no number, and never a nought."""
    rows = {
        row[0]: row[2:6] for row in sheets(book_of(framework, "senior-coder", "keeper"))["Breadth"]
    }

    assert rows["Listening"] == ["High", "Low", -2.0, "asks for less"]
    assert rows["Planning"] == ["not stated", "Medium", "", "stated for one role only"]


def test_skills(framework, book_of):
    """Conditions of the job first, then what can be learned, what is kept and what is used less."""
    found = sheets(book_of(framework, "adviser", "senior-coder"))["Skills"]

    assert [row[:2] for row in found[1:]] == [
        ["A degree", "required: a condition of the job"],
        ["Python", "new to learn"],
        ["Patience", "kept"],
        ["Telephone manner", "used less"],
    ]


def test_journey_and_summary(framework, book_of):
    """Every stop with the move that leads there; version, date and disclaimer."""
    found = sheets(book_of(framework, "trainee", "senior-coder"))
    summary = dict(found["Summary"])

    assert [row[:2] for row in found["Journey"][1:]] == [
        ["A", "Trainee"],
        ["1", "Coder"],
        ["B", "Senior coder"],
    ]
    assert found["Journey"][2][4:6] == [
        "Progression on Code",
        "1 grade higher, 1 level more, in 1 competency",
    ]
    assert summary["Made on"] == "3 November 2026"
    assert summary["Map version"] == "01234567"
    assert summary["Please note"].startswith("This describes generic roles.")


def test_text_stays_text(framework, book_of):
    """Whatever a text begins with, it is no formula; what XML refuses is left out."""
    first, second, *rest = framework.roles
    roles = (replace(first, title="=1+1"), replace(second, title="@SUM(A1)\x00\x1f_x0041_"), *rest)
    content = book_of(replace(framework, roles=roles), "trainee", "adviser")
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]

    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert book["Summary"]["B1"].value == "=1+1 (4)"
    assert book["Summary"]["B1"].quotePrefix
    assert dict(sheets(content)["Summary"])["To"] == "@SUM(A1)_x0041_ (5)"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [n for n in archive.namelist() if b"<f>" in archive.read(n)]


def test_tidy_sheets(framework, book_of):
    """Headings stay in sight, filter and print on every page, which is A4 and as wide as all
    columns.
    """
    sheet = openpyxl.load_workbook(io.BytesIO(book_of(framework, "trainee", "adviser")))["Breadth"]

    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:H4"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet["A1"].font.bold


def test_no_person_and_no_program(framework, book_of):
    """The file says whose map it is, and names nobody."""
    properties = openpyxl.load_workbook(
        io.BytesIO(book_of(framework, "trainee", "adviser"))
    ).properties

    assert properties.creator == "A place"
    assert properties.lastModifiedBy is None
    assert properties.title == "Comparison: Trainee (4) to Adviser (5)"


def test_frameworks_by_level(framework, book_of):
    """Without competencies the sheet holds what both levels expect."""
    roles = tuple(replace(role, levels={}) for role in framework.roles)
    profiles = tuple(
        LevelProfile(name, (grade,), ((rank, rank),), texts=(ProfileText("Expected", "", (line,)),))
        for name, grade, rank, line in (
            ("Basic", "4", 0.0, "Asks."),
            ("Skilled", "5", 1.0, "Answers."),
        )
    )
    found = sheets(
        book_of(replace(framework, roles=roles, profiles=profiles), "trainee", "adviser")
    )

    assert found["Levels"] == [
        ["Section", "Topic", "From: Basic", "To: Skilled"],
        ["Expected", "", "Asks.", "Answers."],
    ]


def test_very_long_texts(framework, book_of):
    """Excel takes 32,767 letters in a cell; the rest is left out rather than the file refused."""
    about = replace(framework.about, institution="x" * 40_000)
    summary = dict(
        sheets(book_of(replace(framework, about=about), "trainee", "adviser"))["Summary"]
    )

    assert len(summary["Institution"]) == 32_001


def test_without_lxml():
    """python-docx brings lxml; openpyxl is held to defusedxml all the same, in a fresh process."""
    words = (
        "import jobtrack_viz.export.plan_docx, jobtrack_viz.export.comparison_xlsx, openpyxl, sys;"
        "print('lxml' in sys.modules, openpyxl.LXML, openpyxl.DEFUSEDXML)"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["True", "False", "True"]


def test_nothing_is_loaded_before_it_is_wanted():
    """Starting the application loads neither python-docx nor lxml nor openpyxl."""
    words = "import app, sys; print([n for n in ('docx', 'lxml', 'openpyxl') if n in sys.modules])"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
