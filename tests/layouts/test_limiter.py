"""Answers that take long hold half of the threads at most; whoever comes too late is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

import app as app_module
from jobtrack_viz.journeys import Found
from layouts import outcome as outcome_module
from layouts.limiter import Limiter, TooBusy
from tests.shelves import Shelf, application
from tests.test_nonsense import PLACE, question

PAIR = "start=trainee&goal=senior-coder"
COSTLY = (
    f"/?{PAIR}&via=adviser",
    f"/?{PAIR}&down=1",
    f"/plan?{PAIR}",
    f"/plan.docx?{PAIR}",
    f"/comparison.xlsx?{PAIR}",
)


@pytest.fixture
def limiter() -> Limiter:
    """One without patience, whose places are all taken by the test that asks for it."""
    return Limiter(2, patience=0.0)


@pytest.fixture
def client(framework, monkeypatch, limiter):
    """A browser without a screen."""
    monkeypatch.setattr(app_module, "Limiter", lambda: limiter)
    return application(Shelf(framework), monkeypatch).server.test_client()


@pytest.mark.parametrize("path", COSTLY)
def test_an_expensive_answer_too_many(client, limiter, path):
    """The page says when to come back, and leads there; once there is a place it is answered."""
    with limiter.place(), limiter.place():
        full = client.get(path)

    assert (503, "5", "no-store") == (
        full.status_code,
        full.headers["Retry-After"],
        full.headers["Cache-Control"],
    )
    words = full.get_data(as_text=True)
    assert "The server is busy" in words
    assert f'href="{path.replace("&", "&amp;")}"' in words
    assert 200 == client.get(path).status_code


@pytest.mark.parametrize("path", ["/", f"/?{PAIR}", "/text", "/titles", "/help", "/version"])
def test_cheap_answers_need_no_place(client, limiter, path):
    """They are given while all places are taken."""
    with limiter.place(), limiter.place():
        assert 200 == client.get(path).status_code


def test_a_choice_that_comes_too_late(client, limiter):
    """The panel says so, offers another try, and changes nothing else."""
    asks = question(client)
    asks["inputs"][0]["value"]["plan"] = "via=adviser"
    with limiter.place(), limiter.place():
        answer = client.post(PLACE, json=asks)

    assert 200 == answer.status_code
    assert ["trouble"] == list(answer.json["response"])
    assert "Try again" in answer.get_data(as_text=True)


def test_expensive_answers_hold_half_of_the_threads(framework, monkeypatch):
    """Of four at a time two are made, and two are told at once; then places are free again."""
    begun, go = [], Event()

    def look_for(*_) -> Found:
        begun.append(None)
        assert go.wait(20)
        return Found(())

    monkeypatch.setattr(outcome_module, "look_for", look_for)
    monkeypatch.setattr(app_module, "Limiter", lambda: Limiter(patience=0.05))
    server = application(Shelf(framework), monkeypatch).server
    server.config["draw_first_map"]()
    with ThreadPoolExecutor(4) as pool:
        paths = [f"/?{PAIR}&via={via}" for via in ("adviser", "coder", "desk-lead", "keeper")]
        asked = [pool.submit(lambda path: server.test_client().get(path), p) for p in paths]
        told = [each for each in asked if _status_soon(each) == 503]
        go.set()
        statuses = sorted(each.result(20).status_code for each in asked)

    assert 2 == len(begun) == len(told)
    assert [200, 200, 503, 503] == statuses


def _status_soon(answer) -> int:
    try:
        return answer.result(3).status_code
    except TimeoutError:
        return 0


def test_a_place_is_given_back_after_an_error():
    """Whatever happens in it."""
    limiter = Limiter(1, patience=0.0)
    for _ in range(3):
        with pytest.raises(KeyError), limiter.place():
            raise KeyError
    with limiter.place(), pytest.raises(TooBusy), limiter.place():
        pass
