"""Requests that two readers could understand differently, or that are dear to read."""

import time
from socket import socket

import pytest

from tests.serving.test_deadlines import GET, Place, place

POST = b"POST / HTTP/1.1\r\nHost: a\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"


def heard(here: Place, line: socket, last: bytes) -> bytes:
    """What a line is answered until that ends so; for ten seconds at most."""
    answered = b""
    end = time.monotonic() + 10
    while not answered.endswith((last, b"<end>")) and time.monotonic() < end:
        answered += here.said(line)
    return answered


@pytest.mark.parametrize(
    "header",
    [
        POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
        POST + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        POST + b"Transfer-Encoding:\r\nContent-Length: 3\r\n",
        POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        POST + b"Transfer-Encoding: chunked, chunked\r\n",
        POST + b"Content-Length: 3\r\ncontent-length: 3\r\n",
        POST + b"Content-Length: " + b"9" * 5_000 + b"\r\n",
        b"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n",
        b"POST / HTTP/9.9\r\nHost: a\r\nTransfer-Encoding: chunked\r\n",
        b"GET / HTTP/1.1\r\n",
        b"GET / HTTP/1.1 \r\nX: a\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nhOST: a\r\n",
        b"GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: a\r\n" * 200,
    ],
)
def test_what_proxies_could_read_otherwise(header, caplog):
    """One refusal in words, nothing that follows is read as a request, and nothing is logged."""
    with place() as here:
        answered = heard(here, here.line(header + b"\r\n0\r\n\r\n" + GET), b"<end>")

    assert (1, 1) == (answered.count(b"HTTP/1."), answered.count(b" 400 Bad Request\r\n"))
    assert answered.endswith(b"<end>")
    assert [] == caplog.records


@pytest.mark.parametrize(
    "asked",
    [
        b"GET / HTTP/1.0\r\n\r\n",
        b"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        POST + b"Content-Length: 3\r\n\r\nabc",
        CHUNKED + b"3\r\nabc\r\n0\r\n\r\n",
        CHUNKED + b"3;name=value\r\nabc\r\n0\r\nTrailer: value\r\n\r\n",
        CHUNKED + b"20\r\n" + b"\r\n20\r\n".join([b"x" * 32] * 15) + b"\r\n0\r\n\r\n",
    ],
)
def test_what_everybody_reads_alike(asked):
    """It is answered, however it is cut into pieces on its way."""
    with place() as here:
        whole = heard(here, here.line(asked), b" kept")
        line = here.line()
        for begin in range(0, len(asked), 3):
            line.send(asked[begin : begin + 3])
            here.turns(1)
        pieces = heard(here, line, b" kept")

    assert (True, True) == (b" 200 OK\r\n" in whole, b" 200 OK\r\n" in pieces)


@pytest.mark.parametrize(
    ("begins", "endless"),
    [(b"3;name=", b"x"), (b"", b"0"), (b"0\r\nTrailer: ", b"x"), (b"", b"1\r\nx\r\n")],
)
def test_chunks_without_end(begins, endless):
    """What stands around the content of chunks may be as long as a header."""
    with place(body_bytes=50_000_000) as here:
        line = here.line()
        (channel,) = here.server.active_channels.values()
        channel.received(CHUNKED + begins)
        channel.received(endless * (200_000 // len(endless)))
        refused = b" 400 Bad Request\r\n" in heard(here, line, b"<end>")

    assert refused


def cost(first: bytes, sent: bytes) -> float:
    """Seconds of computing that reading this takes, after a beginning."""
    with place(body_bytes=50_000_000, header_bytes=2 * len(sent)) as here:
        here.line()
        (channel,) = here.server.active_channels.values()
        channel.received(first)
        began = time.thread_time()
        channel.received(sent)
        return time.thread_time() - began


@pytest.mark.long
@pytest.mark.parametrize("piece", [b"\r\n\r\n", b"20\r\n" + b"x" * 32 + b"\r\n"])
def test_eight_times_as_much_in_one_go(piece):
    """It takes eight times as long to read and not sixty-four times."""
    first = CHUNKED if b"x" in piece else b""
    few, many = (
        min(cost(first, piece * (size // len(piece))) for _ in range(3)) for size in (8_192, 65_536)
    )
    print(f"\n{piece[:6]!r}: 8 kB {few * 1e3:.2f} ms, 64 kB {many * 1e3:.2f} ms")

    assert many < 16 * few
