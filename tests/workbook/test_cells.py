"""Bytes become grids; a child process that dies, hangs or swells ends in one sentence."""

import dataclasses
import os
import subprocess
import sys
import unicodedata
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import asking
from jobtrack_viz.workbook.cells import read_grids
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.written import as_written, clean
from tests.archives import cell, sheet, workbook

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def saved(book: openpyxl.Workbook) -> bytes:
    """The workbook's file."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def texts(grid: Grid) -> dict[tuple[int, int], str]:
    """The texts of a grid by place."""
    return {place: found.text for place, found in grid.cells.items()}


def test_values_are_what_the_author_sees():
    """Numbers, truth, dates and texts keep their look; blank cells do not exist."""
    book = openpyxl.Workbook()
    book.active.append(["5", 5, 5.0, 2.5, True, None, date(2026, 5, 6), " a  b "])
    found = read_grids(saved(book), Limits())[0]

    assert ["5", "5", "5", "2.5", "TRUE", "2026-05-06", "a b"] == list(texts(found).values())
    assert ["text", "number", "number", "number", "text", "date", "text"] == [
        c.kind for c in found.cells.values()
    ]


def test_what_is_hidden_and_merged():
    """Hidden sheets, rows and columns and merged areas come with the grid."""
    book = openpyxl.Workbook()
    page = book.active
    for row in range(1, 7):
        page.append([row, row, row])
    page.merge_cells("A1:B1")
    page.column_dimensions["C"].hidden = True
    page.row_dimensions[3].hidden = True
    book.create_sheet("Secret").sheet_state = "hidden"
    found, secret = read_grids(saved(book), Limits())

    assert ((1, 1, 1, 2),) == found.merged
    assert ({3}, {3}, frozenset()) == (found.hidden_rows, found.hidden_columns, found.filtered_rows)
    assert ("Secret", True) == (secret.name, secret.hidden)


@pytest.mark.parametrize(
    ("before", "after", "hidden", "filtered"),
    [
        ("", "", {2, 5}, set()),
        ("", '<autoFilter ref="A1:A3"><filterColumn colId="0"/></autoFilter>', {5}, {2}),
        ("", '<autoFilter ref="A2:A9"><filterColumn colId="0"/></autoFilter>', {2}, {5}),
        ('<sheetPr filterMode="1"/>', "", set(), {2, 5}),
    ],
)
def test_rows_hidden_by_a_filter_are_told_from_rows_hidden_by_hand(before, after, hidden, filtered):
    """Below the header of a filter in use a hidden row is filtered, elsewhere hidden."""
    rows = "".join(
        f'<row r="{n}" hidden="{int(n in (2, 5))}">{cell(f"A{n}", "x")}</row>' for n in range(1, 7)
    )
    found = read_grids(workbook({"S": sheet(rows, before=before, after=after)}), Limits())[0]

    assert (hidden, filtered) == (found.hidden_rows, found.filtered_rows)


def test_charts_between_sheets_do_not_shift_cells():
    """A chart sheet is left out, and each sheet keeps its own cells."""
    one, two = (sheet(f"<row>{cell('A1', text)}</row>") for text in ("one", "two"))
    book = workbook({"A": one, "C": "<chartsheet/>", "B": two}, kinds={"C": "chartsheet"})

    assert {"A": {(1, 1): "one"}, "B": {(1, 1): "two"}} == {
        grid.name: texts(grid) for grid in read_grids(book, Limits())
    }


def test_strange_sheet_names_are_text():
    """A name with markup and controls is one clean line."""
    assert "<b>A</b> B" == read_grids(workbook({"<b>A</b> \u202eB": sheet()}), Limits())[0].name


def test_the_promised_sizes_fit():
    """1,016 roles in 27,463 long rows, and a matrix of 205 roles by 188 competencies."""
    long = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row // 28}</v></c>'
        f'<c r="B{row}" t="s"><v>{row % 35}</v></c><c r="C{row}"><v>{row % 5}</v></c>'
        f'<c r="D{row}" t="s"><v>0</v></c><c r="E{row}"><v>6</v></c></row>'
        for row in range(1, 27_464)
    )
    wide = f"<row>{'<c><v>3</v></c>' * 189}</row>" * 206
    items = "".join(f"<si><t>Role {number}</t></si>" for number in range(1_016))
    book = workbook({"Long": sheet(long), "Wide": sheet(wide)}, strings=items)

    assert [27_463 * 5, 206 * 189] == [len(grid.cells) for grid in read_grids(book, Limits())]


# --- The child process ----------------------------------------------------------------------


def refusal(data: bytes, **limits: int) -> str:
    """Why the workbook is refused."""
    with pytest.raises(UnreadableWorkbook) as caught:
        read_grids(data, dataclasses.replace(Limits(), **limits))
    return str(caught.value)


@POSIX
def test_a_memory_bomb_is_refused():
    """What needs more memory than allowed ends in a sentence, and no large process is left."""
    items = "".join(f"<si><t>{f'{number:08d}' * 12}</t></si>" for number in range(150_000))
    data = workbook({"S": sheet('<row><c t="s"><v>1</v></c></row>')}, strings=items)

    assert "more memory than the allowed 90,000,000" in refusal(data, memory_bytes=90_000_000)
    assert 1 == len(read_grids(data, Limits())[0].cells)


@POSIX
@pytest.mark.parametrize(
    ("deed", "says"),
    [
        ("swell", "more memory than the allowed 536,870,912 bytes"),
        ("abort", "failed part-way"),
        ("killed", "failed part-way"),
        ("leave", "failed part-way"),
        ("fail", "failed part-way"),
        ("nonsense", "failed part-way"),
        ("spin", "longer than the allowed 1 seconds of computing time"),
        ("sleep", "longer than the allowed 2 seconds. Split"),
    ],
)
def test_a_child_that_dies_or_hangs_is_reported(monkeypatch, deed, says):
    """Whatever the child does, the parent answers in one sentence."""
    monkeypatch.setattr(asking, "_ENTRY", f"tests.sandbox.tasks:{deed}")

    seconds = 1 if deed == "spin" else 20
    assert says in refusal(workbook(), seconds=seconds, wall_seconds=2 if deed == "sleep" else 60)


def test_the_child_loads_nothing_large(monkeypatch):
    """No large library is loaded into the process that opens a stranger's workbook."""
    monkeypatch.setattr(asking, "_ENTRY", "tests.workbook.loaded:answer")

    assert "[]" == refusal(workbook())


def test_reading_works_from_any_folder(monkeypatch, tmp_path):
    """The folder one stands in is neither needed nor searched for modules."""
    (tmp_path / "openpyxl.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)

    assert ("S",) == tuple(grid.name for grid in read_grids(workbook(), Limits()))


def test_the_parent_never_imports_openpyxl():
    """Reading a workbook loads no spreadsheet library into the process that asks for it."""
    code = (
        "import sys; from jobtrack_viz.workbook.cells import read_grids; "
        "from jobtrack_viz.settings import Limits; from tests.archives import workbook; "
        "read_grids(workbook(), Limits()); print('openpyxl' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    assert "False\n" == done.stdout


# --- Any grid comes back --------------------------------------------------------------------

written = st.one_of(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="_\ufffe\uffff"),
        max_size=12,
    ),
    st.sampled_from(
        ["=1+1", "+1", "@x", "#N/A", "NA", "None", "5/6", "1e5", "TRUE", "'a", "\ta\n\nb "]
    ),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9).map(lambda x: round(x, 4)),
    st.booleans(),
    st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2090-01-01")).map(
        lambda d: d.replace(microsecond=0)
    ),
)
sheets = st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 9)), written, max_size=20)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(sheets, min_size=1, max_size=12))
def test_any_grid_comes_back_and_calamine_agrees(grids):
    """Grid to xlsx to grid gives the same texts; an unrelated reader sees the same texts."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in grids:
        page = book.create_sheet()
        for (row, column), value in grid.items():
            place = page.cell(row, column, value)
            if isinstance(value, str):
                place.data_type = "s"
    data = saved(book)
    found = [texts(grid) for grid in read_grids(data, Limits())]
    other = CalamineWorkbook.from_filelike(BytesIO(data))

    assert [
        {place: text for place, value in grid.items() if (text := seen(value))} for grid in grids
    ] == found
    assert [rows_of(other, index) for index in range(len(grids))] == found


def seen(value: object) -> str:
    """A value as its author sees it."""
    return clean(value)[0] if isinstance(value, str) else as_written(value)[0]


def rows_of(book: CalamineWorkbook, index: int) -> dict[tuple[int, int], str]:
    """The texts that calamine finds on a sheet, by place."""
    rows = book.get_sheet_by_index(index).to_python(skip_empty_area=False)
    return {
        (row, column): text
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if (text := seen(value))
    }


# --- How texts are cleaned ------------------------------------------------------------------


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    """A clean text is in NFC, has no blank line or edge, and stays as it is."""
    once, _ = clean(text)

    assert (once, False) == clean(once)
    assert unicodedata.is_normalized("NFC", once)
    assert once.split("\n") == [line.strip() for line in once.split("\n")]
