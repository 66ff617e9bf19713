"""Take the pictures of docs/hr.md: HR's pages with the sample, on a server made for it.

Run it from the project's root after those pages have changed, or ``make pictures``:
``python tools/make_hr_pictures.py [folder]``. It needs Chromium, as the browser tests do.
"""

import re
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app import create_app
from jobtrack_viz.settings import Settings
from tools.bring_chromium import found

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data" / "sample.xlsx"
WIDTH, MOST = 860, 900
"""CSS pixels: the width of the window, and the most of a page that is shown."""
PATIENCE = 120_000
FOUR_WORDS = "four unrelated plain words"
FAULTS = {"C3": "Hihg", "E5": "Medum", "B1": "Job Title (Grade)"}
CHANGES = {"D2": "High", "D3": "High", "I1": "Chief Developer (9)", "I2": "High", "I3": "High"}


def main() -> None:
    """Write each picture as ``<folder>/hr-<name>.png``."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        server = create_app(Settings(database=f"sqlite:///{place}/pictures.sqlite3")).server
        told = server.config["draw_first_map"]()
        listener = make_server("127.0.0.1", 0, server, threaded=True)
        Thread(target=listener.serve_forever, daemon=True).start()
        link = re.search(r"/hr/password/\S+", told)
        if link is None:
            raise SystemExit("There is no link to set up the first account.")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=found(), args=["--headless", "--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": WIDTH, "height": 800})
            page.set_default_timeout(PATIENCE)
            _walk(page, f"http://127.0.0.1:{listener.port}", link[0], folder)
            browser.close()
        listener.shutdown()


def _walk(page: Page, address: str, link: str, folder: Path) -> None:
    """From the first account to the history."""
    page.goto(address + link)
    page.get_by_label("E-mail address").fill("hr@example.ac.uk")
    page.get_by_label("Password", exact=True).fill(FOUR_WORDS)
    page.get_by_label("The same password again").fill(FOUR_WORDS)
    page.get_by_role("button").last.click()
    page.get_by_role("link", name="Upload workbooks").wait_for()
    _take(page, folder, "overview", 760)
    _upload(page, address, _book(FAULTS))
    page.locator("#found").wait_for()
    _take(page, folder, "report")
    _upload(page, address, _book(CHANGES, "A. Colleague"))
    page.get_by_label("Take it out").check()
    _take(page, folder, "before-storing", 780)
    page.get_by_role("button", name="Go on").click()
    page.locator("#publish").wait_for()
    _take(page, folder, "preview", 960)
    page.get_by_role("button", name="Make a consultation link").click()
    shown = "https://careers.example.ac.uk/?v=d-..."
    page.get_by_label("Consultation link").evaluate("(field, shown) => field.value = shown", shown)
    page.get_by_label("Note for the history").fill("Developers answer for more since the review")
    _take(page, folder, "publish", 900, start="#consult")
    page.get_by_role("button", name="Publish now").click()
    page.get_by_role("link", name="Restore version 1").click()
    page.get_by_label("Note for the history").fill("Back until the unions have answered")
    page.get_by_role("button", name="Restore version 1").click()
    page.get_by_role("link", name="History").last.click()
    _take(page, folder, "history", 640)


def _upload(page: Page, address: str, content: bytes) -> None:
    page.goto(f"{address}/hr/upload")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": "developer.xlsx", "mimeType": kind, "buffer": content}
    page.get_by_label("Excel workbooks").set_input_files([file])
    page.get_by_role("button", name="Check the workbooks").click()


def _book(cells: Mapping[str, str], author: str = "") -> bytes:
    """The sample with these cells of the track Developer, and an author if there is one."""
    # Not before the application has settled how openpyxl reads.
    from openpyxl import load_workbook
    from openpyxl.comments import Comment

    book = load_workbook(SAMPLE)
    for cell, value in cells.items():
        book["Developer"][cell] = value
    if author:
        book.properties.creator = author
        book["Developer"]["B3"].comment = Comment("Discuss before changing", author)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _take(page: Page, folder: Path, name: str, most: int = MOST, start: str = "header") -> None:
    """The page from an element on, as far as it matters."""
    top = page.locator(start).first.evaluate("e => e.getBoundingClientRect().top + scrollY")
    first = max(0, top - (24 if start != "header" else 0))
    whole = page.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": first, "width": WIDTH, "height": min(most, whole - first)}
    target = folder / f"hr-{name}.png"
    page.screenshot(path=target, clip=clip, full_page=True)
    print(f"{target}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
