"""What the page is before, beside and without its script: first answer, sizes, phone, errors."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import bytes_loaded

JOURNEY = "/?start=service-desk-analyst&goal=business-analyst"
MOST_BYTES = 300_000


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_link_without_script(scriptless: Page, address: str):
    """The first answer shows map, journey and comparison as they are."""
    scriptless.goto(address + JOURNEY)

    expect(scriptless.locator(".headline")).to_be_visible()
    expect(scriptless.locator("#map.on")).to_be_visible()
    assert scriptless.locator("#journey .way").count() > 0
    expect(scriptless.get_by_role("heading", name="Breadth and complexity")).to_be_visible()
    expect(scriptless).to_have_title(re.compile(r"Service Desk Analyst \(4\) to Business Analyst"))


def test_two_picks_without_script(scriptless: Page, address: str):
    """Stations are links: two of them make a journey, and the form knows old titles."""
    scriptless.goto(address)
    scriptless.locator("#s-developer .name").click()
    scriptless.locator("#s-senior-developer .name").click()
    expect(scriptless.locator(".stops > li")).to_have_count(2)
    scriptless.get_by_label("From").fill("Helpdesk Adviser")
    scriptless.keyboard.press("Enter")

    expect(scriptless.locator(".ends")).to_contain_text("Service Desk Analyst (4)")


@pytest.mark.fresh
@pytest.mark.parametrize("path", ["", "/?start=it-apprentice&goal=head-of-infrastructure"])
def test_first_load_is_small(page: Page, address: str, path: str):
    """At most 300 kB travel for the first map, or for a long journey, and no plotly.js."""
    assert 0 < bytes_loaded(page, address + path) <= MOST_BYTES


def test_the_policy_is_on(page: Page, address: str):
    """Scripts only from here, without inline or eval."""
    headers = page.request.get(address).headers
    scripts = re.search(r"script-src ([^;]*)", headers["content-security-policy"]).group(1)

    assert "unsafe" not in scripts
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_unknown_path(page: Page, address: str):
    """A friendly page with status 404."""
    answer = page.goto(f"{address}/nowhere")

    assert answer.status == 404
    expect(page.get_by_role("heading")).to_have_text("This page does not exist")


def test_unknown_role_in_a_link(page: Page, address: str):
    """A link to a role that is gone offers the nearest ones."""
    page.goto(f"{address}/?start=developr")

    expect(page.locator("#result .note").first).to_contain_text("not linked yet")


def test_phone_opens_with_the_list_and_the_map_is_one_tap_away(phone: BrowserContext, address: str):
    """List first; then the map at a readable size, with names that stay in view."""
    page = phone.new_page()
    page.goto(address)
    page.locator("#status:not(:empty)").wait_for(state="attached")
    expect(page.get_by_role("link", name="Digital Apprentice (3)").first).to_be_in_viewport()
    page.get_by_role("button", name="Show the map").tap()
    page.locator("#viewport").evaluate("box => box.scrollTo(500, 300)")

    expect(page.locator(".pin.grade:visible").first).to_be_in_viewport()
    expect(page.locator(".pin.track:visible").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_phone_reads_a_journey_chosen_from_the_list(phone: BrowserContext, address: str):
    """Two taps in the list, and the comparison is in the sheet."""
    page = phone.new_page()
    page.goto(address)
    page.locator("#status:not(:empty)").wait_for(state="attached")
    page.get_by_role("link", name="Developer (6)", exact=True).first.tap()
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    page.get_by_role("link", name="Senior Developer (7)", exact=True).first.tap()

    expect(page.locator(".headline")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, address: str, width: int):
    """At 400 % zoom of a 1280 px screen nothing needs scrolling sideways but the map."""
    context = browser.new_context(viewport={"width": width, "height": 256})
    page = context.new_page()
    page.goto(address + JOURNEY)
    page.locator("#status:not(:empty)").wait_for(state="attached")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def pages(page: Page) -> int:
    """How many sheets of paper the page fills."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_print_is_the_map_and_the_comparison(page: Page, address: str):
    """The map has a page of its own and nothing to click on it; two pages say everything else."""
    page.goto(address + JOURNEY)
    page.locator("#status:not(:empty)").wait_for(state="attached")
    page.emulate_media(media="print")

    expect(page.locator("#map")).to_be_visible()
    expect(page.locator(".planner")).to_be_hidden()
    both = pages(page)
    page.locator(".panel").evaluate("panel => panel.remove()")
    assert (1, 3) == (pages(page), both), "the comparison and its options take two"


def test_health(page: Page, address: str):
    """One check says that the process answers, the other names the version in use."""
    alive = page.request.get(f"{address}/healthz").json()
    ready = page.request.get(f"{address}/readyz").json()

    assert ({"ok": True}, True) == (alive, ready["ready"])
    assert re.fullmatch("[0-9a-f]{64}", ready["version"])


def test_a_goal_before_a_start_without_script(scriptless: Page, address: str):
    """A goal that is chosen first is kept by the next pick, on the map and in the list."""
    scriptless.goto(f"{address}/?goal=senior-developer")
    scriptless.locator("#s-developer .name").click()
    expect(scriptless).to_have_url(f"{address}/?start=developer&goal=senior-developer")
    scriptless.goto(f"{address}/?goal=senior-developer")
    scriptless.locator("#roles summary").click()
    scriptless.get_by_role("link", name="Developer (6)", exact=True).first.click()

    expect(scriptless).to_have_url(f"{address}/?start=developer&goal=senior-developer")
