"""Texts beside a table that are no part of it: remarks, keys, sources."""

from collections.abc import Mapping

from jobtrack_viz.workbook.grids import Cell
from jobtrack_viz.workbook.text import fold

__all__ = ["is_remark"]

_FIRST_WORDS = frozenset(
    {
        "note",
        "notes",
        "nb",
        "key",
        "legend",
        "source",
        "sources",
        "updated",
        "last updated",
        "version",
        "reviewed",
        "last reviewed",
        "approved",
        "approved by",
        "owner",
        "contact",
        "comment",
        "comments",
        "total",
    }
)
_LONG = 60


def is_remark(row: Mapping[int, Cell]) -> bool:
    """True for a row that reads like a remark: it begins with such a word, or is one sentence."""
    texts = [cell.text for cell in row.values() if not cell.text.rstrip(".").isdecimal()]
    first = texts[0] if texts else row[min(row)].text
    begins = fold(first).partition(":")[0].rstrip(" .") in _FIRST_WORDS or first.startswith("*")
    prose = len(first) > _LONG and (first[-1] in ".!?:" or ". " in first)
    return begins or (len(texts) == 1 and prose)
