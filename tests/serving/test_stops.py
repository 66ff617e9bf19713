"""Workers stop and are replaced, and the server is reloaded, while people read: nobody notices."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serving.clients import asking
from tools.bench_slow_clients import holding_up
from tools.production import Production, started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no gunicorn")

CLIENTS, RELOADS, STOPS = 32, 3, 9
PATIENCE = 120


def until(true: Callable[[], bool]) -> None:
    """Wait for something that takes seconds."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def stop_one(site: Production, place: int) -> float:
    """Seconds until a worker that was told to stop has gone and its successor can answer."""
    began, ready = time.monotonic(), site.ready()
    worker = site.workers()[place]
    os.kill(worker, signal.SIGTERM)
    until(lambda: worker not in site.workers() and site.ready() > ready)
    return time.monotonic() - began


def reload(site: Production) -> float:
    """Seconds until all workers have been replaced and can answer."""
    began, ready, before = time.monotonic(), site.ready(), site.workers()
    site.process.send_signal(signal.SIGHUP)
    until(lambda: site.ready() >= ready + len(before) and not set(before) & set(site.workers()))
    return time.monotonic() - began


def test_a_stop_and_a_reload(tmp_path: Path):
    """Whoever asks meanwhile is answered, on new connections and on those that are kept."""
    with started(tmp_path, os.environ) as site, asking(site.port, 4) as asked:
        stop_one(site, 0)
        reload(site)

    assert ([], True) == (asked.failed, len(asked.waits) >= 4)


@pytest.mark.long
def test_the_only_worker_stops(tmp_path: Path):
    """Connections wait for its successor, and none is refused."""
    with started(tmp_path, os.environ, workers=1) as site, asking(site.port, 4) as asked:
        stop_one(site, 0)

    assert ([], True) == (asked.failed, len(asked.waits) >= 4)


@pytest.mark.long
def test_many_stops_and_reloads(tmp_path: Path):
    """Three reloads and nine stops under 32 clients lose no request."""
    with started(tmp_path, os.environ) as site:
        with asking(site.port, CLIENTS) as asked:
            stops = [stop_one(site, turn % 2) for turn in range(STOPS)]
            told_stops = asked.told()
        with asking(site.port, CLIENTS) as again:
            reloads = [reload(site) for _ in range(RELOADS)]
        ended = time.monotonic()
        code = site.stop()
        ended = time.monotonic() - ended
    print(f"\n{STOPS} stops under {CLIENTS} clients: {told_stops}; each took {max(stops):.1f} s")
    print(f"{RELOADS} reloads: {again.told()}; each took {max(reloads):.1f} s at most")
    print(f"the whole server stopped in {ended:.1f} s")

    assert ([], []) == (asked.failed, again.failed)
    assert 0 == code


@pytest.mark.long
def test_a_stop_while_others_hold_it_up(tmp_path: Path):
    """Half a body, a silent line or a deaf reader delays the end of a worker by seconds only."""
    with started(tmp_path, os.environ) as site, holding_up(site.port, 100):
        time.sleep(2)
        took = stop_one(site, 0)
        ended = time.monotonic()
        code = site.stop()
        ended = time.monotonic() - ended
    print(f"\n100 bad connections: a worker replaced in {took:.1f} s, all stopped in {ended:.1f} s")

    assert (0, True) == (code, ended < 35)
