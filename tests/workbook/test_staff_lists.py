"""What looks like a list of people is not used, stored or shown, and a warning says so."""

import io
import itertools
import zipfile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from jobtrack_viz.canonical import to_json
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import read_update, read_workbook, revealed, stripped
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.staff_lists import staff_lists
from jobtrack_viz.workbook.words import sentence
from tests.frameworks import communications, one_level, specification
from tests.sheets import DEVELOPER, LADDER, problems, reading, sheet

SECRETS = ("Quentin", "Quill", "Marrow", "Mabel", "S-4711")
STAFF = (
    ("Role", "Grade", "Name", "Notes"),
    ("Developer", "6", "Quentin Quill", "S-4711"),
    ("Tester", "5", "Mabel Marrow", None),
)
DATA = "data/sample.xlsx", "data/template.xlsx"


def told(*sheets: Grid) -> str:
    """Everything that comes of reading: framework and sentences."""
    found = reading(*sheets)
    return to_json(found.framework).decode() + " ".join(map(sentence, found.problems))


def secrets_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.casefold() in text.casefold()]


def codes(*sheets: Grid) -> list[str]:
    return [code for _, code, *_ in problems(*sheets)]


def test_names_of_staff_are_no_names_of_grades():
    """A list with a Role column is never Grades; one that names people is a warning and no more."""
    book = (sheet("Developer", *DEVELOPER), sheet("Grades", *STAFF))
    found = reading(*book)

    assert ("warning", "list-of-people", "Grades", "C1") in problems(*book)
    assert {"6", "7"} == {grade.label for grade in found.framework.grades}
    assert [] == secrets_in(told(*book))


def test_a_role_column_without_people_is_no_grades():
    """Also where the sheet is called Grades, its rows are roles."""
    book = (sheet("Developer", *DEVELOPER), sheet("Grades", *[row[:2] for row in STAFF]))

    assert ["Developer", "Senior Developer", "Tester"] == sorted(
        role.title for role in reading(*book).framework.roles
    )


def test_grades_with_names_of_their_own():
    """Without roles beside them Grade and Name are Grades."""
    grades = (("Grade", "Name"), ("6", "Professional"), ("7", "Senior professional"))
    book = (sheet("Developer", *DEVELOPER), sheet("Grades", *grades))

    assert "list-of-people" not in codes(*book)
    assert ["Professional", "Senior professional"] == [
        grade.name for grade in reading(*book).framework.grades
    ]


PEOPLE = (
    "Name", "Names", "Full name", "Surname", "First name", "First names", "Employee",
    "Employee name", "EMPLOYEE NAME:", "Post holder", "Post-holder", "Postholder", "Post holder(s)",
    "Line manager", "Line Manager Name", "Manager name", "Staff number", "Staff no.", "Staff No",
    "Staff #", "Staff ID", "Payroll number", "Email", "E-mail", "E\N{EN DASH}mail", "Email address",
    "Name of employee", "Employee's name", "Member of staff", "Incumbent", "Forename", "Last name",
    "Date of birth", "Emp. no.", "Name (employee)", "Post holder's name", "Reports to (name)",
    "Contact name", "Names of staff", "Staff in post",
)  # fmt: skip
ROLES = (
    "Role",
    "Job title",
    "Job Title",
    "Roles",
    "Post title",
    "Position",
    "Job role",
    "Role/Job title",
)


@pytest.mark.parametrize("heading", PEOPLE)
def test_headings_for_people(heading: str):
    """However the heading is spelt, beside a role it makes a list of people."""
    rows = (("Role", "Grade", heading), ("Developer", "6", "Quentin Quill"))
    book = (sheet("Developer", *DEVELOPER), sheet("Jobs", *rows))

    assert "list-of-people" in codes(*book)
    assert [] == secrets_in(told(*book))


@pytest.mark.parametrize("heading", ROLES)
def test_headings_for_roles(heading: str):
    """So does each heading for roles beside one for people."""
    rows = (("Surname", heading), ("Quill", "Developer"))

    assert ["list-of-people"] == [
        code for code in codes(sheet("Jobs", *rows)) if code == "list-of-people"
    ]


NO_PEOPLE = {
    "roles": (("Role", "Grade", "Reports to", "Manages people"), ("A", "6", "B", "yes")),
    "stories": (
        ("Title", "From", "To", "Story", "Consent", "Line manager"),
        ("How", "Developer", "Senior Developer", "It went well.", "yes", "X"),
    ),
    "moves": (("From", "To", "Line manager"), ("Developer", "Senior Developer", "X")),
    "counts": (("Role", "Grade", "Employees"), ("A", "6", 12), ("B", "7", 140)),
    "staff counted": (("Role", "Grade", "Staff"), ("A", "6", 12), ("B", "7", 14)),
    "levels": (("Role", "Employee", "Line manager"), ("Tact", "Low", "High"), ("X", "Low", "Low")),
    "a role called so": (("Role", "Grade"), ("Line manager", "6"), ("Employee", "5")),
}


@pytest.mark.parametrize("rows", NO_PEOPLE.values(), ids=NO_PEOPLE)
def test_tables_that_list_no_people(rows):
    """Roles that report to roles, stories, counts, levels and titles of jobs are none."""
    assert () == staff_lists(sheet("Some", *rows))


@pytest.mark.parametrize(
    "rows",
    [
        (("Employee", None, "Job", None), ("First name", "Surname", "Role", "Grade")),
        (("Role", "Grade", None, None), (None, None, "First name", "Surname")),
        ((None, None, "Role", "Grade"), ("First name", "Surname", None, None)),
    ],
)
def test_a_header_of_two_rows(rows):
    """The words may stand in either of them."""
    found = staff_lists(sheet("Some", *rows, ("Quentin", "Quill", "Developer", "6")))

    assert [3] == [one.bottom for one in found]


def test_a_record_below_the_header_is_no_second_row_of_it():
    """A blank field of a record, and words that are its values, make no heading."""
    rows = (("Role", "Grade", "Summary"), ("Developer", "6", "Email"))

    assert () == staff_lists(sheet("Some", *rows))


def test_surnames_without_roles():
    """An export of staff is one without a role, too; a table of grades and names is none."""
    export = (("Surname", "First name", "Grade", "FTE"), ("Quill", "Quentin", "6", 1))
    book = (sheet("Developer", *DEVELOPER), sheet("Export", *export))

    assert [] == secrets_in(told(*book))
    assert ("6", "7") == tuple(grade.label for grade in reading(*book).framework.grades)


@pytest.mark.parametrize(
    "head",
    [
        ("Title", "Name", "Grade"),
        ("Title", "Surname", "Department"),
        ("Employee", "Grade", "Note"),
        ("Full name", "Grade", "Order"),
        ("Name", "Email", "Grade"),
        ("Team", "Staff number", "Full name"),
    ],
)
def test_exports_without_a_role(head: tuple[str, ...]):
    """Title may stand for the role; what names people for certain needs none."""
    assert 1 == len(staff_lists(sheet("Export", head, ("A", "B", "C"))))


@pytest.mark.parametrize(
    "head",
    [
        ("Grade", "Name", "Note"),
        ("Kind", "Title", "Text", "Email"),
        ("Title", "Institution", "Name"),
        ("Level", "Grades", "Name"),
        ("Community", "Track", "Contact email"),
        ("Grade", "Staff number"),
        ("Competency", "Employee", "Line manager"),
    ],
)
def test_tables_with_a_word_that_others_have_too(head: tuple[str, ...]):
    """Name, Email, Title or Line manager alone make no list of people."""
    assert () == staff_lists(sheet("Some", head, ("Text one", "Text two", "Text three")))


def test_the_long_form():
    """A person's name beside each level of a role is a list of people as well."""
    rows = (
        ("Name", "Role", "Competency", "Level"),
        ("Quentin Quill", "Developer", "Creativity", "High"),
    )
    book = (sheet("Developer", *DEVELOPER), sheet("Long", *rows))

    assert "list-of-people" in codes(*book)
    assert [] == secrets_in(told(*book))


def test_tables_above_and_below():
    """Only the list's rows are left out; titles over it go, other tables are read."""
    above = [*LADDER, (None,)]
    below = [(None,), *DEVELOPER]
    titled = [("Staff of Quentin Quill",), *STAFF]
    book = sheet("All", *above, *titled, *below)
    found = reading(book)

    assert ["Developer", "Senior Developer"] == [role.title for role in found.framework.roles]
    assert ("Low", "Medium", "High") == found.summary.levels
    assert [] == secrets_in(told(book))


def test_the_only_sheet():
    """If nothing else names roles there are none, and the warning says what to upload."""
    found = reading(sheet("Staff", *STAFF))

    assert ["no-roles", "list-of-people"] == [problem.code for problem in found.problems]
    assert "without the columns that name people" in sentence(found.problems[1])


def test_hidden_columns_and_sheets():
    """Names in a hidden column, or on a hidden sheet, are names all the same."""
    hidden = sheet("Staff", *STAFF, hidden_columns=frozenset({3}))

    assert 1 == len(staff_lists(hidden))
    assert 1 == len(staff_lists(sheet("Staff", *STAFF, hidden=True)))


def test_formulas_that_show_a_name():
    """A cell elsewhere that a formula filled with a name is left out, too."""
    from jobtrack_viz.workbook.grids import Cell

    shown = Cell(1, 1, "Kept warm by Quentin Quill", formula=True)
    roles = (("Role", "Grade", "Summary"), ("Tester", "5", shown))
    book = (sheet("Developer", *DEVELOPER), sheet("Roles", *roles), sheet("Staff", *STAFF))

    assert [] == secrets_in(told(*book))


@pytest.mark.parametrize("path", DATA)
def test_our_own_workbooks_list_no_people(path: str):
    """Nothing in the sample or the template is taken for people."""
    with open(path, "rb") as file:
        assert "list-of-people" not in [p.code for p in read_workbook(file.read()).problems]


@pytest.mark.parametrize(
    "sheets", [communications.SHEETS, one_level.AS_PROFILES, specification.SHEETS]
)
def test_frameworks_of_others_list_no_people(sheets):
    """Nor in frameworks that are built another way."""
    from tests.frameworks.books import xlsx

    assert "list-of-people" not in [p.code for p in read_workbook(xlsx(sheets)).problems]


def with_staff() -> bytes:
    """A workbook that has names of people in every part where Excel may keep them."""
    book = openpyxl.Workbook()
    matrix = book.active
    matrix.title = "Developer"
    for row in DEVELOPER:
        matrix.append(row)
    staff = book.create_sheet("Staff")
    staff.append(("Exported by Quentin Quill",))
    staff.append(())
    for row in STAFF:
        staff.append(row)
    staff["C4"].hyperlink = "https://people.example.ac.uk/quentin.quill"
    staff["C4"].comment = Comment("Mabel Marrow says so", "Mabel Marrow")
    staff.oddHeader.center.text = "Quentin Quill"
    staff.add_table(Table(displayName="Staff_Quill", ref="A3:D5"))
    matrix.add_data_validation(DataValidation("list", formula1='"Quentin Quill,Mabel Marrow"'))
    matrix.oddFooter.left.text = "Mabel Marrow"
    book.defined_names["Quill"] = DefinedName("Quill", attr_text='"Quentin Quill"')
    deep = book.create_sheet("Deep")
    deep.sheet_state = "hidden"
    for row in STAFF:
        deep.append(row)
    book.properties.creator = "Quentin Quill"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def parts(data: bytes) -> str:
    """All parts of a workbook, unzipped, and their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(
            itertools.chain.from_iterable(
                (name, package.read(name).decode()) for name in package.namelist()
            )
        )


def test_what_is_kept_of_a_file_that_lists_people():
    """No part of the stripped file has a name; it reads the same and still warns."""
    data = with_staff()
    kept = stripped(data)

    assert set(SECRETS) == set(secrets_in(parts(data)))
    assert [] == secrets_in(parts(kept))
    first, again = read_workbook(data), read_workbook(kept)
    assert first.framework == again.framework
    assert ("Staff", "C3") in [(p.sheet, p.cell) for p in again.problems if "people" in p.code]


def test_what_is_said_of_such_a_file():
    """The list is told by its headings, once, and of the stripped file nothing is."""
    data = with_staff()
    found = revealed(data)

    assert found.lists_people
    assert [
        "Sheet “Staff”, rows 1 to 5: this is a list of people, since “Name” stands beside “Role”.",
        "Sheet “Deep”, rows 1 to 3: this is a list of people, since “Name” stands beside “Role”.",
    ] == [one.sentence for one in found.disclosures if one.kind == "list-of-people"]
    assert not revealed(stripped(data))


def test_an_update_with_a_list_of_people():
    """It says so, too, and the map keeps what it had."""
    with open(DATA[0], "rb") as file:
        current = file.read()
    found = read_update(current, with_staff())

    assert "list-of-people" in [problem.code for problem in found.problems]
    assert [] == secrets_in(to_json(found.framework).decode())


def test_ten_thousand_rows_of_staff():
    """Recognising them asks each cell a bounded number of questions, not each pair of rows."""
    rows = [("Role", "Grade", "Name")]
    rows += [(f"Role {n % 300}", str(n % 9), f"Person {n} Quill") for n in range(10_000)]
    found = reading(sheet("Developer", *DEVELOPER), sheet("Staff", *rows))

    assert "list-of-people" in [problem.code for problem in found.problems]
    assert Limits().roles > len(found.framework.roles) == 2
