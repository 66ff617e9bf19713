"""A real Chromium, and the application with the sample workbook on a free port."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, expect
from werkzeug.serving import make_server

from app import create_app
from jobtrack_viz.settings import Settings
from tools.bring_chromium import found

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
    path = found()
    return {"args": FLAGS, **({"executable_path": path} if path else {})}


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the sample's map is served for the whole session."""
    application = create_app(Settings(workbook=SAMPLE)).server
    application.config["draw_first_map"]()
    server = make_server("127.0.0.1", 0, application, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


class Desk:
    """One page for one test after the other.

    A page whose scripts are warm takes a third of the time; between tests it becomes as good as
    new. Tests marked ``fresh``, or that ask for ``context``, get a browser profile of their own.
    """

    def __init__(self, browser: Browser, wishes: dict[str, object]) -> None:
        self._browser = browser
        self._wishes = wishes
        self._page: Page | None = None

    def page(self) -> Page:
        """The page, wherever it is."""
        if self._page is None or self._page.is_closed():
            self._page = self._browser.new_context(**self._wishes).new_page()
        return self._page

    def clear(self) -> None:
        """Nothing is left of what was done: no storage, no other page, no wish, no pointer."""
        page = self.page()
        context = page.context
        for other in context.pages:
            if other != page:
                other.close()
        page.unroute_all()
        context.unroute_all()
        page.set_default_timeout(30_000)
        page.mouse.move(0, 0)
        if page.url.startswith("http"):
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.goto("about:blank")
        context.clear_cookies()
        context.clear_permissions()
        page.set_viewport_size({"width": 1280, "height": 720})
        page.emulate_media(
            media="null",
            color_scheme="null",
            reduced_motion="null",
            forced_colors="null",
            contrast="null",
        )

    def close(self) -> None:
        """The page is gone."""
        if self._page is not None:
            self._page.context.close()


@pytest.fixture(scope="session")
def desk(browser: Browser, browser_context_args: dict[str, object]) -> Iterator[Desk]:
    """Where the page lies that tests share."""
    kept = Desk(browser, browser_context_args)
    yield kept
    kept.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Page]:
    """An empty page."""
    if request.node.get_closest_marker("fresh") or "context" in request.fixturenames:
        yield request.getfixturevalue("context").new_page()
        return
    yield desk.page()
    try:
        desk.clear()
    except Error:
        desk.close()


@pytest.fixture
def heard(page: Page) -> Iterator[list[str]]:
    """What went wrong in the browser's console; no test may leave anything here."""
    messages: list[str] = []

    def write(message: ConsoleMessage) -> None:
        if message.type == "error":
            messages.append(message.text)

    def fail(error: Error) -> None:
        messages.append(str(error))

    def listen(opened: Page) -> None:
        opened.on("console", write)
        opened.on("pageerror", fail)

    listen(page)
    page.context.on("page", listen)
    yield messages
    page.context.remove_listener("page", listen)
    page.remove_listener("console", write)
    page.remove_listener("pageerror", fail)
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
    expect(page.locator("[data-drawn]")).to_have_count(0)  # a part has been drawn
    page.locator("#status:not(:empty)").wait_for(state="attached")


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A touch screen of 390 x 844."""
    size = {"width": 390, "height": 844}
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True)
    yield context
    context.close()
