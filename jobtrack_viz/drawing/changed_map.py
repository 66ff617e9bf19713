"""Two maps, before and after, with the stations ringed where something differs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Literal, NamedTuple, TypeAlias

from jobtrack_viz.differences import Difference
from jobtrack_viz.drawing.legend import Entry, key
from jobtrack_viz.drawing.phrases import joined
from jobtrack_viz.drawing.rounding import WALKWAY_CORNER, number, rounded
from jobtrack_viz.drawing.still_map import Layers, still_map
from jobtrack_viz.drawing.tags import rect, tag
from jobtrack_viz.metro.shapes import Box, MetroMap, Station, Walkway
from jobtrack_viz.model import Framework
from jobtrack_viz.network import Network

__all__ = ["before_and_after"]

Sign: TypeAlias = Literal["new", "removed", "moved", "changed"]

_RADIUS = 10.0
"""Of a ring's middle line: names stand 12 from the middle of a mark."""
_SIDES = (
    *((-12.0, -12.0), (12.0, -12.0), (-12.0, 12.0), (12.0, 12.0)),
    *((0.0, -17.0), (0.0, 17.0), (17.0, 0.0), (-17.0, 0.0)),
)
"""From the middle of a mark to the middle of its sign: the first that covers no words."""
_GROUND = 8.0
_MOVE = 36.0
"""Length of a move in the key."""
_SHAPES: Mapping[Sign, tuple[str, str]] = {
    "new": ("sign", "M-4.4,0H4.4M0,-4.4V4.4"),
    "removed": ("sign", "M-4.4,0H4.4"),
    "moved": ("sign", "M-4.6,0H4.2M0.8,-3.6L4.4,0L0.8,3.6"),
    "changed": ("sign-solid", "M-5,5L-3.7,1L2.2,-4.9L4.9,-2.2L-1,3.7Z"),
}
"""Plus, minus, arrow, pencil, around 0,0."""
_WORDS: Mapping[Sign, str] = {
    "new": "New role",
    "removed": "Role removed",
    "moved": "Renamed, or another grade or track",
    "changed": "Changed",
}
_COUNTED: Mapping[Sign, str] = {
    "new": "new",
    "removed": "removed",
    "moved": "renamed or moved",
    "changed": "changed",
}
_PLACED = frozenset(("title", "grade", "tracks"))


class _Side(NamedTuple):
    """Which of both maps it is; what its key calls a move that the other lacks, and those moves."""

    name: str
    move: str
    moves: frozenset[tuple[str, ...]]


def before_and_after(
    before_map: MetroMap | None,
    before_network: Network,
    after_map: MetroMap | None,
    after_network: Network,
    differences: Iterable[Difference],
) -> tuple[str, str]:
    """Both maps as pictures; empty for a network of which no map is drawn.

    A ring with a sign stands around each role that is new, removed, renamed, on another grade or
    track, or other than it was in its own facts, levels, moves or description; what concerns a
    whole track or the ladder is told in words only. Moves that came or went are drawn. Each ring
    is an image with a name.
    """
    found = tuple(differences)
    gone = frozenset(d.before for d in found if d.area == "move" and d.kind == "removed")
    new = frozenset(d.after for d in found if d.area == "move" and d.kind == "added")
    before = _signs(found, lambda difference: difference.before, {"removed": "removed"})
    after = _signs(found, lambda difference: difference.after, {"added": "new"})
    return (
        _drawn(before_map, before_network, before, _Side("Before", "Move removed", gone)),
        _drawn(after_map, after_network, after, _Side("After", "New move", new)),
    )


def _signs(
    differences: Iterable[Difference],
    ids: Callable[[Difference], tuple[str, ...]],
    come_or_gone: Mapping[str, Sign],
) -> Mapping[str, Sign]:
    """The sign of each role that has one; coming and going before moving before the rest."""
    order = list(_SHAPES)
    signs: dict[str, Sign] = {}
    for difference in differences:
        if not _of_its_own(difference):
            continue
        sign: Sign = "changed"
        if difference.area == "role":
            sign = come_or_gone.get(difference.kind, sign)
            sign = "moved" if difference.piece in _PLACED else sign
        for role_id in ids(difference):
            signs[role_id] = min(sign, signs.get(role_id, sign), key=order.index)
    return signs


def _of_its_own(difference: Difference) -> bool:
    """True for what is a role's, not a whole track's."""
    if difference.area == "skill":
        return difference.piece == "roles" or not difference.tracks
    return difference.area in ("role", "move", "description")


def _drawn(metro: MetroMap | None, network: Network, signs: Mapping[str, Sign], side: _Side) -> str:
    if metro is None:
        return ""
    framework: Framework = network.graph["framework"]
    names = {role.id: role.name for role in framework.roles}
    shown = [station for station in metro.stations if station.role_id in signs]
    words = [s.label.box for s in metro.stations]
    words += [badge.box for badge in metro.badges] + [code.box for code in metro.codes]
    counts = Counter(signs[station.role_id] for station in shown)
    ways = [way for way in metro.walkways if _is_one(way, side.moves)]
    told = [f"{counts[sign]} {_COUNTED[sign]}" for sign in _SHAPES if counts[sign]]
    spoken = f"{side.name}: {framework.about.title}, {len(metro.stations)} roles; {_all(told)}"
    moves = [Entry(_way(f"M0,0H{_MOVE:g}"), side.move, _MOVE + 10)] if ways else []
    return still_map(
        metro,
        network,
        spoken,
        signs.keys(),
        Layers(
            "".join(_way(rounded(way.points, WALKWAY_CORNER)) for way in ways),
            "".join(_ring(s, signs[s.role_id], names[s.role_id], words) for s in shown),
            key(metro, [*_entries(counts), *moves]),
        ),
    )


def _is_one(walkway: Walkway, moves: frozenset[tuple[str, ...]]) -> bool:
    return not moves.isdisjoint(
        ((walkway.source, walkway.target), (walkway.target, walkway.source))
    )


def _way(d: str) -> str:
    return tag("path", {"class": "ring-casing", "d": d}) + tag(
        "path", {"class": "ring ring-move", "d": d}
    )


def _all(told: list[str]) -> str:
    return f"{joined(told)}, each with a ring" if told else "none of them has changed"


def _ring(station: Station, sign: Sign, name: str, words: Sequence[Box]) -> str:
    """Rings around all marks of the role, a sign at the first, and what both mean.

    In a list, where the next station is close, the sign stands in the place of the mark.
    """
    title = tag("title", {}, escape(f"{name}: {_COUNTED[sign]}"))
    of_role = {"class": "changed", "role": "img"}
    if station.listed:
        return tag("g", of_role, title, _sign(sign, station.x, station.top))
    rings = []
    kind = "ring ring-gone" if sign == "removed" else "ring"
    for top, bottom in station.capsules:
        box = (station.x - _RADIUS, top - _RADIUS, station.x + _RADIUS, bottom + _RADIUS)
        rings += [rect(look, *box, rx=number(_RADIUS)) for look in ("ring-casing", kind)]
    places = [
        (station.x + dx, (station.bottom if dy > 0 else station.top) + dy) for dx, dy in _SIDES
    ]
    at = next((place for place in places if not _covers(place, words)), places[0])
    return tag("g", of_role, title, *rings, _sign(sign, *at))


def _covers(place: tuple[float, float], words: Sequence[Box]) -> bool:
    x, y = place
    return any(
        box.left < x + _GROUND
        and x - _GROUND < box.right
        and box.top < y + _GROUND
        and y - _GROUND < box.bottom
        for box in words
    )


def _sign(sign: Sign, x: float, y: float) -> str:
    ground = {"class": "sign-ground", "r": number(_GROUND)}
    place = {"transform": f"translate({number(x)} {number(y)})"}
    look, d = _SHAPES[sign]
    return tag("g", place, tag("circle", ground), tag("path", {"class": look, "d": d}))


def _entries(counts: Mapping[Sign, int]) -> Iterator[Entry]:
    for sign, words in _WORDS.items():
        if counts.get(sign):
            yield Entry(_sign(sign, _GROUND + 1, 0), words, 2 * _GROUND + 10)
    if not any(counts.values()):
        yield Entry("", "No station has changed", 0.0)
