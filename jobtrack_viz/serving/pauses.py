"""How long somebody waits who is sent away, so that asking again at once costs nobody much."""

from math import inf
from threading import Lock

__all__ = ["Pauses"]


_LEAST, _MOST, _BETWEEN = 1.0, 10.0, 0.02
"""Seconds of each wait, and between two of those who wait."""


class Pauses:
    """Spaces answers that send away, over all connections of a worker; a leaky bucket.

    Each waits a second at least; where many wait, one goes every 20 ms, and none waits for more
    than ten seconds. No thread waits meanwhile, and nothing is kept about who asked.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._last = -inf

    def next(self, now: float) -> float:
        """When the next of them may go."""
        with self._lock:
            turn = max(now + _LEAST, self._last + _BETWEEN)
            self._last = min(turn, now + _MOST)
            return self._last
