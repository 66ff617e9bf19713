"""Where one could go, on the map: how many levels more each role asks for, inside its ring."""

from collections.abc import Iterator, Sequence
from math import inf

from jobtrack_viz.drawing.legend import Entry, key, legend
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.tags import rect, tag
from jobtrack_viz.metro.overview import LAYOUT, Count, Overview
from jobtrack_viz.metro.shapes import MetroMap, Station
from jobtrack_viz.model import Framework, Role
from jobtrack_viz.reach import Reached

__all__ = ["TONES", "reach_marks", "tone_of"]

TONES = (0, 2, 5, 9, 19)
"""The most levels more of each tone but the last; the first is for no level more."""
_RADIUS, _WIDE = 10.0, 13.5
_MOST = 99
_DROP = 4.3
"""From the middle of a ring to the baseline of its number."""
_ARM = 4.0
"""Half the length of the strokes of the sign that levels are not all."""
_AT = (-12.0, -11.0)
_SAMPLES = (0, 4, 12)
_AIR = 10.0


def tone_of(levels_more: int | None) -> str:
    """The name of a tone, by which assets/26-reach.css knows it: ``t0`` to ``t5``, ``tx``."""
    if levels_more is None:
        return "tx"
    return f"t{sum(levels_more > most for most in TONES)}"


def reach_marks(
    drawn: MetroMap | Overview, framework: Framework, start: Role, found: Sequence[Reached]
) -> str:
    """Rings with numbers in place of the marks of these roles, and a key in place of the map's.

    Beside a number stands a plus where the role asks for more than levels. On an overview a
    group's mark shows, for each grade, the role that asks for the fewest levels more; the place
    of the start stays free. They hold numbers and signs only, never a text from the workbook.
    """
    if isinstance(drawn, Overview):
        return "".join((*_best_of_groups(drawn, start, found), _overview_key()))
    by_role = {reached.role.id: reached for reached in found}
    shown = [(s, by_role[s.role_id]) for s in drawn.stations if s.role_id in by_role]
    rings = (_station(station, reached) for station, reached in shown)
    return "".join((*rings, _key(drawn, framework, [reached for _, reached in shown])))


def _station(station: Station, reached: Reached) -> str:
    """A ring or capsule; further capsules of the same role are empty."""
    first, *others = station.capsules
    empty = (_ring(station.x, top, bottom, _RADIUS) for top, bottom in others)
    kind = f"reached {tone_of(reached.levels_more)} {reached.role.status}".removesuffix(" open")
    return tag("g", {"class": kind}, *empty, _numbered(station.x, *first, reached))


def _numbered(x: float, top: float, bottom: float, reached: Reached) -> str:
    words = _written(reached.levels_more)
    middle = (top + bottom) / 2
    half = _RADIUS if len(words) < 3 else _WIDE
    place = {"x": number(x), "y": number(middle + _DROP), "text-anchor": "middle"}
    sign = _sign(x + _AT[0], min(top, bottom) + _AT[1]) if reached.asks_besides else ""
    return _ring(x, top, bottom, half) + tag("text", place, words) + sign


def _ring(x: float, top: float, bottom: float, half: float) -> str:
    return rect("", x - half, top - _RADIUS, x + half, bottom + _RADIUS, rx=number(_RADIUS))


def _written(levels_more: int | None) -> str:
    if levels_more is None:
        return "?"
    return str(levels_more) if levels_more <= _MOST else f"{_MOST}+"


def _sign(x: float, y: float) -> str:
    """A small plus, on a casing of paper: levels are not all."""
    long = number(2 * _ARM)
    d = f"M{number(x - _ARM)},{number(y)}h{long}M{number(x)},{number(y - _ARM)}v{long}"
    return tag("path", {"class": "plus-casing", "d": d}) + tag("path", {"class": "plus", "d": d})


def _key(metro: MetroMap, framework: Framework, shown: Sequence[Reached]) -> str:
    """As much of the key as fits in the place of the map's own, the most important first."""
    room = legend(metro, framework).bottom
    entries = list(_entries(shown))
    while len(entries) > 1 and key(metro, entries).bottom > room:
        entries.pop()
    return tag("g", {"class": "reach-key"}, key(metro, entries).markup)


def _entries(shown: Sequence[Reached]) -> Iterator[Entry]:
    step = 2 * _RADIUS + 4
    samples = "".join(
        _sample(str(n), tone_of(n), _RADIUS + i * step) for i, n in enumerate(_SAMPLES)
    )
    width = len(_SAMPLES) * step + _AIR
    yield Entry(samples, "Levels more than the start asks for", width)
    if any(reached.asks_besides for reached in shown):
        yield Entry(_sign(_ARM, 0), "More than levels is new: see the list", 2 * _ARM + _AIR)
    if any(reached.levels_more is None for reached in shown):
        yield Entry(_sample("?", "tx", _RADIUS), "Levels not stated", 2 * _RADIUS + _AIR)


def _sample(words: str, tone: str, x: float) -> str:
    place = {"x": number(x), "y": number(_DROP), "text-anchor": "middle"}
    return tag(
        "g", {"class": f"reached {tone}"}, _ring(x, 0, 0, _RADIUS), tag("text", place, words)
    )


def _best_of_groups(overview: Overview, start: Role, found: Sequence[Reached]) -> Iterator[str]:
    """The role that asks for least, in the place of each group's number for its grade."""
    rows = {name: row for row, line in enumerate(overview.lines) for name in line.group.tracks}
    best: dict[tuple[int, float | None], Reached] = {}
    for reached in sorted(found, key=_asks, reverse=True):
        for row in {rows[track] for track in reached.role.tracks if track in rows}:
            best[row, reached.role.rank] = reached
    for track in start.tracks[:1]:
        best.pop((rows.get(track, -1), start.rank), None)
    for row, line in enumerate(overview.lines):
        for count in line.counts:
            if least := best.get((row, count.rank)):
                yield _best(count, least)


def _asks(reached: Reached) -> tuple[float, bool]:
    return inf if reached.levels_more is None else reached.levels_more, reached.asks_besides


def _best(count: Count, reached: Reached) -> str:
    box = count.box
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    place = {"x": number(middle[0]), "y": number(middle[1] + _DROP), "text-anchor": "middle"}
    return tag(
        "g",
        {"class": f"reached {tone_of(reached.levels_more)}"},
        rect("", *box, rx=number(LAYOUT.mark)),
        tag("text", place, _written(reached.levels_more)),
        _sign(box.left, box.top) if reached.asks_besides else "",
    )


def _overview_key() -> str:
    place = {"x": number(LAYOUT.margin), "y": number(LAYOUT.top - 18), "font-size": "14"}
    words = "Numbers: the fewest levels more that a role there asks for; a plus: more is new."
    return tag("text", {"class": "key reach-key", **place}, words)
