"""Help for staff: levels of one's own, and what can be taken away."""

from collections.abc import Iterator
from typing import Any

from layouts.prose import Section, bullets, said

__all__ = ["about_own_levels", "about_taking_away"]

_OWN = (
    "They are kept in this tab until it is closed. Tick *Keep on this computer* to find them "
    "again; then whoever uses this browser on this computer can read them.",
    "*Save to a file* and *Add from a file* take them along to another computer.",
    "*Erase my levels* erases them, in this tab and on this computer.",
    "They are hidden until you press *Show my levels*, and never shown on a shared screen.",
)


_AWAY = (
    "*Copy link*: everything that you chose is in the link, and nothing about you.",
    "*Print*: the map and the comparison on paper, or as a PDF file.",
    "*A page to take away*, at the head of a comparison: one sheet for a conversation. It has the "
    "journey, three to five things to develop with what helps, and empty lines for duties that "
    "were added or given up, for who does what by when, and for the date of the next talk.",
    "*Download as Word*, on that page, is the same to write in. *Download the comparison as Excel* "
    "is for those who want to sort it.",
    "*Save*: the map as SVG or PNG, with the journey, for slides and posters.",
    "A link shows the map as it is on the day when somebody opens it. A link to an earlier map, "
    "or to a draft, comes from HR; the page says on top what it shows, and leads to today’s map.",
    "Your own levels appear in print while you have them shown, and never in Word or Excel.",
)


def about_own_levels() -> Section:
    """Marks that stay in the browser."""
    return Section("own-levels", "My own levels", [*_own()])


def about_taking_away() -> Section:
    """Link, paper, Word, Excel, pictures."""
    return Section("take-away", "Take it away", [bullets(*_AWAY)])


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
