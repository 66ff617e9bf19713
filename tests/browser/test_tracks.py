"""Lines of tracks in the browser: the colour of the mode at hand, and codes that isolate a line."""

import pytest
from playwright.sync_api import Browser, Page, expect

from jobtrack_viz.contrast import DAY, NIGHT, contrast
from tests.browser.conftest import ready

SHOWN = """() => [...document.querySelectorAll("#map .lines .line")]
    .filter((line) => getComputedStyle(line).display !== "none")
    .map((line) => [line.dataset.track, line.getAttribute("stroke")])"""


@pytest.mark.parametrize(("mode", "papers"), [("light", DAY), ("dark", NIGHT)])
def test_each_line_is_seen_once_in_a_colour_that_stands_out(
    browser: Browser, address: str, mode: str, papers: tuple[str, str]
):
    """In each mode one line of each track is shown, at 3:1 with the paper of that mode."""
    context = browser.new_context(color_scheme=mode)
    page = context.new_page()
    page.goto(address)
    ready(page)
    shown = page.evaluate(SHOWN)
    context.close()

    assert sorted({track for track, _ in shown}) == sorted(track for track, _ in shown)
    assert 11 == len(shown)
    assert [] == [c for _, c in shown if min(contrast(c, paper) for paper in papers) < 3]


def test_a_code_holds_its_track(opened: Page):
    """A click on a code shows its line in full, and the other codes step back."""
    page = opened
    code = page.locator("#map .code").first
    track = code.get_attribute("data-track")
    code.click()

    expect(page.locator(f'#map .badge.of-track[data-track="{track}"]')).not_to_have_count(0)
    hidden = page.locator(f'#map .code:not([data-track="{track}"])')
    assert {"hidden"} == set(
        hidden.evaluate_all("(codes) => codes.map((c) => getComputedStyle(c).visibility)")
    )
