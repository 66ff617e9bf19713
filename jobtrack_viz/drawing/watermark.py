"""The word Draft behind a map that is not in force: on screens, on paper and in saved pictures."""

import re

from jobtrack_viz.drawing.tags import group, tag

__all__ = ["with_watermark"]

_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_ZONES = re.compile(r'<g class="zones".*?</g>', re.DOTALL)
_WORD, _ACROSS, _LEAST, _LARGEST = "Draft", 900.0, 90.0, 260.0


def with_watermark(svg: str) -> str:
    """The same map with the word in outline between the zones and everything that is read.

    It stands once, or several times where the map is so large that a screen shows a part of it.
    """
    size, zones = _SIZE.search(svg), _ZONES.search(svg)
    if size is None or zones is None:
        return svg
    width, height = (float(text) for text in size.groups())
    letters = max(_LEAST, min(_LARGEST, width / 5, height / 2))
    columns, rows = (max(1, round(side / _ACROSS)) for side in (width, height))
    words = (
        _word((column + 0.5) * width / columns, (row + 0.5) * height / rows, letters)
        for row in range(rows)
        for column in range(columns)
    )
    return svg[: zones.end()] + group("watermark", words) + svg[zones.end() :]


def _word(x: float, y: float, size: float) -> str:
    place = {
        "x": f"{x:.0f}",
        "y": f"{y + size / 3:.0f}",
        "text-anchor": "middle",
        "font-size": f"{size:.0f}",
        "font-weight": "600",
        "fill": "none",
        "transform": f"rotate(-18 {x:.0f} {y:.0f})",
    }
    return tag("text", place, _WORD)
