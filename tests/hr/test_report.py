"""What the check found: a report that can be read, and the same in a copy of the workbook."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl

from tests.frameworks.books import xlsx
from tests.hostile import refused_workbooks
from tests.hr.place import wait_for_workshops
from tests.telltale import telltale

FAULTS = {
    "Developer": [["Competency", "Developer (6)", "Senior (7)"], ["<b>Tact</b>", "Hihg", "Low"]],
    "Moves": [["From", "To"], ["Developer", "Nobody"]],
}


def upload(browser, *files: tuple[bytes, str], **fields: str):
    """The answer to the form with these files."""
    browser.get("/hr/upload")
    return browser.send(
        "/hr/upload", files=[(BytesIO(data), name) for data, name in files], **fields
    )


def report(browser, answer) -> str:
    """The page of the draft that the answer leads to, when it is prepared."""
    wait_for_workshops()
    return browser.get(answer.headers["Location"]).get_data(as_text=True)


def test_each_problem_stands_at_its_cell_and_in_a_marked_copy(ann):
    """The page says where, what and what to write; the copy says it at the cell."""
    page = report(ann, upload(ann, (xlsx(FAULTS), "matrix.xlsx"), extras="keep"))
    draft = page.split("/files/1/marked.xlsx")[0].rpartition("/")[2]
    copy = ann.client.get(f"/hr/drafts/{draft}/files/1/marked.xlsx")
    book = openpyxl.load_workbook(BytesIO(copy.data))

    assert "Unknown levels" in page
    assert '<td data-label="Cell">B2</td><td data-label="Found">“Hihg” is not a level.</td>' in page
    assert "Write one of: Low, Medium, High." in page
    assert "<b>Tact" not in page
    assert ["Problems", "Developer", "Moves"] == book.sheetnames
    assert "“Hihg” is not a level" in book["Developer"]["B2"].comment.text
    assert 'attachment; filename="matrix marked.xlsx"' in copy.headers["Content-Disposition"]


def test_each_of_several_files_has_its_own_copy(ann):
    """A file's copy has its own problems only."""
    one, two = ({name: rows} for name, rows in FAULTS.items())
    page = report(ann, upload(ann, (xlsx(one), "one.xlsx"), (xlsx(two), "two.xlsx")))
    draft = page.split("/files/2/marked.xlsx")[0].rpartition("/")[2]
    copy = ann.client.get(f"/hr/drafts/{draft}/files/2/marked.xlsx").data
    rows = openpyxl.load_workbook(BytesIO(copy))["Problems"].iter_rows(min_row=6, values_only=True)

    assert {"Moves"} == {row[1] for row in rows}
    assert 404 == ann.get(f"/hr/drafts/{draft}/files/3/marked.xlsx").status_code


def test_nothing_is_stored_before_it_is_said_what_the_files_give_away(ann):
    """The page lists it; stored is what is left of it."""
    asked = upload(ann, (telltale(), "tell.xlsx")).get_data(as_text=True)
    shown = asked.split('name="shown" value="')[1].split('"')[0]
    answer = ann.send(
        "/hr/upload", files=[(BytesIO(telltale()), "tell.xlsx")], extras="strip", shown=shown
    )
    page = report(ann, answer)

    assert "The sheet “Lists” is hidden." in asked
    assert "SECRET-NOTER" in asked
    assert "SECRET" not in page
    stored = ZipFile(BytesIO(ann.client.get(f"{answer.headers['Location']}/files/1").data))
    assert not any(b"SECRET" in stored.read(part) for part in stored.namelist())


def test_refused_files_are_refused_in_words(ann):
    """A few of the attack set through the form; the others in `make torture`."""
    files = refused_workbooks()
    for name in ("billion laughs", "1 GB of spaces", "xlsm by part", "traversal", "csv"):
        answer = upload(ann, (files[name], f"{name}.xlsx"))
        assert 422 == answer.status_code, name
        assert 'href="#files"' in ann.page
