"""Every page at 400 % zoom and with wider text spacing; what axe finds by day and by night."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import GOOD_PRACTICE, WCAG, violations
from tests.browser.conftest import ready

ROLES = "start=service-desk-analyst&goal=business-analyst"
PAGES = {
    "start": "/",
    "station": "/?start=developer",
    "goal": "/?goal=developer",
    "comparison": f"/?{ROLES}",
    "full width": f"/?{ROLES}&wide=1",
    "wishes": f"/?{ROLES}&via=developer&avoid=IT+Support&people=no&down=1&possible=1",
    "no way": "/?start=digital-apprentice&goal=it-apprentice",
    "reach": "/?start=developer&reach=1",
    "part": "/?start=developer&goal=it-engineer&track=Developer",
    "unknown title": "/?start=developr",
    "shared screen": f"/?{ROLES}&present=1",
    "a move, shared": f"/?{ROLES}&present=1#view-2",
    "comparison, shared": f"/?{ROLES}&present=1#view-8",
    "plan": f"/plan?{ROLES}",
    "plan of one role": "/plan?start=developer",
    "text": "/text",
    "help": "/help",
    "accessibility": "/accessibility",
    "privacy": "/privacy",
    "not found": "/nowhere",
}
READING = ("text", "help", "accessibility", "privacy", "not found")
"""Pages that are held to good practice too."""
SPACING = """
* { line-height: 1.5 !important; }
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""The spacing of WCAG 1.4.12, as a reader's own style sheet sets it."""
SCREENS = {"at 400 %": ((320, 256), 4, ("", SPACING)), "spaced": ((1280, 720), 1, (SPACING,))}
"""Size, pixels for each of its points, and the readers' style sheets, one after the other."""
OPEN = "document.querySelectorAll('details:not(.menu)').forEach((each) => { each.open = true; })"
FOLDED = "[...document.querySelectorAll('details')].filter((each) => !each.open)"
SEEN = """
  const unseen = (part) => part && (
    getComputedStyle(part).clipPath === "inset(50%)" || unseen(part.parentElement));
  const seen = (part) => !part.closest(free) && part.checkVisibility() && !unseen(part);
"""
LOST = (
    """() => {
  const free = ".viewport, .pins, svg, .table, .plain-table";"""
    + SEEN
    + """
  const called = ({ tagName, id, className, textContent }) => (
    `${tagName.toLowerCase()}#${id}.${className} “${textContent.trim().slice(0, 40)}”`);
  const lost = [];
  for (const part of document.querySelectorAll("body *")) {
    if (!seen(part)) continue;
    const { overflowX, overflowY, display } = getComputedStyle(part);
    const { right, width } = part.getBoundingClientRect();
    if (width > 1 && right > innerWidth + 1) lost.push(`beyond the edge: ${called(part)}`);
    const wider = part.scrollWidth > part.clientWidth + 1;
    const taller = part.scrollHeight > part.clientHeight + 1;
    if (display === "inline" || !part.textContent.trim()) continue;
    const cuts = (overflow) => ["hidden", "clip"].includes(overflow);
    if (cuts(overflowX) && wider) lost.push(`cut aside: ${called(part)}`);
    if (cuts(overflowY) && taller) lost.push(`cut below: ${called(part)}`);
    const lines = [...part.childNodes].flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return node.nodeType === Node.TEXT_NODE ? [...range.getClientRects()] : [];
    });
    const words = part.textContent.trim().split(/\\s+/);
    if (part.matches(".button") && lines.length > words.length) lost.push(`torn: ${called(part)}`);
    if (["auto", "scroll"].includes(overflowX) && wider) lost.push(`sideways: ${called(part)}`);
  }
  return lost;
}"""
)
"""Parts that reach beyond the screen, cut or tear their text, or scroll sideways as tables may."""
OVERLAPS = (
    """() => {
  const free = ".map-frame, svg, #stepper, option, .boxes";"""
    + SEEN
    + """
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const { currentNode: node } = words;
    const part = node.parentElement;
    if (!node.data.trim() || !seen(part)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const size = parseFloat(getComputedStyle(part).fontSize);
      const air = (bottom - top - 0.7 * size) / 2;
      found.push({ node, left, right, top: top + air, bottom: bottom - air });
    }
  }
  found.sort((one, other) => one.top - other.top);
  const over = [];
  found.forEach((one, place) => {
    for (const other of found.slice(place + 1)) {
      if (other.top >= one.bottom - 1) break;
      const beside = other.left >= one.right - 1 || one.left >= other.right - 1;
      if (!beside && other.node !== one.node) over.push(`${one.node.data} / ${other.node.data}`);
    }
  });
  return over;
}"""
)
"""Pairs of texts whose letters lie over each other."""


def complete(page: Page, address: str) -> None:
    """Open a page and wait for its fonts, and on the map for its script."""
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    if page.locator("#viewport").count():
        ready(page)


@pytest.fixture
def looked_at(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on one of the screens; the policy is off, since a reader's style sheet needs it."""
    name, screen = request.param
    (width, height), ratio, _ = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=ratio,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    complete(page, address + PAGES[name])
    yield page
    context.close()


@pytest.mark.parametrize(
    ("looked_at", "styles"),
    [((name, screen), SCREENS[screen][2]) for name in PAGES for screen in SCREENS],
    ids=[f"{name} {screen}" for name in PAGES for screen in SCREENS],
    indirect=["looked_at"],
)
def test_nothing_is_lost(looked_at: Page, styles: tuple[str, ...]):
    """No text is cut, hidden behind another or beyond the edge, folded or with all of it open."""
    for style in styles:
        if style:
            looked_at.add_style_tag(content=style)
        folded = looked_at.evaluate_handle(FOLDED)
        for step in ("", OPEN):
            looked_at.evaluate(f"() => {{ {step} }}")
            assert looked_at.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
            assert looked_at.evaluate(LOST) == []
            assert looked_at.evaluate(OVERLAPS) == []
        looked_at.evaluate("folded => folded.forEach((each) => { each.open = false; })", folded)


@pytest.mark.parametrize("name", PAGES)
def test_axe(page: Page, address: str, name: str):
    """Nothing for axe to find by day or night, on a wide and on a narrow screen, then unfolded."""
    rules = GOOD_PRACTICE if name in READING else WCAG
    page.emulate_media(reduced_motion="reduce")
    complete(page, address + PAGES[name])
    for step in (
        lambda: None,
        lambda: page.set_viewport_size({"width": 320, "height": 640}),
        lambda: page.evaluate(f"() => {{ {OPEN} }}"),
    ):
        step()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page, rules) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_said_of_a_role_is_in_its_place(page: Page, address: str, width: int):
    """That nobody is recruited any more stands in the card, between grade and summary."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/?start=media-services-technician")
    said = page.locator(".card .role-status").first
    expect(said).to_have_text("This role is no longer recruited to.")
    assert said.evaluate("said => getComputedStyle(said).clipPath") == "none"
    tops = [
        page.locator(f".card {part}").bounding_box()["y"]
        for part in (".facts >> nth=0", ".role-status >> nth=0", ".summary >> nth=0")
    ]
    assert tops == sorted(tops)
