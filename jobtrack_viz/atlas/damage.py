"""What is damaged is told once and tried again after a while, not at each request."""

import time
from collections.abc import Callable
from logging import getLogger
from threading import Lock
from typing import TypeVar

from jobtrack_viz.errors import (
    DamagedVersion,
    StoreDamaged,
    StoreUnavailable,
    UnknownVersion,
    WithdrawnVersion,
)

__all__ = ["DamageLog"]

_Value = TypeVar("_Value")

_RETRY = 300.0
"""Seconds after which somebody may have put right in the database what was damaged."""

_MOST = 1000
"""So many damaged things are remembered; more are looked at anew."""


class DamageLog:
    """What one process knows of damage."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._until: dict[str, float] = {}
        self._told: set[str] = set()
        self._instead: dict[str, tuple[float, int | None]] = {}

    def read(self, key: str, words: str, read: Callable[[], _Value]) -> _Value:
        """What ``read`` gives. Whatever goes wrong in it means that the record cannot be read.

        Raises:
            DamagedVersion: something did, now or a short while ago; the log says what, once.
            UnknownVersion, WithdrawnVersion, StoreUnavailable: as ``read`` raises them.
        """
        if self._clock() < self._until.get(key, 0.0):
            raise DamagedVersion(words)
        try:
            return read()
        except (UnknownVersion, WithdrawnVersion):
            raise
        except Exception as error:
            if isinstance(error, StoreUnavailable) and not isinstance(error, StoreDamaged):
                raise
            self._note(key, words, error)
            raise DamagedVersion(words) from error

    def instead(self, key: str, find: Callable[[], int | None]) -> int | None:
        """The number of the version that is shown instead; looked for once in a while."""
        until, number = self._instead.get(key, (0.0, None))
        if self._clock() >= until:
            number = find()
            self._instead = {key: (self._clock() + _RETRY, number)}
        return number

    def look_again(self) -> None:
        """What is shown instead is looked for when it is next needed."""
        self._instead = {}

    def _note(self, key: str, words: str, error: Exception) -> None:
        with self._lock:
            new = words not in self._told
            self._told.add(words)
            if len(self._until) >= _MOST:
                self._until.clear()
            self._until[key] = self._clock() + _RETRY
        if new:
            getLogger(__name__).error("%s (%s: %s)", words, type(error).__name__, error)
