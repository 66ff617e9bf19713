"""How long a connection may take, by a clock that tests turn."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import pytest

from jobtrack_viz.serving.limits import ServerLimits
from jobtrack_viz.serving.server import Server

LARGE = b"x" * 3_000_000
LIMITS = ServerLimits(
    header_seconds=10,
    idle_seconds=30,
    grace_seconds=20,
    receive_rate=1_000,
    send_rate=1_000,
    body_bytes=5_000,
)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Place:
    """A server that answers in this thread's turns, and lines to it."""

    def __init__(self, limits: ServerLimits, application: Callable[..., Any]) -> None:
        self.clock = Clock()
        self.bound = socket.create_server(("127.0.0.1", 0))
        self.server = Server(application, [self.bound], limits, self.clock)
        self.lines: list[socket.socket] = []

    def line(self, sent: bytes = b"", room: int | None = None) -> socket.socket:
        """A new connection that has sent this, and that the server knows."""
        line = socket.socket()
        if room:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        line.connect(self.bound.getsockname())
        line.sendall(sent)
        line.setblocking(False)
        self.lines.append(line)
        self.turns()
        return line

    def turns(self, number: int = 20) -> None:
        for _ in range(number):
            self.server.turn(0.005)

    def passes(self, seconds: float, every: float = 0.5, each: Callable[[], None] = bool) -> None:
        """Time goes by, a little at a time."""
        for _ in range(int(seconds / every)):
            self.clock.seconds += every
            each()
            self.turns(2)

    def said(self, line: socket.socket) -> bytes:
        """What a line has been answered; it ends with ``b"<end>"`` once the server hung up."""
        heard = b""
        for _ in range(60):
            self.turns(1)
            try:
                part = line.recv(1_000_000)
            except BlockingIOError:
                continue
            except ConnectionError:
                return heard + b"<end>"
            if not part:
                return heard + b"<end>"
            heard += part
        return heard

    def close(self) -> None:
        for line in self.lines:
            line.close()
        self.turns(3)
        self.server.close()
        self.bound.close()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Says how long the body is, or something large."""
    body = environ["wsgi.input"].read()
    kept = f"{environ.get('CONTENT_LENGTH', 0)} declared, {len(body)} kept".encode()
    content = LARGE if environ["PATH_INFO"] == "/large" else kept
    start_response("200 OK", [("Content-Length", str(len(content)))])
    return [content]


@contextmanager
def place(**limits: Any) -> Iterator[Place]:
    here = Place(replace(LIMITS, **limits), application)
    try:
        yield here
    finally:
        here.close()


def post(length: int, body: bytes = b"") -> bytes:
    return f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n".encode() + body


GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


@pytest.mark.parametrize("sent", [b"", b"G", b"GET / HTTP/1.1\r\nHost: a\r\n", b"\r\n\r\n"])
def test_no_whole_header(sent):
    """A connection on which no header is complete after ten seconds is closed."""
    with place() as here:
        line = here.line(sent)
        here.passes(9)
        before = here.said(line)
        here.passes(2)
        after = here.said(line)

    assert (b"", b"<end>") == (before, after)


@pytest.mark.parametrize("byte", [b"x", b"\r\n\r\n"])
def test_a_header_that_drips(byte):
    """The time counts for the whole header, so a byte now and then does not make it longer."""
    with place() as here:
        line = here.line(b"GET /" if byte == b"x" else b"")
        here.passes(9, each=lambda: line.send(byte) and None)
        before = here.server.active_channels.copy()
        here.passes(2)
        after = here.said(line)

    assert (1, b"<end>") == (len(before), after)


def test_a_header_after_a_silence():
    """The ten seconds count from when the connection was opened, not from its first byte."""
    with place() as here:
        line = here.line()
        here.passes(8)
        line.send(b"GET / HTTP/1.1\r\n")
        here.passes(1)
        before = len(here.server.active_channels)
        here.passes(2)
        after = here.said(line)

    assert (1, b"<end>") == (before, after)


def test_a_second_header_that_drips():
    """It is the same for later requests of a connection."""
    with place() as here:
        line = here.line(GET)
        answered = here.said(line)
        here.passes(5)
        line.send(b"GET /")
        here.passes(9, each=lambda: line.send(b"x") and None)
        before = len(here.server.active_channels)
        here.passes(2)
        after = here.said(line)

    assert b"200 OK" in answered
    assert (1, b"<end>") == (before, after)


def test_a_connection_that_is_kept():
    """After an answer it stays open for thirty seconds, and another request begins them anew."""
    with place() as here:
        line = here.line(GET)
        first = here.said(line)
        here.passes(25)
        line.send(GET)
        second = here.said(line)
        here.passes(25)
        still = here.said(line)
        here.passes(6)
        after = here.said(line)

    assert (b"200 OK" in first, b"200 OK" in second) == (True, True)
    assert (b"", b"<end>") == (still, after)


@pytest.mark.parametrize("sent", [b"", b"x" * 2_000])
def test_half_a_body(sent):
    """A body that stops is given up twenty seconds later, and what had come is forgiven it once."""
    with place() as here:
        line = here.line(post(4_000, sent))
        here.passes(19)
        before = here.said(line)
        here.passes(5)
        after = here.said(line)

    assert (b"", b"<end>") == (before, after)


def test_a_body_that_drips():
    """A byte now and then is less than the slowest line."""
    with place() as here:
        line = here.line(post(4_000))
        here.passes(19, each=lambda: line.send(b"x") and None)
        before = len(here.server.active_channels)
        here.passes(3)
        after = here.said(line)

    assert (1, b"<end>") == (before, after)


def test_a_body_over_a_slow_line():
    """Two minutes are no fault as long as bytes come at the slowest rate that is allowed."""
    with place(body_bytes=500_000) as here:
        line = here.line(post(240_000))
        here.passes(120, each=lambda: line.send(b"x" * 1_000) and None)
        answered = here.said(line)

    assert answered.endswith(b"240000 declared, 240000 kept")


def test_a_body_that_is_too_large():
    """It is read to its end and not kept; the application can refuse it by what was declared."""
    with place() as here:
        line = here.line(post(9_000, b"x" * 9_000))
        answered = here.said(line)

    assert answered.endswith(b"9000 declared, 0 kept")


def test_a_body_that_is_far_too_large():
    """Nobody reads that: it is refused at once."""
    with place() as here:
        answered = here.said(here.line(post(90_000)))

    assert answered.startswith(b"HTTP/1.1 413 ")


def test_an_answer_that_nobody_fetches():
    """After twenty seconds it is given up."""
    with place() as here:
        here.line(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n", room=4096)
        here.passes(19)
        before = len(here.server.active_channels)
        here.passes(3)
        after = len(here.server.active_channels)

    assert (1, 0) == (before, after)


def test_an_answer_over_a_slow_line():
    """Whoever fetches it at the slowest rate that is allowed gets all of it."""
    heard = bytearray()
    with place() as here:
        line = here.line(b"GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", room=4096)
        for _ in range(20_000):
            here.clock.seconds += 0.5
            here.turns(1)
            with suppress(BlockingIOError):
                part = line.recv(30_000)
                heard += part
                if not part:
                    break

    assert heard.endswith(b"\r\n\r\n" + LARGE)


def test_too_many_connections():
    """Those that have waited longest give way; a whole request is always answered."""
    with place(connections=20) as here:
        for _ in range(60):
            here.line(b"GET / HT")
            here.clock.seconds += 0.01
        answered = here.said(here.line(GET))
        number = len(here.server.active_channels)

    assert b"200 OK" in answered
    assert number <= 20


def test_every_connection_is_being_answered():
    """None of them is closed for one more, which waits outside until there is room."""
    go = threading.Event()

    def patient(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        go.wait(20)
        return application(environ, start_response)

    here = Place(replace(LIMITS, connections=2), patient)
    lines = [here.line(GET) for _ in range(3)]
    number = len(here.server.active_channels)
    go.set()
    answers = [here.said(line) for line in lines]
    here.close()

    assert (2, [True] * 3) == (number, [b"200 OK" in answer for answer in answers])


def test_a_stop_while_somebody_waits_outside():
    """Whoever is connected is answered, also where the server had not taken the connection yet."""
    with place() as here, socket.create_connection(here.bound.getsockname()) as line:
        line.sendall(GET)
        line.setblocking(False)
        here.server.drain(5)
        answer = here.said(line)

    assert (True, True) == (b"200 OK" in answer, b"Connection: close" in answer)


def test_too_much_is_waiting():
    """When answers that nobody fetches take too much memory, the slowest are closed."""
    own = [bytes([48 + turn]) * 3_000_000 for turn in range(5)]

    def each_its_own(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        content = own[int(environ["PATH_INFO"][1:])]
        start_response("200 OK", [("Content-Length", str(len(content)))])
        return [content]

    here = Place(replace(LIMITS, waiting_bytes=10_000_000), each_its_own)
    for turn in range(5):
        here.line(f"GET /{turn} HTTP/1.1\r\nHost: a\r\n\r\n".encode(), room=4096)
    here.passes(2)
    left = len(here.server.active_channels)
    here.close()

    assert 3 == left


def test_one_file_for_many():
    """Whoever fetches the same bytes shares them in memory, so that none need be closed."""
    with place(waiting_bytes=10_000_000) as here:
        for _ in range(20):
            here.line(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n", room=4096)
        here.passes(2)
        left = len(here.server.active_channels)

    assert 20 == left


def test_the_last_answer_says_so():
    """A connection ends after so many requests, and its last answer announces that."""
    with place(requests_per_connection=2) as here:
        line = here.line(GET)
        first = here.said(line)
        line.send(GET)
        second = here.said(line)

    assert b"Connection: close" not in first
    assert b"Connection: close" in second
    assert second.endswith(b"<end>")


def test_headers_that_proxies_write():
    """They reach the application as they came, and the server believes none of them."""
    seen = {}

    def note(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        seen.update(environ)
        start_response("200 OK", [("Content-Length", "0")])
        return [b""]

    here = Place(LIMITS, note)
    told = b"X-Forwarded-Proto: https\r\nX-Forwarded-Host: b\r\nX-Forwarded-For: 192.0.2.1\r\n"
    here.said(here.line(b"GET / HTTP/1.1\r\nHost: a\r\n" + told + b"X_Forwarded_Host: c\r\n\r\n"))
    here.close()

    kept = ("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_FOR")
    believed = ("wsgi.url_scheme", "HTTP_HOST", "REMOTE_ADDR")
    assert ["https", "b", "192.0.2.1"] == [seen[name] for name in kept]
    assert ["http", "a", "127.0.0.1"] == [seen[name] for name in believed]
