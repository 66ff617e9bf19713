"""A station as a link: its mark, its name, and what assistive technology says."""

from collections.abc import Mapping
from urllib.parse import quote

from jobtrack_viz.drawing.phrases import status_in_words
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import rect, tag, text_lines
from jobtrack_viz.metro.shapes import Station
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.model import Role
from jobtrack_viz.network import Network

__all__ = ["mark", "station_link"]

_HIT = 17.0
"""Half the least width and height of the place to click."""
_LISTED_HIT = 12.0
"""Half its height in a list, where the next station is close."""


def station_link(station: Station, network: Network, numbers: Mapping[str, int]) -> str:
    """A link that starts a journey here; works before any script has run."""
    role: Role = network.nodes[station.role_id]["role"]
    kinds = ["station", "shared" if station.shared else "", role.status.replace("open", "")]
    x, top, bottom = station.x, station.top, station.bottom
    attributes = {
        "class": " ".join(kind for kind in kinds if kind),
        "id": f"s-{role.id}",
        "data-id": role.id,
        "data-x": number(x),
        "data-top": number(top),
        "data-bottom": number(bottom),
        "data-tracks": " ".join(str(numbers[track]) for track in station.tracks),
        "href": f"?start={quote(role.id)}",
        "aria-label": _spoken(role, station),
    }
    label, high = station.label, _LISTED_HIT if station.listed else _HIT
    anchor = {"text-anchor": "" if label.anchor == "start" else label.anchor}
    return tag(
        "a",
        attributes,
        *(
            rect("hit", x - high, upper - high, x + high, lower + high, fill="none")
            for upper, lower in station.capsules
        ),
        *(mark(x, upper, lower, role.status) for upper, lower in station.capsules),
        text_lines("name", label.lines, label.at.x, label.at.y, label.line_height, anchor),
    )


def mark(x: float, top: float, bottom: float, status: str) -> str:
    """A ring, or a capsule over several lines; a role no longer recruited to is struck through."""
    half = SIZES.mark - SIZES.outline / 2
    body = rect("mark", x - half, top - half, x + half, bottom + half, rx=number(half))
    if status != "closed":
        return body
    middle = (top + bottom) / 2
    d = f"M{number(x - half * 0.6)},{number(middle)}h{number(half * 1.2)}"
    return body + tag("path", {"class": "bar", "d": d})


def _spoken(role: Role, station: Station) -> str:
    grade = f"grade {role.grade}" if role.grade else "no grade"
    parts = [role.title, grade, *station.tracks, status_in_words(role)]
    return ", ".join(part for part in parts if part)
