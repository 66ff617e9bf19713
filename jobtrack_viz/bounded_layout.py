"""A map is laid out in a child process: readers do not wait for it, and it can be ended."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from jobtrack_viz.canonical import framework_from, framework_json, from_json, map_json, to_json
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.sandbox import Bounds, Cancelled, ChildStopped, run
from jobtrack_viz.settings import Limits
from jobtrack_viz.views import is_one_map

__all__ = ["draw", "drawn_map"]

_ENTRY = "jobtrack_viz.bounded_layout:draw"
_PATIENCE = 3
"""The clock may show so many times the computing time, since other work goes first."""
_MOST_BYTES = 50_000_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Task:
    """What the child is given: a stored framework, and the map before it if there is one."""

    framework: str
    previous: MetroMap | None


def drawn_map(
    framework: Framework,
    previous: MetroMap | None,
    limits: Limits,
    stop: Callable[[], bool] | None = None,
) -> bytes | None:
    """The map as it is stored; None for a framework that is shown as an overview.

    That is one with too many roles or tracks, and one whose map takes more computing time or
    memory than the limits allow, or cannot be drawn at all.

    Raises:
        Cancelled: ``stop`` says that the map is not wanted any more.
    """
    if not is_one_map(framework):
        return None
    bounds = Bounds(
        cpu_seconds=limits.drawing_seconds,
        wall_seconds=_PATIENCE * limits.drawing_seconds,
        memory_bytes=limits.drawing_memory_bytes,
        output_bytes=_MOST_BYTES,
    )
    task = to_json(_Task(framework_json(framework).decode(), previous))
    try:
        return run(_ENTRY, task, bounds, stop)
    except Cancelled:
        raise
    except ChildStopped as error:
        _log.error("a map is shown as an overview: %s", error)
        return None


def draw(task: bytes) -> bytes:
    """The map of a task, as it is stored; runs in the child process."""
    asked = from_json(task, _Task)
    framework = framework_from(asked.framework.encode())
    return map_json(lay_out(build_network(framework), asked.previous))
