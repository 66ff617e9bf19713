"""What is asked about a stranger's workbook is answered by a child process that may die."""

import json
import logging
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.formats import SAVE_AGAIN, refuse_other_formats

__all__ = ["ask_child"]

_HOUSE = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.append(sys.argv.pop(1)); "
    "from jobtrack_viz.workbook import child; child.main()"
)
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_DIED = f"The workbook is damaged, and reading it failed part-way. {SAVE_AGAIN}"

_log = logging.getLogger(__name__)


def ask_child(task: str, data: bytes, limits: Limits, details: object = None) -> bytes:
    """The child's answer to one of its tasks: JSON, or a workbook; the child has ended.

    ``details`` is what the task needs besides the file, as JSON can say it. Whatever the file does
    to the child, it has at most the limits' memory and time.

    Raises:
        UnreadableWorkbook: it is not a harmless .xlsx within the limits; one sentence says why.
    """
    refuse_other_formats(data, limits.file_bytes)
    answer = _answer(task, json.dumps(details).encode() + b"\n" + data, limits)
    if answer.startswith(b'{"refused":'):
        raise UnreadableWorkbook(json.loads(answer)["refused"])
    return answer


def _answer(task: str, question: bytes, limits: Limits) -> bytes:
    with subprocess.Popen(
        [sys.executable, "-I", "-c", _START, str(_HOUSE), json.dumps(asdict(limits)), task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
        start_new_session=True,
    ) as child:
        try:
            answer, complaint = child.communicate(question, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise UnreadableWorkbook(_too_slow(limits)) from error
        finally:
            _end(child)
    if child.returncode == 0:
        return answer
    if sys.platform != "win32" and child.returncode == -signal.SIGXCPU:
        raise UnreadableWorkbook(_too_slow(limits))
    last_line = complaint.decode(errors="replace").strip().rpartition("\n")[2]
    _log.error("the reader ended with %s, %s", child.returncode, last_line.partition(":")[0])
    raise UnreadableWorkbook(_DIED)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """The child and all it started have ended."""
    if child.poll() is None:
        if sys.platform == "win32":
            child.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)


def _too_slow(limits: Limits) -> str:
    return (
        f"Reading the workbook takes longer than the allowed {limits.seconds} seconds. "
        "Split it into several."
    )
