"""An upload is read once, in one child process; what the child finds is what reading it finds."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jobtrack_viz.checking import Base, Checked, Question, check
from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.export.framework_xlsx import stamp_of, workbook_of
from jobtrack_viz.health import findings
from jobtrack_viz.merge import settle
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import Stamp, read_update, read_workbook
from tests.frameworks.books import xlsx
from tests.publishing.test_publishing import NOW

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"
UPDATE = {
    "Developer": [["Developer track", "Developer (6)", "Tester (6)"], ["Tact", "Low", "High"]],
    "Moves": [["From", "To"], ["Tester", "Developr"], ["Tester", "Developer"]],
}


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The functions for which children were started."""
    sample()
    module = sys.modules["jobtrack_viz.sandbox.run"]
    started, found = module._started, []

    def counted(entry, bounds):
        found.append(entry)
        return started(entry, bounds)

    monkeypatch.setattr(module, "_started", counted)
    return found


@cache
def sample() -> Framework:
    """The framework of the sample."""
    return read_workbook(SAMPLE.read_bytes()).framework


def checked(*data: bytes, **more) -> Checked:
    """What checking these files gives."""
    files = {f"{number}.xlsx": each for number, each in enumerate(data)}
    return check(Question(Limits(), files, more.pop("answer", "keep"), **more))


def copy_with(framework: Framework, cell: str, value: str, stamp: Stamp) -> bytes:
    """A downloaded copy in which somebody has changed a cell of the sheet About."""
    book = load_workbook(io.BytesIO(workbook_of(framework, stamp)))
    book["About"][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_whole_workbook(children: list[str]):
    """Framework and problems are those of reading and looking along the moves; one child."""
    found = checked(SAMPLE.read_bytes())
    alone = read_workbook(SAMPLE.read_bytes())
    along = findings(build_network(alone.framework), alone.places)

    assert alone.framework == found.reading.framework
    assert {(p.code, p.sheet, p.cell) for p in (*alone.problems, *along)} == {
        (p.code, p.sheet, p.cell) for p in found.reading.problems
    }
    assert ["jobtrack_viz.checking.child:check", "jobtrack_viz.workbook.child:answer"] == children


def test_what_the_moves_say_is_bounded_too():
    """Whoever finds it, of each kind 200 problems are listed, and the last says how many more."""
    skills = [[f"Skill {number}", "High", "Low"] for number in range(250)]
    rows = [["Code track", "Coder (3)", "Senior Coder (5)"], ["Tact", "Low", "High"], *skills]
    problems = checked(xlsx({"Code": rows})).reading.problems
    falls = [problem for problem in problems if problem.code == "level-falls"]

    assert (200, "50") == (len(falls), falls[-1].facts.get("more"))


def test_an_update_needs_no_workbook_of_the_map(children: list[str]):
    """The published map's tables are made in the child; all is as if they had been a workbook."""
    broken, mended = xlsx(UPDATE), xlsx({**UPDATE, "Moves": UPDATE["Moves"][::2]})
    found = [checked(data, current=sample()).reading for data in (broken, mended)]
    assert 2 == len(children)
    book = {"Published map.xlsx": workbook_of(sample())}
    expected = [read_update(book, data) for data in (broken, mended)]

    assert [None, False] == [found[0].framework, found[1].framework is None]
    assert expected[1].framework == found[1].framework
    for one, other in zip(expected, found, strict=True):
        places = {(p.code, p.sheet, p.cell) for p in other.problems}
        assert {(p.code, p.sheet, p.cell) for p in one.problems} <= places


def test_a_copy_of_the_map_in_force(children: list[str]):
    """An edited copy is known by its stamp, and read once."""
    stamp = stamp_of("7", sample(), NOW)
    data = copy_with(sample(), "B1", "Another title", stamp)
    found = checked(data, current=sample(), bases={"7": Base(sample(), stamp.sha256)})

    assert (True, "Another title") == (found.copied, found.reading.framework.about.title)
    assert replace(sample().about, title="Another title") == found.reading.framework.about
    assert 1 == len(children)


def test_a_copy_of_an_older_version():
    """The version that the stamp names is asked for; with it, both sides' changes are there."""
    stamp = stamp_of("6", sample(), NOW)
    data = copy_with(sample(), "B1", "Another title", stamp)
    current = replace(sample(), about=replace(sample().about, title="A third", owner="Somebody"))
    first = checked(data, current=current, bases={})
    found = checked(data, current=current, bases={"6": Base(sample(), stamp.sha256)})
    edited = replace(sample(), about=replace(sample().about, title="Another title"))

    assert (None, "6") == (first.reading, first.wanted.version)
    assert settle(sample(), edited, current, {}).conflicts == found.conflicts
    assert "Somebody" == found.reading.framework.about.owner


@pytest.mark.parametrize("base", [None, Base(Framework, "0" * 64)])
def test_a_copy_of_something_else(base: Base | None):
    """A stamp that fits no version is a note, and the workbook is an update like any other."""
    stamp = stamp_of("6", sample(), NOW)
    known = None if base is None else replace(base, framework=sample())
    data = workbook_of(sample(), stamp)
    found = checked(data, current=sample(), bases={"6": known})

    assert (False, True) == (
        found.copied,
        "stamp-unknown" in [problem.code for problem in found.reading.problems],
    )


def test_what_is_given_away():
    """Somebody is asked first; then it is taken out and what is left is read, or it is kept."""
    book = load_workbook(SAMPLE)
    book.properties.creator = "A. Person"
    out = io.BytesIO()
    book.save(out)
    asked, kept, without = (
        checked(out.getvalue(), answer=answer) for answer in ("ask", "keep", "strip")
    )

    assert asked.reading is None
    assert ["property"] == [each.kind for each in asked.revealed["0.xlsx"].disclosures]
    assert sample() == kept.reading.framework == without.reading.framework
    assert ({}, ["0.xlsx"]) == (kept.without, list(without.without))
    assert not checked(without.without["0.xlsx"], answer="ask").revealed["0.xlsx"]


def test_a_refusal_names_its_file():
    """Of several files the one that is refused is named."""
    with pytest.raises(UnreadableWorkbook, match=r"^1\.xlsx: "):
        checked(SAMPLE.read_bytes(), b"hello")
