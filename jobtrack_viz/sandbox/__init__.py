"""Work that may be stopped: a function of ours, run in a child process within fixed bounds."""

from jobtrack_viz.sandbox.bounds import (
    Bounds,
    Cancelled,
    ChildDied,
    ChildStopped,
    OutOfMemory,
    OutputTooLarge,
    TooSlow,
)
from jobtrack_viz.sandbox.run import run
from jobtrack_viz.sandbox.slots import Busy, Slots

__all__ = [
    "Bounds",
    "Busy",
    "Cancelled",
    "ChildDied",
    "ChildStopped",
    "OutOfMemory",
    "OutputTooLarge",
    "Slots",
    "TooSlow",
    "run",
]
