"""Journeys between two roles: the gentlest, and the most direct."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from math import inf

from jobtrack_viz.gaps import levels_more
from jobtrack_viz.model import Role
from jobtrack_viz.network import Link, Network, with_possible_moves

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
_Entry = tuple[tuple[float, ...], tuple[str, ...], str, int, bool, tuple[Leg, ...]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """Which moves a journey may make."""

    network: Network
    goal: Role
    step_down: bool

    def ways_on(self, role_id: str, fallen: bool) -> Iterator[tuple[Link, bool]]:
        """Moves that may follow, each with whether the journey has then fallen in grade."""
        for link in self._links(role_id):
            here, there = self.role(link.source).rank, self.role(link.target).rank
            rises = here is not None and there is not None and there > here
            falls = here is not None and there is not None and there < here
            too_high = rises and self.goal.rank is not None and (there or 0) > self.goal.rank
            if self.step_down or not ((rises and fallen) or too_high):
                yield link, fallen or falls

    def role(self, role_id: str) -> Role:
        role: Role = self.network.nodes[role_id]["role"]
        return role

    def _links(self, role_id: str) -> Iterator[Link]:
        for _, _, link in self.network.out_edges(role_id, data="link"):
            yield link
        if self.step_down:
            for _, _, link in self.network.in_edges(role_id, data="link"):
                if link.kind == "progression":
                    yield self._backwards(link)

    def _backwards(self, link: Link) -> Link:
        more = levels_more(self.role(link.target).levels, self.role(link.source).levels)
        return Link(
            link.target, link.source, "step down", link.tracks, link.origin, more, link.along
        )


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
    rules = _Rules(with_possible_moves(network) if possible else network, goal, step_down)
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
    seen: set[tuple[str, bool]] = set()
    while heap:
        largest, here, fallen = heapq.heappop(heap)
        if here == goal.id:
            return largest
        if (here, fallen) not in seen:
            seen.add((here, fallen))
            for link, falls in rules.ways_on(here, fallen):
                heapq.heappush(heap, (max(largest, _size(link)), link.target, falls))
    return None


def _cheapest(
    rules: _Rules, start: Role, goal: Role, price: _Price, bound: float
) -> tuple[Leg, ...]:
    """The legs of the cheapest journey whose legs all keep the bound; there must be one."""
    order_of_entry = count()
    heap: list[_Entry] = [((0.0,) * 4, (start.id,), "", next(order_of_entry), False, ())]
    seen: set[tuple[str, str, bool]] = set()
    while heap:
        cost, stops, track, _, fallen, legs = heapq.heappop(heap)
        here = stops[-1]
        if here == goal.id:
            return legs
        if (here, track, fallen) in seen:
            continue
        seen.add((here, track, fallen))
        for link, falls in rules.ways_on(here, fallen):
            if _size(link) > bound or link.target in stops:
                continue
            for onto in link.tracks:
                change = float(bool(track) and onto != track)
                total = tuple(a + b for a, b in zip(cost, (*price(link), change), strict=True))
                further = (*legs, _leg(link, onto))
                entry = (total, (*stops, link.target), onto, next(order_of_entry), falls, further)
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
