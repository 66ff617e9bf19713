"""One walk through an old version, a draft and the news of a newer map, in a browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from jobtrack_viz.workbook import read_workbook
from tests.browser.axe import GOOD_PRACTICE, violations
from tests.browser.conftest import SAMPLE, ready
from tests.browser.test_pictures import saved
from tests.shelves import DRAFT, Shelf, application

PAIR = {"start": ["developer"], "goal": ["it-security-analyst"]}


@pytest.fixture
def shelf() -> Shelf:
    """Three versions of the sample."""
    framework = read_workbook(SAMPLE.read_bytes()).framework
    assert framework is not None
    return Shelf(framework)


@pytest.fixture
def place(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where they are served."""
    application_ = application(shelf, monkeypatch).server
    application_.config["draw_first_map"]()
    server = make_server("127.0.0.1", 0, application_, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


def query(page: Page) -> dict[str, list[str]]:
    """What the address bar asks for."""
    return parse_qs(urlsplit(page.url).query)


def look(page: Page, state: str) -> None:
    """Somebody goes to another window (``hidden``), or comes back (``visible``)."""
    page.evaluate(
        """(value) => {
          Object.defineProperty(document, "visibilityState", { value, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        state,
    )


@pytest.mark.fresh
def test_versions_drafts_and_news(
    heard: list[str], page: Page, place: str, shelf: Shelf, tmp_path: Path
):
    """The version stays in the address; today's map answers the same question."""
    page.goto(f"{place}/?v=11")
    ready(page)
    page.locator("#s-developer .hit").click()
    page.locator("#s-it-security-analyst .hit").click()
    expect(page.locator("#result-heading")).to_contain_text("IT Security Analyst (6)")
    assert {**PAIR, "v": ["11"]} == query(page)
    expect(page.locator("#edition")).to_have_text(
        "You are looking at the map of 3 March 2026. See today’s."
    )
    assert [] == violations(page, GOOD_PRACTICE)
    page.get_by_role("link", name="See today’s").click()
    ready(page)
    expect(page.locator("#edition")).to_have_count(0)
    assert query(page) == PAIR

    page.goto(f"{place}/?start=developer&goal=it-security-analyst&v={DRAFT}")
    ready(page)
    page.get_by_role("link", name="Swap").click()
    expect(page.locator("#start")).to_have_value("IT Security Analyst (6)")
    assert [DRAFT] == query(page)["v"]
    assert [] == violations(page, GOOD_PRACTICE)
    picture = saved(page, "svg", tmp_path).read_text(encoding="utf-8")
    word = picture[: picture.index(">Draft</text>")].rpartition("<text")[2]
    assert 'stroke="' in word
    assert "draft (for consultation until 20 December 2026, not in force)" in picture
    page.emulate_media(media="print")
    expect(page.locator("#edition strong")).to_be_visible()
    expect(page.locator("#edition .today")).to_be_hidden()
    assert 3 == len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", landscape=True)))
    page.emulate_media(media="null")
    for path in ("text", "plan"):
        page.goto(f"{place}/{path}?start=developer&goal=it-security-analyst&v={DRAFT}")
        if path == "plan":
            assert 1 == len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
        page.mouse.wheel(0, 5000)
        expect(page.locator("#edition")).to_be_in_viewport()
        assert [] == violations(page, GOOD_PRACTICE)

    page.clock.install()
    page.goto(f"{place}/?start=developer")
    ready(page)
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(urlsplit(sent.url).path))
    with page.expect_response("**/version"):
        look(page, "hidden")
        look(page, "visible")
    look(page, "hidden")
    shelf.publish()
    look(page, "visible")
    look(page, "hidden")
    page.clock.fast_forward(600_000)
    assert ["/assets/newer.js", "/version"] == asked
    look(page, "visible")
    news = page.get_by_role("status").filter(has_text="A newer map was published.")
    expect(news).to_be_visible()
    assert [] == violations(page, GOOD_PRACTICE)
    page.locator("#s-it-security-analyst .hit").click()
    expect(page.locator("#result-heading")).to_contain_text("IT Security Analyst (6)")
    news.get_by_role("link", name="Show it").click()
    ready(page)
    expect(page.locator("html")).to_have_attribute("data-version", "13")
    assert query(page) == PAIR
