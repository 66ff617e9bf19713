"""Where one could go: by pointer and by keyboard, there and back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.test_choosing import pick, station

START = "developer"
ASK = "Where could I go from here?"


def asked(page: Page) -> None:
    """The question is answered for the start."""
    pick(page, START)
    page.get_by_role("link", name=ASK).click()
    expect(page.locator("#result-heading")).to_have_text(ASK)
    expect(page).to_have_title(re.compile("Where could I go from Developer"))


def test_the_question_and_its_filters(opened: Page, address: str):
    """Rings, a key and a list appear; a filter changes them all, and keeps the focus."""
    page = opened
    asked(page)
    expect(page).to_have_url(f"{address}/?start={START}&reach=1")
    expect(page.locator("#map")).to_have_class("map reaching")
    expect(page.locator("#journey .reach-key")).to_be_visible()
    expect(page.locator("#map > .legend")).to_be_hidden()
    before = page.locator("#journey > .reached").count()
    assert violations(page) == []

    page.get_by_role("link", name="One grade up").press("Enter")
    expect(page).to_have_url(f"{address}/?start={START}&reach=1&grades=next")
    expect(page.locator(".pills [aria-current]").first).to_have_text("One grade up")
    expect(page.locator(":focus")).to_have_text("One grade up")
    after = page.locator("#journey > .reached").count()
    assert 0 < after < before
    expect(page.locator("#status")).to_contain_text(f"{after} roles one grade up")
    assert after == page.locator(".in-reach > li").count()


def test_numbers_are_those_of_the_comparison(opened: Page):
    """The ring, what its station says and the comparison agree."""
    page = opened
    asked(page)
    goal = station(page, "senior-developer")
    said = goal.get_attribute("aria-label") or ""
    levels, competencies = re.search(r": (\d+) levels more, in (\d+) competencies", said).groups()
    goal.locator(".hit").click(force=True)

    expect(page.locator("#map")).to_have_class("map on")
    shown = page.locator(".headline").inner_text()
    rises = re.findall(r"(\d+) (?:competencies )?asks? for (one|two|three) levels? more", shown)
    worth = {"one": 1, "two": 2, "three": 3}
    assert int(levels) == sum(int(n) * worth[size] for n, size in rises)
    assert int(competencies) == sum(int(n) for n, _ in rises)
    assert ":" not in (goal.get_attribute("aria-label") or "")


def test_back_from_a_comparison(opened: Page, address: str):
    """The browser's Back shows the same question with the same filters again."""
    page = opened
    asked(page)
    page.get_by_role("link", name="3: at most 3 levels more").click()
    expect(page).to_have_url(f"{address}/?start={START}&reach=1&within=3")
    page.locator(".in-reach a").first.click()
    expect(page.locator("#map")).to_have_class("map on")
    assert "reach" not in page.url
    page.go_back()

    expect(page).to_have_url(f"{address}/?start={START}&reach=1&within=3")
    expect(page.locator("#map")).to_have_class("map reaching")
    expect(page.locator(".pills [aria-current]").nth(1)).to_have_text("3")


def test_escape_returns_to_the_card(opened: Page, address: str):
    """On the map and in the panel; a second time it takes back the start."""
    page = opened
    asked(page)
    station(page, START).focus()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}/?start={START}")
    expect(page.locator("#map")).to_have_class("map")
    expect(page.locator(".card h2")).to_have_text("Developer (6)")

    page.get_by_role("link", name=ASK).press("Enter")
    expect(page.locator(".where-to")).to_be_visible()
    page.locator(".in-reach a").first.press("Escape")
    expect(page).to_have_url(f"{address}/?start={START}")
    expect(page.locator(".card h2")).to_have_text("Developer (6)")


def test_without_a_script(browser, address: str):
    """The first answer has rings, key and list; its links work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/?start={START}&reach=1")
    expect(page.locator("#journey .reach-key")).to_be_visible()
    page.get_by_role("link", name="Sideways").click()

    expect(page).to_have_url(f"{address}/?start={START}&reach=1&grades=sideways")
    expect(page.locator(".headline")).to_contain_text("on other tracks at the same grade")
    assert page.locator("#journey > .reached").count() == page.locator(".in-reach > li").count()
    context.close()


def test_by_night(browser, address: str):
    """axe finds nothing in dark mode either."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/?start={START}&reach=1&grades=all")
    expect(page.locator(".in-reach > li").first).to_be_visible()

    assert violations(page) == []
    context.close()


def test_a_role_no_longer_recruited_to_says_so_on_its_card(opened: Page, address: str):
    """The words are seen, in the panel and not below the map."""
    page = opened
    page.goto(f"{address}/?start=media-services-technician")
    words = page.locator(".card .role-status")

    expect(words).to_have_text("This role is no longer recruited to.")
    card, said = page.locator(".card").bounding_box(), words.bounding_box()
    assert card["y"] < said["y"] < card["y"] + card["height"]
    assert "none" == words.evaluate("node => getComputedStyle(node).clipPath")
