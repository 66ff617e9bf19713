"""Drafts past their time are purged, whether anybody looks at them or not."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from logging import getLogger
from threading import Event, Thread

from jobtrack_viz import store as stored
from jobtrack_viz.errors import JobtrackError
from jobtrack_viz.store import Store

__all__ = ["ExpiryTimer", "purge_expired"]

_INTERVAL = timedelta(hours=1)

_NOT_PURGED = "What is past its time could not be purged; the next attempt follows"

_log = getLogger(__name__)


def purge_expired(store: Store, now: datetime) -> int:
    """Delete drafts whose time is over, with their files; return how many there were.

    Only if there are any is the database written.

    Raises:
        StoreUnavailable: the database cannot be reached or written at the moment.
    """
    with store.reading() as db:
        if not stored.has_expired(db, now):
            return 0
    with store.writing() as db:
        return stored.forget_expired(db, now)


class ExpiryTimer:
    """A thread of this process that purges expired drafts at once and then every hour.

    Pages refuse expired drafts by the clock and do not depend on it. Every process may have one:
    the deletion is one statement, and a second finds nothing left to do. ``more`` is what else is
    to be purged by time, each returning how much there was.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        interval: timedelta = _INTERVAL,
        more: Sequence[Callable[[Store, datetime], int]] = (),
    ) -> None:
        self._store = store
        self._clock = clock
        self._interval = interval
        self._more = more
        self._stopped = Event()

    def start(self) -> None:
        """Begin to purge, in the background, until the process ends or ``stop`` is called."""
        Thread(target=self._run, name="draft expiry", daemon=True).start()

    def stop(self) -> None:
        """Purge no more, once what is being done is finished."""
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self.tick()
            self._stopped.wait(self._interval.total_seconds())

    def tick(self) -> None:
        """Purge once; whatever fails is tried again next time, and keeps nothing else waiting."""
        for purge in (purge_expired, *self._more):
            try:
                gone = purge(self._store, self._clock())
            except JobtrackError as error:
                _log.warning("%s: %s", _NOT_PURGED, error)
            except Exception:
                # The thread goes on, since nobody else would purge.
                getLogger(__name__).exception(_NOT_PURGED)
            else:
                if gone and purge is purge_expired:
                    _log.info("Drafts purged because their time was over: %s", gone)
