"""The panel put aside: the map takes the whole width, and what matters is still said."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import ready
from tests.browser.test_choosing import START, pick

LABEL = 15
"""Size of names, in units of the map."""
JOURNEY = "/?start=service-desk-analyst&goal=business-analyst"


def toggle(page: Page) -> Locator:
    """The button that hides the panel and shows it again."""
    return page.locator("#panel-toggle")


def letter_size(page: Page) -> float:
    """Of names as they are seen, in pixels."""
    script = "(map) => map.getBoundingClientRect().width / map.viewBox.baseVal.width"
    return LABEL * page.locator("#map").evaluate(script)


def test_by_keyboard(opened: Page):
    """Enter hides the panel, says so and lets the map grow; Enter again brings it back."""
    page = opened
    before = letter_size(page)
    toggle(page).focus()
    page.keyboard.press("Enter")

    expect(toggle(page)).to_have_text("Show the panel")
    expect(toggle(page)).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#status")).to_have_text("The panel is hidden. Choose where you start.")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    assert letter_size(page) > 1.1 * before
    page.keyboard.press("Enter")
    expect(toggle(page)).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#panel")).to_be_visible()


def test_choosing_without_the_panel(opened: Page):
    """The answer is said below the map; the panel stays away until it is wanted."""
    page = opened
    toggle(page).click()
    pick(page, START)

    expect(page.locator("#status")).to_contain_text("Start: Developer (6)")
    expect(page.locator("#status")).to_have_css("clip-path", "none")
    expect(page.locator("#panel")).to_be_hidden()
    toggle(page).click()
    expect(page.locator(".card h2")).to_have_text("Developer (6)")


def test_this_tab_remembers(opened: Page, browser: Browser, address: str):
    """Loaded again in the same tab the panel is still away; elsewhere it is there."""
    toggle(opened).click()
    opened.reload()
    ready(opened)
    expect(opened.locator("#panel")).to_be_hidden()
    other = browser.new_page()
    other.goto(address)
    ready(other)

    expect(other.locator("#panel")).to_be_visible()
    other.close()


def test_back_to_the_comparison(opened: Page, address: str):
    """The link below the map leads to the comparison, so it brings the panel back."""
    page = opened
    page.goto(address + JOURNEY)
    ready(page)
    toggle(page).click()
    page.locator(".skip.low").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#result-heading")).to_be_visible()
    expect(toggle(page)).to_have_attribute("aria-expanded", "true")


def test_paper_has_the_panel(opened: Page):
    """What is printed is complete."""
    toggle(opened).click()
    opened.emulate_media(media="print")

    expect(opened.locator("#panel")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(browser: Browser, address: str, scheme: str):
    """WCAG 2.2 AA without the panel, and with a journey."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(address + JOURNEY)
    ready(page)
    toggle(page).click()

    assert violations(page) == []
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (1024, 768), (900, 600)])
def test_names_can_be_read_at_first(browser: Browser, address: str, width: int, height: int):
    """The page never opens with names much smaller than 11 pixels; Fit shows the whole map."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    ready(page)
    first = letter_size(page)
    page.get_by_role("button", name="Fit").click()
    frame, drawn = (page.locator(f"#{name}").bounding_box() for name in ("viewport", "map"))

    assert first >= 10.4
    assert drawn["width"] <= frame["width"] + 1
    assert drawn["height"] <= frame["height"] + 1
    page.close()
