"""The journey as a strip of stations, as values: what the page and the Word document draw.

One unit is one CSS pixel at full size, y grows downwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from jobtrack_viz.export.plan import Move, Plan, Stop
from jobtrack_viz.metro.shapes import Look, Point
from jobtrack_viz.metro.text_width import Weight, text_width, wrap

__all__ = ["Strip", "StripLeg", "StripStop", "StripText", "paper_width", "strip_of"]

NAME, DETAIL = 13.5, 12.0
"""Sizes of type: the titles of roles; grades and kinds of moves."""
END, VIA = 12.0, 9.5
"""Radius of the first and the last station, and of those between."""
_LEAST_CELL, _WIDEST_CELL = 104.0, 156.0
"""The narrowest room for a station and half of the moves beside it, unless a word is longer."""
_MOST_LINES = 16
_LINE = 1.18
"""Height of a line of text, in sizes of its type."""
_SEMIBOLD = 0.94
"""Words are measured in regular type; semibold ones are that much wider."""
_NAME_DROP = 16.0
_LABEL_RISE = 9.0
_BETWEEN_ROWS = 14.0
_FEW_STOPS, _PAPER, _CROWDED = 5, 700.0, 884.0
_NO_WAY = "No way between them is described"


@dataclass(frozen=True, slots=True)
class StripText:
    """Lines of text around a vertical axis; ``y`` is the first baseline."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    weight: Weight = "Regular"

    @property
    def bottom(self) -> float:
        """Below the last line and what hangs from it."""
        return self.y + ((len(self.lines) - 1) * _LINE + 0.3) * self.size

    @property
    def baselines(self) -> Iterator[tuple[str, float]]:
        """Each line with its baseline."""
        for i, line in enumerate(self.lines):
            yield line, self.y + i * self.size * _LINE


@dataclass(frozen=True, slots=True)
class StripLeg:
    """A move: a line in the look of its track, or a walkway if ``look`` is None.

    It runs in one stretch, or in two where the strip goes on in the next row.
    """

    stretches: tuple[tuple[Point, Point], ...]
    look: Look | None
    possible: bool


@dataclass(frozen=True, slots=True)
class StripStop:
    """A station's ring with its mark in it; ``end`` says that it is the first or the last."""

    mark: str
    at: Point
    end: bool

    @property
    def radius(self) -> float:
        """Of the ring."""
        return END if self.end else VIA


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole picture; ``in_words`` says the same."""

    width: float
    height: float
    legs: tuple[StripLeg, ...]
    stops: tuple[StripStop, ...]
    names: tuple[StripText, ...]
    ways: tuple[StripText, ...]
    details: tuple[StripText, ...]
    in_words: str


@dataclass(frozen=True, slots=True)
class _Label:
    """The words above a leg: which move it is, and what it asks for."""

    way: tuple[str, ...]
    asks: tuple[str, ...]

    @property
    def height(self) -> float:
        return (len(self.way) + len(self.asks)) * DETAIL * _LINE


def paper_width(plan: Plan) -> float:
    """How wide the strip is drawn for a sheet of paper: more stops, smaller words."""
    return _PAPER if len(plan.stops) <= _FEW_STOPS else _CROWDED


def strip_of(plan: Plan, looks: Mapping[str, Look], width: float) -> Strip:
    """Stations from left to right, in rows of the same length where there are many.

    After: every text has a cell of its own; no text is wider than its cell unless a word is.
    """
    each, cell = _row_length(plan, width)
    labels = _labels(plan, cell)
    stops: list[StripStop] = []
    names: list[StripText] = []
    details: list[StripText] = []
    y = 0.0
    for first in range(0, len(plan.stops), each):
        lead = 1.0 if first else 0.5
        above = labels[max(0, first - 1) : first + each - 1]
        y += max((label.height for label in above), default=0.0) + END + _LABEL_RISE
        row = plan.stops[first : first + each]
        places = [Point((i + lead) * cell, y) for i in range(len(row))]
        stops += [_ring(stop, at) for stop, at in zip(row, places, strict=True)]
        below = [_below(stop, at, cell) for stop, at in zip(row, places, strict=True)]
        names += [name for name, _ in below]
        details += [detail for _, found in below for detail in found]
        y = max(text.bottom for name, found in below for text in (name, *found)) + _BETWEEN_ROWS
    above_legs = list(_above(stops, labels, cell))
    return Strip(
        width,
        y - _BETWEEN_ROWS,
        tuple(_legs(plan.moves, stops, looks, width)),
        tuple(stops),
        tuple(names),
        tuple(text for text, _ in above_legs if text.lines),
        (*details, *(text for _, text in above_legs if text.lines)),
        plan.in_words,
    )


def _row_length(plan: Plan, width: float) -> tuple[int, float]:
    """How many stations stand in a row, and how wide each one's cell is.

    Rows after the first begin half a cell further in, because a line leads there.
    """
    count, least = len(plan.stops), _least_cell(plan)
    if count * least <= width or count == 2:
        return count, width / count
    most = max(1, int(width / least - 0.5))
    each = ceil(count / ceil(count / most))
    return each, width / (each + 0.5)


def _least_cell(plan: Plan) -> float:
    """No narrower than the longest word, which is cut where it would be very long."""
    titles = {word for stop in plan.stops for word in stop.title.split()}
    ways = {word for move in plan.moves for word in move.way.split()}
    widest = max((text_width(word, NAME, "Semibold") + 12 for word in titles), default=0.0)
    label = max((text_width(word, DETAIL) + 2 * END for word in ways), default=0.0)
    return max(_LEAST_CELL, min(max(widest, label), _WIDEST_CELL))


def _ring(stop: Stop, at: Point) -> StripStop:
    return StripStop(stop.mark, at, stop.mark in ("A", "B"))


def _labels(plan: Plan, cell: float) -> list[_Label]:
    """What stands above each leg."""
    room = cell - 2 * END
    if not plan.moves:
        return [_Label(wrap(_NO_WAY, DETAIL, room, _MOST_LINES), ())]
    return [
        _Label(
            wrap(move.way, DETAIL, room, _MOST_LINES),
            tuple(line for fact in move.asks for line in wrap(fact, DETAIL, room, _MOST_LINES)),
        )
        for move in plan.moves
    ]


def _below(stop: Stop, at: Point, cell: float) -> tuple[StripText, list[StripText]]:
    """The title, and below it the grade and what is to be known of the role."""
    lines = wrap(stop.title, NAME, (cell - 10) * _SEMIBOLD, _MOST_LINES)
    name = StripText(lines, at.x, at.y + END + _NAME_DROP, NAME, "Semibold")
    words = ", ".join(part for part in (stop.grade, stop.status) if part)
    if not words:
        return name, []
    y = name.y + len(lines) * NAME * _LINE
    return name, [StripText(wrap(words, DETAIL, cell - 10, _MOST_LINES), at.x, y, DETAIL)]


def _above(
    stops: Sequence[StripStop], labels: Sequence[_Label], cell: float
) -> Iterator[tuple[StripText, StripText]]:
    """Each leg's words in the middle above it; in a new row, above its second stretch."""
    for here, there, label in zip(stops, stops[1:], labels, strict=False):
        same_row = here.at.y == there.at.y
        x = (here.at.x + there.at.x) / 2 if same_row else there.at.x - cell / 2
        y = there.at.y - END - _LABEL_RISE + 3 - label.height + DETAIL * _LINE
        below = y + len(label.way) * DETAIL * _LINE
        yield StripText(label.way, x, y, DETAIL), StripText(label.asks, x, below, DETAIL)


def _legs(
    moves: Sequence[Move], stops: Sequence[StripStop], looks: Mapping[str, Look], width: float
) -> Iterator[StripLeg]:
    for move, here, there in zip(moves, stops, stops[1:], strict=False):
        stretches: tuple[tuple[Point, Point], ...] = ((here.at, there.at),)
        if here.at.y != there.at.y:
            edges = Point(width, here.at.y), Point(0.0, there.at.y)
            stretches = ((here.at, edges[0]), (edges[1], there.at))
        look = looks.get(move.track) if move.along else None
        yield StripLeg(stretches, look, move.possible)
