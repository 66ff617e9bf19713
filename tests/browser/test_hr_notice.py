"""The notice about a damaged version can be read by everybody, narrow, by day and by night."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz import accounts
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import open_store
from tests.browser.axe import GOOD_PRACTICE, violations
from tests.damage import add_version, damage

PASSWORD = "four words of mine"


@pytest.fixture
def link(tmp_path: Path, framework) -> Iterator[str]:
    """The link of somebody who may publish, on a server whose newest version is damaged."""
    database = f"sqlite:///{tmp_path / 'hr.sqlite3'}"
    store = open_store(database)
    for title in ("One", "Two"):
        add_version(store, framework, title)
    damage(database, 2)
    now = datetime.now(UTC)
    person = accounts.add(store, now, "command line", "ann@example.ac.uk")
    token = accounts.new_link(store, now, "command line", person)
    server = create_app(Settings(database=database)).server
    listener = make_server("127.0.0.1", 0, server, threaded=True)
    Thread(target=listener.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listener.port}/hr/password/{token}"
    listener.shutdown()
    store.close()


def test_the_notice(page: Page, link: str):
    """It is a region with a name, its link is reached by keyboard, and axe finds nothing."""
    page.goto(link)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
    notice = page.get_by_role("region", name="What readers see", exact=True)
    expect(notice).to_contain_text("Readers see version 1, not version 2.")
    assert [] == violations(page, GOOD_PRACTICE)
    page.set_viewport_size({"width": 320, "height": 256})
    page.emulate_media(color_scheme="dark")
    assert 320 == page.evaluate("document.documentElement.scrollWidth")
    assert [] == violations(page, GOOD_PRACTICE)
    notice.get_by_role("link", name="Go to the history").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("History")
    expect(page.get_by_role("region", name="What readers see", exact=True)).to_be_visible()
