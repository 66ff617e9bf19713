"""What the server writes down while people use it: nothing about them."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

ROOT = Path(__file__).resolve().parent.parent
READER = "127.0.0.2"
"""A reader's address, which is not the server's."""
COMMANDS = {
    "Procfile": ["-m", *(ROOT / "Procfile").read_text().removeprefix("web:").split()],
    "python app.py": ["app.py"],
}


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """The server of this command, ready for requests."""
    env = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "1"}
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=env, stdout=out, stderr=out
        )
        try:
            deadline = time.monotonic() + 60
            while ask(port, "GET", "/healthz", "127.0.0.1") != 200:
                assert time.monotonic() < deadline, log.read_text()
                Event().wait(0.1)
            yield
        finally:
            server.terminate()
            server.wait(30)


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
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_no_log_of_readers(command: list[str], tmp_path: Path):
    """Neither the address of a reader nor the roles they look at, whatever they send."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    with running(command, port, log):
        asked = [
            ask(port, "GET", "/?start=developer&goal=senior-developer"),
            ask(port, "GET", "/?start=a-title-that-nobody-has"),
            ask(port, "GET", "/help"),
            ask(port, "GET", "/nowhere"),
            ask(port, "POST", "/_dash-update-component", body="not json"),
        ]
        refused = [send(port, line) for line in (b"NONSENSE\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n")]
    written = log.read_text()

    assert [200, 200, 200, 404, 400] == asked
    assert all(b"HTTP/1." in answer or b"Error" in answer for answer in refused)
    assert "48 roles" in written, "this is the server's log"
    assert [] == [word for word in (READER, "developer", "nobody-has") if word in written]
