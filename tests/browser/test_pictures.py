"""The map leaves the screen: on A4 and A3 paper, as SVG, as PNG."""

import re
import struct
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ready

JOURNEY = "/?start=service-desk-analyst&goal=business-analyst"
SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, kind: str, to: Path) -> Path:
    """The file that the menu gives."""
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-save={kind}]").click()
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    expect(page.locator("#status")).to_have_text(f"Saved as {path.name}.")
    return path


@pytest.fixture
def journey(opened: Page, address: str) -> Page:
    """The page with a journey."""
    opened.goto(address + JOURNEY)
    ready(opened)
    return opened


@pytest.mark.parametrize(
    ("path", "paper", "width", "pages"),
    [("/", "A4", 842, 2), ("/", "A3", 1191, 2), (JOURNEY, "A4", 842, 3), (JOURNEY, "A3", 1191, 2)],
)
def test_the_map_takes_one_page(
    opened: Page, address: str, path: str, paper: str, width: int, pages: int
):
    """A4 and A3: the map on the first page as lines, not pixels; the answer on the next ones."""
    page = opened
    page.goto(address + path)
    ready(page)
    pdf = page.pdf(format=paper, landscape=True, prefer_css_page_size=False)
    widths = [float(w) for w in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+)", pdf)]

    assert [width] * pages == [int(w) for w in widths]
    assert b"/Subtype /Image" not in pdf


def test_the_printed_map_says_what_it_is(journey: Page):
    """Title, institution, today, the review and the version stand beside the map."""
    journey.emulate_media(media="print")
    today = datetime.now(UTC).strftime("%-d %B %Y")

    expect(journey.locator(".top")).to_contain_text("Northgate University")
    expect(journey.locator("#imprint")).to_contain_text("Reviewed 2026-09-01")
    expect(journey.locator("#imprint")).to_contain_text(re.compile("Version [0-9a-f]{8}$"))
    assert today[-4:] in journey.locator("#today").inner_text()
    expect(journey.locator("#map .legend")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_light(opened: Page, scheme: str):
    """Who reads by night prints by day."""
    opened.emulate_media(media="print", color_scheme=scheme)

    assert opened.evaluate("getComputedStyle(document.querySelector('.name')).fill") == (
        "rgb(27, 42, 92)"
    )


def test_svg(journey: Page, tmp_path: Path):
    """It stands alone: well formed, titled and dated, with fonts and the journey."""
    path = saved(journey, "svg", tmp_path)
    text = path.read_text(encoding="utf-8")
    tree = ElementTree.fromstring(text)
    words = " ".join("".join(t.itertext()) for t in tree.iter(f"{SVG}text"))

    assert re.fullmatch(r"digital-careers-at-northgate-\d{4}-\d\d-\d\d\.svg", path.name)
    assert len([e for e in tree.iter() if e.get("class") == "way-edge walk"]) >= 1
    assert "From Service Desk Analyst (4) to Business Analyst (6)" in words
    assert re.search("Version [0-9a-f]{8}", words)
    assert text.count("data:font/woff2;base64,") == 2
    assert [] == re.findall(r'href="\?|var\(--|http(?!://www\.w3\.org)|<script', text)


def test_svg_shows_the_moves_that_the_page_shows(opened: Page, tmp_path: Path):
    """All moves, where they are asked for; else none."""
    without = saved(opened, "svg", tmp_path).read_text(encoding="utf-8")
    opened.get_by_role("button", name="All moves").click()
    with_moves = saved(opened, "svg", tmp_path).read_text(encoding="utf-8")

    assert 'class="walk"' not in without
    assert 'class="walk"' in with_moves


def test_svg_by_night_is_the_same_picture(opened: Page, tmp_path: Path):
    """Pictures are on light paper, whatever the screen shows."""
    by_day = saved(opened, "svg", tmp_path).read_text(encoding="utf-8")
    opened.emulate_media(color_scheme="dark")

    assert saved(opened, "svg", tmp_path).read_text(encoding="utf-8") == by_day


def test_png(journey: Page, tmp_path: Path):
    """At least 3200 pixels wide, and as high as the map is."""
    content = saved(journey, "png", tmp_path).read_bytes()
    width, height = struct.unpack(">II", content[16:24])

    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert width >= 3200
    assert 0.4 < height / width < 1.2


def test_a_picture_that_fails(page: Page, address: str):
    """It is said where it can be seen."""
    page.goto(address)
    ready(page)
    page.route("**/export.js", lambda route: route.fulfill(status=404))
    page.locator("#save summary").click()
    page.locator("[data-save=svg]").click()

    expect(page.locator("#status.notice")).to_contain_text("could not be made")
