"""Print how much work Chromium has with maps of 50, 300 and 2,000 stations, and with the page.

Milliseconds are CPU of the page's main thread (Performance.getMetrics over CDP, in thread ticks),
medians of several runs; beside each stands its ratio to a yardstick, so that figures of a slow and
of a fast machine compare: sorting numbers by a script in the same browser. Run it from the
project's root: ``python tools/bench_render.py``, or ``make bench``.
"""

import logging
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parent.parent
RUNS, CLICKS, FRAMES = 5, 7, 30
TIMES = 7
"""Copies of the map of 296 stations that make the one of 2,072."""
SCREEN = {"width": 1440, "height": 900}
START, GOAL = "service-desk-analyst", "business-analyst"
BUDGETS = {
    ("a station marked", "50 stations"): 16,
    ("a station marked", "300 stations"): 30,
    ("pick to comparison", "the application"): 80,
}
YARDSTICK = """() => {
    const numbers = Array.from({length: 467534}, (_, i) => i * 7919 % 1000003);
    return numbers.sort((a, b) => a - b)[0];
}"""
Figures = dict[tuple[str, str], list[float]]
"""What was measured, and on what -> milliseconds of each run."""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))"
CLICK = """id => {
    const name = document.querySelector(`[id="s-${id}"] .name`);
    name.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
}"""
ZOOM = """async frames => {
    const box = document.getElementById("viewport");
    const {left, top, width, height} = box.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2];
    for (let i = 0; i < frames; i += 1) {
        const deltaY = i % 2 ? 24 : -25;
        box.dispatchEvent(new WheelEvent("wheel",
            {deltaY, clientX, clientY, ctrlKey: true, bubbles: true, cancelable: true}));
        await new Promise(requestAnimationFrame);
    }
}"""


class _Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        return


def main() -> None:
    """Measure each thing a few times and print the medians."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    create_app = import_module("app").create_app
    sample = ROOT / "data" / "sample.xlsx"
    settings = import_module("jobtrack_viz.settings").Settings(workbook=sample)
    server = create_app(settings).server
    found: Figures = {}
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        path = import_module("bring_chromium").found()
        flags = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yardstick = median(_yardstick(browser) for _ in range(RUNS))
        page = server.test_client().get("/").get_data(as_text=True)
        stations = dict(_write_pages(page, Path(folder)))
        with _served(
            ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=folder))
        ) as at:
            for name, ids in stations.items():
                for _ in range(RUNS):
                    _measure_map(browser, f"{at}/{name}.html", name, ids, found)
        with _served(make_server("127.0.0.1", 0, server, threaded=True)) as at:
            for _ in range(RUNS):
                _measure_page(browser, at, found)
        browser.close()
    print(f"yardstick (Chromium sorts 467,534 numbers): {yardstick:.1f} ms CPU")
    print(f"{'what':24} {'on':16} {'ms CPU':>8} {'x yardstick':>12} {'budget ms':>10}")
    for (what, where), values in found.items():
        figure, budget = median(values), BUDGETS.get((what, where), "")
        print(f"{what:24} {where:16} {figure:8.1f} {figure / yardstick:12.2f} {budget:>10}")


def _write_pages(page: str, folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Write the page with each map instead of its own; name each, with ids of some stations.

    Scripts of Dash are left out: what is measured is the map and the scripts that move it.
    """
    networks = import_module("networks")
    repeated = import_module("repeated")
    build = import_module("jobtrack_viz.network").build_network
    lay_out = import_module("jobtrack_viz.metro").lay_out
    draw = import_module("jobtrack_viz.drawing.svg").draw_svg
    shutil.copytree(ROOT / "assets", folder / "assets")
    page = re.sub(r'<script src="/_dash[^>]*></script>', "", page)
    small, middle = (networks.generated(size) for size in ("small", "middle"))
    middle_map = lay_out(build(middle))
    for name, framework, metro in (
        ("50 stations", small, lay_out(build(small))),
        ("300 stations", middle, middle_map),
        (
            "2,000 stations",
            repeated.framework_times(middle, TIMES),
            repeated.map_times(middle_map, TIMES),
        ),
    ):
        svg = draw(metro, build(framework))
        text, changed = re.subn(r'<svg id="map".*?</svg>', lambda _, svg=svg: svg, page, flags=re.S)
        if changed != 1:
            raise SystemExit("The page holds no map, or more than one.")
        (folder / f"{name}.html").write_text(text, "utf-8")
        every = max(1, len(metro.stations) // CLICKS)
        yield name, [station.role_id for station in metro.stations[::every]][:CLICKS]


@contextmanager
def _served(server: ThreadingHTTPServer) -> Iterator[str]:
    """The server's address, while it runs in a thread."""
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@contextmanager
def _opened(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """A fresh page, and what counts its work."""
    context = browser.new_context(viewport=SCREEN, bypass_csp=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    yield page, session
    context.close()


def _busy(session: CDPSession) -> float:
    """Milliseconds of CPU that the page's main thread has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * m["value"] for m in metrics if m["name"] == "TaskDuration")


def _yardstick(browser: Browser) -> float:
    with _opened(browser) as (page, session):
        before = _busy(session)
        page.evaluate(YARDSTICK)
        return _busy(session) - before


def _measure_map(
    browser: Browser,
    address: str,
    name: str,
    ids: list[str],
    found: Figures,
) -> None:
    """First paint, marking stations, zooming: add a figure of each."""
    with _opened(browser) as (page, session):
        page.goto(address)
        page.evaluate(PAINTED)
        found.setdefault(("first paint", name), []).append(_busy(session))
        clicks = []
        for role_id in ids:
            before = _busy(session)
            page.evaluate(CLICK, role_id)
            page.evaluate(PAINTED)
            clicks.append(_busy(session) - before)
        if page.locator(".station[aria-current]").count() == 0:
            raise SystemExit("No station is marked after a click.")
        found.setdefault(("a station marked", name), []).append(median(clicks))
        before = _busy(session)
        page.evaluate(ZOOM, FRAMES)
        found.setdefault(("a frame of a zoom", name), []).append((_busy(session) - before) / FRAMES)


def _measure_page(browser: Browser, address: str, found: Figures) -> None:
    """The page as it is served, with Dash: its load, and a whole comparison with its callback."""
    name = "the application"
    with _opened(browser) as (page, session):
        page.goto(address)
        page.locator("#status:not(:empty)").wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        found.setdefault(("first load", name), []).append(_busy(session))
        page.evaluate(CLICK, START)
        page.locator("#status", has_text="Start:").wait_for(state="attached")
        page.evaluate(PAINTED)
        before = _busy(session)
        page.evaluate(CLICK, GOAL)
        page.locator(".headline").wait_for(state="attached")
        page.evaluate(PAINTED)
        found.setdefault(("pick to comparison", name), []).append(_busy(session) - before)


if __name__ == "__main__":
    main()
