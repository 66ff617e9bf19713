"""What helps, how moves happen, stories, levels and documents: quiet until they are wanted."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Settings
from tests.browser.axe import GOOD_PRACTICE, violations
from tests.browser.conftest import ready
from tests.frameworks import communications
from tests.frameworks.books import xlsx

JOURNEY = "/?start=developer&goal=senior-developer"
WIDE, NARROW = (1440, 900), (390, 844)


@pytest.fixture(scope="module")
def by_level(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a framework of four levels, without any competency, is served."""
    path: Path = tmp_path_factory.mktemp("levels") / "levels.xlsx"
    path.write_bytes(xlsx(communications.SHEETS))
    app = create_app(Settings(workbook=path))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


@pytest.fixture
def sized(browser: Browser) -> Iterator[Callable[[int, int], Page]]:
    """A page in a window of any size."""
    contexts = []

    def page(width: int, height: int) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": height}))
        return contexts[-1].new_page()

    yield page
    for context in contexts:
        context.close()


def test_what_helps_by_keyboard(opened: Page, address: str):
    """Folded at first; Enter opens one competency's options; another journey folds them again."""
    page = opened
    page.goto(address + JOURNEY)
    ready(page)
    first = page.locator("#detail .develop > li").first
    expect(first.locator(".options")).to_be_hidden()
    first.get_by_text("What helps").focus()
    page.keyboard.press("Enter")
    expect(first.locator(".options dt").first).to_have_text("On the job")
    expect(first.locator(".options dd").first).to_be_visible()
    page.get_by_role("link", name="Swap").click()
    expect(page.locator("#goal")).to_have_value("Developer (6)")

    expect(page.locator("#detail details[open]")).to_have_count(0)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_everything_unfolded(sized: Callable[[int, int], Page], address: str, size):
    """Nothing for axe to find, and nothing wider than the screen."""
    page = sized(*size)
    for choice in (JOURNEY, "/?start=developer"):
        page.goto(address + choice)
        ready(page)
        page.evaluate(
            "document.querySelectorAll('.panel-body details').forEach(d => d.open = true)"
        )

        assert violations(page, GOOD_PRACTICE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_paper_shows_what_is_folded(page: Page, address: str):
    """Options, processes and stories are read on paper without opening them first."""
    page.goto(address + JOURNEY)
    ready(page)
    page.emulate_media(media="print")

    for what in ("#detail .options dd", ".itinerary .fold p", "#detail .more.list li"):
        assert page.locator(what).first.evaluate("e => e.checkVisibility()"), what
    wide = page.evaluate(
        """[...document.querySelectorAll("#detail :is(li, dd, p)")]
            .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
            .map((e) => e.textContent)"""
    )
    assert wide == [], "nothing reaches into the next column"


def test_two_levels_side_by_side(sized: Callable[[int, int], Page], by_level: str):
    """Beside each other where there is room, below each other on a phone; axe finds nothing."""
    for size, columns in ((WIDE, 2), (NARROW, 1)):
        page = sized(*size)
        page.goto(f"{by_level}/?start=independent&goal=advanced")
        ready(page)
        sides = page.locator(".pair").first.locator("> div")
        lefts = {round(sides.nth(i).bounding_box()["x"]) for i in range(2)}

        expect(page.locator(".headline")).to_have_text("21 points are new at Advanced.")
        expect(page.locator(".levels-box")).to_be_hidden()
        assert len(lefts) == columns
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert violations(page, GOOD_PRACTICE) == []


def test_a_level_of_a_framework_by_level(page: Page, by_level: str):
    """Two stations chosen on the map: the card shows the level at once, then the comparison."""
    page.goto(by_level)
    ready(page)
    page.locator("#s-independent .hit").click(force=True)
    expect(page.locator(".card .statements li").first).to_be_visible()
    page.locator("#s-senior .hit").click(force=True)

    expect(page.locator(".headline")).to_contain_text("new at Senior")
