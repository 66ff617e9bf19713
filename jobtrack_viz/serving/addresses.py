"""Where the server is told to listen, and with how many processes."""

import os
from collections.abc import Mapping

from jobtrack_viz.errors import InvalidSetting

__all__ = ["host_and_port", "worker_count"]

_MOST_PORTS = 65_535
_MOST_WORKERS = 256


def host_and_port(environ: Mapping[str, str] = os.environ) -> tuple[str, int]:
    """HOST and PORT, or this machine alone and 8050; port 0 is any that is free.

    Raises:
        InvalidSetting: PORT is no port.
    """
    port = _number(environ, "PORT", "8050", 0, _MOST_PORTS)
    return environ.get("HOST") or "127.0.0.1", port


def worker_count(environ: Mapping[str, str] = os.environ) -> int:
    """WEB_CONCURRENCY, or two processes.

    Raises:
        InvalidSetting: it is no number of processes.
    """
    return _number(environ, "WEB_CONCURRENCY", "2", 1, _MOST_WORKERS)


def _number(environ: Mapping[str, str], name: str, default: str, least: int, most: int) -> int:
    text = environ.get(name) or default
    if text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most:
        return int(text)
    raise InvalidSetting(f"{name} is {text!r}; write a whole number from {least} to {most}")
