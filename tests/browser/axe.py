"""What axe-core finds on a page, asked for in one place."""

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

__all__ = ["GOOD_PRACTICE", "WCAG", "violations"]

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
GOOD_PRACTICE = (*WCAG, "best-practice")
_RUN = """async (rules) => {
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
}"""
"""Only what is found comes back: the far longer list of what is in order costs most of the time."""


def violations(page: Page, rules: Sequence[str] = WCAG) -> list[str]:
    """What axe finds against WCAG 2.2 AA, or against other rules, with the first node of each."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(Axe().axe_script)
    return list(page.evaluate(_RUN, list(rules)))
