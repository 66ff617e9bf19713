"""The child process that opens strangers' workbooks: it may be killed, its parent may not.

Everything from bytes to problems happens here. ``asking`` starts it; whatever else runs in such a
child opens workbooks with ``open_book``, and nothing else reads them with openpyxl.
"""

import gc
import json
import os
import sys
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from jobtrack_viz.errors import UnreadableWorkbook
from jobtrack_viz.settings import Limits
from jobtrack_viz.workbook import read_tables, update_tables
from jobtrack_viz.workbook.asking import Answer, Question
from jobtrack_viz.workbook.books import read_books, read_named
from jobtrack_viz.workbook.formats import refuse_other_formats
from jobtrack_viz.workbook.gate import Inspection, inspect
from jobtrack_viz.workbook.grids import Grid
from jobtrack_viz.workbook.marking import marked_copy
from jobtrack_viz.workbook.problem_sheet import is_problem_list
from jobtrack_viz.workbook.revealing import disclosures
from jobtrack_viz.workbook.stripping import stripped_copy
from jobtrack_viz.workbook.transport import packed, unpacked
from jobtrack_viz.workbook.values import grids_of, read_values

__all__ = ["OpenBook", "answer", "answering", "open_book"]

_NEVER_NEEDED = ("lxml", "numpy", "pandas", "PIL")


class UnsafeReaderError(Exception):
    """openpyxl is not installed as this product needs it; the log shows this name."""


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A workbook that was inspected and opened: its bytes, its parts and all its sheets."""

    data: bytes
    inspection: Inspection
    every: tuple[Grid, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The sheets without a list of problems from an earlier check."""
        return tuple(grid for grid in self.every if not is_problem_list(grid))


def open_book(data: bytes, limits: Limits) -> OpenBook:
    """The workbook with its cells.

    Raises:
        UnreadableWorkbook: it is not a harmless .xlsx within the limits; one sentence says why.
    """
    refuse_other_formats(data, limits.file_bytes)
    inspection = inspect(data, limits)
    return OpenBook(data, inspection, grids_of(_values(inspection)))


def answering(work: Callable[[], bytes]) -> bytes:
    """The packed answer that holds what the work gave, or the sentence with which it refuses."""
    _safe_openpyxl()
    gc.disable()
    try:
        return packed(Answer(content=work()))
    except UnreadableWorkbook as refusal:
        return packed(Answer(refused=str(refusal)))


def answer(task: bytes) -> bytes:
    """The answer to one question."""
    question = unpacked(task, Question)
    return answering(lambda: _TASKS[question.task](question))


def _cells(question: Question) -> bytes:
    refuse_other_formats(_one(question), question.limits.file_bytes)
    inspection = inspect(_one(question), question.limits)
    return json.dumps(_values(inspection), ensure_ascii=False).encode()


def _read(question: Question) -> bytes:
    limits = question.limits
    return packed(read_tables(read_books(question.books, limits, _reader(limits)), limits))


def _update(question: Question) -> bytes:
    limits = question.limits
    before = read_named(question.before, limits, _reader(limits))
    upload = read_books(question.books, limits, _reader(limits))
    return packed(update_tables(before, upload, limits))


def _revealed(question: Question) -> bytes:
    book = open_book(_one(question), question.limits)
    return packed(disclosures(book.data, book.inspection, book.every, question.limits))


def _stripped(question: Question) -> bytes:
    book = open_book(_one(question), question.limits)
    return stripped_copy(book.data, book.inspection, book.every, question.limits)


def _marked(question: Question) -> bytes:
    book = open_book(_one(question), question.limits)
    rows = json.loads(question.details)
    return marked_copy(book.data, book.inspection, book.every, rows, question.limits)


_TASKS: Mapping[str, Callable[[Question], bytes]] = {
    "cells": _cells,
    "read": _read,
    "update": _update,
    "revealed": _revealed,
    "stripped": _stripped,
    "marked": _marked,
}


def _one(question: Question) -> bytes:
    (data,) = question.books.values()
    return data


def _reader(limits: Limits) -> Callable[[bytes], tuple[Grid, ...]]:
    return lambda data: open_book(data, limits).grids


def _values(inspection: Inspection) -> dict[str, Any]:
    book = _safe_openpyxl().load_workbook(
        inspection.vetted, read_only=True, data_only=True, keep_links=False
    )
    return read_values(inspection, book.worksheets)


@cache
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
