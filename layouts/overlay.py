"""The chosen journey on the map: shapes that lie over it, and the first picture with them in it."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import urlencode

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.comparison_words import stop_marks
from jobtrack_viz.drawing.reach_marks import reach_marks
from jobtrack_viz.drawing.rounding import LINE_CORNER, WALKWAY_CORNER, rounded
from jobtrack_viz.drawing.watermark import with_watermark
from jobtrack_viz.journeys import Journey, Leg
from jobtrack_viz.metro.colours import night_colour
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.views import View
from layouts.links import link
from layouts.outcome import Outcome, view_of

__all__ = ["has_moves", "overlay", "spots_of", "stops_of", "svg_with_outcome"]

_STATION = re.compile(r'<a class="(station[^"]*)" id="s-([^"]*)"')
_EMPTY = '<g id="journey" aria-hidden="true">'
_STATION_LINK = re.compile(r'href="\?start=[^"]*')
_END_RADIUS, _VIA_RADIUS, _DIGIT_DROP = 12, 9, 5


class Spot(NamedTuple):
    """Where a role is on a picture: between two heights, which are the same on one line."""

    x: float
    top: float
    bottom: float


def overlay(published: Published, outcome: Outcome) -> str:
    """SVG shapes, in order: legs, stops in between with their numbers, roles in reach, both ends.

    A leg's shapes say which leg of the journey they are (``data-leg``, from 1). All of them hold
    numbers, colours and letters only, never a text from the workbook.
    """
    view = view_of(published, outcome)
    spots = spots_of(view)
    shapes = []
    if outcome.journey is not None:
        if view.metro is not None:
            legs = [
                _leg(view.metro, spots, leg, number)
                for number, leg in enumerate(outcome.journey.legs, 1)
                if {leg.source, leg.target} <= spots.keys()
            ]
            shapes += [edge for edge, _ in legs] + [way for _, way in legs]
        shapes += _stops_between(spots, outcome.journey)
    if outcome.wishes.reach and outcome.start is not None:
        found = outcome.within_reach
        shapes.append(reach_marks(view.drawn, view.framework, outcome.start, found))
    for role, letter in ((outcome.start, "A"), (outcome.goal, "B")):
        if role is not None and role.id in spots:
            shapes.append(_mark(spots[role.id], letter, "end", _END_RADIUS))
    return "".join(shapes)


def has_moves(published: Published, outcome: Outcome) -> bool:
    """True if the picture holds moves between tracks."""
    metro = view_of(published, outcome).metro
    return metro is not None and bool(metro.walkways)


def spots_of(view: View) -> dict[str, Spot]:
    """Where each role of a view is marked; on an overview, at its group's number for its grade."""
    if isinstance(view.drawn, MetroMap):
        return {s.role_id: Spot(s.x, s.top, s.bottom) for s in view.drawn.stations}
    lines = {name: line for line in reversed(view.drawn.lines) for name in line.group.tracks}
    spots = {}
    for role in view.framework.roles:
        for count in lines[role.tracks[0]].counts if role.tracks else ():
            if count.rank == role.rank:
                middle = (count.box.top + count.box.bottom) / 2
                spots[role.id] = Spot((count.box.left + count.box.right) / 2, middle, middle)
    return spots


def svg_with_outcome(published: Published, outcome: Outcome) -> str:
    """The map of the first answer: links keep the start; journey and reach are already drawn."""
    stops = set(stops_of(published, outcome))
    ends = {role.id for role in (outcome.start, outcome.goal) if role}

    def station(found: re.Match[str]) -> str:
        kind, role_id = found.groups()
        state = " on-way" if unescape(role_id) in stops | ends else ""
        current = ' aria-current="true"' if unescape(role_id) in ends else ""
        return f'<a class="{kind}{state}"{current} id="s-{role_id}"'

    svg = view_of(published, outcome).svg
    if published.kind == "draft":
        svg = with_watermark(svg)
    further = urlencode(_further(outcome))
    if further:
        svg = _STATION_LINK.sub(rf"\g<0>&amp;{escape(further)}", svg)
    if outcome.start is not None:
        svg = svg.replace(
            'href="?start=', f'href="?{urlencode({"start": outcome.start.id})}&amp;goal='
        )
    own = escape(outcome.on(None))
    first = f"{link('/')}?" if own == "?" else f"{link('/')}{own}&amp;"
    svg = svg.replace('class="group" href="/?', f'class="group" href="{first}')
    if not ends:
        return svg
    if outcome.comparison is not None:
        svg = svg.replace('class="map', 'class="map on', 1)
    if outcome.wishes.reach:
        svg = svg.replace('class="map', 'class="map reaching', 1)
    svg = _STATION.sub(station, svg)
    return svg.replace(_EMPTY, _EMPTY + overlay(published, outcome), 1)


def stops_of(published: Published, outcome: Outcome) -> list[str]:
    """Ids of the roles that the overlay marks in place of their stations' own marks."""
    if outcome.journey is not None:
        return list(outcome.journey.stops)
    if view_of(published, outcome).metro is None:
        return []
    return [reached.role.id for reached in outcome.within_reach]


def _further(outcome: Outcome) -> list[tuple[str, str]]:
    """What the address of a further choice on the map holds beside the start and that choice."""
    goal = [("goal", outcome.goal_id)] if outcome.goal_id and outcome.start is None else []
    wishes = outcome.wishes.fitting(outcome.start_id or "any", "any")
    return [*goal, *wishes.query, *outcome.frame]


def _leg(metro: MetroMap, spots: Mapping[str, Spot], leg: Leg, number: int) -> tuple[str, str]:
    """A leg's edge and its way; a straight dashed line where the map has none."""
    ends = {leg.source, leg.target}

    def path(kind: str, line: str, colour: str = "") -> str:
        drawn_in = ' pathLength="1"' if kind.startswith("way-edge") else ""
        return f'<path class="{kind}" data-leg="{number}" d="{line}"{drawn_in}{colour}/>'

    for piece in metro.pieces if leg.along else ():
        if piece.track == leg.track and {piece.source, piece.target} == ends:
            line = rounded(piece.points, LINE_CORNER)
            colour = metro.colours[leg.track]
            day = path("way by-day", line, f' stroke="{colour}"')
            dark = f' stroke="{night_colour(colour)}" display="none"'
            return path("way-edge", line), day + path("way by-night", line, dark)
    for walkway in metro.walkways:
        if {walkway.source, walkway.target} == ends:
            line = rounded(walkway.points, WALKWAY_CORNER)
            return path("way-edge walk", line), path("way walk", line)
    line = _straight(spots[leg.source], spots[leg.target])
    return path("way-edge walk", line), path("way walk possible", line)


def _straight(source: Spot, target: Spot) -> str:
    return f"M{source.x:.1f} {_middle(source):.1f}L{target.x:.1f} {_middle(target):.1f}"


def _stops_between(spots: Mapping[str, Spot], journey: Journey) -> list[str]:
    marks = stop_marks(journey)
    return [
        _mark(spots[role_id], mark, "via", _VIA_RADIUS)
        for role_id, mark in zip(journey.stops[1:-1], marks[1:-1], strict=True)
        if role_id in spots
    ]


def _mark(spot: Spot, letter: str, kind: str, radius: float) -> str:
    left, top = spot.x - radius, min(spot.top, spot.bottom) - radius
    height = abs(spot.bottom - spot.top) + 2 * radius
    return (
        f'<rect class="{kind}" x="{left:.1f}" y="{top:.1f}" width="{2 * radius}" '
        f'height="{height:.1f}" rx="{radius}"/>'
        f'<text class="{kind}-mark" x="{spot.x:.1f}" y="{_middle(spot) + _DIGIT_DROP:.1f}" '
        f'text-anchor="middle">{letter}</text>'
    )


def _middle(spot: Spot) -> float:
    return (spot.top + spot.bottom) / 2
