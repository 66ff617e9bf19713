"""The map as a Plotly figure, the same as the SVG: for notebooks and other Dash applications."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from jobtrack_viz.drawing.bezier import curve, rounded_box
from jobtrack_viz.drawing.chart_parts import (
    INK,
    PAPER,
    QUIET,
    TINT,
    Style,
    Text,
    plain,
    shape,
    text_traces,
)
from jobtrack_viz.drawing.chart_signs import badge_shapes, badge_texts, code_shape, code_text
from jobtrack_viz.drawing.phrases import status_in_words
from jobtrack_viz.drawing.rounding import LINE_CORNER, WALKWAY_CORNER
from jobtrack_viz.drawing.strokes import ways
from jobtrack_viz.drawing.yards import yard_frame, yard_words
from jobtrack_viz.metro.headings import NAME_DX, heading_width
from jobtrack_viz.metro.shapes import MetroMap, Point, Station
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.model import Role

__all__ = ["map_figure"]

_FONT = "'Career Sans', 'Source Sans 3', 'Source Sans Pro', Arial, sans-serif"
_CASING, _CORE, _CUT, _JOIN, _JOIN_CORE = 9.6, 2.2, 8.0, 6.0, 2.4
"""Widths of strokes, as in assets/20-map.css and 22-tracks.css."""
_CUTS, _PLANNED = "1.6px,14.4px", "3.2px,2.2px"
_POINTER = 26
"""How wide the place is that answers to the pointer at each station."""
_FRAME = 1.2
_HEADING_DY, _FOOT_DY = 9.0, -10.0


def map_figure(metro: MetroMap, roles: Iterable[Role] = ()) -> dict[str, Any]:
    """The map at natural size: one unit is one pixel. Walkways and the key are left out.

    After: ``go.Figure(map_figure(metro))`` shows it on light paper, and ``customdata`` of a click
    or hover is the role's id. ``roles`` add full names for the pointer, and marks for planned and
    former roles. Lines and marks are layout shapes, because a figure of many traces is slow.
    """
    known = {role.id: role for role in roles}
    width, height = ceil(metro.width), ceil(metro.height)
    return {
        "data": [*text_traces(_texts(metro, known)), _pointer(metro.stations, known)],
        "layout": {
            "width": width,
            "height": height,
            "autosize": False,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "font": {"family": _FONT, "size": SIZES.label, "color": INK},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": "pan",
            "xaxis": {"visible": False, "range": [0, width]},
            "yaxis": {
                "visible": False,
                "range": [height, 0],
                "scaleanchor": "x",
                "scaleratio": 1,
            },
            "shapes": [
                *_zones(metro),
                *(shape(yard_frame(yard), _FRAME, QUIET, PAPER) for yard in metro.yards),
                *_lines(metro),
                *_joins(metro),
                *(code_shape(code, metro.looks[code.track]) for code in metro.codes),
                *(part for b in metro.badges for part in badge_shapes(b, metro.looks[b.track])),
                *_marks(metro.stations, known),
            ],
        },
    }


def _zones(metro: MetroMap) -> Iterator[dict[str, Any]]:
    for i, zone in enumerate(metro.zones):
        d = rounded_box(zone.left, metro.top, zone.right, metro.bottom, 0)
        yield shape(d, 0, PAPER, PAPER if i % 2 else TINT)


def _lines(metro: MetroMap) -> Iterator[dict[str, Any]]:
    """All casings as one; then each line, with its core and its cuts if it has."""
    drawn = {
        track: "".join(curve(way, LINE_CORNER) for way in own)
        for track, own in ways((*metro.pieces, *metro.trunks))
    }
    not_agreed = {badge.track for badge in metro.badges if badge.status}
    if drawn:
        yield shape("".join(drawn.values()), _CASING, PAPER)
    for track, d in drawn.items():
        look = metro.looks[track]
        yield shape(d, metro.line_width, look.colour)
        if look.cored:
            yield shape(d, _CORE, PAPER)
        if track in not_agreed:
            yield shape(d, _CUT, PAPER, dash=_CUTS)


def _joins(metro: MetroMap) -> Iterator[dict[str, Any]]:
    """A double line between two capsules of one role."""
    for join in metro.joins:
        d = curve(join.points, WALKWAY_CORNER)
        yield shape(d, _JOIN, INK)
        yield shape(d, _JOIN_CORE, PAPER)


def _marks(stations: Sequence[Station], known: Mapping[str, Role]) -> Iterator[dict[str, Any]]:
    """One shape for each kind of mark, and one for the bars of roles no longer recruited to."""
    marks: dict[str, list[str]] = defaultdict(list)
    bars = []
    half = SIZES.mark - SIZES.outline / 2
    for station in stations:
        role = known.get(station.role_id)
        status = role.status if role else "open"
        for top, bottom in station.capsules:
            middle = (top + bottom) / 2
            marks[status].append(
                rounded_box(station.x - half, top - half, station.x + half, bottom + half, half)
            )
            if status == "closed":
                bars.append(
                    curve(
                        [
                            Point(station.x - half * 0.6, middle),
                            Point(station.x + half * 0.6, middle),
                        ]
                    )
                )
    for kind, found in marks.items():
        ink = QUIET if kind == "closed" else INK
        dash = _PLANNED if kind == "planned" else "solid"
        yield shape("".join(found), SIZES.outline, ink, PAPER, dash)
    if bars:
        yield shape("".join(bars), SIZES.outline, QUIET)


def _texts(metro: MetroMap, known: Mapping[str, Role]) -> Iterator[Text]:
    heights = [metro.top + SIZES.heading + _HEADING_DY]
    if metro.bottom - metro.top > SIZES.tall:
        heights.append(metro.bottom + _FOOT_DY)
    heading = Style(SIZES.heading, 600, QUIET)
    space = NAME_DX + text_width(" ", SIZES.grade_name)
    for zone in metro.zones:
        for height in heights:
            yield Text(zone.label, Point(zone.label_x, height), heading, "start")
            if zone.name:
                after = zone.label_x + heading_width(replace(zone, name="")) + space
                at = Point(after, height)
                yield Text(zone.name, at, Style(SIZES.grade_name, 400, QUIET), "start")
    for yard in metro.yards:
        yield Text(*yard_words(yard), Style(SIZES.badge, 600, QUIET), "start")
    yield from (code_text(code) for code in metro.codes)
    for badge in metro.badges:
        yield from badge_texts(badge, metro.looks[badge.track])
    for station in metro.stations:
        role, label = known.get(station.role_id), station.label
        ink = INK if role is None or role.status == "open" else QUIET
        for i, line in enumerate(label.lines):
            at = Point(label.at.x, label.at.y + i * label.line_height)
            yield Text(line, at, Style(SIZES.label, 400, ink), label.anchor)


def _pointer(stations: Sequence[Station], known: Mapping[str, Role]) -> dict[str, Any]:
    """Nothing to see: what answers when the pointer is over a station."""
    places = [(station, capsule) for station in stations for capsule in station.capsules]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [station.x for station, _ in places],
        "y": [(top + bottom) / 2 for _, (top, bottom) in places],
        "customdata": [station.role_id for station, _ in places],
        "hovertext": [plain(_said(station, known)) for station, _ in places],
        "hoverinfo": "text",
        "marker": {"size": _POINTER, "opacity": 0},
    }


def _said(station: Station, known: Mapping[str, Role]) -> str:
    role = known.get(station.role_id)
    if role is None:
        return " ".join(station.label.lines)
    return ", ".join(part for part in (role.name, status_in_words(role)) if part)
