"""The child's side: find the function, accept the bounds, do the task, write the answer.

The parent keeps the child's stdin open as long as it lives and wants the answer. Where that pipe
ends, so does the child; on Linux the kernel ends it too, since a library that holds the
interpreter's lock would keep the watching thread from running.
"""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from threading import Thread, stack_size

from jobtrack_viz.sandbox.bounds import Bounds

__all__ = ["FAILED", "LENGTH_BYTES", "NO_MEMORY", "TOO_MUCH", "main"]

LENGTH_BYTES = 8
"""The task begins with its length, big-endian, since the end of stdin means something else."""
FAILED, NO_MEMORY, TOO_MUCH = 80, 81, 82
"""Exit codes; 0 is fine. After ``FAILED`` the output is the name of what went wrong."""

_STDIN, _STDOUT = 0, 1
_SET_PARENT_DEATH_SIGNAL = 1
_SMALL_STACK = 256 * 1024


def main() -> None:
    """Run the function that the arguments name: ``module:function``, bounds, the parent's id."""
    entry, bounds, parent = sys.argv[1], Bounds(**json.loads(sys.argv[2])), int(sys.argv[3])
    _end_with(parent)
    answers = os.dup(_STDOUT)
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)  # what libraries print is no answer
    try:
        code, answer = 0, _answer(entry, bounds)
    except MemoryError:
        code, answer = NO_MEMORY, b""
    except Exception as error:  # noqa: BLE001 - the parent is told its kind
        code, answer = FAILED, type(error).__name__.encode()
    if len(answer) > bounds.output_bytes:
        code, answer = TOO_MUCH, b""
    with os.fdopen(answers, "wb") as out:
        out.write(answer)
    _end_others()
    os._exit(code)  # nothing is worth tidying up


def _answer(entry: str, bounds: Bounds) -> bytes:
    module, _, name = entry.partition(":")
    work: Callable[[bytes], bytes] = getattr(import_module(module), name)
    _confine(bounds)
    task = _read(int.from_bytes(_read(LENGTH_BYTES)))
    stack_size(_SMALL_STACK)
    Thread(target=_watch, daemon=True).start()
    return work(task)


def _read(count: int) -> bytes:
    """So many bytes of stdin; the process ends if there are fewer, for its parent is gone."""
    found = bytearray()
    while len(found) < count:
        part = os.read(_STDIN, min(count - len(found), 1 << 20))
        if not part:
            _end()
        found += part
    return bytes(found)


def _watch() -> None:
    """Wait for the end of stdin, then end."""
    with suppress(OSError):
        while os.read(_STDIN, 1):
            pass
    _end()


def _end() -> None:
    """The process and all that it started have ended."""
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(FAILED)


def _end_others() -> None:
    """What the process has started has ended; its own exit code still tells what became of it."""
    if sys.platform != "win32":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.killpg(0, signal.SIGTERM)


def _end_with(parent: int) -> None:
    """Linux ends the process when the thread that started it ends, which waits for the answer."""
    if not sys.platform.startswith("linux"):
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the kernel was asked
        _end()


def _confine(bounds: Bounds) -> None:
    """The process is polite and bounded, as far as the operating system knows how."""
    if sys.platform == "win32":
        return
    import resource

    most = (
        (resource.RLIMIT_AS, bounds.memory_bytes, bounds.memory_bytes),
        (resource.RLIMIT_CPU, bounds.cpu_seconds, bounds.cpu_seconds + 1),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
    )
    for kind, soft, hard in most:
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (soft, hard))
    with suppress(OSError):
        os.nice(bounds.nice)
