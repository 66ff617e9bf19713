"""The journey's strip as a PNG, for Word: drawn by Pillow from the same values as the SVG.

Word shows SVG only in recent versions and wants a bitmap beside it in any case; a bitmap alone
looks the same in every Word, in LibreOffice and in previews. Pillow draws lines without smooth
edges, so the picture is drawn at twice its size and then made smaller.
"""

import io
from functools import lru_cache
from importlib import resources
from math import sqrt

from PIL import Image, ImageDraw, ImageFont

from jobtrack_viz.contrast import DAY
from jobtrack_viz.export.strip import Strip, StripLeg, StripStop, StripText
from jobtrack_viz.metro.text_width import Weight

__all__ = ["INK", "strip_png"]

INK = "#1b2a5c"
"""The ink of the map on light paper."""
_QUIET, _PAPER = "#4f5a7c", DAY[0]
_DPI = 220
_SMOOTH = 2
_MOST_PIXELS, _LEAST_DPI = 3_000_000, 150
"""As drawn: a strip of many rows has fewer dots per inch, but no fewer than print well."""
_QUICK = 1
"""Of zlib's levels: a twelfth more bytes than the usual one, for two thirds of its time."""
_EDGE, _WAY, _CORE, _DOT, _DASH = 13.0, 8.5, 2.6, 5.5, 3.0
"""Widths of lines: navy edge, colour, white core; dots of a walkway, dashes of a possible one."""
_BETWEEN_DOTS, _DASH_LENGTH = 9.0, 7.0


def strip_png(strip: Strip, millimetres: float) -> bytes:
    """The picture for that width on paper, at 150 to 220 dots per inch, on white."""
    full = millimetres / 25.4 * _DPI * _SMOOTH / strip.width
    fewer = sqrt(_MOST_PIXELS / (strip.width * strip.height))
    scale = min(full, max(fewer, full * _LEAST_DPI / _DPI))
    dpi = _DPI * scale / full
    size = round(strip.width * scale), round(strip.height * scale)
    image = Image.new("RGB", size, _PAPER)
    pen = _Pen(ImageDraw.Draw(image), scale)
    for leg in strip.legs:
        pen.leg(leg)
    for stop in strip.stops:
        pen.stop(stop)
    for colour, texts in ((INK, (*strip.names, *strip.ways)), (_QUIET, strip.details)):
        for text in texts:
            pen.text(text, colour)
    out = io.BytesIO()
    image.reduce(_SMOOTH).save(out, "PNG", dpi=(dpi, dpi), compress_level=_QUICK)
    return out.getvalue()


class _Pen:
    """Draws in the strip's units."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: float) -> None:
        self._draw = draw
        self._scale = scale

    def leg(self, leg: StripLeg) -> None:
        for start, end in leg.stretches:
            if leg.look is None:
                self._walkway(start.x, end.x, start.y, leg.possible)
                continue
            self._line(start.x, end.x, start.y, _EDGE, INK)
            self._line(start.x, end.x, start.y, _WAY, leg.look.colour)
            if leg.look.cored:
                self._line(start.x, end.x, start.y, _CORE, _PAPER)

    def stop(self, stop: StripStop) -> None:
        outline = 2.6 if not stop.end else 2.5
        fill, edge = (INK, _PAPER) if stop.end else (_PAPER, INK)
        self._disc(stop.at.x, stop.at.y, stop.radius + outline / 2, edge)
        self._disc(stop.at.x, stop.at.y, stop.radius - outline / 2, fill)
        size = 14.0 if stop.end else 12.0
        mark = StripText((stop.mark,), stop.at.x, stop.at.y + stop.radius * 0.4, size, "Semibold")
        self.text(mark, _PAPER if stop.end else INK)

    def text(self, text: StripText, colour: str) -> None:
        font = _font(text.weight, round(text.size * self._scale))
        for line, y in text.baselines:
            at = text.x * self._scale, y * self._scale
            self._draw.text(at, line, fill=colour, font=font, anchor="ms")

    def _walkway(self, left: float, right: float, y: float, possible: bool) -> None:
        if possible:
            x = left
            while x < right:
                self._line(x, min(x + _DASH_LENGTH, right), y, _DASH, INK)
                x += 2 * _DASH_LENGTH
            return
        x = left
        while x < right:
            self._disc(x, y, _DOT / 2, INK)
            x += _BETWEEN_DOTS

    def _line(self, left: float, right: float, y: float, width: float, colour: str) -> None:
        box = (left, y - width / 2, right, y + width / 2)
        self._draw.rectangle([value * self._scale for value in box], fill=colour)

    def _disc(self, x: float, y: float, radius: float, colour: str) -> None:
        box = (x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse([value * self._scale for value in box], fill=colour)


@lru_cache(maxsize=32)
def _font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    package = resources.files("font_source_sans_pro")
    with resources.as_file(package / "files" / f"SourceSansPro-{weight}.ttf") as path:
        return ImageFont.truetype(str(path), size)
