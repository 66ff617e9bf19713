"""The server as one process of its own, on every system."""

import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.serving.limits import limits_from_env
from jobtrack_viz.serving.listeners import address_of
from jobtrack_viz.serving.server import Server

__all__ = ["bound_to", "serve"]

_BACKLOG = 1024
_TO_FINISH = 10.0
"""Seconds for what is on its way when the server is told to end."""


def bound_to(host: str, port: int) -> socket.socket:
    """A socket on which nobody is answered yet.

    Raises:
        InvalidSetting: nothing can listen there; the message says why.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        bound = socket.socket(family, kind, protocol)
        if sys.platform != "win32":  # there it would let two servers have one port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        raise InvalidSetting(
            f"The server cannot listen on {host}:{port} ({error.strerror}); "
            "choose another HOST or PORT, or stop what uses it"
        ) from None
    return bound


def serve(
    application: Callable[..., Any], bound: socket.socket, ready: Callable[[str], None]
) -> None:
    """Answer until Ctrl+C or SIGTERM; ``ready`` is told the address before the first answer."""
    signal.signal(signal.SIGTERM, _interrupt)
    server = None
    try:
        bound.listen(_BACKLOG)
        ready(address_of(bound))
        server = Server(application, [bound], limits_from_env())
        while True:
            server.turn(1)
    except KeyboardInterrupt:
        if server is not None:
            server.drain(_TO_FINISH)
    finally:
        bound.close()


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt
