"""Own levels never leave the browser: all that a page sends is recorded, and read."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Settings
from tests.browser.conftest import ready
from tests.frameworks.books import xlsx

LOWER, HIGHER = "Zymurgic", "Quixotic"
SECRETS = (LOWER, HIGHER, "Xylography", "Wibblish", "diary-of-mine", "my-own-levels")
SHEETS = {
    "Ladder": [
        ("Competency", LOWER, "Middling", HIGHER),
        ("Baking", "Bakes rolls", "Bakes bread", "Bakes cakes"),
        ("Serving", "Serves one", "Serves some", "Serves all"),
    ],
    "Shop": [
        ("Competency", "Baker (1)", "Senior Baker (2)", "Head Baker (3)"),
        ("Baking", LOWER, "Middling", HIGHER),
        ("Serving", LOWER, "Middling", HIGHER),
    ],
}
DASH_TOKEN = re.compile("endId=[^&]*")
"""Made anew by the server for each page that it sends."""
JOURNEY = "/?start=baker&goal=senior-baker"


@dataclass
class Ear:
    """A server that notes every request: its line, headers and body."""

    app: Callable[..., Iterable[bytes]]
    heard: list[tuple[str, dict[str, str], str]] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = BytesIO(body)
        headers = {k: str(v) for k, v in environ.items() if k.startswith("HTTP_")}
        line = f"{environ['REQUEST_METHOD']} {environ['REQUEST_URI']}"
        self.heard.append((line, headers, body.decode("utf-8", "replace")))
        return self.app(environ, start)


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    """The listening server of a framework whose levels have names that nobody else uses."""
    path = tmp_path / "shop.xlsx"
    path.write_bytes(xlsx(SHEETS))
    ear = Ear(create_app(Settings(workbook=path)).server)
    server = make_server("127.0.0.1", 0, ear, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    ear.address = f"http://127.0.0.1:{server.port}"
    yield ear
    server.shutdown()


def listen(context: BrowserContext) -> list[str]:
    """Everything that pages of a context send, as the browser tells it; filled as they do."""
    sent: list[str] = []
    context.on("request", lambda r: sent.append(f"{r.method} {r.url} {r.post_data or ''}"))
    context.on(
        "page", lambda page: page.on("websocket", lambda w: sent.append(f"websocket {w.url}"))
    )
    return sent


def mark(page: Page, competency: str, level: str) -> None:
    """Open the row of a competency and choose a level."""
    row = page.locator(".mark-row", has_text=competency)
    if row.get_attribute("open") is None:
        row.locator("summary").click()
    row.get_by_label(level, exact=True).check()


def open_levels(page: Page) -> None:
    """Open the own levels and wait until the page has all it needs."""
    page.locator(".marks > summary").click()
    page.locator(".marks-body button").first.wait_for()
    page.wait_for_load_state("networkidle")


def diary(folder: Path) -> Path:
    """A file of marks with names that stand nowhere else."""
    path = folder / "diary-of-mine.json"
    strange = {"competency": "Xylography", "ladder": ["Wibblish"], "level": "Wibblish"}
    known = {"competency": "Baking", "ladder": [LOWER, "Middling", HIGHER], "level": HIGHER}
    found = {"format": "career-map-own-levels", "version": 1, "marks": [strange, known]}
    path.write_text(json.dumps(found))
    return path


def a_whole_life(context: BrowserContext, address: str, folder: Path, level: str) -> list[str]:
    """Mark, compare, print, save, add, keep, take away, erase; the noise of the silent moments."""
    sent = listen(context)
    page = context.new_page()
    noise: list[str] = []
    icon = f"GET {address}/assets/favicon.svg "  # Chromium asks for it whenever it likes

    def silently(action: Callable[[], object]) -> None:
        before = len(sent)
        action()
        page.wait_for_timeout(100)
        noise.extend(line for line in sent[before:] if " blob:" not in line and line != icon)

    page.goto(address + JOURNEY)
    ready(page)
    open_levels(page)
    silently(lambda: mark(page, "Baking", level))
    silently(lambda: page.get_by_role("button", name="Fill the rest").click())
    page.locator("#goal").fill("Head Baker")
    page.keyboard.press("Enter")
    expect(page.locator("#result-heading")).to_contain_text("Head Baker")
    expect(page.locator(".mark-row summary .levels").first).to_contain_text(level)
    silently(page.pdf)
    with page.expect_download() as saved:
        silently(lambda: page.get_by_role("button", name="Save to a file").click())
    assert level in saved.value.path().read_text()
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Add from a file").click()
    silently(lambda: choosing.value.set_files(diary(folder)))
    expect(page.get_by_text("2 marks added")).to_be_visible()
    silently(lambda: page.get_by_label("Keep on this computer").check())
    page.goto(f"{address}/plan{JOURNEY[1:]}")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Show my levels").click()
    expect(page.locator("#own-levels")).to_contain_text(HIGHER)
    silently(page.pdf)
    page.goto(address + JOURNEY)
    ready(page)
    open_levels(page)
    silently(lambda: page.get_by_role("button", name="Show my levels").click())
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    links: list[str] = []
    page.on("dialog", lambda dialog: (links.append(dialog.default_value), dialog.dismiss()))
    silently(lambda: page.get_by_role("button", name="Copy link").click())
    silently(lambda: page.get_by_role("button", name="Erase my levels").click())
    assert links == [page.url]
    assert [] == [secret for secret in SECRETS if secret in page.url]
    assert context.cookies() == []
    page.close(run_before_unload=True)
    return noise


def test_nothing_of_the_marks_is_ever_sent(browser: Browser, ear: Ear, tmp_path: Path):
    """Not in an address, a header or a body, whether the browser or the server is asked."""
    context = browser.new_context()
    sent = listen(context)
    noise = a_whole_life(context, ear.address, tmp_path, LOWER)
    context.close()
    told = [*sent, *(json.dumps(request) for request in ear.heard)]

    assert any("_dash-update-component" in line for line in told)
    assert any("Head Baker" in line for line in told), "bodies are recorded"
    ours = [line for line in told if "blob:" not in line]
    assert [] == [(secret, line) for secret in SECRETS for line in ours if secret in line]
    assert [] == [line for line in sent if line.startswith("websocket")]
    assert noise == []


BY_THE_CLOCK = ("GET /assets/newer.js", "GET /version")
"""Asked after a while, whatever somebody does: the news of a newer map."""


def test_the_server_cannot_tell_one_mark_from_another(browser: Browser, ear: Ear, tmp_path: Path):
    """Two people who mark different levels ask exactly the same of the server."""

    def asked(level: str) -> list[tuple[str, str]]:
        ear.heard.clear()
        context = browser.new_context()
        a_whole_life(context, ear.address, tmp_path, level)
        context.close()
        return sorted(
            (DASH_TOKEN.sub("", line), body)
            for line, _, body in ear.heard
            if not line.startswith(BY_THE_CLOCK)
        )

    assert asked(LOWER) == asked(HIGHER)


def test_other_scripts_of_the_page_cannot_send_elsewhere(browser: Browser, ear: Ear):
    """The page's policy allows requests to its own server only."""
    page = browser.new_page()
    page.goto(ear.address + JOURNEY)
    failed = page.evaluate(
        """() => fetch("http://127.0.0.1:9/", { method: "POST", body: "x", mode: "no-cors" })
            .then(() => "sent", (error) => error.name)"""
    )

    assert failed == "TypeError"
    assert "connect-src 'self'" in page.request.get(ear.address).headers["content-security-policy"]
