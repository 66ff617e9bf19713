"""The command line as scripts meet it: what is printed where, and the exit code."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from jobtrack_viz.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "sample.xlsx"

# The toolkit's template as printed: six columns, from left to right.
TEMPLATE = {
    "Problem Solving": "LLLMMH",
    "Performance Management": "LLLLLM",
    "Drive for Results": "LLLMMM",
    "Creativity": "LLLMMH",
    "Dealing with Ambiguity": "LLLLMM",
    "Innovation Management": "LLLLMM",
    "Strategic Thinking": "LLLLMM",
    "Negotiation and Conflict Management": "LLLLLL",
    "Interpersonal Skills": "LLLLLM",
    "Hiring and Staffing": "LLLLLM",
    "Building Team Spirit": "LLLLLL",
    "Communication Skills": "LLLLMM",
}
SIX = ("Trainee", "Junior", "Practitioner", "Senior", "Lead", "Head")


@pytest.fixture
def template(tmp_path):
    """The template's matrix under six invented roles on grades 4 to 9."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Developer"
    headings = [f"{title} ({grade})" for grade, title in enumerate(SIX, start=4)]
    sheet.append(["Developer track", *headings])
    for competency, letters in TEMPLATE.items():
        words = {"L": "Low", "M": "Med", "H": "High"}
        sheet.append([competency, *(words[letter] for letter in letters)])
    path = tmp_path / "template.xlsx"
    book.save(path)
    return path


def run(capsys, *arguments):
    """One command's exit code and what it printed: (code, JSON or text, errors)."""
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    answer = json.loads(printed.out) if "--json" in arguments else printed.out
    return code, answer, printed.err


@pytest.mark.parametrize(
    ("start", "goal", "rises"),
    [*zip(SIX, SIX[1:], (0, 0, 3, 4, 5), strict=False), ("Trainee", "Head", 12)],
)
def test_compare_on_the_toolkits_template(capsys, template, start, goal, rises):
    """Neighbours rise by 0, 0, 3, 4 and 5, the first to the last by 12, as counted by hand."""
    code, answer, _ = run(capsys, "compare", template, start, goal, "--json")

    assert (0, rises) == (code, answer["steps_up"])
    assert rises == sum(change["steps"] for change in answer["develop"])


def test_check_counts_what_a_workbook_holds(capsys, template):
    """The summary of the template, and its two pairs of identical neighbours."""
    code, answer, errors = run(capsys, "check", template, "--json")

    assert (0, "", True) == (code, errors, answer["ok"])
    assert {
        "tracks": 1,
        "grades": 6,
        "roles": 6,
        "competencies": 12,
        "levels": ["Low", "Medium", "High"],
        "moves": 0,
    } == answer["summary"]
    found = [(p["severity"], p["code"], p["sheet"], p["cell"]) for p in answer["problems"]]
    assert [("warning", "neighbours-alike", "Developer", c) for c in ("C1", "D1")] == found


def test_several_workbooks_are_checked_as_one(capsys, template, tmp_path):
    """A ladder in a workbook of its own belongs to the matrices of the other."""
    book = openpyxl.Workbook()
    for row in (("Competency", "Low", "Med", "High"), ("Creativity", "Adds", "Weighs", "Invites")):
        book.active.append(row)
    book.save(tmp_path / "words.xlsx")
    code, out, _ = run(capsys, "check", template, tmp_path / "words.xlsx", "--json")
    found = out

    assert (0, ["Low", "Med", "High"]) == (code, found["summary"]["levels"])
    assert f"{template}: Developer" in {p["sheet"] for p in found["problems"]}


def test_the_sample_has_only_the_warnings_it_is_meant_to_show(capsys):
    """No error, and four warnings: a shared former title, two honest falls, one plateau."""
    code, answer, _ = run(capsys, "check", SAMPLE, "--json")

    assert 0 == code
    assert [
        ("alias-shared", "Roles", "D39"),
        ("level-falls", "Developer", "F11"),
        ("level-falls", "Service Manager", "E12"),
        ("neighbours-alike", "IT Support", "D1"),
    ] == sorted((p["code"], p["sheet"], p["cell"]) for p in answer["problems"])


def test_compare_names_both_roles_and_both_halves(capsys):
    """The keys of a comparison, and levels in the scale's spelling."""
    _, answer, _ = run(capsys, "compare", SAMPLE, "junior-developer", "Developer (6)", "--json")

    assert ["from", "to", "develop", "keep", "ease", "not_stated", "skills", "steps_up"] == list(
        answer
    )
    assert {"id", "title", "grade", "tracks"} == answer["to"].keys()
    rise = answer["develop"][0]
    assert ["competency", "group", "from", "to", "steps", "statements"] == list(rise)
    assert (rise["from"], rise["to"]) in {("Low", "Medium"), ("Medium", "High"), ("Low", "High")}
    assert rise["statements"]


def test_routes_list_typed_legs(capsys):
    """A journey on one track: its figures and legs."""
    code, answer, _ = run(
        capsys, "routes", SAMPLE, "Junior Developer", "senior-developer", "--json"
    )
    route = answer["routes"][0]

    assert (0, "gentlest", 2, 0) == (code, route["label"], route["moves"], route["changes"])
    legs = [(leg["from"], leg["to"], leg["kind"], leg["track"]) for leg in route["legs"]]
    assert [
        ("junior-developer", "developer", "progression", "Developer"),
        ("developer", "senior-developer", "progression", "Developer"),
    ] == legs
    assert route["steps_up"] == sum(leg["steps_up"] for leg in route["legs"])


def test_no_journey_is_exit_1(capsys):
    """Down from the top nobody described a way."""
    code, answer, errors = run(
        capsys, "routes", SAMPLE, "Head of Digital Services", "Developer", "--json"
    )

    assert (1, {"routes": []}, "") == (code, answer, errors)


@pytest.fixture
def crossing(tmp_path):
    """From a to z over m, who manages people, or over k on another track."""
    book = openpyxl.Workbook()
    roles, moves = book.active, book.create_sheet("Moves")
    roles.title = "Roles"
    for row in (
        ("Role", "Grade", "Track", "Manages people"),
        ("a", "4", "T", "no"),
        ("m", "4", "U", "yes"),
        ("k", "4", "V", "no"),
        ("z", "4", "W", "no"),
    ):
        roles.append(row)
    for row in (("From", "To"), ("a", "m"), ("m", "z"), ("a", "k"), ("k", "z")):
        moves.append(row)
    path = tmp_path / "crossing.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("wishes", "stops"),
    [
        ((), "akz"),
        (("--via", "M"), "amz"),
        (("--avoid", "v"), "amz"),
        (("--via", "m", "--via", "k"), "amkz"),
        (("--no-people",), "akz"),
        (("--no-people", "--via", "m"), "amz"),
    ],
)
def test_wishes_choose_the_way(capsys, crossing, wishes, stops):
    """Roles to pass, tracks to avoid, and stops that manage people, by hand."""
    with_both = crossing
    if len(wishes) == 4:
        book = openpyxl.load_workbook(crossing)
        book["Moves"].append(("m", "k"))
        book.save(with_both)
    _, answer, _ = run(capsys, "routes", with_both, "a", "z", *wishes, "--json")
    legs = answer["routes"][0]["legs"]

    assert stops == "".join(leg["from"] for leg in legs) + legs[-1]["to"]


def test_nothing_is_left(capsys, crossing):
    """Wishes that shut every way are no journey, exit 1."""
    code, answer, _ = run(
        capsys, "routes", crossing, "a", "z", "--avoid", "V", "--no-people", "--json"
    )

    assert (1, {"routes": []}) == (code, answer)


def test_people_read_why_a_journey_is_told(capsys, crossing):
    """The figures of a journey, its reason, and that another is as good."""
    _, text, _ = run(capsys, "routes", crossing, "a", "z")

    assert text.startswith("Gentlest: 2 moves")
    assert "Another journey is equally good; the same one is always shown." in text


def test_a_former_title_finds_its_role(capsys):
    """An old title stands for the role that claims it."""
    book = openpyxl.load_workbook(SAMPLE, read_only=True)["Roles"]
    row = next(r for r in book.iter_rows(min_row=2, values_only=True) if r[3])
    old, title = row[3].split(";")[0].strip(), row[0]
    _, answer, _ = run(capsys, "compare", SAMPLE, old, title, "--json")

    assert (title, title) == (answer["from"]["title"], answer["to"]["title"])


def test_a_workbook_with_errors_is_exit_1(capsys, template):
    """Every command on it prints the problems and nothing else."""
    book = openpyxl.load_workbook(template)
    book["Developer"]["C3"] = "Mediocre"
    book.save(template)

    for command in (["check", template], ["compare", template, "Trainee", "Head"]):
        code, answer, errors = run(capsys, *command, "--json")
        assert (1, False, "") == (code, answer["ok"], errors)
        found = answer["problems"][0]
        assert ("error", "level-unknown", "Developer", "C3") == (
            found["severity"],
            found["code"],
            found["sheet"],
            found["cell"],
        )


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "missing.xlsx"],
        ["check", str(ROOT)],
        ["check", __file__],
        ["compare", str(SAMPLE), "Nobody", "Developer"],
        ["compare", str(SAMPLE), "Computing Officer", "Developer"],
        ["routes", str(SAMPLE), "Developer", "Senior Developer", "--via", "Nobody"],
        ["routes", str(SAMPLE), "Developer", "Senior Developer", "--avoid", "Nowhere"],
    ],
    ids=[
        "missing file",
        "folder",
        "not a workbook",
        "unknown role",
        "ambiguous role",
        "unknown role to pass",
        "unknown track to avoid",
    ],
)
def test_wrong_use_is_exit_2_and_one_line(capsys, arguments):
    """Nothing on stdout, one line on stderr, no traceback."""
    code, answer, errors = run(capsys, *arguments)

    assert (2, "", 1) == (code, answer, len(errors.splitlines()))
    assert "Traceback" not in errors


def test_wrong_usage_is_one_line_too(capsys):
    """A missing argument is exit 2 with one line."""
    with pytest.raises(SystemExit) as caught:
        main(["compare", str(SAMPLE), "Developer"])

    assert (2, 1) == (caught.value.code, len(capsys.readouterr().err.splitlines()))


def test_a_grade_may_be_spelled_out(capsys):
    """“Developer (Grade 6)” is Developer (6)."""
    _, answer, _ = run(capsys, "compare", SAMPLE, "Developer (Grade 6)", "Developer", "--json")

    assert answer["from"] == answer["to"]


def test_human_text_is_the_default(capsys):
    """Without --json a person reads sentences."""
    _, text, _ = run(capsys, "compare", SAMPLE, "Junior Developer", "Developer")

    assert "Breadth and complexity" in text
    assert "Skills and knowledge" in text


def test_layout_is_geojson(capsys):
    """Every role is a point with its label; every track has lines."""
    code, text, _ = run(capsys, "layout", SAMPLE, "--geojson")
    answer = json.loads(text)
    points = [f for f in answer["features"] if f["geometry"]["type"] == "Point"]
    lines = [f for f in answer["features"] if f["properties"].get("track")]

    assert (0, 48) == (code, len(points))
    assert 11 == len({line["properties"]["track"] for line in lines})
    assert {"line_width", "station_radius"} <= answer.keys()


def test_as_a_module():
    """``python -m jobtrack_viz`` runs it, with logs apart from the answer."""
    command = [sys.executable, "-m", "jobtrack_viz", "check", str(SAMPLE), "--json"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60)

    assert (0, b"") == (ran.returncode, ran.stderr)
    assert json.loads(BytesIO(ran.stdout).read())["ok"]


def test_a_reader_that_stops_reading():
    """With its output closed, as by ``head``, a command ends without a word."""
    command = [sys.executable, "-m", "jobtrack_viz", "check", str(SAMPLE)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()
        said = running.stderr.read()

    assert (0, b"") == (running.returncode, said)
