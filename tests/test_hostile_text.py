"""Text that looks like HTML, Markdown, a template or a formula is shown as it was written.

It stands in every text of a framework, of a draft, of a note and of a file's name, and is looked
for on every page and in every file that the application gives away.
"""

import dataclasses
import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

import app as app_module
from jobtrack_viz import accounts
from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_json, to_json
from jobtrack_viz.differences import differences
from jobtrack_viz.model import Framework
from jobtrack_viz.publishing import share
from jobtrack_viz.settings import Limits, Settings
from jobtrack_viz.store import Original
from jobtrack_viz.workbook import read_workbook
from tests.hr.place import Browser
from tests.stores import NOON

ROOT = Path(__file__).resolve().parent.parent
EVIL = (
    """=1+1<img src=x onerror="alert(1)">{{7*7}}{%raw%}<b>*x*</b>[y](javascript:alert(2))%{x}$z$"""
)
SHORT = EVIL[:20]
"""Long texts are shortened in lists of what changes."""
MARKS = ("<img src=x", "<b>*x*", "{{49", "<script>alert")
KEPT = {
    "id", "source", "target", "kind", "category", "status", "colour", "grade", "label", "grades",
    "link", "role", "roles", "level", "section", "hera_reviewed", "vacancies", "privacy",
    "feedback", "contact", "reviewed",
}  # fmt: skip
"""Fields whose values mean something to the program, and links."""


def evil(value: Any, name: str = "") -> Any:
    """The same value with hostile text behind every text that is free."""
    if isinstance(value, str):
        return f"{value}{EVIL}" if value and name not in KEPT else value
    if isinstance(value, tuple):
        return tuple(evil(part, name) for part in value)
    if isinstance(value, Mapping):
        return {evil(key, name): part for key, part in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: evil(getattr(value, f.name), f.name) for f in dataclasses.fields(value)}
        return type(value)(**parts)
    return value


class _Page(HTMLParser):
    """The text of a page and its attributes, and all that acts and that no page of ours has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.text += value or ""
            if name.startswith("on") or re.match(r"\s*javascript:", value or "", re.IGNORECASE):
                self.found.append(f"<{tag} {name}={value}>")


@pytest.fixture(scope="module")
def framework() -> Framework:
    """The sample with hostile text everywhere."""
    found = read_workbook((ROOT / "data" / "sample.xlsx").read_bytes(), Limits()).framework
    assert found is not None
    return evil(found)


@pytest.fixture(scope="module")
def walked(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every answer by its address: two versions, a shared draft, somebody of HR signed in."""
    url = f"sqlite:///{tmp_path_factory.mktemp('evil')}/evil.sqlite3"
    store = stored.open_store(url)
    first = dataclasses.replace(framework, stories=framework.stories[:1], skills=())
    told = to_json(differences(first, framework))
    for made, note in ((first, EVIL), (framework, EVIL)):
        with store.writing() as db:
            stored.add_version(
                db, NOON, framework=framework_json(made), drawn=None, former={}, person="a@b.org",
                differences=told if made is framework else to_json(()),
                originals=[Original(f"{EVIL}.xlsx", b"PK")], note=note, parent=None, restores=None,
            )  # fmt: skip
    with store.writing() as db:
        files = [Original(f"{EVIL}.xlsx", b"PK")]
        draft = stored.add_draft(
            db, NOON, person="a@b.org", mode="update", base=2, files=files,
            expires_at=NOON.replace(year=2099),
        )  # fmt: skip
        stored.set_result(
            db, draft, base=2, stage="ready", refused="", problems=to_json(()), drawn=None,
            framework=framework_json(first), conflicts=b"null",
            summary=to_json(read_workbook((ROOT / "data" / "sample.xlsx").read_bytes()).summary),
        )  # fmt: skip
        stored.record(db, NOON, "a@b.org", "upload", EVIL, {"files": EVIL})
    token = share(store, NOON.replace(year=2098), "a@b.org", draft, 30)
    server = app_module.create_app(Settings(database=url)).server
    person = accounts.add(store, NOON.replace(year=2026, month=11), "x", "ann@example.org")
    link = f"/hr/password/{token_of(store, person)}"
    browser = Browser(server.test_client())
    browser.get(link)
    browser.send(link, password="four words of mine", again="four words of mine")
    start, goal = framework.roles[1].id, framework.roles[3].id
    two = f"start={start}&goal={goal}"
    addresses = [
        f"/?{two}", f"/?{two}&wide=1", f"/?start={start}&reach=1", f"/?{two}&present=1", "/text",
        f"/?start={EVIL}", f"/?{two}&v=1", f"/?{two}&v=d-{token}", "/titles", "/ladder?version=2",
        f"/plan?{two}", f"/plan.docx?{two}", f"/comparison.xlsx?{two}", "/help", "/accessibility",
        "/privacy", "/hr", "/hr/upload", f"/hr/drafts/{draft}", "/hr/history", "/hr/versions/1",
        "/hr/versions/2", "/hr/compare?from=1&to=2", "/hr/versions/1/restore", "/hr/stories",
        "/hr/audit", "/hr/audit.csv", "/hr/people", "/hr/framework.xlsx",
    ]  # fmt: skip
    return {address: browser.client.get(address) for address in addresses}


def token_of(store: stored.Store, person: stored.Person) -> str:
    """A link with which somebody chooses a password."""
    return accounts.new_link(store, datetime.now(UTC), "x", person)


def test_every_page_shows_it_as_it_was_written(walked: dict[str, Any]):
    """No page has an element or a script of the text; most have it in full, escaped."""
    pages = {a: r for a, r in walked.items() if r.mimetype == "text/html"}
    texts = {address: answer.get_data(as_text=True) for address, answer in pages.items()}

    assert {200} == {answer.status_code for answer in walked.values()}
    assert [] == [(a, mark) for a, text in texts.items() for mark in MARKS if mark in text]
    parsed = {address: _Page(text) for address, text in texts.items()}
    assert [] == [(address, page.found) for address, page in parsed.items() if page.found]
    silent = {address.partition("?")[0] for address, p in parsed.items() if SHORT not in p.text}
    assert {"/hr/upload", "/hr/people", "/hr/versions/1/restore"} >= silent


def test_files_hold_text_and_no_formula(walked: dict[str, Any]):
    """Word has it in full; Excel has it as text, and a table of values begins no cell with it."""
    word = next(a for a in walked if a.startswith("/plan.docx"))
    document = Document(io.BytesIO(walked[word].data))
    told = " ".join(p.text for p in document.paragraphs)
    assert "{{7*7}}" in told
    for address in walked:
        if ".xlsx" in address:
            book = load_workbook(io.BytesIO(walked[address].data))
            cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value]
            assert [] == [c.coordinate for c in cells if c.data_type == "f"]
            assert [c for c in cells if EVIL in str(c.value)]
    table = walked["/hr/audit.csv"].get_data(as_text=True)
    assert [] == [cell for cell in re.split(r"^|,|\r?\n", table) if re.match(r'"?[=+@-]', cell)]
