"""What help calls by name is on the page under that name, and every key does what help says."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready
from tests.browser.test_choosing import GOAL, START
from tests.browser.test_privacy import mark_own_level

STATES = (
    "/",
    f"/?start={START}",
    f"/?goal={GOAL}",
    f"/?start={START}&reach=1",
    f"/?start={START}&goal={GOAL}",
    f"/?start={GOAL}&goal={START}",
    f"/?start={START}&goal={GOAL}&wide=1",
    f"/plan?start={START}&goal={GOAL}",
    f"/?start={START}&goal={GOAL}&present=1",
)
"""Pages that together show everything that help names."""
NAMES = """() => [...document.querySelectorAll(
  "button, a, summary, label, legend, h2, h3, h4, label > span, nav span, option")]
  .map((node) => node.textContent.replace(/\\s+/g, " ").trim()).filter(Boolean)"""


def names(page: Page, address: str) -> set[str]:
    """Names of everything that can be pressed, filled in or read under a heading."""
    found: set[str] = set()
    for state in STATES:
        page.goto(address + state)
        if page.locator("#map").count():
            ready(page)
        found |= on_screen(page)
    mark_own_level(page, address)
    found |= on_screen(page)
    page.reload()
    ready(page)
    page.locator(".marks > summary").click()
    expect(page.get_by_role("button", name="Show my levels")).to_be_visible()
    return found | on_screen(page)


def on_screen(page: Page) -> set[str]:
    """Names on this page as it is, without counts behind them."""
    return {re.sub(r" \(.*\)$| [▾×]$", "", name) for name in page.evaluate(NAMES)}


def test_help_calls_things_by_their_names(page: Page, address: str):
    """No button, field or heading that help names has another name, or is gone."""
    on_the_pages = names(page, address)
    page.goto(f"{address}/help")
    called = page.locator("main .control").all_inner_texts()
    begins = {name for name in called if any(there.startswith(name) for there in on_the_pages)}

    assert len(called) > 15
    assert [] == sorted({*called} - begins)


def test_help_knows_every_key(page: Page, address: str):
    """Each key that a script listens to is in the table of keys."""
    keys = {"ArrowRight": "→", "ArrowLeft": "←", "ArrowUp": "↑", "ArrowDown": "↓"}
    keys |= {"Escape": "Esc", " ": "Space", "PageUp": "Page Up", "PageDown": "Page Down"}
    scripts = "".join(path.read_text("utf-8") for path in Path("assets").glob("*.js"))
    handled = set(re.findall(r'key [!=]== "([^"]+)"', scripts))
    handled |= set(re.findall(r"\b(Arrow\w+|Home|End|PageUp|PageDown|Escape)\b(?=[:,])", scripts))
    page.goto(f"{address}/help")
    told = " ".join(page.locator("main kbd").all_inner_texts())

    assert {"Escape", "ArrowUp", "Home"} <= handled
    assert [] == [key for key in sorted(handled) if keys.get(key, key) not in told]


def test_the_example_works(page: Page, address: str):
    """The example of the help opens a comparison."""
    page.goto(f"{address}/help")
    page.locator("#choose ~ p a").click()
    ready(page)

    expect(page.locator(".headline")).to_be_visible()
