"""My own levels: kept, in step between tabs, moved by files, and erased."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.own_levels import (
    FIRST,
    JOURNEY,
    KEY,
    SECOND,
    kept,
    mark,
    summary,
    unfold,
)


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


@pytest.mark.fresh
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
@pytest.mark.fresh
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


@pytest.mark.fresh
def test_what_is_kept_and_cannot_be_read(heard: list[str], page: Page, address: str):
    """Something else under our name in the browser does no harm."""
    page.add_init_script(f"sessionStorage.setItem('{KEY}', '[oops')")
    unfold(page, address + JOURNEY)
    mark(page, FIRST, "Low")

    assert ["Low"] == kept(page, "sessionStorage")
