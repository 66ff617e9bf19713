"""The framework as a workbook to edit: what is read from it is what was written."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from jobtrack_viz.canonical import framework_json
from jobtrack_viz.export.framework_xlsx import stamp_of, workbook_of
from jobtrack_viz.workbook import read_workbook

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"
SPRING = datetime(2026, 3, 3, 9, 30, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def sample():
    """The sample's framework."""
    return read_workbook(SAMPLE.read_bytes()).framework


def test_the_sample_comes_back(sample):
    """Reading what was written gives the same framework and the stamp, and finds nothing new."""
    stamp = stamp_of("12", sample, SPRING)
    written = workbook_of(sample, stamp)
    reading = read_workbook(written)

    assert framework_json(sample) == framework_json(reading.framework)
    assert stamp == reading.stamp
    assert {"alias-shared"} == {problem.code for problem in reading.problems}
    assert written == workbook_of(sample, stamp)


def test_the_stamp_is_in_two_places(sample):
    """Without the guide the workbook still tells its version, and nothing is said of the line."""
    stamp = stamp_of("12", sample, SPRING)
    book = openpyxl.load_workbook(BytesIO(workbook_of(sample, stamp)))
    del book["Guide"]
    saved = BytesIO()
    book.save(saved)
    reading = read_workbook(saved.getvalue())

    assert stamp == reading.stamp
    assert {"alias-shared"} == {problem.code for problem in reading.problems}
    assert sample == reading.framework


def test_a_withdrawn_story_leaves_the_stamp(sample):
    """A copy downloaded before is still known as that version's; any other change is another."""
    without = replace(sample, stories=sample.stories[1:])
    other = replace(sample, moves=sample.moves[1:])
    stamps = [stamp_of("12", one, SPRING).sha256 for one in (sample, without, other)]

    assert stamps[0] == stamps[1] != stamps[2]


def test_nothing_is_calculated(sample):
    """Texts that look like formulas, dates or markup stand in their cells as texts."""
    hostile = ('=1+1&"x"', "+44 1", "-2 <b>", "@SUM(A1)", "5/6", "{{ x }} & _x0041_")
    roles = [replace(role, summary=text) for role, text in zip(sample.roles, hostile, strict=False)]
    changed = replace(sample, roles=(*roles, *sample.roles[len(roles) :]))
    written = workbook_of(changed)
    parts = ZipFile(BytesIO(written))

    assert framework_json(changed) == framework_json(read_workbook(written).framework)
    assert [] == [name for name in parts.namelist() if b"<f>" in parts.read(name)]


def test_no_name_but_the_institutions(sample):
    """The file names the institution, and no person, program or moment."""
    parts = ZipFile(BytesIO(workbook_of(sample)))
    core = parts.read("docProps/core.xml").decode()

    assert sample.about.institution == re.search("<dc:creator>(.*?)</dc:creator>", core)[1]
    assert {"1980-01-01T00:00:00Z"} == set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]*Z", core))


def test_cells_offer_their_words(sample):
    """Levels, statuses, kinds, tracks and competencies are chosen from lists; headings stay."""
    book = openpyxl.load_workbook(BytesIO(workbook_of(sample)))
    offered = {
        (name, str(rule.sqref).split(":")[0]): rule.formula1
        for name in ("Developer", "Roles", "Moves", "Skills")
        for rule in book[name].data_validations.dataValidation
    }

    assert "Ladder!$D$1:$F$1" == offered["Developer", "B2"]
    assert '"open,planned,closed"' == offered["Roles", "F2"]
    assert offered["Moves", "C2"].startswith('"progression,transfer,')
    assert "Tracks!$A$2" in offered["Skills", "B2"]
    assert {"B2"} == {sheet.freeze_panes for sheet in book if sheet.title not in ("Guide", "About")}
    assert [] == [sheet.title for sheet in book if sheet.auto_filter.ref]
