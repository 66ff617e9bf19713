"""A list of people that somebody uploads is nowhere in the database, nor on any page."""

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobtrack_viz.publishing import begin, prepare, preview
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Store, open_store
from tests.hr.place import Browser, Place, place_with, wait_for_workshops
from tests.workbook.test_staff_lists import SECRETS, with_staff


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "hr.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    """A database of one test."""
    found = open_store(f"sqlite:///{file}")
    yield found
    found.close()


@pytest.fixture
def place(store: Store) -> Place:
    """HR's pages and nothing else."""
    return place_with(store)


def secrets_in(data: bytes) -> list[str]:
    """The names in a text, or in the parts of a workbook."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            data = b"".join(package.read(name) for name in package.namelist())
    return [secret for secret in SECRETS if secret.encode().lower() in data.lower()]


def stored_secrets(file: Path) -> list[str]:
    """The names in any cell of any table, uploaded files unzipped."""
    with sqlite3.connect(file) as db:
        dump = "\n".join(db.iterdump())
    blobs = map(bytes.fromhex, re.findall(r"X'([0-9A-F]*)'", dump))
    return [secret for part in (dump.encode(), *blobs) for secret in secrets_in(part)]


def test_an_upload_with_a_list_of_people(ann: Browser, file: Path, caplog):
    """It is said, taken out with no choice, and neither kept, shown, marked nor logged."""
    ann.get("/hr/upload")
    data, books = with_staff(), {"mode": "replace"}
    ann.send("/hr/upload", files=[(io.BytesIO(data), "jobs.xlsx")], **books)
    assert "this is a list of people" in ann.page
    assert "A list of people is never stored." in ann.page
    assert 'value="keep"' not in ann.page
    assert [] == stored_secrets(file)
    shown = re.search(r'name="shown" value="([^"]+)"', ann.page)
    more = {"shown": shown[1] if shown else "", "extras": "keep"}
    again = [(io.BytesIO(data), "jobs.xlsx")]
    answer = ann.send("/hr/upload", files=again, **books, **more)
    wait_for_workshops()
    draft = answer.headers["Location"]
    page = ann.get(draft).get_data()

    assert b"This is a list of people" in page
    assert [] == secrets_in(page) + stored_secrets(file)
    for path in ("/files/1", "/files/1/marked.xlsx"):
        answer = ann.client.get(draft + path)
        assert (200, []) == (answer.status_code, secrets_in(answer.get_data()))
    assert [] == secrets_in(caplog.text.encode())


def test_a_draft_that_came_another_way(store: Store, file: Path, place: Place):
    """Once it is prepared, its files are kept without the list."""
    draft = begin(store, place.clock(), "ann", {"jobs.xlsx": with_staff()}, "replace")
    prepare(store, Limits(), draft)

    assert "list-of-people" in [problem.code for problem in preview(store, draft).problems]
    assert [] == stored_secrets(file)
