"""Under the names, in small type for a close look: what each role does, where there is room."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import tag, text_lines
from jobtrack_viz.metro.headings import heading_width
from jobtrack_viz.metro.shapes import Box, Label, MetroMap, Zone
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.network import Network

__all__ = ["Summary", "place_summaries", "summaries"]

_SIZE, _LINE = 7.0, 8.2
_RISE, _DROP = 0.74 * _SIZE, 0.22 * _SIZE
"""How far letters reach above and below the line that they stand on."""
_ABOVE = 1.6
"""Between a name and its summary."""
_WIDTHS = range(150, 55, -6)
_MOST_LINES = 4
_LEAST_CUT, _LEAST_SAID = 2, 42
"""Lines and letters that a shortened summary has at least; less says too little."""
_BESIDE_LINE, _BESIDE_BOX, _BESIDE_WALKWAY = 7.0, 1.0, 2.0
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


@dataclass(frozen=True, slots=True)
class Summary:
    """The first sentence of a role's summary, wrapped; ``box`` covers nothing else on the map."""

    role_id: str
    lines: tuple[str, ...]
    anchor: str
    box: Box


def summaries(metro: MetroMap, network: Network) -> Iterator[str]:
    """A text for each summary that has room; the page shows them from a near scale on."""
    found = place_summaries(metro, network)
    if not found:
        return
    size = {"class": "summaries", "aria-hidden": "true", "font-size": number(_SIZE)}
    yield tag("g", size, *(_text(summary) for summary in found))


def place_summaries(metro: MetroMap, network: Network) -> list[Summary]:
    """The summaries that fit under their names, station by station.

    After: no summary meets a name, a mark, a line, a walkway, a badge, a code, a heading, another
    summary or the edge of the zones. A sentence that is too long for its room ends with "…" after
    two lines or more; where there is no room for two, the summary is left out.
    """
    sentences = {id_: _first_sentence(network.nodes[id_]["role"].summary) for id_ in network.nodes}
    if not any(sentences.values()):
        return []
    room = _Room(metro)
    found = []
    for station in metro.stations:
        sentence = sentences.get(station.role_id, "")
        summary = _placed(station.role_id, sentence, station.label, room) if sentence else None
        if summary:
            room.take(summary.box)
            found.append(summary)
    return found


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0]


class _Room:
    """What is free on a map; taking a box makes it less."""

    def __init__(self, metro: MetroMap) -> None:
        import shapely

        boxes = [station.label.box for station in metro.stations]
        boxes += [badge.box for badge in metro.badges] + [code.box for code in metro.codes]
        boxes += [mark for station in metro.stations for mark in _marks(station)]
        boxes += [_heading(zone, metro) for zone in metro.zones]
        shapes = [shapely.box(*box).buffer(_BESIDE_BOX, cap_style="square") for box in boxes]
        shapes += [
            _buffered(piece.points, _BESIDE_LINE) for piece in (*metro.pieces, *metro.trunks)
        ]
        ways = (*metro.walkways, *metro.joins)
        shapes += [shapely.box(*yard.box) for yard in metro.yards]
        shapes += [_buffered(way.points, _BESIDE_WALKWAY) for way in ways]
        self._shapely = shapely
        self._tree = shapely.STRtree(shapes)
        self._inside = Box(0.0, metro.top, metro.width, metro.bottom)
        self._taken: list[Box] = []

    def has(self, box: Box) -> bool:
        """True if nothing stands in the box."""
        inside = self._inside
        if box.left < inside.left or box.right > inside.right or box.bottom > inside.bottom:
            return False
        if any(_meet(box, taken) for taken in self._taken):
            return False
        return not len(self._tree.query(self._shapely.box(*box), predicate="intersects"))

    def take(self, box: Box) -> None:
        """Fill the box."""
        self._taken.append(box)


def _buffered(points: Sequence[tuple[float, float]], distance: float) -> Any:
    import shapely

    return shapely.LineString(points).buffer(distance, quad_segs=2)


def _marks(station: Any) -> Iterator[Box]:
    for top, bottom in station.capsules:
        r = SIZES.mark
        yield Box(station.x - r, top - r, station.x + r, bottom + r)


def _heading(zone: Zone, metro: MetroMap) -> Box:
    right = zone.label_x + heading_width(zone)
    return Box(zone.label_x, metro.top, right, metro.top + SIZES.heading + 14)


def _meet(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def _placed(role_id: str, sentence: str, label: Label, room: _Room) -> Summary | None:
    """The whole sentence on few lines; else as much of it as there is room for."""
    wraps = [_wrap(sentence, width) for width in _WIDTHS]
    whole = [lines for lines in wraps if len(lines) <= _MOST_LINES]
    cut = [
        (*lines[: most - 1], lines[most - 1].rstrip(".,;:") + " …")
        for most in range(_MOST_LINES, _LEAST_CUT - 1, -1)
        for lines in wraps
        if len(lines) > most and len(" ".join(lines[:most])) >= _LEAST_SAID
    ]
    for lines in (*sorted(whole, key=len), *cut):
        box = _box(lines, label)
        if room.has(box):
            return Summary(role_id, lines, label.anchor, box)
    return None


def _wrap(text: str, width: float) -> tuple[str, ...]:
    """Words on lines of at most this width, each line as full as can be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, _SIZE) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _box(lines: Sequence[str], label: Label) -> Box:
    width = max(text_width(line, _SIZE) for line in lines)
    left = {
        "start": label.box.left,
        "middle": (label.box.left + label.box.right - width) / 2,
        "end": label.box.right - width,
    }[label.anchor]
    top = label.box.bottom + _ABOVE
    return Box(left, top, left + width, top + _RISE + _DROP + _LINE * (len(lines) - 1))


def _text(summary: Summary) -> str:
    box = summary.box
    x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[summary.anchor]
    anchor = {"text-anchor": "" if summary.anchor == "start" else summary.anchor}
    return text_lines("summary", summary.lines, x, box.top + _RISE, _LINE, anchor)
