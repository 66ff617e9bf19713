"""What the gate tells about a workbook that may be opened, and how it counts."""

import dataclasses
import random
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.gate import inspect
from jobtrack_viz.workbook.sheet_facts import SheetFacts
from tests.archives import MAIN, Member, cell, sheet, workbook

ROW = f"<row r='1'>{cell('A1', 'x')}</row>"


def facts(**parts: str) -> SheetFacts:
    """What is told about a workbook of one sheet."""
    return inspect(workbook({"S": sheet(**parts)}), Limits()).sheets[0][1]


def refusal(data: bytes, **limits: int) -> str:
    """Why the workbook is refused."""
    with pytest.raises(UnreadableWorkbook) as caught:
        inspect(data, dataclasses.replace(Limits(), **limits))
    return str(caught.value)


def test_filled_cells_are_counted_in_order():
    """Cells that hold something are known by place; formatted and blank ones are not filled."""
    rows = f'<row r="2">{cell("B2", "x")}<c r="C2" s="1"/>{cell("D2", "  ")}</row>'

    assert [(2, 2)] == facts(rows=rows).filled


def test_blank_shared_text_is_not_filled():
    """A shared text of white space fills no cell, so that stray blanks cost nothing."""
    rows = '<row r="1048576"><c r="A1048576" t="s"><v>0</v></c></row>'
    book = workbook({"S": sheet(rows)}, strings="<si><t> \n </t></si>")

    assert [] == inspect(book, Limits()).sheets[0][1].filled


def test_formulas_without_a_value_are_told():
    """Formulas are known, and those that hold no value are known as such."""
    rows = '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1"><f>1</f></c></row>'
    found = facts(rows=rows)

    assert ({(1, 1), (1, 2)}, {(1, 2)}) == (found.formulas, found.uncached)


def test_merged_areas_are_told():
    """Merged areas are given by their corners."""
    after = '<mergeCells count="1"><mergeCell ref="B2:D3"/></mergeCells>'

    assert [(2, 2, 3, 4)] == facts(after=after).merged


def test_hidden_columns_are_told_up_to_the_limit():
    """A hidden range up to the end of the sheet gives no more columns than may be filled."""
    before = (
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="true"/></cols>'
    )

    assert {2, 3, *range(5, 1001)} == facts(before=before).hidden_columns


@pytest.mark.parametrize(
    ("after", "areas"),
    [
        ('<autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter>', [(1, 1, 9, 2)]),
        ('<autoFilter ref="A1:B9"/>', []),
    ],
)
def test_only_a_filter_in_use_hides_rows(after, areas):
    """Arrows of a filter that nobody has set hide nothing."""
    assert areas == facts(after=after).filtered


def test_the_filter_of_a_table_is_known():
    """A table's filter stands in a part of its own."""
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="t" Target="../tables/1.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/table"/></Relationships>'
    )
    table = (
        f'<table xmlns="{MAIN}" ref="B2:C9"><autoFilter ref="B2:C9"><filterColumn colId="1"/>'
        "</autoFilter></table>"
    )
    extra = (
        Member("xl/worksheets/_rels/1.xml.rels", links.encode()),
        Member("xl/tables/1.xml", table.encode()),
    )
    book = inspect(workbook(extra=extra), Limits())

    assert [(2, 2, 9, 3)] == book.sheets[0][1].filtered


def test_hidden_sheets_are_told_and_charts_left_out():
    """Worksheets are listed in order, whether hidden; charts and dialogs hold no cells."""
    book = workbook(
        {"A": sheet(), "Chart": "<chartsheet/>", "Dialog": "<d/>", "B": sheet(), "C": sheet()},
        kinds={"Chart": "chartsheet", "Dialog": "dialogsheet"},
        states={"B": "hidden", "C": "veryHidden"},
    )
    sheets = inspect(book, Limits()).sheets

    assert [("A", False), ("B", True), ("C", True)] == [(s.name, s.hidden) for s, _ in sheets]


def test_only_judged_parts_are_handed_on():
    """What nobody has scanned never reaches the reader of values."""
    extra = (Member("xl/drawings/drawing1.xml", b"<d/>"), Member("docProps/core.xml", b"<c/>"))
    vetted = inspect(workbook(extra=extra, styles="<cellXfs/>"), Limits()).vetted

    assert {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/1.xml",
    } == set(ZipFile(BytesIO(vetted.read())).namelist())


def test_a_foreign_program_may_err_in_its_styles():
    """Fonts and fills that make no sense are not read; the formats of numbers are."""
    styles = (
        '<fonts><font><b val="?"/></font></fonts><fills><fill/></fills><cellXfs><xf/></cellXfs>'
    )
    vetted = inspect(workbook(styles=styles), Limits()).vetted

    assert b"font" not in ZipFile(vetted).read("xl/styles.xml").replace(b"fontId", b"")


def test_unused_content_types_are_no_macros():
    """SheetJS, which many systems export with, lists the types of every kind of workbook."""
    types = ZipFile(BytesIO(workbook())).read("[Content_Types].xml").decode()
    binary = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    more = types.replace(
        "<Default", f'<Default Extension="bin" ContentType="{binary}"/><Default', 1
    )

    assert 1 == len(inspect(workbook(replaced={"[Content_Types].xml": more}), Limits()).sheets)


@pytest.mark.parametrize(
    ("limit", "rows", "says"),
    [
        ("rows", "<row/><row><c><v>1</v></c></row>", "row 2 (Cell A2); at most 1 rows"),
        ("columns", "<row><c/><c><v>1</v></c></row>", "column 2 (Cell B1); at most 1 columns"),
        ("cells", "<row><c><v>1</v></c><c><v>1</v></c></row>", "more than 1 filled cells"),
        ("cell_characters", "<row><c><v>12</v></c></row>", "2 characters; at most 1"),
    ],
)
def test_one_more_than_a_limit_is_refused_with_figures(limit, rows, says):
    """Every limit on cells refuses the first one past it, and says where and how many."""
    assert says in refusal(workbook({"S": sheet(rows)}), **{limit: 1})


def test_limits_of_the_archive_are_refused_with_figures():
    """Members, sizes and sheets are counted exactly."""
    book = workbook({"S": sheet(), "T": sheet()})

    assert "The file holds 5 parts; at most 4" in refusal(book, zip_members=4)
    assert "The workbook has 2 sheets; at most 1" in refusal(book, sheets=1)
    assert f"{len(book):,} bytes; at most 9" in refusal(book, file_bytes=9)
    assert "unzips to" in refusal(book, unzipped_bytes=1_000)


SAMPLE = workbook(
    {"S": sheet(f"{ROW}<row><c t='s'><v>0</v></c></row>"), "T": sheet()},
    strings="<si><t>x</t></si>",
    styles="<cellXfs><xf/></cellXfs>",
)


@settings(max_examples=300, deadline=None)
@given(st.integers(), st.integers(1, 9))
def test_a_damaged_file_is_read_or_refused(seed, count):
    """Whatever bytes change, the gate lets the file pass or refuses it in its own words."""
    chance = random.Random(seed)
    data = bytearray(SAMPLE)
    for _ in range(count):
        data[chance.randrange(len(data))] = chance.randrange(256)

    with suppress(UnreadableWorkbook):
        inspect(bytes(data), Limits())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["xl/worksheets/1.xml", "xl/workbook.xml", "xl/styles.xml"]), st.integers())
def test_a_damaged_part_is_read_or_refused(part, seed):
    """The same for one part whose checksum is right."""
    chance = random.Random(seed)
    body = bytearray(ZipFile(BytesIO(SAMPLE)).read(part))
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(body))
        body[at : at + chance.randrange(3)] = chance.choice(
            [b"<", b"9" * 12, b"", b'"', b"&", b"\0"]
        )

    with suppress(UnreadableWorkbook):
        inspect(workbook(replaced={part: bytes(body)}), Limits())
