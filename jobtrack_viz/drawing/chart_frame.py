"""What charts of levels have in common: their font, quiet axes and names that fit beside them."""

import textwrap
from collections.abc import Sequence
from typing import Any

from jobtrack_viz.drawing.chart_parts import plain
from jobtrack_viz.metro.text_width import text_width

__all__ = ["CLEAR", "INK", "LABEL", "ROW", "axis", "column_width", "frame", "named", "one_line"]

CLEAR = "rgba(0,0,0,0)"
"""The page shows through, light or dark; the page's styles give names beside a chart their ink."""
INK = "#1b2a5c"
ROW, LABEL = 34, 132
"""Pixels: the height of a competency's row, and the room for its name."""
_FONT = "Career Sans, Arial, sans-serif"
_SIZE, _BESIDE, _NARROWEST = 12, 12, 44
_LINE, _MOST_LINES, _LONGEST = 20, 2, 24


def frame(width: float, height: float, top: float) -> dict[str, Any]:
    """A layout of so many pixels without axes. It needs ``meta.width``, and takes more."""
    return {
        "height": round(height),
        "meta": {"width": round(width)},
        "margin": {"l": LABEL, "r": 2, "t": round(top), "b": 2},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "font": {"family": _FONT, "size": _SIZE, "color": INK},
    }


def axis(texts: Sequence[str], **more: Any) -> dict[str, Any]:
    """An axis with a text at 0, 1, 2 and so on; texts are already plain."""
    return {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
        "tickmode": "array",
        "tickvals": list(range(len(texts))),
        "ticktext": list(texts),
        **more,
    }


def named(text: str, line: int = _LINE, lines: int = _MOST_LINES) -> str:
    """A name on a few short lines; what does not fit is left out, and the table has it whole."""
    found = textwrap.wrap(" ".join(text.split()), line, max_lines=lines, placeholder=" …")
    return "<br>".join(plain(part) for part in found)


def one_line(text: str) -> str:
    """A word in a cell or on an axis, cut where it would be very long."""
    return plain(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")


def column_width(words: Sequence[str]) -> float:
    """Pixels that a column needs for the widest of some words."""
    widest = max((text_width(word[:_LONGEST], _SIZE) for word in words), default=0)
    return max(_NARROWEST, widest + _BESIDE)
