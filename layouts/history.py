"""What changed for a role since earlier versions of the map."""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.atlas import Published
from jobtrack_viz.dates import day
from layouts import html
from layouts.parts import folded, heading, plain_list

__all__ = ["what_changed"]

_MOST_TIMES, _MOST_SENTENCES = 3, 8


def what_changed(published: Published, role_id: str, level: int) -> Iterator[html.Details]:
    """The role's last changes by day, newest first, folded; nothing if none is known.

    Of a draft, what it would change.
    """
    known = published.changes.get(role_id, ())
    if not known:
        return
    draft = published.kind == "draft"
    told: list[Any] = []
    for moment, sentences in known[:_MOST_TIMES]:
        left = len(sentences) - _MOST_SENTENCES
        more = [f"And {left} more."] if left > 0 else []
        told += [] if draft else [html.P(day(moment), className="kind")]
        told.append(plain_list([*sentences[:_MOST_SENTENCES], *more], "statements"))
    title = "What would change for this role" if draft else "What changed for this role"
    yield folded(heading(level, title), told, "more")
