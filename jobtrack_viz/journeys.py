"""Journeys between two roles: the gentlest, and the most direct."""

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import inf

from jobtrack_viz.errors import UnknownRole
from jobtrack_viz.gaps import levels_more
from jobtrack_viz.model import Role
from jobtrack_viz.network import Link, Network, links, with_possible_moves

__all__ = ["Journey", "Leg", "Preferences", "find_journeys"]


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a reader asks of a journey.

    ``via`` are ids of roles to pass, in this order; a start or goal among them changes nothing.
    ``avoid`` are names of tracks that no leg may run along or arrive on. ``no_people`` leaves out
    stops that manage people. Roles that the reader names, as goal or in ``via``, are never left
    out: if such a role stands on avoided tracks alone, a leg may arrive there all the same.
    ``step_down`` lets journeys fall and rise as they like, and travel progressions backwards;
    ``possible`` adds moves that nobody described.
    """

    via: tuple[str, ...] = ()
    avoid: frozenset[str] = frozenset()
    no_people: bool = False
    step_down: bool = False
    possible: bool = False


NO_PREFERENCES = Preferences()


@dataclass(frozen=True, slots=True)
class Leg:
    """One move of a journey. ``track`` is the line it runs along, or arrives on."""

    source: str
    target: str
    kind: str
    track: str
    steps_up: int | None
    along: bool = False
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """A chain of moves.

    ``label`` names it: what it is best at. ``best_at`` lists every figure in which no journey
    found is better: some of *largest leg*, *levels more*, *moves* and *changes*. ``others`` counts
    journeys with the same figures that were left out in favour of this one.
    """

    label: str
    legs: tuple[Leg, ...]
    best_at: tuple[str, ...] = ()
    others: int = 0

    @property
    def stops(self) -> tuple[str, ...]:
        """Role ids in order, both ends included."""
        return (self.legs[0].source, *(leg.target for leg in self.legs))

    @property
    def changes(self) -> int:
        """Legs that leave the previous leg's track."""
        pairs = zip(self.legs, self.legs[1:], strict=False)
        return sum(before.track != after.track for before, after in pairs)

    @property
    def steps_up(self) -> int | None:
        """Levels more, summed over the legs; None if one of them is unknown."""
        known = [leg.steps_up for leg in self.legs if leg.steps_up is not None]
        return sum(known) if len(known) == len(self.legs) else None

    @property
    def largest_step(self) -> int | None:
        """The most levels more that one leg asks for; None if one of them is unknown."""
        known = [leg.steps_up for leg in self.legs if leg.steps_up is not None]
        return max(known) if len(known) == len(self.legs) else None


_Price = Callable[[Link], tuple[float, ...]]
_Cost = tuple[float, ...]
_State = tuple[str, str, bool, int]
_Entry = tuple[_Cost, tuple[str, ...], str, int, bool, int, tuple[tuple[Link, str], ...]]


@dataclass(frozen=True, slots=True)
class _Way:
    """A link with what the search asks of it again and again."""

    link: Link
    size: float
    rises: bool
    falls: bool
    highest: float | None


@dataclass(frozen=True, slots=True)
class _Rules:
    """Which moves a journey to the goal may make."""

    ways: Mapping[str, Sequence[_Way]]
    goal: Role
    wishes: Preferences
    via: tuple[str, ...]
    managers: frozenset[str]
    bound_to: frozenset[str]

    def ways_on(
        self, role_id: str, fallen: bool, passed: int
    ) -> Iterator[tuple[Link, tuple[str, ...], float, bool, int]]:
        """Moves that may follow: tracks, size, whether fallen then, and how many vias passed."""
        step_down = self.wishes.step_down
        limit = inf if step_down or self.goal.rank is None else self.goal.rank
        free = step_down or not fallen
        for way in self.ways[role_id]:
            target = way.link.target
            if way.rises and not (free and (way.highest or 0) <= limit):
                continue
            now = passed
            if target in self.via:
                if passed == len(self.via) or target != self.via[passed]:
                    continue
                now += 1
            elif target == self.goal.id:
                if passed < len(self.via):
                    continue
            elif target in self.managers:
                continue
            tracks = way.link.tracks
            if target not in self.bound_to:
                tracks = tuple(track for track in tracks if track not in self.wishes.avoid)
            if tracks:
                yield way.link, tracks, way.size, fallen or way.falls, now


@lru_cache(maxsize=8)
def _all_ways(network: Network, step_down: bool) -> dict[str, tuple[_Way, ...]]:
    """The ways on from each role, worked out once for each network: large ones have thousands."""
    ranks: dict[str, float | None] = {
        role_id: role.rank for role_id, role in network.nodes(data="role")
    }
    found: dict[str, list[_Way]] = {role_id: [] for role_id in ranks}
    for link in links(network):
        found[link.source].append(_way(link, ranks))
        if step_down and link.kind == "progression":
            back = _backwards(network, link)
            found[back.source].append(_way(back, ranks))
    return {role_id: tuple(ways) for role_id, ways in found.items()}


def _way(link: Link, ranks: Mapping[str, float | None]) -> _Way:
    here, there = ranks[link.source], ranks[link.target]
    if here is None or there is None:
        return _Way(link, _size(link), rises=False, falls=False, highest=None)
    return _Way(link, _size(link), there > here, there < here, there)


def _backwards(network: Network, link: Link) -> Link:
    roles = network.nodes
    more = levels_more(roles[link.target]["role"].levels, roles[link.source]["role"].levels)
    return Link(link.target, link.source, "step down", link.tracks, link.origin, more, link.along)


def find_journeys(
    network: Network, start: Role, goal: Role, preferences: Preferences = NO_PREFERENCES
) -> tuple[Journey, ...]:
    """At most four journeys that really differ, the gentlest first; none without a chain.

    Gentlest has the smallest largest leg, then the fewest levels more in total, then the fewest
    moves; a leg whose levels are unknown counts as the largest. Most direct has the fewest moves.
    Ties go to the fewest changes of track, then to the smallest role ids, so that the same
    workbook always gives the same journeys. No journey rises above the goal's grade, or falls and
    rises again, unless ``step_down``; then a progression may also be travelled backwards.
    From a role to itself there is no journey.

    Each is a shortest path (Dijkstra) over costs that compare as tuples; the gentlest one first
    finds the smallest bound on a leg that still reaches the goal (a bottleneck shortest path).

    Raises:
        UnknownRole: a role to pass is not in the network.
    """
    if start.id == goal.id:
        return ()
    wider = with_possible_moves(network) if preferences.possible else network
    rules = _rules(wider, start, goal, preferences)
    bound = _smallest_largest_leg(rules, start, goal)
    if bound is None:
        return ()
    gentlest = _cheapest(rules, start, goal, lambda link: (*_levels(link), 1.0), bound)
    direct = _cheapest(rules, start, goal, lambda link: (1.0, *_levels(link)), inf)
    if not gentlest or not direct:
        return ()
    if direct == gentlest:
        return (Journey("gentlest", gentlest, ("largest leg", "levels more", "moves")),)
    return (
        Journey("gentlest", gentlest, ("largest leg",)),
        Journey("most direct", direct, ("moves",)),
    )


def _rules(network: Network, start: Role, goal: Role, wishes: Preferences) -> _Rules:
    roles: Mapping[str, Role] = dict(network.nodes(data="role"))
    via = tuple(dict.fromkeys(x for x in wishes.via if x not in (start.id, goal.id)))
    for role_id in via:
        if role_id not in roles:
            raise UnknownRole(f"No role has the id “{role_id}”.")
    bound_to = {x for x in (*via, goal.id) if wishes.avoid.issuperset(roles[x].tracks)}
    managers = {x for x, role in roles.items() if wishes.no_people and role.manages_people}
    ways = _all_ways(network, wishes.step_down)
    return _Rules(ways, goal, wishes, via, frozenset(managers), frozenset(bound_to))


def _levels(link: Link) -> tuple[float, float]:
    """(unknown, levels more) as something to add up."""
    return (1.0, 0.0) if link.steps_up is None else (0.0, float(link.steps_up))


def _size(link: Link) -> float:
    return inf if link.steps_up is None else float(link.steps_up)


def _smallest_largest_leg(rules: _Rules, start: Role, goal: Role) -> float | None:
    """The least bound that some allowed journey keeps on every leg; None if there is none."""
    heap = [(0.0, start.id, False, 0)]
    least = {(start.id, False, 0): 0.0}
    while heap:
        largest, here, fallen, passed = heapq.heappop(heap)
        if here == goal.id:
            return largest
        if largest > least[here, fallen, passed]:
            continue
        for link, _, size, falls, now in rules.ways_on(here, fallen, passed):
            bound, state = max(largest, size), (link.target, falls, now)
            if state not in least or bound < least[state]:
                least[state] = bound
                heapq.heappush(heap, (bound, *state))
    return None


def _cheapest(
    rules: _Rules, start: Role, goal: Role, price: _Price, bound: float
) -> tuple[Leg, ...]:
    """The legs of the cheapest journey whose legs all keep the bound; none if it passes twice."""
    order_of_entry = count()
    heap: list[_Entry] = [((0.0,) * 4, (start.id,), "", next(order_of_entry), False, 0, ())]
    least: dict[_State, tuple[_Cost, tuple[str, ...]]] = {}
    seen: set[_State] = set()
    while heap:
        cost, stops, track, _, fallen, passed, legs = heapq.heappop(heap)
        here = stops[-1]
        if here == goal.id:
            return tuple(_leg(link, onto) for link, onto in legs)
        if (here, track, fallen, passed) in seen:
            continue
        seen.add((here, track, fallen, passed))
        for link, tracks, size, falls, now in rules.ways_on(here, fallen, passed):
            if size > bound or link.target in stops:
                continue
            first, second, third = price(link)
            for onto in tracks:
                state = (link.target, onto, falls, now)
                change = float(bool(track) and onto != track)
                total = (cost[0] + first, cost[1] + second, cost[2] + third, cost[3] + change)
                known = least.get(state)
                if state in seen or (known is not None and total > known[0]):
                    continue
                reached = (total, (*stops, link.target))
                if known is None or reached < known:
                    least[state] = reached
                    more = (*legs, (link, onto))
                    heapq.heappush(heap, (*reached, onto, next(order_of_entry), falls, now, more))
    return ()


def _leg(link: Link, track: str) -> Leg:
    return Leg(
        link.source,
        link.target,
        link.kind,
        track,
        link.steps_up,
        link.along,
        link.note,
        link.link,
    )
