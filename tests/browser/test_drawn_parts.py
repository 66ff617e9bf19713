"""A part that is being drawn: the page says so, fills itself, and loses nothing that was chosen."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

import app as app_module
from jobtrack_viz.parts import PartQueue
from jobtrack_viz.parts.drawing import draw
from jobtrack_viz.settings import Settings
from tests.browser.axe import violations
from tests.browser.conftest import SAMPLE

PART = "track=Developer&track=Analyst"
WAITS = "This part of the map is being drawn."


class Gate:
    """Lets parts be drawn, in this process, when a test says so."""

    def __init__(self) -> None:
        self.open = Event()

    def __call__(self, task: bytes) -> bytes:
        """The part, once the gate is open."""
        self.open.wait(60)
        return draw(task)


@pytest.fixture
def gate() -> Iterator[Gate]:
    """Closed at first."""
    made = Gate()
    yield made
    made.open.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, gate: Gate) -> Iterator[str]:
    """Where the sample is served, its parts drawn when the gate opens."""
    monkeypatch.setattr(app_module, "PartQueue", lambda *_: PartQueue(None, gate))
    server = app_module.create_app(Settings(workbook=SAMPLE)).server
    server.config["draw_first_map"]()
    served = make_server("127.0.0.1", 0, server, threaded=True)
    Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.port}"
    served.shutdown()


def test_a_part_fills_itself(heard: list[str], page: Page, slow: str, gate: Gate):
    """Meanwhile there is an overview, and choices work; they are there when the map is."""
    page.goto(f"{slow}/?{PART}")
    expect(page.locator("#status")).to_have_text(WAITS)
    expect(page.locator("#part")).to_contain_text(WAITS)
    expect(page.locator(".badge")).to_have_count(0)
    assert violations(page) == []
    page.get_by_role("combobox", name="From", exact=True).fill("Developer (6)")
    page.keyboard.press("Enter")
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    page.locator("#map-frame").click()
    gate.open.set()

    expect(page.locator(".badge")).to_have_count(2)
    expect(page.locator("#status")).to_have_text("This part of the map is drawn.")
    expect(page.locator("#s-developer[aria-current]")).to_be_visible()
    expect(page.locator("#part")).not_to_contain_text(WAITS)
    assert f"start=developer&{PART}" in page.url


def test_what_somebody_is_typing_stays(heard: list[str], page: Page, slow: str, gate: Gate):
    """The page does not fill itself under somebody's hands; a link shows the map."""
    page.goto(f"{slow}/?{PART}")
    expect(page.locator("#status")).to_have_text(WAITS)
    field = page.get_by_role("combobox", name="From", exact=True)
    field.press_sequentially("Devel")
    gate.open.set()
    show = page.get_by_role("link", name="Show it")
    expect(show).to_be_visible()

    expect(field).to_have_value("Devel")
    assert violations(page) == []
    page.locator("#part-form summary").click()
    show.click()
    expect(page.locator(".badge")).to_have_count(2)


def test_without_a_script(browser: Browser, slow: str, gate: Gate):
    """A link looks again, and keeps what is chosen."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{slow}/?start=developer&{PART}")
    expect(page.locator("#part")).to_contain_text(WAITS)
    gate.open.set()
    for _ in range(60):
        page.get_by_role("link", name="Look again").click()
        if page.locator(".badge").count():
            break
        page.wait_for_timeout(250)

    expect(page.locator(".badge")).to_have_count(2)
    expect(page.locator("#s-developer[aria-current]")).to_be_visible()
    context.close()
