"""What the address asks for -> the roles, journeys and comparison that the page shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import parse_qs

from jobtrack_viz.atlas import Published
from jobtrack_viz.gaps import Comparison, compare
from jobtrack_viz.journeys import Found as FoundJourneys
from jobtrack_viz.journeys import Journey, Preferences, look_for
from jobtrack_viz.model import Role
from jobtrack_viz.reach import Reached, fits_grades, reach
from jobtrack_viz.selection import Selection, read_selection
from jobtrack_viz.titles import Found, TitleIndex
from jobtrack_viz.views import PartsBusy, View
from layouts.address import NO_WISHES, VERSION, WISHES, Wishes, address, read_wishes, unfit_wishes

__all__ = ["Outcome", "outcome_of", "selection_of", "settled", "titles_of", "view_of"]

EVERYTHING = Selection()
_LONGEST_TEXT = 200
_MOST_NAMES = 1000
_MOST_WORK = 100_000
"""For one search, as ``look_for`` counts it: about a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer to one address. ``asked`` keeps the texts that do not mean exactly one role.

    ``selection`` is the part of the map that the page shows; ``unknown`` are names of tracks,
    groups and grades in the address that this map does not have. ``wishes`` name by id the roles
    that are on the way. ``unfit`` are wishes that could not be taken: (wish, name) with ``end`` for
    a role to pass that is an end, ``many`` for one too many, ``track`` for an unknown track.
    ``reached`` are all other roles as seen from the start, if they are asked for. ``version`` is
    the map's, if the address names it: then every link does. ``view`` is the picture, once it is
    settled. Without ``complete`` not every way could be looked at: there may be journeys that are
    better, or some where none was found; ``spent`` is the work that this took.
    """

    start: Role | None = None
    goal: Role | None = None
    asked: tuple[tuple[str, str, Found], ...] = ()
    journeys: tuple[Journey, ...] = ()
    picked: int = 1
    comparison: Comparison | None = None
    selection: Selection = EVERYTHING
    unknown: tuple[str, ...] = ()
    wishes: Wishes = NO_WISHES
    unfit: tuple[tuple[str, str], ...] = ()
    reached: tuple[Reached, ...] = ()
    version: str = ""
    view: View | None = None
    complete: bool = True
    spent: float = 0.0

    @property
    def preferences(self) -> Preferences:
        """What the wishes ask of a journey; to a lower grade it may go down anyway."""
        here, there = (role.rank if role else None for role in (self.start, self.goal))
        lower = here is not None and there is not None and there < here
        return Preferences(
            via=self.wishes.via,
            avoid=frozenset(self.wishes.avoid),
            no_people=self.wishes.people,
            step_down=lower or self.wishes.down,
            possible=self.wishes.possible,
        )

    @property
    def journey(self) -> Journey | None:
        """The journey that is drawn on the map."""
        return self.journeys[self.picked - 1] if self.journeys else None

    @property
    def within_reach(self) -> tuple[Reached, ...]:
        """The roles that somebody asked to see: on some grades, within some levels more."""
        start, most = self.start, self.wishes.within
        if start is None:
            return ()
        return tuple(
            reached
            for reached in self.reached
            if fits_grades(start, reached, self.wishes.grades)
            and (most is None or (reached.levels_more is not None and reached.levels_more <= most))
        )

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

    def link(
        self,
        start: str | None,
        goal: str | None = None,
        pick: int = 1,
        wishes: Wishes | None = None,
    ) -> str:
        """The address of another choice on the same part of the map, wishes kept or changed."""
        wished = self.wishes if wishes is None else wishes
        return address(start, goal, pick, self.selection, wished, self.version)

    def chosen(self, end: str, asked: str, role_id: str) -> str:
        """The address with a role in place of this text, which was not understood there."""
        return replace(self, asked=tuple(x for x in self.asked if x[:2] != (end, asked)))._question(
            (end, role_id), self.version
        )

    def question(self, version: str = "") -> str:
        """The address of the question, which another version of the map may understand.

        Texts that this one does not understand stay as they were asked.
        """
        return self._question(("", ""), version)

    def _question(self, chosen: tuple[str, str], version: str) -> str:
        texts = [*((end, text) for end, text, _ in self.asked), chosen]
        ends = {"start": self.start_id, "goal": self.goal_id, **dict(texts)}
        via = (*self.wishes.via, *(text for end, text in texts if end == "via"))
        wishes = replace(self.wishes, via=via)
        return address(ends["start"], ends["goal"], self.picked, self.selection, wishes, version)

    def on(self, selection: Selection | None) -> str:
        """The address of the same choice on another part of the map, or on all of it."""
        ends = self.start_id, self.goal_id, self.picked
        return address(*ends, selection, self.wishes, self.version)

    @property
    def frame(self) -> tuple[tuple[str, str], ...]:
        """What an address says beside the choice: the part that is shown, the map's version."""
        return (*self.selection.query, *(((VERSION, self.version),) if self.version else ()))

    def name_of(self, end: str) -> str:
        """What the search field of an end shows: the role's name, or the text as it was asked."""
        role = self.start if end == "start" else self.goal
        return role.name if role else {e: text for e, text, _ in self.asked}.get(end, "")


def outcome_of(published: Published, query: Mapping[str, object]) -> Outcome:
    """Resolve both ends by id, title or old title; find the journeys; compare.

    ``query`` is the address, as a text for each name or as a list of them; in place of single
    names, ``plan`` may hold all wishes and ``view`` all that chooses a part and the version, each
    as a query text.
    """
    start, asked_start = _resolve(published, "start", _first(query.get("start")))
    goal, asked_goal = _resolve(published, "goal", _first(query.get("goal")))
    wishes, asked_via, unfit = _wishes(published, query)
    selection, unknown, version = _part(published, query)
    ends = [(role.id, role.name) for role in (start, goal) if role is not None]
    outcome = Outcome(
        start,
        goal,
        asked_start + asked_goal + asked_via,
        selection=selection,
        unknown=unknown,
        wishes=wishes.fitting(start.id if start else None, goal.id if goal else None),
        unfit=(*(("end", name) for role_id, name in ends if role_id in wishes.via), *unfit),
        version=version,
    )
    if start is not None and outcome.wishes.reach:
        return replace(outcome, reached=_reached(published, start, outcome.wishes))
    if start is None or goal is None or start.id == goal.id:
        return outcome
    found = _journeys(published, start.id, goal.id, outcome.preferences)
    journeys = found.journeys
    pick = _first(query.get("pick")) or "1"
    picked = int(pick) if pick.isascii() and pick.isdigit() and len(pick) < 3 else 1
    return replace(
        outcome,
        journeys=journeys,
        complete=found.complete,
        spent=found.spent,
        picked=_within(picked, journeys),
        comparison=compare(published.framework, start, goal),
    )


def selection_of(published: Published, query: Mapping[str, object]) -> Selection:
    """The part of the map that an address asks for."""
    return _part(published, query)[0]


def settled(published: Published, outcome: Outcome, *, on_page: bool = False) -> Outcome:
    """The outcome with its picture, which may be drawn at any moment and so is looked up once.

    ``on_page``: a page shows the part already, so that its overview is good enough.

    Raises:
        PartsBusy: the part is to be drawn, and too many others are before it.
    """
    try:
        return replace(outcome, view=published.views.of(outcome.selection))
    except PartsBusy:
        if not on_page:
            raise
    return replace(outcome, view=published.views.stand_in(outcome.selection))


def view_of(published: Published, outcome: Outcome) -> View:
    """The picture of an outcome."""
    return outcome.view or published.views.of(outcome.selection)


@lru_cache(maxsize=4)
def titles_of(published: Published) -> TitleIndex:
    """The titles of one version of the map, collected once."""
    return TitleIndex(published.framework)


@lru_cache(maxsize=128)
def _journeys(
    published: Published, start: str, goal: str, preferences: Preferences
) -> FoundJourneys:
    """The journeys of a question, searched once: page, panel and documents ask for the same."""
    ends = published.framework.role(start), published.framework.role(goal)
    return look_for(published.network, *ends, preferences, _MOST_WORK)


def _resolve(
    published: Published, end: str, text: str
) -> tuple[Role | None, tuple[tuple[str, str, Found], ...]]:
    words = text.strip()[:_LONGEST_TEXT]
    if not words:
        return None, ()
    found = titles_of(published).find(words)
    if not found.roles and words in published.former:
        found = titles_of(published).find(published.former[words])
    return (found.role, ()) if found.role else (None, ((end, words, found),))


def _first(value: object) -> str:
    """A text from an address: itself, or the first of several."""
    first = next(iter(value), "") if isinstance(value, list | tuple) else value
    return str(first or "")


def _texts(query: Mapping[str, object], whole: str, names: Iterable[str]) -> dict[str, list[str]]:
    """The texts of some names, of bounded length: from one query text, or each by its name."""
    asked = parse_qs(_first(query.get(whole))) or {
        name: [str(text) for text in (found if isinstance(found, list) else [found])]
        for name in names
        if (found := query.get(name))
    }
    return {
        name: [text[:_LONGEST_TEXT] for text in texts[:_MOST_NAMES]]
        for name, texts in asked.items()
    }


def _part(
    published: Published, query: Mapping[str, object]
) -> tuple[Selection, tuple[str, ...], str]:
    """The chosen part of the map, unknown names, and the version if the address names it."""
    asked = _texts(query, "view", ("track", "group", "from", "to", VERSION))
    selection, unknown = read_selection(published.framework, published.views.groups, asked)
    return selection, unknown, published.id if any(asked.get(VERSION, ())) else ""


def _wishes(
    published: Published, query: Mapping[str, object]
) -> tuple[Wishes, tuple[tuple[str, str, Found], ...], tuple[tuple[str, str], ...]]:
    """What is wished for, the texts for roles on the way that do not mean exactly one, the rest."""
    tracks = [track.name for track in published.framework.tracks]
    texts = _texts(query, "plan", WISHES)
    wishes = read_wishes(texts, tracks)
    roles: list[str] = []
    asked: list[tuple[str, str, Found]] = []
    for text in wishes.via:
        role, unclear = _resolve(published, "via", text)
        roles += [role.id] if role else []
        asked += unclear
    unfit = unfit_wishes(texts, tracks)
    return replace(wishes, via=tuple(dict.fromkeys(roles))), tuple(asked), unfit


def _reached(published: Published, start: Role, wishes: Wishes) -> tuple[Reached, ...]:
    return reach(
        published.network,
        start,
        avoid=wishes.avoid,
        no_people=wishes.people,
        step_down=wishes.down,
    )


def _within(picked: int, journeys: tuple[Journey, ...]) -> int:
    return picked if 1 <= picked <= len(journeys) else 1
