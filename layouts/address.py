"""The address of an answer: both ends, what a reader wishes beside them, the part that is shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from jobtrack_viz.selection import Selection
from jobtrack_viz.workbook.text import fold

__all__ = [
    "MOST_VIA",
    "NO_WISHES",
    "VERSION",
    "WISHES",
    "Wishes",
    "address",
    "read_wishes",
    "unfit_wishes",
]

GRADES = ("here", "next", "sideways", "all")
SORTS = ("levels", "grade", "skills", "title")
VIEWS = ("wide", "present")
REACH = ("reach", "within", "grades", "sort", "more")
WISHES = ("via", "avoid", "people", "down", "possible", *REACH, *VIEWS)
"""Names in an address; assets/map.js and assets/parts.js know them too."""
_YES = "1"
VERSION = "v"
"""What names the version of the map, where the address does not leave it open."""
MOST_VIA = 5
"""Roles to pass that a journey may be asked for."""
_MOST_AVOIDED, _LONGEST = 100, 200


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants to travel and to look at it; each of them is empty unless asked for.

    ``via`` are ids of roles, in order, and ``avoid`` names of tracks. ``people`` says that roles
    which manage people are avoided, ``down`` that a move down is allowed, ``possible`` that moves
    count which nobody has described. ``reach`` asks where one could go from the start: at most
    ``within`` levels more (None for any), on the grades and in the order that ``grades`` and
    ``sort`` name, ``more`` for the whole of a long list. ``wide`` is the comparison in full width,
    ``present`` the shared screen.
    """

    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    people: bool = False
    down: bool = False
    possible: bool = False
    reach: bool = False
    within: int | None = None
    grades: str = ""
    sort: str = ""
    more: bool = False
    wide: bool = False
    present: bool = False

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The names and values that stand for it in an address."""
        return tuple(_pairs(self))

    def fitting(self, start: str | None, goal: str | None) -> "Wishes":
        """The same without what says nothing about these ends.

        Reach is a question about a start alone, full width about two roles; with neither start
        nor goal everything is forgotten but the shared screen.
        """
        if not start and not goal:
            return Wishes(present=self.present)
        both = bool(start and goal)
        fitted = self
        if self.via or (self.wide and not both):
            via = tuple(role for role in self.via if role not in (start, goal))
            fitted = replace(self, via=via, wide=self.wide and both)
        asks = self.within is not None or any(getattr(self, name) for name in REACH)
        if asks and (goal or not self.reach):
            fitted = replace(fitted, reach=False, within=None, grades="", sort="", more=False)
        return fitted


NO_WISHES = Wishes()


def _pairs(wishes: Wishes) -> Iterator[tuple[str, str]]:
    yield from (("via", role) for role in wishes.via)
    yield from (("avoid", track) for track in wishes.avoid)
    for name in ("people", "down", "possible", "reach"):
        if getattr(wishes, name):
            yield name, "no" if name == "people" else _YES
    if wishes.within is not None:
        yield "within", str(wishes.within)
    yield from (
        (name, getattr(wishes, name)) for name in ("grades", "sort") if getattr(wishes, name)
    )
    yield from ((name, _YES) for name in ("more", *VIEWS) if getattr(wishes, name))


def address(
    start: str | None,
    goal: str | None = None,
    pick: int = 1,
    selection: Selection | None = None,
    wishes: Wishes = NO_WISHES,
    version: str = "",
) -> str:
    """``?start=…&goal=…``, then wishes, the part that is shown and the version of the map.

    ``?`` alone for nothing.
    """
    return "?" + urlencode(
        [
            *((name, value) for name, value in (("start", start), ("goal", goal)) if value),
            *((("pick", str(pick)),) if pick > 1 else ()),
            *wishes.fitting(start, goal).query,
            *(selection.query if selection else ()),
            *(((VERSION, version),) if version else ()),
        ]
    )


def read_wishes(query: Mapping[str, list[str]], tracks: Iterable[str]) -> Wishes:
    """What an address asks for; a value that means nothing is left out.

    ``via`` holds the texts as they stand: the caller finds the roles.
    """
    found = {name: [text.strip()[:_LONGEST] for text in texts] for name, texts in query.items()}

    def one(name: str) -> str:
        return next((text for text in found.get(name, ()) if text), "")

    named = found.get("avoid", ())[:_MOST_AVOIDED]
    known = {fold(track): track for track in tracks} if named else {}
    avoid = dict.fromkeys(known.get(fold(text)) for text in named)
    within = one("within")
    return Wishes(
        via=tuple(text for text in found.get("via", ()) if text)[:MOST_VIA],
        avoid=tuple(track for track in avoid if track),
        people=one("people") in ("no", _YES),
        down=one("down") == _YES,
        possible=one("possible") == _YES,
        reach=one("reach") == _YES,
        within=int(within) if within.isascii() and within.isdigit() and len(within) < 4 else None,
        grades=one("grades") if one("grades") in GRADES else "",
        sort=one("sort") if one("sort") in SORTS else "",
        more=one("more") == _YES,
        wide=one("wide") == _YES,
        present=one("present") == _YES,
    )


def unfit_wishes(
    query: Mapping[str, list[str]], tracks: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """What ``read_wishes`` leaves out: (``many``, text) of roles too many, (``track``, text)."""
    via = [text for text in query.get("via", ()) if text.strip()]
    named = [text.strip() for text in query.get("avoid", ())[:_MOST_AVOIDED] if text.strip()]
    known = {fold(track) for track in tracks} if named else set()
    return (
        *(("many", text[:_LONGEST]) for text in via[MOST_VIA : MOST_VIA + 1]),
        *(("track", text[:_LONGEST]) for text in named if fold(text) not in known),
    )
