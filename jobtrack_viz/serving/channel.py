"""One connection, and what it is waiting for."""

from io import BytesIO
from typing import Any, Literal

from waitress.buffers import ReadOnlyFileBasedBuffer
from waitress.channel import HTTPChannel

from jobtrack_viz.serving.request import Answer, Refusal, Request

__all__ = ["Channel", "Phase"]

Phase = Literal["idle", "header", "body", "sending", "answering"]


_PIECE = 4_096
"""Bytes that are read at once: what is left of them is copied for each chunk and each request."""
_LARGE = 32_768
"""Bytes of an answer from which it is not copied."""


class _Shared(ReadOnlyFileBasedBuffer):
    """Bytes that are sent from where they are; whoever fetches the same file shares them."""

    def __init__(self, whole: bytes) -> None:
        super().__init__(BytesIO(whole))
        self.whole = whole
        self.prepare(len(whole))


class Channel(HTTPChannel):
    """A connection that knows since when it has been in which phase, and what it has moved."""

    task_class = Answer
    error_task_class = Refusal
    parser_class = Request

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin to wait for a first request."""
        super().__init__(*args, **kwargs)
        self.served = 0
        self.sent_bytes = 0
        self.since = self.server.now()
        self.moved_before = 0
        self._stage: tuple[Phase, int] = ("idle", 0)
        self._held_until = self.since

    def __repr__(self) -> str:
        """What a log says of it: nothing about who it is."""
        return "<connection>"

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send what the system takes, and count it."""
        sent = int(super().send(data, do_close))
        self.sent_bytes += sent
        return sent

    def received(self, data: bytes) -> bool:
        """Take what has arrived, in pieces so small that thousands of tiny chunks cost little."""
        taken = [
            super(Channel, self).received(data[start : start + _PIECE])
            for start in range(0, len(data), _PIECE)
        ]
        return any(taken)

    def write_soon(self, data: Any) -> int:
        """Send a part of an answer, and keep what the other side does not take yet."""
        large = isinstance(data, bytes) and len(data) >= _LARGE
        return int(super().write_soon(_Shared(data) if large else data))

    def hold(self) -> None:
        """Send nothing until the server's next turn for those who are sent away."""
        self._held_until = self.server.pauses.next(self.server.now())

    @property
    def is_held(self) -> bool:
        """Whether its answer waits for its turn; a server that stops lets nobody wait."""
        return not self.server.draining and bool(self.server.now() < self._held_until)

    def writable(self) -> bool:
        """Whether there is something that may be sent now."""
        return not self.is_held and bool(super().writable())

    def _flush_some(self, do_close: bool = True) -> bool:
        return not self.is_held and bool(super()._flush_some(do_close=do_close))

    def service(self) -> None:
        """Answer one request, in a thread."""
        self.served += 1
        super().service()

    def is_last_answer(self) -> bool:
        """Whether the connection ends with the answer that is being written."""
        return bool(
            self.server.draining or self.served >= self.server.limits.requests_per_connection
        )

    @property
    def phase(self) -> Phase:
        """What happens on it at the moment."""
        if self.requests:
            return "answering"
        if self.total_outbufs_len:
            return "sending"
        if self.request is None:
            return "idle"
        return "body" if self.request.headers_finished else "header"

    @property
    def moved(self) -> int:
        """Bytes that went through, of the body that arrives or of all answers."""
        if self.phase == "body":
            return int(self.request.body_bytes_received)
        return self.sent_bytes

    @property
    def kept_body_bytes(self) -> int:
        """How much of a body that is not complete yet is kept for it."""
        receiver: Any = getattr(self.request, "body_rcv", None)
        return 0 if receiver is None else len(receiver)

    @property
    def kept_answers(self) -> dict[int, int]:
        """Bytes that are kept until they are fetched, by what identifies them in memory."""
        with self.outbuf_lock:
            in_memory: list[Any] = [
                getattr(each, "whole", each)
                for each in self.outbufs
                if isinstance(each, _Shared) or not isinstance(each, ReadOnlyFileBasedBuffer)
            ]
        return {id(each): len(each) for each in in_memory}

    def look(self, now: float) -> Phase:
        """Its phase; ``since`` and ``moved_before`` hold from when that phase was first seen.

        Until a first header is complete, all of it counts as one wait, from when it was opened.
        """
        phase = self.phase
        stage = ("idle" if phase == "header" and not self.served else phase), self.served
        if stage != self._stage:
            self._stage = stage
            self.since, self.moved_before = now, 0 if phase == "body" else self.moved
        return phase

    def rate_after(self, grace: float, now: float) -> float:
        """Bytes a second in this phase, its first seconds not counted as time."""
        seconds: float = max(now - self.since - grace, 1e-9)
        return (self.moved - self.moved_before) / seconds
