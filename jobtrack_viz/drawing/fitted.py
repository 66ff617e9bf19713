"""Texts that keep their measured width in whatever font a picture is shown."""

import re
from html import unescape

from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import Weight, text_width

__all__ = ["fitted"]

_TEXT = re.compile(r"<text([^<>]*)>((?:<tspan[^<>]*>[^<>]*</tspan>)+|[^<>]+)</text>")
_LINE = re.compile(r"<tspan([^<>]*)>([^<>]*)</tspan>")
_SIZE = re.compile(r'font-size="([\d.]+)"')
_CLASS = re.compile(r'class="([^"]*)"')
_SEMIBOLD = frozenset(("badge-name", "badge-code", "stands-out", "zone-name", "yard-words", ""))


def fitted(markup: str) -> str:
    """The same with the width of each text as an attribute; spaces between its lines are left out.

    A picture that stands alone cannot bring the map's own font. In another one, letters are drawn
    as much narrower or wider as it takes.
    """
    return _TEXT.sub(_fitted, markup)


def _fitted(found: re.Match[str]) -> str:
    attributes, content = found.groups()
    size = _SIZE.search(attributes)
    kinds = _CLASS.search(attributes)
    words = set(kinds[1].split()) if kinds else {""}
    weight: Weight = "Semibold" if words & _SEMIBOLD else "Regular"

    def width(text: str) -> str:
        long = text_width(unescape(text), float(size[1]) if size else SIZES.label, weight)
        return f' textLength="{number(long)}" lengthAdjust="spacingAndGlyphs"'

    def line(one: re.Match[str]) -> str:
        text = one[2].strip()
        return f"<tspan{one[1]}{width(text)}>{text}</tspan>" if text else ""

    if content.startswith("<"):
        return f"<text{attributes}>{_LINE.sub(line, content)}</text>"
    return f"<text{attributes}{width(content)}>{content}</text>"
