"""Two stations chosen by keyboard, pointer, link or title; the comparison is read."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations

START, GOAL = "developer", "senior-developer"
DISCLAIMER = "This describes generic roles."


def station(page: Page, role_id: str):
    return page.locator(f"#s-{role_id}")


def pick(page: Page, role_id: str) -> None:
    station(page, role_id).locator(".hit").click(force=True)


def walk_to(page: Page, role_id: str) -> None:
    """Home, then arrow keys towards a station until it has the focus."""
    page.keyboard.press("Home")
    goal = station(page, role_id).evaluate("a => [+a.dataset.x, +a.dataset.top]")
    for _ in range(60):
        here = page.evaluate(
            "[+document.activeElement.dataset.x, +document.activeElement.dataset.top]"
        )
        if page.evaluate("document.activeElement.dataset.id") == role_id:
            return
        before = here
        right, down = goal[0] - here[0], goal[1] - here[1]
        keys = ["ArrowRight" if right > 0 else "ArrowLeft", "ArrowDown" if down > 0 else "ArrowUp"]
        for key in keys if abs(right) > abs(down) else reversed(keys):
            page.keyboard.press(key)
            here = page.evaluate(
                "[+document.activeElement.dataset.x, +document.activeElement.dataset.top]"
            )
            if here != before:
                break
    raise AssertionError(f"arrow keys never reach {role_id}")


def test_by_keyboard_alone(opened: Page):
    """From the address bar to the comparison without a pointer; axe finds nothing on the way."""
    page = opened
    assert violations(page) == []

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the map")
    page.keyboard.press("Enter")
    walk_to(page, START)
    page.keyboard.press("Enter")
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    walk_to(page, GOAL)
    page.keyboard.press("Enter")

    expect(page.locator(".headline")).to_contain_text(
        re.compile("competenc(y|ies) asks? for one level")
    )
    expect(page.locator("#detail")).to_contain_text(DISCLAIMER)
    expect(page.locator("#status")).to_contain_text("From Developer (6) to Senior Developer (7)")
    expect(page.locator(":focus")).to_have_attribute("data-id", GOAL)
    assert violations(page) == []


def test_escape_takes_back_the_goal_and_then_the_start(opened: Page, address: str):
    """Escape undoes the last choice first."""
    page = opened
    pick(page, START)
    pick(page, GOAL)
    expect(page.locator(".headline")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{address}/?start={START}")
    page.keyboard.press("Escape")

    expect(page.locator(".welcome")).to_be_visible()


def test_by_pointer(opened: Page, address: str):
    """Two clicks mark A and B, draw the journey and dim the rest; a third changes the goal."""
    page = opened
    pick(page, START)
    expect(station(page, START)).to_have_attribute("aria-current", "true")
    pick(page, GOAL)

    expect(page).to_have_url(f"{address}/?start={START}&goal={GOAL}")
    expect(page.locator("#map")).to_have_class("map on")
    expect(page.locator("#journey .way-edge")).to_have_count(1)
    expect(page.locator(".stops > li")).to_have_count(2)
    pick(page, "principal-developer")
    expect(page.locator(".stops > li")).to_have_count(3)


def test_back_forward_and_reload(opened: Page, address: str):
    """The address holds the whole state."""
    page = opened
    pick(page, START)
    pick(page, GOAL)
    expect(page.locator(".headline")).to_be_visible()
    page.go_back()
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    expect(page.locator("#map")).to_have_class("map")
    page.go_forward()
    expect(page.locator(".headline")).to_be_visible()
    page.reload()

    expect(page.locator(".stops > li")).to_have_count(2)
    expect(page.locator("#start")).to_have_value("Developer (6)")


def test_zoom_and_drag(opened: Page):
    """Buttons and Ctrl with the wheel zoom; a drag moves the map and picks nothing."""
    page = opened
    width = "document.getElementById('map').getBoundingClientRect().width"
    before = page.evaluate(width)
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(width) > 1.9 * before
    x, y = (
        station(page, START)
        .locator(".hit")
        .evaluate("r => { const b = r.getBoundingClientRect(); return [b.x + 9, b.y + 9]; }")
    )
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y - 60, steps=4)
    page.mouse.up()
    assert page.locator("#viewport").evaluate("box => box.scrollLeft") > 100
    expect(page.locator(".welcome")).to_be_visible()
    page.keyboard.down("Control")
    page.mouse.wheel(0, 400)
    page.keyboard.up("Control")
    page.get_by_role("button", name="Fit").click()

    assert abs(page.evaluate(width) - before) < 1


def test_a_link_opened_by_a_browser_that_hides_where_it_comes_from(
    heard: list[str], page: Page, address: str
):
    """Without a Referer the panel asks again, and shows the same."""

    def anonymous(route: Route) -> None:
        headers = {k: v for k, v in route.request.headers.items() if k != "referer"}
        route.continue_(headers=headers)

    page.route("**/_dash-layout", anonymous)
    page.goto(f"{address}/?start={START}&goal={GOAL}")

    expect(page.locator("#status")).to_contain_text("From Developer (6)")
    expect(page.locator(".stops > li")).to_have_count(2)
    expect(page.locator("#start")).to_have_value("Developer (6)")


def test_same_station_twice(opened: Page):
    """Start and goal alike get a helpful sentence."""
    pick(opened, START)
    expect(opened.locator(".card")).to_be_visible()
    pick(opened, START)

    expect(opened.locator("#result")).to_contain_text("You are already there")


def test_focus_follows_a_link_of_the_list(opened: Page):
    """A role chosen in the list by keyboard: reading goes on at the answer."""
    opened.get_by_role("link", name="Junior Developer (5)").first.focus()
    opened.keyboard.press("Enter")

    expect(opened.locator("#result-heading")).to_be_focused()


def test_swap_and_clear(opened: Page, address: str):
    """Swap turns the journey round; clear takes both ends away."""
    page = opened
    page.goto(f"{address}/?start={START}&goal={GOAL}")
    page.get_by_role("link", name="Swap").click()
    expect(page.locator("#start")).to_have_value("Senior Developer (7)")
    expect(page.locator("#goal")).to_have_value("Developer (6)")
    page.get_by_role("link", name="Clear").click()

    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator("#start")).to_have_value("")


def test_search_by_an_old_title(opened: Page, address: str):
    """An old title leads to today's role, and the address names the role."""
    opened.get_by_label("From").fill("helpdesk adviser")
    opened.keyboard.press("Enter")

    expect(opened.locator(".card h2")).to_have_text("Service Desk Analyst (4)")
    expect(opened).to_have_url(f"{address}/?start=service-desk-analyst")


def test_typing_on_while_the_answer_comes(opened: Page):
    """The answer to one search does not wipe out what is typed into the other."""
    page = opened

    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/_dash-update-component**", hold, times=1)
    page.get_by_role("combobox", name="From").press_sequentially("Developer")
    with page.expect_request("**/_dash-update-component**"):
        page.keyboard.press("Tab")
    page.get_by_role("combobox", name="To", exact=True).press_sequentially("Senior")
    held[0].continue_()
    expect(page.locator(".card h2")).to_have_text("Developer (6)")

    expect(page.locator("#goal")).to_have_value("Senior")


def test_an_unknown_title(opened: Page):
    """The nearest roles are offered, with whom to tell."""
    opened.get_by_role("combobox", name="To", exact=True).fill("Servis desk analist")
    opened.keyboard.press("Enter")
    note = opened.locator("#result .note")

    expect(note).to_contain_text("Your title is not linked yet; choose the nearest, or tell")
    note.get_by_role("link", name="Service Desk Analyst (4)", exact=True).click()
    expect(opened.locator(".card h2")).to_have_text("Service Desk Analyst (4)")


def test_a_title_that_two_roles_claim(opened: Page):
    """Both are offered."""
    opened.get_by_label("From").fill("Computing Officer")
    opened.keyboard.press("Enter")

    expect(opened.locator("#result .note")).to_contain_text("can mean several roles")
    expect(opened.locator("#result .note .button")).to_have_count(2)


def test_choosing_another_journey(opened: Page, address: str):
    """Where the most direct journey is another one, it can be chosen, and the address keeps it."""
    page = opened
    page.goto(f"{address}/?start=service-desk-analyst&goal=business-analyst")
    page.get_by_role("link", name="Most direct").click()

    expect(page).to_have_url(re.compile("pick=2"))
    expect(page.locator(".choice[aria-current]")).to_contain_text("Most direct")


def test_levels_along_the_way(opened: Page, address: str):
    """Plotly is loaded with the first heat map and not before; the table says the same."""
    page = opened
    scripts: list[str] = []
    page.on("request", lambda request: scripts.append(request.url))
    page.goto(f"{address}/?start={START}&goal={GOAL}")
    expect(page.locator(".headline")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [url for url in scripts if "plotly" in url or "graph" in url] == []
    page.get_by_role("button", name="Show the levels along the way").click()

    expect(page.locator(".chart .main-svg").first).to_be_visible()
    expect(page.locator("#levels table").last.locator("th[scope=row]")).to_have_count(12)
    assert [url for url in scripts if "plotly" in url] != []
    assert violations(page) == []


def test_copy_link(opened: Page, address: str):
    """The link of the state is on the clipboard."""
    page = opened
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    pick(page, START)
    page.get_by_role("button", name="Copy link").click()

    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/?start={START}"
