"""A workbook with only some tracks updates just those: what it does not name stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import read_update, update_tables
from jobtrack_viz.workbook.cells import read_grids
from jobtrack_viz.workbook.grids import in_book
from tests.sheets import LADDER, reading, sheet

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"

BAKERS = sheet(
    "Bakers", ("Baker track", "Baker (3)", "Head Baker (5)"), ("Creativity", "Low", "High")
)
COOKS = sheet("Cooks", ("Cook track", "Cook (3)", "Chef (5)"), ("Creativity", "Low", "Med"))
CURRENT = (sheet("Ladder", *LADDER), BAKERS, COOKS)


def update(current, *upload):
    """What reading the upload into the current sheets says."""
    return update_tables([in_book("current workbook", g) for g in current], upload, Limits())


def codes(found):
    """Errors and what the update itself says, with their places."""
    own = ("gone-with-update", "level-superseded")
    return [
        (p.code, p.sheet, p.cell) for p in found.problems if p.severity == "error" or p.code in own
    ]


@pytest.fixture(scope="module")
def sample():
    """The sample's sheets."""
    return read_grids(SAMPLE.read_bytes(), Limits())


def test_a_track_is_replaced_and_the_rest_stays():
    """Another matrix of one track, without a ladder: its roles change, the other track's do not."""
    bakers = sheet(
        "Sheet1", ("Baker track", "Baker (3)", "Confectioner (4)"), ("Creativity", "Med", "High")
    )
    found = update(CURRENT, bakers)
    made, before = found.framework, reading(*CURRENT).framework

    assert ["baker", "confectioner", "cook", "chef"] == [role.id for role in made.roles]
    assert 2 == made.role("baker").levels["Creativity"]
    assert before.role("cook") == made.role("cook")
    assert before.competencies == made.competencies
    assert ["Baker", "Cook"] == [track.name for track in made.tracks]
    assert [] == codes(found)


def test_the_current_levels_are_the_scale():
    """Levels of the upload are those of the current ladder, whatever they are called."""
    words = (("Competency", "Shaky", "Firm"), ("Creativity", "Adds ideas", "Invites ideas"))
    current = (
        sheet("Ladder", *words),
        sheet("Bakers", ("Skill", "Baker (3)"), ("Creativity", "Firm")),
    )
    good = update(
        current, sheet("Bakers", ("Skill", "Baker", "Cook"), ("Creativity", "Shaky", "Firm"))
    )
    bad = update(current, sheet("Bakers", ("Skill", "Baker (3)"), ("Creativity", "Firmm")))

    assert ({"Creativity": 1}, {"Creativity": 2}) == tuple(
        dict(role.levels) for role in good.framework.roles
    )
    assert [("level-unknown", "Bakers", "B2")] == codes(bad)


def test_what_a_role_that_goes_leaves_goes_with_it():
    """Moves, skills, stories and documents of a role that goes are notes, each at its cell."""
    current = (
        *CURRENT,
        sheet(
            "Moves",
            ("From", "To", "Note"),
            ("Head Baker", "Chef", "x"),
            ("Cook or Head Baker", "Chef", "y"),
        ),
        sheet(
            "Skills",
            ("Skill", "Role", "Kind"),
            ("Ovens", "Head Baker", "essential"),
            ("Knives", "Chef; Head Baker", "essential"),
        ),
        sheet(
            "Case studies",
            ("Title", "From", "To", "Story", "Consent"),
            ("Up", "Baker", "Head Baker", "It went well", "yes"),
        ),
        sheet(
            "Job descriptions",
            ("Role", "Section", "Text"),
            ("Head Baker", "Summary", "Bakes"),
            ("Chef", "Summary", "Cooks"),
        ),
    )
    found = update(current, sheet("Bakers", ("Baker track", "Baker (3)"), ("Creativity", "Low")))
    made, of = found.framework, "current workbook: "

    assert {
        ("gone-with-update", f"{of}Moves", "A2"),
        ("gone-with-update", f"{of}Moves", "A3"),
        ("gone-with-update", f"{of}Skills", "B2"),
        ("gone-with-update", f"{of}Skills", "B3"),
        ("gone-with-update", f"{of}Case studies", "C2"),
        ("gone-with-update", f"{of}Job descriptions", "A2"),
    } == set(codes(found))
    assert [("cook", "chef", "y")] == [(m.source, m.target, m.note) for m in made.moves]
    assert [("Knives", ("chef",))] == [(s.name, s.roles) for s in made.skills]
    assert () == made.stories
    assert ["chef"] == [text.role for text in made.descriptions]


def test_the_upload_may_not_name_what_is_not_there():
    """A role that neither workbook has is an error in the upload."""
    upload = (
        sheet("Bakers", ("Baker track", "Baker (3)"), ("Creativity", "Low")),
        sheet("Moves", ("From", "To"), ("Baker", "Head Baker"), ("Baker", "Cook")),
    )

    assert [("role-unknown", "Moves", "B2")] == codes(update(CURRENT, *upload))


def test_a_name_that_became_ambiguous_keeps_its_meaning():
    """The current workbook's Cook is still the one of grade 3, though another one comes."""
    current = (*CURRENT, sheet("Moves", ("From", "To"), ("Cook", "Head Baker")))
    found = update(current, sheet("Ship", ("Ship track", "Cook (4)"), ("Creativity", "Low")))

    assert [] == codes(found)
    assert [("Cook (3)", "head-baker")] == [
        (found.framework.role(m.source).name, m.target) for m in found.framework.moves
    ]


def test_a_shared_role_has_the_levels_of_the_upload():
    """A role on a second track takes the upload's levels there too; a note says what it had."""
    shared = sheet(
        "Cooks",
        ("Cook track", "Baker (3)", "Chef (5)"),
        ("Creativity", "Low", "Med"),
        ("Problem Solving", "High", "High"),
    )
    current = (sheet("Ladder", *LADDER), BAKERS, shared)
    found = update(current, sheet("Bakers", ("Baker track", "Baker (3)"), ("Creativity", "High")))
    baker = found.framework.role("baker")

    assert [("level-superseded", "current workbook: Cooks", "B2")] == codes(found)
    assert ({"Creativity": 3, "Problem Solving": 3}, ("Baker", "Cook")) == (
        dict(baker.levels),
        baker.tracks,
    )


def test_a_role_leaves_a_track_and_stays_on_its_others():
    """A role that the new matrix leaves out keeps its row and its other track."""
    current = (
        *CURRENT,
        sheet("Roles", ("Role", "Grade", "Track", "ID"), ("Head Baker", 5, "Baker; Cook", "HB")),
    )
    found = update(current, sheet("Bakers", ("Baker track", "Baker (3)"), ("Creativity", "Low")))
    made = found.framework

    assert ("Cook",) == made.role("HB").tracks
    assert ("baker",) == made.tracks[0].roles


def test_columns_that_the_upload_lacks_keep_what_they_say():
    """A row of Roles replaces the cells for which it has a column; a blank one clears its cell."""
    current = (
        *CURRENT,
        sheet(
            "Roles",
            ("Role", "Grade", "ID", "Summary", "Link"),
            ("Cook", 3, "C1", "Cooks", "https://a.example"),
        ),
    )
    found = update(
        current, sheet("Roles", ("Role", "Summary", "Link"), ("Cook", "Cooks well", None))
    )
    cook = found.framework.role("C1")

    assert ("Cooks well", "", ("Cook",), "3") == (cook.summary, cook.link, cook.tracks, cook.grade)


def test_rows_without_a_matrix_do_not_empty_a_track():
    """A list of tracks or roles changes those rows; what the tracks' matrices say stays."""
    upload = (
        sheet("Tracks", ("Track", "Colour"), ("Cook", "#004488")),
        sheet("Roles", ("Role", "Grade", "Track", "Summary"), ("Baker", 3, "Baker", "Bakes")),
    )
    made = update(CURRENT, *upload).framework

    assert 4 == len(made.roles)
    assert {"Cook": "#004488", "Baker": ""} == {t.name: t.colour for t in made.tracks}


def test_a_draft_track_is_its_list_of_roles():
    """Where no workbook has a matrix of a track, the upload's roles are all that it has."""
    current = (
        *CURRENT,
        sheet("Roles", ("Role", "Grade", "Track"), ("Waiter", 2, "Hall"), ("Usher", 2, "Hall")),
    )
    made = update(
        current, sheet("Roles", ("Role", "Grade", "Track"), ("Waiter", 2, "Hall"))
    ).framework

    assert [("Hall", ("waiter",))] == [(t.name, t.roles) for t in made.tracks if t.name == "Hall"]


def test_grades_are_one_order():
    """Grades that the upload lists stand among the current ones as it has them."""
    grades = ("Grade", "Name")
    current = (
        sheet("Roles", ("Role", "Grade"), ("Cook", "Star")),
        sheet("Grades", grades, ("Star", "first"), ("Sun", "third")),
    )
    upload = sheet("Grades", grades, ("Star", "one"), ("Moon", "two"), ("Sun", "three"))

    assert [("Star", "one"), ("Moon", "two"), ("Sun", "three")] == [
        (grade.label, grade.name) for grade in update(current, upload).framework.grades
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((3, 5), (4,), ["3", "4", "5"]),
        ((3, 4), (1, 2), ["1", "2", "3", "4"]),
        (("Star", "Sun", "Moon"), ("Sun",), ["Star", "Sun", "Moon"]),
        (("Star", "Moon"), ("Sun", "Moon", "Comet"), ["Star", "Sun", "Moon", "Comet"]),
        ((6, 5), (7, 6), ["7", "6", "5"]),
    ],
)
def test_grades_of_some_are_put_among_the_others(old, new, expected):
    """A list of some grades leaves the order of the others, whatever it adds."""
    lists = [
        sheet("Grades", ("Grade", "Note"), *((grade, "x") for grade in grades))
        for grades in (old, new)
    ]
    current = (sheet("Roles", ("Role", "Grade"), ("Cook", old[0])), lists[0])

    assert expected == [g.label for g in update(current, lists[1]).framework.grades]


def test_a_role_without_a_grade_keeps_its_own():
    """A heading without a grade means the current role of that title, and its grade."""
    made = update(CURRENT, sheet("Cooks", ("Cook track", "Cook"), ("Creativity", "High"))).framework

    assert [("cook", "3")] == [
        (role.id, role.grade) for role in made.roles if "Cook" in role.tracks
    ]


def test_an_upload_that_says_nothing_changes_nothing():
    """A sheet of remarks is a note, and the framework is the current one."""
    found = update(CURRENT, sheet("Remarks", ("see you at noon",)))

    assert reading(*CURRENT).framework == found.framework
    assert [("sheet-not-used", "Remarks")] == [(p.code, p.sheet) for p in found.problems]


def test_a_long_list_of_one_track_replaces_its_rows():
    """Of a matrix in the long form only the rows of the upload's track are replaced."""
    columns = ("Role", "Competency", "Level", "Track", "Grade")
    rows = [
        ("Baker", "Creativity", "Low", "Baker", 3),
        ("Cook", "Creativity", "Low", "Cook", 3),
        ("Waiter", "Creativity", "Low", "Hall", 3),
        ("Chef", "Creativity", "High", "Cook", 5),
    ]
    current = (sheet("Ladder", *LADDER), sheet("Levels", columns, *rows))
    upload = sheet("Levels", columns, ("Cook", "Creativity", "Med", "Cook", 3))
    made = update(current, upload).framework

    assert [("Baker", ("baker",)), ("Cook", ("cook",)), ("Hall", ("waiter",))] == [
        (track.name, track.roles) for track in made.tracks
    ]
    assert 2 == made.role("cook").levels["Creativity"]


def test_a_listed_track_keeps_its_place():
    """A row for one track changes that track; numbers in Order are the current ones or the new."""
    tracks = ("Track", "Order", "Colour")
    current = (
        *CURRENT,
        sheet("Tracks", tracks, ("Hall", 3, None), ("Cook", 1, None), ("Baker", 2, None)),
    )
    found = update(current, sheet("Tracks", ("Track", "Colour"), ("Baker track", "#004488")))

    assert [("Cook", ""), ("Baker", "#004488"), ("Hall", "")] == [
        (track.name, track.colour) for track in found.framework.tracks
    ]


def test_rows_with_other_ids_are_other_roles():
    """A role of the same title and grade with another ID comes beside the one that is there."""
    roles = ("Role", "Grade", "ID", "Track")
    current = (sheet("Roles", roles, ("Cook", 3, "C1", "Hall")),)
    made = update(current, sheet("Roles", roles, ("Cook", 3, "C2", "Ship"))).framework

    assert ["C1", "C2"] == [role.id for role in made.roles]


def test_a_ladder_of_some_competencies_replaces_these():
    """Words for one competency change; the others keep theirs. Levels have to be as many."""
    one = (LADDER[0], ("Creativity", "a", "b", "c"), ("Tact", "x", "y", "z"))
    made = update(CURRENT, sheet("Ladder", *one)).framework
    short = update(
        CURRENT, sheet("Ladder", ("Competency", "Low", "High"), ("Creativity", "a", "b"))
    )

    assert [("Problem Solving", "Solves known ones"), ("Creativity", "a"), ("Tact", "x")] == [
        (c.name, c.statements[0][0]) for c in made.competencies
    ]
    assert [("ladders-disagree", "Ladder", "B1")] == codes(short)


def test_rows_of_each_kind_replace_what_they_mean():
    """Moves, processes, stories, options and levels are told by what they are about."""
    sheets = {
        "Moves": [
            ("From", "To", "Kind", "Note"),
            ("Baker", "Cook", None, "old"),
            ("Cook", "Head Baker", None, "kept"),
        ],
        "How moves happen": [
            ("Kind", "Title", "Text"),
            ("transfer", "Swap", "old"),
            ("regrade", "Up", "kept"),
        ],
        "Case studies": [
            ("Title", "From", "To", "Story", "Consent"),
            ("One", "Baker", "Cook", "old", "yes"),
            ("Two", "Baker", "Cook", "kept", "yes"),
        ],
        "Development": [
            ("Competency", "To level", "On the job"),
            ("Creativity", "High", "old"),
            ("Creativity", "Med", "kept"),
        ],
        "Level profiles": [
            ("Level", "Grades", "Section", "Text"),
            ("Entry", 3, "Aims", "old"),
            ("Top", 5, "Aims", "kept"),
        ],
    }
    current = [*CURRENT, *(sheet(name, *rows) for name, rows in sheets.items())]
    upload = [
        sheet("Moves", sheets["Moves"][0], ("Baker (3)", "Cook (3)", "transfer", "new")),
        sheet("How moves happen", sheets["How moves happen"][0], ("Transfer", "swap", "new")),
        sheet("Case studies", sheets["Case studies"][0], ("one", "Baker", "Cook", "new", "yes")),
        sheet("Development", sheets["Development"][0], ("creativity", "H", "new")),
        sheet(
            "Level profiles",
            ("Level", "Section", "Text"),
            ("Entry", "Aims", "new"),
            ("Entry", "Aims", "newer"),
        ),
    ]
    found = update(current, *upload)
    made = found.framework

    assert [] == codes(found)
    assert ["new", "kept"] == [move.note for move in made.moves]
    assert [("new",), ("kept",)] == [process.lines for process in made.processes]
    assert [("new",), ("kept",)] == [story.lines for story in made.stories]
    assert [("new",), ("kept",)] == [options.on_the_job for options in made.development]
    assert [(("3",), ("new", "newer")), (("5",), ("kept",))] == [
        (profile.grades, profile.texts[0].lines) for profile in made.profiles
    ]


def test_a_story_told_anew_needs_consent_anew():
    """Consent to a former text is none to another."""
    story = sheet(
        "Case studies",
        ("Title", "From", "To", "Story", "Consent"),
        ("One", "Baker", "Cook", "old", "yes"),
    )
    upload = sheet(
        "Case studies", ("Title", "From", "To", "Story"), ("One", "Baker", "Cook", "new")
    )

    assert () == update((*CURRENT, story), upload).framework.stories


def test_facts_are_replaced_one_by_one():
    """What the upload says about the map counts; the rest stays."""
    current = (*CURRENT, sheet("About", ("Title", "Ours"), ("Owner", "HR")))
    made = update(
        current, sheet("About", ("Title", "Yours"), ("Contact", "people@a.example"))
    ).framework

    assert ("Yours", "HR", "people@a.example") == (
        made.about.title,
        made.about.owner,
        made.about.contact,
    )


def test_the_current_workbooks_own_warnings_are_not_told_again():
    """Only what the upload brings about is told; errors are told wherever they are."""
    current = (*CURRENT, sheet("Lunch", ("at noon",)))

    assert "current workbook: Lunch" not in {p.sheet for p in update(current, BAKERS).problems}


def test_the_same_workbook_changes_nothing(sample):
    """The sample updated with itself is the sample."""
    assert reading(*sample).framework == update(sample, *sample).framework


def test_one_track_of_the_sample_and_back(sample):
    """A matrix with a level less: that role changes, nothing else; the old matrix undoes it."""
    before = reading(*sample).framework
    matrices = [g for g in sample if (1, 1) in g.cells and g.cells[1, 1].text.endswith(" track")]

    assert 11 == len(matrices)
    for grid in matrices:
        (row, column), cell = next(
            (place, c) for place, c in grid.cells.items() if place[0] > 1 and c.text == "Med"
        )
        other = replace(grid, cells={**grid.cells, (row, column): replace(cell, text="High")})
        there = update(sample, other).framework
        changed = [r.id for r, s in zip(before.roles, there.roles, strict=True) if r != s]
        changed_grids = [other if g is grid else g for g in sample]

        assert 1 == len(changed)
        assert before == replace(there, roles=before.roles)
        assert before == update(changed_grids, grid).framework


def test_a_removed_track_comes_back_with_the_whole(sample):
    """What an update has taken away, the whole workbook brings back."""
    before = reading(*sample)
    lean = sheet("Sheet1", ("Developer track", "Developer (6)"), ("Creativity", "Low"))
    there = update(sample, lean)

    assert [] == [p for p in there.problems if p.severity == "error"]
    assert len(there.framework.roles) < len(before.framework.roles)
    assert {p.sheet.partition(": ")[0] for p in there.problems if p.code == "gone-with-update"} == {
        "current workbook"
    }
    kept = [t for t in before.framework.tracks if t.name != "Developer"]
    gone = {r.id for r in before.framework.roles} - {r.id for r in there.framework.roles}
    assert all(gone.isdisjoint(track.roles) for track in kept)
    assert [replace(t, roles=()) for t in before.framework.tracks] == [
        replace(t, roles=()) for t in there.framework.tracks
    ]


def test_files_are_read_as_they_come():
    """Bytes in, the same out; the current workbook may be several."""
    data = SAMPLE.read_bytes()

    assert (
        read_update(data, data).framework
        == read_update({"a.xlsx": data}, {"b.xlsx": data}).framework
    )
