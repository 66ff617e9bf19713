"""A real server under a flood of guesses: its owner signs in, and hashes stay few."""

import random
import re
import secrets
import threading
import time
from collections import Counter
from datetime import UTC, datetime
from http.client import HTTPConnection
from statistics import median
from urllib.parse import urlencode

import pytest

from jobtrack_viz import accounts
from jobtrack_viz.store import open_store
from tests.stores import KINDS, database
from tests.test_two_servers import Site

ANN, PASSWORD, WRONG = "ann@example.org", "four words of mine", "wrong wrong wrong"
SECONDS, THREADS, TIMES = 20, 6, 26
CAMPUS = "203.0.113.7"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Visitor:
    """A browser that has the page to sign in open."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self._line = HTTPConnection("127.0.0.1", port, timeout=60)
        self._line.request("GET", "/hr/sign-in")
        answer = self._line.getresponse()
        self._token = TOKEN.search(answer.read().decode())[1]
        own = answer.headers["Set-Cookie"].split(";")[0]
        self._cookies = f"{own}; hr-known={cookie}" if cookie else own

    def sign_in(self, email: str, password: str, source: str) -> str:
        """``in``, ``wrong``, ``wait`` or the status of the answer."""
        form = {"csrf_token": self._token, "email": email, "password": password}
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": self._cookies,
            "X-Forwarded-For": f"192.0.2.66, {source}",
        }
        self._line.request("POST", "/hr/sign-in", urlencode(form), headers)
        answer = self._line.getresponse()
        text = answer.read().decode()
        if answer.status == 303:
            return "in"
        if "do not go together" in text:
            return "wrong"
        return "wait" if "too many attempts" in text else str(answer.status)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_a_flood(kind, tmp_path, monkeypatch, capsys):
    """Strangers guess for her and for random addresses, from her own source and from thousands."""
    monkeypatch.setenv("JOBTRACK_PROXIES", "1")
    key = secrets.token_urlsafe(48)
    monkeypatch.setenv("SECRET_KEY", key)
    with database(kind, tmp_path) as url:
        store, now = open_store(url), datetime.now(UTC)
        person = accounts.add(store, now, "command line", ANN)
        token = accounts.new_link(store, now, "command line", person)
        known = accounts.take_up(store, now, key, token, "", PASSWORD).browser
        site = Site(url)
        try:
            while not answers(site):
                time.sleep(0.2)
            told, walls, mine = flooded(site.port, known)
        finally:
            site.process.terminate()
            site.process.wait()
        store.close()
    with capsys.disabled():
        print(
            f"\n{kind}: {sum(told.values())} guesses in {SECONDS} s: {dict(told)}; the owner got in"
            f" {mine['in']} of {TIMES} times, median {median(walls) * 1000:.0f} ms, slowest"
            f" {max(walls) * 1000:.0f} ms"
        )

    assert {"in": TIMES} == mine
    assert set(told) <= {"wrong", "wait"}
    assert told["wrong"] <= 60 + 2 * SECONDS + 10


def flooded(port: int, known: str) -> tuple[Counter, list[float], Counter]:
    """What guesses were told, how long the owner waited each time, and what she was told."""
    told: Counter = Counter()
    end = time.monotonic() + SECONDS

    def guess(place: int) -> None:
        chance, visitor = random.Random(place), Visitor(port)
        while time.monotonic() < end:
            random_one = f"x{chance.random()}@example.org"
            anywhere = f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(256)}"
            email, source = (ANN, CAMPUS) if place % 2 else (random_one, anywhere)
            told[visitor.sign_in(email, WRONG, source)] += 1

    guessing = [threading.Thread(target=guess, args=(place,)) for place in range(THREADS)]
    for each in guessing:
        each.start()
    walls, mine = [], Counter()
    for _ in range(TIMES):
        begin = time.monotonic()
        owner = Visitor(port, known)
        mine[owner.sign_in(ANN, PASSWORD, CAMPUS)] += 1
        walls.append(time.monotonic() - begin)
        time.sleep(SECONDS / TIMES / 2)
    for each in guessing:
        each.join()
    return told, walls, mine


def answers(site: Site) -> bool:
    """Whether HR's pages are there."""
    try:
        return site.get("/hr/sign-in")[0] == 200
    except OSError:
        assert site.process.poll() is None, "the server has ended"
        return False
