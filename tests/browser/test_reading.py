"""Help, accessibility and privacy in a browser: for everybody, on every screen, on paper."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.test_choosing import GOAL, START

PATHS = ("/help", "/accessibility", "/privacy")
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }
* { word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 1.4.12 lets readers set."""


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, path: str, width: int):
    """400 % zoom of a 1280 px screen, as it comes and with wide spacing of text."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    session = page.context.new_cdp_session(page)
    session.send("Page.setBypassCSP", {"enabled": True})
    page.reload()
    page.add_style_tag(content=SPACING)
    expect(page.locator("main p").first).to_have_css("letter-spacing", "1.92px")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main *, header *, footer *")]
        .filter((box) => getComputedStyle(box).overflow !== "visible" && box.checkVisibility()
          && !box.matches(".plain-table, .skip")
          && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1))
        .map((box) => box.outerHTML.slice(0, 80))"""
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert cut == []
    page.close()


def test_by_keyboard(page: Page, address: str, heard: list[str]):
    """The first stop skips the header; contents lead to their section, and the header to help."""
    page.goto(address)
    page.locator("#status:not(:empty)").wait_for(state="attached")
    page.get_by_role("link", name="Help").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("Help")
    expect(page.get_by_role("navigation", name="Pages").locator("[aria-current]")).to_have_text(
        "Help"
    )
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the text")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#text :focus")).to_have_count(1)
    page.get_by_role("link", name="For HR").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="For HR")).to_be_in_viewport()
    expect(page).to_have_url(f"{address}/help#hr")


@pytest.mark.parametrize("path", ["/", "/text", *PATHS])
def test_the_same_places_everywhere(page: Page, address: str, path: str):
    """Header and footer of each page lead to all of them."""
    page.goto(address + path)
    header = page.get_by_role("navigation", name="Pages").get_by_role("link")
    footer = page.locator("footer .links a").all_text_contents()

    expect(header).to_have_text(["Map", "Map as text", "Help"])
    assert [
        "Help",
        "Accessibility",
        "Privacy",
        "Privacy at Northgate University",
        "Vacancies",
        "Feedback",
    ] == footer


@pytest.mark.parametrize("width", [320, 390, 900, 1024, 1280])
def test_places_do_not_crowd_out_the_tools(browser: Browser, address: str, width: int):
    """Header links and buttons are all seen, apart, and large enough to touch."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/?start={START}&goal={GOAL}")
    page.locator("#status:not(:empty)").wait_for(state="attached")
    shown = page.locator("header.top :is(a, button, summary):visible")
    boxes = [box.bounding_box() for box in shown.all()]

    assert [] == [box for box in boxes if box["x"] < 0 or box["x"] + box["width"] > width]
    assert [] == [box for box in boxes if box["height"] < 24]
    assert [] == [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b)]
    assert page.locator("header.top").bounding_box()["height"] <= 120
    page.close()


def overlap(a: FloatRect, b: FloatRect) -> bool:
    """True if two boxes cover a common spot."""
    return (
        a["x"] < b["x"] + b["width"]
        and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"]
        and b["y"] < a["y"] + a["height"]
    )


@pytest.mark.parametrize(("path", "most"), [("/help", 6), ("/accessibility", 3), ("/privacy", 2)])
def test_print(page: Page, address: str, path: str, most: int):
    """On paper the text is complete, without places to click, on a few pages."""
    page.goto(address + path)
    page.emulate_media(media="print")
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))

    expect(page.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(page.locator("main section").last).to_be_visible()
    assert pages <= most
