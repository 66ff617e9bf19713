"""The map as one SVG without styles and scripts: geometry, words and hooks for the page."""

from collections.abc import Iterator
from html import escape

from jobtrack_viz.drawing.legend import legend
from jobtrack_viz.drawing.lines import draw_lines
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.drawing.rounding import WALKWAY_CORNER, number, rounded
from jobtrack_viz.drawing.signs import draw_badge, draw_code
from jobtrack_viz.drawing.stations import station_link
from jobtrack_viz.drawing.summaries import summaries
from jobtrack_viz.drawing.tags import group, rect, tag
from jobtrack_viz.drawing.walkways import walkway_group
from jobtrack_viz.drawing.yards import draw_yard
from jobtrack_viz.metro.headings import NAME_DX
from jobtrack_viz.metro.shapes import MetroMap, Walkway, Zone
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.model import Framework
from jobtrack_viz.network import Network

__all__ = ["draw_svg"]


def draw_svg(metro: MetroMap, network: Network) -> str:
    """The whole map; every station is a link, everything else is hidden from screen readers."""
    framework: Framework = network.graph["framework"]
    numbers = {track.name: i for i, track in enumerate(framework.tracks)}
    looks = metro.looks
    tracks = count_of(len(framework.tracks), "track")
    roles = count_of(len(metro.stations), "role")
    key = legend(metro, framework)
    width, height = number(metro.width), number(max(metro.height, key.bottom))
    return tag(
        "svg",
        {
            "id": "map",
            "class": "map",
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "group",
            "aria-label": f"{framework.about.title}: {tracks}, {roles}",
        },
        group("zones", _zones(metro)),
        group("yards", (draw_yard(yard, numbers[yard.track]) for yard in metro.yards)),
        group("walkways", (walkway_group(walkway) for walkway in metro.walkways)),
        group("lines", draw_lines(metro, numbers)),
        group("joins", (_join(join) for join in metro.joins)),
        group("codes", (draw_code(c, looks[c.track], numbers[c.track]) for c in metro.codes)),
        group("badges", (draw_badge(b, looks[b.track], numbers[b.track]) for b in metro.badges)),
        tag("g", {"id": "journey", "aria-hidden": "true"}),
        tag(
            "g",
            {"class": "stations", "font-size": number(SIZES.label)},
            *(station_link(station, network, numbers) for station in metro.stations),
        ),
        *summaries(metro, network),
        group("legend", (key.markup,)),
    )


def _zones(metro: MetroMap) -> Iterator[str]:
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


def _join(join: Walkway) -> str:
    """A double line between two capsules of one role."""
    d = rounded(join.points, WALKWAY_CORNER)
    return tag("path", {"class": "join", "d": d}) + tag("path", {"class": "join-core", "d": d})
