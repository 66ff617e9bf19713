"""Nonsense is answered as such: by no error of the program, and with no traceback in the log."""

import io
import json
import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder

from tests.nonsense import HOSTILE_BODIES, Nonsense, drawn
from tests.shelves import DRAFT, Shelf, application

PLACE = "/_dash-update-component"
MOST_SECONDS = 2
"""CPU for one request; on an idle machine none takes a tenth of it."""


@pytest.fixture
def client(framework, monkeypatch) -> FlaskClient:
    """A browser without a screen in front of three versions, drawn before."""
    server = application(Shelf(framework), monkeypatch).server
    server.config["draw_first_map"]()
    return server.test_client()


def status_of(client: FlaskClient, request: Nonsense) -> int:
    """Send it as it stands, past all that a well-behaved client would mend."""
    path, _, query = request.path.partition("?")
    environ = EnvironBuilder(path="/", method="GET").get_environ()
    environ["REQUEST_METHOD"] = request.method
    environ["PATH_INFO"], environ["QUERY_STRING"] = path.replace("%00", "\0"), query
    environ["CONTENT_LENGTH"] = str(len(request.body))
    environ["wsgi.input"] = io.BytesIO(request.body)
    for name, value in request.headers.items():
        key = name.upper().replace("-", "_")
        plain = value.encode().decode("latin-1")
        environ[key if key.startswith("CONTENT_") else f"HTTP_{key}"] = plain
    answer = client.run_wsgi_app(environ)
    return int(answer[1].split()[0])


def sent(client: FlaskClient, seeds: range) -> Iterator[tuple[int, Nonsense, int, float]]:
    """What becomes of the request of each seed: its status, and the CPU seconds that it took."""
    callbacks = [c for c in client.get("/_dash-dependencies").json if not c["clientside_function"]]
    for seed in seeds:
        request = drawn(seed, callbacks, "12")
        before = time.process_time()
        status = status_of(client, request)
        yield seed, request, status, time.process_time() - before


@pytest.mark.parametrize("block", range(4))
def test_nonsense_has_an_answer(client, caplog, block):
    """No error of the program, and nothing in the log."""
    wrong = [
        (seed, request, status)
        for seed, request, status, _ in sent(client, range(block * 250, block * 250 + 250))
        if status >= 500
    ]

    assert [] == wrong
    assert [] == [record.getMessage() for record in caplog.records]


@pytest.mark.long
@pytest.mark.parametrize("block", range(20))
def test_much_nonsense_has_an_answer(client, caplog, block):
    """Ten thousand more, and none takes long."""
    seeds = range(1000 + block * 500, 1500 + block * 500)
    wrong = [
        (seed, request, status, seconds)
        for seed, request, status, seconds in sent(client, seeds)
        if status >= 500 or seconds > MOST_SECONDS
    ]

    assert [] == wrong
    assert [] == [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize("body", HOSTILE_BODIES, ids=range(len(HOSTILE_BODIES)))
def test_a_body_that_is_no_question(client, caplog, body):
    """It cannot be read, whatever it is."""
    answer = client.post(PLACE, data=body, content_type="application/json")

    assert 400 == answer.status_code
    assert "could not be understood" in answer.get_data(as_text=True)
    assert [] == caplog.records


def question(client: FlaskClient) -> dict:
    """A page's own question."""
    known = next(c for c in client.get("/_dash-dependencies").json if "choice" in str(c["inputs"]))
    names = [name.rsplit(".", 1) for name in known["output"].strip(".").split("...")]
    value = {"version": "12", "start": "trainee", "goal": "coder"}
    return {
        "output": known["output"],
        "outputs": [{"id": part, "property": prop} for part, prop in names],
        "inputs": [{"id": "choice", "property": "data", "value": value}],
        "state": [{**each, "value": ""} for each in known["state"]],
        "changedPropIds": ["choice.data"],
    }


SHORT = {
    "inputs": [],
    "state": [],
    "outputs": [],
    "changedPropIds": 5,
}


@pytest.mark.parametrize("part", SHORT)
@pytest.mark.parametrize("kind", ["short", "missing", "null", "text", "object"])
def test_a_question_that_lacks_a_part(client, caplog, part, kind):
    """It is refused before Dash sees it; the whole question is answered."""
    whole = question(client)
    values = {"short": SHORT[part], "null": None, "text": "x", "object": {}}
    spoilt = {name: value for name, value in whole.items() if name != part}
    if kind != "missing":
        spoilt[part] = values[kind]
    wanted = 200 if (part, kind) == ("changedPropIds", "missing") else 400

    assert wanted == client.post(PLACE, json=spoilt).status_code
    assert 200 == client.post(PLACE, json=whole).status_code
    assert [] == caplog.records


@pytest.mark.parametrize("depth", [7, 50, 1000])
def test_values_that_nest_deeper_than_a_page_does(client, depth):
    """They are refused, wherever they stand."""
    whole, deep = question(client), '{"a":' * depth + "1" + "}" * depth
    whole["inputs"][0]["value"] = "HERE"
    body = json.dumps(whole).replace('"HERE"', deep)

    assert 400 == client.post(PLACE, data=body, content_type="application/json").status_code


@pytest.mark.parametrize("referrer", ["http://[::1", "http://[", "//[x", "http://[x]y[/"])
def test_a_referrer_that_is_no_address(client, caplog, referrer):
    """The panel cannot be made from it; pages, which do not need it, are shown."""
    asked = {
        path: client.get(path, headers={"Referer": referrer}) for path in ("/_dash-layout", "/")
    }

    assert {"/_dash-layout": 400, "/": 200} == {p: a.status_code for p, a in asked.items()}
    assert [] == caplog.records


SPELLINGS = (
    "/?v=&v={}",
    "/?v={}&v=12",
    "/?%76={}",
    "/text?v=&v={}",
    "/plan?v=&v={}&start=trainee&goal=coder",
    "/plan.docx?v=&v={}&start=trainee&goal=coder",
    "/comparison.xlsx?v=&v={}&start=trainee&goal=coder",
    "/titles?v=&v={}",
    "/ladder?version={}",
    "/?start=trainee&v=&v=&v={}",
)


@pytest.mark.parametrize("path", SPELLINGS)
def test_a_draft_is_kept_nowhere_however_it_is_asked_for(client, path):
    """Every address that shows a draft gets its headers."""
    answer = client.get(path.format(DRAFT))

    assert (200, "no-store", "noindex") == (
        answer.status_code,
        answer.headers["Cache-Control"],
        answer.headers["X-Robots-Tag"],
    )
    policy = "same-origin" if path.startswith("/?") else "no-referrer"
    assert policy == answer.headers["Referrer-Policy"]


@pytest.mark.parametrize("spelling", ["v=&v={}", "%76={}", "x=1&v={}"])
def test_what_a_page_of_a_draft_asks_for_is_kept_nowhere(client, spelling):
    """Its panel, however the page's address names the draft, and its answers to a choice."""
    page = f"http://localhost/?{spelling.format(DRAFT)}"
    panel = client.get("/_dash-layout", headers={"Referer": page})
    asks = question(client)
    asks["inputs"][0]["value"]["version"] = DRAFT
    answer = client.post(PLACE, json=asks)

    assert DRAFT in panel.get_data(as_text=True)
    assert ["no-store"] * 2 == [each.headers["Cache-Control"] for each in (panel, answer)]
