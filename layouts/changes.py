"""Lists of competencies that change: by group where they are many, folded where very many."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from dash import html

from jobtrack_viz.gaps import Change
from layouts.parts import heading

__all__ = ["Row", "change_list"]

Row: TypeAlias = Callable[[Change], Sequence[Any]]
"""What a list says about one competency."""

_GROUPED_FROM = 9
"""Rows that a list has before headings of groups are more help than clutter."""
_MOST_ROWS = 25
"""Rows that a reader can survey; a longer list opens group by group."""
_NO_GROUP = "Other competencies"


def change_list(title: str, changes: Sequence[Change], row: Row, kind: str = "") -> list[Any]:
    """A heading that counts, and a row for each competency; nothing for no competency.

    From nine rows on, groups of competencies have headings that count; above 25 each group is
    folded, or, where there is one group only, what comes after the first 25 rows.
    """
    if not changes:
        return []
    groups = _grouped(changes)
    look = f"changes {kind}".rstrip()
    parts: list[Any] = [heading(4, f"{title} ({len(changes)})")]
    if len(groups) > 1 and len(changes) >= _GROUPED_FROM:
        folded = len(changes) > _MOST_ROWS
        for name, found in groups.items():
            words = f"{name} ({len(found)})"
            rows = _rows(found, row, look)
            parts += [_fold(words, rows)] if folded else [heading(5, words), rows]
        return parts
    parts.append(_rows(changes[:_MOST_ROWS], row, look))
    if rest := changes[_MOST_ROWS:]:
        parts.append(_fold(f"{len(rest)} more", _rows(rest, row, look)))
    return parts


def _grouped(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """Changes by the group of their competency, in the workbook's order; without a group last."""
    found: dict[str, list[Change]] = {}
    for change in sorted(changes, key=lambda change: not change.group):
        found.setdefault(change.group or _NO_GROUP, []).append(change)
    return found


def _rows(changes: Sequence[Change], row: Row, look: str) -> html.Ul:
    return html.Ul([html.Li(list(row(change))) for change in changes], className=look)


def _fold(words: str, rows: html.Ul) -> html.Details:
    return html.Details([html.Summary(heading(5, words)), rows], className="fold")
