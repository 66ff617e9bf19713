"""What is asked about a stranger's workbook is answered by a child process that may die."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.sandbox import (
    Bounds,
    ChildDied,
    OutOfMemory,
    OutputTooLarge,
    TooSlow,
    run,
)
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.formats import SAVE_AGAIN
from jobtrack_viz.workbook.transport import packed, unpacked

__all__ = ["Answer", "Question", "ask", "ask_child", "bounds_of"]

_ENTRY = "jobtrack_viz.workbook.child:answer"
_DIED = f"The workbook is damaged, and reading it failed part-way. {SAVE_AGAIN}"
_SPLIT = "Split it into several."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """What a child is to do with workbooks, by their names.

    ``details`` is what the task needs besides, packed; ``before`` are the workbooks that an
    update is about.
    """

    task: str
    limits: Limits
    books: Mapping[str, bytes]
    before: Mapping[str, bytes] = field(default_factory=dict)
    details: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: packed, or a workbook; else ``refused`` says in a sentence why not."""

    content: bytes = b""
    refused: str = ""


def ask_child(question: Question) -> bytes:
    """The child's answer to one of its tasks; the child has ended.

    Raises:
        UnreadableWorkbook: a file is no harmless .xlsx, or needs more than the limits allow; one
            sentence says why.
    """
    return ask(_ENTRY, packed(question), question.limits)


def ask(entry: str, task: bytes, limits: Limits, stop: Callable[[], bool] | None = None) -> bytes:
    """What a function of ours, which answers with an ``Answer``, makes of strangers' workbooks.

    Whatever the files do to the child, it has at most the limits' memory and time.

    Raises:
        UnreadableWorkbook: it refuses them, or comes to no answer within the limits.
        Cancelled: ``stop`` says that the answer is not wanted any more.
    """
    try:
        answer = unpacked(run(entry, task, bounds_of(limits), stop), Answer)
    except TooSlow as error:
        raise UnreadableWorkbook(_too_slow(error, limits)) from error
    except OutOfMemory as error:
        raise UnreadableWorkbook(
            "Reading the workbook takes more memory than the allowed "
            f"{limits.memory_bytes:,} bytes. {_SPLIT}"
        ) from error
    except OutputTooLarge as error:
        raise UnreadableWorkbook(
            f"What the workbook says takes more than the allowed {limits.unzipped_bytes:,} bytes. "
            f"{_SPLIT}"
        ) from error
    except (ChildDied, ValueError) as error:
        _log.error("the reader failed: %s", error)
        raise UnreadableWorkbook(_DIED) from error
    if answer.refused:
        raise UnreadableWorkbook(answer.refused)
    return answer.content


def bounds_of(limits: Limits) -> Bounds:
    """What a child that reads may use."""
    return Bounds(
        cpu_seconds=limits.seconds,
        wall_seconds=limits.wall_seconds,
        memory_bytes=limits.memory_bytes,
        output_bytes=limits.unzipped_bytes,
    )


def _too_slow(error: TooSlow, limits: Limits) -> str:
    if error.which == "cpu":
        told = f"{limits.seconds} seconds of computing time"
    else:
        told = f"{limits.wall_seconds} seconds"
    return f"Reading the workbook takes longer than the allowed {told}. {_SPLIT}"
