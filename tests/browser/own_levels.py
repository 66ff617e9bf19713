"""Own levels on a page, as somebody marks them."""

import json
import re

from playwright.sync_api import Locator, Page

from tests.browser.conftest import ready

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
