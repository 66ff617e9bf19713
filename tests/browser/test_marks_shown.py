"""My own levels: hidden and shown, on screens, on paper and on other pages."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import GOOD_PRACTICE, violations
from tests.browser.conftest import ready
from tests.browser.own_levels import FIRST, JOURNEY, mark, row, summary, unfold


def test_hidden_until_somebody_asks(heard: list[str], page: Page, address: str):
    """After a reload nothing of the marks is in the page, its title or its status lines."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    unfold(page, address + JOURNEY)
    expect(page.locator(".marks-body")).to_have_text(
        re.compile("^Your levels are hidden. ?Show my levels$")
    )
    page.get_by_role("button", name="Show my levels").click()
    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    expect(page.locator(".marks").get_by_role("button", name="Hide my levels")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".marks-body")).to_have_text(
        re.compile("^Your levels are hidden. ?Show my levels$")
    )
    assert "you marked" not in page.locator("body").inner_text() + page.title()
    page.get_by_role("button", name="Show my levels").click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".marks-body")).to_contain_text("Your levels are hidden.")


def test_by_keyboard_alone(heard: list[str], page: Page, address: str):
    """From the title to a chosen level with Tab, Enter and arrows."""
    page.goto(address + JOURNEY)
    ready(page)
    page.locator(".marks > summary").focus()
    page.keyboard.press("Enter")
    row(page, FIRST).wait_for()
    while page.evaluate("document.activeElement.dataset.key") != f"competency {FIRST}":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(row(page, FIRST).get_by_label("Not marked")).to_be_visible()
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowDown")

    expect(summary(page, FIRST)).to_have_text("Medium: asks for 1 level more")
    expect(row(page, FIRST).get_by_label("Medium", exact=True)).to_be_focused()


@pytest.mark.parametrize("size", [(1440, 900), (390, 844), (320, 256)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_for_axe_to_find(browser: Browser, address: str, size, scheme: str):
    """Hidden, open and with rows unfolded; nothing wider than the screen, targets for fingers."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    page = unfold(context.new_page(), address + JOURNEY)
    mark(page, FIRST, "Low")
    page.get_by_role("button", name="Fill the rest").click()
    page.evaluate("document.querySelectorAll('.mark-row').forEach(d => d.open = true)")
    assert violations(page, GOOD_PRACTICE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    small = page.evaluate(
        """() => [...document.querySelectorAll(".marks label, .marks button, .marks summary")]
            .filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect())
            .filter(({ width, height }) => width < 24 || height < 24).length"""
    )
    assert 0 == small
    unfold(page, address + JOURNEY)
    assert violations(page, GOOD_PRACTICE) == []
    context.close()


def test_on_paper_only_what_is_shown(heard: list[str], page: Page, address: str):
    """Shown marks are printed without the form; hidden or folded ones are not."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    page.emulate_media(media="print")
    expect(summary(page, FIRST)).to_be_visible()
    expect(row(page, FIRST).locator("fieldset")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".marks > summary").click()
    page.emulate_media(media="print")
    expect(page.locator(".marks")).to_be_hidden()
    page.emulate_media(media="screen")
    unfold(page, address + JOURNEY)
    page.emulate_media(media="print")

    expect(page.locator(".marks")).to_be_hidden()


def test_a_card_of_a_goal(heard: list[str], page: Page, address: str):
    """Before a start is chosen there is nothing to begin with, and all else is there."""
    unfold(page, f"{address}/?goal=senior-developer")
    mark(page, FIRST, "Low")

    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    expect(page.get_by_role("button", name="the levels of")).to_have_count(0)


def test_read_out_on_another_page(heard: list[str], page: Page, address: str):
    """Any element with the goal's attributes is filled; hidden marks are not even printed."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    place = page.locator(".marks").evaluate(
        """(place) => { const copy = document.createElement("section");
            for (const { name, value } of place.attributes) {
                if (name.startsWith("data-")) copy.setAttribute(name, value);
            }
            copy.dataset.marksAs = "list";
            return copy.outerHTML; }"""
    )
    styles = page.locator("head link[rel=stylesheet]").evaluate_all(
        "all => all.map(l => l.outerHTML)"
    )
    script = '<script type="module" src="/assets/marks.js"></script>'
    html = f"<!DOCTYPE html><html lang=en class=js>{''.join(styles)}<h1>Plan</h1>{place}{script}"
    page.route("**/paper", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{address}/paper")
    button = page.get_by_role("button", name="Show my levels")
    expect(button).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".marks-body")).to_be_hidden()
    page.emulate_media(media="screen")
    button.click()

    expect(page.locator(".marks-sum")).to_contain_text("1 asks for more than you marked")
    expect(page.locator(".changes > li")).to_have_count(12)
    expect(page.locator(".changes > li").first).to_have_text(f"{FIRST} Low: asks for 2 levels more")
    page.emulate_media(media="print")
    expect(page.locator(".changes > li").first).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_hidden_again_after_sharing_the_screen(heard: list[str], page: Page, address: str):
    """While the screen is shared there is no place for marks; afterwards they wait to be shown."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    page.evaluate("""() => {
        const link = document.createElement("a");
        link.href = `${location.search}&present=1`;
        link.textContent = "Share";
        document.getElementById("detail").prepend(link);
    }""")
    page.get_by_role("link", name="Share", exact=True).click()
    expect(page.locator(".marks")).to_have_count(0)
    page.go_back()
    expect(page.locator(".marks-body")).to_contain_text("Your levels are hidden.")

    assert "2 levels more" not in page.locator(".marks").inner_text()


def test_without_a_script_there_is_no_place_for_marks(browser: Browser, address: str):
    """Nothing is offered that cannot work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + JOURNEY)

    expect(page.locator(".headline")).to_be_visible()
    expect(page.locator(".marks")).to_be_hidden()
    context.close()
