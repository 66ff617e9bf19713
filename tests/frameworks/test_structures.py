"""Frameworks of three kinds, typed into the contract's sheets: nothing of their structure is lost.

The counts were made by hand, from the documents whose structure the workbooks have.
"""

import json

import pytest

from jobtrack_viz.__main__ import main
from jobtrack_viz.advice import description_of, profiles_of
from jobtrack_viz.titles import TitleIndex
from jobtrack_viz.workbook import read_workbook
from tests.frameworks import communications, one_level, specification
from tests.frameworks.books import xlsx

BOOKS = {
    "communications": communications.SHEETS,
    "one level": one_level.AS_PROFILES,
    "one level as a ladder": one_level.AS_LADDER,
    "specification": specification.SHEETS,
}


def framework(sheets):
    """The framework of a workbook without errors."""
    result = read_workbook(xlsx(sheets))
    assert result.framework is not None, result.problems
    return result.framework


def counts(texts):
    """How many statements each text has, by section and topic."""
    return {(text.section, text.topic): len(text.lines) for text in texts}


def test_four_levels_are_four_stations():
    """Each level is a role on one line, at its grade, with an example's title leading to it."""
    book = framework(communications.SHEETS)
    index = TitleIndex(book)

    assert [
        ("Learning or skilled", "5/6"),
        ("Independent", "7"),
        ("Advanced", "8"),
        ("Senior", "9"),
    ] == [(role.title, role.grade) for role in book.roles]
    assert ["5", "6", "7", "8", "9"] == [grade.label for grade in book.grades]
    assert ["Levels"] == [track.name for track in book.tracks]
    assert "Senior (9)" == index.find("head of news").role.name
    assert ["Learning or skilled", "Independent"] == [
        role.title for role in index.find("News Officer").roles
    ]


@pytest.mark.parametrize(
    ("level", "titles", "experiences", "options"),
    [
        ("Learning or skilled", 2, 5, (1, 2, 2)),
        ("Independent", 2, 7, (4, 1, 3)),
        ("Advanced", 2, 6, (2, 2, 2)),
        ("Senior", 1, 6, (3, 3, 2)),
    ],
)
def test_every_statement_of_a_level(level, titles, experiences, options):
    """Titles, skills, experiences, three kinds of options, three groups of four behaviours."""
    book = framework(communications.SHEETS)
    role = next(role for role in book.roles if role.title == level)
    (profile,) = profiles_of(book, role)
    found = counts(profile.texts)
    skills = [text.topic for text in profile.texts if text.section == "Transferable skills"]

    assert 3 == len(set(skills))
    assert titles == found["Example job titles", ""]
    assert experiences == found["Experiences", ""]
    assert options == tuple(
        count for (section, _), count in found.items() if section.startswith("Options")
    )
    assert [4, 4, 4] == [count for (section, _), count in found.items() if section == "Behaviours"]
    assert 11 == len(profile.texts)


def test_one_level_with_four_groups():
    """One level without a grade: its groups with 9, 10, 11 and 8 statements, on the only role."""
    book = framework(one_level.AS_PROFILES)
    (profile,) = profiles_of(book, book.roles[0])

    assert ["Level two"] == [role.name for role in book.roles]
    assert [9, 10, 11, 8] == [len(text.lines) for text in profile.texts]
    assert "partners, other services" == profile.texts[0].topic
    assert "Officers and team leaders" == profile.description == book.roles[0].summary


def test_one_level_as_a_ladder():
    """The same as a ladder: a scale of one level, four competencies, as many statements."""
    book = framework(one_level.AS_LADDER)

    assert ("Level two",) == book.scale
    assert [9, 10, 11, 8] == [len(c.statements[0]) for c in book.competencies]
    assert [1, 1, 1, 1] == list(book.role("officer").levels.values())


def test_a_specification_keeps_its_parts():
    """Six tasks and their parts, criteria of both kinds, six competencies, in their order."""
    book = framework(specification.SHEETS)
    role = book.role("web-publishing-manager")
    document = description_of(book, role.id)
    sections = list(dict.fromkeys(passage.section for passage in document.passages))
    parts = {
        section: [len(p.lines) for p in document.passages if p.section == section]
        for section in sections
    }

    assert ("H", "Director of Communications") == (role.grade, role.reports_to)
    assert {
        "Summary": [2],
        "Duties": [11, 9, 4, 4, 2, 0],
        "Education": [1],
        "Experience": [3, 3],
        "Competencies": [5, 7, 7, 4, 3, 4],
    } == parts
    assert ["1.", "2.", "3.", "4.", "5.", "6."] == [
        passage.heading[:2] for passage in document.passages if passage.section == "Duties"
    ]
    assert ["essential", "essential", "desirable"] == [p.kind for p in document.passages if p.kind]


def first_rows_only(rows):
    """Labels of the columns before the texts, each on the first row of its group only."""
    header, *body = rows
    depth = 3 if "Level" in header else 2
    lines, told = [], (None,) * len(header)
    for row in body:
        same = next((i for i in range(depth) if row[i] != told[i]), depth)
        lines.append((None,) * same + tuple(row[same:]))
        told = row
    return [header, *lines]


@pytest.mark.parametrize(
    ("sheets", "name"),
    [(communications.SHEETS, "Level profiles"), (specification.SHEETS, "Job descriptions")],
    ids=["levels", "document"],
)
def test_labels_on_first_rows(sheets, name):
    """Below a title, and with labels where they change only, the same is read."""
    typed = [("From the handbook",), (), *first_rows_only(sheets[name])]

    assert framework(sheets) == framework({**sheets, name: typed})


@pytest.mark.parametrize("name", BOOKS)
def test_every_command_answers(name, tmp_path, capsys):
    """``check`` is fine, ``compare`` compares the first and the last role, ``layout`` draws all."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(xlsx(BOOKS[name]))
    roles = framework(BOOKS[name]).roles

    def answer(*command):
        assert 0 == main(list(command))
        return json.loads(capsys.readouterr().out)

    checked = answer("check", str(path), "--json")
    compared = answer("compare", str(path), roles[0].id, roles[-1].id, "--json")
    drawn = answer("layout", str(path), "--geojson")
    points = [f for f in drawn["features"] if f["geometry"]["type"] == "Point"]

    assert checked["ok"]
    assert [] == [p for p in checked["problems"] if p["severity"] == "error"]
    assert (roles[0].id, roles[-1].id) == (compared["from"]["id"], compared["to"]["id"])
    assert {role.id for role in roles} == {point["properties"]["id"] for point in points}
