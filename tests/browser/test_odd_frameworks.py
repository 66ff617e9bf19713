"""Frameworks unlike the sample in a browser: crowds in a list, no grades, very long titles."""

from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Settings
from tests.browser.axe import violations
from tests.browser.conftest import ready
from tests.browser.test_choosing import pick
from tools.odd_frameworks import BOOKS, workbook

LONGEST = 105


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Where the map of a framework is served; each is started when it is first asked for."""
    servers = {}

    def serve(name: str) -> str:
        if name not in servers:
            book = tmp_path_factory.mktemp("odd") / "book.xlsx"
            book.write_bytes(workbook(BOOKS[name]()))
            app = create_app(Settings(workbook=book))
            servers[name] = make_server("127.0.0.1", 0, app.server, threaded=True)
            Thread(target=servers[name].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[name].port}"

    yield serve
    for server in servers.values():
        server.shutdown()


def goto(page: Page, address: str) -> Page:
    """The page, ready for picks."""
    page.goto(address)
    ready(page)
    return page


def test_a_listed_role_is_picked_by_its_mark(heard: list[str], page: Page, served):
    """Rows are close, yet a click on a mark means that role; axe finds nothing."""
    goto(page, served("crowded"))
    assert violations(page) == []
    for field in ("Heating", "Vaccines", "Posters"):
        page.locator(f"[id='s-consultant-in-{field.lower()}'] .mark").click()
        expect(page.locator(".card h2")).to_have_text(f"Consultant in {field} (7)")
        page.get_by_role("link", name="Clear").click()
        expect(page.locator(".card")).to_have_count(0)


def test_each_listed_role_has_room_for_a_finger(page: Page, served):
    """The places to click of a list do not overlap, and each is at least 24 by 24 at full size."""
    goto(page, served("crowded"))
    boxes = page.evaluate("""() => [...document.querySelectorAll(".station")].filter(
        (s) => s.dataset.id.startsWith("consultant-in")).map((s) => {
            const { x, y, width, height } = s.querySelector(".hit").getBBox();
            return [x, y, width, height];
        })""")

    assert len(boxes) == 81
    assert [box for box in boxes if min(box[2:]) < 24] == []
    assert [
        (one, other)
        for i, one in enumerate(boxes)
        for other in boxes[i + 1 :]
        if abs(one[0] - other[0]) < 23.9 and abs(one[1] - other[1]) < 23.9
    ] == []


def test_a_journey_leads_into_a_list(heard: list[str], page: Page, served):
    """Both ends are marked where they stand."""
    goto(page, served("crowded") + "/?start=carpentry-assistant&goal=consultant-in-lifts")
    mark = page.locator("[id='s-consultant-in-lifts'] .mark").bounding_box()
    end = page.locator("#journey .end").last.bounding_box()

    assert (mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2) == pytest.approx(
        (end["x"] + end["width"] / 2, end["y"] + end["height"] / 2), abs=1
    )


def test_without_grades(heard: list[str], page: Page, served):
    """Lines, names, a comparison; nothing for axe to find."""
    goto(page, served("no grades"))
    expect(page.locator(".zone-name")).to_have_text("No grades stated")
    assert violations(page) == []
    pick(page, "carpentry-assistant")
    pick(page, "lawns-manager")

    expect(page.locator(".headline")).to_contain_text("more")
    assert violations(page) == []


def test_the_longest_title_fits_a_phone(phone: BrowserContext, served):
    """Found by its words, shown in full, and nothing is wider than the screen."""
    page = goto(phone.new_page(), served("long titles"))
    longest = max((job.title for job in BOOKS["long titles"]().jobs), key=len)
    page.locator("#start").fill(longest)
    page.locator("#start").press("Enter")

    assert len(longest) == LONGEST
    expect(page.locator(".card h2")).to_contain_text(longest)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_thousand_roles_open_by_group(heard: list[str], page: Page, served):
    """An overview first; a group's map on choosing; a search finds any role."""
    goto(page, served("thousand wide"))
    expect(page.locator(".group")).to_have_count(23)
    page.locator(".group[aria-label^='Money,'] .name").click()
    expect(page.locator(".station")).to_have_count(48)
    page.locator("#start").fill("invoices lead")
    page.locator("#start").press("Enter")

    expect(page.locator(".card h2")).to_have_text("Invoices Lead (7)")
    assert violations(page) == []
