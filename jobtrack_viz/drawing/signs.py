"""Badges and codes: the names of tracks, in their colour."""

from html import escape

from jobtrack_viz.contrast import NIGHT
from jobtrack_viz.drawing.badge_places import ASCENT, badge_places
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import rect, tag, text_lines
from jobtrack_viz.metro.colours import badge_colours, night_colour
from jobtrack_viz.metro.shapes import Badge, Box, Code, Look
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["draw_badge", "draw_code"]

_INSET = 1.0
_DASHES = {"stroke-width": "2", "stroke-dasharray": "5 3"}
_RULE = 4.0
_PAPER, _INK = "#ffffff", "#1b2a5c"


def draw_badge(badge: Badge, look: Look, track: int) -> str:
    """Code and name on the track's colour; framed with dashes, with its status, if not agreed."""
    box, ink = badge.box, _INK if badge.status else _PAPER
    places = badge_places(badge)
    first = places.rows[0] + SIZES.badge * ASCENT
    at_name = {"font-size": number(SIZES.badge), "text-anchor": "middle", "fill": ink}
    parts = [
        *_grounds(box, look, badge.status),
        tag("path", _rule(places.split, box, ink)),
        _words("badge-code", look.code, places.code_x, places.middle, SIZES.badge, ink),
        text_lines("badge-name", badge.lines, places.name_x, first, SIZES.badge_line, at_name),
    ]
    if badge.status:
        at = places.name_x, places.rows[-1]
        parts.append(_words("badge-status", badge.status, *at, SIZES.status, ink))
    kind = "badge not-agreed" if badge.status else "badge"
    return tag("g", {"class": kind, "data-track": str(track)}, *parts)


def draw_code(code: Code, look: Look, track: int) -> str:
    """A lozenge in the track's colour with its code."""
    box = code.box
    x, y, half = (box.left + box.right) / 2, (box.top + box.bottom) / 2, SIZES.code_height / 2
    return tag(
        "g",
        {"class": "code", "data-track": str(track)},
        *_filled(box, look, number(half)),
        _words("", code.text, x, y, SIZES.code, _PAPER),
    )


def _grounds(box: Box, look: Look, status: str) -> list[str]:
    if not status:
        return _filled(box, look, "3")
    night = night_colour(look.colour)
    return [_framed("by-day", box, look.colour, ""), _framed("by-night", box, night, "none")]


def _framed(name: str, box: Box, colour: str, display: str) -> str:
    """A frame of dashes; two units wide, all of it inside the box."""
    return rect(
        name,
        box.left + _INSET,
        box.top + _INSET,
        box.right - _INSET,
        box.bottom - _INSET,
        fill=_PAPER,
        stroke=colour,
        display=display,
        rx="3",
        **_DASHES,
    )


def _filled(box: Box, look: Look, corner: str) -> list[str]:
    day, _ = badge_colours(look.colour)
    night, _ = badge_colours(night_colour(look.colour), NIGHT[0])
    return [
        rect("by-day", *box, fill=day, rx=corner),
        rect("by-night", *box, fill=night, display="none", rx=corner),
    ]


def _rule(x: float, box: Box, ink: str) -> dict[str, str]:
    """Between code and name."""
    d = f"M{number(x)},{number(box.top + _RULE)}V{number(box.bottom - _RULE)}"
    return {"class": "badge-rule", "d": d, "stroke": ink, "stroke-opacity": "0.6"}


def _words(name: str, words: str, x: float, middle: float, size: float, ink: str) -> str:
    place = {"x": number(x), "y": number(middle + size * ASCENT), "text-anchor": "middle"}
    more = {"class": name, "font-size": number(size), "fill": ink, **place}
    return tag("text", more, escape(words) + " ")
