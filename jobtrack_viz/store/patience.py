"""Waiting in vain for a database that is away is done by one reader, not by all of them."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jobtrack_viz.errors import StoreUnavailable

__all__ = ["Patience"]


class Patience:
    """How long it took to learn that the database is away; so long nobody asks it again.

    A server that refuses at once is asked by everybody all the time. One that does not answer at
    all costs seconds for each question; then one reader asks at a time, half of the time, and the
    others learn at once what that one found.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._asking = threading.Lock()
        self._away = False
        self._until = 0.0

    @contextmanager
    def asked(self) -> Iterator[None]:
        """The block asks the database, unless it is known to be away.

        Raises:
            StoreUnavailable: it is away, or the block found that it is.
        """
        if not self._away:
            with self._noted():
                yield
            return
        if self._clock() < self._until or not self._asking.acquire(blocking=False):
            raise StoreUnavailable("The database cannot be reached.")
        try:
            with self._noted():
                yield
            self._away = False
        finally:
            self._asking.release()

    @contextmanager
    def _noted(self) -> Iterator[None]:
        start = self._clock()
        try:
            yield
        except StoreUnavailable:
            now = self._clock()
            self._until = now + (now - start)
            self._away = True
            raise
