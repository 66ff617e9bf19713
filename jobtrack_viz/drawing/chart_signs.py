"""Badges and codes for Plotly, as drawing/signs.py draws them on light paper."""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.drawing.bezier import curve, rounded_box
from jobtrack_viz.drawing.chart_parts import INK, PAPER, Style, Text, shape
from jobtrack_viz.metro.colours import badge_colours
from jobtrack_viz.metro.shapes import Badge, Code, Look, Point
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["badge_shapes", "badge_texts", "code_shape", "code_text"]

_ASCENT = 0.34
"""From the middle of a line of text to its baseline, in letter heights."""
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
    x = box.left + SIZES.badge_code
    ends = [Point(x, box.top + _RULE), Point(x, box.bottom - _RULE)]
    yield shape(curve(ends), 1.0, _INK_RULE if badge.status else _WHITE_RULE)


def badge_texts(badge: Badge, look: Look) -> Iterator[Text]:
    """Code, name and status."""
    box, ink = badge.box, INK if badge.status else PAPER
    split = box.left + SIZES.badge_code
    code_x, name_x = (box.left + split + 1) / 2, (split + box.right) / 2
    middle = (box.top + box.bottom) / 2
    rows = len(badge.lines) + (1 if badge.status else 0)
    first = middle - (rows - 1) * SIZES.badge_line / 2
    bold = Style(SIZES.badge, 600, ink)
    yield _centred(look.code, code_x, middle, bold)
    for i, line in enumerate(badge.lines):
        yield _centred(line, name_x, first + i * SIZES.badge_line, bold)
    if badge.status:
        last = first + (rows - 1) * SIZES.badge_line
        yield _centred(badge.status, name_x, last, Style(SIZES.status, 400, ink))


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
    return Text(words, Point(x, middle + style.size * _ASCENT), style)
