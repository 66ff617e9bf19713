"""The server of one process: waitress, with deadlines for whole headers, bodies and answers."""

import logging
import re
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from waitress.adjustments import Adjustments
from waitress.server import BaseWSGIServer
from waitress.task import ThreadedTaskDispatcher

from jobtrack_viz.serving.channel import Channel
from jobtrack_viz.serving.housekeeping import sweep
from jobtrack_viz.serving.limits import ServerLimits
from jobtrack_viz.serving.listeners import Listener
from jobtrack_viz.serving.loop import EventLoop
from jobtrack_viz.serving.pauses import Pauses

__all__ = ["Server"]

_SWEEP_SECONDS = 0.25
_SYSTEM_KEEPS = 256 * 1024
"""Bytes of an answer on their way; left alone, Linux keeps up to 4 MB for each connection."""
_LINGER = 2.0
"""Seconds for requests that are on their way to a server that stops."""


class Server(BaseWSGIServer):
    """Answers what arrives on some sockets; ``turn`` it until its process ends."""

    channel_class = Channel

    def __init__(
        self,
        application: Callable[..., Any],
        sockets: Sequence[socket.socket],
        limits: ServerLimits,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Listen on sockets that are bound already."""
        logging.getLogger("waitress").addFilter(_without_path)
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self.limits, self.now, self.draining = limits, now, False
        self.pauses = Pauses()
        self._loop = EventLoop()
        self._next_sweep = now()
        threads = ThreadedTaskDispatcher()
        threads.set_thread_count(limits.threads)
        first = sockets[0]
        about = (first.family, first.type, first.proto, first.getsockname())
        super().__init__(
            application,
            self._loop.map,
            _start=False,
            _sock=first.dup(),
            dispatcher=threads,
            adj=_adjustments(limits),
            sockinfo=about,
            bind_socket=False,
        )
        self._listeners = [Listener(each, self, self._loop.map) for each in sockets]
        self._loop.always.extend(self._listeners)

    def getsockname(self) -> tuple[str, int]:
        """Host and port that answers name where a request has no Host."""
        if self.family not in (socket.AF_INET, socket.AF_INET6):
            return "localhost", 0
        host, port = self.socket.getsockname()[:2]
        return host, port

    def readable(self) -> bool:
        """Its listeners listen, never itself."""
        return False

    def has_room(self) -> bool:
        """Whether one more connection can be taken; never while every one is being answered."""
        many = len(self.active_channels) >= self.limits.connections
        return not many or any(one.phase != "answering" for one in self.active_channels.values())

    def make_room(self) -> None:
        """Close some of the connections that have waited longest, if there are too many."""
        if len(self.active_channels) >= self.limits.connections:
            waiting = [one for one in self.active_channels.values() if one.phase != "answering"]
            for each in sorted(waiting, key=attrgetter("since"))[: len(waiting) // 20 + 1]:
                each.handle_close()

    def welcome(self, connection: socket.socket, address: Any) -> None:
        """Take a connection that was accepted, from any socket."""
        if connection.family in (socket.AF_INET, socket.AF_INET6):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SYSTEM_KEEPS)
        else:
            address = ("localhost", 0)
        self.channel_class(self, connection, address, self.adj, map=self._map)

    def add_task(self, task: Channel) -> None:
        """Have a request answered by the next thread that is free."""
        self._loop.busy.add(task)
        super().add_task(task)

    def turn(self, seconds: float) -> None:
        """Wait for what happens next, for so long at most, and deal with it."""
        self._loop.turn(min(seconds, _SWEEP_SECONDS))
        now = self.now()
        if now >= self._next_sweep:
            self._next_sweep = now + _SWEEP_SECONDS
            sweep(list(self.active_channels.values()), self.limits, now)

    def drain(self, seconds: float) -> None:
        """Take no more connections, and answer what is on its way, for so long at most.

        After: every answer said that its connection ends with it; what was no whole request, or
        was not fetched, is closed. Answers that still take longer are cut off.
        """
        self._loop.always.clear()
        for listener in self._listeners:
            listener.handle_accept()
            listener.close()
        self.draining = True
        end = self.now() + seconds
        self.limits = _hurried(self.limits)
        for channel in self.active_channels.values():
            channel.since = self.now()
        while self.active_channels and self.now() < end:
            self.turn(0.1)

    def close(self) -> None:
        """Hang up on everybody, and let the threads go."""
        self._loop.close()


def _adjustments(limits: ServerLimits) -> Adjustments:
    """What waitress calls all this; headers that proxies write are passed on, and not believed."""
    return Adjustments(
        threads=limits.threads,
        max_request_header_size=limits.header_bytes,
        max_request_body_size=limits.body_bytes,
        inbuf_overflow=limits.body_memory_bytes,
        outbuf_overflow=limits.waiting_bytes,
        outbuf_high_watermark=limits.waiting_bytes,
        recv_bytes=65_536,
        clear_untrusted_proxy_headers=False,
        log_socket_errors=False,
        ident=None,
        server_name="localhost",
    )


def _hurried(limits: ServerLimits) -> ServerLimits:
    """What a server that stops still allows."""
    return replace(limits, header_seconds=_LINGER, idle_seconds=_LINGER, grace_seconds=2 * _LINGER)


def _without_path(record: logging.LogRecord) -> bool:
    """What goes wrong is logged without what was asked for: it may be a link that works once."""
    record.msg = re.sub(r"(?<= while serving) .*", " a request", str(record.msg), flags=re.S)
    return True
