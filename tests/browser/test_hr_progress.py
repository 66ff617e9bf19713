"""The page that follows the work on a draft, while somebody sends a form from it."""

from pathlib import Path

from playwright.sync_api import Page, Route, expect

SCRIPT = Path(__file__).resolve().parents[2] / "assets" / "hr.js"
WORKING = """<!doctype html><title>Working</title><main>
<ol data-stages="/state"></ol><p data-progress></p><a data-look-again href="/draft">Look again</a>
<form method="post" action="/discard"><button>Discard this draft</button></form>
</main><script type="module" src="/hr.js"></script>"""


def test_a_discard_is_not_cut_off(page: Page):
    """What is heard of the draft while the form is on its way does not reload the page."""
    seen: list[str] = []

    def answer(route: Route) -> None:
        path = route.request.url.rpartition("/")[2]
        seen.append(path)
        if path == "discard":
            page.wait_for_timeout(2500)
            route.fulfill(body="<h1>Overview</h1>", content_type="text/html")
        elif path == "state":
            done = "discard" in seen
            route.fulfill(json={"done": done, "stages": []})
        elif path == "hr.js":
            route.fulfill(path=SCRIPT)
        else:
            route.fulfill(body=WORKING, content_type="text/html")

    page.route("http://hr.example/**", answer)
    page.goto("http://hr.example/draft")
    page.get_by_role("button", name="Discard this draft").click()

    expect(page.get_by_role("heading")).to_have_text("Overview")
    assert 1 == seen.count("draft")
