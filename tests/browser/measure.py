"""Figures of the page, run by hand: ``python tests/browser/measure.py http://127.0.0.1:8050``.

Bytes over the wire, main-thread milliseconds of the load, of marking A and B, and of a whole
comparison with its callback. Medians of several runs in headless Chromium.
"""

import os
import shutil
import sys
from statistics import median

from playwright.sync_api import CDPSession, Page, sync_playwright

RUNS = 7
PAIRS = (("service-desk-analyst", "business-analyst"), ("developer", "senior-developer"))


def busy(session: CDPSession) -> float:
    """Milliseconds that the page's main thread has worked so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * m["value"] for m in metrics if m["name"] == "TaskDuration")


def first_load(page: Page, session: CDPSession, address: str) -> tuple[float, float]:
    """(kB over the wire, milliseconds of work) until the network is quiet."""
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return sum(sizes) / 1000, busy(session)


def marking(page: Page, role_id: str) -> float:
    """Milliseconds of script and layout until a station is marked, without the answer."""
    script = """id => {
        const begin = performance.now();
        document.querySelector(`#s-${id} .name`).dispatchEvent(
            new MouseEvent("click", {bubbles: true, cancelable: true}));
        document.getElementById("map").getBoundingClientRect();
        return performance.now() - begin;
    }"""
    return page.evaluate(script, role_id)


def comparing(page: Page, role_id: str) -> float:
    """Milliseconds from the second pick until the comparison stands in the panel."""
    script = """id => new Promise(done => {
        const begin = performance.now();
        const watcher = new MutationObserver(() => {
            if (!document.querySelector(".headline")) return;
            watcher.disconnect();
            done(performance.now() - begin);
        });
        watcher.observe(document.getElementById("result"), {childList: true, subtree: true});
        document.querySelector(`#s-${id} .name`).dispatchEvent(
            new MouseEvent("click", {bubbles: true, cancelable: true}));
    })"""
    return page.evaluate(script, role_id)


def answered(page: Page, text: str) -> None:
    """Wait until the status line speaks of a role."""
    page.locator("#status", has_text=text).wait_for(state="attached")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")


def main(address: str) -> None:
    """Print every figure on a line."""
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        flags = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        for _ in range(RUNS):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Performance.enable")
            size, load = first_load(page, session, address)
            found.setdefault("first load, kB", []).append(size)
            found.setdefault("first load, CPU ms", []).append(load)
            for start, goal in PAIRS:
                page.keyboard.press("Escape")
                page.goto(address)
                page.wait_for_load_state("networkidle")
                found.setdefault("a station marked, ms", []).append(marking(page, start))
                answered(page, "Start:")
                before = busy(session)
                found.setdefault("pick to comparison, ms", []).append(comparing(page, goal))
                answered(page, "From ")
                found.setdefault("comparison, CPU ms", []).append(busy(session) - before)
            page.close()
        browser.close()
    for name, values in found.items():
        print(f"{name}: {median(values):.1f} (up to {max(values):.1f})")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8050")
