"""Readers who ask without a pause, and count what they were not answered."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread

__all__ = ["Asked", "asking"]

_PAGES = ("/healthz", "/help", "/version", "/text")
_PATIENCE = 60


class Asked:
    """What many readers experienced."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.failed: list[str] = []

    def told(self) -> str:
        """Both in a few words."""
        worst = max(self.waits, default=0.0)
        return f"{len(self.waits)} asked, {len(self.failed)} failed, slowest {worst:.2f} s"


@contextmanager
def asking(port: int, clients: int) -> Iterator[Asked]:
    """Within the block so many clients ask, half of them on connections that they keep.

    A connection that the server announced to end is opened anew, and nothing else is tried again.
    """
    asked, done = Asked(), Event()
    threads = [
        Thread(target=_ask, args=(port, asked, done, place % 2 == 0)) for place in range(clients)
    ]
    for thread in threads:
        thread.start()
    try:
        yield asked
    finally:
        done.set()
        for thread in threads:
            thread.join(2 * _PATIENCE)


def _ask(port: int, asked: Asked, done: Event, keep: bool) -> None:
    line, turn = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE), 0
    while not done.is_set():
        began = time.monotonic()
        try:
            line.request("GET", _PAGES[turn % len(_PAGES)])
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                asked.failed.append(str(answer.status))
        except (OSError, HTTPException) as error:
            asked.failed.append(repr(error))
            line.close()
        asked.waits.append(time.monotonic() - began)
        turn += 1
        if not keep:
            line.close()
    line.close()
