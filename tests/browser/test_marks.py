"""My own levels: marked, and compared with what a goal asks for."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.gaps import compare
from jobtrack_viz.model import Competency, Framework
from jobtrack_viz.settings import Settings
from tests.browser.conftest import ready
from tests.browser.own_levels import (
    FIRST,
    JOURNEY,
    OTHER,
    SECOND,
    kept,
    mark,
    row,
    summary,
    unfold,
)
from tests.frameworks.books import xlsx
from tests.layouts.test_marks import VECTORS, told

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
