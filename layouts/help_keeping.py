"""Help for staff: levels of one's own."""

from collections.abc import Iterator
from typing import Any

from layouts.prose import Section, bullets, said

__all__ = ["about_own_levels"]

_OWN = (
    "They are kept in this tab until it is closed. Tick *Keep on this computer* to find them "
    "again; then whoever uses this browser on this computer can read them.",
    "*Save to a file* and *Add from a file* take them along to another computer.",
    "*Erase my levels* erases them, in this tab and on this computer.",
    "They are hidden until you press *Show my levels*, and never shown on a shared screen.",
)


def about_own_levels() -> Section:
    """Marks that stay in the browser."""
    return Section("own-levels", "My own levels", [*_own()])


def _own() -> Iterator[Any]:
    yield said(
        "You may be able to do more than your role asks for, or other things. Under *My own "
        "levels*, below a comparison, you can mark your own levels in place of those of a role, "
        "with the words of each level at hand. You then read what the goal asks for beyond them."
    )
    yield said(
        "This is for you. Nothing that you mark is sent to the server, to your manager or to HR."
    )
    yield bullets(*_OWN)
