"""The shared screen: pictures of a journey turned by keys, buttons and clickers."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import ready

PLAIN = "/?start=service-desk-analyst&goal=business-analyst"
JOURNEY = f"{PLAIN}&present=1"
VIDEO = {"width": 1280, "height": 720}
STATES = {
    "nothing": "/?present=1",
    "a start": "/?start=developer&present=1",
    "a goal": "/?goal=developer&present=1",
    "the same role twice": "/?start=developer&goal=developer&present=1",
    "an unknown title": "/?start=developr&present=1",
    "reach": "/?start=developer&reach=1&present=1",
    "one move": "/?start=developer&goal=senior-developer&present=1",
    "no way": "/?start=digital-apprentice&goal=it-apprentice&present=1",
    "many moves": "/?start=principal-developer&goal=it-engineer&down=1&present=1",
    "a part of the map": "/?start=developer&goal=it-engineer&track=Developer&present=1",
}


@pytest.fixture
def shared(heard: list[str], page: Page, address: str) -> Page:
    """A journey on a shared screen of the size of a video call."""
    page.set_viewport_size(VIDEO)
    page.emulate_media(reduced_motion="reduce")
    goto(page, address + JOURNEY)
    return page


def goto(page: Page, address: str) -> None:
    page.goto(address)
    ready(page)


def picture(page: Page):
    """The one picture that is shown."""
    return page.locator(".slide:visible")


def in_view(page: Page) -> list[str]:
    """The names of the way's stations that the map's frame shows completely."""
    return page.evaluate("""() => {
      const frame = document.getElementById("viewport").getBoundingClientRect();
      return [...document.querySelectorAll(".station.on-way")].filter((station) => {
        const box = station.getBoundingClientRect();
        return box.left >= frame.left && box.right <= frame.right
          && box.top >= frame.top && box.bottom <= frame.bottom;
      }).map((station) => station.dataset.id);
    }""")


def count(page: Page) -> tuple[int, int]:
    """Which picture of how many is shown."""
    here, of = page.locator(".count").inner_text().split(" of ")
    return int(here), int(of)


def test_arrow_keys_walk_the_moves_and_the_map_follows(shared: Page):
    """First the whole way, then both stations of each move in view, large; last the comparison."""
    stops = shared.locator(".stop-list li").all_inner_texts()
    names = [stop.split("\n")[-1] for stop in stops]
    moves = len(names) - 1
    assert count(shared) == (1, moves + 2)
    assert len(in_view(shared)) == len(names)
    for number in range(1, moves + 1):
        shared.keyboard.press("ArrowRight")
        expect(picture(shared)).to_have_count(1)
        expect(picture(shared).locator(".eyebrow")).to_have_text(f"Move {number} of {moves}")
        ends = [picture(shared).get_attribute(f"data-{end}") for end in ("from", "to")]
        assert set(ends) <= set(in_view(shared))
        for name in names[number - 1 : number + 1]:
            expect(picture(shared).locator(".ends")).to_contain_text(name)
        others = shared.locator(f"#journey [data-leg]:not([data-leg='{number}'])")
        faint = others.evaluate_all("all => all.map((path) => getComputedStyle(path).opacity < 1)")
        assert all(faint), "only the move that is told stands out"
        told = shared.locator("#stepper [role='status']")
        expect(told).to_contain_text(f"{number + 1} of {moves + 2}. Move {number} of {moves}")
    shared.keyboard.press("ArrowRight")
    expect(picture(shared).get_by_role("heading", name="Breadth and complexity")).to_be_visible()
    expect(picture(shared).get_by_role("heading", name="Skills and knowledge")).to_be_in_viewport()
    shared.keyboard.press("ArrowRight")
    assert count(shared) == (moves + 2, moves + 2)


def test_names_on_the_way_can_be_read_in_a_video(shared: Page):
    """Each name on the map and each word beside it is at least 16 px high on a 720p picture."""
    pages = count(shared)[1]
    for _ in range(pages - 1):
        smallest = shared.evaluate("""() => {
          const scale = new DOMMatrix(document.getElementById("map").style.transform).a;
          const names = [...document.querySelectorAll(".station.named .name")]
            .filter((name) => getComputedStyle(name).visibility === "visible");
          const drawn = names.map((name) => {
            const grown = new DOMMatrix(getComputedStyle(name).transform).a;
            return parseFloat(getComputedStyle(name).fontSize) * scale * grown;
          });
          const says = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
          const told = (part) => [...part.childNodes].some(says);
          const words = [...document.querySelectorAll(".slide.shown *")]
            .filter((part) => part.checkVisibility() && told(part))
            .map((part) => parseFloat(getComputedStyle(part).fontSize));
          return Math.min(...drawn, ...words);
        }""")
        assert smallest >= 16
        shared.keyboard.press("ArrowRight")


def test_a_clicker_home_and_end(shared: Page):
    """Page keys turn, after a long text was read to its end; Home and End go to the ends."""
    last = count(shared)[1]
    shared.keyboard.press("End")
    assert count(shared) == (last, last)
    shared.keyboard.press("Home")
    assert count(shared) == (1, last)
    for _ in range(4 * last):
        shared.keyboard.press("PageDown")
    assert count(shared) == (last, last)
    assert shared.locator("#panel").evaluate(
        "p => p.scrollTop + p.clientHeight >= p.scrollHeight - 1"
    )
    shared.keyboard.press("PageUp")
    assert count(shared) == (last, last), "the comparison is longer than the screen"
    for _ in range(4 * last):
        shared.keyboard.press("PageUp")
    assert count(shared) == (1, last)


def test_buttons_for_mouse_and_touch(shared: Page):
    """Back and Next turn, are large enough, and say where there is nothing more."""
    back, following = (shared.get_by_role("button", name=name) for name in ("Back", "Next"))
    expect(back).to_have_attribute("aria-disabled", "true")
    following.click()
    assert count(shared)[0] == 2
    expect(back).to_have_attribute("aria-disabled", "false")
    back.click()
    assert count(shared)[0] == 1
    for button in (back, following, shared.get_by_role("link", name="Exit")):
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize("way", ["Escape", "Escape on the map", "link"])
def test_the_way_out_leads_to_the_same_answer(shared: Page, address: str, way: str):
    """The address without the mode, at whatever picture and wherever the focus is."""
    shared.keyboard.press("ArrowRight")
    if way == "link":
        shared.get_by_role("link", name="Exit").click()
    else:
        if way == "Escape on the map":
            shared.locator(".station.on-way").first.focus()
        shared.keyboard.press("Escape")
    expect(shared).to_have_url(address + PLAIN)
    expect(shared.locator("#planner")).to_be_visible()


def test_the_way_in_takes_along_what_is_chosen_now(heard: list[str], page: Page, address: str):
    """Two picks later the link still leads to what is shown."""
    goto(page, f"{address}/?start=developer")
    page.locator("#s-business-analyst .name").click()
    expect(page.locator(".headline")).to_be_visible()
    page.get_by_role("link", name="Screen-share view").click()

    expect(page).to_have_url(f"{address}/?start=developer&goal=business-analyst&present=1")
    expect(picture(page).get_by_role("heading", name="The whole journey")).to_be_visible()


def test_the_maps_own_arrows_for_those_who_come_with_tab(shared: Page):
    """From station to station with arrows after Tab; page keys turn all the same."""
    shared.locator("#stepper button").last.focus()
    shared.keyboard.press("Tab")
    expect(shared.locator(".station:focus")).to_have_count(1)
    here = shared.evaluate("document.activeElement.dataset.id")
    shared.keyboard.press("ArrowRight")
    assert count(shared)[0] == 1
    assert shared.evaluate("document.activeElement.dataset.id") != here
    shared.keyboard.press("PageDown")
    assert count(shared)[0] == 2


def test_arrows_turn_after_a_click_on_the_map(shared: Page):
    """Somebody who points at the map goes on with the keys of the slides."""
    shared.locator("#viewport").click(position={"x": 300, "y": 500})
    shared.keyboard.press("ArrowRight")
    shared.keyboard.press("ArrowRight")
    assert count(shared)[0] == 3


def test_another_choice_on_the_map_starts_anew(shared: Page, address: str):
    """The line above names the new goal; the address keeps the mode."""
    shared.keyboard.press("ArrowRight")
    shared.locator("#s-it-support-technician .hit").click()
    expect(shared.locator(".from-to")).to_contain_text("IT Support Technician (4)")
    assert "present=1" in shared.url
    assert count(shared)[0] == 1
    shared.keyboard.press("Escape")
    expect(shared).to_have_url(f"{address}/?start=service-desk-analyst&goal=it-support-technician")


def test_a_picture_has_an_address(shared: Page):
    """After a reload, or for somebody else, the same picture is shown."""
    shared.keyboard.press("ArrowRight")
    shared.keyboard.press("ArrowRight")
    assert shared.url.endswith("#view-3")
    shared.reload()
    ready(shared)
    expect(shared.locator("#view-3")).to_be_visible()
    assert count(shared)[0] == 3


SCALE = "new DOMMatrix(document.getElementById('map').style.transform).a"
ARRIVES = f"""async (wanted) => {{
  for (let frames = 0; frames < 600; frames += 1) {{
    if (Math.abs({SCALE} - wanted) < 0.001) return true;
    await new Promise(requestAnimationFrame);
  }}
  return false;
}}"""


def test_the_view_glides_unless_motion_is_reduced(shared: Page):
    """With less motion the map is at its place at once; otherwise it arrives there soon."""
    before = shared.evaluate(SCALE)
    shared.keyboard.press("ArrowRight")
    jumped = shared.evaluate(SCALE)
    assert abs(jumped - before) > 0.1
    shared.emulate_media(reduced_motion="no-preference")
    shared.keyboard.press("ArrowLeft")
    assert shared.evaluate(ARRIVES, before)
    shared.keyboard.press("ArrowRight")
    assert shared.evaluate(ARRIVES, jumped)


def test_nothing_but_map_and_words(shared: Page):
    """No tools, no form, no list, no field; and no more type than a tool for the map."""
    for part in (".tools", ".places", "#planner", "#roles", ".foot", "#part-form", ".levels-box"):
        expect(shared.locator(part)).to_be_hidden()
    assert shared.locator("input:visible, select:visible, textarea:visible").count() == 0
    assert float(shared.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) == 24


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A shared screen in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport=VIDEO)
    yield context.new_page()
    context.close()


def test_without_a_script(scriptless: Page, address: str):
    """The first answer is in the mode; all pictures stand one below the other, and a way out."""
    scriptless.goto(address + JOURNEY)
    expect(scriptless.locator("#planner")).to_be_hidden()
    assert picture(scriptless).count() == scriptless.locator(".slide").count() > 2
    expect(scriptless.locator("#stepper")).to_be_hidden()
    scriptless.get_by_role("link", name="Exit").click()
    expect(scriptless).to_have_url(address + PLAIN)
    scriptless.get_by_role("link", name="Screen-share view").click()
    expect(scriptless).to_have_url(address + JOURNEY)


def test_nothing_flashes(browser: Browser, address: str):
    """The mode is on and one picture is shown before any script has run."""
    context = browser.new_context(viewport=VIDEO)
    page = context.new_page()
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(address + JOURNEY, wait_until="commit")
    expect(picture(page)).to_have_count(1)
    expect(page.locator("#planner")).to_be_hidden()
    expect(page.locator(".from-to")).to_contain_text("Business Analyst (6)")
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_every_state(heard: list[str], page: Page, address: str, state: str):
    """Nothing for axe to find in any picture, nothing wider than the screen, and a way out."""
    page.set_viewport_size(VIDEO)
    page.emulate_media(reduced_motion="reduce")
    goto(page, address + STATES[state])
    slides = page.locator(".slide").count()
    expect(page.locator("#stepper")).to_be_visible(visible=slides > 1)
    for _ in range(min(slides, 3) or 1):
        assert by_day_and_night(page) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= VIDEO["width"]
        assert page.evaluate("document.getElementById('panel').scrollWidth") <= VIDEO["width"]
        page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    assert by_day_and_night(page) == []
    page.keyboard.press("Escape")
    expect(page).to_have_url(address + re.sub(r"[?&]present=1", "", STATES[state]))


def by_day_and_night(page: Page) -> list[str]:
    """What axe finds in light and in dark colours."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += violations(page)
    return found


def test_on_a_phone(phone: BrowserContext, address: str):
    """Words above, map below; both on the screen, and nothing to scroll sideways."""
    page = phone.new_page()
    goto(page, address + JOURNEY)
    page.get_by_role("button", name="Next").tap()
    expect(picture(page).locator(".eyebrow")).to_be_in_viewport()
    ends = [picture(page).get_attribute(f"data-{end}") for end in ("from", "to")]
    expect(page.locator(f"#s-{ends[0]} .mark")).to_be_in_viewport()
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390
