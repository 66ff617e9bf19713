"""One test for each rule: its code, where it points, and nothing else."""

from collections import defaultdict

import pytest

from jobtrack_viz.model import Problem
from jobtrack_viz.workbook.grids import Cell
from jobtrack_viz.workbook.words import WORDS, sentence
from tests.sheets import DEVELOPER, LADDER, problems, reading, sheet

DATE = Cell(1, 1, "2026-06-05", "date")
ROLES = ("Role", "Grade", "Track", "Also known as", "Status")


def dev(*rows):
    """A matrix of two roles with these rows."""
    return sheet("Dev", ("Dev track", "A (6)", "B (7)"), *rows)


def roles(*rows):
    """A Roles sheet."""
    return sheet("Roles", ROLES, *rows)


def test_no_role_at_all():
    """A workbook without a role is an error of the whole workbook."""
    assert ("error", "no-roles", None, None) in problems(sheet("Notes", ("hello",)))


def test_a_level_that_is_not_on_the_scale():
    """A misspelt level is reported at its own cell."""
    assert [("error", "level-unknown", "Dev", "C2")] == problems(
        dev(("Tact", "Low", "Hgih"), ("Creativity", "Low", "Med"))
    )


def test_levels_that_need_a_ladder():
    """Words of an unknown scale ask for a ladder once, not at every cell."""
    found = problems(dev(("Tact", "Novice", "Expert"), ("Creativity", "Novice", "Novice")))

    assert [("error", "scale-unknown", "Dev", "B2")] == found


def test_a_merged_level():
    """Merged level cells keep only one value, so each of them is an error."""
    found = problems(
        sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "Low"), merged=((2, 2, 2, 3),))
    )

    assert [("error", "level-merged", "Dev", "B2"), ("error", "level-merged", "Dev", "C2")] == [
        problem for problem in found if problem[0] == "error"
    ]


def test_a_grade_that_became_a_date():
    """Excel's date for 5/6 is an error where it stands."""
    found = problems(roles(("A", DATE, "T")))

    assert ("error", "cell-date", "Roles", "B2") in found


def test_an_error_cell():
    """An error of Excel's own is an error of ours."""
    found = problems(dev(("Tact", Cell(1, 1, "#REF!", "error", True), "Low")))

    assert [("error", "cell-error", "Dev", "B2")] == [p for p in found if p[0] == "error"]


def test_a_formula_without_a_value():
    """A formula that Excel never worked out asks to be saved in Excel."""
    found = problems(dev(("Tact", Cell(1, 1, "", "error", True), "Low")))

    assert [("error", "formula-without-value", "Dev", "B2")] == [
        p for p in found if p[0] == "error"
    ]


def test_a_formula_with_a_value():
    """A formula's stored value is read, with one note for the sheet."""
    cell = Cell(1, 1, "Low", "text", True)

    assert [("note", "formula-read", "Dev", "B2")] == problems(dev(("Tact", cell, "Med")))


def test_levels_beside_no_competency():
    """A row of levels without a name is an error at its first level."""
    assert ("error", "competency-missing", "Dev", "B3") in problems(
        dev(("Tact", "Low", "Med"), (None, "Low", "Low"))
    )


def test_levels_under_no_heading():
    """A column of levels without a title, between others, is an error."""
    found = problems(sheet("Dev", (None, "A (6)", None, "B (7)"), ("Tact", "Low", "Med", "High")))

    assert [("error", "heading-missing", "Dev", "C2")] == found


def test_a_competency_twice_with_other_levels():
    """Two rows of one competency that disagree are an error at the second."""
    assert [("error", "competency-twice", "Dev", "C3")] == problems(
        dev(("Tact", "Low", "Med"), ("Tact", "Low", "High"))
    )


def test_two_matrices_that_disagree():
    """One role with two levels of one competency is an error at the second matrix."""
    found = problems(
        sheet("Dev", (None, "A (6)"), ("Tact", "Low")),
        sheet("Ops", (None, "A (6)"), ("Tact", "High")),
    )

    assert [("error", "matrices-disagree", "Ops", "B2")] == found


def test_a_role_twice_in_one_matrix():
    """Two columns of one role that disagree are an error at the second."""
    found = problems(sheet("Dev", (None, "A (6)", "A (6)"), ("Tact", "Low", "High")))

    assert [("error", "matrices-disagree", "Dev", "C2")] == found


def test_an_id_of_two_roles():
    """An ID belongs to one role."""
    rows = sheet("Roles", ("ID", "Role", "Grade"), ("D1", "A", "6"), ("D1", "B", "7"))

    assert ("error", "id-twice", "Roles", "A3") in problems(rows)


def test_an_order_with_a_gap():
    """Grades without a number follow those that have one."""
    grades = sheet("Grades", ("Grade", "Order"), ("7", "2"), ("6", "1"), ("5", None))
    result = reading(grades, roles(("A", "6", "T")))

    assert ["6", "7", "5"] == [grade.label for grade in result.framework.grades]


def test_two_ladders_with_other_levels():
    """A second ladder that names other levels is an error at its first level."""
    second = sheet("Ladder 2", ("Competency", "Basic", "Full"), ("Calm", "Breathes", "Sleeps"))

    assert ("error", "ladders-disagree", "Ladder 2", "B1") in problems(
        sheet("Ladder", *LADDER), second, dev(("Creativity", "Low", "Med"))
    )


def test_a_competency_that_the_ladder_lacks():
    """A name that is not on the ladder is a warning at its first row."""
    assert ("warning", "competency-not-on-ladder", "Dev", "A2") in problems(
        sheet("Ladder", *LADDER), dev(("Problem Solvin", "Low", "Med"))
    )


def test_a_competency_that_no_role_uses():
    """A row of the ladder that no matrix has is a warning on the ladder."""
    assert [("warning", "competency-unused", "Ladder", "A2")] == problems(
        sheet("Ladder", *LADDER), dev(("Creativity", "Low", "Med"))
    )


def test_a_level_without_words():
    """A level in use that the ladder does not describe is a warning on the ladder."""
    assert [("warning", "descriptor-missing", "Ladder", "A2")] == problems(
        sheet("Ladder", ("Competency", "Low", "High"), ("Tact", "Is kind", None)),
        dev(("Tact", "Low", "High")),
    )


def test_a_role_in_no_matrix():
    """A role without levels is a warning at its row."""
    assert [("warning", "role-without-levels", "Roles", "A2")] == problems(
        dev(("Tact", "Low", "Med")), roles(("C", "6", "Dev"))
    )


def test_a_role_without_a_grade():
    """A missing grade is a warning where the role is named."""
    assert [("warning", "grade-missing", "Dev", "B1")] == problems(
        sheet("Dev", ("Dev track", "A"), ("Tact", "Low"))
    )


def test_a_grade_from_another_sheet():
    """A grade missing on one sheet is taken from another if the title is unique."""
    assert [] == problems(sheet("Dev", (None, "A"), ("Tact", "Low")), roles(("A", "6", "Dev")))


def test_a_grade_that_is_not_listed():
    """With a Grades sheet, an unlisted grade is an error at its cell; a span's ends count."""
    grades = sheet("Grades", ("Grade", "Name"), ("6", "Six"), ("7", "Seven"))

    assert [("error", "grade-unknown", "Roles", "B3")] == problems(
        grades, roles(("A", "6/7", "T"), ("B", "8", "T"))
    )


def test_columns_that_disagree_on_named_grades():
    """Named grades whose order two matrices contradict are an error of the workbook."""
    found = problems(
        sheet("Dev", (None, "A", "B"), ("Grade", "Junior", "Senior"), ("Tact", "L", "H")),
        sheet("Ops", (None, "C", "D"), ("Grade", "Senior", "Junior"), ("Tact", "L", "H")),
    )

    assert [("error", "grade-order-unclear", None, None)] == found


def test_named_grades_in_column_order():
    """Named grades follow the columns, with a note."""
    result = reading(
        sheet("Dev", (None, "A", "B"), ("Grade", "Junior", "Senior"), ("Tact", "L", "H")),
        sheet("Ops", (None, "D", "E"), ("Grade", "Senior", "Chief"), ("Tact", "L", "H")),
    )

    assert ["Junior", "Senior", "Chief"] == [grade.label for grade in result.framework.grades]
    assert ["grade-order-inferred"] == [problem.code for problem in result.problems]


def test_a_long_title():
    """A title over 60 characters is a warning."""
    assert ("warning", "title-long", "Roles", "A2") in problems(roles(("A" * 61, "6", "T")))


def test_a_title_on_two_grades_that_gives_none():
    """A reference that fits two roles is an error with both."""
    moves = sheet("Moves", ("From", "To"), ("A", "B (7)"))
    found = problems(roles(("A", "5", "T"), ("A", "6", "T"), ("B", "7", "T")), moves)

    assert ("error", "role-ambiguous", "Moves", "A2") in found


def test_a_former_title_that_two_roles_claim():
    """Both are offered, with a warning at the later one."""
    found = problems(roles(("A", "5", "T", "Officer; Clerk"), ("B", "6", "T", "clerk")))

    assert [("warning", "alias-shared", "Roles", "D3")] == found


def test_a_role_without_a_title():
    """A row of Roles without a title is an error where it is missing."""
    assert ("error", "role-title-missing", "Roles", "A3") in problems(
        roles(("A", "6", "T"), (None, "7", "T"))
    )


def test_a_move_without_an_end():
    """A row of Moves must say where it leads."""
    moves = sheet("Moves", ("From", "To"), ("A", None))

    assert ("error", "value-missing", "Moves", "B2") in problems(roles(("A", "6", "T")), moves)


def test_a_move_to_a_misspelt_role():
    """A misspelt role is reported at its own cell, with the nearest."""
    moves = sheet("Moves", ("From", "To"), ("Developer", "Senoir Developer"))
    result = reading(sheet("Developer", *DEVELOPER), moves)
    problem = result.problems[0]

    assert ("role-unknown", "Moves", "B2") == (problem.code, problem.sheet, problem.cell)
    assert problem.facts["nearest"].startswith("Senior Developer (7)")


def test_a_move_to_itself():
    """A move from a role to the same role is an error."""
    moves = sheet("Moves", ("From", "To"), ("A", "A"))

    assert ("error", "move-to-itself", "Moves", "B2") in problems(roles(("A", "6", "T")), moves)


def test_a_move_between_namesakes():
    """Roles with ids of their own may share title and grade, and a move may join them."""
    listed = sheet(
        "Roles", ("ID", "Role", "Grade", "Track"), ("x", "A", "6", "T"), ("y", "A", "6", "U")
    )
    moves = sheet("Moves", ("From", "To"), ("x", "y"))

    assert [] == [code for severity, code, *_ in problems(listed, moves) if severity == "error"]


@pytest.mark.parametrize(
    ("column", "word", "cell"),
    [("Kind", "sideways", "C2"), ("Both ways", "perhaps", "C2")],
)
def test_a_word_outside_its_vocabulary(column, word, cell):
    """A kind or an answer that is not understood is an error with the words that are."""
    moves = sheet("Moves", ("From", "To", column), ("A", "B", word))
    found = problems(roles(("A", "6", "T"), ("B", "6", "U")), moves)

    assert ("error", "word-unknown", "Moves", cell) in found


@pytest.mark.parametrize(
    ("colour", "found"),
    [
        ("#ffd300", ("warning", "colour-pale", "Tracks", "B2")),
        ("#1f77b4", None),
        ("gold", ("note", "colour-unknown", "Tracks", "B2")),
    ],
)
def test_a_colour_that_cannot_be_seen(colour, found):
    """A colour below 3:1 on white is a warning; what is no colour is a note; others are fine."""
    tracks = sheet("Tracks", ("Track", "Colour"), ("T", colour))

    assert [found] * bool(found) == problems(tracks, roles(("A", "6", "T")))


def test_a_kind_against_its_grades():
    """A transfer to a higher grade is a warning at the kind."""
    moves = sheet("Moves", ("From", "To", "Kind"), ("A", "B", "transfer"))
    found = problems(roles(("A", "6", "T"), ("B", "7", "U")), moves)

    assert ("warning", "kind-contradicts-grades", "Moves", "C2") in found


def test_a_blank_kind():
    """A blank kind is worked out from tracks and grades, with a note."""
    moves = sheet("Moves", ("From", "To", "Kind"), ("A", "B", None), ("A", "C", None))
    result = reading(roles(("A", "6", "T"), ("B", "7", "U"), ("C", "6", "U")), moves)

    assert ["step up", "transfer"] == [move.kind for move in result.framework.moves]
    assert [False, True] == [move.both_ways for move in result.framework.moves]
    assert 2 == [problem.code for problem in result.problems].count("kind-inferred")


def test_an_unknown_track():
    """With a Tracks sheet, a track that nobody listed is an error with the nearest."""
    tracks = sheet("Tracks", ("Track", "Description"), ("Developer", "Writes software"))

    assert ("error", "track-unknown", "Roles", "C2") in problems(
        tracks, roles(("A", "6", "Developr"))
    )


def test_a_skill_of_an_unknown_track():
    """A skill belongs to a track of this workbook."""
    skills = sheet("Skills", ("Skill", "Track"), ("SQL", "Nowhere"))

    assert ("error", "track-unknown", "Skills", "B2") in problems(roles(("A", "6", "T")), skills)


def test_a_skill_of_an_unknown_role():
    """A skill's role is a role of this workbook."""
    skills = sheet("Skills", ("Skill", "Role"), ("SQL", "Nobody"))

    assert ("error", "role-unknown", "Skills", "B2") in problems(roles(("A", "6", "T")), skills)


def test_notes_say_what_was_left_out():
    """Hidden sheets, unknown columns and unknown sheets are notes; hidden rows are a warning."""
    found = problems(
        sheet("Notes", ("Remember the milk",)),
        sheet("Old", ("x",), hidden=True),
        roles(("A", "6", "T"), ("B", "6", "T")),
        sheet("Tracks", ("Track", "Depth"), ("T", "deep")),
        sheet(
            "Ops", (None, "C (6)"), ("Tact", "Low"), ("Secret", "Low"), hidden_rows=frozenset({3})
        ),
    )

    assert ("note", "sheet-not-used", "Notes", "A1") in found
    assert ("note", "sheet-hidden", "Old", "A1") in found
    assert ("note", "column-not-used", "Tracks", "B1") in found
    assert ("warning", "rows-hidden", "Ops", "A3") in found


def test_every_sentence_can_be_said():
    """Each code's sentence needs only facts, and says nothing about a missing nearest."""
    facts = defaultdict(lambda: "x")

    said = [sentence(Problem("note", code, None, None, facts)) for code in WORDS]

    assert [] == [text for text in said if "[" in text or "{" in text]
    bare = sentence(Problem("note", "track-unknown", None, None, {"found": "x", "nearest": ""}))
    assert "Did you mean" not in bare


def test_problems_come_in_reading_order():
    """Errors first, then by sheet, row and column, the ninth row before the tenth."""
    rows = [("Tact" + str(i), "Hm" if i in (8, 9) else "Low", "Low") for i in range(1, 11)]

    assert ["B9", "B10"] == [cell for _, _, _, cell in problems(dev(*rows))]
