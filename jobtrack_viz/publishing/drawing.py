"""A map is laid out in a child process: readers do not wait for it, and it can be ended."""

import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from jobtrack_viz.canonical import framework_from, framework_json, from_json, map_json, to_json
from jobtrack_viz.errors import JobtrackError
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.views import is_one_map

__all__ = ["DrawingFailed", "drawn_map", "main"]

_HOUSE = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.append(sys.argv.pop(1)); "
    "from jobtrack_viz.publishing import drawing; drawing.main()"
)
_SECONDS = 300
_NICE = 10

_log = logging.getLogger(__name__)


class DrawingFailed(JobtrackError):
    """The map of a framework could not be laid out."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What the child is given: a stored framework, and the map before it if there is one."""

    framework: str
    previous: MetroMap | None


def drawn_map(framework: Framework, previous: MetroMap | None) -> bytes | None:
    """The map as it is stored; None for a framework that is shown as an overview.

    Raises:
        DrawingFailed: it takes longer than five minutes, or the child died.
    """
    if not is_one_map(framework):
        return None
    task = to_json(_Task(framework_json(framework).decode(), previous))
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-c", _START, str(_HOUSE)],
            input=task,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DrawingFailed(
            f"Drawing the map takes longer than {_SECONDS} seconds. Divide it into fewer tracks."
        ) from error
    if child.returncode:
        last_line = child.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        _log.error("drawing ended with %s, %s", child.returncode, last_line.partition(":")[0])
        raise DrawingFailed("The map could not be drawn. The published map stays as it is.")
    return child.stdout


def main() -> None:
    """Read a task from stdin, print the map."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    task = from_json(sys.stdin.buffer.read(), _Task)
    framework = framework_from(task.framework.encode())
    sys.stdout.buffer.write(map_json(lay_out(build_network(framework), task.previous)))
