"""Parts of the map in a browser: the overview of 650 tracks, opened groups, chosen tracks."""

import re
from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Limits, Settings
from tests.browser.axe import violations
from tests.browser.conftest import bytes_loaded, ready
from tests.browser.test_choosing import pick
from tests.browser.test_page import MOST_BYTES
from tools.network_book import write_book
from tools.networks import generated


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a map of 650 tracks and 4,650 roles is served."""
    book = tmp_path_factory.mktemp("many") / "large.xlsx"
    write_book(generated("large"), book)
    settings = Settings(workbook=book, limits=Limits(tracks=700))
    server = make_server("127.0.0.1", 0, create_app(settings).server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def group(page: Page, name: str):
    """The row of a group on the overview."""
    return page.locator(f".group[aria-label^='{name},']")


def drawn(page: Page) -> None:
    """Look again, as somebody without a script does, until the part is drawn."""
    for _ in range(60):
        if not page.locator("#look-again").count():
            return
        page.wait_for_timeout(500)
        page.locator("#look-again").click()


def test_the_overview_opens_a_group(heard: list[str], page: Page, many: str):
    """From 223 lines to the map of one group and back, with nothing for axe to find."""
    page.goto(many)
    ready(page)
    expect(page.locator(".group")).to_have_count(223)
    assert violations(page) == []
    group(page, "Family 7").locator(".name").click()

    expect(page.locator(".badge")).to_have_count(3)
    expect(page.locator("#part")).to_contain_text("Family 7: 3 of 650 tracks, 22 roles.")
    assert violations(page) == []
    page.go_back()
    expect(page.locator(".group")).to_have_count(223)


def test_the_overview_by_keyboard(heard: list[str], page: Page, many: str):
    """Rows are links in reading order; Enter opens one."""
    page.goto(many)
    ready(page)
    page.get_by_role("link", name="Skip to the map").focus()
    page.keyboard.press("Enter")
    first = page.locator(".group").first
    expect(first).to_be_focused()
    label = first.get_attribute("aria-label") or ""
    page.keyboard.press("Enter")

    expect(page.locator("#part b")).to_have_text(label.split(",")[0])


def test_a_drag_opens_nothing(heard: list[str], page: Page, many: str):
    """Moving the overview with the mouse is not a click on the group below."""
    page.goto(many)
    ready(page)
    box = group(page, "Family 7").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 80, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] - 60, steps=4)
    page.mouse.up()

    assert page.locator("#viewport").evaluate("box => box.scrollTop") > 40
    assert "group" not in page.url


@pytest.mark.fresh
def test_first_load_of_very_many_roles_is_small(page: Page, many: str):
    """The overview of 4,650 roles travels in 300 kB."""
    assert 0 < bytes_loaded(page, many) <= MOST_BYTES


def test_without_script(scriptless: Page, many: str):
    """A group opens, two stations make a journey on it, and everything is one link away."""
    scriptless.goto(many)
    group(scriptless, "Family 7").locator(".name").click()
    drawn(scriptless)
    scriptless.locator(".station .name").nth(2).click()
    scriptless.locator(".station .name").nth(4).click()
    expect(scriptless.locator(".ends")).to_be_visible()
    expect(scriptless.locator("#part b")).to_have_text("Family 7")
    scriptless.get_by_role("link", name="Show all").first.click()

    expect(scriptless.locator(".group")).to_have_count(223)
    expect(scriptless.locator(".ends")).to_be_visible()
    expect(scriptless.locator("#journey .end")).to_have_count(2)


def test_choosing_keeps_the_part(opened: Page, address: str):
    """Stations chosen, reload, back and forward: the part stays."""
    page = opened
    part = "track=Developer&track=Analyst&to=7"
    page.goto(f"{address}/?{part}")
    ready(page)
    pick(page, "developer")
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    pick(page, "senior-developer")
    expect(page.locator(".headline")).to_be_visible()
    expect(page).to_have_url(f"{address}/?start=developer&goal=senior-developer&{part}")
    page.reload()
    expect(page.locator(".headline")).to_be_visible()
    expect(page.locator(".badge")).to_have_count(2)
    page.go_back()
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    expect(page).to_have_url(f"{address}/?start=developer&{part}")
    page.get_by_role("link", name="Clear").click()

    expect(page).to_have_url(f"{address}/?{part}")


def test_the_form_chooses_a_part(opened: Page, address: str):
    """Boxes and grades by keyboard; what is chosen on the map goes along, and comes back."""
    page = opened
    pick(page, "developer")
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    page.locator("#part-form summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="Developer").focus()
    page.keyboard.press("Space")
    page.get_by_label("Highest grade").select_option("7")
    page.get_by_role("button", name="Show only these").click()
    ready(page)

    expect(page).to_have_url(f"{address}/?start=developer&track=Developer&to=7")
    expect(page.locator("#part")).to_contain_text("Developer: 1 of 11 tracks")
    assert violations(page) == []
    page.get_by_role("link", name="Show all").first.click()
    expect(page).to_have_url(f"{address}/?start=developer")


def test_the_form_without_script(scriptless: Page, address: str):
    """The form asks the server, and keeps the start."""
    scriptless.goto(f"{address}/?start=developer")
    scriptless.locator("#part-form summary").click()
    scriptless.get_by_role("checkbox", name="Developer").check()
    scriptless.get_by_role("button", name="Show only these").click()
    drawn(scriptless)

    expect(scriptless.locator(".badge")).to_have_count(1)
    expect(scriptless.locator("#s-developer[aria-current]")).to_be_visible()


def test_a_journey_that_leaves_the_part(opened: Page, address: str):
    """The panel says what is not on the map; its link shows the whole journey."""
    page = opened
    page.goto(f"{address}/?start=service-desk-analyst&goal=business-analyst&track=Developer")
    ready(page)
    page.get_by_role("link", name="Show all stops on the map").click()
    ready(page)

    expect(page.locator(".off-map")).to_have_count(0)
    assert page.locator("#journey .way").count() > 0
    assert "track=Analyst" in page.url


def test_start_and_goal_on_the_overview(heard: list[str], page: Page, many: str):
    """Titles are found on the overview; both ends are marked on their groups' lines."""
    page.goto(many)
    ready(page)
    expect(page.locator("#titles option")).to_have_count(0)
    page.get_by_label("From").fill("r5")
    expect(page.locator("#titles option")).to_have_count(4650)
    page.keyboard.press("Enter")
    expect(page.locator(".card h2")).to_be_visible()
    page.get_by_role("combobox", name="To", exact=True).fill("r30")
    page.keyboard.press("Enter")
    expect(page.locator("#journey .end")).to_have_count(2)
    page.get_by_role("link", name=re.compile("Show (it|all stops) on the map")).click()
    ready(page)

    expect(page.locator("#journey .end")).to_have_count(2)
    expect(page.locator(".off-map")).to_have_count(0)


def test_a_start_far_down_the_overview_is_brought_into_view(
    heard: list[str], page: Page, many: str
):
    """Of more than two hundred rows the one with the start is seen, also after a reload."""
    page.goto(many)
    ready(page)
    page.get_by_label("From").fill("r4000")
    page.keyboard.press("Enter")

    expect(page.locator("#journey .end")).to_be_in_viewport()
    page.reload()
    ready(page)
    expect(page.locator("#journey .end")).to_be_in_viewport()


def test_the_overview_on_a_phone(phone: BrowserContext, many: str):
    """Scrolled sideways, the names of groups and grades stay in view."""
    page = phone.new_page()
    page.goto(many)
    ready(page)
    page.get_by_role("button", name="Show the map").tap()
    page.locator("#viewport").evaluate("box => box.scrollTo(300, 900)")

    expect(page.locator(".pin.grade:visible").first).to_be_in_viewport()
    expect(group(page, "Family 28").locator(".label .name")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, address: str, width: int):
    """The form and the line about the part fit at 400 % zoom."""
    context = browser.new_context(viewport={"width": width, "height": 256})
    page = context.new_page()
    page.goto(f"{address}/?track=Developer&track=Analyst&from=4&to=7")
    ready(page)
    page.locator("#part-form summary").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
