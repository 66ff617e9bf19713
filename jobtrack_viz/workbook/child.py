"""The child process that opens a stranger's workbook: it may be killed, its parent may not.

It reads a line of details and the workbook from stdin and writes one answer. ``asking`` starts it;
nothing imports it, and nothing else reads workbooks with openpyxl.
"""

import gc
import json
import os
import sys
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.gate import Inspection, inspect
from jobtrack_viz.workbook.marking import marked_copy
from jobtrack_viz.workbook.revealing import disclosures
from jobtrack_viz.workbook.stripping import stripped_copy
from jobtrack_viz.workbook.values import grids_of, read_values

__all__ = ["main"]

_NEVER_NEEDED = ("lxml", "numpy", "pandas", "PIL")


class UnsafeReaderError(Exception):
    """openpyxl is not installed as this product needs it; the log shows this name."""


def main() -> None:
    """The answer to one task is on stdout, or one sentence that says why there is none.

    On anything unforeseen the process dies, and its parent says so.
    """
    limits = Limits(**json.loads(sys.argv[1]))
    openpyxl = _safe_openpyxl()
    _confine(limits)
    gc.disable()
    try:
        details = json.loads(sys.stdin.buffer.readline())
        answer = _TASKS[sys.argv[2]](sys.stdin.buffer.read(), limits, openpyxl, details)
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


def _cells(data: bytes, limits: Limits, openpyxl: Any, _details: object) -> bytes:
    inspection = inspect(data, limits)
    return _written(_values(inspection, openpyxl))


def _revealed(data: bytes, limits: Limits, openpyxl: Any, _details: object) -> bytes:
    inspection = inspect(data, limits)
    grids = grids_of(_values(inspection, openpyxl))
    return _written({"disclosures": disclosures(data, inspection, grids, limits)})


def _stripped(data: bytes, limits: Limits, openpyxl: Any, _details: object) -> bytes:
    inspection = inspect(data, limits)
    grids = grids_of(_values(inspection, openpyxl))
    return stripped_copy(data, inspection, grids, limits)


def _marked(data: bytes, limits: Limits, openpyxl: Any, details: Any) -> bytes:
    inspection = inspect(data, limits)
    grids = grids_of(_values(inspection, openpyxl))
    return marked_copy(data, inspection, grids, details, limits)


_TASKS: Mapping[str, Callable[[bytes, Limits, Any, Any], bytes]] = {
    "cells": _cells,
    "revealed": _revealed,
    "stripped": _stripped,
    "marked": _marked,
}


def _values(inspection: Inspection, openpyxl: Any) -> dict[str, Any]:
    book = openpyxl.load_workbook(
        inspection.vetted, read_only=True, data_only=True, keep_links=False
    )
    return read_values(inspection, book.worksheets)


def _written(answer: Mapping[str, object]) -> bytes:
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
