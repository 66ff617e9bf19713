"""The planner's further wishes in a browser: by keyboard, back and forward, without script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations

JOURNEY = "/?start=developer&goal=project-manager"
LINE = "#further"


@pytest.fixture
def planned(heard: list[str], page: Page, address: str) -> Page:
    """A journey, with the further wishes open."""
    page.goto(address + JOURNEY)
    page.locator("#status:not(:empty)").wait_for(state="attached")
    page.locator(LINE).click()
    return page


def chips(page: Page) -> list[str]:
    return page.locator(".chip").all_inner_texts()


def test_wishes_by_keyboard_alone(planned: Page, address: str):
    """Each field answers and keeps the focus; what is set is told and stands in the address."""
    page = planned
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_id("via")
    page.keyboard.type("Business Analyst (6)")
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_text(["Remove: via Business Analyst (6)×"])
    expect(page.locator(":focus")).to_have_id("via")
    expect(page.locator("#via")).to_have_value("")

    page.keyboard.press("Tab")
    page.keyboard.type("it support")
    page.keyboard.press("Tab")
    expect(page.locator(".chip")).to_have_count(2)
    expect(page.locator(":focus")).to_have_attribute("name", "people")
    expect(page.locator("#avoid")).to_have_value("")

    page.keyboard.press("ArrowDown")
    expect(page.locator(".chip").last).to_contain_text("no roles that manage people")
    expect(page.locator(":focus")).to_have_attribute("name", "people")
    expect(page).to_have_url(f"{address}{JOURNEY}&via=business-analyst&avoid=IT+Support&people=no")
    assert violations(page) == []


def test_a_wish_taken_back(planned: Page, address: str):
    """One click or Enter; the focus goes to the line of the wishes, and their fields follow."""
    page = planned
    page.locator("#people").select_option("no")
    page.locator("#down").select_option("1")
    expect(page.locator(".chip")).to_have_count(2)
    page.locator(".chip").first.press("Enter")

    expect(page.locator(".chip")).to_have_text(["Remove: a move down is allowed×"])
    expect(page.locator(":focus")).to_have_id("further")
    expect(page.locator("#people")).to_have_value("")
    expect(page).to_have_url(f"{address}{JOURNEY}&down=1")


def test_back_and_forward(planned: Page, address: str):
    """Wishes come and go with the history, and a reload keeps them."""
    page = planned
    people = page.locator("#people")
    people.select_option("no")
    expect(page.locator(".chip")).to_have_count(1)
    page.go_back()
    expect(page).to_have_url(address + JOURNEY)
    expect(page.locator(".chip")).to_have_count(0)
    expect(people).to_have_value("")
    page.go_forward()
    expect(page.locator(".chip")).to_have_count(1)
    expect(people).to_have_value("no")
    page.reload()
    expect(page.locator(".chip")).to_have_count(1)


def test_a_role_on_the_way_that_is_not_on_the_map(planned: Page):
    """The nearest are offered; the choice takes the place of what was typed."""
    page = planned
    page.locator("#via").fill("Busines Analist")
    page.keyboard.press("Enter")
    expect(page.locator("#result .note")).to_contain_text("“Busines Analist” is not on the map")
    expect(page.locator("#via")).to_have_value("Busines Analist")
    page.locator("#result .note a.button").first.click()

    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#via")).to_have_value("")
    expect(page).to_have_url(re.compile(r"&via=[a-z-]+$"))


def test_wishes_before_both_ends_wait_in_their_fields(heard: list[str], page: Page, address: str):
    """Whoever fills in the last fields first loses nothing."""
    page.goto(address)
    page.locator("#status:not(:empty)").wait_for(state="attached")
    page.locator(LINE).click()
    page.locator("#avoid").fill("Developer")
    page.locator("#down").select_option("1")
    page.locator("#start").fill("IT Engineer (5)")
    page.keyboard.press("Enter")

    expect(page.locator(".chip")).to_have_count(2)
    expect(page).to_have_url(f"{address}/?start=it-engineer&avoid=Developer&down=1")


@pytest.mark.parametrize("width", [1280, 390])
def test_without_script(browser: Browser, address: str, width: int):
    """The form asks the server, and what was set before stays set."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{address}{JOURNEY}&via=business-analyst")
    page.locator(LINE).click()
    page.locator("#people").select_option("no")
    page.locator("#avoid").fill("it support")
    page.locator("#avoid").press("Enter")

    expect(page.locator(".chip")).to_have_count(3)
    page.locator(".chip").first.click()
    expect(page.locator(".chip")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_wish_in_the_way(heard: list[str], page: Page, address: str):
    """The link to a journey without it leads there, and the focus to its heading."""
    page.goto(f"{address}/?start=developer&goal=it-security-analyst&via=head-of-it-security")
    page.locator("#status:not(:empty)").wait_for(state="attached")
    assert violations(page) == []
    page.locator(".offers a").first.click()

    expect(page.locator(".stops > li").first).to_contain_text("Developer (6)")
    expect(page.locator(":focus")).to_have_id("result-heading")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_how_a_later_move_happens(browser: Browser, address: str, scheme: str):
    """Its link opens the text at the first move that it serves; nothing else moves."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}/?start=service-desk-analyst&goal=business-analyst")
    page.locator("#status:not(:empty)").wait_for(state="attached")
    text = page.locator(page.locator(".as-above a").first.get_attribute("href") or "")
    expect(text).not_to_be_visible()
    page.locator(".as-above a").first.click()

    expect(text).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    for summary in page.locator(".leg > .fold > summary").all():
        if not summary.evaluate("s => s.parentElement.open"):
            summary.click()
    assert violations(page) == []
    context.close()
