"""Frameworks unlike the sample, on the command line; every figure here was worked out by hand."""

import json

import openpyxl
import pytest

from jobtrack_viz.__main__ import main


@pytest.fixture
def run(tmp_path, capsys):
    """Writes sheets to a workbook and runs commands on it."""

    class Runner:
        def __init__(self):
            self.path = tmp_path / "book.xlsx"

        def write(self, **sheets):
            """Each keyword is a sheet: its rows."""
            book = openpyxl.Workbook()
            book.remove(book.active)
            for name, rows in sheets.items():
                sheet = book.create_sheet(name.replace("_", " "))
                for row in rows:
                    sheet.append(row)
            book.save(self.path)
            return self

        def __call__(self, command, *arguments):
            """(exit code, the JSON that was printed)."""
            code = main([command, str(self.path), *arguments, "--json"])
            printed = capsys.readouterr()
            assert printed.err == ""
            return code, json.loads(printed.out)

        def summary(self):
            """The counts of a workbook that is fine."""
            code, answer = self("check")
            assert (code, answer["ok"]) == (0, True), answer["problems"]
            return answer["summary"]

        def codes(self):
            """(severity, code, sheet, cell) of every problem."""
            problems = self("check")[1]["problems"]
            return [(p["severity"], p["code"], p["sheet"], p["cell"]) for p in problems]

    return Runner()


def rises(answer):
    """{competency: (from, to, steps)} of what is to develop."""
    return {d["competency"]: (d["from"], d["to"], d["steps"]) for d in answer["develop"]}


# --- Scales ----------------------------------------------------------------------------------


def test_one_level(run):
    """With a single level a competency is there, or it is not."""
    run.write(
        Ladder=[["Skill", "Yes"], ["Driving", "Holds a licence"], ["Lifting", "Lifts 20 kg"]],
        Porters=[
            ["Porters track", "Porter (1)", "Head Porter (2)"],
            ["Driving", None, "Yes"],
            ["Lifting", "Yes", "yes"],
        ],
    )
    _, answer = run("compare", "Porter", "Head Porter")

    assert ["Yes"] == run.summary()["levels"]
    assert [{"competency": "Driving", "from": None, "to": "Yes"}] == answer["not_stated"]
    assert [{"competency": "Lifting", "level": "Yes"}] == answer["keep"]
    assert (0, []) == (answer["steps_up"], answer["develop"])


def test_four_levels_of_which_one_is_not_used(run):
    """One step is one position on the ladder, used or not; not required is below the lowest."""
    scale = ["Awareness", "Working", "Practitioner", "Expert"]
    run.write(
        Ladder=[
            ["Competency", "Group", *scale],
            ["Testing", "Craft", "Knows why.", "Runs tests.", None, "Sets the rules.\nTeaches."],
            ["Budgets", "Money", "a", "b", "c", "d"],
        ],
        Tester=[
            ["Tester", "Tester (C)", "Test Lead (E)"],
            ["Testing", "Awareness", "Expert"],
            ["Budgets", "n/a", "Working"],
        ],
    )
    _, answer = run("compare", "tester", "test-lead")

    assert scale == run.summary()["levels"]
    assert {"Testing": ("Awareness", "Expert", 3), "Budgets": ("not required", "Working", 2)} == (
        rises(answer)
    )
    assert 5 == answer["steps_up"]
    assert [
        ("Testing", "Craft", ["Sets the rules.", "Teaches."]),
        ("Budgets", "Money", ["b"]),
    ] == [(d["competency"], d["group"], d["statements"]) for d in answer["develop"]]


def test_numbers_with_gaps_and_no_ladder(run):
    """0 1 2 4 6: from 2 to 6 is two steps, and 0 is a level, not "not required"."""
    run.write(
        Gardens=[
            ["Gardens track", "Gardener (3)", "Head Gardener (5)"],
            ["Pruning", 0, 1],
            ["Planning", 2, 6],
            ["Machines", 4, 2],
            ["Records", "-", 0],
        ]
    )
    _, answer = run("compare", "Gardener", "Head Gardener")

    assert ["0", "1", "2", "4", "6"] == run.summary()["levels"]
    assert {
        "Pruning": ("0", "1", 1),
        "Planning": ("2", "6", 2),
        "Records": ("not required", "0", 1),
    } == rises(answer)
    assert [{"competency": "Machines", "from": "4", "to": "2", "steps": 1}] == answer["ease"]
    assert 4 == answer["steps_up"]


def test_numbers_with_decimals_typed_as_text(run):
    """1, 1.5, 2, 2.5, 3: a decimal is a level of its own; 2.0 is 2."""
    run.write(
        Cooks=[
            ["Cooks track", "Cook (1)", "Chef (2)"],
            ["Sauces", "1", 1.5],
            ["Menus", 2.0, "3"],
            ["Hygiene", "2.5", 2.5],
        ]
    )
    _, answer = run("compare", "Cook", "Chef")

    assert ["1", "1.5", "2", "2.5", "3"] == run.summary()["levels"]
    assert {"Sauces": ("1", "1.5", 1), "Menus": ("2", "3", 2)} == rises(answer)
    assert [{"competency": "Hygiene", "level": "2.5"}] == answer["keep"]


@pytest.mark.parametrize("count", [5, 7, 8])
def test_more_levels(run, count):
    """Levels 1 to 5, 7 and 8 over a ladder, as numbers in the matrix."""
    levels = list(range(1, count + 1))
    run.write(
        Ladder=[["Competency", *levels], ["Thinking", *(f"Thinks {n}." for n in levels)]],
        Minds=[["Minds track", "Novice (1)", "Sage (2)"], ["Thinking", 1, count]],
    )
    _, answer = run("compare", "Novice", "Sage")

    assert [str(n) for n in levels] == run.summary()["levels"]
    assert {"Thinking": ("1", str(count), count - 1)} == rises(answer)
    assert [f"Thinks {count}."] == answer["develop"][0]["statements"]


# --- Grades ----------------------------------------------------------------------------------


def letters(first, second):
    """A matrix of two roles on letters, Low rising to High."""
    return [["Vets track", f"Nurse ({first})", f"Vet ({second})"], ["Care", "Low", "High"]]


def test_letters_ascend_from_a(run):
    """Without a sheet Grades, A is the lowest: the line leads from the nurse to the vet."""
    run.write(Vets=letters("A", "C"))
    _, answer = run("routes", "Nurse", "Vet")

    assert 2 == run.summary()["grades"]
    assert [("nurse", "vet", "progression", 2)] == [
        (leg["from"], leg["to"], leg["kind"], leg["steps_up"])
        for leg in answer["routes"][0]["legs"]
    ]
    assert (1, {"routes": []}) == run("routes", "Vet", "Nurse")


def test_letters_that_descend_on_the_sheet_grades(run):
    """Where the sheet says so, A is the highest, and D, which nobody has, counts as listed."""
    run.write(Grades=[["Grade"], ["D"], ["C"], ["B"], ["A"]], Vets=letters("C", "A"))
    _, answer = run("routes", "Nurse", "Vet")

    assert 4 == run.summary()["grades"]
    assert ["progression"] == [leg["kind"] for leg in answer["routes"][0]["legs"]]
    assert (1, {"routes": []}) == run("routes", "Vet", "Nurse")


def test_no_grades_at_all(run):
    """Roles without grades are compared; each is a warning, and nobody promotes them."""
    run.write(
        Bakers=[
            ["Bakers track", "Baker", "Master Baker"],
            ["Dough", "Low", "High"],
            ["Ovens", "M", "M"],
        ]
    )
    _, answer = run("compare", "Baker", "Master Baker")

    assert (0, 2) == (run.summary()["grades"], run.summary()["roles"])
    assert {("grade-missing", "B1"), ("grade-missing", "C1")} == {
        (code, cell) for severity, code, _, cell in run.codes() if severity == "warning"
    }
    assert (None, None) == (answer["from"]["grade"], answer["to"]["grade"])
    assert (2, {"Dough": ("Low", "High", 2)}) == (answer["steps_up"], rises(answer))


def test_spans(run):
    """5/6 counts as 5 and 6, lies between them, and leads on to 7."""
    run.write(
        Smiths=[
            ["Smiths track", "Smith (5/6)", "Striker (5)", "Forge Lead (7)"],
            ["Iron", "Med", "Low", "High"],
        ]
    )
    _, compared = run("compare", "Smith", "Forge Lead")
    _, answer = run("routes", "Striker", "Forge Lead")

    assert 3 == run.summary()["grades"]
    assert "5/6" == compared["from"]["grade"]
    assert ["striker", "smith"] == [leg["from"] for leg in answer["routes"][0]["legs"]]


def test_sub_grades_ascend_as_numbers_do(run):
    """1.1 and 1.2 lie below 2.1; each step leads to the next."""
    run.write(
        Scribes=[
            ["Scribes track", "Scribe III (2.1)", "Scribe I (1.1)", "Scribe II (1.2)"],
            ["Script", "High", "Low", "Med"],
        ]
    )
    _, answer = run("routes", "Scribe I", "Scribe III")

    assert 3 == run.summary()["grades"]
    assert ["scribe-i", "scribe-ii"] == [leg["from"] for leg in answer["routes"][0]["legs"]]
    assert "1.1" == run("compare", "Scribe I (1.1)", "Scribe II")[1]["from"]["grade"]


# --- Roles, tracks, sparse tables ------------------------------------------------------------


def test_a_role_on_several_tracks(run):
    """One title and grade in three matrices is one role; its levels are put together."""
    run.write(
        Ink=[["Ink track", "Printer (4)", "Works Head (8)"], ["Ink", "Low", "High"]],
        Lead=[["Lead track", "Setter (4)", "Works Head (8)"], ["Lead", "Low", "Med"]],
        Paper=[["Paper track", "Cutter (4)", "works head (8)"], ["Paper", "Low", None]],
    )
    summary = run.summary()
    _, answer = run("compare", "Printer", "Works Head")

    assert (3, 4, 3) == (summary["tracks"], summary["roles"], summary["competencies"])
    assert ["Ink", "Lead", "Paper"] == answer["to"]["tracks"]
    assert {"Ink": ("Low", "High", 2)} == rises(answer)
    assert [{"competency": "Lead", "from": None, "to": "Medium"}] == answer["not_stated"]


def test_a_sparse_matrix(run):
    """Two roles that state different competencies have nothing known on both sides."""
    names = [f"Skill {n}" for n in range(1, 41)]
    rows = [[name, 3 if n == 0 else None, 5 if n == 39 else None] for n, name in enumerate(names)]
    ladder = [["Skill", 1, 2, 3, 4, 5], *([name, *"abcde"] for name in names)]
    run.write(Ladder=ladder, Few=[["Few track", "One (1)", "Two (2)"], *rows])
    _, answer = run("compare", "One", "Two")

    assert (40, 5) == (run.summary()["competencies"], len(run.summary()["levels"]))
    assert answer["steps_up"] is None
    assert [] == answer["develop"] + answer["keep"] + answer["ease"]
    assert [
        {"competency": "Skill 1", "from": "3", "to": None},
        {"competency": "Skill 40", "from": None, "to": "5"},
    ] == answer["not_stated"]


def test_groups_and_blank_descriptors(run):
    """A blank descriptor is a warning where a role has that level, and no statement."""
    run.write(
        Ladder=[
            ["Competency", "Group", "Low", "High"],
            ["Care", "Heart", "Helps.", None],
            ["Order", None, "Tidies.", "Plans.\n• Sorts."],
        ],
        Wards=[
            ["Wards track", "Aide (2)", "Sister (3)"],
            ["Care", "Low", "High"],
            ["Order", "Low", "High"],
        ],
    )
    _, answer = run("compare", "Aide", "Sister")

    assert [("warning", "descriptor-missing", "Ladder", "A2")] == run.codes()
    assert [("Care", "Heart", []), ("Order", None, ["Plans.", "Sorts."])] == [
        (d["competency"], d["group"], d["statements"]) for d in answer["develop"]
    ]


def test_a_title_of_105_characters(run):
    """It is kept whole, with a warning at its heading."""
    title = ("Keeper of Keys " * 7).strip() + " "
    title = title[:104] + "x"
    run.write(Keys=[["Keys track", f"{title} (4)", "Locksmith (5)"], ["Locks", "Low", "High"]])
    _, answer = run("compare", f"{title} (4)", "Locksmith")

    assert 105 == len(title)
    assert [("warning", "title-long", "Keys", "B1")] == run.codes()
    assert title == answer["from"]["title"]


def test_a_move_to_one_role_or_another(run):
    """A cell with two titles is two moves, each with a kind from its own grades."""
    run.write(
        Engineer=[
            ["Engineer track", "Engineer (5)", "Staff Engineer (7)"],
            ["Design", "Low", "High"],
        ],
        Manager=[["Manager track", "Engineering Manager (6)"], ["Design", "Med"]],
        Moves=[["From", "To"], ["Engineer", "Staff Engineer or Engineering Manager"]],
    )
    _, up = run("routes", "Engineer", "Engineering Manager")
    _, along = run("routes", "Engineer", "Staff Engineer")

    assert 2 == run.summary()["moves"]
    assert ("step up", 1) == (up["routes"][0]["legs"][0]["kind"], up["routes"][0]["moves"])
    assert "progression" == along["routes"][0]["legs"][0]["kind"]


def test_a_title_with_or_in_it(run):
    """ "Bar or Cellar Hand" is one role, since a role is called so."""
    run.write(
        Bar=[["Bar track", "Bar or Cellar Hand (2)", "Cellar Head (4)"], ["Kegs", "Low", "High"]],
        Moves=[["From", "To"], ["Bar or Cellar Hand", "Cellar Head"]],
    )

    assert 1 == run.summary()["moves"]


def test_a_fork(run):
    """Same-grade roles of a track are alternatives: from one role to both, no way between."""
    run.write(
        Data=[
            ["Data track", "Analyst (5)", "Principal (7)", "Manager (7)"],
            ["Sums", "Low", "High", "Med"],
        ]
    )

    assert 0 == run("routes", "Analyst", "Principal")[0]
    assert 0 == run("routes", "Analyst", "Manager")[0]
    assert (1, {"routes": []}) == run("routes", "Principal", "Manager")


def test_skills_are_a_half_of_their_own(run):
    """Kept, new and used less, by name; a role's own skill counts for that role only."""
    run.write(
        Coder=[["Coder track", "Coder (5)", "Coder Lead (6)"], ["Tact", "Low", "Low"]],
        Nurse=[["Nurse track", "Nurse (5)"], ["Tact", "Low"]],
        Skills=[
            ["Skill", "Track", "Role"],
            ["SQL", "Coder", None],
            ["First aid", "Nurse; Coder", None],
            ["Triage", "Nurse", None],
            ["Hiring", None, "Coder Lead"],
        ],
    )
    _, answer = run("compare", "Coder", "Nurse")
    _, lead = run("compare", "Coder", "Coder Lead")

    assert {"keep": ["First aid"], "learn": ["Triage"], "leave": ["SQL"]} == answer["skills"]
    assert ["Hiring"] == lead["skills"]["learn"]
    assert (0, [{"competency": "Tact", "level": "Low"}]) == (answer["steps_up"], answer["keep"])


def test_roles_and_tracks_without_a_matrix(run):
    """A draft map comes first: no levels, no competencies, and nothing to compare but skills."""
    run.write(
        Tracks=[["Track", "Colour"], ["Boats", "#1f77b4"], ["Docks", None]],
        Roles=[["Role", "Grade", "Track"], ["Hand", 2, "Boats"], ["Mate", 3, "Boats; Docks"]],
    )
    _, answer = run("compare", "Hand", "Mate")

    assert {
        "tracks": 2,
        "grades": 2,
        "roles": 2,
        "competencies": 0,
        "levels": [],
        "moves": 0,
    } == run.summary()
    assert answer["steps_up"] is None
    assert (["Boats"], ["Boats", "Docks"]) == (answer["from"]["tracks"], answer["to"]["tracks"])


def test_ids_on_collision(run):
    """The slug of the title; on collision with the grade; an ID of its own wins."""
    run.write(
        Bees=[
            ["Bees track", "Keeper (3)", "Keeper (4)", "Queen (5)"],
            ["Honey", "Low", "Med", "High"],
        ],
        Roles=[["ID", "Role", "Grade"], ["q1", "Queen", 5]],
    )

    ids = [run("compare", f"Keeper ({grade})", "Queen")[1] for grade in (3, 4)]
    assert ["keeper-3", "keeper-4"] == [answer["from"]["id"] for answer in ids]
    assert "q1" == ids[0]["to"]["id"]


def test_the_long_form(run):
    """A row for each cell: the same answers as of the wide table."""
    run.write(
        Levels=[
            ["Role", "Grade", "Track", "Skill", "Level"],
            ["Sower", 2, "Fields", "Seeds", "Low"],
            ["Reaper", 3, "Fields", "Seeds", "High"],
            ["Reaper", 3, "Fields", "Scythes", "Med"],
            ["Sower", 2, "Fields", "Scythes", "-"],
            ["Baler", 4, "Fields", "Twine", "Low"],
        ]
    )
    summary = run.summary()
    _, answer = run("compare", "Sower", "Reaper")

    assert (1, 3, 3, 3) == tuple(summary[k] for k in ("tracks", "grades", "roles", "competencies"))
    assert ["Low", "Medium", "High"] == summary["levels"]
    assert {"Seeds": ("Low", "High", 2), "Scythes": ("not required", "Medium", 2)} == rises(answer)
    assert 4 == answer["steps_up"]
