"""Badges and codes for Plotly, as drawing/signs.py draws them on light paper."""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.drawing.badge_places import ASCENT, badge_places
from jobtrack_viz.drawing.bezier import curve, rounded_box
from jobtrack_viz.drawing.chart_parts import INK, PAPER, Style, Text, shape
from jobtrack_viz.metro.colours import badge_colours
from jobtrack_viz.metro.shapes import Badge, Code, Look, Point
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["badge_shapes", "badge_texts", "code_shape", "code_text"]

_CORNER, _INSET, _FRAME, _RULE = 3.0, 1.0, 2.0, 4.0
_WHITE_RULE, _INK_RULE = "rgba(255,255,255,0.6)", "rgba(27,42,92,0.6)"


def badge_shapes(badge: Badge, look: Look) -> Iterator[dict[str, Any]]:
    """A badge's ground, or its frame of dashes if the track is not agreed; then the rule."""
    box = badge.box
    if badge.status:
        left, top, right, bottom = box
        frame = rounded_box(left + _INSET, top + _INSET, right - _INSET, bottom - _INSET, _CORNER)
        yield shape(frame, _FRAME, look.colour, PAPER, "5px,3px")
    else:
        yield _filled(rounded_box(*box, _CORNER), look)
    x = badge_places(badge).split
    ends = [Point(x, box.top + _RULE), Point(x, box.bottom - _RULE)]
    yield shape(curve(ends), 1.0, _INK_RULE if badge.status else _WHITE_RULE)


def badge_texts(badge: Badge, look: Look) -> Iterator[Text]:
    """Code, name and status."""
    ink, places = INK if badge.status else PAPER, badge_places(badge)
    bold = Style(SIZES.badge, 600, ink)
    yield _centred(look.code, places.code_x, places.middle, bold)
    for line, y in zip(badge.lines, places.rows, strict=False):
        yield _centred(line, places.name_x, y, bold)
    if badge.status:
        last = Style(SIZES.status, 400, ink)
        yield _centred(badge.status, places.name_x, places.rows[-1], last)


def code_shape(code: Code, look: Look) -> dict[str, Any]:
    """A code's lozenge."""
    return _filled(rounded_box(*code.box, SIZES.code_height / 2), look)


def code_text(code: Code) -> Text:
    """A code in its lozenge."""
    box = code.box
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return _centred(code.text, x, y, Style(SIZES.code, 600, PAPER))


def _filled(d: str, look: Look) -> dict[str, Any]:
    ground, _ = badge_colours(look.colour)
    return shape(d, 0, ground, ground)


def _centred(words: str, x: float, middle: float, style: Style) -> Text:
    return Text(words, Point(x, middle + style.size * ASCENT), style)
