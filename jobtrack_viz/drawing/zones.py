"""Bands of the map: each grade with its heading, on a tall map above and below."""

from collections.abc import Iterator
from html import escape

from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import rect, tag
from jobtrack_viz.metro.headings import NAME_DX
from jobtrack_viz.metro.shapes import MetroMap, Zone
from jobtrack_viz.metro.sizes import SIZES

__all__ = ["draw_zones"]


def draw_zones(metro: MetroMap) -> Iterator[str]:
    """All bands, then all headings above them."""
    for i, zone in enumerate(metro.zones):
        kind = "zone-odd" if i % 2 else "zone-even"
        yield rect(f"zone {kind}", zone.left, metro.top, zone.right, metro.bottom)
    for zone in metro.zones:
        yield _heading(zone, metro.top + SIZES.heading + 9)
        if metro.bottom - metro.top > SIZES.tall:
            yield _heading(zone, metro.bottom - 10)


def _heading(zone: Zone, y: float) -> str:
    place = {"x": number(zone.label_x), "y": number(y), "data-x": number(zone.label_x)}
    size = {"font-size": number(SIZES.heading)}
    dx, small = number(NAME_DX), number(SIZES.grade_name)
    named = {"class": "grade-name", "dx": dx, "font-size": small}
    name = tag("tspan", named, escape(f" {zone.name}")) if zone.name else ""
    return tag("text", {"class": "zone-name", **place, **size}, escape(zone.label), name)
