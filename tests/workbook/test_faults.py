"""A workbook with one fault gives exactly the problem of that fault, at its cell."""

from functools import cache

import pytest

from jobtrack_viz.health import findings
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import Reading
from jobtrack_viz.workbook.words import WORDS, sentence
from tests.workbook.faults import FAULTS, Fault
from tests.workbook.pages import reading_of

Found = tuple[str, str, str | None, str | None]


@cache
def reading(fault: Fault) -> Reading:
    """What the faulty workbook says."""
    book = fault.base()
    fault.change(book)
    return reading_of(book)


def problems(fault: Fault) -> list[Found]:
    """Every problem of the workbook, those that show along its moves included."""
    found = reading(fault)
    along = findings(build_network(found.framework), found.places) if found.framework else ()
    return [(p.severity, p.code, p.sheet, p.cell) for p in (*found.problems, *along)]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_one_fault_gives_one_problem(fault):
    """Nothing else is reported, and only an error keeps the framework back."""
    assert sorted(fault.expected, key=str) == sorted(problems(fault), key=str)
    broken = any(severity == "error" for severity, *_ in fault.expected)
    assert broken == (reading(fault).framework is None)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Moves!B2 names 'Trainee Develper'", "Trainee Developer (4)"),
        ("Roles!D2 names 'Develloper'", "Developer"),
        ("level 'Hgih'", "High"),
        ("a misspelt competency", "Weighing Evidence"),
    ],
)
def test_a_misspelt_name_is_told_the_nearest(name, nearest):
    """The sentence names what was found and what was probably meant."""
    fault = next(fault for fault in FAULTS if fault.name == name)
    said = sentence(reading(fault).problems[0])

    assert f"“{nearest}" in said or f"of: {nearest}" in said


def test_faults_cover_what_one_cell_can_break():
    """Every error and warning has a fault here, but for those that need two sheets at odds."""
    tried = {code for fault in FAULTS for _, code, _, _ in fault.expected}
    elsewhere = {"ladders-disagree", "grade-order-unclear", "grade-order-inferred"}

    assert tried <= WORDS.keys()
    assert len(tried | elsewhere) >= 40
