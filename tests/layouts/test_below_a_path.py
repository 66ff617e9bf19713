"""The application below a path of somebody's intranet: every address of ours begins with it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse

import app as app_module
from app import create_app
from jobtrack_viz import accounts
from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_json, to_json
from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.settings import Limits, Settings
from jobtrack_viz.views import MOST_TRACKS
from jobtrack_viz.workbook import read_workbook
from layouts.mount import mount
from tests.hr.place import PASSWORD, Browser
from tests.metro.frameworks import framework
from tests.shelves import Shelf

SAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "sample.xlsx"
ORIGIN, PATH = "https://intranet.example.ac.uk", "/people/career-map"
SECURE = {"base_url": ORIGIN}
TWO = "start=developer&goal=it-security-analyst"
MOST_ALIKE = 4
"""Addresses of one page that are walked to."""
BEGIN = (
    "/", f"/?{TWO}", "/?start=developer&reach=1", f"/?{TWO}&present=1", f"/?{TWO}&v=1",
    "/?start=nobody-knows-it", "/?v=99", "/text?v=1", f"/plan?{TWO}", "/plan?start=developer",
    "/nowhere", "/titles", "/hr", "/hr/nowhere", "/hr/people",
)  # fmt: skip
_RANDOM = re.compile(r'"end_id":"[^"]*"|name="csrf_token" value="[^"]*"')


class Made(NamedTuple):
    """One database and two applications on it: below a path, and at a root."""

    below: Browser
    at_root: Browser
    draft: str
    token: str


class Answer(NamedTuple):
    """What was asked for, and what came."""

    address: str
    got: TestResponse
    text: str


class _Addresses(HTMLParser):
    """Every address that a page names in an attribute."""

    NAMES = ("href", "src")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.sent_to: list[str] = []
        self.feed(page)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            value
            for name, value in attrs
            if value and (name in self.NAMES or (value[0] == "/" and name != "action"))
        ]
        self.sent_to += [value for name, value in attrs if name == "action" and value]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Somebody of HR is signed in at both, and a draft waits for a decision."""
    url = f"sqlite:///{tmp_path_factory.mktemp('path') / 'hr.sqlite3'}"
    settings = Settings(database=url, secret_key="k" * 40)
    below = create_app(replace(settings, address=ORIGIN + PATH)).server
    at_root = create_app(settings).server
    for server in (below, at_root):
        server.config["draw_first_map"]()
    store = stored.open_store(url)
    now = datetime.now(UTC)
    reading = read_workbook(SAMPLE.read_bytes(), Limits())
    read = reading.framework
    assert read is not None
    fewer = replace(read, skills=())
    with store.writing() as db:
        files = [stored.Original("ours.xlsx", SAMPLE.read_bytes())]
        draft = stored.add_draft(
            db, now, person="a@b.org", mode="replace", base=1, files=files,
            expires_at=now.replace(year=2099),
        )  # fmt: skip
        stored.set_result(
            db, draft, base=1, stage="ready", refused="", problems=to_json(()), drawn=None,
            framework=framework_json(fewer), conflicts=b"null", summary=to_json(reading.summary),
        )  # fmt: skip
    person = accounts.add(store, now, "x", "ann@example.org")
    token = accounts.new_link(store, now, "x", person)
    browser = Browser(below.test_client())
    browser.get(f"{PATH}/hr/password/{token}", **SECURE)
    taken = browser.client.post(
        f"{PATH}/hr/password/{token}",
        data={
            "csrf_token": re.findall(r'name="csrf_token" value="([^"]+)"', browser.page)[0],
            "password": PASSWORD,
            "again": PASSWORD,
        },
        headers={"Origin": ORIGIN},
        **SECURE,
    )
    assert taken.status_code == 303, taken.get_data(as_text=True)
    cookie = browser.client.get_cookie("hr", "intranet.example.ac.uk", f"{PATH}/hr")
    assert cookie is not None
    other = Browser(at_root.test_client())
    other.client.set_cookie("hr", cookie.value, path="/hr", domain="intranet.example.ac.uk")
    return Made(browser, other, draft, token)


def walk(client: Client, first: list[str]) -> Iterator[Answer]:
    """Every page and file that links, scripts and redirects lead to, a few of each kind."""
    waiting, alike = [ORIGIN + address for address in first], dict[str, int]()
    known = set(waiting)
    while waiting:
        address = waiting.pop(0)
        place = re.sub(r"\d+|[\w-]{20,}", "0", urlsplit(address).path)
        alike[place] = alike.get(place, 0) + (address.removeprefix(ORIGIN) not in first)
        if alike[place] > MOST_ALIKE:
            continue
        target = urlsplit(address)
        got = client.get(target.path, query_string=target.query, **SECURE)
        kind = got.mimetype
        text = got.get_data(as_text=True) if kind.startswith("text/") or "j" in kind else ""
        text = text.replace("\\u002f", "/")
        yield Answer(address.removeprefix(ORIGIN), got, text)
        found = _Addresses(text).found if kind == "text/html" else []
        found += re.findall(r"url\(\"?([^\")]+)", text) if kind == "text/css" else []
        found += [got.location] if got.location else []
        for each in found:
            url = urljoin(address, each).partition("#")[0]
            if url.startswith(f"{ORIGIN}/") and url not in known:
                known.add(url)
                waiting.append(url)


@pytest.fixture(scope="module")
def walked(made: Made) -> list[Answer]:
    """All of it below the path."""
    scripts = [f"/assets/{each.name}" for each in (SAMPLE.parent.parent / "assets").glob("*.js")]
    first = [*BEGIN, *scripts, f"/hr/drafts/{made.draft}"]
    return list(walk(made.below.client, [PATH + address for address in first]))


def leading_out(answers: list[Answer], server: Flask) -> list[tuple[str, str]]:
    """Addresses from the root of the host and without the path, wherever they stand.

    In attributes and redirects that is all that begins with a stroke; in scripts, styles and JSON
    what is in quotes or brackets and begins with the name of one of our routes.
    """
    names = {rule.rule.split("/")[1].split("<")[0] for rule in server.url_map.iter_rules()} - {""}
    either = "|".join(sorted(map(re.escape, names)))
    without = re.compile(
        rf"""(?:["'`(]|(?<!next)=|&quot;)/(?:(?:{either})\b|["'`?$]|&quot;)""",
    )
    found = []
    for answer in answers:
        page = _Addresses(answer.text if answer.got.mimetype == "text/html" else "")
        for address in (*page.found, *page.sent_to, answer.got.location or ""):
            if address.startswith("/") and not address.startswith(f"{PATH}/"):
                found.append((answer.address, address))
        if "/_dash-component-suites/" not in answer.address:
            for each in without.finditer(answer.text):
                around = answer.text[max(0, each.start() - 40) : each.end() + 40]
                found.append((answer.address, around))
    return found


def test_no_address_of_ours_leads_out_of_the_path(made: Made, walked: list[Answer]):
    """Pages, scripts, styles, redirects and Dash's own answers name addresses below the path."""
    assert [] == leading_out(walked, made.below.client.application)
    assert [] == [a.address for a in walked if not a.address.startswith(f"{PATH}/")]


def test_an_overview_leads_to_its_parts_below_the_path(monkeypatch: pytest.MonkeyPatch):
    """The same for a map of so many tracks that it is shown by groups, on its picture too."""
    lines = {f"Track {t}": f"{'a' * (t + 1)}3 {'b' * (t + 1)}4" for t in range(MOST_TRACKS + 1)}
    monkeypatch.setattr(app_module, "WorkbookAtlas", lambda *_: Shelf(framework(lines, [])))
    server = app_module.create_app(Settings(workbook=SAMPLE, address=ORIGIN + PATH)).server
    first = [PATH + address for address in ("/", "/?start=a", "/?v=11", "/?track=Track+1", "/text")]
    answers = list(walk(server.test_client(), first))
    opening = [
        a for answer in answers for a in re.findall(r'class="group" href="([^"]+)', answer.text)
    ]

    assert [] == leading_out(answers, server)
    assert opening
    assert [] == [address for address in opening if not address.startswith(f"{PATH}/?")]


def test_everything_that_is_named_is_there(walked: list[Answer]):
    """The walk reaches every kind of page, and finds nothing missing but what it asks for so."""
    missing = {a.address for a in walked if a.got.status_code >= 400}
    reached = {re.sub(r"\?.*", "", answer.address) for answer in walked}

    assert missing <= {f"{PATH}{each}" for each in ("/?v=99", "/nowhere", "/hr/nowhere")} | {
        address for address in missing if address.startswith(f"{PATH}/plan")
    }
    assert {
        f"{PATH}{each}"
        for each in ("/", "/text", "/help", "/privacy", "/plan", "/plan.docx", "/comparison.xlsx",
                     "/template.xlsx", "/assets/shared.css", "/assets/shared.js", "/ladder",
                     "/assets/fonts/CareerSans-Regular.woff2", "/hr", "/hr/upload", "/hr/history",
                     "/hr/versions/1", "/hr/audit", "/hr/audit.csv", "/hr/stories", "/hr/account",
                     "/hr/framework.xlsx", "/hr/versions/1/originals/1")
    } <= reached  # fmt: skip


def test_the_same_pages_at_a_root(made: Made, walked: list[Answer]):
    """Without a path every page is, byte for byte, what it is below one without the path."""
    different = []
    for answer in walked:
        if answer.got.mimetype not in ("text/html", "application/json"):
            continue
        got = made.at_root.client.get(answer.address.removeprefix(PATH), **SECURE)
        texts = [
            _RANDOM.sub("", text.replace(PATH, ""))
            for text in (answer.text, got.get_data(as_text=True).replace("\\u002f", "/"))
        ]
        if texts[0] != texts[1]:
            different.append(answer.address)

    assert [] == different


def test_a_proxy_may_take_off_the_path_or_keep_it(made: Made):
    """Both get the same page, also when a stroke too many is left over."""
    texts = {
        address: _RANDOM.sub("", made.below.client.get(
            "/", environ_overrides={"PATH_INFO": address}, **SECURE
        ).get_data(as_text=True))
        for address in (f"{PATH}/text", "/text", "//text", f"{PATH}//text")
    }  # fmt: skip

    assert 1 == len(set(texts.values()))
    assert "Map as text" in texts["/text"]
    assert made.below.client.get(PATH, **SECURE).status_code == 200
    assert 404 == made.below.client.get(f"{PATH}s/text", **SECURE).status_code


def test_headers_say_nothing_of_the_path(made: Made):
    """Neither a header nor what a server made of one moves the pages to another path."""
    told = {"X-Forwarded-Prefix": "/evil", "X-Script-Name": "/evil"}
    pages = [
        browser.client.get(
            "/text", headers=told, environ_overrides={"SCRIPT_NAME": "/evil"}, **SECURE
        ).get_data(as_text=True)
        for browser in (made.below, made.at_root)
    ]

    assert [] == [page for page in pages if "evil" in page]


def test_a_choice_is_answered_below_the_path(made: Made):
    """What a callback sends for two stations leads below the path; Dash is told of it too."""
    page = made.below.client.get(f"{PATH}/", **SECURE).get_data(as_text=True)
    config = json.loads(re.findall(r'<script id="_dash-config"[^>]*>([^<]+)<', page)[0])
    outputs = made.below.client.get(f"{PATH}/_dash-dependencies", **SECURE).get_json()
    asked = next(each for each in outputs if "result.children" in each["output"])
    names = [each.rpartition(".") for each in asked["output"].strip(".").split("...")]
    version = re.findall(r'data-version="([^"]+)"', page)[0]
    choice = {"version": version, "start": "developer", "goal": "it-security-analyst"}
    answer = made.below.client.post(
        f"{PATH}/_dash-update-component",
        json={
            "output": asked["output"],
            "outputs": [{"id": name, "property": what} for name, _, what in names],
            "inputs": [{**asked["inputs"][0], "value": choice}],
            "state": [{**each, "value": ""} for each in asked["state"]],
            "changedPropIds": ["choice.data"],
        },
        **SECURE,
    )

    assert f"{PATH}/" == config["requests_pathname_prefix"]
    text = answer.get_data(as_text=True).replace("\\u002f", "/")
    assert f'"{PATH}/plan?start=developer' in text
    answers = [Answer("a choice", answer, text)]
    assert [] == leading_out(answers, made.below.client.application)


@pytest.mark.parametrize("path", ["/text", "/assets", "/titles"])
def test_a_path_that_is_a_page_of_ours(path: str):
    """Nobody could tell whether a proxy has taken it off, so the start says to choose another."""
    with pytest.raises(InvalidSetting, match=f"has the path {path}, which is a page"):
        create_app(Settings(workbook=SAMPLE, address=ORIGIN + path))


def test_the_path_of_hr_is_a_page_of_ours(made: Made):
    """The same for HR's pages, and for what is below them."""
    with pytest.raises(InvalidSetting, match="has the path /hr, which is a page"):
        mount(made.at_root.client.application, "/hr")
    with pytest.raises(InvalidSetting, match="has the path /hr/drafts, which is a page"):
        mount(made.at_root.client.application, "/hr/drafts")
