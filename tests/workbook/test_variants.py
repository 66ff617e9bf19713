"""Workbooks that mean the same give the same framework, whatever they look like."""

import random
from functools import cache
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Reading, read_tables
from jobtrack_viz.workbook.grids import address
from tests.workbook.clean import bare_book, clean_book
from tests.workbook.pages import Book, grids_of
from tests.workbook.sameness import differences, misplaced, plain
from tests.workbook.variants import VARIANTS, Variant

BOOKS = {"full": clean_book, "bare": bare_book}
PAIRS = [
    tuple(sorted(pair, key=lambda one: one.stage))
    for pair in combinations(VARIANTS, 2)
    if pair[0].goes_with(pair[1])
]


@cache
def clean_reading(base: str) -> Reading:
    """What the unchanged workbook says."""
    return read_tables(grids_of(BOOKS[base]().data()), Limits())


def stated(reading: Reading) -> set[tuple[str, str]]:
    """Role and competency of every level that the reading names a cell for."""
    return {(role, plain(competency)) for role, competency, _ in reading.places.levels}


def check(book: Book, base: str, *variants: Variant) -> Reading:
    """The book says what the clean one says, and each level at the cell that it names."""
    grids = grids_of(book.data())
    reading = read_tables(grids, Limits())
    serious = [p for p in reading.problems if p.severity != "note"]
    owed = frozenset().union(*(one.warnings for one in variants))

    assert owed == {p.code for p in serious}, [
        (p.code, p.sheet, p.cell, *p.facts.values()) for p in serious
    ]
    assert [] == differences(
        clean_reading(base).framework,
        reading.framework,
        respelled=any(one.respelled for one in variants),
    )
    assert clean_reading(base).summary == reading.summary
    assert [] == misplaced(reading, grids)
    assert stated(clean_reading(base)) == stated(reading)
    return reading


@pytest.mark.parametrize("base", BOOKS)
def test_the_clean_workbook_has_no_problem(base):
    """No error, no warning, not even a note; by hand: 3 tracks, 5 grades, 10 roles."""
    reading = clean_reading(base)
    summary = reading.summary

    assert () == reading.problems
    assert (3, 5, 10, 8) == (summary.tracks, summary.grades, summary.roles, summary.competencies)
    assert [] == misplaced(reading, grids_of(BOOKS[base]().data()))


@pytest.mark.parametrize(
    ("one", "base"),
    [
        pytest.param(one, base, id=f"{one.name}-{base}")
        for one in VARIANTS
        for base in BOOKS
        if one.bare or base == "full"
    ],
)
def test_a_variant_means_the_same(one, base):
    """Each oddity alone changes nothing, and is noted where it is owed."""
    reading = check(one.of(BOOKS[base]()), base, one)

    assert one.notes <= {problem.code for problem in reading.problems}


@pytest.mark.parametrize("one", VARIANTS, ids=lambda one: one.name)
def test_a_misspelt_level_is_told_where_it_stands(one):
    """However a table looks, a level that is none is one error at its own cell."""
    book = clean_book()
    developer = next(page for page in book.pages if page.name == "Developer")
    developer.rows[3][2] = "Mediocre"
    grids = grids_of(one.of(book).data())
    [cell] = [
        (grid.name, address(*where))
        for grid in grids
        for where, cell in grid.cells.items()
        if plain(cell.text) == "mediocre"
    ]
    found = [p for p in read_tables(grids, Limits()).problems if p.severity == "error"]

    assert [("level-unknown", *cell)] == [(p.code, p.sheet, p.cell) for p in found]


def check_pair(first: Variant, second: Variant, base: str) -> None:
    """Both variants of one workbook change nothing together."""
    base = base if first.bare and second.bare else "full"
    check(second.of(first.of(BOOKS[base]())), base, first, second)


@pytest.mark.parametrize("base", BOOKS)
def test_two_oddities_at_once_mean_the_same(base):
    """Each variant goes together with another one, chosen once and for all."""
    dice = random.Random(base)
    for one in VARIANTS:
        pairs = [pair for pair in PAIRS if one in pair]
        check_pair(*dice.choice(pairs), base)


@pytest.mark.long
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PAIRS), st.sampled_from(list(BOOKS)))
def test_any_two_oddities_at_once_mean_the_same(pair, base):
    """Any two that can be in one workbook."""
    check_pair(*pair, base)
