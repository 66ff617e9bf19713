"""One request as it arrives, and its answer: waitress's, with four rules of our own."""

from copy import copy
from typing import Any

from waitress.buffers import OverflowableBuffer
from waitress.parser import HTTPRequestParser
from waitress.receiver import ChunkedReceiver, FixedStreamReceiver
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import BadRequest

from jobtrack_viz.serving.framing import check_framing

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
    body_bytes_received: int
    body_rcv: Any
    completed: bool

    def received(self, data: bytes) -> int:
        """Take some bytes; of chunks, what stands around their content is bounded like a header."""
        taken = int(super().received(data))
        if isinstance(self.body_rcv, ChunkedReceiver) and self._is_mostly_framing(self.body_rcv):
            self.error = BadRequest("Too much stands between chunks, or after the last")
            self.completed = True
        return taken

    def _is_mostly_framing(self, body: ChunkedReceiver) -> bool:
        most = self.adj.max_request_header_size
        unfinished = len(body.control_line) + len(body.trailer)
        around = self.body_bytes_received - len(body)
        return bool(unfinished > most or around > most + len(body) // 4)

    def parse_header(self, header_plus: bytes) -> None:
        """Read the header, and decide what becomes of the body.

        Raises:
            ParsingError: it is no header, or two readers could understand it differently.
        """
        check_framing(header_plus)
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
    """What the application says; to ask again later is said later."""

    def build_response_header(self) -> bytes:
        """The header; whoever is sent away for a while has it only after a pause."""
        task: Any = self
        names = {name.lower() for name, _ in task.response_headers}
        if task.status.startswith("503") and "retry-after" in names:
            task.channel.hold()
        return super().build_response_header()


class Refusal(_Closing, ErrorTask):
    """What the server says to something that is no request."""
