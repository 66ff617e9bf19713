"""The page to take away in a browser: accessible, on narrow screens, and on one sheet of paper."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import GOOD_PRACTICE, violations

SHORT = "/plan?start=developer&goal=senior-developer"
LONG = "/plan?start=digital-learning-assistant&goal=head-of-infrastructure"
HEAVY = "/plan?start=infrastructure-engineer&goal=principal-database-administrator"
NO_WAY = "/plan?start=head-of-digital-services&goal=head-of-infrastructure"
DOWN = "/plan?start=senior-infrastructure-engineer&goal=it-apprentice"
MARKS = "career-map-own-levels"


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("query", [LONG, NO_WAY, "/plan?start=developer"])
def test_nothing_for_axe_to_find(
    page: Page, address: str, heard: list[str], colours: str, width: int, query: str
):
    """WCAG 2.2 AA and good practice, in light and in dark colours, on a phone and on a desk."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=colours)
    page.goto(address + query)
    assert violations(page, GOOD_PRACTICE) == []


@pytest.mark.parametrize("query", [SHORT, LONG, HEAVY, NO_WAY, DOWN])
def test_one_sheet_of_paper(page: Page, address: str, query: str):
    """Every plan of the sample is one sheet of A4, upright; short ones are printed larger."""
    page.goto(address + query)
    paper = page.pdf(prefer_css_page_size=True)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)

    assert box is not None
    assert [round(float(side) / 72 * 25.4) for side in box.groups()] == [210, 297]
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


@pytest.mark.long
def test_every_plan_of_the_sample_is_one_sheet(page: Page, address: str):
    """From every role to six others, one of them chosen by each remainder: one sheet each."""
    page.goto(f"{address}/text")
    roles = page.locator("li[id^='role-']").evaluate_all("all => all.map((li) => li.id.slice(5))")
    pairs = [
        (a, b) for i, a in enumerate(roles) for j, b in enumerate(roles) if (i + 3 * j) % 8 == 1
    ]
    longer = []
    for start, goal in pairs:
        if start != goal:
            page.goto(f"{address}/plan?start={start}&goal={goal}")
            paper = page.pdf(prefer_css_page_size=True)
            if len(re.findall(rb"/Type\s*/Page\b", paper)) > 1:
                longer.append((start, goal))

    assert len(pairs) > 250
    assert longer == []


def test_on_paper(page: Page, address: str):
    """No buttons, and the words of the strip; headings of the table to fill in stay."""
    page.goto(address + HEAVY)
    page.emulate_media(media="print")

    expect(page.locator(".plan-tools")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".strip.paper")).to_be_visible()
    expect(page.locator(".strip.wide")).to_be_hidden()
    expect(page.get_by_role("columnheader", name="By when")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 719, 720, 1440])
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, width: int):
    """At 400 % zoom of a 1280 px screen the plan needs no scrolling sideways."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + LONG)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".strip:visible").count() == 1
    context.close()


def test_without_a_script(browser: Browser, address: str):
    """Without scripts the plan is complete; what needs one is not offered."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + LONG)

    expect(page.get_by_role("img", name="From A, Digital Learning Assistant")).to_be_visible()
    expect(page.get_by_role("heading", name="To develop")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("My own levels")).to_be_hidden()
    context.close()


def test_there_and_back(opened: Page):
    """From the comparison to its plan, to the files, and back to the same comparison."""
    page = opened
    page.goto(page.url + "?start=developer&goal=senior-developer")
    page.get_by_role("link", name="A page to take away").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(
        "Developer (6) to Senior Developer (7)"
    )
    with page.expect_download() as word:
        page.get_by_role("link", name="Download as Word").click()
    with page.expect_download() as excel:
        page.get_by_role("link", name="Download the comparison as Excel").click()
    page.get_by_role("link", name="Back to the map").click()

    expect(page.locator("#result-heading")).to_contain_text("Senior Developer (7)")
    assert word.value.suggested_filename == "career-plan-developer-6-to-senior-developer-7.docx"
    assert excel.value.suggested_filename == "comparison-developer-6-to-senior-developer-7.xlsx"


def test_copy_link(browser: Browser, address: str):
    """The link of the plan is on the clipboard, and a voice says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + SHORT)
    page.get_by_role("button", name="Copy link").click()

    expect(page.get_by_role("status")).to_have_text("The link to this plan is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == address + SHORT
    context.close()


def test_own_levels_are_shown_when_asked_for(page: Page, address: str, heard: list[str]):
    """Levels that this browser keeps stay hidden until somebody asks, and have a sheet of their
    own; nothing of them is in a request.
    """
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + str(request.post_data)))
    page.goto(f"{address}/?start=developer&goal=senior-developer")
    page.locator("details.marks > summary").click()
    first = page.locator(".mark-row").first
    first.locator("summary").click()
    first.locator("input[type=radio]").nth(2).check()
    kept = page.evaluate(f"sessionStorage.getItem('{MARKS}')")
    page.goto(address + SHORT)
    own = page.locator("#own-levels")
    expect(own).to_be_visible()
    expect(own.locator(".levels")).to_have_count(0)
    before = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    own.get_by_role("button", name="Show my levels").click()
    expect(own.locator(".levels").first).to_be_visible()
    after = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))

    assert json.loads(kept)
    assert (before, after) == (1, 2)
    assert not [each for each in asked if "own-levels" in each or "Medium" in each]


def test_no_own_levels_no_place_for_them(page: Page, address: str):
    """Who has marked nothing does not see the place."""
    page.goto(address + SHORT)
    expect(page.get_by_role("button", name="Print")).to_be_visible()

    expect(page.locator("#own-levels")).to_be_hidden()
