"""Another reader finds the same cells, and no cell that it finds is lost without a word."""

import random
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Reading, read_tables
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.written import as_written, clean
from tests.workbook.clean import bare_book, clean_book
from tests.workbook.pages import Book, Page, grids_of
from tests.workbook.variants import VARIANTS, Variant

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"
NONCE = "Quincunx 17"
Place = tuple[int, int]


def calamine_texts(data: bytes) -> dict[str, dict[Place, str]]:
    """Every filled cell of every sheet, as an unrelated reader sees it, by sheet and place."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    found = {}
    for number, sheet in enumerate(book.sheets_metadata):
        rows = book.get_sheet_by_index(number).to_python(skip_empty_area=False)
        found[clean(sheet.name)[0]] = {
            (row, column): text
            for row, values in enumerate(rows, 1)
            for column, value in enumerate(values, 1)
            if (text := clean(value)[0] if isinstance(value, str) else as_written(value)[0])
        }
    return found


CLEAN = {"full": clean_book, "bare": bare_book}
NAMES_OF_BOOKS = ["sample", *CLEAN, *(one.name for one in VARIANTS)]


@cache
def data_of(name: str) -> bytes:
    """The sample, a clean workbook, or a variant by its name."""
    if name == "sample":
        return SAMPLE.read_bytes()
    if name in CLEAN:
        return CLEAN[name]().data()
    return next(one for one in VARIANTS if one.name == name).of(clean_book()).data()


@pytest.mark.parametrize("name", NAMES_OF_BOOKS)
def test_another_reader_finds_the_same_cells(name):
    """Sheet by sheet and cell by cell, the texts are those that calamine finds."""
    grids = grids_of(data_of(name))
    texts = {g.name: {place: c.text for place, c in g.cells.items()} for g in grids}
    sheets = CalamineWorkbook.from_filelike(BytesIO(data_of(name))).sheets_metadata

    assert calamine_texts(data_of(name)) == texts
    assert {g.name for g in grids if g.hidden} == {
        sheet.name for sheet in sheets if sheet.visible is not SheetVisibleEnum.Visible
    }


# --- Nothing is lost in silence --------------------------------------------------------------


def said(reading: Reading) -> object:
    """All that a reading says."""
    return reading.framework, reading.summary, reading.problems


def with_cell(grids: tuple[Grid, ...], name: str, place: Place, text: str) -> tuple[Grid, ...]:
    """The sheets with another text in one cell."""
    changed = Cell(*place, text)
    return tuple(
        replace(grid, cells={**grid.cells, place: changed}) if grid.name == name else grid
        for grid in grids
    )


def lost(grids: tuple[Grid, ...], places: list[tuple[str, Place]]) -> list[tuple[str, Place, str]]:
    """Cells whose text makes no difference, on sheets of which no problem speaks.

    A reader that uses a cell must say something else when it says something else.
    """
    reading = read_tables(grids, Limits())
    spoken_of = {problem.sheet for problem in reading.problems}
    texts = {grid.name: grid.cells for grid in grids}
    return [
        (name, place, texts[name][place].text)
        for name, place in places
        if name not in spoken_of
        and said(read_tables(with_cell(grids, name, place, NONCE), Limits())) == said(reading)
    ]


def visible(grids: tuple[Grid, ...]) -> list[tuple[str, Place]]:
    """Every filled cell that is not hidden."""
    return [
        (grid.name, (row, column))
        for grid in grids
        for row, column in grid.cells
        if not grid.hidden and row not in grid.hidden_rows and column not in grid.hidden_columns
    ]


@pytest.mark.parametrize(("name", "count"), [("bare", 90), ("full", 100), ("sample", 12)])
def test_cells_count(name, count):
    """Another text in any of so many cells, chosen once and for all, is another reading."""
    grids = grids_of(data_of(name))

    assert [] == lost(grids, random.Random(4).sample(visible(grids), count))


@pytest.mark.long
def test_every_cell_counts():
    """The same for every cell of the clean workbook."""
    grids = grids_of(data_of("full"))

    assert [] == lost(grids, visible(grids))


def lost_of_variant(one: Variant, count: int) -> list[tuple[str, Place, str]]:
    """Which of so many cells that the variant added, and of as many others, are lost."""
    base = "bare" if one.bare else "full"
    clean_texts = {cell.text for grid in grids_of(data_of(base)) for cell in grid.cells.values()}
    grids = grids_of(one.of(CLEAN[base]()).data())
    texts = {grid.name: grid.cells for grid in grids}
    places = visible(grids)
    added = [(name, at) for name, at in places if texts[name][at].text not in clean_texts]
    dice = random.Random(one.name)
    chosen = [dice.sample(some, min(count, len(some))) for some in (added, places)]
    return lost(grids, [*chosen[0], *chosen[1]])


@pytest.mark.parametrize("one", VARIANTS, ids=lambda one: one.name)
def test_no_variant_loses_a_cell_in_silence(one):
    """What a variant adds is used or spoken of; so are some cells of the rest."""
    assert [] == lost_of_variant(one, 3)


@pytest.mark.long
@pytest.mark.parametrize("one", VARIANTS, ids=lambda one: one.name)
def test_no_variant_loses_many_cells_in_silence(one):
    """The same for more of its cells."""
    assert [] == lost_of_variant(one, 30)


# --- Any matrix comes back -------------------------------------------------------------------

SCALES = (
    ("Low", "Medium", "High"),
    ("1", "2", "3", "4"),
    ("0", "1", "2", "4", "6"),
    ("1", "1.5", "2"),
    ("Aware", "Working", "Practitioner", "Expert"),
    ("A", "B", "C", "D", "E", "F", "G"),
    ("Only",),
)
GRADES = (
    ("4", "5", "6", "7", "8", "9", "10"),
    ("A", "B", "C", "D", "E", "F", "G"),
    ("1.1", "1.2", "1.10", "2.1", "2.2", "3.1", "3.2"),
)
TITLES = ("Clerk", "Painter (Oil)", "Head of Care, Cleaning & Keys", "Ünder-Steward", "Cook / Chef")
NAMES = ("Tact", "Sums & Figures", "Care: people", "Why? And how", "50% planning", "Öffnen")


@st.composite
def matrices(draw):
    """(scale, with a ladder, {(title, grade): [level or - or None for each competency]}, names)."""
    scale = draw(st.sampled_from(SCALES))
    grades = draw(st.sampled_from(GRADES))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True))
    count = draw(st.integers(1, 6))
    level = st.sampled_from([*scale, *scale, "-", None])
    roles = {}
    for number in range(count):
        title = f"{draw(st.sampled_from(TITLES))} {'xyz'[number % 3] * (number + 1)}"
        roles[title, grades[number]] = draw(
            st.lists(level, min_size=len(names), max_size=len(names))
        )
    return scale, roles, names


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(matrices(), st.booleans(), st.booleans())
def test_any_matrix_comes_back(matrix, as_numbers, turned):
    """Levels, titles and grades of a generated workbook are those that were written."""
    scale, roles, names = matrix
    assume(all(any(level not in (None, "-") for level in levels) for levels in roles.values()))
    header = ["Wardens track", *(f"{title} ({grade})" for title, grade in roles)]
    rows = [[name, *(levels[n] for levels in roles.values())] for n, name in enumerate(names)]
    if as_numbers and all(level.isdecimal() for level in scale):
        rows = [[int(v) if v and v.isdecimal() else v for v in row] for row in rows]
    table = [header, *rows]
    if turned:
        table = [list(column) for column in zip(*table, strict=True)]
    ladder = [
        ["Competency", *scale],
        *([name, *(f"Does {name} as {level}." for level in scale)] for name in names),
    ]
    book = Book([Page("Wardens", "matrix", table), Page("Words", "ladder", ladder)])
    reading = read_tables(grids_of(book.data()), Limits())

    assert reading.framework is not None, reading.problems
    assert scale == reading.framework.scale
    found = {(role.title, role.grade): dict(role.levels) for role in reading.framework.roles}
    assert found == {
        role: {
            name: 0 if level == "-" else scale.index(level) + 1
            for name, level in zip(names, levels, strict=True)
            if level is not None
        }
        for role, levels in roles.items()
    }
