"""Sockets that are shared by gunicorn's workers: as many for each address as there are workers.

The kernel divides connections between sockets of one address, so that no worker is left without
work. The master holds all of them open: what waits on one is not lost when its worker ends.
"""

import os
import socket
import sys
from collections import Counter
from typing import Any

from gunicorn.sock import TCP6Socket, TCPSocket

__all__ = ["least_used", "share"]


def share(arbiter: Any) -> None:
    """Bind the sockets before gunicorn would bind one for each address.

    Nothing is done where sockets were handed over, where an address is no TCP address, and on
    systems that do not divide connections between sockets.

    Raises:
        SystemExit: an address cannot be used; one sentence says why.
    """
    handed_over = "LISTEN_FDS" in os.environ or "GUNICORN_FD" in os.environ
    addresses = arbiter.cfg.address
    if sys.platform != "linux" or handed_over or not all(type(one) is tuple for one in addresses):
        return
    arbiter.LISTENERS = [
        each for address in addresses for each in _bound(address, arbiter.cfg, arbiter.log)
    ]


def least_used(arbiter: Any) -> int:
    """The place whose socket the fewest living workers serve."""
    used = Counter(dict.fromkeys(range(max(1, arbiter.cfg.workers)), 0))
    used.update(worker.home for worker in arbiter.WORKERS.values() if worker.home in used)
    return min(used, key=lambda place: (used[place], place))


def _bound(address: tuple[str, int], settings: Any, log: Any) -> list[Any]:
    kind = TCP6Socket if ":" in address[0] else TCPSocket
    host, port = address
    bound: list[Any] = []
    for _ in range(max(1, settings.workers)):
        try:
            one = socket.socket(kind.FAMILY, socket.SOCK_STREAM)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if bound or settings.workers > 1:
                one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            one.bind((host, port))
        except OSError as error:
            raise SystemExit(
                f"The server cannot listen on {host}:{port} ({error.strerror}); "
                "choose another HOST or PORT, or stop what uses it."
            ) from None
        port = one.getsockname()[1]
        bound.append(kind((host, port), settings, log, fd=one.detach()))
    return bound
