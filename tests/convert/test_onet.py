"""The O*NET text database as a workbook."""

import json
import shutil

import pytest

from jobtrack_viz.__main__ import main


@pytest.fixture
def database(tmp_path, samples):
    """A copy of the sample database, to change."""
    return shutil.copytree(samples / "onet" / "db_99_1_text", tmp_path / "db_99_1_text")


@pytest.fixture
def sheets(convert, database):
    """The converted sample, sheet by sheet."""
    return convert("onet", database)[1]


def test_occupations_are_roles(sheets):
    """Code, title, job zone, major group; a code of no group keeps its digits; a zone may lack."""
    assert [
        ["ID", "Role", "Grade", "Track"],
        ["15-0001.00", "Kite Programmers", "3", "Computer and Mathematical"],
        ["15-0002.00", "Senior Kite Programmers", "4", "Computer and Mathematical"],
        [
            "27-0001.00",
            "Kite Painters",
            "3",
            "Arts, Design, Entertainment, Sports, and Media",
        ],
        ["99-0001.00", "Kite Occupations, All Other", "", "SOC 99"],
    ] == [row[:4] for row in sheets["Roles"]]
    assert 'Write the "flight plans" of kites.' == sheets["Roles"][1][4]


def test_ratings_are_whole_levels(sheets):
    """3.49 is 3, 2.50 is 3, 0.49 and the irrelevant 1.50 are not required, 6.50 is 7."""
    assert [
        ["Kite Programmers", "Reading Winds", 3],
        ["Kite Programmers", "Untangling", 3],
        ["Senior Kite Programmers", "Reading Winds", 5],
        ["Senior Kite Programmers", "Untangling", 3],
        ["Kite Painters", "Reading Winds", "-"],
        ["Kite Painters", "Untangling", "-"],
        ["Kite Painters", "Choosing Colours", 7],
    ] == sheets["Matrix, long form"][1:]


def test_what_is_left_out_is_said(convert, database):
    """A rating recommended for suppression is not stated."""
    out = convert("onet", database)[2]

    assert "Note: Ratings recommended for suppression and left out: 1." in out.splitlines()


def test_the_ladder_has_seven_levels(sheets):
    """Anchors stand at their levels, definitions and groups come from the content model."""
    ladder = sheets["Ladder"]

    assert ["Competency", "Group", "Definition", 1, 2, 3, 4, 5, 6, 7] == ladder[0]
    assert [
        "Reading Winds",
        "Looking Up",
        "Knowing where the wind will blow.",
        "",
        "Say where the wind comes from",
        "",
        "Say where it will blow in an hour",
        "",
        "Foresee a calm a day ahead",
        "",
    ] == ladder[1]
    assert [("Untangling", "Holding On"), ("Choosing Colours", "Making")] == [
        tuple(row[:2]) for row in ladder[2:]
    ]


def test_job_zones_are_grades(sheets):
    """Lowest first, with the names of the reference."""
    assert [
        ["Grade", "Name"],
        ["3", "Job Zone Three: some kites flown"],
        ["4", "Job Zone Four: many kites flown"],
    ] == sheets["Grades"]


def test_the_closest_occupations_are_moves(sheets):
    """Their kind follows from the job zones; supplemental ones are left out."""
    assert [
        ["15-0001.00", "15-0002.00", "step up", "no"],
        ["15-0001.00", "27-0001.00", "transfer", "no"],
        ["15-0002.00", "27-0001.00", "step down", "no"],
        ["27-0001.00", "15-0002.00", "step up", "no"],
    ] == sheets["Moves"][1:]


def test_the_licence_and_the_changes_are_named(sheets):
    """CC BY asks for source, licence and changes; the release is read off the folder."""
    about = dict(sheets["About"])

    assert "CC BY 4.0" in about["Licence"]
    for words in ("O*NET® 99.1 Database", "USDOL/ETA", "modified", "rounded to whole levels"):
        assert words in about["Attribution"]


def test_checking_finds_no_error(convert, database, capsys):
    """Four roles on three tracks and two grades, three competencies with seven levels."""
    convert("onet", database)
    code = main(["check", str(convert.target), "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert 0 == code
    assert {
        "tracks": 3,
        "grades": 2,
        "roles": 4,
        "competencies": 3,
        "levels": ["1", "2", "3", "4", "5", "6", "7"],
        "moves": 4,
    } == answer["summary"]


def test_the_small_files_may_lack(convert, database):
    """Occupations, skills and job zones are enough."""
    for path in database.iterdir():
        if path.name not in ("Occupation Data.txt", "Skills.txt", "Job Zones.txt"):
            path.unlink()
    code, sheets, *_ = convert("onet", database)

    assert 0 == code
    assert "Moves" not in sheets
    assert ["Reading Winds", *[""] * 9] == sheets["Ladder"][1]


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("Skills.txt", "3.49", "many", "Skills.txt holds the level “many”"),
        ("Skills.txt", "3.49", "7.01", "Skills.txt holds the level “7.01”"),
        ("Skills.txt", "3.49", "nan", "Skills.txt holds the level “nan”"),
        ("Skills.txt", "Data Value", "Value", "Skills.txt has no column “Data Value”"),
        ("Scales Reference.txt", "0\t7", "1\t5", "levels run from 1 to 5"),
        ("Job Zones.txt", "Job Zone\t", "Zone\t", "Job Zones.txt has no column “Job Zone”"),
    ],
)
def test_what_cannot_be_converted(convert, database, name, old, new, words):
    """One line that names the file and what was found."""
    path = database / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    code, _, out, err = convert("onet", database)

    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert words in err


def test_a_folder_without_the_files(convert, tmp_path):
    """The missing file is named."""
    code, _, _, err = convert("onet", tmp_path)

    assert (2, 1) == (code, len(err.splitlines()))
    assert "Occupation Data.txt: No such file" in err


def test_occupations_can_be_compared(convert, database, capsys):
    """What is not required is below level 3; a suppressed rating is not stated."""
    convert("onet", database)
    main(["compare", str(convert.target), "Kite Painters", "15-0001.00", "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert [("Reading Winds", "not required", "3", 3), ("Untangling", "not required", "3", 3)] == [
        (c["competency"], c["from"], c["to"], c["steps"]) for c in answer["develop"]
    ]
    assert [("Choosing Colours", "7", None)] == [
        (c["competency"], c["from"], c["to"]) for c in answer["not_stated"]
    ]
