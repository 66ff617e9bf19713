"""A PostgreSQL server that falls silent for half a minute holds up no reader of a real server."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from jobtrack_viz.store import open_store
from tests.damage import add_version
from tests.relay import Relay
from tests.stores import new_postgresql
from tests.test_two_servers import Site
from tools.production import started

SECONDS = 30
MOST = 2.0
"""Seconds in which a reader must have an answer."""


@contextmanager
def by_signal(server) -> Iterator[tuple[str, Callable[[], None], Callable[[], None]]]:
    """All processes of the server are stopped, and go on later."""
    parent = int((Path(server.pgdata) / "postmaster.pid").read_text().splitlines()[0])

    def send(number: int) -> None:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        for process in (parent, *map(int, children)):
            os.kill(process, number)

    yield (
        server.get_uri(),
        lambda: send(signal.SIGSTOP),
        lambda: send(signal.SIGCONT),
    )


@contextmanager
def by_relay(server) -> Iterator[tuple[str, Callable[[], None], Callable[[], None]]]:
    """What lies between takes everything, and passes nothing on."""
    relay = Relay(server.get_uri())
    yield relay.address, relay.fall_silent, relay.speak
    relay.close()


@pytest.mark.long
@pytest.mark.parametrize("how", [by_signal, by_relay], ids=["stopped", "silent relay"])
def test_readers_of_a_silent_database(how, framework, tmp_path):
    """Each has an answer within two seconds, HR is told, and it comes up by itself."""
    server = new_postgresql(f"frozen-{os.getpid()}-{how.__name__}")
    pause = Event()
    with how(server) as (address, freeze, thaw):
        store = open_store(address)
        add_version(store, framework, "Before")
        environ = {**os.environ, "DATABASE_URL": address, "JOBTRACK_WORKBOOK": ""}
        with started(tmp_path, environ) as running:
            site = Site(running)
            for _ in range(10):
                site.get("/")
            waits, statuses, told = [], set(), set()
            freeze()
            try:
                ends = time.monotonic() + SECONDS
                while time.monotonic() < ends:
                    for path in ("/", "/text", "/version", "/healthz", "/readyz"):
                        asked = time.monotonic()
                        status, text = site.get(path)
                        waits.append((time.monotonic() - asked, path))
                        statuses.add((path, status))
                        if path == "/readyz":
                            told.add(json.loads(text)["why"])
                    pause.wait(0.2)
                closed, page = site.get("/hr/password/abc")
            finally:
                thaw()
            back = time.monotonic()
            while json.loads(site.get("/readyz")[1])["why"]:
                assert time.monotonic() < back + 60
                pause.wait(0.1)
            back = time.monotonic() - back
        store.close()
    server.cleanup()
    slow = sorted(waits, reverse=True)
    print(
        f"\n{how.__name__}: {len(waits)} answers in {SECONDS} s, the slowest {slow[0][0]:.2f} s"
        f" ({slow[0][1]}), {sum(wait > 0.5 for wait, _ in waits)} above 0.5 s, median"
        f" {slow[len(slow) // 2][0] * 1000:.0f} ms; back after {back:.1f} s; {sorted(told)}"
    )

    assert {200} == {status for _, status in statuses}
    assert slow[0][0] <= MOST
    assert any("Version 1 is shown as it was last read" in why for why in told)
    assert 503 == closed
    assert "The database cannot be used just now" in page
