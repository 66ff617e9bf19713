"""What a drawing made by Plotly consists of: shapes, and texts that are exactly in their place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, NamedTuple

from jobtrack_viz.metro.shapes import Point

__all__ = ["INK", "PAPER", "QUIET", "TINT", "Style", "Text", "plain", "shape", "text_traces"]

PAPER, INK, QUIET, TINT = "#ffffff", "#1b2a5c", "#5c6683", "#eef1f6"
"""The map's colours on light paper, as in assets/00-tokens.css."""

_NOTHING = "rgba(0,0,0,0)"
_BASELINE = 0.25
"""Plotly writes a text of height h so that its baseline is h / 4 below its point."""
_SIDES = {"start": "right", "middle": "center", "end": "left"}


class Style(NamedTuple):
    """Height in pixels, weight (400 or 600) and colour of a text."""

    size: float
    weight: int
    colour: str


class Text(NamedTuple):
    """One line of text at its baseline; ``anchor`` is start, middle or end, as in SVG."""

    words: str
    at: Point
    style: Style
    anchor: str = "middle"


def shape(
    d: str, width: float, colour: str, ground: str = _NOTHING, dash: str = "solid"
) -> dict[str, Any]:
    """A path below all text, in absolute coordinates and without arcs, which Plotly cannot read."""
    line = {"width": width, "color": colour, "dash": dash}
    return {"type": "path", "path": d, "layer": "below", "line": line, "fillcolor": ground}


def text_traces(texts: Iterable[Text]) -> Iterator[dict[str, Any]]:
    """One trace for each style, since a figure of many traces is slow."""
    written: dict[Style, list[Text]] = defaultdict(list)
    for text in texts:
        written[text.style].append(text)
    for style, own in written.items():
        yield {
            "type": "scatter",
            "mode": "text",
            "x": [text.at.x for text in own],
            "y": [text.at.y - _BASELINE * style.size for text in own],
            "text": [plain(text.words) for text in own],
            "textposition": [f"middle {_SIDES[text.anchor]}" for text in own],
            "textfont": {"size": style.size, "weight": style.weight, "color": style.colour},
            "hoverinfo": "skip",
        }


def plain(text: str) -> str:
    """Text that Plotly shows as it stands: neither as markup nor, between dollars, as a formula."""
    return escape(text, quote=False).replace("$", "&#36;")
