"""What the address asks for -> the roles, journeys and comparison that the page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs, urlencode

from jobtrack_viz.atlas import Published
from jobtrack_viz.gaps import Comparison, compare
from jobtrack_viz.journeys import Journey, Preferences, find_journeys
from jobtrack_viz.model import Role
from jobtrack_viz.selection import Selection, read_selection
from jobtrack_viz.titles import Found, TitleIndex

__all__ = ["Outcome", "address", "outcome_of", "titles_of"]

EVERYTHING = Selection()
_LONGEST_TEXT = 200
_MOST_NAMES = 1000


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer to one address. ``asked`` keeps the texts that do not mean exactly one role.

    ``selection`` is the part of the map that the page shows; ``unknown`` are names of tracks,
    groups and grades in the address that this map does not have.
    """

    start: Role | None = None
    goal: Role | None = None
    asked: tuple[tuple[str, str, Found], ...] = ()
    journeys: tuple[Journey, ...] = ()
    picked: int = 1
    comparison: Comparison | None = None
    selection: Selection = EVERYTHING
    unknown: tuple[str, ...] = ()

    @property
    def journey(self) -> Journey | None:
        """The journey that is drawn on the map."""
        return self.journeys[self.picked - 1] if self.journeys else None

    @property
    def address(self) -> str:
        """The address of exactly this answer."""
        return self.link(self.start_id, self.goal_id, self.picked)

    @property
    def start_id(self) -> str | None:
        """The id of the start, if there is one."""
        return self.start.id if self.start else None

    @property
    def goal_id(self) -> str | None:
        """The id of the goal, if there is one."""
        return self.goal.id if self.goal else None

    def link(self, start: str | None, goal: str | None = None, pick: int = 1) -> str:
        """The address of another choice on the same part of the map."""
        return address(start, goal, pick, self.selection)

    def name_of(self, end: str) -> str:
        """What the search field of an end shows: the role's name, or the text as it was asked."""
        role = self.start if end == "start" else self.goal
        return role.name if role else {e: text for e, text, _ in self.asked}.get(end, "")


def address(
    start: str | None,
    goal: str | None = None,
    pick: int = 1,
    selection: Selection = EVERYTHING,
) -> str:
    """``?start=…&goal=…``, as short as it can be, then the part that is shown; ``?`` for none."""
    parts = (("start", start), ("goal", goal), ("pick", str(pick) if pick > 1 else None))
    chosen = [(name, value) for name, value in parts if value]
    return "?" + urlencode([*chosen, *selection.query])


def outcome_of(published: Published, query: Mapping[str, object]) -> Outcome:
    """Resolve both ends by id, title or old title; find the journeys; compare.

    ``query`` is the address, as a text for each name or as a list of them; in place of the names
    that choose a part of the map, ``view`` may hold them as one query text.
    """
    start, asked_start = _resolve(published, "start", _first(query.get("start")))
    goal, asked_goal = _resolve(published, "goal", _first(query.get("goal")))
    asked = asked_start + asked_goal
    part = _part(published, query)
    if start is None or goal is None or start.id == goal.id:
        return Outcome(start, goal, asked, selection=part[0], unknown=part[1])
    journeys = _journeys(published, start, goal)
    comparison = compare(published.framework, start, goal)
    pick = _first(query.get("pick")) or "1"
    picked = int(pick) if pick.isascii() and pick.isdigit() and len(pick) < 3 else 1
    return Outcome(start, goal, asked, journeys, _within(picked, journeys), comparison, *part)


@lru_cache(maxsize=4)
def titles_of(published: Published) -> TitleIndex:
    """The titles of one version of the map, collected once."""
    return TitleIndex(published.framework)


def _resolve(
    published: Published, end: str, text: str
) -> tuple[Role | None, tuple[tuple[str, str, Found], ...]]:
    words = text.strip()[:_LONGEST_TEXT]
    if not words:
        return None, ()
    found = titles_of(published).find(words)
    return (found.role, ()) if found.role else (None, ((end, words, found),))


def _first(value: object) -> str:
    """A text from an address: itself, or the first of several."""
    if isinstance(value, list | tuple):
        return str(value[0]) if value else ""
    return str(value or "")


def _part(published: Published, query: Mapping[str, object]) -> tuple[Selection, tuple[str, ...]]:
    """The chosen part of the map and unknown names, from an address of bounded length."""
    asked = parse_qs(_first(query.get("view"))) or {
        name: [str(text) for text in (found if isinstance(found, list) else [found])]
        for name in ("track", "group", "from", "to")
        if (found := query.get(name))
    }
    short = {
        name: [text[:_LONGEST_TEXT] for text in texts[:_MOST_NAMES]]
        for name, texts in asked.items()
    }
    return read_selection(published.framework, published.views.groups, short)


def _journeys(published: Published, start: Role, goal: Role) -> tuple[Journey, ...]:
    lower = start.rank is not None and goal.rank is not None and goal.rank < start.rank
    return find_journeys(published.network, start, goal, Preferences(step_down=lower))


def _within(picked: int, journeys: tuple[Journey, ...]) -> int:
    return picked if 1 <= picked <= len(journeys) else 1
