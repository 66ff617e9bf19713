"""A circuit breaker: a database that does not answer is asked in the background, by one thread."""

import threading
import time
from collections.abc import Callable
from logging import getLogger

from jobtrack_viz.errors import StoreUnavailable

__all__ = ["CircuitBreaker"]

_GRACE = 0.3
"""Seconds that a caller waits for a trial: enough for a server that is there or that refuses."""

_UNFORESEEN = "The database cannot be used; the server's log says why."


class CircuitBreaker:
    """Whether the database may be asked, and if not, why not.

    Closed, everybody asks. Open, callers are refused at once with the reason, apart from the short
    wait for a trial that is running; a trial runs in a thread of its own when somebody calls, one
    at a time, and at most half of the time. A trial that succeeds closes the circuit.
    """

    def __init__(
        self,
        trial: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
        grace: float = _GRACE,
    ) -> None:
        self._trial = trial
        self._clock = clock
        self._grace = grace
        self._lock = threading.Lock()
        self._reason: StoreUnavailable | None = None
        self._running: threading.Thread | None = None
        self._not_before = 0.0

    @property
    def is_closed(self) -> bool:
        """Whether everybody asks."""
        return self._reason is None

    def open(self, reason: StoreUnavailable) -> None:
        """Nobody asks any more, until a trial succeeds; callers are told the reason."""
        self._reason = reason

    def close(self) -> None:
        """Everybody asks."""
        self._reason = None

    def check(self) -> None:
        """Return if the database may be asked.

        Raises:
            StoreUnavailable: it may not; the reason is that of whoever asked last.
        """
        if self._reason is None:
            return
        trial = self._started_trial()
        if trial is not None:
            trial.join(self._grace)
        reason = self._reason
        if reason is not None:
            raise type(reason)(str(reason))

    def _started_trial(self) -> threading.Thread | None:
        with self._lock:
            # A thread that was running in a process before its fork is not alive in this one.
            if self._running is not None and self._running.is_alive():
                return self._running
            if self._clock() < self._not_before:
                return None
            self._running = threading.Thread(target=self._try, name="database-trial", daemon=True)
            self._running.start()
            return self._running

    def _try(self) -> None:
        start = self._clock()
        try:
            self._trial()
        except StoreUnavailable as error:
            self._reason = error.with_traceback(None)
            now = self._clock()
            self._not_before = now + (now - start)
        except Exception:
            getLogger(__name__).exception("the database cannot be used")
            self._reason = StoreUnavailable(_UNFORESEEN)
            self._not_before = self._clock() + 1
        else:
            self.close()
