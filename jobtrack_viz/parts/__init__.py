"""Parts of maps that readers ask for: drawn in child processes, a few at a time, each once."""

from jobtrack_viz.parts.cache import SegmentedCache
from jobtrack_viz.parts.drawing import DrawnPart, part_from, part_task
from jobtrack_viz.parts.folder import SharedFolder
from jobtrack_viz.parts.queue import BOUNDS, PartQueue, State

__all__ = [
    "BOUNDS",
    "DrawnPart",
    "PartQueue",
    "SegmentedCache",
    "SharedFolder",
    "State",
    "part_from",
    "part_task",
]
