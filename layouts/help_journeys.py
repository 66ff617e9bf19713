"""Help for staff: journeys between two roles."""

from collections.abc import Iterator
from typing import Any

from layouts.prose import Section, bullets, said

__all__ = ["about_journeys"]

_WISHES = (
    "*Via*: a role that the journey should pass.",
    "*Avoid*: a track that it should stay off.",
    "*Roles that manage people*: fine, or avoid. Then no stop on the way manages people.",
    "*A move down on the way*: allow it, and a journey may go down before it goes up. Otherwise "
    "none does, unless your goal is lower than your start.",
    "*Moves nobody has described*: these are worked out from grades and levels. They count only "
    "where you ask for them, or where nobody has described any, and are always marked as possible.",
)
_LEGS = (
    "A progression leads to the next role on the same track, a transfer to another track at the "
    "same grade.",
    "A secondment is temporary: you return to your post.",
    "Each move shows how many levels more it asks for and how many skills are new.",
)


def about_journeys() -> Section:
    """Wishes, up to four journeys, and what a move is."""
    return Section("journeys", "Find your way", [*_journeys()])


def _journeys() -> Iterator[Any]:
    yield said(
        "Between two roles there may be several ways. The map offers up to four that really "
        "differ, such as the gentlest (its largest move asks for least) or "
        "the most direct (fewest moves). Ways that are just as good are chosen in the same order "
        "every time, so a link shows everybody the same."
    )
    yield said("*Via, avoid and more*, below the two searches, says how you want to travel:")
    yield bullets(*_WISHES)
    yield said("Along the way you read each move:")
    yield bullets(*_LEGS)
