"""Lists of competencies that change: by group where they are many, folded where very many."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from jobtrack_viz.gaps import Change
from jobtrack_viz.model import Framework
from layouts import html
from layouts.parts import MOST_ITEMS, folded, heading, long_list, plain_list

__all__ = ["Row", "change_list", "folded_changes", "levels_of"]

Row: TypeAlias = Callable[[Change], Sequence[Any]]
"""What a list says about one competency."""

_GROUPED_FROM = 9
"""Rows that a list has before headings of groups are more help than clutter."""
_NO_GROUP = "Other competencies"


def change_list(
    title: str, changes: Sequence[Change], row: Row, kind: str = "", order: Sequence[str] = ()
) -> list[Any]:
    """A heading that counts, and a row for each competency; nothing for no competency.

    ``order`` is that of groups. From nine rows on they have headings that count; above 25 each
    group is folded, or, where there is one group only, what comes after the first 25 rows.
    """
    if not changes:
        return []
    return [heading(4, f"{title} ({len(changes)})"), *_rows(changes, row, kind, order)]


def folded_changes(
    title: str, changes: Sequence[Change], row: Row, order: Sequence[str] = ()
) -> list[Any]:
    """The same behind its title, until somebody wants it."""
    if not changes:
        return []
    return [
        folded(heading(4, f"{title} ({len(changes)})"), _rows(changes, row, "", order), "more list")
    ]


def _rows(changes: Sequence[Change], row: Row, kind: str, order: Sequence[str]) -> list[Any]:
    groups = _grouped(changes, order)
    look = f"changes {kind}".rstrip()
    if len(groups) == 1 or len(changes) < _GROUPED_FROM:
        return long_list([list(row(change)) for change in changes], look)
    folds = len(changes) > MOST_ITEMS
    parts: list[Any] = []
    for name, found in groups.items():
        words = heading(5, f"{name} ({len(found)})")
        rows = plain_list([list(row(change)) for change in found], look)
        parts += [folded(words, [rows], "fold")] if folds else [words, rows]
    return parts


def _grouped(changes: Sequence[Change], order: Sequence[str]) -> dict[str, list[Change]]:
    """Changes by the group of their competency; without a group last."""
    place = {group: number for number, group in enumerate(order)}
    found: dict[str, list[Change]] = {}
    for change in sorted(changes, key=lambda c: (not c.group, place.get(c.group, len(place)))):
        found.setdefault(change.group or _NO_GROUP, []).append(change)
    return found


def levels_of(framework: Framework, change: Change) -> html.Span:
    """``from Low to High``; one word for a level that stays or that one role states."""
    competency = framework.competency(change.competency)
    words = [
        framework.level_name(rank, competency)
        for rank in dict.fromkeys((change.start, change.goal))
        if rank is not None
    ]
    if len(words) > 1:
        parts = ["from ", html.B(words[0]), " to ", html.B(words[1])]
    else:
        parts = ["level " if words[0][0].isdigit() else "", html.B(words[0])]
    return html.Span(parts, className="levels")
