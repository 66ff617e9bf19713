"""What the page of a part says and sends while the part is drawn elsewhere."""

import re
from threading import Event

import pytest

from jobtrack_viz.atlas import Published
from jobtrack_viz.network import build_network
from jobtrack_viz.parts import PartQueue
from jobtrack_viz.parts.drawing import draw
from jobtrack_viz.sandbox import TooSlow
from jobtrack_viz.views import Drawers, Views
from tests.parts.test_parts_queue import until
from tests.shelves import application
from tests.test_nonsense import PLACE, question

PAGE = "/?track=Code&track=Desk&start=coder"
STATE = "/part?track=Code&track=Desk&v=1"


class Gate:
    """Draws when it is open, unless it is broken."""

    def __init__(self) -> None:
        self.open, self.broken, self.reached = Event(), False, 0

    def __call__(self, task: bytes) -> bytes:
        """The part."""
        self.reached += 1
        assert self.open.wait(20)
        if self.broken:
            raise TooSlow("cpu", 30)
        return draw(task)


class One:
    """An atlas with one version, whose parts wait for a gate."""

    reachable = True

    def __init__(self, framework, gate: Gate) -> None:
        network = build_network(framework)
        self.queue = PartQueue(None, gate)
        views = Views(network, None, Drawers(self.queue))
        self._only = Published("1", framework, network, views, "version")

    def current(self) -> Published:
        """The only one."""
        return self._only

    def at(self, _: str) -> Published:
        """The only one."""
        return self._only


@pytest.fixture
def gate():
    """Closed at first; open in the end, so that no thread is left."""
    made = Gate()
    yield made
    made.open.set()


@pytest.fixture
def atlas(framework, gate):
    """One version."""
    return One(framework, gate)


@pytest.fixture
def client(atlas, monkeypatch):
    """A browser without a screen."""
    return application(atlas, monkeypatch).server.test_client()


def text_of(answer) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)).split())


def test_a_part_that_is_being_drawn(client, gate):
    """The page comes at once, is kept by no cache, and says where to ask; then it is the map."""
    first, state = client.get(PAGE), client.get(STATE)
    html = first.get_data(as_text=True)

    assert (200, "no-store") == (first.status_code, first.headers["Cache-Control"])
    assert "This part of the map is being drawn." in text_of(first)
    assert 'data-drawn="/part?track=Desk&amp;track=Code&amp;v=1"' in html
    assert 'data-instead="waiting"' in html
    assert 'href="/?start=coder&amp;track=Desk&amp;track=Code" id="look-again"' in html
    assert ({"settled": False}, "no-store") == (state.json, state.headers["Cache-Control"])
    gate.open.set()
    assert until(lambda: client.get(STATE).json == {"settled": True})
    then = client.get(PAGE)
    assert "no-cache" == then.headers["Cache-Control"]
    assert "being drawn" not in then.get_data(as_text=True)
    assert 'id="s-coder"' in then.get_data(as_text=True)


def test_answers_say_which_picture_they_are_for(client, gate):
    """What lies over an overview does not fit the map, so a page has to know."""
    asks = question(client)
    asks["inputs"][0]["value"] |= {"version": "1", "view": "track=Code&track=Desk"}
    shown = [client.post(PLACE, json=asks).json["response"]["shown"]["data"]["instead"]]
    gate.open.set()
    assert until(lambda: client.get(STATE).json == {"settled": True})
    shown.append(client.post(PLACE, json=asks).json["response"]["shown"]["data"]["instead"])

    assert ["waiting", ""] == shown


def test_a_part_that_cannot_be_drawn(client, gate):
    """The page stays an overview, and offers the text."""
    gate.broken = True
    client.get(PAGE)
    gate.open.set()
    assert until(lambda: client.get(STATE).json == {"settled": True})
    page = client.get(PAGE)

    assert "This part is too large to be drawn as one map." in text_of(page)
    assert "data-drawn" not in page.get_data(as_text=True)


def test_too_many_parts_at_once(client, atlas, gate):
    """A further one is asked for later: a page says so, and when; pages that are open go on."""
    for number in range(2):
        atlas.queue.ask(str(number), lambda: b"{}")
    until(lambda: gate.reached == 2)  # as many as are drawn at a time wait no longer
    for number in range(2, 30):
        atlas.queue.ask(str(number), lambda: b"{}")
    page = client.get(PAGE)
    asks = question(client)
    asks["inputs"][0]["value"] |= {"version": "1", "view": "track=Code&track=Desk"}

    assert (503, "15", "no-store") == (
        page.status_code,
        page.headers["Retry-After"],
        page.headers["Cache-Control"],
    )
    assert "Try again in 15 seconds." in text_of(page)
    assert "/?track=Code&amp;track=Desk&amp;start=coder" in page.get_data(as_text=True)
    assert 200 == client.post(PLACE, json=asks).status_code
    assert 200 == client.get("/text").status_code
    gate.broken = True


@pytest.mark.parametrize("query", ["", "track=Nowhere", "from=x", "v=1", "track=%00"])
def test_nothing_to_wait_for(client, query):
    """Of what is no part of the map a script is told so."""
    assert {"settled": True} == client.get(f"/part?{query}").json
