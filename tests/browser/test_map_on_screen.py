"""The map as it is looked at: one track alone, all moves, near and far, by night."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import ready
from tests.browser.test_choosing import START, pick

JOURNEY = "/?start=service-desk-analyst&goal=business-analyst"
DEVELOPERS = 7
"""Roles on the sample's Developer track, counted in its workbook."""
MOVES = 25
"""Pairs of roles that the sample's Moves sheet joins otherwise than along a track; 28 rows less
two progressions and a regrade on one track."""


def track_button(page: Page, name: str):
    """The heading of a track in the list of roles."""
    return page.locator(".track-button", has_text=name).first


def in_full(page: Page) -> list[str]:
    """Names of the stations that are not dimmed."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".station")]
            .filter((a) => getComputedStyle(a.querySelector(".name")).fill
                === getComputedStyle(document.querySelector(".map-frame")).color)
            .map((a) => a.dataset.id)"""
    )


def luminance(page: Page, script: str) -> float:
    """Of the colour that a script gives as ``rgb(r, g, b)``; 0 is black, 255 white."""
    colour = page.evaluate(script)
    red, green, blue = (float(part) for part in colour[4:-1].split(","))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(params=["light", "dark"])
def either(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The map page by day and by night."""
    context = browser.new_context(color_scheme=request.param)
    page = context.new_page()
    page.goto(address)
    ready(page)
    yield page
    context.close()


def test_a_track_is_held_by_keyboard(opened: Page):
    """Enter holds it, says so and shows it; Escape lets it go again."""
    page = opened
    everyone = len(in_full(page))
    button = track_button(page, "Developer")
    button.focus()
    page.keyboard.press("Enter")

    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#status")).to_contain_text(f"Developer: {DEVELOPERS} roles")
    page.locator("#zoom-fit").focus()
    assert len(in_full(page)) == DEVELOPERS
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert len(in_full(page)) == everyone


def test_a_track_is_held_by_pointer(opened: Page):
    """Pointing shows it for a moment, a click holds it, the button takes it back."""
    page = opened
    badge = page.locator(".badge").nth(1)
    badge.hover()
    expect(page.locator("#map.apart")).to_have_count(1)
    page.mouse.move(5, 5)
    expect(page.locator("#map.apart")).to_have_count(0)
    badge.click()
    page.mouse.move(5, 5)
    expect(page.locator("#map.apart")).to_have_count(1)
    page.get_by_role("button", name="Show all tracks").click()

    expect(page.locator("#map.apart")).to_have_count(0)


def test_a_track_beside_a_journey(opened: Page, address: str):
    """Escape lets the track go first; the journey stays."""
    page = opened
    page.goto(address + JOURNEY)
    ready(page)
    page.locator(".badge").nth(1).click()
    assert page.locator("#journey .way").count() > 0
    page.locator("#s-developer").focus()
    page.keyboard.press("Escape")

    expect(page.locator("#map.apart")).to_have_count(0)
    expect(page.locator("#map.on")).to_have_count(1)
    assert page.url == address + JOURNEY


def test_a_tap_on_a_badge(phone: BrowserContext, address: str):
    """On a phone the badge is the button."""
    page = phone.new_page()
    page.goto(address)
    ready(page)
    page.get_by_role("button", name="Show the map").tap()
    page.locator(".badge").nth(1).tap()

    expect(page.locator("#map.apart")).to_have_count(1)
    expect(page.locator("#status")).to_contain_text(f"Developer: {DEVELOPERS} roles")


def test_a_track_in_the_list_of_a_phone(phone: BrowserContext, address: str):
    """Held from the list, the track is shown: the map comes to the front."""
    page = phone.new_page()
    page.goto(address)
    ready(page)
    track_button(page, "Developer").tap()

    expect(page.locator("html.map-first")).to_have_count(1)
    expect(page.locator("#sheet-toggle")).to_be_focused()


def test_all_moves(opened: Page):
    """On request every move is drawn and explained; before, none is."""
    page = opened
    shown = """(kind) => [...document.querySelectorAll(kind)]
        .filter((g) => getComputedStyle(g).visibility === "visible").length"""
    assert [0, 0] == [page.evaluate(shown, kind) for kind in (".walkway", ".key-moves")]
    page.get_by_role("button", name="All moves").click()

    expect(page.get_by_role("button", name="All moves")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#status")).to_contain_text(f"{MOVES} moves between tracks shown")
    assert MOVES == page.evaluate(shown, ".walkway")
    assert len(("same grade", "up or down", "secondment", "apprenticeship", "one way")) == (
        page.evaluate(shown, ".key-moves")
    )


def test_kinds_of_moves_differ_without_colour(opened: Page):
    """Each entry of the key has a pattern of its own, and a walkway of that kind has the same."""
    opened.get_by_role("button", name="All moves").click()
    script = """(where) => Object.fromEntries([...document.querySelectorAll(where)].map((g) => [
        g.dataset.kind, getComputedStyle(g.querySelector(".walk")).strokeDasharray]))"""
    keys = opened.evaluate(script, ".key-moves [data-kind]")
    drawn = opened.evaluate(script, ".walkway")

    assert len(keys) == 4
    assert len(set(keys.values())) == 4
    assert keys == {kind: drawn[kind] for kind in keys}


def test_a_close_look_shows_what_roles_do(opened: Page):
    """Summaries appear from a near scale on, and go again."""
    page = opened
    expect(page.locator(".summary").first).to_be_hidden()
    for _ in range(5):
        page.get_by_role("button", name="Zoom in").click()
    expect(page.locator(".summaries")).to_be_visible()
    page.get_by_role("button", name="Fit").click()

    expect(page.locator(".summary").first).to_be_hidden()


def test_lines_of_a_name_stand_where_they_should(opened: Page):
    """Centred lines have their middle at one place, and lines flush right their end; read by a
    machine, words stay apart.
    """
    script = """() => [...document.querySelectorAll(
            "#map text[text-anchor=middle], #map text[text-anchor=end]")]
        .filter((text) => text.querySelectorAll("tspan").length > 1)
        .flatMap((text) => [...text.querySelectorAll("tspan")].map((line) => {
            const words = line.textContent.trim();
            if (!words) return 0;
            const first = text.textContent.indexOf(words);
            const [a, z] = [first, first + words.length - 1].map((i) => text.getExtentOfChar(i));
            const at = text.getAttribute("text-anchor") === "end" ? z.x + z.width
                : (a.x + z.x + z.width) / 2;
            return Math.abs(at - Number(line.getAttribute("x")));
        }))"""
    off = opened.evaluate(script)
    joined = """() => [...document.querySelectorAll(".station")].filter((a) => !a.getAttribute(
        "aria-label").startsWith(`${a.textContent.trim().replace(/\\s+/g, " ")},`)).length"""

    assert len(off) > 4
    assert max(off) < 0.2
    assert opened.evaluate(joined) == 0


def test_night_changes_the_paper(either: Page):
    """By night the map's paper is dark and its ink light; by day the other way round."""
    is_night = either.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    paper = luminance(either, "getComputedStyle(document.getElementById('map')).backgroundColor")
    ink = luminance(either, "getComputedStyle(document.querySelector('.name')).fill")

    assert (paper < 50 < 200 < ink) if is_night else (ink < 70 < 200 < paper)


def test_axe_with_a_track_held(either: Page):
    """WCAG 2.2 AA by day and by night: with a track held, all moves on, and the menu open."""
    track_button(either, "Developer").click()
    either.get_by_role("button", name="All moves").click()
    either.locator("#save summary").click()

    assert violations(either) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(browser: Browser, address: str, scheme: str):
    """Paper and ink are the system's; lines keep colours that mean something."""
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    ready(page)
    script = """() => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.setAttribute("hidden", "");
        const look = (node, what) => getComputedStyle(node)[what];
        const system = ["Canvas", "CanvasText"].map((name) => {
            probe.style.color = name;
            return look(probe, "color");
        });
        const lines = [...document.querySelectorAll(".line[data-track]")]
            .map((line) => look(line, "stroke"));
        return [system, [look(document.getElementById("map"), "backgroundColor"),
            look(document.querySelector(".name"), "fill")], new Set(lines).size];
    }"""
    system, own, colours = page.evaluate(script)

    assert system == own
    assert colours >= 11
    context.close()


def test_more_contrast(browser: Browser, address: str):
    """No tints and thicker outlines for who asks for contrast."""
    context = browser.new_context(contrast="more")
    page = context.new_page()
    page.goto(address)
    ready(page)
    look = "(w) => getComputedStyle(document.querySelector(w[0]))[w[1]]"

    assert page.evaluate(look, [".zone-even", "fill"]) == page.evaluate(look, [".zone-odd", "fill"])
    assert page.evaluate(look, [".mark", "strokeWidth"]) == "3px"
    context.close()


def test_a_pinned_name_covers_no_station(phone: BrowserContext, address: str):
    """Wherever a phone's map is scrolled to, names that stay in view cover no whole name."""
    page = phone.new_page()
    page.goto(address)
    ready(page)
    page.get_by_role("button", name="Show the map").tap()
    script = """async ([x, y]) => {
        const box = document.getElementById("viewport");
        box.scrollTo(x, y);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const rect = (node) => node.getBoundingClientRect();
        const low = document.querySelector(".pins.low") ? 29 : 0;
        const names = [...document.querySelectorAll(".station .name")].map(rect);
        return [...document.querySelectorAll(".pin.track:not([hidden])")].map(rect).filter((pin) =>
            pin.top > rect(box).top + low + 1 && names.some((name) =>
                pin.left <= name.left && name.left < pin.right
                && name.top < pin.bottom - 4 && pin.top + 2 < name.bottom)).length;
    }"""
    places = [(x, y) for x in range(150, 500, 50) for y in (0, 100, 200)]
    covering = [page.evaluate(script, list(place)) for place in places]

    assert covering == [0] * len(places)


def test_a_cut_badge_gives_way_to_its_pinned_name(phone: BrowserContext, address: str):
    """A badge that the edge cuts is not seen behind its name; in pictures and on paper it is."""
    page = phone.new_page()
    page.goto(address)
    ready(page)
    page.get_by_role("button", name="Show the map").tap()
    page.locator("#viewport").evaluate("(box) => box.scrollTo(300, 150)")
    cut = page.locator(".badge", has_text="Project Manager")

    expect(page.locator(".pin.track:visible", has_text="PM")).to_have_count(1)
    expect(cut).to_have_css("visibility", "hidden")
    page.emulate_media(media="print")
    expect(cut).to_have_css("visibility", "visible")


def test_the_grade_at_the_edge_keeps_its_name(opened: Page):
    """Very near, the column at the left edge is still named, though its heading is out of view."""
    for _ in range(6):
        opened.get_by_role("button", name="Zoom in").click()
    script = """async () => {
        const [box, map] = ["viewport", "map"].map((id) => document.getElementById(id));
        const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
        const heading = [...map.querySelectorAll(".zone-name")].find(
            (name) => name.textContent.startsWith("Grade 5"));
        box.scrollTo(heading.dataset.x * scale + 40, 400);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const left = box.getBoundingClientRect().left;
        return [...document.querySelectorAll(".pin.grade:not([hidden])")].filter(
            (pin) => pin.getBoundingClientRect().left - left < 40).map((pin) => pin.textContent);
    }"""

    assert opened.evaluate(script) == ["Grade 5 Developing"]


def test_picking_goes_on_beside_a_held_track(opened: Page):
    """A held track does not stand in the way of a choice."""
    page = opened
    page.locator(".badge").nth(1).click()
    pick(page, START)

    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    expect(page.locator("#map.apart")).to_have_count(1)
