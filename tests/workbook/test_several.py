"""Several workbooks are one framework, whichever comes first."""

from dataclasses import replace
from pathlib import Path

import pytest

from jobtrack_viz import workbook as workbook_module
from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import read_tables, read_workbooks
from jobtrack_viz.workbook.asking import Question
from jobtrack_viz.workbook.books import read_books
from jobtrack_viz.workbook.cells import read_grids
from jobtrack_viz.workbook.grids import in_book
from jobtrack_viz.workbook.transport import packed
from tests.sheets import DEVELOPER, LADDER, problems, reading, sheet

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"


@pytest.fixture
def shelf(monkeypatch):
    """Workbooks whose bytes are a number: the sheets at that place."""
    kept = []

    def read(question: Question) -> bytes:
        grids = read_books(question.books, question.limits, lambda data: kept[int(data)])
        return packed(read_tables(grids, question.limits))

    monkeypatch.setattr(workbook_module, "ask_child", read)

    def put(**books):
        kept.extend(books.values())
        start = len(kept) - len(books)
        return {f"{name}.xlsx": b"%d" % (start + i) for i, name in enumerate(books)}

    return put


def test_what_one_says_serves_the_others(shelf):
    """A ladder in one workbook, a list of grades in another, give a matrix its levels and order."""
    books = shelf(
        words=[sheet("Sheet1", ("Competency", "Shaky", "Firm"), ("Tact", "Says it", "Shows it"))],
        grades=[sheet("Sheet1", ("Grade", "Name"), ("Star", "Lower"), ("Sun", "Higher"))],
        matrix=[sheet("Care", ("Skill", "Nurse (Sun)", "Aide (Star)"), ("Tact", "Firm", "Shaky"))],
    )
    made = read_workbooks(books).framework

    assert ("Shaky", "Firm") == made.scale
    assert ["Star", "Sun"] == [grade.label for grade in made.grades]
    assert {"nurse": 2, "aide": 1} == {role.id: role.levels["Tact"] for role in made.roles}
    assert ["Care"] == [track.name for track in made.tracks]


def test_sheets_of_equal_names_stay_apart(shelf):
    """Two workbooks with a sheet of one name: both are read, and problems say which is meant."""
    books = shelf(
        one=[sheet("Matrix", ("Baker track", "Baker (3)"), ("Tact", "Loww"))],
        two=[sheet("Matrix", ("Cook track", "Cook (3)"), ("Tact", "Low"))],
    )
    found = read_workbooks(books)

    assert [("level-unknown", "one.xlsx: Matrix", "B2")] == [
        (p.code, p.sheet, p.cell) for p in found.problems if p.severity == "error"
    ]
    assert (2, 2) == (found.summary.tracks, found.summary.roles)
    assert ("two.xlsx: Matrix", "B1") == found.places.roles["cook"]


def test_merged_cells_belong_to_their_workbook(shelf):
    """A merged level is an error where it is merged, not in the sheet of the same name."""
    rows = (("Competency", "Baker (3)", "Head Baker (4)"), ("Tact", "Low", "Low"))
    other = (("Competency", "Cook (3)", "Head Cook (4)"), ("Tact", "Low", "Low"))
    books = shelf(one=[sheet("Food", *rows, merged=((2, 2, 2, 3),))], two=[sheet("Food", *other)])
    found = read_workbooks(books).problems

    assert [("one.xlsx: Food", "B2"), ("one.xlsx: Food", "C2")] == [
        (p.sheet, p.cell) for p in found if p.code == "level-merged"
    ]


def test_a_workbooks_name_decides_nothing(shelf):
    """A workbook called Ladder or About lends its sheets no meaning: their own names break ties."""
    books = shelf(
        a=[sheet("Developer", ("Competency", "Developer (6)"), ("Tact", "Low"))],
        b=[sheet("Sheet1", ("Lunch", "at noon"))],
    )
    renamed = {"Ladder: b.xlsx": books["a.xlsx"], "About": books["b.xlsx"]}
    found = read_workbooks(renamed)

    assert ["Developer"] == [track.name for track in found.framework.tracks]
    assert [("sheet-not-used", "About: Sheet1")] == [
        (p.code, p.sheet) for p in found.problems if p.severity == "note"
    ]


def test_a_single_workbook_is_named_by_its_sheets_alone(shelf):
    """Of one workbook the sheet's name is the whole address."""
    books = shelf(one=[sheet("Matrix", ("Baker track", "Baker (3)"), ("Tact", "Loww"))])

    assert "Matrix" == read_workbooks(books).problems[0].sheet


def test_the_order_of_workbooks_carries_no_meaning(shelf):
    """Whichever is given first, framework and problems are the same."""
    books = shelf(
        one=[sheet("B", ("Baker track", "Baker (3)"), ("Tact", "Low")), sheet("Ladder", *LADDER)],
        two=[sheet("A", *DEVELOPER), sheet("Moves", ("From", "To"), ("Baker", "Developer"))],
    )

    assert read_workbooks(books) == read_workbooks(dict(reversed(books.items())))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ((5, 6, 7), (3, 4, 5), ["3", "4", "5", "6", "7"]),
        ((7, 8), (5, 6), ["5", "6", "7", "8"]),
        ((8, 7, 6), (9, 8), ["9", "8", "7", "6"]),
        (("Sun", "Comet"), ("Star", "Sun", "Moon"), ["Star", "Sun", "Moon", "Comet"]),
    ],
)
def test_lists_of_grades_are_one_order(one, two, expected):
    """Each list's order holds in the whole, whichever sheet comes first."""
    lists = [
        sheet(name, ("Grade", "Note"), *((grade, "x") for grade in grades))
        for name, grades in (("one", one), ("two", two))
    ]
    made = reading(*lists, sheet("Roles", ("Role", "Grade"), ("Cook", one[0]))).framework

    assert expected == [grade.label for grade in made.grades]


def test_lists_of_grades_may_not_disagree():
    """Two grades that stand in another order on two sheets are an error at the second."""
    found = problems(
        sheet("one", ("Grade", "Note"), ("Star", "x"), ("Sun", "x")),
        sheet("two", ("Grade", "Note"), ("Sun", "x"), ("Star", "x")),
        sheet("Roles", ("Role", "Grade"), ("Cook", "Sun")),
    )

    assert [("error", "grades-disagree", "two", "A3")] == [p for p in found if p[0] == "error"]


def test_facts_and_words_said_twice_are_told():
    """Of two About sheets and two ladders the first counts; a note says what it leaves out."""
    sheets = (
        sheet("About", ("Title", "Ours"), ("Owner", "HR")),
        sheet("About 2", ("Title", "Theirs"), ("Owner", "HR")),
        sheet("Ladder", *LADDER),
        sheet("Ladder 2", LADDER[0], LADDER[1], ("Creativity", "Adds one", "Weighs", "Invites")),
        sheet("Developer", *DEVELOPER),
    )
    found = [p for p in reading(*sheets).problems if p.code == "listed-twice"]

    assert [("About 2", "B1", "About B1"), ("Ladder 2", "A3", "Ladder A3")] == [
        (p.sheet, p.cell, p.facts["other"]) for p in found
    ]
    assert "Ours" == reading(*sheets).framework.about.title


def test_two_halves_of_the_sample_are_the_sample():
    """The sample's sheets, every other one in a workbook of its own, are the sample."""
    grids = read_grids(SAMPLE.read_bytes(), Limits())
    whole = reading(*grids)
    halves = [in_book(f"{i % 2}.xlsx", grid) for i, grid in enumerate(grids)]
    together = reading(*(halves[1::2] + halves[::2]))

    assert whole.framework == together.framework
    assert whole.summary == together.summary
    assert sorted((p.code, p.cell) for p in whole.problems) == sorted(
        (p.code, p.cell) for p in together.problems
    )


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(books=1), "2 workbooks; the limit is 1"),
        (Limits(sheets=1), "2 sheets; the limit is 1"),
        (Limits(cells=7), "8 filled cells; the limit is 7"),
        (Limits(file_bytes=1), "2 bytes; the limit is 1"),
        (Limits(roles=1), "holds 2 roles; the limit is 1"),
    ],
)
def test_limits_hold_for_all_together(shelf, limits, expected):
    """What each workbook may hold, all of them may hold together."""
    books = shelf(
        one=[sheet("Matrix", ("Baker track", "Baker (3)"), ("Tact", "Low"))],
        two=[sheet("Matrix", ("Cook track", "Cook (3)"), ("Tact", "Low"))],
    )

    with pytest.raises(UnreadableWorkbook, match=expected):
        read_workbooks(books, limits)


def test_a_refusal_names_its_workbook():
    """A file that is no workbook is refused by its name."""
    with pytest.raises(UnreadableWorkbook, match=r"^notes\.txt: "):
        read_workbooks({"notes.txt": b"hello", "sample.xlsx": SAMPLE.read_bytes()})


def test_hidden_sheets_of_one_workbook_are_told_by_name(shelf):
    """A hidden sheet is left out of its own workbook only."""
    rows = (("Baker track", "Baker (3)"), ("Tact", "Low"))
    books = shelf(one=[sheet("Food", *rows)], two=[replace(sheet("Food", *rows), hidden=True)])
    found = read_workbooks(books).problems

    assert ["two.xlsx: Food"] == [p.sheet for p in found if p.code == "sheet-hidden"]
