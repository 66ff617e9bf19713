"""Matrices as people really lay them out."""

import pytest

from tests.sheets import DEVELOPER, LADDER, problems, reading, sheet


def levels(result, role):
    """One role's levels by competency."""
    assert result.framework is not None, result.problems

    return dict(result.framework.role(role).levels)


def test_a_matrix_alone_is_a_complete_workbook():
    """Tracks, roles, grades and competencies are read off one matrix."""
    result = reading(sheet("Sheet1", *DEVELOPER))

    assert ("Developer",) == tuple(track.name for track in result.framework.tracks)
    assert ["Developer (6)", "Senior Developer (7)"] == [r.name for r in result.framework.roles]
    assert ("6", "7") == tuple(grade.label for grade in result.framework.grades)
    assert {"Problem Solving": 2, "Creativity": 3} == levels(result, "senior-developer")
    assert () == result.problems


@pytest.mark.parametrize(
    ("corner", "track"),
    [
        ("Developer track", "Developer"),
        ("Developer Job Track", "Developer"),
        ("Track: Developer", "Developer"),
        ("Track 7 track", "Track 7"),
        ("Developer", "Developer"),
        ("<b>R&D</b>", "<b>R&D</b>"),
    ],
)
def test_the_corner_names_the_track(corner, track):
    """With or without the word track; everything else is the author's spelling."""
    result = reading(sheet("S", (corner, "A (6)"), ("Creativity", "Low")))

    assert [track] == [found.name for found in result.framework.tracks]


@pytest.mark.parametrize("corner", [None, "Competency", "Competencies", "<Job Track>"])
def test_an_empty_corner_leaves_the_track_to_the_sheet(corner):
    """Without a track in the first header cell, the sheet's name is the track."""
    result = reading(sheet("Matrix - Analyst", (corner, "Analyst (6)"), ("Creativity", "Low")))

    assert ["Analyst"] == [track.name for track in result.framework.tracks]


def test_title_lines_blank_rows_and_columns_stand_aside():
    """A header row is found by its content, wherever it stands."""
    result = reading(
        sheet(
            "Developer",
            ("Language matrix for IT",),
            (None, "Agreed in", "2026"),
            (),
            (None, "Developer track", "Developer (6)", "Senior Developer (7)"),
            (None, "Thinking"),
            (None, "Problem Solving", "Low", "Med"),
            (),
            (None, "Creativity", "Low", "High", None, "L = Low"),
            (),
            (None, "Key: Low, Med, High"),
        )
    )

    assert {"Problem Solving": 2, "Creativity": 3} == levels(result, "senior-developer")
    assert ["Problem Solving", "Creativity"] == [c.name for c in result.framework.competencies]


def test_a_title_may_stand_over_its_grade():
    """Two header rows, titles over grades, read as one."""
    result = reading(
        sheet("Developer", (None, "Developer", "Lead"), ("Grade", 6, 7), ("Creativity", "L", "H"))
    )

    assert ["Developer (6)", "Lead (7)"] == [role.name for role in result.framework.roles]


def test_a_merged_heading_serves_all_its_columns():
    """Merged header cells are filled: here one title over two grades."""
    result = reading(
        sheet(
            "Developer",
            (None, "Developer"),
            ("Grade", 6, 7),
            ("Creativity", "L", "H"),
            merged=((1, 2, 1, 3),),
        )
    )

    assert ["developer-6", "developer-7"] == [role.id for role in result.framework.roles]


def test_numbers_are_a_scale_of_their_own():
    """Without a ladder and without Low, Medium, High, the numbers that occur are the scale."""
    result = reading(sheet("Dev", (None, "A (6)", "B (7)"), ("Creativity", 2, 10), ("Tact", 4, 4)))

    assert ("2", "4", "10") == result.framework.scale
    assert {"Creativity": 3, "Tact": 2} == levels(result, "b")


def test_not_required_and_not_stated_stay_apart():
    """A dash is *not required*, a blank is *not stated*."""
    result = reading(
        sheet("Dev", (None, "A (6)", "B (7)"), ("Creativity", "—", "Low"), ("Tact", None, "Low"))
    )

    assert {"Creativity": 0} == levels(result, "a")


def test_two_blocks_on_one_sheet_are_two_tracks():
    """A sheet may hold several matrices, one below the other."""
    result = reading(
        sheet("All", *DEVELOPER, (), ("Analyst track", "Analyst (6)"), ("Creativity", "Low"))
    )

    assert ["Developer", "Analyst"] == [track.name for track in result.framework.tracks]
    assert {"Creativity": 1} == levels(result, "analyst")


def test_a_shared_role_stands_on_both_tracks():
    """The same title and grade in two matrices is one role on two tracks."""
    result = reading(
        sheet("Developer", *DEVELOPER),
        sheet("Analyst", (None, "Developer (6)"), ("Creativity", "Low")),
    )

    assert ("Analyst", "Developer") == result.framework.role("developer").tracks


@pytest.mark.parametrize(
    ("heading", "title", "grade"),
    [
        ("Developer (6)", "Developer", "6"),
        ("Developer (5/6)", "Developer", "5/6"),
        ("Developer (5-6)", "Developer", "5/6"),
        ("Developer (H)", "Developer", "H"),
        ("Developer (Grade 6)", "Developer", "6"),
        ("Developer (Band 4)", "Developer", "4"),
        ("Sister (Band 8a)", "Sister", "8a"),
        ("Warden (Grade Red)", "Warden", "Red"),
        ("Developer (Go)", "Developer (Go)", None),
        ("Developer (Java)", "Developer (Java)", None),
        ("Developer (Java) (6)", "Developer (Java)", "6"),
    ],
)
def test_what_a_final_bracket_means(heading, title, grade):
    """A final bracket is a grade only if it is a number, span, letter or names a grade."""
    result = reading(sheet("Dev", (None, heading), ("Creativity", "Low")))

    assert (title, grade) == (result.framework.roles[0].title, result.framework.roles[0].grade)


def test_letters_ascend_from_a():
    """Single letters are grades in the order of the alphabet."""
    result = reading(sheet("Dev", (None, "Lead (H)", "Trainee (B)"), ("Creativity", "High", "Low")))

    assert ["B", "H"] == [grade.label for grade in result.framework.grades]


def test_a_span_counts_as_its_two_ends():
    """5/6 ranks halfway between 5 and 6."""
    result = reading(sheet("Dev", (None, "A (5/6)", "B (7)"), ("Creativity", "Low", "Low")))

    assert ["5", "6", "7"] == [grade.label for grade in result.framework.grades]
    assert 0.5 == result.framework.role("a").rank


def test_the_toolkits_template_is_told_to_fill_in_its_headings():
    """Each unfilled placeholder is an error at its own cell."""
    found = problems(sheet("T", (None, *["Job Title (Grade)"] * 2), ("Creativity", "Low", "Med")))

    assert [("error", "heading-placeholder", "T", c) for c in ("B1", "C1")] == found


def test_a_ladder_gives_the_scale():
    """Answers use the ladder's spelling of the levels."""
    result = reading(sheet("Ladder", *LADDER), sheet("Developer", *DEVELOPER))

    assert ("Low", "Medium", "High") == result.framework.scale
    assert ("Weighs ideas",) == result.framework.competencies[1].statements[1]


def test_a_ladder_may_have_any_levels():
    """Levels of another framework, in its own words, one descriptor left blank."""
    result = reading(
        sheet("Ladder", ("Skill", "Aware", "Working", "Expert"), ("Tact", "Knows", None, "Leads")),
        sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "Aware", "expert")),
    )

    assert ("Aware", "Working", "Expert") == result.framework.scale
    assert {"Tact": 3} == levels(result, "b")


def test_a_matrix_under_the_word_competency_is_no_ladder():
    """Its cells are levels of the ladder, or its headings carry grades."""
    ladder = sheet("Ladder", ("Skill", "Aware", "Expert"), ("Tact", "Knows it", "Leads it"))
    graded = sheet("Parks", ("Competency", "Gardener (1)"), ("Tact", "Aware"))
    plain = sheet("Ponds", ("Competency", "Warden"), ("Tact", "Expert"))
    result = reading(graded, plain, ladder)

    assert ["Parks", "Ponds"] == [track.name for track in result.framework.tracks]
    assert ("Aware", "Expert") == result.framework.scale


def test_a_row_of_misspelt_levels_is_no_header():
    """Typos are reported where they stand; the roles keep their levels below."""
    result = reading(
        sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "Low", "Med"), ("Wit", "Hihg", "Midium"))
    )

    assert [("level-unknown", "B3"), ("level-unknown", "C3")] == [
        (problem.code, problem.cell) for problem in result.problems
    ]


def test_a_section_title_merged_across_is_passed_over():
    """A merged title inside the table is neither a role nor a competency."""
    result = reading(
        sheet(
            "Dev",
            (None, "A (6)", "B (7)"),
            ("PEOPLE",),
            ("Tact", "Low", "Med"),
            ("THINGS",),
            merged=((2, 1, 2, 3), (4, 1, 4, 3)),
        )
    )

    assert {"Tact": 2} == levels(result, "b")


def test_matrices_side_by_side():
    """A second corner in the header row begins a track of its own."""
    result = reading(
        sheet(
            "All",
            ("Dev track", "Dev (6)", None, "Ops track", "Op (6)", "Chief (7)"),
            ("Tact", "Low", None, "Tact", "Med", "High"),
        )
    )

    assert ["Dev", "Ops"] == sorted(track.name for track in result.framework.tracks)
    assert {"Tact": 3} == levels(result, "chief")


@pytest.mark.parametrize(
    "legend",
    [
        [("L", "Low"), ("M", "Medium"), ("H", "High")],
        [("Key:", "L = Low", "M = Medium")],
        [("L", "The role needs help with this")],
    ],
)
def test_a_legend_below_is_no_competency(legend):
    """A key that begins with a level or with its name stands outside the table."""
    result = reading(sheet("Dev", (None, "A (6)", "B (7)"), ("Tact", "Low", "Med"), (), *legend))

    assert ["Tact"] == [competency.name for competency in result.framework.competencies]


def test_a_legend_beside_is_no_role():
    """Columns behind an empty one are roles only if their heading carries a grade."""
    result = reading(sheet("Dev", (None, "A (6)", None, "Key"), ("Tact", "Low", None, "L", "Low")))

    assert ["A (6)"] == [role.name for role in result.framework.roles]


def test_metadata_of_several_cells_stands_aside():
    """Rows of facts above the table are not its header."""
    result = reading(
        sheet(
            "Dev",
            ("University of X", "Career framework", "v3"),
            ("Owner", "HR", 2024),
            ("Dev track", "A (6)", "B (7)"),
            ("Tact", "Low", "Med"),
        )
    )

    assert ["A (6)", "B (7)"] == [role.name for role in result.framework.roles]


def test_roles_down_the_side_are_read_across():
    """A turned table says the same, with a note; problems keep their own cells."""
    result = reading(sheet("Dev", ("Role", "Tact", "Calm"), ("A (6)", "Low", "Med")))
    wrong = problems(sheet("Dev", ("Role", "Tact", "Calm"), ("A (6)", "Low", "Mad")))

    assert {"Tact": 1, "Calm": 2} == levels(result, "a")
    assert ["matrix-turned"] == [problem.code for problem in result.problems]
    assert ("error", "level-unknown", "Dev", "C2") in wrong


def test_the_order_of_sheets_means_nothing():
    """Shuffled sheets give the same framework."""
    sheets = [sheet(f"T{i}", (None, f"R{i} (6)"), ("Tact", "Low")) for i in (2, 10, 1)]

    assert reading(*sheets).framework == reading(*sheets[::-1]).framework
    assert ["T1", "T2", "T10"] == [track.name for track in reading(*sheets).framework.tracks]


def test_a_track_is_the_same_with_or_without_the_word():
    """Tracks, Roles and Skills may all say "Dev track" for Dev."""
    result = reading(
        sheet("Tracks", ("Track", "Description"), ("Dev track", "Writes")),
        sheet("Sheet", ("Dev track", "A (6)"), ("Tact", "Low")),
        sheet("Skills", ("Skill", "Track"), ("SQL", "Dev track"), ("sql", "Dev")),
    )

    assert [("Dev", "Writes")] == [(t.name, t.description) for t in result.framework.tracks]
    assert ["SQL", "SQL"] == [skill.name for skill in result.framework.skills]


def test_headings_without_levels_yet():
    """A matrix of a corner and graded titles names roles on a track before it has any level."""
    said = reading(sheet("T", ("Desk track", "Adviser (5)", "Lead (6)"))).framework

    assert [("Adviser", "5", ("Desk",)), ("Lead", "6", ("Desk",))] == [
        (role.title, role.grade, role.tracks) for role in said.roles
    ]


def test_a_ladder_that_is_still_to_be_written():
    """The same word in every descriptor is no level on a sheet that is called Ladder."""
    rows = [(name, *["to be agreed"] * 4) for name in ("Tact", "Drive", "Care")]
    ladder = sheet("Ladder", ("Competency", "Aware", "Able", "Skilled", "Expert"), *rows)
    said = reading(ladder, sheet("Desk", ("Competency", "Adviser (5)"), ("Tact", "Able"))).framework

    assert ("Aware", "Able", "Skilled", "Expert") == said.scale
    assert {"Tact": 2} == said.roles[0].levels


def test_an_empty_bracket_says_that_there_is_no_grade():
    """Whatever the title ends with, even a listed grade, stays a part of it."""
    result = reading(
        sheet("Grades", ("Grade", "Name"), ("Senior", "Top")),
        sheet("Roles", ("Role", "Grade", "Track"), ("Coder (Senior) ()", None, "Developer")),
    )

    assert [("Coder (Senior)", None)] == [(r.title, r.grade) for r in result.framework.roles]


def test_a_heading_may_be_an_id():
    """Roles of one title and grade are told apart by their IDs, in a matrix too."""
    result = reading(
        sheet("Dev", ("Dev track", "first", "second"), ("Tact", "Low", "High")),
        sheet("Roles", ("Role", "Grade", "ID"), ("Coder", 6, "first"), ("Coder", 6, "second")),
    )

    assert [{"Tact": 1}, {"Tact": 3}] == [levels(result, role) for role in ("first", "second")]


def test_a_title_beats_an_id():
    """A heading that is a role's title means that role, whoever has it as an ID."""
    result = reading(
        sheet("Dev", ("Dev track", "Coder", "Lead"), ("Tact", "Low", "High")),
        sheet("Roles", ("Role", "Grade", "ID"), ("Coder", 6, "c"), ("Lead", 7, "coder")),
    )

    assert [{"Tact": 1}, {"Tact": 3}] == [levels(result, role) for role in ("c", "coder")]
