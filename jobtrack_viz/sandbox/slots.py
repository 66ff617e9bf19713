"""How many children a process runs at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from jobtrack_viz.errors import JobtrackError

__all__ = ["Busy", "Slots"]


class Busy(JobtrackError):
    """All slots are taken, and none became free in time."""


class Slots:
    """A fixed number of slots that callers share; each child that is run holds one."""

    def __init__(self, count: int) -> None:
        self._free = BoundedSemaphore(count)

    @contextmanager
    def taken(self, patience: float) -> Iterator[None]:
        """Hold a slot for as long as the block runs.

        Raises:
            Busy: none became free within ``patience`` seconds.
        """
        if not self._free.acquire(timeout=patience):
            raise Busy("The server is busy with other work of this kind. Try again in a minute.")
        try:
            yield
        finally:
            self._free.release()
