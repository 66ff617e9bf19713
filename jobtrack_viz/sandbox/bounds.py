"""How much a child process may use, and the ways in which it can end without an answer."""

from dataclasses import dataclass
from typing import Literal

from jobtrack_viz.errors import JobtrackError

__all__ = [
    "Bounds",
    "Cancelled",
    "ChildDied",
    "ChildStopped",
    "OutOfMemory",
    "OutputTooLarge",
    "TooSlow",
]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one child may use; it is ended when it wants more.

    ``memory_bytes`` is address space, which threads and libraries reserve without using it.
    ``nice`` is how far it stands back for the server; 0 is as urgent as its parent.
    """

    cpu_seconds: int
    wall_seconds: float
    memory_bytes: int
    output_bytes: int
    nice: int = 10


class ChildStopped(JobtrackError):
    """A child process gave no answer; the kinds below say why."""


class TooSlow(ChildStopped):
    """The child used up its time: of the processor, or by the clock."""

    def __init__(self, which: Literal["cpu", "wall"], seconds: float) -> None:
        told = "of computing time" if which == "cpu" else "by the clock"
        super().__init__(f"It takes longer than the allowed {seconds:g} seconds {told}.")
        self.which = which
        self.seconds = seconds


class OutOfMemory(ChildStopped):
    """The child wanted more memory than its bounds allow."""


class OutputTooLarge(ChildStopped):
    """The answer is larger than the bounds allow."""


class Cancelled(ChildStopped):
    """Whoever asked does not want the answer any more."""


class ChildDied(ChildStopped):
    """The child failed in a way that nobody foresaw; the text names the kind for the log."""
