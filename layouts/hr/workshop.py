"""Drafts are prepared in the background of a server process, one after another."""

from datetime import datetime, timedelta
from functools import partial
from threading import Lock, Thread

from jobtrack_viz.publishing import Upload, prepare
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Draft, Store

__all__ = ["Workshop"]

_LOST_AFTER = {"waiting": 60, "reading": 150, "comparing": 60, "drawing": 210}
"""Seconds without a sign of life after which another process takes a draft up."""


class Workshop:
    """One in each server process; what it does is in the store, so any process may go on."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self._store = store
        self._limits = limits
        self._turn = Lock()
        self._mine: set[str] = set()

    def begin(self, draft: str, upload: Upload | None = None) -> None:
        """Start to prepare a draft, without waiting for it; its stage tells how far it is.

        ``upload`` is what reading its files gave, if somebody has read them.
        """
        self._mine.add(draft)
        work = partial(self._prepare, draft, upload)
        Thread(target=work, name=f"workshop {draft}", daemon=True).start()

    def take_up(self, draft: Draft, now: datetime) -> None:
        """Begin anew with a draft whose process was ended in the middle of the work.

        One whose time is over is left alone.
        """
        if draft.expires_at <= now:
            return
        patience = timedelta(seconds=_LOST_AFTER.get(draft.stage, 60))
        if draft.id not in self._mine and now - draft.seen_at > patience:
            self.begin(draft.id)

    def _prepare(self, draft: str, upload: Upload | None) -> None:
        try:
            with self._turn:
                prepare(self._store, self._limits, draft, upload)
        finally:
            self._mine.discard(draft)
