"""The comparison in full width, and the language matrix of a track."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import GOOD_PRACTICE, violations
from tests.browser.conftest import ready

PAIR = "?start=service-desk-analyst&goal=business-analyst"


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page in a window of any size, with further wishes of Playwright's."""
    contexts = []

    def page(width: int, height: int, **wishes: object) -> Page:
        size = {"width": width, "height": height}
        contexts.append(browser.new_context(viewport=size, **wishes))
        return contexts[-1].new_page()

    yield page
    for context in contexts:
        context.close()


def boxes(page: Page, *selectors: str) -> list[dict[str, float]]:
    """Where the first element of each selector is."""
    found = [page.locator(selector).first.bounding_box() for selector in selectors]
    assert all(found)
    return [box for box in found if box]


def test_full_width_by_keyboard(opened: Page, address: str):
    """The halves stand side by side, the map is away and back with one link; axe is content."""
    page = opened
    page.goto(f"{address}/{PAIR}")
    ready(page)
    page.get_by_role("link", name="Compare in full width").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".in-full")).to_be_visible()

    expect(page).to_have_url(f"{address}/{PAIR}&wide=1")
    expect(page.locator("#result-heading")).to_be_focused()
    expect(page.locator("#map")).to_be_hidden()
    breadth, skills = boxes(page, ".half.breadth", ".half.skills")
    assert breadth["x"] + breadth["width"] <= skills["x"]
    assert abs(breadth["y"] - skills["y"]) < 1
    here, there = boxes(page, ".pair > div:first-child", ".pair > div:last-child")
    assert here["x"] + here["width"] <= there["x"]
    assert violations(page, GOOD_PRACTICE) == []

    page.get_by_role("link", name="Back to the map").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#map")).to_be_visible()
    expect(page).to_have_url(f"{address}/{PAIR}")


def test_the_panel_put_aside_is_no_empty_page(opened: Page, address: str):
    """Full width shows the comparison, whatever was hidden before."""
    page = opened
    page.get_by_role("button", name="Hide the panel").click()
    page.goto(f"{address}/{PAIR}&wide=1")
    ready(page)

    expect(page.locator(".half.breadth")).to_be_visible()


def test_full_width_without_script(window: Callable[..., Page], address: str):
    """It is a link: the server answers with the same view."""
    page = window(1280, 720, java_script_enabled=False)
    page.goto(f"{address}/{PAIR}")
    page.get_by_role("link", name="Compare in full width").click()

    expect(page.locator(".half.skills")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()
    breadth, skills = boxes(page, ".half.breadth", ".half.skills")
    assert breadth["x"] + breadth["width"] <= skills["x"]
    page.get_by_role("link", name="Back to the map").click()
    expect(page.locator("#map")).to_be_visible()


@pytest.mark.parametrize("size", [(1280, 720), (390, 844), (320, 256)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_full_width_in_any_window(window: Callable[..., Page], address: str, size, scheme):
    """Nothing is wider than the window, also at 400 per cent of a page of 1,280 pixels."""
    page = window(*size, color_scheme=scheme)
    page.goto(f"{address}/{PAIR}&wide=1")
    ready(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    expect(page.locator(".half.breadth")).to_be_visible()
    assert violations(page, GOOD_PRACTICE) == []


def test_full_width_on_paper(opened: Page, address: str):
    """The comparison without the map and without links that lead nowhere."""
    page = opened
    page.goto(f"{address}/{PAIR}&wide=1")
    ready(page)
    page.emulate_media(media="print")

    expect(page.locator("#map")).to_be_hidden()
    expect(page.locator(".in-full")).to_be_hidden()
    expect(page.locator(".half.breadth .statements").first).to_be_visible()


def test_the_language_matrix_of_a_track(opened: Page, address: str):
    """A button on a station's card shows it as a picture and a table, and takes it away again."""
    page = opened
    page.goto(f"{address}/?start=developer")
    ready(page)
    button = page.get_by_role("button", name="The language matrix of Developer")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#levels thead th")).to_have_count(8)
    expect(page.locator("#levels th[scope=row]")).to_have_count(12)
    expect(page.locator("#levels thead b")).to_have_text("A")
    expect(page.locator(".chart .main-svg").first).to_be_visible(timeout=45_000)
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    assert violations(page, GOOD_PRACTICE) == []

    page.keyboard.press("Enter")
    expect(page.locator("#levels table")).to_have_count(0)
    expect(button).to_have_attribute("aria-pressed", "false")


def test_another_choice_takes_the_charts_away(opened: Page, address: str):
    """A matrix never stands under a card of another track."""
    page = opened
    page.goto(f"{address}/?start=developer")
    ready(page)
    page.get_by_role("button", name="The language matrix of Developer").click()
    expect(page.locator("#levels table")).to_be_visible()
    page.locator("#roles summary").click()
    page.get_by_role("link", name="IT Security Analyst (6)").first.click()

    expect(page.locator("#levels table")).to_have_count(0)
    expect(page.get_by_role("button", name="The language matrix of IT Security")).to_be_visible()
