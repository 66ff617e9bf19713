"""HR's door in a browser: the first account, people, the log; policies on every page."""

import re
from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Settings
from tests.browser.axe import GOOD_PRACTICE, violations

PASSWORD = "four words of mine"
PUBLIC = (
    "/",
    "/?start=developer&goal=it-security-analyst",
    "/?present=1&start=developer&goal=it-security-analyst",
    "/text",
    "/help",
    "/accessibility",
    "/privacy",
    "/plan?start=developer&goal=it-security-analyst",
    "/nowhere",
)
HR = (
    "/hr",
    "/hr/upload",
    "/hr/history",
    "/hr/versions/1",
    "/hr/stories",
    "/hr/people",
    "/hr/account",
    "/hr/audit",
    "/hr/audit?since=x",
    "/hr/nowhere",
)


SMALL = """() => [...document.querySelectorAll("main :is(button, input, select)")]
  .filter((e) => !["hidden", "radio", "checkbox"].includes(e.type))
  .filter((e) => e.getBoundingClientRect().height < 43.5)
  .map((e) => e.outerHTML)"""
"""Targets in the text that are less than 44 pixels high; a choice is hit by its label."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Where a new installation is served, and the path that its console prints."""
    database = f"sqlite:///{tmp_path_factory.mktemp('door') / 'hr.sqlite3'}"
    server = create_app(Settings(database=database)).server
    said = server.config["draw_first_map"]()
    listener = make_server("127.0.0.1", 0, server, threaded=True)
    Thread(target=listener.serve_forever, daemon=True).start()
    path = re.search(r"/hr/password/\S+", said)
    assert path
    yield f"http://127.0.0.1:{listener.port}", path[0]
    listener.shutdown()


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    """A browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def refused(context: BrowserContext) -> Iterator[list[str]]:
    """What a policy refused in any page made after this, or what failed in a script."""
    found: list[str] = []

    def listen(page: Page) -> None:
        page.on("pageerror", lambda error: found.append(str(error)))
        page.on(
            "console",
            lambda m: found.append(m.text) if "Content Security Policy" in m.text else None,
        )

    context.on("page", listen)
    context.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => console.error("
        "'Content Security Policy: ' + e.violatedDirective + ' ' + e.blockedURI));"
    )
    yield found
    assert [] == found


def sign_in(page: Page, address: str) -> None:
    """By keyboard, as somebody does who is asked for it on the way to a page."""
    page.goto(f"{address}/hr/people")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type("ann@example.ac.uk")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/hr/people")


def test_from_the_console_to_the_log(
    refused: list[str], without_script: Page, page: Page, begun: tuple[str, str]
):
    """Without a script: the first account and a colleague. Then every page, with scripts."""
    address, path = begun
    first = without_script
    first.goto(f"{address}/hr")
    expect(first.get_by_role("heading", level=1)).to_have_text("Sign in")
    first.goto(address + path)
    first.get_by_label("E-mail address").fill("Ann@example.ac.uk")
    first.get_by_label("Password", exact=True).fill("too short")
    first.get_by_label("The same password again").fill("too short")
    first.get_by_role("button", name="Make the account").click()
    wrong = first.get_by_role("alert").get_by_role("link")
    expect(wrong).to_contain_text("Use at least 12 characters")
    wrong.click()
    expect(first.get_by_label("Password", exact=True)).to_be_focused()
    first.keyboard.type(PASSWORD)
    first.get_by_label("The same password again").fill(PASSWORD)
    first.keyboard.press("Enter")
    expect(first.get_by_role("heading", level=1)).to_have_text("Overview")
    first.get_by_role("navigation").get_by_role("link", name="People").click()
    first.get_by_label("E-mail address").fill("bob@example.ac.uk")
    first.get_by_role("button", name="Add and make a link").click()
    link = first.get_by_label("One-time link").input_value()
    assert re.fullmatch(re.escape(address) + r"/hr/password/[\w-]{43}", link)
    first.get_by_role("button", name="Take out bob@example.ac.uk").click()
    expect(first.get_by_role("status")).to_have_text("bob@example.ac.uk may publish no longer.")
    first.get_by_role("button", name="Sign out").click()
    expect(first.get_by_role("status")).to_have_text("You are signed out.")

    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link does not work")
    assert [] == violations(page, GOOD_PRACTICE)
    sign_in(page, address)
    for place in HR:
        page.goto(address + place)
        assert [] == violations(page, GOOD_PRACTICE), place
    for place in PUBLIC:
        page.goto(address + place, wait_until="networkidle")
    assert page.context.cookies(address) == [], "readers' pages have no cookie"
    kept = sorted(each["name"] for each in page.context.cookies(f"{address}/hr"))
    assert ["hr", "hr-known"] == kept
    narrow_by_night(page, address)


def narrow_by_night(page: Page, address: str) -> None:
    """At 400 % zoom nothing goes sideways, targets are large, and contrast holds."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.emulate_media(color_scheme="dark")
    for place in HR:
        page.goto(address + place)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert (320, []) == (wide, page.evaluate(SMALL)), place
        assert [] == violations(page), place
