"""The key below the map: only what the map really shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jobtrack_viz.drawing.lines import status_sample
from jobtrack_viz.drawing.rounding import number
from jobtrack_viz.drawing.stations import mark
from jobtrack_viz.drawing.tags import tag, text_lines
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.model import Framework, RoleStatus

__all__ = ["Entry", "Legend", "key", "legend"]

_GRADED = "Columns are grades. A station is a kind of job, not a vacancy."
_UNGRADED = "Lines follow the workbook’s order. A station is a kind of job, not a vacancy."
_LISTED = "Roles in a frame are on the line above it; no order among them is described."
_SIZE = SIZES.label
_BETWEEN = 28.0
_FREE_SHARE, _FREE_LEAST = 0.28, 200.0
"""What stays free at the right, of the map's width: the page's buttons stand there."""
_AIR = 10.0
_MARK, _WAY = 2 * SIZES.mark + _AIR, 36.0 + _AIR
"""From the start of a picture to its words."""
_KINDS: Mapping[str, str] = {
    "transfer": "Move at the same grade",
    "step up": "Move up or down",
    "step down": "Move up or down",
    "regrade": "Move up or down",
    "progression": "Move up or down",
    "secondment": "Secondment",
    "apprenticeship": "Apprenticeship",
}
"""What the pattern of a walkway says; kinds with the same words share a pattern in the page's
styles."""
_OTHER = "Move to another track"


@dataclass(frozen=True, slots=True)
class Legend:
    """The key as markup, and how far down the map it reaches."""

    markup: str
    bottom: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture, its words, how wide the picture is, and when the entry is shown.

    Pictures are drawn around the middle of their line, from x = 0.
    """

    picture: str
    words: str
    width: float = _MARK
    shown: str = ""

    @property
    def length(self) -> float:
        return self.width + text_width(self.words, _SIZE)


def legend(metro: MetroMap, framework: Framework) -> Legend:
    """Marks with their words, then what columns and moves are; on as many lines as needed.

    After: nothing stands at the right, unless an entry alone is wider than the rest. What
    explains moves has the class ``key-moves``, because the page shows moves on request.
    """
    free = max(_FREE_LEAST, _FREE_SHARE * metro.width)
    return key(
        metro, [*_marks(metro, framework), *_sentences(metro, framework), *_moves(metro)], free
    )


def key(metro: MetroMap, entries: Iterable[Entry], free: float = 0.0) -> Legend:
    """Entries in order below the map; ``free`` is what stays empty at the right."""
    left = SIZES.margin
    x, y = left, metro.bottom + SIZES.legend / 2 + 2
    right = metro.width - SIZES.margin - free
    drawn = []
    for entry in entries:
        if x > left and x + entry.length > right:
            x, y = left, y + SIZES.legend_line
        drawn.append(_drawn(entry, x, y))
        x += entry.length + _BETWEEN
    return Legend("".join(drawn), y + SIZES.legend / 2 - 2)


def _drawn(entry: Entry, x: float, y: float) -> str:
    size = {"font-size": number(_SIZE)}
    return tag(
        "g",
        {"class": entry.shown, "transform": f"translate({number(x)} {number(y)})"},
        entry.picture,
        text_lines("key", (entry.words,), entry.width, _SIZE * 0.34, 0, size),
    )


def _marks(metro: MetroMap, framework: Framework) -> Iterator[Entry]:
    statuses = {role.status for role in framework.roles}
    yield Entry(_mark("open"), "Role on one track")
    if any(station.shared for station in metro.stations):
        yield Entry(_mark("open", 4.5), "Role shared by tracks")
    if "planned" in statuses:
        yield Entry(_mark("planned"), "Planned role")
    if "closed" in statuses:
        yield Entry(_mark("closed"), "No longer recruited to")
    if any(badge.status for badge in metro.badges):
        yield Entry(status_sample(_WAY - _AIR), "Track not agreed yet", _WAY)


def _sentences(metro: MetroMap, framework: Framework) -> Iterator[Entry]:
    graded = any(role.rank is not None for role in framework.roles)
    yield Entry("", _GRADED if graded else _UNGRADED, 0.0)
    if metro.yards:
        yield Entry("", _LISTED, 0.0)


def _mark(status: RoleStatus, half: float = 0.0) -> str:
    return tag("g", {"class": status}, mark(SIZES.mark, -half, half, status))


def _moves(metro: MetroMap) -> Iterator[Entry]:
    """One entry for each pattern that occurs, in the order of ``_KINDS``."""
    present = {_words(way.kind): way.kind for way in metro.walkways}
    for words in dict.fromkeys((*_KINDS.values(), _OTHER)):
        if words in present:
            way = tag("path", {"class": "walk", "d": "M0,0H36"})
            picture = tag("g", {"data-kind": present[words]}, way)
            yield Entry(picture, words, _WAY, "key-moves")
    if any(not way.both_ways for way in metro.walkways):
        head = tag("path", {"class": "walk-head", "d": "M11,0L2,4.5L2,-4.5Z"})
        yield Entry(head, "One way only", _MARK, "key-moves")


def _words(kind: str) -> str:
    return _KINDS.get(kind, _OTHER)
