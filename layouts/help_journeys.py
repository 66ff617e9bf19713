"""Help for staff: journeys between two roles, and where one could go from one."""

from collections.abc import Iterator
from typing import Any

from layouts.prose import Section, bullets, said

__all__ = ["about_journeys", "about_reach"]

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


_READ_REACH = (
    "A number in a ring says how many levels more the role asks for, summed over all competencies. "
    "A plus beside it says that levels are not all: skills are new, a qualification is required, "
    "or levels are stated only there. So 0 never means ready; the list says what is new.",
    "*Grades* chooses among the same grade or higher, this grade, one grade up, sideways (the same "
    "grade on other tracks) and all. *Within* keeps to so many levels more, and *Sort by* puts the "
    "list into the order that you need.",
    "How many moves lead there is counted as journeys are, so that it keeps to what you avoid in "
    "the planner.",
)


def about_journeys() -> Section:
    """Wishes, up to four journeys, and what a move is."""
    return Section("journeys", "Find your way", [*_journeys()])


def about_reach() -> Section:
    """From one role to all others."""
    return Section("reach", "Where could I go from here?", [*_reach()])


def _journeys() -> Iterator[Any]:
    yield said(
        "Between two roles there may be several ways. The map offers up to four that really "
        "differ, each with its reason, such as the gentlest (its largest move asks for least) or "
        "the most direct (fewest moves). Ways that are just as good are chosen in the same order "
        "every time, so a link shows everybody the same."
    )
    yield said("*Via, avoid and more*, below the two searches, says how you want to travel:")
    yield bullets(*_WISHES)
    yield said("Along the way you read each move:")
    yield bullets(*_LEGS)


def _reach() -> Iterator[Any]:
    yield said(
        "Choose one station and press *Where could I go from here?*. All other roles are then "
        "compared with it, on the map and in a list. The map gives nobody an order: it only counts "
        "in which roles differ."
    )
    yield bullets(*_READ_REACH)
