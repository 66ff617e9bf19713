"""gunicorn's worker: its master starts, replaces and stops processes, and each serves like this."""

import os
import select
import socket
import time
from collections.abc import Sequence
from types import FrameType
from typing import Any

from gunicorn.errors import AppImportError
from gunicorn.workers.base import Worker as BaseWorker

from jobtrack_viz.serving.limits import limits_from_env
from jobtrack_viz.serving.listeners import accept_from
from jobtrack_viz.serving.server import Server
from jobtrack_viz.serving.succession import Succession

__all__ = ["Worker"]

_LOOK_AROUND = 0.05
"""Seconds between two looks at the sockets of other workers."""
_TO_LEAVE = 2
"""Seconds of gunicorn's graceful timeout that are left for the process to end."""
_FOR_A_SUCCESSOR = 20
"""Seconds that a worker goes on after it was told to stop, until a younger one can answer."""
_BEFORE_ANOTHER = 5
"""Seconds before the next try of a worker that was replaced and cannot start."""


class Worker(BaseWorker):
    """Serves one of the sockets that all workers share, and what is left waiting on the others."""

    home = 0
    """Which of the sockets of each address is this worker's own; set before it is forked."""
    _succession = Succession()
    _server: Server | None = None

    def __init__(self, age: int, *others: Any) -> None:
        """Note in the master that this worker is about to start."""
        super().__init__(age, *others)
        self._succession.starting(age)

    def load_wsgi(self) -> None:
        """Import the application; what it refuses to start for is one sentence.

        The workers that a server begins with end it. Later ones only end themselves, so that the
        rest goes on serving.
        """
        try:
            super().load_wsgi()
        except SystemExit as refused:
            if self.age <= self.cfg.workers:
                raise AppImportError(str(refused)) from None
            time.sleep(_BEFORE_ANOTHER)
            raise

    def run(self) -> None:
        """Serve until told to stop, or until the master is gone.

        While a successor is starting and nobody else can answer, as in a reload, go on for a while.
        """
        sockets = [getattr(each, "sock", each) for each in self.sockets]
        own, others = _divided(sockets, self.home)
        self._server = Server(self.wsgi, own, limits_from_env())
        neighbours = Neighbours(others, self._server)
        self._succession.ready(self.age)
        told_to_stop = None
        while self.ppid == os.getppid():
            now = time.monotonic()
            if not self.alive:
                told_to_stop = told_to_stop or now
                patient = now < told_to_stop + _FOR_A_SUCCESSOR
                if not (patient and self._succession.is_awaited_by(self.age)):
                    break
            self.notify()
            self._server.turn(_LOOK_AROUND)
            neighbours.look(now)
        self.notify()
        waited = time.monotonic() - (told_to_stop or time.monotonic())
        self._server.drain(max(1, self.cfg.graceful_timeout - _TO_LEAVE - waited))
        self._server.close()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop after what is on its way."""
        super().handle_exit(sig, frame)
        if self._server is not None:
            self._server.pull_trigger()


class Neighbours:
    """The sockets of the other workers, which may be busy, starting, or gone."""

    def __init__(self, sockets: Sequence[socket.socket], server: Server) -> None:
        """Nothing has been seen waiting yet."""
        self._sockets = sockets
        self._server = server
        self._waiting: set[socket.socket] = set()
        self._next_look = 0.0

    def look(self, now: float) -> None:
        """Take over what waits on a socket for the second time that somebody looks.

        Whoever is not busy takes a connection sooner than that: the kernel's division stays.
        """
        if not self._sockets or now < self._next_look:
            return
        self._next_look = now + _LOOK_AROUND
        waiting = set(select.select(self._sockets, (), (), 0)[0])
        for each in waiting & self._waiting:
            accept_from(each, self._server)
        self._waiting = waiting


def _divided(
    sockets: list[socket.socket], home: int
) -> tuple[list[socket.socket], list[socket.socket]]:
    """One socket of each address, and the rest."""
    by_address: dict[Any, list[socket.socket]] = {}
    for each in sockets:
        by_address.setdefault(each.getsockname(), []).append(each)
    own = [group[home % len(group)] for group in by_address.values()]
    return own, [each for each in sockets if each not in own]
