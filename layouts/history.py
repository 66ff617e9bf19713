"""What changed for a role since earlier versions of the map."""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.atlas import Published
from layouts import html
from layouts.edition import day
from layouts.parts import folded, heading, plain_list

__all__ = ["what_changed"]

_MOST_TIMES, _MOST_SENTENCES = 3, 8


def what_changed(published: Published, role_id: str, level: int) -> Iterator[html.Details]:
    """The role's last changes by day, newest first, folded; nothing if none is known."""
    known = published.changes.get(role_id, ())
    if not known:
        return
    told: list[Any] = []
    for moment, sentences in known[:_MOST_TIMES]:
        left = len(sentences) - _MOST_SENTENCES
        more = [f"And {left} more."] if left > 0 else []
        told += [html.P(day(moment), className="kind")]
        told.append(plain_list([*sentences[:_MOST_SENTENCES], *more], "statements"))
    yield folded(heading(level, "What changed for this role"), told, "more")
