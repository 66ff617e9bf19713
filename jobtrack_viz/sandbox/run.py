"""The parent's side: start a child, give it its task, wait for the answer or end it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import IO

from jobtrack_viz.sandbox.bounds import (
    Bounds,
    Cancelled,
    ChildDied,
    OutOfMemory,
    OutputTooLarge,
    TooSlow,
)
from jobtrack_viz.sandbox.child import FAILED, LENGTH_BYTES, NO_MEMORY, TOO_MUCH

__all__ = ["run"]

_HOUSE = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.append(sys.argv.pop(1)); "
    "from jobtrack_viz.sandbox import child; child.main()"
)
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "MALLOC_ARENA_MAX"), "1"
)
"""Each thread of a numerical library reserves address space, and one child is one processor's."""
_POLL = 0.2
_PART = 1 << 16


def run(entry: str, task: bytes, bounds: Bounds, stop: Callable[[], bool] | None = None) -> bytes:
    """What a function of ours makes of a task, in a fresh interpreter within the bounds.

    ``entry`` is such as ``jobtrack_viz.metro:lay_out``; the function takes bytes and returns
    bytes. ``stop`` is asked several times a second whether the answer is still wanted, as by the
    ``is_set`` of an event. After: the child and all it started have ended, whatever happened; it
    also ends with this process or thread, however that ends.

    Raises:
        TooSlow: its time is over, of the processor or by the clock.
        OutOfMemory: it wanted more memory than it may have.
        OutputTooLarge: its answer is too large.
        Cancelled: the answer is not wanted any more.
        ChildDied: it failed, or was ended by somebody else.
    """
    with _started(entry, bounds) as child:
        answer = _answer(child, task, bounds, stop)
    if child.returncode == 0:
        return answer
    if child.returncode == NO_MEMORY:
        raise OutOfMemory("It takes more memory than it may have.")
    if child.returncode == TOO_MUCH:
        raise OutputTooLarge("Its answer is too large.")
    if sys.platform != "win32" and child.returncode == -signal.SIGXCPU:
        raise TooSlow("cpu", bounds.cpu_seconds)
    name = answer.decode(errors="replace") if child.returncode == FAILED else ""
    raise ChildDied(f"A child process ended with {child.returncode}, {name or 'no answer'}.")


def _started(entry: str, bounds: Bounds) -> "subprocess.Popen[bytes]":
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    told = [entry, json.dumps(asdict(bounds)), str(os.getpid())]
    return subprocess.Popen(
        [sys.executable, "-I", "-c", _START, str(_HOUSE), *told],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | _ONE_THREAD,
        start_new_session=True,
        bufsize=0,
    )


def _answer(
    child: "subprocess.Popen[bytes]",
    task: bytes,
    bounds: Bounds,
    stop: Callable[[], bool] | None,
) -> bytes:
    """All that the child writes before it ends by itself."""
    if child.stdin is None or child.stdout is None:
        raise ChildDied("A child process has no pipes.")
    deadline = monotonic() + bounds.wall_seconds
    answer, closed = bytearray(), Event()
    feed = Thread(target=_feed, args=(child.stdin, task), daemon=True)
    listen = Thread(
        target=_listen, args=(child.stdout, answer, bounds.output_bytes, closed), daemon=True
    )
    try:
        feed.start()
        listen.start()
        while not closed.wait(_POLL):
            if stop is not None and stop():
                raise Cancelled("The answer is not wanted any more.")
            if monotonic() > deadline:
                raise TooSlow("wall", bounds.wall_seconds)
        if len(answer) > bounds.output_bytes:
            raise OutputTooLarge("Its answer is too large.")
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(1, deadline - monotonic()))
    finally:
        _end(child)
        feed.join()  # a pipe is not closed under a thread that uses it
        listen.join()
    return bytes(answer)


def _feed(pipe: IO[bytes], task: bytes) -> None:
    """The task is written, and the pipe stays open; a child that has ended reads no more."""
    left = memoryview(len(task).to_bytes(LENGTH_BYTES) + task)
    with suppress(OSError):
        while left:
            left = left[os.write(pipe.fileno(), left) :]


def _listen(pipe: IO[bytes], answer: bytearray, most: int, closed: Event) -> None:
    with suppress(OSError):
        while len(answer) <= most and (part := os.read(pipe.fileno(), _PART)):
            answer += part
    closed.set()


def _end(child: "subprocess.Popen[bytes]") -> None:
    """The child and all it started have ended."""
    if child.poll() is not None:
        return
    if sys.platform == "win32":
        child.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
