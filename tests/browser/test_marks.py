"""My own levels: marked, compared, kept, moved and erased in the browser."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.gaps import compare
from jobtrack_viz.model import Competency, Framework
from jobtrack_viz.settings import Settings
from tests.browser.conftest import ready
from tests.browser.test_guidance import violations
from tests.frameworks.books import xlsx
from tests.layouts.test_marks import VECTORS, told

JOURNEY = "/?start=developer&goal=senior-developer"
OTHER = "/?start=developer&goal=it-security-analyst"
FIRST, SECOND = "Problem Solving", "Creativity"
KEY = "career-map-own-levels"


def unfold(page: Page, address: str) -> Page:
    """A page with its own levels open."""
    page.goto(address)
    ready(page)
    page.locator(".marks > summary").click()
    page.locator(".marks-body > *").first.wait_for()
    return page


def row(page: Page, competency: str) -> Locator:
    """The row of a competency."""
    title = re.compile(f"^{re.escape(competency)}$")
    return page.locator(".mark-row").filter(has=page.locator("summary .name", has_text=title))


def mark(page: Page, competency: str, level: str) -> None:
    """Open a row and choose a level by its word."""
    if row(page, competency).get_attribute("open") is None:
        row(page, competency).locator("summary").click()
    row(page, competency).get_by_label(level, exact=True).check()


def summary(page: Page, competency: str) -> Locator:
    """What a folded row says of its mark."""
    return row(page, competency).locator("summary .levels")


def kept(page: Page, where: str) -> list[str]:
    """The levels that a storage of the browser holds."""
    text = page.evaluate(f"window.{where}.getItem('{KEY}')")
    return [each["level"] for each in json.loads(text)["marks"]] if text else []


COMPARE = """async (text) => {
    const { beyond, sentence } = await import("/assets/marks-levels.js");
    return JSON.parse(text).map(({ asks, marked }) => {
        const all = beyond(new Map(Object.entries(asks)), new Map(Object.entries(marked)));
        const rows = all.map(({ competency, kind, levels }) => [competency, kind, levels]);
        return [rows, sentence(all)];
    });
}"""


def compared(page: Page, cases: list[dict[str, Any]]) -> list[tuple[dict[str, str], str]]:
    """What the page says about each competency of each case, and about the whole."""
    return [
        ({n: f"{levels} more" if kind == "more" else kind for n, kind, levels in rows}, sentence)
        for rows, sentence in page.evaluate(COMPARE, json.dumps(cases))
    ]


def test_the_page_subtracts_as_python_does(page: Page, address: str):
    """The same cases as for comparisons of roles, and the sentence about each."""
    page.goto(f"{address}/text")
    found = compared(page, VECTORS)

    assert [(v["outcomes"], v["sentence"]) for v in VECTORS] == found


def test_any_ranks_are_compared_as_those_of_roles(page: Page, address: str, framework: Framework):
    """Three hundred people and goals by chance, each as the comparison of two roles has it."""
    chance = Random(7)
    names = [f"Competency {i}" for i in range(8)]
    role = framework.roles[0]
    alone = replace(framework, competencies=tuple(map(Competency, names)), skills=())

    def ranks() -> dict[str, int]:
        return {name: chance.randrange(5) for name in names if chance.random() < 0.8}

    cases = [{"asks": ranks(), "marked": ranks()} for _ in range(300)]
    page.goto(f"{address}/text")
    for case, (outcomes, sentence) in zip(cases, compared(page, cases), strict=True):
        goal, start = replace(role, levels=case["asks"]), replace(role, levels=case["marked"])
        comparison = compare(alone, start, goal)
        more = sum(int(word.split()[0]) for word in outcomes.values() if word.endswith(" more"))

        assert {name: told(comparison, name) for name in outcomes} == outcomes
        assert (comparison.steps_up or 0) == more
        assert not more or re.search(rf"\b{more} levels? more", sentence)


def test_marking_is_compared_at_once(heard: list[str], page: Page, address: str):
    """Every level of the ladder with its words; each choice changes the row and the sentence."""
    unfold(page, address + JOURNEY)
    expect(page.locator(".marks-sum")).to_have_text("None of the 12 competencies is marked yet.")
    mark(page, FIRST, "Low")
    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    mark(page, SECOND, "High")
    expect(summary(page, SECOND)).to_have_text("High: as you are")
    mark(page, "Hiring and Staffing", "None of these yet")

    expect(row(page, FIRST).locator("fieldset .statements")).to_have_count(3)
    expect(row(page, FIRST)).to_contain_text("Follows an agreed procedure")
    expect(page.locator(".marks-sum")).to_have_text(
        "Of the 12 competencies, 2 ask for more than you marked: 4 levels more in all; "
        "1 is as you marked it; 9 are not marked."
    )
    mark(page, FIRST, "Not marked")
    expect(summary(page, FIRST)).to_have_text("not marked")


def test_begin_with_the_levels_of_the_start(heard: list[str], page: Page, address: str):
    """They fill what is not marked, as the comparison of the roles has it, and can be undone."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "High")
    page.get_by_role("button", name="Fill the rest with the levels of Developer (6)").click()
    expect(summary(page, FIRST)).to_have_text("High: as you are")
    expect(page.locator(".marks-sum")).to_contain_text("5 ask for more than you marked: 5 levels")
    page.get_by_role("button", name="Undo").click()

    expect(page.locator(".marks-sum")).to_contain_text("11 are not marked")
    expect(page.locator(".marks").get_by_role("button", name="Hide my levels")).to_be_focused()
    mark(page, FIRST, "Not marked")
    begin = page.get_by_role("button", name="Begin with the levels of Developer (6)")
    begin.click()
    page.get_by_role("button", name="Undo").click()
    expect(begin).to_be_focused()
    begin.click()
    asked = page.locator("#result .headline").inner_text()
    assert asked.startswith("6 competencies ask for one level more")
    expect(page.locator(".marks-sum")).to_contain_text("6 ask for more than you marked: 6 levels")


def test_marks_stay_when_the_goal_changes(heard: list[str], page: Page, address: str):
    """They are about a person: another goal compares them anew, in the place that stays open."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    page.locator("#goal").fill("IT Security Analyst")
    page.keyboard.press("Enter")
    expect(page.locator("#result-heading")).to_contain_text("IT Security Analyst")

    expect(page.locator(".marks")).to_have_attribute("data-goal", re.compile("IT Security"))
    expect(summary(page, FIRST)).to_contain_text("Low: asks for")
    expect(row(page, FIRST).get_by_label("Low", exact=True)).to_be_checked()


def test_the_focus_stays_when_the_panel_is_drawn_anew(heard: list[str], page: Page, address: str):
    """Going back in the history changes the goal under a hand that marks."""
    page.goto(address + OTHER)
    ready(page)
    page.locator("#goal").fill("Senior Developer")
    page.keyboard.press("Enter")
    expect(page.locator("#result-heading")).to_contain_text("Senior Developer")
    page.locator(".marks > summary").click()
    mark(page, FIRST, "Medium")
    before = page.evaluate("document.activeElement.dataset.key")
    page.go_back()
    expect(page.locator(".marks")).to_have_attribute("data-goal", re.compile("IT Security"))

    expect(page.locator(".marks input:focus")).to_be_checked()
    assert before == page.evaluate("document.activeElement.dataset.key")


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


def test_kept_in_this_tab_or_on_this_computer(heard: list[str], page: Page, address: str):
    """In the tab first; on the computer when wished, and back again; never in both."""
    unfold(page, address + JOURNEY)
    keep = page.get_by_label("Keep on this computer")
    mark(page, FIRST, "Low")
    assert (["Low"], []) == (kept(page, "sessionStorage"), kept(page, "localStorage"))
    keep.check()
    assert ([], ["Low"]) == (kept(page, "sessionStorage"), kept(page, "localStorage"))
    other = unfold(page.context.new_page(), address + JOURNEY)
    other.get_by_role("button", name="Show my levels").click()
    expect(other.get_by_label("Keep on this computer")).to_be_checked()
    other.close()
    keep.uncheck()

    assert (["Low"], []) == (kept(page, "sessionStorage"), kept(page, "localStorage"))


def test_two_tabs_stay_in_step(heard: list[str], context: BrowserContext, address: str):
    """What one tab marks the other shows; neither writes over what the other has marked."""
    one = unfold(context.new_page(), address + JOURNEY)
    mark(one, FIRST, "Low")
    one.get_by_label("Keep on this computer").check()
    two = unfold(context.new_page(), address + JOURNEY)
    two.get_by_role("button", name="Show my levels").click()
    mark(two, SECOND, "High")
    expect(summary(one, SECOND)).to_have_text("High: as you are")
    mark(one, FIRST, "Medium")
    expect(summary(two, FIRST)).to_have_text("Medium: asks for 1 level more")

    assert ["Medium", "High"] == kept(two, "localStorage")
    one.get_by_role("button", name="Erase my levels").click()
    expect(two.locator(".marks-sum")).to_have_text("None of the 12 competencies is marked yet.")
    two.reload()
    assert [] == kept(two, "localStorage") + kept(two, "sessionStorage")


def test_a_second_tab_that_marks_before_it_keeps(
    heard: list[str], context: BrowserContext, address: str
):
    """Marks that only a tab has are added to those on the computer, not put in their place."""
    one, two = (unfold(context.new_page(), address + JOURNEY) for _ in range(2))
    mark(two, SECOND, "Low")
    mark(one, FIRST, "High")
    one.get_by_label("Keep on this computer").check()
    assert ["High"] == kept(two, "localStorage")
    two.get_by_label("Keep on this computer").check()

    expect(two.get_by_text("1 mark that was kept here before is added.")).to_be_visible()
    expect(summary(one, SECOND)).to_have_text("Low: asks for 2 levels more")
    expect(summary(two, FIRST)).to_have_text("High: as you are")


def test_erase_and_undo(heard: list[str], page: Page, address: str):
    """One click leaves nothing in the browser; until the page is closed it can be undone."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    page.get_by_label("Keep on this computer").check()
    page.get_by_role("button", name="Erase my levels").click()
    assert [0, 0] == page.evaluate("[sessionStorage.length, localStorage.length]")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")

    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    assert ["Low"] == kept(page, "localStorage")


def test_to_a_file_and_back(heard: list[str], page: Page, address: str, tmp_path: Path):
    """A file brings its marks back; what else is marked stays; it can be undone."""
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save to a file").click()
    path = tmp_path / "mine.json"
    loading.value.save_as(path)
    saved = json.loads(path.read_text())
    assert (KEY, 1) == (saved["format"], saved["version"])
    assert re.fullmatch(r"my-own-levels-\d{4}-\d\d-\d\d\.json", loading.value.suggested_filename)
    page.get_by_role("button", name="Erase my levels").click()
    mark(page, SECOND, "High")
    choose_file(page, path)
    expect(page.get_by_text("1 mark added from mine.json. Your others stay.")).to_be_visible()
    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    expect(summary(page, SECOND)).to_have_text("High: as you are")
    page.get_by_role("button", name="Undo").click()

    expect(summary(page, FIRST)).to_have_text("not marked")
    expect(summary(page, SECOND)).to_have_text("High: as you are")


def choose_file(page: Page, path: Path) -> None:
    """Add marks from a file."""
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Add from a file").click()
    choosing.value.set_files(path)


GOOD = {"competency": FIRST, "ladder": ["Low", "Medium", "High"], "level": "Low"}
WRONG_FILES = {
    "no JSON": ("Dear diary", "not one of own levels, or it is cut off"),
    "cut off": (json.dumps({"format": KEY, "version": 1, "marks": [GOOD]})[:-9], "cut off"),
    "other JSON": ("[1, 2]", "not one of own levels"),
    "null": ("null", "not one of own levels"),
    "later version": (json.dumps({"format": KEY, "version": 2, "marks": []}), "another version"),
    "no list": (json.dumps({"format": KEY, "version": 1, "marks": {}}), "damaged"),
    "no levels": (json.dumps({"format": KEY, "version": 1, "marks": [{}]}), "damaged"),
    "level not on its ladder": (
        json.dumps({"format": KEY, "version": 1, "marks": [GOOD | {"level": "Huge"}]}),
        "damaged",
    ),
    "one good, one bad": (
        json.dumps({"format": KEY, "version": 1, "marks": [GOOD, GOOD | {"ladder": [1]}]}),
        "damaged",
    ),
    "too large": ("x" * 2_000_001, "too large"),
}


@pytest.mark.parametrize("kind", WRONG_FILES)
def test_a_wrong_file_changes_nothing(
    heard: list[str], page: Page, address: str, tmp_path: Path, kind: str
):
    """It is told what is wrong with it, and the marks stay as they are."""
    text, words = WRONG_FILES[kind]
    path = tmp_path / "wrong.json"
    path.write_text(text)
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "High")
    choose_file(page, path)

    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_text("Nothing has changed.")).to_be_visible()
    assert ["High"] == kept(page, "sessionStorage")


def test_marks_of_another_ladder_are_kept_and_told(
    heard: list[str], page: Page, address: str, tmp_path: Path
):
    """A level of the same name on another ladder is another level."""
    path = tmp_path / "other.json"
    strange = [
        GOOD,
        {"competency": FIRST, "ladder": ["Low", "High"], "level": "High"},
        {"competency": "<b>Juggling</b>", "ladder": ["1", "2"], "level": None},
    ]
    path.write_text(json.dumps({"format": KEY, "version": 1, "marks": strange}))
    unfold(page, address + JOURNEY)
    choose_file(page, path)

    expect(page.get_by_text("; 2 of them fit no level of this map.")).to_be_visible()
    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    page.get_by_text("2 marks fit no level of this map", exact=True).click()
    expect(page.locator(".marks-body li", has_text="Juggling")).to_have_text(
        "<b>Juggling</b>: None of these yet (of 1, 2)"
    )
    expect(page.get_by_text(f"{FIRST}: High (of Low, High)")).to_be_visible()
    assert ["Low", "High", None] == kept(page, "sessionStorage")
    page.get_by_role("button", name="Erase these marks").click()
    assert ["Low"] == kept(page, "sessionStorage")
    page.get_by_role("button", name="Undo").click()
    assert ["Low", "High", None] == kept(page, "sessionStorage")


def test_where_the_browser_keeps_nothing(heard: list[str], page: Page, address: str):
    """Marking works, and the page says that it will be gone."""
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) {
            Object.defineProperty(window, name, { get() { throw new DOMException("no"); } });
        }"""
    )
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")

    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    expect(page.get_by_text("This browser lets pages keep nothing")).to_be_visible()
    expect(page.get_by_label("Keep on this computer")).to_be_disabled()


@pytest.mark.parametrize("full", [("sessionStorage", "localStorage"), ("localStorage",)])
def test_where_the_browser_has_no_room(heard: list[str], page: Page, address: str, full):
    """A storage that is full is told, and the marks stay where they are."""
    page.add_init_script(
        f"""const write = Storage.prototype.setItem;
        Storage.prototype.setItem = function (name, text) {{
            if ({json.dumps(full)}.some((place) => this === window[place])) {{
                throw new DOMException("full", "QuotaExceededError");
            }}
            write.call(this, name, text);
        }};"""
    )
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")
    if len(full) == 2:
        expect(page.get_by_text("This browser lets pages keep nothing")).to_be_visible()
    else:
        page.get_by_label("Keep on this computer").click()
        expect(page.get_by_text("does not let pages keep anything there")).to_be_visible()
        expect(page.get_by_label("Keep on this computer")).not_to_be_checked()
        assert ["Low"] == kept(page, "sessionStorage")

    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")


def test_marking_before_the_panel_is_taken_over(heard: list[str], page: Page, address: str):
    """On a slow line the first answer can be used already, and nothing of it is lost."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/dash_renderer*", hold)
    with page.expect_request("**/dash_renderer*"):
        page.goto(address + JOURNEY, wait_until="commit")
    page.locator(".marks > summary").click()
    mark(page, FIRST, "Low")
    held[0].continue_()
    ready(page)

    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    expect(row(page, FIRST).get_by_label("Low", exact=True)).to_be_focused()


def test_what_is_kept_and_cannot_be_read(heard: list[str], page: Page, address: str):
    """Something else under our name in the browser does no harm."""
    page.add_init_script(f"sessionStorage.setItem('{KEY}', '[oops')")
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")

    assert ["Low"] == kept(page, "sessionStorage")


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
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    small = page.evaluate(
        """() => [...document.querySelectorAll(".marks label, .marks button, .marks summary")]
            .filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect())
            .filter(({ width, height }) => width < 24 || height < 24).length"""
    )
    assert 0 == small
    unfold(page, address + JOURNEY)
    assert violations(page) == []
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


def test_marking_where_the_panel_cannot_be_taken_over(page: Page, address: str):
    """The first answer stays, and marks are kept and compared there too."""
    page.route("**/_dash-layout", lambda route: route.fulfill(status=503))
    page.goto(address + JOURNEY)
    expect(page.locator("#status")).to_contain_text("The page is not complete")
    page.locator(".marks > summary").click()
    mark(page, FIRST, "Low")

    expect(summary(page, FIRST)).to_have_text("Low: asks for 2 levels more")
    assert ["Low"] == kept(page, "sessionStorage")


@pytest.mark.parametrize("script", ["marks.js", "marks-form.js"])
def test_a_script_that_does_not_come(page: Page, address: str, script: str):
    """It is said; folding and opening again asks once more."""
    page.goto(address + JOURNEY)
    ready(page)
    page.route(f"**/{script}", lambda route: route.abort(), times=1)
    page.locator(".marks > summary").click()
    expect(page.locator("#status")).to_contain_text("Your own levels could not be loaded.")
    page.locator(".marks > summary").click()
    page.locator(".marks > summary").click()

    expect(row(page, FIRST)).to_be_visible()


def test_a_ladder_that_does_not_come(page: Page, address: str):
    """It is said, and can be tried again."""
    page.goto(address + JOURNEY)
    ready(page)
    page.route("**/ladder?**", lambda route: route.abort(), times=1)
    page.locator(".marks > summary").click()
    expect(page.get_by_text("The levels could not be loaded.")).to_be_visible()
    page.get_by_role("button", name="Try again").click()

    expect(row(page, FIRST)).to_be_visible()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a framework of 188 competencies in eleven groups is served."""
    names = [f"Skill {i}" for i in range(188)]
    ladder = [(f"Group {i // 18}", name, "a", "b", "c") for i, name in enumerate(names)]
    levels = [(name, "Begins", "Flies") for name in names]
    sheets = {
        "Ladder": [("Group", "Competency", "Begins", "Walks", "Flies"), *ladder],
        "Travel": [("Competency", "Walker (1)", "Flyer (2)"), *levels],
    }
    path = tmp_path_factory.mktemp("many") / "many.xlsx"
    path.write_bytes(xlsx(sheets))
    server = make_server("127.0.0.1", 0, create_app(Settings(workbook=path)).server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


def test_hundreds_of_competencies(heard: list[str], page: Page, many: str):
    """Groups are folded and say how many of theirs are marked."""
    unfold(page, f"{many}/?start=walker&goal=flyer")
    expect(page.locator(".mark-group")).to_have_count(11)
    expect(page.locator(".mark-row:visible")).to_have_count(0)
    page.locator(".mark-group > summary").nth(1).click()
    expect(page.locator(".mark-row:visible")).to_have_count(18)
    mark(page, "Skill 20", "Walks")

    expect(page.locator(".mark-group > summary").nth(1)).to_have_text("Group 1 (1 of 18 marked)")
    expect(page.locator(".marks-sum")).to_have_text(
        "Of the 188 competencies, 1 asks for more than you marked: 1 level more; "
        "187 are not marked."
    )
