"""Lines of tracks, by day and by night, and what tells them apart beside colour."""

from collections.abc import Iterator, Mapping

from jobtrack_viz.drawing.rounding import LINE_CORNER
from jobtrack_viz.drawing.strokes import strokes
from jobtrack_viz.drawing.tags import tag
from jobtrack_viz.metro.colours import night_colour
from jobtrack_viz.metro.shapes import MetroMap

__all__ = ["draw_lines", "status_sample"]

_INK = "#1b2a5c"


def draw_lines(metro: MetroMap, numbers: Mapping[str, int]) -> Iterator[str]:
    """All casings, then each track's line: in both colours, with its core and its cuts if it has.

    Styles show the line of the mode at hand; without styles the one for light paper is seen.
    A line is cut at regular distances where its track is not agreed.
    """
    drawn = list(strokes((*metro.pieces, *metro.trunks), LINE_CORNER))
    open_tracks = {badge.track for badge in metro.badges if badge.status}
    for _, d in drawn:
        yield tag("path", {"class": "casing", "d": d})
    for track, d in drawn:
        look = metro.looks[track]
        of_track = {"data-track": str(numbers[track])}
        day = {"class": "line by-day", "stroke": look.colour}
        night = {"class": "line by-night", "stroke": night_colour(look.colour), "display": "none"}
        yield tag("path", {**day, **of_track, "d": d})
        yield tag("path", {**night, **of_track, "d": d})
        if look.cored:
            yield tag("path", {"class": "core", **of_track, "d": d})
        if track in open_tracks:
            yield tag("path", {"class": "cut", **of_track, "d": d})


def status_sample(width: float) -> str:
    """A short line as drawn for tracks that are not agreed, from 0 to ``width``, for the key."""
    d = f"M4,0H{width - 4:g}"
    line = tag("path", {"class": "key-line", "stroke": _INK, "d": d})
    return line + tag("path", {"class": "cut", "d": d})
