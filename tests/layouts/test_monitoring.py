"""What monitoring asks costs one thread, however often it asks and whatever does not answer."""

from threading import Event

from flask import Flask

from jobtrack_viz.atlas import Standing
from layouts import health


class Stuck:
    """An atlas that answers only when a test says so."""

    def __init__(self) -> None:
        self.go = Event()
        self.asked = 0

    def standing(self) -> Standing:
        """Version 7 is shown."""
        self.asked += 1
        self.go.wait(20)
        return Standing("7", "7")


def test_one_question_at_a_time(monkeypatch):
    """While an answer is awaited nobody asks anew; later probes say that it is late, then it."""
    monkeypatch.setattr(health, "_SECONDS", 0.02)
    server, atlas = Flask(__name__), Stuck()
    health.add_health(server, atlas)
    client = server.test_client()
    late = [client.get("/readyz") for _ in range(5)]
    asked = atlas.asked
    atlas.go.set()
    monkeypatch.setattr(health, "_SECONDS", 20)
    found = client.get("/readyz")

    assert ({503}, {health._LATE}, 1) == (
        {each.status_code for each in late},
        {each.json["why"] for each in late},
        asked,
    )
    assert (200, "7") == (found.status_code, found.json["version"])
