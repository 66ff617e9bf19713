"""The chosen journey on the map: shapes that lie over it, and the first picture with them in it."""

import re
from html import escape, unescape

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.rounding import LINE_CORNER, WALKWAY_CORNER, rounded
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.metro.colours import night_colour
from jobtrack_viz.metro.shapes import Station
from layouts.itinerary import stop_marks
from layouts.outcome import Outcome, address

__all__ = ["overlay", "svg_with_outcome"]

_STATION = re.compile(r'<a class="(station[^"]*)" id="s-([^"]*)"')
_EMPTY = '<g id="journey" aria-hidden="true">'
_END_RADIUS, _VIA_RADIUS, _DIGIT_DROP = 12, 9, 5


def overlay(published: Published, outcome: Outcome) -> str:
    """SVG shapes, in order: legs, stops in between with their numbers, both ends.

    They hold numbers, colours and letters only, never a text from the workbook.
    """
    stations = {station.role_id: station for station in published.metro.stations}
    shapes = []
    if outcome.journey is not None:
        legs = [_leg(published, stations, leg) for leg in outcome.journey.legs]
        shapes += [edge for edge, _ in legs] + [way for _, way in legs]
        shapes += _stops_between(stations, outcome.journey)
    for role, letter in ((outcome.start, "A"), (outcome.goal, "B")):
        if role is not None and role.id in stations:
            shapes.append(_end(stations[role.id], letter))
    return "".join(shapes)


def svg_with_outcome(published: Published, outcome: Outcome) -> str:
    """The map of the first answer: links keep the start, the journey is already drawn."""
    stops = set(outcome.journey.stops) if outcome.journey else set()
    ends = {role.id for role in (outcome.start, outcome.goal) if role}

    def station(found: re.Match[str]) -> str:
        kind, role_id = found.groups()
        state = " on-way" if unescape(role_id) in stops | ends else ""
        current = ' aria-current="true"' if unescape(role_id) in ends else ""
        return f'<a class="{kind}{state}"{current} id="s-{role_id}"'

    svg = published.svg
    if outcome.start is not None:
        kept = escape(address(outcome.start.id)) + "&amp;goal="
        svg = svg.replace('href="?start=', f'href="{kept}')
    if not ends:
        return svg
    if outcome.comparison is not None:
        svg = svg.replace('class="map"', 'class="map on"', 1)
    svg = _STATION.sub(station, svg)
    return svg.replace(_EMPTY, _EMPTY + overlay(published, outcome), 1)


def _leg(published: Published, stations: dict[str, Station], leg: Leg) -> tuple[str, str]:
    """A leg's edge and its way; a straight dashed line where the map has none."""
    metro, ends = published.metro, {leg.source, leg.target}
    for piece in metro.pieces if leg.along else ():
        if piece.track == leg.track and {piece.source, piece.target} == ends:
            line = rounded(piece.points, LINE_CORNER)
            colour = metro.colours[leg.track]
            day = _path("way by-day", line, f' stroke="{colour}"')
            dark = f' stroke="{night_colour(colour)}" display="none"'
            return _path("way-edge", line), day + _path("way by-night", line, dark)
    for walkway in metro.walkways:
        if {walkway.source, walkway.target} == ends:
            line = rounded(walkway.points, WALKWAY_CORNER)
            return _path("way-edge walk", line), _path("way walk", line)
    line = _straight(stations[leg.source], stations[leg.target])
    return _path("way-edge walk", line), _path("way walk possible", line)


def _path(kind: str, line: str, colour: str = "") -> str:
    drawn_in = ' pathLength="1"' if kind.startswith("way-edge") else ""
    return f'<path class="{kind}" d="{line}"{drawn_in}{colour}/>'


def _straight(source: Station, target: Station) -> str:
    return f"M{source.x:.1f} {_middle(source):.1f}L{target.x:.1f} {_middle(target):.1f}"


def _stops_between(stations: dict[str, Station], journey: Journey) -> list[str]:
    marks = stop_marks(journey)
    return [
        _mark(stations[role_id], mark, "via", _VIA_RADIUS)
        for role_id, mark in zip(journey.stops[1:-1], marks[1:-1], strict=True)
        if role_id in stations
    ]


def _end(station: Station, letter: str) -> str:
    return _mark(station, letter, "end", _END_RADIUS)


def _mark(station: Station, letter: str, kind: str, radius: float) -> str:
    left, top = station.x - radius, min(station.top, station.bottom) - radius
    height = abs(station.bottom - station.top) + 2 * radius
    return (
        f'<rect class="{kind}" x="{left:.1f}" y="{top:.1f}" width="{2 * radius}" '
        f'height="{height:.1f}" rx="{radius}"/>'
        f'<text class="{kind}-mark" x="{station.x:.1f}" y="{_middle(station) + _DIGIT_DROP:.1f}" '
        f'text-anchor="middle">{letter}</text>'
    )


def _middle(station: Station) -> float:
    return (station.top + station.bottom) / 2
