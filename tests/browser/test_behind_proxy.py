"""Readers and HR behind a real nginx: at a root, at a path that it keeps or not, and by https."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, ready
from tests.browser.proxies import ARRANGEMENTS, Arrangement, Behind, behind
from tests.browser.test_choosing import pick
from tests.browser.test_publishing import book

PERSON, PASSWORD = "hr@example.org", "four unrelated plain words"
SLOW = 90_000
TWO = "?start=developer&goal=it-security-analyst"
EVERY_RUN = ("at-a-root", "path-taken-off")
"""Where readers are tried in every run; long tests try everybody everywhere."""
HARDEST = {name: ARRANGEMENTS[name] for name in ("path-kept", "https-host-not-kept")}
FONTS = """() => document.fonts.ready.then(() =>
  [...document.fonts].filter((font) => font.status === "error").map((font) => font.family))"""


@contextmanager
def window(browser: Browser, place: Behind) -> Iterator[BrowserContext]:
    """A browser that takes nothing but answers from below the address, without a complaint."""
    wrong: list[str] = []
    context = browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(PATIENCE)

    def asked(url: str) -> None:
        if urlsplit(url).scheme.startswith("http") and not url.startswith(place.address[:-1]):
            wrong.append(f"out of the path: {url}")

    def listen(page: Page) -> None:
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: said.type == "error" and wrong.append(said.text))

    context.on("page", listen)
    context.on("request", lambda request: asked(request.url))
    context.on(
        "response",
        lambda got: got.status >= 400 and wrong.append(f"{got.status} for {got.url}"),
    )
    yield context
    context.close()
    assert [] == wrong


@pytest.mark.parametrize(
    "how",
    [
        pytest.param(how, id=name, marks=() if name in EVERY_RUN else pytest.mark.long)
        for name, how in ARRANGEMENTS.items()
    ],
)
def test_readers(browser: Browser, tmp_path: Path, how: Arrangement):
    """The map with everything it loads, two clicks, a shared link, the other pages, both files."""
    with behind(how, tmp_path) as place, window(browser, place) as context:
        page = context.new_page()
        page.goto(place.address)
        ready(page)
        assert [] == page.evaluate(FONTS)
        pick(page, "developer")
        expect(page.locator(".card h2")).to_have_text("Developer (6)")
        pick(page, "it-security-analyst")
        expect(page.locator("#result-heading")).to_contain_text("IT Security Analyst")
        expect(page).to_have_url(place.address + TWO)

        page.locator("#share").click()
        expect(page).to_have_url(f"{place.address}{TWO}&present=1")
        page.locator("#exit").click()
        expect(page).to_have_url(place.address + TWO)
        shared = context.new_page()
        shared.goto(f"{place.address}{TWO.replace('&', '&amp;')}")
        expect(shared.locator("#result-heading")).to_contain_text("IT Security Analyst")
        expect(shared).to_have_url(place.address + TWO)
        ready(shared)
        shared.locator("#part-form summary").click()
        shared.get_by_label("Developer", exact=True).check()
        shared.get_by_role("button", name="Show only these").click()
        expect(shared).to_have_url(re.compile(re.escape(place.address) + r"\?.*track=Developer"))
        ready(shared)
        shared.locator("#part-form summary").click()
        shared.locator("#part-form").get_by_role("link", name="Show all").click()
        expect(shared).to_have_url(place.address + TWO)

        page.get_by_role("link", name="A page to take away").click()
        expect(page.locator("#plan")).to_contain_text("IT Security Analyst")
        for words, name in (("Download as Word", ".docx"), ("comparison as Excel", ".xlsx")):
            with page.expect_download() as download:
                page.get_by_role("link", name=words).click()
            assert download.value.suggested_filename.endswith(name)
            assert download.value.path().read_bytes()[:2] == b"PK"
        for words, heading in (("Map as text", "Developer"), ("Help", "Contents")):
            page.get_by_role("link", name=words, exact=True).first.click()
            expect(page.locator("main")).to_contain_text(heading)
        page.get_by_role("link", name="Map", exact=True).click()
        expect(page).to_have_url(place.address)
        with page.expect_response(re.compile("/version$")) as version:
            page.evaluate("() => import(document.querySelector('script[src*=shared]').src"
                          ".replace(/shared.js.*/, 'newer.js')).then(() => null)")  # fmt: skip
        assert version.value.ok


@pytest.mark.parametrize("how", HARDEST.values(), ids=HARDEST)
def test_hr(browser: Browser, tmp_path: Path, how: Arrangement):
    """From the link that the console prints to a published version, and out and in again."""
    hr(browser, tmp_path, how)


@pytest.mark.long
@pytest.mark.parametrize("how", ARRANGEMENTS.values(), ids=ARRANGEMENTS)
def test_hr_in_every_arrangement(browser: Browser, tmp_path: Path, how: Arrangement):
    """The same in all of them."""
    hr(browser, tmp_path, how)


def hr(browser: Browser, tmp_path: Path, how: Arrangement) -> None:
    """HR's journey, with a colleague who reads the draft by its link."""
    url = f"sqlite:///{tmp_path}/hr.sqlite3"
    with behind(how, tmp_path, url) as place, window(browser, place) as context:
        set_up = re.findall(r"http\S+/hr/password/\S+", place.said)
        assert [True] == [each.startswith(f"{place.address}hr/") for each in set_up]
        page = context.new_page()
        page.goto(set_up[0])
        page.get_by_label("E-mail address").fill(PERSON)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_label("The same password again").fill(PASSWORD)
        page.get_by_role("button", name="Make the account").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
        cookie = {each["name"]: each for each in context.cookies()}["hr"]
        assert (f"{how.path}/hr", how.https) == (cookie["path"], cookie["secure"])

        link = preview(page, place)
        with window(browser, place) as other:
            colleague = other.new_page()
            colleague.goto(link)
            expect(colleague.locator("#edition")).to_contain_text("Draft")
            ready(colleague)
            pick(colleague, "developer")
            expect(colleague.locator(".card h2")).to_have_text("Developer (6)")
        page.get_by_role("button", name="Publish now").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Version 2 is published")
        with page.expect_download() as download:
            page.goto(f"{place.address}hr")
            page.get_by_role("link", name="Download as workbook").click()
        assert download.value.path().read_bytes()[:2] == b"PK"

        page.get_by_role("button", name="Sign out").click()
        expect(page.locator("main")).to_contain_text("You are signed out.")
        page.goto(f"{place.address}hr/history")
        page.get_by_label("E-mail address").fill(PERSON)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page).to_have_url(f"{place.address}hr/history")
        expect(page.locator(".history tbody tr")).to_have_count(2)


def preview(page: Page, place: Behind) -> str:
    """A draft with pictures of both maps, and the link for those who are to look at it."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    content = book({("Developer", "D2"): "High"})
    page.get_by_role("link", name="Upload", exact=True).click()
    page.locator("input[type=file]").set_input_files(
        [{"name": "ours.xlsx", "mimeType": kind, "buffer": content}]
    )
    page.get_by_role("button", name="Check the workbooks").click()
    expect(page.locator("#found")).to_be_visible(timeout=SLOW)
    expect(page.locator(".picture svg")).to_have_count(2)
    page.get_by_role("button", name="Make a consultation link").click()
    link = page.get_by_label("Consultation link").input_value()
    assert link.startswith(f"{place.address}?v=d-")
    return link


def test_a_proxy_that_keeps_no_host_and_is_not_named(browser: Browser, tmp_path: Path):
    """The sign-in form gets a page that says what to set, and not to try again."""
    how = Arrangement(https=True, sends=("proto",), proxies=1, named=False)
    url = f"sqlite:///{tmp_path}/hr.sqlite3"
    with behind(how, tmp_path, url) as place:
        page = browser.new_context(ignore_https_errors=True).new_page()
        page.goto(f"{place.address}hr/sign-in")
        page.get_by_label("E-mail address").fill(PERSON)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()

        expect(page.get_by_role("heading", level=1)).to_have_text(
            "This form came from another address"
        )
        expect(page.locator("main")).to_contain_text(
            f"Whoever runs the server sets JOBTRACK_ADDRESS to {place.address[:-1]}."
        )
        page.context.close()
