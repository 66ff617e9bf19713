"""Journeys between two roles: the gentlest, and the most direct."""

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import inf

from jobtrack_viz.gaps import levels_more
from jobtrack_viz.model import Role
from jobtrack_viz.network import Link, Network, links, with_possible_moves

__all__ = ["Journey", "Leg", "find_journeys"]


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
    """A chain of moves. ``label`` says what it is best at."""

    label: str
    legs: tuple[Leg, ...]

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
_State = tuple[str, str, bool]
_Entry = tuple[_Cost, tuple[str, ...], str, int, bool, tuple[tuple[Link, str], ...]]


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
    step_down: bool

    def ways_on(self, role_id: str, fallen: bool) -> Iterator[tuple[Link, float, bool]]:
        """Moves that may follow: with their size, and whether the journey has then fallen."""
        limit = inf if self.step_down or self.goal.rank is None else self.goal.rank
        free = self.step_down or not fallen
        for way in self.ways[role_id]:
            if not way.rises or (free and (way.highest or 0) <= limit):
                yield way.link, way.size, fallen or way.falls


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
    network: Network, start: Role, goal: Role, *, step_down: bool = False, possible: bool = False
) -> tuple[Journey, ...]:
    """The gentlest journey, and the most direct one where it is another; none without a chain.

    Gentlest has the smallest largest leg, then the fewest levels more in total, then the fewest
    moves; a leg whose levels are unknown counts as the largest. Most direct has the fewest moves.
    Ties go to the fewest changes of track, then to the smallest role ids, so that the same
    workbook always gives the same journeys. No journey rises above the goal's grade, or falls and
    rises again, unless ``step_down``; then a progression may also be travelled backwards.
    ``possible`` adds moves that nobody described. From a role to itself there is no journey.

    Each is a shortest path (Dijkstra) over costs that compare as tuples; the gentlest one first
    finds the smallest bound on a leg that still reaches the goal (a bottleneck shortest path).
    """
    if start.id == goal.id:
        return ()
    wider = with_possible_moves(network) if possible else network
    rules = _Rules(_all_ways(wider, step_down), goal, step_down)
    bound = _smallest_largest_leg(rules, start, goal)
    if bound is None:
        return ()
    gentlest = _cheapest(rules, start, goal, lambda link: (*_levels(link), 1.0), bound)
    direct = _cheapest(rules, start, goal, lambda link: (1.0, *_levels(link)), inf)
    if direct == gentlest:
        return (Journey("gentlest", gentlest),)
    return Journey("gentlest", gentlest), Journey("most direct", direct)


def _levels(link: Link) -> tuple[float, float]:
    """(unknown, levels more) as something to add up."""
    return (1.0, 0.0) if link.steps_up is None else (0.0, float(link.steps_up))


def _size(link: Link) -> float:
    return inf if link.steps_up is None else float(link.steps_up)


def _smallest_largest_leg(rules: _Rules, start: Role, goal: Role) -> float | None:
    """The least bound that some allowed journey keeps on every leg; None if there is none."""
    heap = [(0.0, start.id, False)]
    least = {(start.id, False): 0.0}
    while heap:
        largest, here, fallen = heapq.heappop(heap)
        if here == goal.id:
            return largest
        if largest > least[here, fallen]:
            continue
        for link, size, falls in rules.ways_on(here, fallen):
            bound, state = max(largest, size), (link.target, falls)
            if state not in least or bound < least[state]:
                least[state] = bound
                heapq.heappush(heap, (bound, link.target, falls))
    return None


def _cheapest(
    rules: _Rules, start: Role, goal: Role, price: _Price, bound: float
) -> tuple[Leg, ...]:
    """The legs of the cheapest journey whose legs all keep the bound; there must be one."""
    order_of_entry = count()
    heap: list[_Entry] = [((0.0,) * 4, (start.id,), "", next(order_of_entry), False, ())]
    least: dict[_State, tuple[_Cost, tuple[str, ...]]] = {}
    seen: set[_State] = set()
    while heap:
        cost, stops, track, _, fallen, legs = heapq.heappop(heap)
        here = stops[-1]
        if here == goal.id:
            return tuple(_leg(link, onto) for link, onto in legs)
        if (here, track, fallen) in seen:
            continue
        seen.add((here, track, fallen))
        for link, size, falls in rules.ways_on(here, fallen):
            if size > bound or link.target in stops:
                continue
            first, second, third = price(link)
            for onto in link.tracks:
                state = (link.target, onto, falls)
                change = float(bool(track) and onto != track)
                total = (cost[0] + first, cost[1] + second, cost[2] + third, cost[3] + change)
                known = least.get(state)
                if state in seen or (known is not None and total > known[0]):
                    continue
                reached = (total, (*stops, link.target))
                if known is None or reached < known:
                    least[state] = reached
                    entry = (*reached, onto, next(order_of_entry), falls, (*legs, (link, onto)))
                    heapq.heappush(heap, entry)
    raise AssertionError("a bound is only passed when a journey keeps it")


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
