"""What happens when answers fail, come late, or the map is covered."""

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import ready
from tests.browser.test_choosing import GOAL, START, pick, station

ANSWERS = "**/_dash-update-component**"
LEVELS = "Show the levels along the way"


def test_a_failed_answer_can_be_asked_for_again(page: Page, address: str):
    """The same pick asks once more, and does not become the goal."""
    page.goto(address)
    ready(page)
    page.route(ANSWERS, lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        pick(page, START)
    pick(page, START)

    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    assert "goal" not in page.url


def test_levels_that_come_late_are_taken_away(opened: Page, address: str):
    """Levels of a journey that is no longer shown never stand under another one."""
    page = opened
    page.goto(f"{address}/?start={START}&goal={GOAL}")
    page.get_by_role("button", name=LEVELS).click()
    expect(page.locator("#levels table").last).to_be_visible()
    page.get_by_role("button", name=LEVELS, pressed=True).click()
    expect(page.locator("#levels table")).to_have_count(0)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(ANSWERS, hold, times=1)
    with page.expect_request(ANSWERS):
        page.get_by_role("button", name=LEVELS).click()
    pick(page, "head-of-it-security")
    expect(page.locator(".headline")).to_contain_text("qualification")
    with page.expect_event("requestfinished"):
        held[0].continue_()

    expect(page.locator("#levels table")).to_have_count(0)


def test_enter_picks_after_a_drag(opened: Page):
    """A drag of the mouse does not swallow the keyboard's next choice."""
    page = opened
    box = page.locator("#viewport").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 60, steps=4)
    page.mouse.up()
    station(page, START).focus()
    page.keyboard.press("Enter")

    expect(page.locator(".card h2")).to_have_text("Developer (6)")


def test_the_map_under_the_sheet_takes_no_focus(phone: BrowserContext, address: str):
    """Behind the sheet nothing can be focused; skipping to the map lowers the sheet."""
    page = phone.new_page()
    page.goto(address)
    covered = page.locator(".map-frame")
    expect(covered).to_have_js_property("inert", True)
    page.get_by_role("link", name="Skip to the map").focus()
    page.keyboard.press("Enter")

    expect(covered).to_have_js_property("inert", False)


def test_garbage_is_refused_without_a_trace(page: Page, address: str):
    """What no page of ours asks is a plain 400; what is too large is refused unread."""
    where = f"{address}/_dash-update-component"
    as_json = {"Content-Type": "application/json"}
    answers = [
        page.request.post(where, data=body, headers=as_json)
        for body in ("null", "[]", "{}", '{"output": "os.system"}', "[" + "0," * 600_000 + "0]")
    ]

    assert [400, 400, 400, 400, 413] == [answer.status for answer in answers]
    assert [] == [answer for answer in answers if "Traceback" in answer.text()]


def test_the_first_answer_stays_if_the_panel_cannot_be_taken_over(page: Page, address: str):
    """Without the panel's own request the page still reads, and its links lead on."""
    page.route("**/_dash-layout", lambda route: route.fulfill(status=500, body="no"))
    page.goto(f"{address}/?start={START}")
    expect(page.locator("#status.notice")).to_contain_text("its links work")
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    pick(page, GOAL)

    expect(page).to_have_url(f"{address}/?start={START}&goal={GOAL}")
    expect(page.locator(".headline")).to_be_visible()


def test_a_heat_map_that_does_not_come(page: Page, address: str):
    """The table says the same, and the page says so."""
    page.goto(f"{address}/?start={START}&goal={GOAL}")
    ready(page)
    page.route("**/plotly.min.js*", lambda route: route.abort())
    page.get_by_role("button", name=LEVELS).click()

    expect(page.locator("#levels table").last).to_be_visible()
    expect(page.locator("#status.notice")).to_contain_text("The table says the same")
