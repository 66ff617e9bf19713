"""What a file gives away is said before anything is stored, and can be taken out."""

import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.model import Problem
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import read_workbook
from jobtrack_viz.workbook.gate import Inspection, inspect
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.marking import marked_copy
from jobtrack_viz.workbook.personal import personal_cells
from jobtrack_viz.workbook.problem_sheet import is_problem_list
from jobtrack_viz.workbook.revealing import disclosures
from jobtrack_viz.workbook.stripping import stripped_copy
from jobtrack_viz.workbook.uploads import marked, revealed, stripped
from jobtrack_viz.workbook.values import grids_of as grids_from
from jobtrack_viz.workbook.values import read_values
from tests.archives import cell, workbook
from tests.archives import sheet as part
from tests.frameworks import communications, one_level, specification
from tests.frameworks.books import xlsx
from tests.hostile import READ, REFUSED
from tests.hostile_parts import BESIDE_CELLS
from tests.sheets import sheet
from tests.telltale import telltale
from tests.workbook.clean import bare_book, clean_book
from tests.workbook.variants import VARIANTS

DATA = Path(__file__).resolve().parents[2] / "data"
INNOCENT = {
    "sample": (DATA / "sample.xlsx").read_bytes,
    "template": (DATA / "template.xlsx").read_bytes,
    "communications": lambda: xlsx(communications.SHEETS),
    "one level": lambda: xlsx(one_level.AS_PROFILES),
    "specification": lambda: xlsx(specification.SHEETS),
}


def test_everything_that_a_file_gives_away_is_said():
    """One sentence each, with addresses; the sentences were written by hand from the file."""
    assert [
        ("hidden-sheet", "The sheet “Lists” is hidden."),
        (
            "hidden-sheet",
            "The sheet “Deep” is hidden so deeply that Excel does not offer to show it.",
        ),
        ("hidden-rows", "Sheet “Roles” has hidden rows: 3."),
        ("hidden-columns", "Sheet “Roles” has hidden columns: E."),
        (
            "personal",
            "Sheet “Roles”, column D: 2 cells (D2 to D4) look like names or e-mail addresses of "
            "people.",
        ),
        (
            "comment",
            "Sheet “Roles” has comments at B2 and C4, by “SECRET-NOTER” and “SECRET-PERSON”.",
        ),
        ("property", "The file's properties name its author: “SECRET-AUTHOR”."),
        ("property", "The file's properties name who saved it last: “SECRET-EDITOR”."),
        ("property", "The file's properties name a manager: “SECRET-MANAGER”."),
        ("property", "The file's properties name a company: “SECRET-COMPANY”."),
        ("property", "The file has properties of its own: “SECRET-PROPERTY”."),
        ("link", "The workbook is linked to other files: “SECRET-BOOK.xlsx”."),
        ("embedded", "A file is embedded in the workbook."),
        ("picture", "The workbook holds a picture."),
        (
            "pivot",
            "A pivot table keeps a copy of its data, also of rows that are no longer there.",
        ),
        ("unused", "The file holds a part that belongs to no sheet."),
    ] == [(each.kind, each.sentence) for each in revealed(telltale()).disclosures]


@pytest.mark.parametrize("name", INNOCENT)
def test_no_false_alarm(name):
    """Titles of jobs are no names, and what this product writes itself is no disclosure."""
    assert not revealed(INNOCENT[name]())


def test_what_was_given_away_is_gone():
    """Nothing secret is left in any part; what is visible, stored values too, reads the same."""
    before, after = telltale(), stripped(telltale())
    everything = b"".join(
        ZipFile(BytesIO(after)).read(n) for n in ZipFile(BytesIO(after)).namelist()
    )
    opened = openpyxl.load_workbook(BytesIO(after), data_only=True)

    assert b"SECRET" not in everything
    assert b"hyperlinks" not in everything
    assert b"Quill" not in everything
    assert not revealed(after)
    assert ["Roles", "Data"] == opened.sheetnames
    assert [6, 7] == [opened["Roles"]["B2"].value, opened["Roles"]["B4"].value]
    assert read_workbook(before).framework == read_workbook(after).framework is not None


def test_the_sample_is_the_same_without_anything_to_take_out():
    """Looks, names for printing and drop-downs stay; so does what is read."""
    before, after = INNOCENT["template"](), stripped(INNOCENT["template"]())
    old, new = (openpyxl.load_workbook(BytesIO(data)) for data in (before, after))

    for page in old:
        assert page.print_title_rows == new[page.title].print_title_rows
        assert len(page.data_validations.dataValidation) == len(
            new[page.title].data_validations.dataValidation
        )
        for row in page.iter_rows():
            for here in row:
                there = new[page.title][here.coordinate]
                assert (here.value, here.fill.fgColor.rgb, here.font.b) == (
                    there.value,
                    there.fill.fgColor.rgb,
                    there.font.b,
                )


def test_a_workbook_of_hidden_sheets_cannot_be_stripped():
    """Then nothing would be left."""
    data = workbook({"S": part(f"<row>{cell('A1', 'x')}</row>")}, states={"S": "hidden"})
    with pytest.raises(UnreadableWorkbook, match="Every sheet"):
        stripped(data)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ((("Role", "Surname"), ("Developer", "Quill")), [2]),
        ((("Staff number", "Role"), (1234, "Developer")), [1]),
        ((("Name", "Role", "Grade"), ("Quentin Quill", "Developer", 6)), [1]),
        ((("Name", "Email"), ("Q Quill", "q@example.org")), [1, 2]),
        ((("Role", "Date of birth", "Salary"), ("Developer", "1990-01-01", 30_000)), [2, 3]),
        ((("Employee", "Post"), ("Quentin Quill", "Developer")), [1]),
        ((("Team",), ("Quill, Quentin",), ("Marrow, Mabel",), ("Moss, Mo",)), [1]),
        ((("Team",), ("Quill, Quentin; Marrow, Mabel",)), [1]),
        ((("Ask", "quentin.quill@example.org"),), [2]),
        # what frameworks hold
        ((("Grade", "Name", "Salary"), (6, "Officer", "£30,000"), (7, "Senior", "£40,000")), []),
        ((("Competency", "Employee", "Manager"), ("Tact", "Low", "High"), ("Wit", "Low", "High"),
          ("Care", "Low", "Low")), []),
        ((("Contact", "career.map@example.org"), ("Feedback", "x@example.org")), []),
        ((("Role", "Reports to"), ("Data Scientist", "Head, Data"), ("Analyst", "Data Lead")), []),
        ((("Competency", "Group"), ("Equality, Diversity", "People"), ("Tact", "People")), []),
    ],
)  # fmt: skip
def test_columns_about_people(rows, columns):
    """Headings and looks tell people from jobs; only the cells below a heading are meant."""
    found = personal_cells(sheet("S", *rows))

    assert columns == [each.column for each in found]
    assert all(1 not in each.rows for each in found if each.heading)


# --- Hostile files ---------------------------------------------------------------------------

DETAILS = [
    {"severity": "error", "sheet": "S", "cell": cell, "found": "=1", "write": "&<"}
    for cell in ("A1", "B7")
]


def grids_of(inspection: Inspection) -> tuple[Grid, ...]:
    """The cells of an inspected workbook, read as the child reads them."""
    book = openpyxl.load_workbook(
        inspection.vetted, read_only=True, data_only=True, keep_links=False
    )
    return grids_from(read_values(inspection, book.worksheets))


TASKS = {
    "revealed": revealed,
    "stripped": lambda data: read_workbook(stripped(data)),
    "marked": lambda data: read_workbook(marked(data, HERE)),
}
HERE = [Problem("error", "cell-error", "S", cell, {"found": "=1"}) for cell in ("A1", "B7")]


@pytest.mark.parametrize("task", TASKS)
def test_every_task_asks_the_gate(task):
    """What may not be read may not be stripped or marked either."""
    data = next(case for case in REFUSED if case.name == "billion laughs").make()
    with pytest.raises(UnreadableWorkbook, match="DOCTYPE"):
        TASKS[task](data)


@pytest.mark.parametrize("name", BESIDE_CELLS)
def test_hostile_parts_beside_the_cells(name):
    """They are told of, taken out and left alone; the cells read as before, within five seconds.

    In this process, as the child would: a child for each would take a minute.
    """
    data = BESIDE_CELLS[name]()
    begun = time.process_time()
    inspection = inspect(data, Limits())
    grids = grids_of(inspection)
    copies = (
        stripped_copy(data, inspection, grids, Limits()),
        marked_copy(data, inspection, grids, DETAILS, Limits()),
    )
    told = disclosures(data, inspection, grids, Limits())

    assert time.process_time() - begun < 5
    assert all(len(each["sentence"]) < 1_000 for each in told)
    for copy in copies:
        assert {(1, 1): "x"} == {
            place: cell.text
            for grid in grids_of(inspect(copy, Limits()))
            if grid.name == "S"
            for place, cell in grid.cells.items()
        }


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_odd_cells_stay_as_they_are(case):
    """Copies hold exactly the cells of the original, odd as they are."""
    data = case.make()
    inspection = inspect(data, Limits())
    grids = grids_of(inspection)
    copies = (
        stripped_copy(data, inspection, grids, Limits()),
        marked_copy(data, inspection, grids, DETAILS, Limits()),
    )

    for copy in copies:
        assert grids == tuple(
            grid for grid in grids_of(inspect(copy, Limits())) if not is_problem_list(grid)
        )


@pytest.mark.parametrize("variant", [one for one in VARIANTS if "rows-filtered" in one.notes])
@pytest.mark.parametrize("base", [bare_book, clean_book])
def test_what_a_filter_hides_is_read_in_the_copy(base, variant):
    """A copy has no filter in use, so none of its rows is hidden: all of them say what they did."""
    data = variant.of(base()).data()
    inspection = inspect(data, Limits())
    before = grids_of(inspection)
    after = grids_of(inspect(stripped_copy(data, inspection, before, Limits()), Limits()))

    assert any(grid.filtered_rows for grid in before)
    assert [grid.cells for grid in before if not grid.hidden] == [grid.cells for grid in after]
    assert {frozenset()} == {
        rows for grid in after for rows in (grid.hidden_rows, grid.filtered_rows)
    }


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no children's memory")
def test_no_child_was_large():
    """The largest of these stay within a child's memory."""
    code = (
        "import resource\n"
        "from tests.hostile_parts import BESIDE_CELLS\n"
        "from tests.workbook.test_uploads import TASKS\n"
        "for name in ('60,000 comments', 'a comment of eight megabytes'):\n"
        "    [task(BESIDE_CELLS[name]()) for task in TASKS.values()]\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024

    assert int(done.stdout) * unit < Limits().memory_bytes
