"""The sample is published where nothing ever was, whenever the database first answers."""

from collections.abc import Callable
from datetime import UTC, datetime
from logging import getLogger
from pathlib import Path
from threading import Lock, Thread

from jobtrack_viz.errors import JobtrackError
from jobtrack_viz.publishing.releases import publish_first
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Store

__all__ = ["FirstPublication"]


class FirstPublication:
    """Publishes a workbook in an empty database, once over all processes that may try."""

    def __init__(
        self, store: Store, workbook: Path, limits: Limits, afterwards: Callable[[], None]
    ) -> None:
        """``afterwards`` is called when it was published later than at the start."""
        self._store = store
        self._workbook = workbook
        self._limits = limits
        self._afterwards = afterwards
        self._lock = Lock()
        self._running: Thread | None = None

    def publish(self) -> None:
        """Something is published.

        Raises:
            StoreUnavailable: the database cannot be used.
        """
        publish_first(self._store, datetime.now(UTC), self._workbook.read_bytes(), self._limits)

    def publish_later(self) -> None:
        """Return at once; something is published soon, unless the log says why not."""
        with self._lock:
            if self._running is not None and self._running.is_alive():
                return
            self._running = Thread(target=self._try, name="first-publication", daemon=True)
            self._running.start()

    def _try(self) -> None:
        try:
            self.publish()
            self._afterwards()
        except JobtrackError as error:
            getLogger(__name__).warning("The sample is not published: %s", error)
