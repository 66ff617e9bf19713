"""Which parts are to be drawn: a bounded queue, and the threads that wait for child processes."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from math import inf
from threading import Lock, Thread
from typing import Literal, TypeAlias

from jobtrack_viz.parts.folder import SharedFolder
from jobtrack_viz.sandbox import Bounds, ChildDied, ChildStopped, run

__all__ = ["BOUNDS", "PartQueue", "State"]

State: TypeAlias = Literal["waiting", "failed", "busy"]
"""The part is queued or being drawn; it cannot be drawn within the bounds; the queue is full."""

BOUNDS = Bounds(
    cpu_seconds=30, wall_seconds=120, memory_bytes=1_000_000_000, output_bytes=24_000_000, nice=19
)
_ENTRY = "jobtrack_viz.parts.drawing:draw"
_AT_A_TIME = 2
_MOST_WAITING = 8
_MOST_ANSWERS = 4
_MOST_FAILED = 1000
_TRIED_AGAIN = 600.0
"""Seconds after which a part is drawn once more whose child died for no reason of its own."""
_FORGOTTEN = 30.0
"""Seconds after which a part that nobody has asked for again is not drawn any more."""

_log = logging.getLogger(__name__)

_Draw: TypeAlias = Callable[[bytes], bytes]


def _in_child(task: bytes) -> bytes:
    return run(_ENTRY, task, BOUNDS)


class PartQueue:
    """Draws parts outside of requests, at most two at a time, each once; never waits for one.

    With a ``folder``, two at a time and once count over all workers that share it, and each of
    them finds what another has drawn. A part that exceeds the bounds is not tried again. Threads
    begin with the first part, and end when there is nothing to draw.
    """

    def __init__(
        self,
        folder: SharedFolder | None = None,
        draw: _Draw = _in_child,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._draw = draw
        self._clock = clock
        self._lock = Lock()
        self._waiting: OrderedDict[str, tuple[bytes, float]] = OrderedDict()
        self._running: set[str] = set()
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._failed: OrderedDict[str, float] = OrderedDict()
        self._threads = 0

    def ask(self, key: str, task: Callable[[], bytes]) -> bytes | State:
        """The answer if there is one; else how it stands, after the part was queued if it can be.

        ``task`` is called only if the part has to be queued.
        """
        told = self._told(key)
        if told is not None:
            return told
        if self.is_full:
            return "busy"
        made = task()
        with self._lock:
            if key in self._running or key in self._waiting:
                return "waiting"
            if len(self._waiting) >= _MOST_WAITING:
                return "busy"
            self._waiting[key] = made, self._clock()
            if self._threads < _AT_A_TIME:
                self._threads += 1
                Thread(target=self._work, daemon=True, name="parts").start()
        return "waiting"

    def outlook(self, key: str) -> Literal["settled", "waiting", "unknown"]:
        """Whether asking would give an answer or a failure; a part that waits is wanted still."""
        with self._lock:
            if key in self._answers or self._has_failed(key):
                return "settled"
            if key in self._waiting:
                self._waiting[key] = self._waiting[key][0], self._clock()
            if key in self._waiting or key in self._running:
                return "waiting"
        return "settled" if self._folder is not None and key in self._folder else "unknown"

    @property
    def is_full(self) -> bool:
        """Whether no further part can be queued."""
        with self._lock:
            return len(self._waiting) >= _MOST_WAITING

    def _told(self, key: str) -> bytes | State | None:
        with self._lock:
            if key in self._answers:
                return self._answers[key]
            if self._has_failed(key):
                return "failed"
            if key in self._running:
                return "waiting"
            if key in self._waiting:
                self._waiting[key] = self._waiting[key][0], self._clock()
                return "waiting"
        return _meaning(self._folder.read(key)) if self._folder else None

    def _work(self) -> None:
        """Draw what waits, the first first, until nothing does."""
        while True:
            with self._lock:
                found = self._next()
                if found is None:
                    self._threads -= 1
                    return
                key, task = found
                self._running.add(key)
            try:
                answer, until = self._drawn(key, task), inf
            except (ChildDied, OSError) as error:
                _log.error("A part of a map could not be drawn: %s", error)
                answer, until = b"", self._clock() + _TRIED_AGAIN
            self._keep(key, answer, until)

    def _next(self) -> tuple[str, bytes] | None:
        """The first part that somebody still wants."""
        while self._waiting:
            key, (task, asked) = self._waiting.popitem(last=False)
            if self._clock() - asked <= _FORGOTTEN:
                return key, task
        return None

    def _drawn(self, key: str, task: bytes) -> bytes:
        """The answer of a child, or of another worker; empty if it cannot be drawn."""
        folder = self._folder
        nobody: AbstractContextManager[None] = nullcontext()
        with folder.alone(key) if folder else nobody:
            if folder and (found := folder.read(key)) is not None:
                return found
            slot = folder.slot(_AT_A_TIME) if folder else nobody
            try:
                with slot:
                    answer = self._draw(task)
            except ChildDied:
                raise
            except ChildStopped as error:
                _log.warning("A part of a map is too large to draw: %s", error)
                answer = b""
            if folder:
                folder.write(key, answer)
            return answer

    def _keep(self, key: str, answer: bytes, until: float) -> None:
        """An answer that the folder could not take, or that there is none until a time."""
        shared = self._folder is not None and key in self._folder
        with self._lock:
            self._running.discard(key)
            if not answer:
                self._failed[key] = until
            elif not shared:
                self._answers[key] = answer
            while len(self._answers) > _MOST_ANSWERS:
                self._answers.popitem(last=False)
            while len(self._failed) > _MOST_FAILED:
                self._failed.popitem(last=False)

    def _has_failed(self, key: str) -> bool:
        return self._clock() < self._failed.get(key, -inf)


def _meaning(kept: bytes | None) -> bytes | State | None:
    """What a file of the folder says: an empty one stands for a part that cannot be drawn."""
    return "failed" if kept == b"" else kept
