"""What the server writes down while people use it: nothing about them."""

import http.client
import os
import socket
import sys
from pathlib import Path

import pytest

from tools.production import PROCFILE, PYTHON, started

READER = "127.0.0.2"
"""A reader's address, which is not the server's."""


def ask(port: int, method: str, path: str, source: str = READER, body: str = "") -> int:
    """The status of an answer; 0 while nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, 30, source_address=(source, 0))
    try:
        connection.request(method, path, body, {"Content-Type": "application/json"})
        return connection.getresponse().status
    except (ConnectionError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def send(port: int, request: bytes) -> bytes:
    """What the server answers to something that is hardly a request."""
    with socket.create_connection(("127.0.0.1", port), 30, source_address=(READER, 0)) as line:
        line.sendall(request)
        return line.recv(1000)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one loopback address")
@pytest.mark.parametrize("command", [PROCFILE, PYTHON], ids=["Procfile", "python app.py"])
def test_no_log_of_readers(command: tuple[str, ...], tmp_path: Path):
    """Neither the address of a reader nor the roles they look at, whatever they send."""
    with started(tmp_path, os.environ, command, workers=1) as site:
        port = site.port
        asked = [
            ask(port, "GET", "/?start=developer&goal=senior-developer"),
            ask(port, "GET", "/?start=a-title-that-nobody-has"),
            ask(port, "GET", "/help"),
            ask(port, "GET", "/nowhere"),
            ask(port, "POST", "/_dash-update-component", body="not json"),
        ]
        refused = [send(port, line) for line in (b"NONSENSE\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n")]
    written = site.log.read_text()

    assert [200, 200, 200, 404, 400] == asked
    assert all(b"HTTP/1." in answer or b"Error" in answer for answer in refused)
    assert "48 roles" in written, "this is the server's log"
    assert [] == [word for word in (READER, "developer", "nobody-has") if word in written]
