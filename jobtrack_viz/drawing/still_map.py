"""The map as a picture without links: beside another one on a page, or as a file of its own."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from jobtrack_viz.drawing.fitted import fitted
from jobtrack_viz.drawing.legend import Legend
from jobtrack_viz.drawing.lines import draw_lines
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.signs import draw_badge, draw_code
from jobtrack_viz.drawing.stations import mark
from jobtrack_viz.drawing.tags import group, rect, tag, text_lines
from jobtrack_viz.drawing.walkways import draw_join
from jobtrack_viz.drawing.yards import draw_yard
from jobtrack_viz.drawing.zones import draw_zones
from jobtrack_viz.metro.shapes import MetroMap, Station
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.model import Framework, RoleStatus
from jobtrack_viz.network import Network

__all__ = ["Layers", "still_map"]

_INK, _QUIET, _PAPER, _TINT = "#1b2a5c", "#5c6683", "#ffffff", "#eef1f6"
_RING = "#d4351c"
_FONT = "'Career Sans', 'Source Sans 3', 'Source Sans Pro', Calibri, Carlito, Arial, sans-serif"
_ROUND = {"stroke-linecap": "round", "stroke-linejoin": "round"}
_BOLD = {"font-weight": "600"}
_LOOKS: Mapping[str, Mapping[str, str]] = {
    "zone-even": {"fill": _TINT},
    "zone-odd": {"fill": _PAPER},
    "zone-name": {"fill": _QUIET, **_BOLD},
    "grade-name": {"font-weight": "400"},
    "yard-frame": {"fill": _PAPER, "stroke": _QUIET, "stroke-width": "1.2"},
    "yard-words": {"fill": _QUIET, **_BOLD},
    "lines": {"opacity": "0.5"},
    "casing": {"fill": "none", "stroke": _PAPER, "stroke-width": "9.6", **_ROUND},
    "line": {"fill": "none", "stroke-width": "7", **_ROUND},
    "core": {"fill": "none", "stroke": _PAPER, "stroke-width": "2.2", **_ROUND},
    "cut": {
        "fill": "none",
        "stroke": _PAPER,
        "stroke-width": "8",
        "stroke-dasharray": "1.6 14.4",
    },
    "key-line": {"stroke-width": "7"},
    "join": {"fill": "none", "stroke": _INK, "stroke-width": "6"},
    "join-core": {"fill": "none", "stroke": _PAPER, "stroke-width": "2.4"},
    "badge": _BOLD,
    "badge-status": {"font-weight": "400"},
    "code": _BOLD,
    "station": {"stroke": _INK},
    "planned": {"fill": _QUIET, "stroke-dasharray": "3.2 2.2"},
    "closed": {"fill": _QUIET, "stroke": _QUIET},
    "mark": {"fill": _PAPER, "stroke-width": "2.2"},
    "bar": {"fill": "none", "stroke-width": "2.2", "stroke-linecap": "round"},
    "name": {"stroke": "none"},
    "stands-out": {"font-weight": "600"},
    "key": {"fill": _QUIET, "stroke": "none"},
    "ring-casing": {"fill": "none", "stroke": _PAPER, "stroke-width": "5.5"},
    "ring": {"fill": "none", "stroke": _RING, "stroke-width": "3"},
    "ring-gone": {"stroke-dasharray": "5 3"},
    "ring-move": {"stroke-dasharray": "8 4"},
    "sign-ground": {"fill": _RING, "stroke": _PAPER, "stroke-width": "1.5"},
    "sign": {"fill": "none", "stroke": _PAPER, "stroke-width": "2.4", **_ROUND},
    "sign-solid": {"fill": _PAPER},
}
"""What styles say of each class on light paper, for where there are none; later classes win."""
_CLASS = re.compile(r'<(\w+) class="([^"]*)"([^<>]*)>')


class Layers(NamedTuple):
    """Markup that a picture adds: below the stations, above everything, and its key."""

    ways: str
    rings: str
    key: Legend


def still_map(
    metro: MetroMap,
    network: Network,
    name: str,
    told: Collection[str],
    layers: Layers,
) -> str:
    """The map under a name, its words and lines hidden from screen readers, which get the rings.

    Names of the roles ``told`` (ids) stand out. Colours are those of light paper, as attributes,
    so that the picture needs no styles; where a page has styles for the map, they win.
    """
    framework: Framework = network.graph["framework"]
    numbers = {track.name: i for i, track in enumerate(framework.tracks)}
    roles = {role.id: role for role in framework.roles}
    looks = metro.looks
    width, height = number(metro.width), number(max(metro.height, layers.key.bottom))
    stations = (_station(s, roles[s.role_id].status, s.role_id in told) for s in metro.stations)
    drawn = (
        rect("zone zone-odd", 0, 0, metro.width, max(metro.height, layers.key.bottom)),
        group("zones", draw_zones(metro)),
        group("yards", (draw_yard(yard, numbers[yard.track]) for yard in metro.yards)),
        group("lines", draw_lines(metro, numbers)),
        group("joins", (draw_join(join) for join in metro.joins)),
        group("codes", (draw_code(c, looks[c.track], numbers[c.track]) for c in metro.codes)),
        group("badges", (draw_badge(b, looks[b.track], numbers[b.track]) for b in metro.badges)),
        group("ways", (layers.ways,)),
        tag("g", {"font-size": number(SIZES.label), "aria-hidden": "true"}, *stations),
        layers.rings,
        group("legend", (layers.key.markup,)),
    )
    return tag(
        "svg",
        {
            "class": "map still",
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "group",
            "aria-label": name,
            "fill": _INK,
            "font-family": _FONT,
        },
        *(fitted(_CLASS.sub(_with_look, part)) for part in drawn),
    )


def _station(station: Station, status: RoleStatus, told: bool) -> str:
    label = station.label
    anchor = {"text-anchor": "" if label.anchor == "start" else label.anchor}
    name = "name stands-out" if told else "name"
    return tag(
        "g",
        {"class": f"station {status}".removesuffix(" open")},
        *(mark(station.x, top, bottom, status) for top, bottom in station.capsules),
        text_lines(name, label.lines, label.at.x, label.at.y, label.line_height, anchor),
    )


def _with_look(found: re.Match[str]) -> str:
    """The same element with the attributes that its classes mean, but for those it has."""
    name, classes, rest = found.groups()
    looks: dict[str, str] = {}
    for word in classes.split():
        looks |= _LOOKS.get(word, {})
    more = "".join(f' {key}="{value}"' for key, value in looks.items() if f' {key}="' not in rest)
    return f'<{name} class="{classes}"{rest}{more}>'
