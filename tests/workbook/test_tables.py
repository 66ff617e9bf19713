"""The recognition engine: which table is which, whatever stands around it."""

from tests.sheets import DEVELOPER, LADDER, problems, reading, sheet

GRADES = (("Grade", "Name"), ("6", "Skilled"), ("7", "Senior"))
TRACKS = (("Track", "Group", "Description"), ("Developer", "Making", "Writes software"))


def levels(result):
    """Every role's levels by competency, by id."""
    assert result.framework is not None, result.problems
    return {role.id: dict(role.levels) for role in result.framework.roles}


def beside(left, right):
    """Two tables on one sheet with an empty column between them."""
    width = len(left[0])
    length = max(len(left), len(right))
    left = [*left, *[(None,) * width] * (length - len(left))]
    right = [*right, *[()] * (length - len(right))]
    return [(*a, None, *b) for a, b in zip(left, right, strict=True)]


def notes(result):
    """Codes of all notes."""
    return {p.code for p in result.problems if p.severity == "note"}


def test_two_lists_beside_each_other():
    """Each part of a header row between empty columns may announce a list of its own."""
    result = reading(sheet("Setup", *beside(GRADES, TRACKS)), sheet("Developer", *DEVELOPER))

    assert ["Skilled", "Senior"] == [grade.name for grade in result.framework.grades]
    assert [("Making", "Writes software")] == [
        (track.group, track.description) for track in result.framework.tracks
    ]
    assert ("note", "sheet-read-as", "Setup", "A1") in [
        (p.severity, p.code, p.sheet, p.cell) for p in result.problems
    ]


def test_everything_on_one_sheet():
    """A list, a ladder and a matrix below each other, each under a title of its own."""
    one = [*GRADES, (), ("The ladder",), *LADDER, (), ("Developers",), *DEVELOPER]
    result = reading(sheet("All", *one))

    assert {"Problem Solving": 2, "Creativity": 3} == levels(result)["senior-developer"]
    assert ["Skilled", "Senior"] == [grade.name for grade in result.framework.grades]
    assert ("Weighs ideas",) == result.framework.competencies[1].statements[1]


def test_what_belongs_to_no_table_is_counted():
    """Titles and keys are left out with one note, at the first of them."""
    found = reading(sheet("Dev", ("Our matrix",), (), *DEVELOPER, (), ("Key: L is low",))).problems

    assert [("cells-not-used", "A1", "2", "Our matrix")] == [
        (p.code, p.cell, p.facts["count"], p.facts["found"]) for p in found
    ]


def test_a_table_of_roles_is_a_matrix_if_it_holds_levels():
    """Role, Grade and Track head a list of roles; columns of levels make it a matrix."""
    head = ("Role", "Grade", "Track", "Summary")
    rows = [("Tester", 6, "Quality", "Tests"), ("Lead", 7, "Quality; Making", "Leads")]
    plain = reading(sheet("Staff", head, *rows))
    turned = reading(
        sheet(
            "Staff",
            (*head, "Tact", "Wit"),
            (*rows[0], "Low", "Med"),
            (*rows[1], "High", None),
        )
    )

    assert {"tester": {}, "lead": {}} == levels(plain)
    assert {"tester": {"Tact": 1, "Wit": 2}, "lead": {"Tact": 3}} == levels(turned)
    assert ("Quality", "Making") == turned.framework.role("lead").tracks
    assert "Tests" == turned.framework.role("tester").summary
    assert {"matrix-turned", "sheet-read-as"} == notes(turned)


def test_figures_in_a_list_of_roles_are_no_levels():
    """A column of somebody's own with numbers stays a column that was not used."""
    staff = sheet("Staff", ("Role", "Grade", "Desks"), ("Tester", 6, 12), ("Lead", 7, 2))
    result = reading(staff)

    assert {"tester": {}, "lead": {}} == levels(result)
    assert ("note", "column-not-used", "Staff", "C1") in problems(staff)


def test_a_long_matrix_without_tracks_takes_them_from_roles():
    """Role, Competency and Level are enough; what the role's track is stands elsewhere."""
    long = (("Skill", "Role", "Level"), ("Tact", "Tester (6)", "L"), ("Wit", "Tester (6)", "-"))
    result = reading(sheet("X", *long), sheet("R", ("Role", "Track"), ("Tester", "Quality")))

    assert {"tester": {"Tact": 1, "Wit": 0}} == levels(result)
    assert ("Quality",) == result.framework.role("tester").tracks


def test_a_long_row_that_lacks_something():
    """No role, no competency, a level that is none: each at its own cell."""
    head = ("Role", "Competency", "Level", "Grade")
    rows = [("A", "Tact", "Low", 6), (None, "Wit", "Low", 6), ("A", None, "Low", 6)]
    found = problems(sheet("X", head, *rows, ("A", "Wit", "Lowish", 6), ("B", "Wit", "Low", 7)))

    assert [
        ("error", "role-title-missing", "X", "A3"),
        ("error", "value-missing", "X", "B4"),
        ("error", "level-unknown", "X", "C5"),
    ] == found


def test_labels_of_groups_reach_down_to_the_next():
    """A role's name, grade and track on its first row only, which a note tells."""
    long = (
        ("Track", "Role", "Grade", "Competency", "Level"),
        ("Quality", "Tester", 6, "Tact", "Low"),
        (None, None, None, "Wit", "High"),
        ("Quality", "Lead", 7, "Tact", "High"),
        (None, None, None, "Wit", "High"),
    )
    result = reading(sheet("X", *long))

    assert {"tester": {"Tact": 1, "Wit": 3}, "lead": {"Tact": 3, "Wit": 3}} == levels(result)
    assert [6, 7] == [int(role.grade) for role in result.framework.roles]
    assert {"labels-filled-down"} == notes(result)


def test_a_label_that_comes_again_fills_nothing():
    """Groups that are named on several rows show that a blank is a blank."""
    ladder = (
        ("Group", "Competency", "Low", "High"),
        ("People", "Tact", "is tactful now and then", "is always tactful"),
        ("People", "Calm", "keeps calm now and then", "is always calm"),
        (None, "Wit", "is witty now and then", "is always witty"),
    )
    result = reading(sheet("Ladder", *ladder), sheet("D", ("D track", "A (6)"), ("Wit", "Low")))

    assert ["People", "People", ""] == [c.group for c in result.framework.competencies]


def test_levels_have_names_of_their_own():
    """With Level order, the place counts and each competency keeps its words."""
    ladder = sheet(
        "Ladder",
        ("Competency", "Level", "Level order", "Descriptor"),
        ("Tact", "Novice", 1, "a"),
        ("Tact", "Able", 2, "b"),
        ("Wit", "Sharp", 3, "e"),
        ("Wit", "Basic", 1, "c"),
        ("Wit", "Quick", 2, "d"),
    )
    matrix = sheet(
        "M", ("Dev track", "A (6)", "B (7)"), ("Tact", "Novice", "Able"), ("Wit", "Basic", "Sharp")
    )
    result = reading(ladder, matrix)
    wit = result.framework.competencies[1]

    assert {"Tact": 2, "Wit": 3} == levels(result)["b"]
    assert ("Novice", "Able", "Sharp") == result.framework.scale
    assert ("Basic", "Quick", "Sharp") == wit.level_names
    assert (("c",), ("d",), ("e",)) == wit.statements
    assert {"level-names-differ"} == notes(result)


def test_another_competencys_word_is_no_level():
    """A level of one competency is unknown in the row of another."""
    ladder = sheet(
        "Ladder",
        ("Competency", "Level", "Level order", "Descriptor"),
        ("Tact", "Novice", 1, "a"),
        ("Wit", "Basic", 1, "c"),
    )
    found = problems(
        ladder, sheet("M", ("Dev track", "A (6)"), ("Tact", "Basic"), ("Wit", "Basic"))
    )

    assert ("error", "level-unknown", "M", "B2") in found


def test_long_levels_in_any_row_order():
    """Numbers ascend whatever order their rows have; a scale may have gaps."""
    rows = [("Tact", level, f"t{level}") for level in (6, 0, 2, 1, 4)]
    ladder = sheet("L", ("Competency", "Level", "Statement"), *rows)
    result = reading(ladder, sheet("M", ("Dev track", "A (6)", "B (7)"), ("Tact", 0, 4)))

    assert ("0", "1", "2", "4", "6") == result.framework.scale
    assert {"a": {"Tact": 1}, "b": {"Tact": 4}} == levels(result)


def test_two_ladders_with_another_number_of_levels():
    """Different scales are never compared in silence."""
    more = sheet("More", ("Competency", "Low", "High"), ("Calm", "now and then", "always"))

    assert ("error", "ladders-disagree", "More", "B1") in problems(sheet("Ladder", *LADDER), more)


def test_a_sheet_of_other_figures_is_no_matrix():
    """Numbers under years are no levels where the scale has words."""
    figures = sheet("Turnover", ("Team", "2024", "2025"), ("Blue", 3, 4), ("Red", 5, 6))
    result = reading(sheet("Developer", *DEVELOPER), figures)

    assert ["Developer"] == [track.name for track in result.framework.tracks]
    assert {"sheet-not-used"} == notes(result)


def test_nothing_tells_roles_from_competencies():
    """Of two equally good readings the first wins, competencies down the side, with a note."""
    plain = sheet("Dev", (None, "Dean", "Porter"), ("Tact", "Low", "High"), ("Wit", "Low", "Med"))
    told = sheet("R", ("Role", "Grade"), ("Tact", 6), ("Wit", 7))

    assert {"dean", "porter"} == levels(reading(plain)).keys()
    assert ("note", "matrix-side-assumed", "Dev", "B1") in problems(plain)
    assert {"tact", "wit"} == levels(reading(plain, told)).keys()


def test_rows_that_all_look_like_headers():
    """Thousands of header rows, close together or apart, end in an answer."""
    close = reading(sheet("A", *[("Grade", "Order")] * 20_000))
    apart = reading(sheet("B", *[("Competency", "Low", "High"), ()] * 10_000))
    deep = reading(sheet("C", *[(None, "a", "b")] * 20_000, ("Grade", "Order", "Name")))

    assert [None] * 3 == [result.framework for result in (close, apart, deep)]
    assert ["no-roles"] * 3 == [result.problems[0].code for result in (close, apart, deep)]


def test_an_export_of_posts_is_a_list_of_roles():
    """What a staff system calls posts and pay grades are roles and grades, not levels."""
    head = ("Position ID", "Position Title", "Job Family", "Pay Grade", "Reports To", "Headcount")
    rows = [
        ("P1", "Coder", "Making", "Grade 6", "P2", 4),
        ("P2", "Head of Code", "Making", "Grade 9", None, 1),
    ]
    result = reading(sheet("Export", ("Run: today",), (), head, *rows))

    assert {"P1": {}, "P2": {}} == levels(result)
    assert ["6", "9"] == [role.grade for role in result.framework.roles]
    assert [4, 1] == [role.posts for role in result.framework.roles]
    assert [("column-not-used", "C3")] == [
        (p.code, p.cell) for p in result.problems if p.code == "column-not-used"
    ]


def test_a_list_of_figures_is_no_matrix():
    """Of unknown columns, one with figures makes no matrix: nothing is read, and a note says so."""
    head = ("Ref", "Person", "Team", "Place", "Desks")
    rows = [("P1", "A. B.", "Web", "North", 4), ("P2", "C. D.", "Data", "South", 1)]
    found = problems(sheet("Rooms", head, *rows))

    assert [("error", "no-roles", None, None), ("note", "sheet-not-used", "Rooms", "A1")] == found


def test_texts_under_groups_are_no_levels():
    """Areas that come again on every level are not levels of roles without a title."""
    rows = []
    for level, title in (("L1", "Junior"), ("L2", "Senior"), ("L3", "Staff")):
        for i, area in enumerate(("Delivery", "Craft", "People")):
            text = f"{title}s do this much of {area}, and a little more of it than before"
            rows.append((None if i else level, None if i else title, area, text))
    found = problems(sheet("Sheet1", ("Level", "Title", "Area", "Expectation"), *rows))

    assert [("error", "no-roles", None, None), ("note", "sheet-not-used", "Sheet1", "A1")] == found


def test_a_range_behind_a_competency_is_no_grade():
    """Under Job and Pay grade, brackets such as (1-4) do not make roles of competencies."""
    head = ("Job", "Pay grade", "Team", "Tact (1-4)", "Wit (1-4)")
    result = reading(
        sheet("Sheet1", head, ("Coder", "G6", "Web", 1, 4), ("Lead", "G7", "Web", 2, 3))
    )

    assert {
        "coder": {"Tact (1-4)": 1, "Wit (1-4)": 4},
        "lead": {"Tact (1-4)": 2, "Wit (1-4)": 3},
    } == (levels(result))
    assert ["6", "7"] == [role.grade for role in result.framework.roles]


def test_columns_left_of_the_roles_are_told():
    """Nothing is left out in silence, nor is a figure such as FTE a level."""
    head = ("Staff no", "Job title", "Grade", "FTE", "Tact")
    result = reading(sheet("Staff", head, (11, "Coder", 6, 1, "Low"), (12, "Lead", 7, 0.6, "Med")))

    assert {"coder": {"Tact": 1}, "lead": {"Tact": 2}} == levels(result)
    assert {("Staff no", "A1"), ("FTE", "D1")} == {
        (p.facts["found"], p.cell) for p in result.problems if p.code == "column-not-used"
    }


def test_a_matrix_of_colours_has_no_levels():
    """Colour carries no meaning, and a matrix of nothing else is not fine."""
    rows = (("Competency", "Coder (6)", "Lead (7)"), ("Tact", None, None), ("Wit", None, None))

    assert [("warning", "B1"), ("warning", "C1")] == [
        (p.severity, p.cell)
        for p in reading(sheet("Dev", *rows)).problems
        if p.code == "role-without-levels"
    ]


def test_nine_and_above_is_one_grade():
    """A level's grades may be open at an end; the words for that are no grade of their own."""
    head = ("Level", "Grades", "Text")
    rows = [("One", "7 and 8", "Helps"), ("Two", "9 and above", "Leads")]
    result = reading(sheet("Level profiles", head, *rows))

    assert ["7", "8", "9 and above"] == [grade.label for grade in result.framework.grades]
    assert ["B2"] == [p.cell for p in result.problems if p.code == "grade-order-inferred"]


def test_grades_over_titles_below_another_table():
    """The row of grades belongs to the matrix, every row above it to the list."""
    grades = (("Grade",), (5,), (6,))
    matrix = (("Grade", 5, 6), ("Dev track", "Junior", "Senior"), ("Tact", "Low", "High"))
    result = reading(sheet("All", *grades, (), *matrix))
    titled = reading(sheet("All", *LADDER, (), ("All of us",), (), *matrix))

    assert ["Junior (5)", "Senior (6)"] == [role.name for role in result.framework.roles]
    assert {"sheet-read-as"} == notes(result)
    assert ["Junior (5)", "Senior (6)"] == [role.name for role in titled.framework.roles]
    assert ("Weighs ideas",) == titled.framework.competencies[1].statements[1]


def test_totals_and_weights_are_no_levels():
    """Figures that people work out beside and below levels are told as left out, and no more."""
    head = ("No", "Competency", "Weighting", "Coder (6)", "Lead (7)", "Gap")
    rows = [(1, "Tact", 3, 1, 2, 1), (2, "Wit", 2, 1, 3, 2), (None, "Total", None, 2, 5, 3)]
    result = reading(sheet("Dev", head, *rows))

    assert {"coder": {"Tact": 1, "Wit": 1}, "lead": {"Tact": 2, "Wit": 3}} == levels(result)
    assert {"column-not-used", "cells-not-used"} == notes(result)


def test_a_competency_called_weight_is_kept():
    """What stands on the ladder is a competency, whatever its name."""
    ladder = sheet("Ladder", ("Competency", "Low", "High"), ("Weight", "Light", "Heavy"))
    result = reading(ladder, sheet("Dev", ("Competency", "Coder (6)"), ("Weight", "High")))

    assert {"coder": {"Weight": 2}} == levels(result)


def test_columns_behind_a_ladder_are_no_levels():
    """Examples and owners stand behind the highest level; they are not above it."""
    head = ("Competency", "Low", "Medium", "High", "Examples", "Owner")
    ladder = sheet("Ladder", head, ("Tact", "Says", "Asks", "Hears", "A talk", "HR"))
    result = reading(ladder, sheet("Dev", ("Competency", "Coder (6)"), ("Tact", "High")))

    assert ("Low", "Medium", "High") == result.framework.scale
    assert "cells-not-used" in notes(result)


def test_a_number_says_which_numbered_level():
    """Level 2 on the ladder is 2 in a matrix; a number without a level is an error."""
    for names in (("Level 1", "Level 2"), ("1 - Aware", "2 - Able"), ("1. Aware", "2. Able")):
        ladder = sheet("Ladder", ("Competency", *names), ("Tact", "Says", "Asks"))
        dev = sheet("Dev", ("Competency", "Coder (6)", "Lead (7)"), ("Tact", 1, "2"))
        strange = sheet("Dev", ("Competency", "Coder (6)"), ("Tact", 3))

        assert {"coder": {"Tact": 1}, "lead": {"Tact": 2}} == levels(reading(ladder, dev))
        assert [("error", "level-unknown", "Dev", "B2")] == problems(ladder, strange)


def test_a_ladder_of_behaviours():
    """Behaviour heads a ladder as it heads a matrix; levels with names are known by number."""
    ladder = sheet(
        "Sheet1", ("Behaviour", "Level 1 – All", "Level 2 – Leads"), ("Tact", "Says", "Asks")
    )
    result = reading(ladder, sheet("Dev", ("Behaviour", "Clerk (3)", "Lead (5)"), ("Tact", 1, 2)))

    assert ("Level 1 – All", "Level 2 – Leads") == result.framework.scale
    assert {"clerk": {"Tact": 1}, "lead": {"Tact": 2}} == levels(result)
    assert [("Says",), ("Asks",)] == list(result.framework.competencies[0].statements)


def test_titles_over_grades_are_no_ladder():
    """Unknown words for levels are one error; the roles above them are read all the same."""
    head = ("Competency", "Clerk", "Lead")
    rows = [("Pay band", "2", "8a"), ("Tact", "Some", "Much"), ("Wit", "Some", "Some")]

    assert ("error", "scale-unknown", "Dev", "B3") in problems(sheet("Dev", head, *rows))
    assert 2 == reading(sheet("Dev", head, *rows)).summary.roles


def test_long_forms_of_behaviours():
    """Behaviour heads the long forms too, and Level over a ladder's levels is no role."""
    ladder = sheet(
        "One", ("Behaviour", "Level", "Descriptor"), ("Tact", "1", "Says"), ("Tact", "2", "Asks")
    )
    roles = sheet(
        "Two", ("Role", "Behaviour", "Level"), ("Clerk (3)", "Tact", 1), ("Lead (5)", "Tact", 2)
    )
    result = reading(ladder, roles)

    assert {"clerk": {"Tact": 1}, "lead": {"Tact": 2}} == levels(result)
    assert [("Says",), ("Asks",)] == list(result.framework.competencies[0].statements)


def test_rows_of_a_long_ladder_that_disagree():
    """A group that changes within a competency, and a level that is described twice."""
    rows = [
        ("Competency", "Group", "Level", "Descriptor"),
        ("Tact", "People", "Low", "a"),
        ("Tact", "Things", "High", "b"),
        ("Tact", "People", "High", "c"),
    ]
    found = problems(sheet("L", *rows), sheet("M", ("Dev track", "A (6)"), ("Tact", "Low")))

    assert [("note", "told-otherwise", "L", "B3"), ("note", "told-otherwise", "L", "D4")] == found
