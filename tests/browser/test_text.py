"""The map as text in a browser: found from the map, accessible, on narrow screens and on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect


def test_there_and_back(opened: Page):
    """From the map to the text, along a move, and back to the map with a start chosen."""
    page = opened
    page.get_by_role("link", name="Map as text").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Map as text")
    page.get_by_role("navigation").get_by_role("link", name="Analyst", exact=True).click()
    page.get_by_role("link", name="Assistant Project Manager (6)").first.click()
    expect(page.locator("#role-assistant-project-manager")).to_be_in_viewport()
    page.get_by_role("link", name="Assistant Project Manager", exact=True).click()

    expect(page.locator(".card h2")).to_have_text("Assistant Project Manager (6)")


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, width: int):
    """At 400 % zoom of a 1280 px screen the text needs no scrolling sideways."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/text")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_print(page: Page, address: str):
    """On paper the text is complete and without buttons, on a few pages."""
    page.goto(f"{address}/text")
    page.emulate_media(media="print")
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))

    expect(page.get_by_role("link", name="Show the map")).to_be_hidden()
    expect(page.get_by_role("heading", name="Head of IT Security")).to_be_visible()
    assert pages <= 11
