"""How long a connection may take, how much it may make the server keep, and how many there are."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from jobtrack_viz.settings import Limits

__all__ = ["ServerLimits", "limits_from_env"]

_FORM_BYTES = 1_000_000
"""What a form has around its files, with room to spare: the application says what is too much."""
_FILES_KEPT_FREE = 200
"""Descriptors for the database, for children, and for files that are being sent."""


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """What one worker allows; times in seconds, sizes in bytes, rates in bytes a second.

    A whole header has ``header_seconds``, however its bytes arrive. A body and an answer may be as
    slow as ``receive_rate`` and ``send_rate`` once their ``grace_seconds`` are over: a phone in a
    train is faster, somebody who sends a byte now and then is not. ``body_bytes`` is the largest
    body that is kept; what is larger is read and thrown away, so that the application can say so.
    ``spooled_bytes`` is for bodies that are not complete yet, ``waiting_bytes`` for answers that
    nobody has fetched yet, of all connections together.
    """

    threads: int = 4
    connections: int = 1_000
    header_bytes: int = 65_536
    body_bytes: int = 51_000_000
    body_memory_bytes: int = 65_536
    header_seconds: float = 10
    idle_seconds: float = 30
    grace_seconds: float = 20
    receive_rate: float = 8_000
    send_rate: float = 4_000
    requests_per_connection: int = 200
    spooled_bytes: int = 512_000_000
    waiting_bytes: int = 64_000_000

    def __post_init__(self) -> None:
        """Never more connections than the system has descriptors for."""
        most = (_descriptors() - _FILES_KEPT_FREE) // 2
        object.__setattr__(self, "connections", max(1, min(self.connections, most)))


def limits_from_env(environ: Mapping[str, str] = os.environ) -> ServerLimits:
    """The limits above, with room for the largest upload that the installation allows.

    Raises:
        InvalidSetting: a limit of the environment cannot be used.
    """
    return ServerLimits(body_bytes=Limits.from_env(environ).upload_bytes + _FORM_BYTES)


def _descriptors() -> int:
    """How many files this process may open; what the system allows it is asked for first."""
    if sys.platform == "win32":
        return 1_000  # select() there takes 512 sockets
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard == resource.RLIM_INFINITY or hard > soft:
        wanted = 65_536 if hard == resource.RLIM_INFINITY else min(hard, 65_536)
        soft = max(soft, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return soft
