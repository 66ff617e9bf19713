"""One request as it arrives, and its answer: waitress's, with three rules of our own."""

from copy import copy
from typing import Any

from waitress.buffers import OverflowableBuffer
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver
from waitress.task import ErrorTask, WSGITask

__all__ = ["Answer", "Refusal", "Request"]

_DRAINED = 4
"""A body this many times too large is still read to its end."""


class Request(HTTPRequestParser):
    """A body that is too large is thrown away while it arrives, and then the application is asked.

    It refuses by the length that the header declares, in its own words; whoever hangs up in the
    middle of a body makes browsers show a broken connection instead.
    """

    adj: Any
    content_length: int

    def parse_header(self, header_plus: bytes) -> None:
        """Read the header, and decide what becomes of the body."""
        super().parse_header(header_plus)
        most = self.adj.max_request_body_size
        if most <= self.content_length < _DRAINED * most:
            self.body_rcv = _Discarded(self.content_length)
            self.content_length = 0
            self.adj = copy(self.adj)
            self.adj.max_request_body_size = _DRAINED * most


class _Discarded(FixedStreamReceiver):
    remain: int

    def __init__(self, length: int) -> None:
        super().__init__(length, OverflowableBuffer(1))

    def received(self, data: bytes) -> int:
        taken = min(self.remain, len(data))
        self.remain -= taken
        self.completed = self.remain == 0
        return taken


class _Closing:
    """The last answer of a connection says so, that nobody sends another request on it."""

    def build_response_header(self) -> bytes:
        """The header, with ``Connection: close`` where the channel is at its end."""
        task: Any = self
        if task.channel.is_last_answer():
            task.set_close_on_finish()
        return bytes(super().build_response_header())  # type: ignore[misc]


class Answer(_Closing, WSGITask):
    """What the application says."""


class Refusal(_Closing, ErrorTask):
    """What the server says to something that is no request."""
