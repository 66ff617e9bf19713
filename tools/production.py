"""Starts the server as the Procfile does, on a port of its own, and ends it again."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import create_server

__all__ = ["PROCFILE", "PYTHON", "ROOT", "Production", "arguments", "free_port", "started"]

ROOT = Path(__file__).resolve().parent.parent
PROCFILE = ("Procfile",)
"""The server as the Procfile starts it."""
PYTHON = ("app.py",)
"""One process without gunicorn, as on Windows."""
_PATIENCE = 120
"""Seconds until the first answer, on a machine that is busy with other things."""


@dataclass(frozen=True, slots=True)
class Production:
    """A server that runs: its first process, its port, and what it writes down."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def ask(self, path: str, timeout: float = 30) -> tuple[int, bytes]:
        """Status and content of an answer, over a connection of its own."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            line.request("GET", path)
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def workers(self) -> list[int]:
        """The processes that gunicorn's master has started and that live, oldest first."""
        own = self.process.pid
        found = Path(f"/proc/{own}/task/{own}/children").read_text().split()
        return [int(pid) for pid in found]

    def ready(self) -> int:
        """How many times a worker has said that it can answer."""
        return len(re.findall(r"\d roles|No map yet", self.log.read_text()))

    def seconds(self) -> list[float]:
        """Processor time that each worker has taken."""
        own = [Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2] for pid in self.workers()]
        ticks = os.sysconf("SC_CLK_TCK")
        return [sum(map(int, each.split()[11:13])) / ticks for each in own]

    def megabytes(self) -> list[int]:
        """Memory that each worker has."""
        found = [Path(f"/proc/{pid}/status").read_text() for pid in self.workers()]
        return [int(each.split("VmRSS:")[1].split()[0]) // 1024 for each in found]

    def stop(self, seconds: float = 60) -> int:
        """Its exit code, after it was asked to end."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)


@contextmanager
def started(
    folder: Path,
    environ: Mapping[str, str] = os.environ,
    command: tuple[str, ...] = PROCFILE,
    workers: int = 2,
    tree: Path = ROOT,
) -> Iterator[Production]:
    """The server, once all its workers can answer; it is asked to end afterwards.

    It listens on the loopback address alone, and writes ``server.log`` into the folder.
    """
    port, log = free_port(), folder / "server.log"
    env = {**environ, "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": str(workers)}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, *arguments(command, tree)], cwd=tree, env=env, stdout=out, stderr=out
        )
    running = Production(process, port, log)
    try:
        _wait_for(running, workers if command == PROCFILE else 1)
        yield running
    finally:
        if process.poll() is None:
            running.stop()


def arguments(command: tuple[str, ...], tree: Path = ROOT) -> list[str]:
    """What Python is given to start a server; more words go to what the Procfile starts."""
    if command[:1] != PROCFILE:
        return list(command)
    program, *rest = (tree / "Procfile").read_text().removeprefix("web:").split()
    return [*(rest if program == "python" else ("-m", program, *rest)), *command[1:]]


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _wait_for(running: Production, workers: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if running.process.poll() is not None:
            raise RuntimeError(f"The server has ended.\n{running.log.read_text()}")
        try:
            if running.ready() >= workers and running.ask("/healthz")[0]:
                return
        except (OSError, HTTPException):
            pass
        time.sleep(0.1)
    raise RuntimeError(f"The server does not answer.\n{running.log.read_text()}")
