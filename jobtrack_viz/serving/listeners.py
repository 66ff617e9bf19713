"""Sockets that connections come in on."""

import socket
from typing import Any

from waitress import wasyncore

__all__ = ["Listener", "address_of"]

_AT_ONCE = 64


class Listener(wasyncore.dispatcher):
    """Hands what arrives on one socket to its server."""

    def __init__(self, bound: socket.socket, server: Any, watched: dict[int, Any]) -> None:
        """Take connections from now on; the socket stays open when this is closed."""
        super().__init__(bound.dup(), watched)
        self.accepting = True
        self._server = server

    def writable(self) -> bool:
        """Nothing is written to a listening socket."""
        return False

    def readable(self) -> bool:
        """Whether one more connection can be taken."""
        return bool(self._server.has_room())

    def handle_accept(self) -> None:
        """Take all that wait, while there is room."""
        accept_from(self.socket, self._server)


def accept_from(listening: socket.socket, server: Any) -> None:
    """Take the connections that wait on a socket, while there is room for them."""
    try:
        for _ in range(_AT_ONCE):
            if not server.has_room():
                return
            connection, address = listening.accept()
            server.make_room()
            server.welcome(connection, address)
    except BlockingIOError:
        return
    except OSError:
        # Somebody hung up already, or the system has no descriptor left: the next turn tries again.
        return


def address_of(bound: socket.socket) -> str:
    """The address that reaches a socket from its own machine, such as http://127.0.0.1:8050."""
    host, port = bound.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
