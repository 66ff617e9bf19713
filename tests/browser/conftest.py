"""A real Chromium, and the application with the sample workbook on a free port."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Settings

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


SAMPLE = Path(__file__).parent.parent.parent / "data" / "sample.xlsx"
PATIENCE = 15_000
"""Milliseconds that a page may take on a machine that runs other tests beside it."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The Chromium of CHROMIUM or of the path, else Playwright's own."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return {"args": FLAGS, **({"executable_path": found} if found else {})}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the sample's map is served for the whole session."""
    application = create_app(Settings(workbook=SAMPLE)).server
    application.config["draw_first_map"]()
    server = make_server("127.0.0.1", 0, application, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


@pytest.fixture
def heard(context: BrowserContext) -> Iterator[list[str]]:
    """What went wrong in the browser's console; no test may leave anything here."""
    messages: list[str] = []

    def listen(page: Page) -> None:
        page.on("console", lambda m: messages.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: messages.append(str(error)))

    context.on("page", listen)
    yield messages
    assert messages == []


@pytest.fixture
def opened(heard: list[str], page: Page, address: str) -> Page:
    """The map page, ready for picks."""
    page.goto(address)
    ready(page)
    return page


def bytes_loaded(page: Page, address: str) -> float:
    """How many bytes travel until a page is complete."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return sum(sizes)


def ready(page: Page) -> None:
    """Wait until Dash has taken over the panel and the map has heard of it."""
    page.locator("#status:not(:empty)").wait_for(state="attached")


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A touch screen of 390 x 844."""
    size = {"width": 390, "height": 844}
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True)
    yield context
    context.close()
