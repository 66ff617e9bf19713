"""A report that can be read, and a copy of the workbook that shows each problem at its cell."""

import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from string import Formatter

import openpyxl
import pytest
from openpyxl.comments import Comment

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook import read_workbook, read_workbooks
from jobtrack_viz.workbook.problem_groups import TITLES, ProblemLine, grouped
from jobtrack_viz.workbook.uploads import marked, revealed, stripped
from jobtrack_viz.workbook.words import WORDS, found_and_remedy, sentence
from tests.frameworks.books import xlsx
from tests.telltale import telltale

SHEETS = {
    "Developer": [
        ["Competency", "Developer (6)", "Senior Developer (7)"],
        ["Tact", "Hihg", "=cmd|' /c calc'!A1"],
        ["Wit", "Low", "High"],
    ],
    "It's odd": [["From", "To"], ["Developer", "Nobody"]],
}


def with_a_comment() -> bytes:
    """The sheets above, with faults at three cells; one has a comment already."""
    book = openpyxl.load_workbook(BytesIO(xlsx(SHEETS)))
    book["Developer"]["C2"].data_type = "s"
    book["Developer"]["B2"].comment = Comment("Ask Mo", "Mo")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def opened(data: bytes):
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(data))


def coloured(page) -> set[str]:
    """The cells on which a rule puts a mark."""
    return {
        cell.coord
        for areas in page.conditional_formatting
        for rule in areas.rules
        if rule.formula == ['ISTEXT("Career tube map check")'] and rule.dxf.fill.bgColor.rgb
        for cell in areas.sqref.ranges
    }


def listed(book) -> list[tuple[str, ...]]:
    """The rows of the first sheet, without its headings."""
    return [tuple(row) for row in book.worksheets[0].iter_rows(min_row=6, values_only=True)]


def test_each_problem_is_shown_at_its_cell():
    """A colour, a comment with what to write, and a line on the first sheet with a link."""
    data = with_a_comment()
    problems = read_workbook(data).problems
    book = opened(marked(data, problems))
    matrix, moves = book["Developer"], book["It's odd"]

    assert ["Problems", "Developer", "It's odd"] == book.sheetnames
    assert {"B2", "C2"} <= coloured(matrix)
    assert {"B2"} == coloured(moves)
    assert "Ask Mo\n\nError: “Hihg” is not a level. Write one of: Low, Medium, High." in (
        matrix["B2"].comment.text
    )
    assert "Error: No role is called “Nobody”." in moves["B2"].comment.text
    assert ("Error", "Developer", "B2") in [row[:3] for row in listed(book)]
    assert len(problems) == len(listed(book))
    at = 6 + [row[1:3] for row in listed(book)].index(("It's odd", "B2"))
    assert "'It''s odd'!B2" == book["Problems"].cell(at, 3).hyperlink.location


def test_texts_stay_texts():
    """What stood in the cells is quoted, never worked out."""
    data = with_a_comment()
    book = opened(marked(data, read_workbook(data).problems))

    cells = [cell for row in book["Problems"].iter_rows() for cell in row if cell.value]
    assert any("=cmd|" in cell.value for cell in cells)
    assert {"s"} == {cell.data_type for cell in cells}
    assert "s" == book["Developer"]["C2"].data_type


def test_nothing_is_lost_and_the_copy_reads_the_same():
    """Stored values, pictures, threads, links and properties stay; the list is passed over."""
    data = telltale()
    before = read_workbook(data)
    copy = marked(data, [*before.problems, Problem("note", "sheet-not-used", "Roles", "C4")])
    after = read_workbook(copy)

    assert before.framework == after.framework is not None
    assert before.problems == after.problems
    assert revealed(data) == revealed(copy)


def test_a_second_check_takes_the_place_of_the_first():
    """One list, no mark at cells that are right now, and no comment that is no longer true."""
    data = with_a_comment()
    problems = read_workbook(data).problems
    some = [problem for problem in problems if problem.sheet == "It's odd"]
    book = opened(marked(marked(data, problems), some))

    assert ["Problems", "Developer", "It's odd"] == book.sheetnames
    assert len(some) == len(listed(book))
    assert set() == coloured(book["Developer"])
    assert "No problem was found here at the last check." == book["Developer"]["C2"].comment.text
    assert 1 == book["It's odd"]["B2"].comment.text.count("Nobody")


def test_each_of_several_workbooks_has_its_own_copy():
    """Problems of the others are theirs; those of no sheet are everyone's."""
    books = {"a.xlsx": xlsx(SHEETS), "b.xlsx": xlsx({"Roles": [["Role", "Grade"], [None, 6]]})}
    problems = [*read_workbooks(books).problems, Problem("error", "no-roles", None, None)]
    here, there = (opened(marked(books[name], problems, book=name)) for name in books)

    assert {"B2"} == coloured(here["It's odd"])
    assert coloured(there["Roles"])
    assert {"Roles", None} == {row[1] for row in listed(there)}
    assert {"Developer", "It's odd", None} == {row[1] for row in listed(here)}


def test_a_report_is_grouped_worst_first_and_stays_short():
    """5,000 problems of a kind are a hundred lines, and a sentence about the rest."""
    found = [
        Problem("note", "sheet-hidden", "Lists", "A1"),
        *(Problem("error", "value-missing", "Roles", f"B{n}", {"column": "Grade"})
          for n in range(2, 5_002)),
        Problem("error", "no-roles", None, None),
    ]  # fmt: skip
    missing, none, hidden = grouped(found)

    assert ("error", "Missing values", 5_000) == (missing.severity, missing.title, missing.count)
    assert "And 4,900 more, all in the marked copy." == missing.rest
    assert 100 == len(missing.lines)
    assert missing.lines[0] == ProblemLine(
        "Roles",
        "B2",
        "The row has nothing in the column Grade.",
        "Fill it in, or clear the row.",
    )
    assert ("", "") == (none.lines[0].sheet, none.rest)
    assert "note" == hidden.severity


@pytest.mark.parametrize("code", WORDS)
def test_what_was_found_and_what_to_write_are_the_whole_sentence(code):
    """Every sentence falls into two parts, of which the first is never empty."""
    names = {name for _, name, _, _ in Formatter().parse(WORDS[code]) if name}
    facts = {name.partition(":")[0]: "x" for name in names} | {"nearest": "y"}
    problem = Problem("error", code, None, None, facts)
    found, write = found_and_remedy(problem)

    assert sentence(problem) == f"{found} {write}".strip()
    assert found.endswith((".", "?"))


def test_every_kind_of_problem_has_a_title():
    """And no two have the same."""
    assert set(WORDS) == set(TITLES)
    assert 1 == max(Counter(TITLES.values()).values())


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_another_program_opens_both_copies(tmp_path):
    """LibreOffice reads the marked copy and the stripped one, and saves the same framework."""
    data = telltale()
    reading = read_workbook(data)
    (tmp_path / "marked.xlsx").write_bytes(marked(data, reading.problems))
    (tmp_path / "stripped.xlsx").write_bytes(stripped(data))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            *("soffice", profile, "--headless", "--convert-to", "xlsx"),
            *("--outdir", tmp_path / "out", *sorted(tmp_path.glob("*.xlsx"))),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )

    for name in ("marked.xlsx", "stripped.xlsx"):
        saved = (Path(tmp_path) / "out" / name).read_bytes()
        assert reading.framework == read_workbook(saved).framework
