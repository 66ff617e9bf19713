"""The map as one SVG without styles and scripts: geometry, words and hooks for the page."""

from jobtrack_viz.drawing.legend import legend
from jobtrack_viz.drawing.lines import draw_lines
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.signs import draw_badge, draw_code
from jobtrack_viz.drawing.stations import station_link
from jobtrack_viz.drawing.summaries import summaries
from jobtrack_viz.drawing.tags import group, tag
from jobtrack_viz.drawing.walkways import draw_join, walkway_group
from jobtrack_viz.drawing.yards import draw_yard
from jobtrack_viz.drawing.zones import draw_zones
from jobtrack_viz.metro.shapes import MetroMap
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
        group("zones", draw_zones(metro)),
        group("yards", (draw_yard(yard, numbers[yard.track]) for yard in metro.yards)),
        group("walkways", (walkway_group(walkway) for walkway in metro.walkways)),
        group("lines", draw_lines(metro, numbers)),
        group("joins", (draw_join(join) for join in metro.joins)),
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
