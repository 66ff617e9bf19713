"""The child process that opens a stranger's workbook: it may be killed, its parent may not.

It reads the workbook from stdin and prints one JSON object. ``cells`` starts it; nothing imports
it, and nothing else reads workbooks with openpyxl.
"""

import gc
import json
import os
import sys
import warnings
from contextlib import suppress
from importlib import import_module
from typing import Any

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.gate import inspect
from jobtrack_viz.workbook.values import read_values

__all__ = ["main"]

_NEVER_NEEDED = ("lxml", "numpy", "pandas", "PIL")


class UnsafeReaderError(Exception):
    """openpyxl is not installed as this product needs it; the log shows this name."""


def main() -> None:
    """The answer is on stdout: the sheets, or one sentence that says why not.

    On anything unforeseen the process dies, and its parent says so.
    """
    limits = Limits(**json.loads(sys.argv[1]))
    openpyxl = _safe_openpyxl()
    _confine(limits)
    gc.disable()
    try:
        answer = _written(_read(sys.stdin.buffer.read(), limits, openpyxl))
    except UnreadableWorkbook as refusal:
        answer = _written({"refused": str(refusal)})
    except MemoryError:
        answer = _written(
            {
                "refused": "Reading the workbook takes more memory than the allowed "
                f"{limits.memory_bytes:,} bytes. Split it into several."
            }
        )
    sys.stdout.buffer.write(answer)


def _read(data: bytes, limits: Limits, openpyxl: Any) -> dict[str, object]:
    inspection = inspect(data, limits)
    book = openpyxl.load_workbook(
        inspection.vetted, read_only=True, data_only=True, keep_links=False
    )
    return read_values(inspection, book.worksheets)


def _written(answer: dict[str, object]) -> bytes:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def _confine(limits: Limits) -> None:
    """The process is polite and bounded, as far as the operating system knows how."""
    if sys.platform == "win32":
        return
    import resource

    bounds = (
        (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.seconds, limits.seconds + 1),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
    )
    for kind, most, never_more in bounds:
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, never_more))
    with suppress(OSError):
        os.nice(10)


def _safe_openpyxl() -> Any:
    """openpyxl, which parses XML with defusedxml and has loaded nothing large.

    Raises:
        UnsafeReaderError: it would parse with something else.
    """
    os.environ["OPENPYXL_LXML"] = "False"
    modules: dict[str, Any] = sys.modules
    modules.update(dict.fromkeys(_NEVER_NEEDED))
    warnings.simplefilter("ignore")
    openpyxl = import_module("openpyxl")
    if openpyxl.DEFUSEDXML is not True or openpyxl.LXML is not False:
        raise UnsafeReaderError("openpyxl must parse with defusedxml, without lxml")
    return openpyxl
