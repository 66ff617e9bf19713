"""The Government Digital and Data framework's two CSV files as a workbook."""

import json

import pytest

from jobtrack_viz.__main__ import main


@pytest.fixture
def sheets(convert, samples):
    """The converted sample, sheet by sheet."""
    return convert("ddat", samples / "ddat" / "roles.csv", samples / "ddat" / "skills.csv")[1]


def test_role_levels_are_roles_on_the_track_of_their_role(sheets):
    """From low to high on each track; a title of two tracks names its track, once each."""
    assert [
        ["Role", "Track", "Summary"],
        ["Junior keeper", "Lighthouse keeper", "A junior keeper learns the lamp."],
        ["Keeper", "Lighthouse keeper", "A keeper looks after one light."],
        [
            "Head keeper (Lighthouse keeper)",
            "Lighthouse keeper",
            "A head keeper looks after a coast.",
        ],
        ["Pilot", "Harbour pilot", "A pilot brings ships in."],
        ["Head keeper (Harbour pilot)", "Harbour pilot", "A head keeper of the harbour."],
        [
            "Chief of the coast",
            "Chief of the coast",
            "A chief of the coast answers for every light.",
        ],
    ] == sheets["Roles"]


def test_families_are_groups(sheets):
    """A track keeps the role's description, a family is its group."""
    assert [
        ("Lighthouse keeper", "Coast"),
        ("Harbour pilot", "Harbour"),
        ("Chief of the coast", "Chiefs"),
    ] == [tuple(row[:2]) for row in sheets["Tracks"][1:]]
    assert sheets["Tracks"][1][2].endswith("- tend the lamp\n- keep the log")


def test_levels_stand_once(sheets):
    """The repeated row counts once; skills without a level are no levels."""
    assert [
        ["Junior keeper", "Lamps", "Awareness"],
        ["Junior keeper", "Weather", "Awareness"],
        ["Keeper", "Lamps", "Working"],
        ["Keeper", "Weather", "Working"],
        ["Head keeper (Lighthouse keeper)", "Lamps", "Expert"],
        ["Head keeper (Lighthouse keeper)", "Weather", "Practitioner"],
        ["Pilot", "Ropes", "Working"],
        ["Head keeper (Harbour pilot)", "Ropes", "Practitioner"],
    ] == sheets["Matrix, long form"][1:]


def test_the_ladder_says_what_either_file_says(sheets):
    """Lead-ins and bullets go; what is not defined is blank; a skill of one file alone is there."""
    assert [
        ["Competency", "Definition", "Awareness", "Working", "Practitioner", "Expert"],
        [
            "Lamps",
            "Lamps involves cleaning and lighting lamps.",
            "name the parts of a lamp",
            "light a lamp\nclean a lamp",
            "mend a lamp",
            "mend any lamp",
        ],
        ["Weather", "Weather involves reading the sky.", "", "read the sky", "foresee storms", ""],
        ["Ropes", "", "", "=tie a knot", "splice a rope", ""],
    ] == sheets["Ladder"]


def test_progressions_follow_the_skill_levels(sheets):
    """Means of 0, 1 and 2.5 on the one track, 1 and 2 on the other."""
    assert [
        ["Junior keeper", "Keeper", "progression"],
        ["Keeper", "Head keeper (Lighthouse keeper)", "progression"],
        ["Pilot", "Head keeper (Harbour pilot)", "progression"],
    ] == [row[:3] for row in sheets["Moves"][1:]]


def test_senior_civil_servants_keep_their_skills(sheets):
    """A role that is marked NOT IN USE in its level columns has skills, and their words."""
    assert [["Planning for the coast", "Chief of the coast", "essential"]] == sheets["Skills"][1:]
    assert [
        ["Junior keeper", "Duties", "", "polish the glass\nwake on time"],
        ["Keeper", "Duties", "", "tend one light"],
        ["Head keeper (Lighthouse keeper)", "Duties", "", "plan the watches\ntrain keepers"],
        ["Chief of the coast", "Skills", "Planning for the coast", "set a plan"],
    ] == sheets["Job descriptions"][1:]


def test_the_licence_is_named(sheets):
    """Whoever shows the map says where its content comes from."""
    about = dict(sheets["About"])

    assert "Open Government Licence v3.0" == about["Licence"]
    assert "Government Digital and Data Profession Capability Framework" in about["Attribution"]
    assert "licensed under the Open Government Licence v3.0" in about["Attribution"]


def test_checking_finds_no_error(convert, samples, capsys):
    """Six roles on three tracks, three competencies with four levels, three moves."""
    convert("ddat", samples / "ddat" / "roles.csv", samples / "ddat" / "skills.csv")
    code = main(["check", str(convert.target), "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert 0 == code
    assert (3, 6, 3, 3) == tuple(
        answer["summary"][name] for name in ("tracks", "roles", "competencies", "moves")
    )
    assert ["Awareness", "Working", "Practitioner", "Expert"] == answer["summary"]["levels"]


@pytest.mark.parametrize(
    "words", ["At this level, you will:", "You will:", "In this role you can:"]
)
def test_words_that_lead_in_a_list(convert, samples, tmp_path, words):
    """They begin the duties and are none of them; other sentences stay in the summary."""
    text = (samples / "ddat" / "roles.csv").read_text(encoding="utf-8")
    roles = tmp_path / "roles.csv"
    roles.write_text(
        f'{text}Harbour,Harbour pilot,,Guide,"At this level you are new.\n\n{words}\n- row",,,,,\n',
        encoding="utf-8",
    )
    sheets = convert("ddat", roles, samples / "ddat" / "skills.csv")[1]

    assert ["Guide", "Harbour pilot", "At this level you are new."] in sheets["Roles"]
    assert ["Guide", "Duties", "", "row"] in sheets["Job descriptions"]


def test_a_skill_at_two_levels(convert, samples, tmp_path):
    """The highest is kept, whichever comes first, and a note says so."""
    text = (samples / "ddat" / "roles.csv").read_text(encoding="utf-8")
    row = "Harbour,Harbour pilot,A harbour pilot brings ships in.,Pilot,,ropes,,{},,"
    rows = "\n".join(row.format(level) for level in ("Expert", "Awareness"))
    roles = tmp_path / "roles.csv"
    roles.write_text(f"{text}{rows}\n", encoding="utf-8")
    _, sheets, out, _ = convert("ddat", roles, samples / "ddat" / "skills.csv")

    assert ["Pilot", "Ropes", "Expert"] in sheets["Matrix, long form"]
    assert 1 == sum(row[0] == "Pilot" for row in sheets["Matrix, long form"])
    assert (
        "Note: Pilot (Harbour pilot): ropes stands at Working, Expert, Awareness; "
        "the highest was kept."
    ) in out.splitlines()


def test_files_in_the_wrong_order(convert, samples):
    """The sentence names the columns that are missing, and those that are there."""
    code, _, out, err = convert(
        "ddat", samples / "ddat" / "skills.csv", samples / "ddat" / "roles.csv"
    )

    assert (2, "", 1) == (code, out, len(err.splitlines()))
    assert "skills.csv has no column “Role Family” and “Role” and" in err
    assert "Its first row says: Skill Name, Skill Description, Awareness, Working" in err


def test_role_levels_can_be_compared(convert, samples, capsys):
    """From Awareness to Working in both skills, with the words of the ladder."""
    convert("ddat", samples / "ddat" / "roles.csv", samples / "ddat" / "skills.csv")
    main(["compare", str(convert.target), "Junior keeper", "Keeper", "--json"])
    answer = json.loads(capsys.readouterr().out)

    assert 2 == answer["steps_up"]
    assert [
        ("Lamps", "Awareness", "Working", ["light a lamp", "clean a lamp"]),
        ("Weather", "Awareness", "Working", ["read the sky"]),
    ] == [(c["competency"], c["from"], c["to"], c["statements"]) for c in answer["develop"]]
