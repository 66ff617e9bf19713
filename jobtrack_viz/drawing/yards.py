"""Lists of many roles of one track and grade: a frame that hangs from the track's line."""

from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import tag, text_lines
from jobtrack_viz.metro.shapes import Point, Yard
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["CORNER", "draw_yard", "yard_frame", "yard_words"]

CORNER = 6.0
"""Radius of the lower corners of a frame."""
_WORDS_DX, _WORDS_DY = 5.0, 23.0


def draw_yard(yard: Yard, track: int) -> str:
    """The frame, and how many roles it holds; stations and the line above are drawn apart."""
    words, at = yard_words(yard)
    place = {"font-size": number(SIZES.badge)}
    return tag(
        "g",
        {"class": "yard", "data-track": str(track)},
        tag("path", {"class": "yard-frame", "d": yard_frame(yard)}),
        text_lines("yard-words", (words,), at.x, at.y, 0.0, place),
    )


def yard_words(yard: Yard) -> tuple[str, Point]:
    """What stands at the head of the list, and where its baseline begins."""
    at = Point(yard.box.left + _WORDS_DX, yard.box.top + _WORDS_DY)
    return count_of(yard.roles, "role"), at


def yard_frame(yard: Yard) -> str:
    """The ``d`` of the frame: open at the top, where the line is, round at its lower corners."""
    left, top, right, bottom = yard.box
    low, turn = number(bottom - CORNER), number(CORNER)
    return (
        f"M{number(left)},{number(top)}V{low}q0,{turn} {turn},{turn}"
        f"H{number(right - CORNER)}q{turn},0 {turn},-{turn}V{number(top)}"
    )
