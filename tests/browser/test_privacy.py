"""The page on privacy says what is kept and sent; here it is held to it."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import ready
from tests.browser.test_choosing import GOAL, START, pick

PLACES = {"this tab": "sessionStorage", "this computer": "localStorage"}
STORED = """async () => {
  const kept = ["sessionStorage", "localStorage"].flatMap((place) => (
    Object.keys(window[place]).map((name) => `${place} ${name}`)));
  const databases = (await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`);
  const copies = (await caches.keys()).map((name) => `caches ${name}`);
  const workers = await navigator.serviceWorker.getRegistrations();
  return [...kept, ...databases, ...copies, ...workers.map(({ scope }) => scope)].sort();
}"""
NO_STORAGE = """for (const name of ["sessionStorage", "localStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
}"""


def listed(page: Page, address: str) -> list[str]:
    """What the page on privacy says is kept: place and name."""
    page.goto(f"{address}/privacy")
    rows = page.get_by_role("table", name="Kept by your browser").locator("tbody tr")
    cells = [row.locator("th, td").all_inner_texts() for row in rows.all()]
    return sorted(f"{PLACES[where]} {name}" for name, where, *_ in cells)


def use(page: Page, address: str) -> None:
    """Look at the map, choose, compare, and put the panel aside."""
    page.goto(address)
    ready(page)
    pick(page, START)
    expect(page.locator(".card h2")).to_have_text("Developer (6)")
    pick(page, GOAL)
    expect(page.locator(".headline")).to_be_visible()
    page.locator("#panel-toggle").click()
    expect(page.locator("#panel")).to_be_hidden()


def mark_own_level(page: Page, address: str) -> None:
    """Mark the first competency under "My own levels"."""
    page.goto(f"{address}/?start={START}&goal={GOAL}")
    ready(page)
    if page.locator("#panel").is_hidden():
        page.locator("#panel-toggle").click()
    page.locator(".marks > summary").click()
    page.locator(".mark-row > summary").first.click()
    page.locator(".mark-row").first.get_by_label("Low", exact=True).check()


@pytest.mark.fresh
def test_exactly_what_is_listed_is_kept(page: Page, address: str, heard: list[str]):
    """No cookie, no database, no worker; in the two storages just what the page names."""
    use(page, address)
    mark_own_level(page, address)
    other = page.context.new_page()
    mark_own_level(other, address)
    other.get_by_label("Keep on this computer").check()

    assert page.evaluate(STORED) == listed(page, address)
    assert page.context.cookies() == []


def test_the_tab_takes_it_along(page: Page, address: str):
    """What is kept for the tab is unknown to the next one."""
    use(page, address)
    other = page.context.new_page()
    other.goto(address)

    assert [] == [name for name in other.evaluate(STORED) if name.startswith("session")]


def test_nothing_comes_from_elsewhere(context: BrowserContext, address: str):
    """Every request goes to the server of the map."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    use(page, address)
    plan = f"/plan?start={START}&goal={GOAL}"
    for path in (plan, "/text", "/help", "/accessibility", "/privacy"):
        page.goto(address + path)

    assert len(asked) > 20
    assert [] == [url for url in asked if not url.startswith((address, "data:", "blob:"))]


@pytest.mark.fresh
def test_it_works_where_nothing_may_be_kept(page: Page, address: str, heard: list[str]):
    """A browser that refuses storage shows the same map."""
    page.add_init_script(NO_STORAGE)
    use(page, address)
    page.locator("#panel-toggle").click()

    expect(page.locator(".headline")).to_be_visible()
