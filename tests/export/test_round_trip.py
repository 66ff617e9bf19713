"""Framework to workbook to framework: the same again; one edited cell: that difference alone."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobtrack_viz.canonical import framework_json
from jobtrack_viz.differences import differences
from jobtrack_viz.export.forms.book import grids_of, plainest_sheets
from jobtrack_viz.export.framework_xlsx import stamp_of, workbook_of
from jobtrack_viz.merge import merged
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import read_tables, read_workbook
from tests.export.by_chance import framework_by_chance
from tests.frameworks import communications, one_level, specification
from tests.frameworks.books import xlsx

ROOT = Path(__file__).resolve().parents[2]
OFFICE = shutil.which("soffice")
SPRING = datetime(2026, 3, 3, 9, 30, 5, tzinfo=UTC)
BOOKS = {
    "sample": (ROOT / "data" / "sample.xlsx").read_bytes(),
    "communications": xlsx(communications.SHEETS),
    "one level": xlsx(one_level.AS_PROFILES),
    "one level as a ladder": xlsx(one_level.AS_LADDER),
    "specification": xlsx(specification.SHEETS),
}
SEEDS = st.integers(0, 10**9)
ODD = st.sampled_from((0.0, 0.1))


def by_chance(seed, odd):
    """The framework of a workbook by chance that has no errors."""
    framework = framework_by_chance(seed, odd)
    assume(framework is not None)
    return framework


def read_back(sheets):
    """What reading these sheets gives, without a file in between."""
    return read_tables(grids_of(sheets), Limits()).framework


def edited(sheets, chance):
    """The sheets with one cell changed: (sheets, its area, its field, what it says now)."""
    places = [
        (i, row, column, area, field)
        for i, sheet in enumerate(sheets)
        for column, heading in enumerate(sheet.table.columns)
        for area, field in [_meaning(sheet, column, heading.heading)]
        for row in range(len(sheet.rows))
        if field and not (field == "levels" and _says_nothing_else(sheet, row, column))
    ]
    assume(places)
    i, row, column, area, field = chance.choice(places)
    was = sheets[i].rows[row][column]
    now = ("-" if was != "-" else "") if field == "levels" else "Something else entirely"
    rows = [list(line) for line in sheets[i].rows]
    rows[row][column] = now
    changed = replace(sheets[i], rows=tuple(map(tuple, rows)))
    return (*sheets[:i], changed, *sheets[i + 1 :]), area, field, was, now


def _meaning(sheet, column, heading):
    """What a cell is, as differences call it; nothing for cells that others depend on."""
    if sheet.matrix:
        return ("role", "levels") if column else ("", "")
    fields = {
        "Roles": ("role", {"Summary": "summary", "HERA reference": "hera_reference"}),
        "Moves": ("move", {"How it happens": "note"}),
        "Tracks": ("track", {"Description": "description"}),
        "Grades": ("grade", {"Note": "note"}),
    }
    area, names = fields.get(sheet.table.name, ("", {}))
    return area, names.get(heading, "")


def _says_nothing_else(sheet, row, column):
    """True for a blank cell, and for a dash that alone makes its column more than a remark."""
    said = [line[column] for line in sheet.rows if line[column] is not None]
    return sheet.rows[row][column] is None or said == ["-"]


def _place(difference):
    return difference.area, difference.subject, difference.piece, difference.detail


@settings(deadline=None, max_examples=40, derandomize=True)
@given(SEEDS, ODD)
def test_what_is_written_is_read(seed, odd):
    """Any framework comes back from its sheets as it is."""
    framework = by_chance(seed, odd)

    assert framework_json(framework) == framework_json(read_back(plainest_sheets(framework)))


@settings(deadline=None, max_examples=30, derandomize=True)
@given(SEEDS, ODD)
def test_one_edit_is_one_difference(seed, odd):
    """Of all that could have changed, exactly the edited cell has."""
    framework = by_chance(seed, odd)
    sheets, area, field, was, now = edited(plainest_sheets(framework), Random(seed))
    after = read_back(sheets)
    assume(after is not None)
    found = differences(framework, after)

    if field == "levels" and len([s for s in sheets if s.matrix]) > 1 and not found:
        return  # the role stands in another matrix too, which says what it said
    assert [(area, field)] == [(one.area, one.piece) for one in found]
    told = {"-": "not required", "": "", None: ""}
    assert told.get(now, now) == found[0].now
    assert told.get(was, str(was)).replace("\n", " ") == found[0].was


@settings(deadline=None, max_examples=20, derandomize=True)
@given(SEEDS)
def test_two_edits_are_two_differences(seed):
    """Edits of different cells, by two people, are both there, and nothing else is."""
    framework = by_chance(seed, 0.0)
    sheets, chance = plainest_sheets(framework), Random(seed)
    copies = [read_back(edited(sheets, chance)[0]) for _ in range(2)]
    assume(None not in copies)
    mine, others = (set(differences(framework, copy)) for copy in copies)
    assume(not {_place(one) for one in mine} & {_place(one) for one in others})
    merge = merged(framework, *copies)

    assert () == merge.conflicts
    assert mine | others == set(differences(framework, merge.framework))
    assert len(others) == len(merge.kept)


@settings(deadline=None, max_examples=15, derandomize=True)
@given(SEEDS, SEEDS, SEEDS)
def test_who_changed_nothing_changes_nothing(one, two, three):
    """Merged with its own base, a framework is itself; and merging never breaks."""
    base, copy, current = (by_chance(seed, 0.0) for seed in (one, two, three))

    assert copy == merged(base, copy, base).framework
    assert current == merged(base, base, current).framework
    for role in merged(base, copy, current).framework.roles:
        assert role.tracks


@pytest.mark.long
@settings(deadline=None, max_examples=3_000)
@given(SEEDS, ODD)
def test_what_is_written_is_read_very_often(seed, odd):
    """The same for thousands."""
    framework = by_chance(seed, odd)

    assert framework_json(framework) == framework_json(read_back(plainest_sheets(framework)))


@pytest.mark.parametrize("name", sorted(BOOKS.keys() - {"sample"}))
def test_the_files_come_back(name):
    """The real reader, in its child process, reads what was written into a file."""
    framework = read_workbook(BOOKS[name]).framework
    reading = read_workbook(workbook_of(framework, stamp_of("7", framework, SPRING)))

    assert framework_json(framework) == framework_json(reading.framework)
    assert ("7", SPRING) == (reading.stamp.version, reading.stamp.at)


@pytest.mark.long
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", BOOKS)
def test_libreoffice_keeps_it(name, tmp_path):
    """Opened and saved by another program, the workbook says the same, with its stamp."""
    framework = read_workbook(BOOKS[name]).framework
    stamp = stamp_of("7", framework, SPRING)
    source = tmp_path / "edited.xlsx"
    source.write_bytes(workbook_of(framework, stamp))
    words = [
        OFFICE,
        f"-env:UserInstallation=file://{tmp_path / 'profile'}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        tmp_path / "saved",
        source,
    ]
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    reading = read_workbook((tmp_path / "saved" / "edited.xlsx").read_bytes())

    assert framework_json(framework) == framework_json(reading.framework)
    assert stamp == reading.stamp
