"""Who may ask for what: every route, every method, every callback, and four kinds of visitors."""

from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import Client

from app import create_app
from jobtrack_viz import accounts
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import add_person, add_session, open_store
from layouts.access import CALLBACKS, REFUSED, ROUTES, Access

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE")
OPEN_DOORS = {"/hr/sign-in", "/hr/password/x"}
"""What of HR's pages somebody can see who is not signed in."""
PARTS = {"int": "1", "any": "link", "path": "x", "string": "x", "default": "x"}
TOKENS = {"HR": "a" * 43, "expired": "b" * 43, "forged": "c" * 43, "anonymous": ""}


@pytest.fixture(scope="module")
def dash(tmp_path_factory: pytest.TempPathFactory):
    """The whole application, with two sessions of HR, one of which is over."""
    database = f"sqlite:///{tmp_path_factory.mktemp('access') / 'hr.sqlite3'}"
    app = create_app(Settings(database=database, secret_key="k" * 40))
    now = datetime.now(UTC)
    with open_store(database).writing() as db:
        ann = add_person(db, now, "ann@example.ac.uk")
        for name, hours in (("HR", 1), ("expired", -1)):
            token = accounts.hash_of(TOKENS[name])
            add_session(db, now, token, ann, "", now + timedelta(hours=hours))
    app.server.config["draw_first_map"]()
    return app


@pytest.fixture(scope="module")
def visitors(dash) -> dict[str, Client]:
    """A browser for each kind of visitor."""
    found = {}
    for name, token in TOKENS.items():
        found[name] = dash.server.test_client()
        if token:
            found[name].set_cookie("hr", token, path="/hr")
    return found


def address(rule: Rule) -> str:
    """The rule with something in each of its places."""
    parts = (
        PARTS[(part.split("(")[0].split(":")[0] if ":" in part else "default")]
        + part.split(">", 1)[1]
        for part in rule.rule.split("<")[1:]
    )
    return rule.rule.split("<")[0] + "".join(parts)


def routes(server: Flask) -> dict[str, dict[str, Access]]:
    """Every address that the application knows, with what is listed for each of its methods."""
    found: dict[str, dict[str, Access]] = {}
    for rule in server.url_map.iter_rules():
        methods = found.setdefault(address(rule), {})
        access = ROUTES.get(rule.endpoint)
        if access:
            methods.update(dict.fromkeys(access.methods, access))
    return found


def test_every_route_is_on_the_list(dash):
    """A new route is refused until somebody has said who may use it; no entry outlives one."""
    known = {rule.endpoint for rule in dash.server.url_map.iter_rules()}

    assert known - set(ROUTES) == set(REFUSED)
    assert set() == set(ROUTES) - known


def test_every_callback_is_on_the_list(dash):
    """What Dash runs on the server for anybody is named; what runs in the browser is not asked."""
    on_server = {
        each["callback"].__name__ for each in dash.callback_map.values() if "callback" in each
    }

    assert on_server == CALLBACKS


def test_the_whole_matrix(dash, visitors):
    """Listed methods of public routes answer everybody alike; HR's only who is signed in."""
    wrong = []
    for path, listed in routes(dash.server).items():
        for method, (name, client) in product(METHODS, visitors.items()):
            answer = client.open(path, method=method)
            status, to = answer.status_code, answer.headers.get("Location", "")
            at_the_door = status == 303 and to.startswith("/hr/sign-in")
            access = listed.get(method)
            if path.startswith("/hr") and name != "HR" and not (access and path in OPEN_DOORS):
                right = at_the_door
            elif access is None:
                right = status in (404, 405)
            elif path.startswith("/hr"):
                right = status == 400 if method == "POST" else status < 500 and not at_the_door
            else:
                right = status < 500 and status != 405 and "Set-Cookie" not in answer.headers
            if not right:
                wrong.append((method, path, name, status, to))

    assert [] == wrong


def test_callbacks_that_are_not_on_the_list(dash):
    """Neither unknown ones nor those that run in the browser are answered."""
    client = dash.server.test_client()
    in_browser = [name for name, each in dash.callback_map.items() if "callback" not in each]
    asked = [*in_browser, "", "nothing.data", None, ["a"], {"a": 1}]
    answers = [
        client.post("/_dash-update-component", json={"output": each, "inputs": []}).status_code
        for each in asked
    ]

    assert [400] * len(asked) == answers
    assert 400 == client.post("/_dash-update-component", data=b"{").status_code


@pytest.mark.parametrize(
    "path",
    [
        "/hr/",
        "//hr",
        "/hr//people",
        "/hr/people/",
        "/hr/./people",
        "/hr/../hr/people",
        "/x/../hr/people",
        "/hr\\people",
        "/hr/people\x00",
        "/hr/people%00",
        "/HR/people",
        "/hr;/people",
        "/hr/people;a=b",
        "/hr.people",
        "/hr/people.csv",
        "/assets/../hr/people",
        "/_dash-component-suites/../hr/people",
    ],
)
def test_no_way_around(dash, visitors, path):
    """However an address of HR's pages is twisted, nobody sees one who is not signed in."""
    anonymous = visitors["anonymous"]
    answer = anonymous.get("/", environ_overrides={"PATH_INFO": path})

    assert answer.status_code in (303, 308, 404)
    assert b"Add a person" not in answer.get_data()
    assert 500 > visitors["HR"].get("/", environ_overrides={"PATH_INFO": path}).status_code


def test_readers_pages_look_for_no_cookie(dash, monkeypatch):
    """Even a browser that sends HR's cookie everywhere is not recognised outside of /hr."""

    def fail(*_):
        raise AssertionError("somebody asks who this is")

    client = dash.server.test_client()
    client.set_cookie("hr", TOKENS["HR"], path="/")
    monkeypatch.setattr(accounts, "visit", fail)
    answers = [client.get(path) for path in ("/", "/text", "/help", "/healthz", "/nowhere")]

    assert [200, 200, 200, 200, 404] == [answer.status_code for answer in answers]
    assert [] == [each for answer in answers for each in answer.headers.getlist("Set-Cookie")]


def test_without_hr_there_are_no_addresses_of_hr():
    """A workbook that is shown read-only has nothing to sign in to."""
    client = create_app(Settings(workbook=Path("data/sample.xlsx"))).server.test_client()
    client.get("/")

    assert [404] * 3 == [client.get(p).status_code for p in ("/hr", "/hr/sign-in", "/hr/x/y")]


def test_refusals_of_hr_look_like_hr(dash, visitors, monkeypatch):
    """What is not there and what fails inside is told on a page of HR, without its reason."""

    def fail(*_, **__):
        raise RuntimeError("secret detail")

    missing = visitors["HR"].get("/hr/versions/999999")
    large = visitors["anonymous"].post("/hr/sign-in", data={"email": "a" * 2_000_000})
    monkeypatch.setattr("layouts.hr.people.everybody", fail)
    failed = visitors["HR"].get("/hr/people")
    pages = [answer.get_data(as_text=True) for answer in (missing, failed, large)]

    assert [404, 500, 413] == [each.status_code for each in (missing, failed, large)]
    assert [True, True, True] == ["Career map for HR" in page for page in pages]
    assert "secret" not in pages[1]


def test_headers(dash, visitors):
    """Policies on every answer, also on refusals; HR's pages are stricter and never cached."""
    for path in ("/", "/help", "/nowhere", "/healthz", "/assets/favicon.svg", "/plan?start=x"):
        headers = visitors["HR"].get(path).headers
        assert "script-src 'self'" in headers["Content-Security-Policy"], path
        assert "nosniff" == headers["X-Content-Type-Options"]
        assert "unsafe-eval" not in headers["Content-Security-Policy"]
        assert "Set-Cookie" not in headers
        assert "cookie" not in headers.get("Vary", "").lower()
    for path in ("/hr", "/hr/sign-in", "/hr/nowhere", "/hr/people", "/hr/audit.csv", "/hr/x//y"):
        for name in ("anonymous", "HR"):
            headers = visitors[name].get(path).headers
            assert "no-store" == headers["Cache-Control"], path
            assert "unsafe" not in headers["Content-Security-Policy"]
            assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
            assert "same-origin" == headers["Referrer-Policy"]
