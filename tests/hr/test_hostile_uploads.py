"""The whole attack set through the real form of a running server, while people read the map."""

import http.client
import json
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread

import pytest

from jobtrack_viz import accounts
from jobtrack_viz.store import open_store
from tests.hostile import READ, REFUSED
from tests.hostile_parts import BESIDE_CELLS
from tests.telltale import telltale
from tools.production import started

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
PASSWORD = "four words of mine"
LONGEST = 5.0
ROUNDS = 3
IDLE_SECONDS = 8
BETWEEN_PAGES = 0.1
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_SHOWN = re.compile(r'name="shown" value="([^"]+)"')


@dataclass
class Visitor:
    """A browser with one connection: it follows no redirect, and keeps HR's cookie."""

    port: int
    cookie: str = ""
    line: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, path: str, body: bytes = b"", kind: str = "") -> tuple[int, str, str]:
        """Status, page and where it leads; the connection is a new one after a failure."""
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if kind:
            headers["Content-Type"] = kind
        try:
            self.line.request("POST" if kind else "GET", path, body or None, headers)
            answer = self.line.getresponse()
            page = answer.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            self.line.close()
            return 0, "", ""
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            self.cookie = cookie.partition(";")[0]
        return answer.status, page, answer.headers.get("Location", "")

    def send(self, path: str, page: str, *files: tuple[str, bytes], **fields: str):
        """The answer to the form of a page."""
        token = _TOKEN.search(page)
        edge = secrets.token_hex(16)
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in {"csrf_token": token[1] if token else "", **fields}.items()
        ]
        for name, data in files:
            head = f'Content-Disposition: form-data; name="files"; filename="{name}"'
            kind = "Content-Type: application/octet-stream"
            parts.append(f"--{edge}\r\n{head}\r\n{kind}\r\n\r\n".encode() + data + b"\r\n")
        body = b"".join([*parts, f"--{edge}--\r\n".encode()])
        return self.ask(path, body, f"multipart/form-data; boundary={edge}")


@contextmanager
def running(folder: Path) -> Iterator[tuple[int, str, Path]]:
    """Two workers on one SQLite file, with the sample published: port, database, log."""
    url = f"sqlite:///{folder / 'jobtrack.sqlite3'}"
    env = {name: text for name, text in os.environ.items() if not name.startswith("JOBTRACK_")}
    with started(folder, env | {"DATABASE_URL": url}, workers=WORKERS) as site:
        yield site.port, url, site.log


def signed_in(port: int, url: str) -> Visitor:
    """Somebody of HR, with a password of their own."""
    store, now = open_store(url), datetime.now(UTC)
    person = accounts.add(store, now, "command line", "ann@example.ac.uk")
    link = f"/hr/password/{accounts.new_link(store, now, 'command line', person)}"
    store.close()
    visitor = Visitor(port)
    visitor.send(link, visitor.ask(link)[1], password=PASSWORD, again=PASSWORD)
    assert visitor.ask("/hr")[0] == 200
    return visitor


@contextmanager
def reading(port: int) -> Iterator[tuple[list[float], list[int]]]:
    """Somebody reads one page after the other: seconds of each, and what went wrong."""
    seconds: list[float] = []
    wrong: list[int] = []
    done = Event()

    def read() -> None:
        visitor, pages = Visitor(port), ("/", "/text", "/?start=developer")
        while not done.wait(BETWEEN_PAGES):
            begun = time.perf_counter()
            status = visitor.ask(pages[len(seconds) % len(pages)])[0]
            seconds.append(time.perf_counter() - begun)
            if status != 200:
                wrong.append(status)

    thread = Thread(target=read)
    thread.start()
    try:
        yield seconds, wrong
    finally:
        done.set()
        thread.join(60)


def slowest_of_twenty(seconds: list[float]) -> float:
    """The 95th percentile."""
    return quantiles(seconds, n=20)[-1]


def uploaded(visitor: Visitor, name: str, data: bytes) -> tuple[list[int], list[float], str]:
    """Every answer's status and seconds, from the form to the draft, and how it ended."""
    page = visitor.ask("/hr/upload")[1]
    statuses, seconds = [], []
    fields = {"mode": "replace"}
    for _ in range(2):
        begun = time.perf_counter()
        status, answer, to = visitor.send("/hr/upload", page, (name, data), **fields)
        seconds.append(time.perf_counter() - begun)
        statuses.append(status)
        shown = _SHOWN.search(answer)
        if status != 200 or not shown:
            break
        page, fields = answer, fields | {"extras": "strip", "shown": shown[1]}
    if not to:
        return statuses, seconds, "refused"
    while not json.loads(visitor.ask(f"{to}/state")[1])["done"]:
        Event().wait(0.05)
    status, page, _ = visitor.ask(to)
    statuses.append(status)
    if marked := re.search(r'href="([^"]+/marked\.xlsx)"', page):
        begun = time.perf_counter()
        statuses.append(visitor.ask(marked[1])[0])
        seconds.append(time.perf_counter() - begun)
    return statuses, seconds, "read"


def attack_set() -> dict[str, bytes]:
    """Every hostile and odd file there is."""
    cases = {case.name: case.make for case in (*REFUSED, *READ)}
    return {name: make() for name, make in {**cases, **BESIDE_CELLS, "telltale": telltale}.items()}


@pytest.mark.long
def test_the_attack_set_through_the_form(tmp_path: Path):
    """No worker dies, no answer is a failure of the server, each comes within five seconds.

    Meanwhile readers wait less than twice as long as usual (95th percentile, median of three). The
    first round sends every file, the others every fourth.
    """
    files, ratios, slow, failures = attack_set(), [], {}, {}
    with running(tmp_path) as (port, url, log):
        visitor = signed_in(port, url)
        for turn in range(ROUNDS):
            some = dict(islice(files.items(), 0, None, 4 if turn else 1))
            with reading(port) as (idle, wrong_idle):
                Event().wait(IDLE_SECONDS)
            with reading(port) as (busy, wrong_busy):
                begun = time.perf_counter()
                ends = {}
                for name, data in some.items():
                    statuses, seconds, ends[name] = uploaded(visitor, "book.xlsx", data)
                    slow[name] = max(slow.get(name, 0.0), *seconds)
                    if any(status == 0 or status >= 500 for status in statuses):
                        failures[name] = statuses
                lasted = time.perf_counter() - begun
            ratios.append(slowest_of_twenty(busy) / slowest_of_twenty(idle))
            print(
                f"\n{len(some)} files in {lasted:.0f} s, "
                f"{sum(end == 'refused' for end in ends.values())} refused; readers' p95 "
                f"{1000 * slowest_of_twenty(idle):.0f} ms idle ({len(idle)} pages), "
                f"{1000 * slowest_of_twenty(busy):.0f} ms meanwhile ({len(busy)} pages)"
            )
            assert ([], []) == (wrong_idle, wrong_busy)
        written = log.read_text()
    worst = sorted(slow, key=lambda name: slow[name])[-3:]
    print(f"slowest: {', '.join(f'{name} {slow[name]:.1f} s' for name in worst)}")
    print(f"readers: {', '.join(f'{ratio:.2f}' for ratio in ratios)} times idle")

    assert {} == failures
    assert {} == {name: took for name, took in slow.items() if took >= LONGEST}
    assert WORKERS == written.count("Booting worker")
    assert median(ratios) < 2
