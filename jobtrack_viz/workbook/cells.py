"""A workbook's bytes become grids of addressed cells, read in a child process that may die."""

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook.formats import SAVE_AGAIN, refuse_other_formats
from jobtrack_viz.workbook.grids import Cell, Grid
from jobtrack_viz.workbook.values import CLEANED, FORMULA, KINDS

__all__ = ["read_grids"]

_HOUSE = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.append(sys.argv.pop(1)); "
    "from jobtrack_viz.workbook import child; child.main()"
)
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_DIED = f"The workbook is damaged, and reading it failed part-way. {SAVE_AGAIN}"

_log = logging.getLogger(__name__)


def read_grids(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """One grid for each worksheet, hidden ones too, in the workbook's order.

    Chart and dialog sheets are left out. The file is only ever opened in a child process, with
    the limits' memory and time.

    Raises:
        UnreadableWorkbook: it is not a harmless .xlsx within the limits; one sentence says why.
    """
    refuse_other_formats(data, limits.file_bytes)
    answer = _ask_child(data, limits)
    if "refused" in answer:
        raise UnreadableWorkbook(answer["refused"])
    return tuple(_grid(sheet, answer["texts"]) for sheet in answer["sheets"])


def _ask_child(data: bytes, limits: Limits) -> Mapping[str, Any]:
    """The child's answer; the child has ended, whatever the file did to it."""
    with subprocess.Popen(
        [sys.executable, "-I", "-c", _START, str(_HOUSE), json.dumps(asdict(limits))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
        start_new_session=True,
    ) as child:
        try:
            answer, complaint = child.communicate(data, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise UnreadableWorkbook(_too_slow(limits)) from error
        finally:
            _end(child)
    if child.returncode == 0:
        found: Mapping[str, Any] = json.loads(answer)
        return found
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


def _grid(sheet: Mapping[str, Any], texts: Sequence[str]) -> Grid:
    cells = {}
    columns = zip(sheet["rows"], sheet["columns"], sheet["texts"], sheet["marks"], strict=True)
    for row, column, text, mark in columns:
        cells[row, column] = Cell(
            row=row,
            column=column,
            text=texts[text],
            kind=KINDS[mark % FORMULA],
            formula=bool(mark & FORMULA),
            cleaned=bool(mark & CLEANED),
        )
    return Grid(
        name=sheet["name"],
        cells=cells,
        hidden=sheet["hidden"],
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in sheet["merged"]),
        hidden_rows=frozenset(sheet["hidden_rows"]),
        hidden_columns=frozenset(sheet["hidden_columns"]),
        filtered_rows=frozenset(sheet["filtered_rows"]),
    )
