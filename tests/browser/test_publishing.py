"""HR's whole way in a browser, from the first start to the history, and what readers see of it."""

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Settings
from tests.browser.axe import GOOD_PRACTICE, violations
from tests.browser.conftest import SAMPLE, ready
from tests.stores import database
from tools.production import started

ROOT = Path(__file__).resolve().parent.parent.parent
SLOW = 90_000
"""Milliseconds that reading and drawing may take beside other tests."""
FAULTS = {
    ("Developer", "C3"): "Hihg",
    ("Developer", "D4"): date(2026, 6, 5),
    ("Analyst", "B1"): "Job Title (Grade)",
    ("Moves", "A3"): "Nobody",
    ("Moves", "C4"): "sidestep",
    ("Skills", "B2"): "Magic",
    ("Development", "A2"): "Juggling",
    ("Roles", "F4"): "perhaps",
    ("Job descriptions", "A2"): "Wizard",
    ("Case studies", "E2"): "maybe",
}
HOSTILE = "Chief <b>{{ 7*7 }}</b>"
PERSON, PASSWORD = "hr@example.org", "four unrelated plain words"


class Place(NamedTuple):
    """Two server processes with one database, and the link that sets up the first account."""

    first: str
    second: str
    set_up: str


def book(cells: dict[tuple[str, str], object], author: str = "") -> bytes:
    """The sample with these cells, and an author and a comment if there is one."""
    made = load_workbook(SAMPLE)
    for (sheet, cell), value in cells.items():
        made[sheet][cell] = value
    if author:
        made.properties.creator = author
        made["Developer"]["B3"].comment = Comment("Ask me before you change this.", author)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@contextmanager
def two_threads(url: str) -> Iterator[Place]:
    """Both servers in this process, each with caches of its own."""
    with ExitStack() as stack:
        addresses, told = [], ""
        for _ in range(2):
            application = create_app(Settings(database=url)).server
            told += application.config["draw_first_map"]() + "\n"
            server = make_server("127.0.0.1", 0, application, threaded=True)
            Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            addresses.append(f"http://127.0.0.1:{server.port}")
        yield Place(*addresses, set_up=re.findall(r"/hr/password/\S+", told)[0])


@contextmanager
def two_servers(url: str, folder: Path) -> Iterator[Place]:
    """Two production servers with two workers each, as on two machines."""
    with ExitStack() as stack:
        env = {**os.environ, "DATABASE_URL": url, "JOBTRACK_WORKBOOK": ""}
        sites = []
        for name in ("first", "second"):
            (folder / name).mkdir()
            sites.append(stack.enter_context(started(folder / name, env)))
        addresses = [f"http://127.0.0.1:{site.port}" for site in sites]
        told = "".join(site.log.read_text() for site in sites)
        links = re.findall(r"/hr/password/\S+", told)
        assert len(links) == 1
        yield Place(*addresses, set_up=links[0])


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_from_the_first_start_to_the_history(browser: Browser, tmp_path: Path, script: bool):
    """All of it on SQLite, with and without a script in HR's browser."""
    with database("sqlite", tmp_path) as url, two_threads(url) as place:
        walk(browser, place, script)


@pytest.mark.long
def test_on_postgresql_with_two_servers(browser: Browser, tmp_path: Path):
    """The same with a real PostgreSQL and four worker processes."""
    with database("postgresql", tmp_path) as url, two_servers(url, tmp_path) as place:
        walk(browser, place, script=True)


def walk(browser: Browser, place: Place, script: bool) -> None:
    """From the set-up link to the history; a reader's page stays open meanwhile."""
    reader = browser.new_context()
    seen = reader.new_page()
    seen.clock.install()
    seen.goto(f"{place.second}/?start=developer")
    ready(seen)
    context = browser.new_context(java_script_enabled=script)
    context.set_default_timeout(SLOW)
    hr = HrPage(context.new_page(), place.first, script)
    hr.set_up(place.set_up)
    hr.upload(book(FAULTS))
    assert hr.errors() == {*FAULTS}
    expect(hr.page.get_by_text("Nothing has been published").first).to_be_visible()
    expect(hr.page.get_by_role("button", name="Publish now")).to_have_count(0)

    hr.upload(book({("Developer", "D2"): "High", ("Developer", "G1"): f"{HOSTILE} (9)"}, "A. N."))
    hr.take_out_what_is_revealed()
    hr.until_done()
    expect(hr.page.locator("main")).to_contain_text("Developer (6): Problem Solving")
    expect(hr.page.locator(".differences")).to_contain_text([HOSTILE])
    hr.see_both_maps()
    link = hr.share()
    shared = reader.new_page()
    shared.goto(link)
    expect(shared.locator("#edition")).to_contain_text("Draft")
    shared.goto(f"{link.replace('/?', '/text?')}")
    expect(shared.locator("main")).to_contain_text(HOSTILE)
    assert HOSTILE not in text_of(place.second)

    hr.publish("More is asked of developers <i>now</i>")
    assert HOSTILE in text_of(place.first)
    assert HOSTILE in text_of(place.second)
    seen.clock.fast_forward(600_000)
    news = seen.get_by_role("status").filter(has_text="A newer map was published.")
    expect(news).to_be_visible()
    news.get_by_role("link", name="Show it").click()
    ready(seen)
    expect(seen.locator("html")).to_have_attribute("data-version", "2")
    assert shared.goto(link).status == 410

    hr.restore(1)
    assert HOSTILE not in text_of(place.first)
    assert HOSTILE not in text_of(place.second)
    hr.page.goto(f"{place.second}/hr/history")
    rows = hr.page.locator(".history tbody tr")
    expect(rows).to_contain_text(["Restored from 1", "More is asked of developers <i>now</i>", ""])
    hr.no_trace_of("A. N.")
    reader.close()
    context.close()


def text_of(address: str) -> str:
    """The map as text, as somebody reads it who has just come."""
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", "/text")
    text = connection.getresponse().read().decode()
    connection.close()
    return text.replace("&lt;", "<").replace("&gt;", ">")


class HrPage:
    """HR's browser window."""

    def __init__(self, page: Page, address: str, script: bool) -> None:
        self.page, self.address, self.script = page, address, script
        self.errors_heard: list[str] = []
        page.on("pageerror", lambda error: self.errors_heard.append(str(error)))
        page.on("console", self.hear_of_policies)

    def hear_of_policies(self, message: ConsoleMessage) -> None:
        """A style, a script or a picture that the page's policy refused."""
        if "Content Security Policy" in message.text:
            self.errors_heard.append(message.text)

    def look(self) -> None:
        """Nothing for axe to find, nothing wider than a phone; axe needs a script."""
        if self.script:
            assert [] == violations(self.page, GOOD_PRACTICE)
            self.page.set_viewport_size({"width": 320, "height": 640})
            assert self.page.evaluate("document.documentElement.scrollWidth") <= 320
            self.page.set_viewport_size({"width": 1280, "height": 720})
        assert [] == self.errors_heard

    def set_up(self, link: str) -> None:
        """The first account is made, and signed in."""
        self.page.goto(self.address + link)
        self.page.get_by_label("E-mail address").fill(PERSON)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_label("The same password again").fill(PASSWORD)
        self.page.get_by_role("button", name="Make the account").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Overview")
        self.look()

    def upload(self, content: bytes) -> None:
        """A workbook is sent, to update just its tracks; without one, a sentence asks for it."""
        self.page.goto(f"{self.address}/hr/upload")
        self.page.get_by_role("button", name="Check the workbooks").click()
        expect(self.page.locator("#files-error")).to_contain_text("Choose at least one workbook")
        self.look()
        self.choose(content)
        self.page.get_by_role("button", name="Check the workbooks").click()
        self.sent = content

    def choose(self, content: bytes) -> None:
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        file = {"name": "ours.xlsx", "mimeType": kind, "buffer": content}
        self.page.get_by_label(re.compile("Excel workbooks|the same file again")).set_input_files(
            [file]
        )

    def take_out_what_is_revealed(self) -> None:
        """The comment and the author are named; without a script the file is chosen once more."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Before anything is stored")
        expect(self.page.locator("main")).to_contain_text("A. N.")
        self.look()
        self.page.get_by_label("Take it out").check()
        again = self.page.get_by_label("Choose the same file again")
        if self.script:
            expect(again).to_be_hidden()
        else:
            self.choose(self.sent)
        self.page.get_by_role("button", name="Go on").click()

    def until_done(self) -> None:
        """The draft was read, and drawn if it can be."""
        expect(self.page.locator("#found, [data-stages]")).to_be_visible(timeout=SLOW)
        if not self.script:
            while (again := self.page.get_by_role("link", name="Look again")).count():
                again.click()
        expect(self.page.locator("#found")).to_be_visible(timeout=SLOW)
        self.look()

    def errors(self) -> set[tuple[str, str]]:
        """Sheet and cell of every error that the report names."""
        self.until_done()
        rows = self.page.locator("section[aria-labelledby=found-error] tbody tr").all()
        cells = [[cell.inner_text() for cell in row.locator("td").all()[:2]] for row in rows]
        return {(sheet, cell) for sheet, cell in cells}

    def see_both_maps(self) -> None:
        """What changes is ringed, on the page and in a picture of its own."""
        expect(self.page.locator(".picture svg")).to_have_count(2)
        at = self.page.url
        self.page.get_by_role("link", name="Open at full size").last.click()
        expect(self.page.locator("svg").get_by_text("<b>").first).to_be_visible()
        self.page.goto(at)

    def share(self) -> str:
        """A wrong number of days is named at its field; a good one gives a link."""
        for days in ("0", "7"):
            self.page.get_by_label("For how many days?").fill(days)
            self.page.get_by_role("button", name="Make a consultation link").click()
            if days == "0":
                expect(self.page.locator("#days-error")).to_contain_text("from 1 to 60")
        self.look()
        return self.page.get_by_label("Consultation link").input_value()

    def publish(self, note: str) -> None:
        """The draft is the map that everybody sees."""
        self.page.get_by_label("Note for the history").fill(note)
        self.page.get_by_role("button", name="Publish now").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Version 2 is published")
        self.look()

    def restore(self, number: int) -> None:
        """What an older version held is the map again, by way of the history."""
        self.page.get_by_role("link", name="History").first.click()
        self.page.get_by_role("link", name=f"Version {number}", exact=True).click()
        self.page.get_by_role("link", name="Restore this version").click()
        expect(self.page.locator("main")).to_contain_text(HOSTILE)
        self.look()
        self.page.get_by_role("button", name=f"Restore version {number}").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Version 3 is published")

    def no_trace_of(self, author: str) -> None:
        """What was taken out is not in the file that was stored."""
        self.page.goto(f"{self.address}/hr/versions/2")
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name="ours.xlsx").click()
        stored = load_workbook(BytesIO(download.value.path().read_bytes()))
        assert author not in str(stored.properties.creator)
        assert stored["Developer"]["B3"].comment is None
