"""What readers see of older versions and drafts: in words, in links, in headers."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest

from layouts.outcome import outcome_of
from layouts.overlay import svg_with_outcome
from tests.shelves import DRAFT, Shelf, application
from tests.test_nonsense import PLACE, question

PAIR = "start=trainee&goal=senior-coder"
CHANGED = {
    "coder": (
        (
            datetime(2026, 6, 1, 12, tzinfo=UTC),
            ("Listening: Low, now Medium.", "<b>New</b> title."),
        ),
        (datetime(2026, 3, 3, tzinfo=UTC), ("A move to Adviser (5) was added.",)),
    )
}


@pytest.fixture
def client(framework, monkeypatch):
    """A browser without a screen in front of three versions."""
    shelf = Shelf(framework, former={"web-coder": "coder"}, gone={"sage": "11"}, changes=CHANGED)
    return application(shelf, monkeypatch).server.test_client()


def page(client, path: str) -> str:
    """A page's HTML."""
    answer = client.get(path)
    assert 200 == answer.status_code
    return answer.get_data(as_text=True)


def text_of(html: str) -> str:
    """Its words, separated by one space."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def banner_of(html: str) -> str:
    """What stands on top, in words; nothing for the map in force."""
    found = re.search(r"<aside id=\"edition\".*?</aside>", html, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[0]) if found else ""


OLD = "You are looking at the map of 3 March 2026. See today’s."
FOR_COMMENT = (
    "Draft for consultation, until 20 December 2026. Not in force. "
    "Comments to hr@example.org. See today’s map."
)


@pytest.mark.parametrize("path", [f"/?{PAIR}", f"/text?{PAIR}", f"/plan?{PAIR}"])
def test_every_page_says_which_map_it_shows(client, path):
    """Older maps and drafts say so on top, with the same question on today's; today's does not."""
    old, draft = (page(client, f"{path}&v={version}") for version in ("11", DRAFT))
    today = path if path[1:5] != "text" else "/text"

    assert ["", "", OLD, FOR_COMMENT] == [
        banner_of(html) for html in (page(client, path), page(client, f"{path}&v=12"), old, draft)
    ]
    assert f'href="{today}">See today' in unescape(old)
    assert "edition.css" in old
    assert "edition.css" not in page(client, path)


@pytest.mark.parametrize("path", ["/", f"/?{PAIR}&track=Code", "/text", f"/plan?{PAIR}"])
def test_every_link_stays_with_the_version(client, path):
    """But for the one to today's map, whatever shows the map is of the same version."""
    html = page(client, f"{path}{'&' if '?' in path else '?'}v=11").replace("/plan.docx", "/plan")
    links = [unescape(link) for link in re.findall(r'href="([^"#]*)', html)]
    shown = [link for link in links if re.match(r"(/|/text|/plan)?(\?|$)", link) and link]
    forms = re.findall(r"<form.*?</form>", html, re.DOTALL)

    assert shown
    assert 1 == len([link for link in shown if "v=11" not in link])
    assert [] == [form for form in forms if 'name="v"' not in form]


def test_an_address_without_a_version_stays_so(published):
    """What the page knows of its version is no part of its links."""
    assert "?start=coder" == outcome_of(published, {"start": "coder"}).address
    asked = outcome_of(published, {"start": "coder", "v": "anything"})
    assert f"?start=coder&v={published.id}" == asked.address
    assert asked.address == outcome_of(published, {"start": "coder", "view": "v=x"}).address


def test_what_a_version_does_not_understand_is_not_lost(client):
    """The other map may know it; nearest roles replace one text each and leave the others."""
    asked = "start=codr&goal=advisr&via=sage"
    html = page(client, f"/?{asked}&v=11")
    plan = client.get(f"/plan?{asked}&v=11").get_data(as_text=True)
    links = [unescape(link) for link in re.findall(r'href="([^"#]*)', html)]

    assert f"/?{asked}" in links
    assert "?start=coder&goal=advisr&via=sage&v=11" in links
    assert "?start=codr&goal=adviser&via=sage&v=11" in links
    assert "?start=advisr&goal=codr&v=11" in links
    assert f'href="/?{asked}&v=11" class="button">Choose on the map' in unescape(plan)
    assert 'href="/plan?start=coder&goal=advisr&via=sage&v=11"' in unescape(plan)


def test_what_leaves_the_screen_names_the_version(client):
    """Imprint of the map, foot of the plan."""
    said = {v: text_of(page(client, f"/plan?{PAIR}&v={v}")) for v in ("11", "12", DRAFT)}

    assert "Map version 11 of 3 March 2026, no longer in force" in said["11"]
    assert "Map version 12 of 1 June 2026" in said["12"]
    draft = "version draft (for consultation until 20 December 2026, not in force)"
    assert f"Map {draft}" in said[DRAFT]
    assert f"V{draft[1:]}" in text_of(page(client, f"/?v={DRAFT}"))


def test_the_watermark(client, framework):
    """Drafts carry it behind lines and names, before the key of zones; other maps do not."""
    svg = page(client, f"/?v={DRAFT}")

    assert svg.index('class="zones"') < svg.index(">Draft</text>") < svg.index('class="lines"')
    assert ">Draft</text>" not in page(client, "/?v=11")
    for published in (Shelf(framework).current(), Shelf(framework).at(DRAFT)):
        drawn = svg_with_outcome(published, outcome_of(published, {}))
        assert (published.kind == "draft") == ("watermark" in drawn)


def test_drafts_are_in_no_cache_and_no_search_engine(client):
    """Nor does the panel, which is asked for with the page's address as its referrer."""
    page_ = client.get(f"/?v={DRAFT}")
    panel = client.get("/_dash-layout", headers={"Referer": f"http://localhost/?v={DRAFT}"})
    today = client.get("/")

    assert ("no-store", "noindex") == (
        page_.headers["Cache-Control"],
        page_.headers["X-Robots-Tag"],
    )
    assert "no-store" == panel.headers["Cache-Control"]
    assert DRAFT in panel.get_data(as_text=True)
    assert ("no-cache", None) == (
        today.headers["Cache-Control"],
        today.headers.get("X-Robots-Tag"),
    )
    assert "same-origin" == page_.headers["Referrer-Policy"]
    assert "no-referrer" == client.get(f"/text?v={DRAFT}").headers["Referrer-Policy"]


@pytest.mark.parametrize("version", [DRAFT, "d-ended"])
def test_an_answer_about_a_draft_is_in_no_cache_either(client, version):
    """Also where only what is posted names it, whatever page it comes from, and if it has ended."""
    asks = question(client)
    asks["inputs"][0]["value"]["version"] = version
    headers = client.post(PLACE, json=asks).headers

    assert ("no-store", "noindex") == (headers["Cache-Control"], headers.get("X-Robots-Tag"))


def test_versions_that_cannot_be_shown(client):
    """Withdrawn: why; unknown: so; both lead to today's map with the same question."""
    withdrawn, unknown = (client.get(f"/plan?{PAIR}&v={v}") for v in ("10", "never"))
    texts = [text_of(answer.get_data(as_text=True)) for answer in (withdrawn, unknown)]

    assert [410, 404] == [withdrawn.status_code, unknown.status_code]
    assert "withdrawn on 5 April 2026: one level was wrong." in texts[0]
    assert "This version of the map is not known" in texts[1]
    for answer in (withdrawn, unknown):
        assert f'href="/plan?{PAIR}"' in unescape(answer.get_data(as_text=True))


def test_former_ids(client):
    """One that a role once had is the role now; of one that is gone, the last map that had it."""
    assert "You start here Coder (5)" in text_of(page(client, "/?start=web-coder"))
    gone = page(client, "/?start=sage&goal=coder")
    assert "“sage” is no longer on the map" in text_of(gone)
    assert 'href="/?start=sage&goal=coder&v=11">see the last map' in unescape(gone)
    plan = client.get("/plan?start=sage&goal=coder").get_data(as_text=True)
    assert 'href="/plan?start=sage&goal=coder&v=11"' in unescape(plan)


def test_what_changed_for_a_role(client):
    """By day, newest first, on its card and in the text; others say nothing; a draft says would."""
    said = (
        "What changed for this role 1 June 2026 Listening: Low, now Medium. <b>New</b> title. "
        "3 March 2026 A move to Adviser (5) was added."
    )

    assert said in text_of(page(client, "/?start=coder"))
    assert said in text_of(page(client, "/text"))
    assert "What changed" not in page(client, "/?start=trainee")
    draft = text_of(page(client, f"/?start=coder&v={DRAFT}"))
    assert "What would change for this role Listening: Low, now Medium." in draft


def test_which_map_is_in_force(client):
    """What an open page asks for is tiny, and kept by nobody."""
    answer = client.get("/version")

    assert {"id": "12"} == answer.json
    assert "no-store" == answer.headers["Cache-Control"]
