"""Which generation of workers is starting, and which can answer already."""

import mmap
import struct

__all__ = ["Succession"]

_AGES = struct.Struct("QQ")


class Succession:
    """Ages that the master and all its workers see; made before the first of them is forked.

    gunicorn numbers its workers in the order in which it starts them.
    """

    def __init__(self) -> None:
        """Nobody has been started."""
        self._shared = mmap.mmap(-1, _AGES.size)

    def starting(self, age: int) -> None:
        """Note in the master that a worker is about to start."""
        _AGES.pack_into(self._shared, 0, age, self._ages()[1])

    def ready(self, age: int) -> None:
        """Note in a worker that it can answer."""
        started, ready = self._ages()
        _AGES.pack_into(self._shared, 0, started, max(ready, age))

    def is_awaited_by(self, age: int) -> bool:
        """Whether a worker younger than this one is starting, and none can answer yet."""
        started, ready = self._ages()
        return started > age >= ready

    def _ages(self) -> tuple[int, int]:
        started, ready = _AGES.unpack_from(self._shared)
        return started, ready
