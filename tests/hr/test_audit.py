"""The audit log on its page and as a table."""

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobtrack_viz.store import record
from layouts.hr.audit import ACTIONS

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOSTILE = '=HYPERLINK("http://evil.example")<script>{{ 7*7 }}</script>'


@pytest.fixture
def log(place, ann):
    """130 entries of two people on successive days in summer, one of them hostile."""
    with place.store.writing() as db:
        for day in range(130):
            who = "bob@example.ac.uk" if day % 2 else "ann@example.ac.uk"
            facts = {"note": HOSTILE} if day == 129 else {}
            record(db, NOON + timedelta(days=day), who, "publish", f"version {day}", facts)
    return ann


def subjects(page: str) -> list[int]:
    """The versions that a page of the log names."""
    return [int(number) for number in re.findall(r"<td>version (\d+)</td>", page)]


def test_pages(log):
    """Fifty on a page, the newest first, with ways on and back."""
    first = log.get("/hr/audit").get_data(as_text=True)
    second = log.get("/hr/audit?page=2").get_data(as_text=True)
    last = log.get("/hr/audit?page=3").get_data(as_text=True)
    beyond = log.get("/hr/audit?page=99")

    assert list(range(129, 79, -1)) == subjects(first)
    assert list(range(79, 29, -1)) == subjects(second)
    assert list(range(29, -1, -1)) == subjects(last)
    assert 'href="/hr/audit?page=2">Older' in first
    assert 'href="/hr/audit?page=1">Newer' in second
    assert ">Newer" not in first
    assert ">Older" not in last
    assert 200 == beyond.status_code
    assert "Nothing was recorded that fits." in beyond.get_data(as_text=True)


def test_filter(log):
    """By person, by action, by days of the calendar that HR lives by; the table asks the same."""
    one_day = "since=2026-06-02&until=2026-06-02"
    asked = log.get(f"/hr/audit?person=bob@example.ac.uk&{one_day}").get_data(as_text=True)
    actions = log.get("/hr/audit?action=password-set").get_data(as_text=True)
    wrong = log.get("/hr/audit?since=2026-02-30")

    assert [1] == subjects(asked)
    assert 'href="/hr/audit.csv?person=bob%40example.ac.uk&amp;since=2026-06-02' in asked
    assert [] == subjects(actions)
    assert "Chose a password" in actions
    assert 422 == wrong.status_code
    assert "Write the date as year, month and day" in wrong.get_data(as_text=True)


def test_days_are_those_of_the_clock_on_the_wall(place, ann):
    """Half past midnight in British summer time belongs to the new day."""
    with place.store.writing() as db:
        record(db, datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "a", "publish", "version 7", {})
    july = ann.get("/hr/audit?since=2026-07-01").get_data(as_text=True)

    assert [7] == subjects(july)
    assert '<time datetime="2026-06-30T23:30:00+00:00">1 July 2026, 00:30 BST</time>' in july
    assert [] == subjects(ann.get("/hr/audit?until=2026-06-30").get_data(as_text=True))


def test_the_table(log):
    """Every entry, also those of other pages; no cell is a formula."""
    answer = log.get("/hr/audit.csv?since=2026-06-01")
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))

    assert "attachment; filename=audit.csv" == answer.headers["Content-Disposition"]
    assert ["When (UTC)", "Who", "What", "About", "Details"] == rows[0]
    assert 130 == len(rows) - 1
    assert ["2026-10-08 12:00:00", "bob@example.ac.uk", "Published", "version 129"] == rows[1][:4]
    assert f"note: {HOSTILE}" == rows[1][4]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1"])
def test_no_cell_is_a_formula(place, ann, text):
    """A text that a spreadsheet would calculate begins with an apostrophe."""
    with place.store.writing() as db:
        record(db, place.clock(), text, text, text, {})
    written = ann.get("/hr/audit.csv").get_data(as_text=True)
    cells = next(csv.reader(io.StringIO(written.split("\r\n", 1)[1])))

    assert [] == [cell for cell in cells if cell.strip()[:1] in ("=", "+", "@") or cell[:2] == "-1"]


@pytest.mark.parametrize(
    ("recorded", "shown"),
    [
        ("2026-06-01T19:16:01.152166+00:00", "1 June 2026, 20:16 BST"),
        ("2026-01-02T09:00:00+00:00", "2 January 2026, 09:00 GMT"),
        ("2026-99-02T09:00:00+00:00", "2026-99-02T09:00:00+00:00"),
        ("two words", "two words"),
    ],
)
def test_moments_among_details(place, ann, recorded, shown):
    """A moment that was recorded is told as clocks show it; whatever else is shown as it is."""
    with place.store.writing() as db:
        record(db, NOON, "ann@example.ac.uk", "link-used", "bob", {"made at": recorded})
    page = ann.get("/hr/audit").get_data(as_text=True)

    assert f"<td>made at: {shown}</td>" in page


def test_nobody_is_blamed_for_a_refused_sign_in(ann):
    """The account that was asked for is named; who asked is not known, and the page says so."""
    assert "who asked is not known" in ann.get("/hr/audit").get_data(as_text=True)


def test_every_action_has_words():
    """The log has a name for whatever is recorded anywhere, and for nothing else."""
    written = "".join(path.read_text("utf-8") for path in Path("jobtrack_viz").rglob("*.py"))
    codes = re.findall(r'record\(\s*db,\s*now,\s*[^"]*?(?:"",\s*)?"([a-z -]+)"', written)

    assert set(ACTIONS) == set(codes)


def test_hostile_text_is_shown_as_it_is(log):
    """Neither markup nor a template, on the page."""
    page = log.get("/hr/audit").get_data(as_text=True)

    assert "<script>{{" not in page
    assert "&lt;script&gt;{{ 7*7 }}&lt;/script&gt;" in page
