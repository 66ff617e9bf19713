"""What a reader asks, as the search needs it: the ways that a journey may use, and its order."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from math import inf
from operator import itemgetter

from jobtrack_viz.errors import UnknownRole
from jobtrack_viz.journeys.values import Preferences
from jobtrack_viz.journeys.ways import Table, Way, Ways

__all__ = ["Itinerary", "Question", "asked"]


@dataclass(frozen=True, slots=True)
class Itinerary:
    """Ends and roles to pass, as numbers, in the order in which a journey stops at them."""

    start: int
    goal: int
    via: tuple[int, ...]

    def after(self, role: int, stage: int) -> int:
        """Roles of ``via`` before what follows a role that has ``stage`` of them before it."""
        return stage + (stage < len(self.via) and role == self.via[stage])

    def before(self, role: int, stage: int) -> int | None:
        """The stage of a role whose next stop has this stage; None if it may not stand there."""
        if role not in self.via:
            return stage if role != self.start or not stage else None
        return stage - 1 if stage and self.via[stage - 1] == role else None

    def may_stand(self, role: int, stage: int) -> bool:
        """True if the role may come after ``stage`` roles of ``via``."""
        if role == self.goal:
            return stage == len(self.via)
        return role not in self.via[:stage] + self.via[stage + 1 :]


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Every way that may be used, by its source and by its target, of what leads on from the start.

    The role in a way of ``into`` is its source. ``ranks`` are grades by role, all None where
    journeys may fall and rise as they like; no move rises above ``highest``.
    ``away[stage][role]`` is the least number of moves from the start to a role that has ``stage``
    roles of ``via`` before it; absent where nothing leads there.
    """

    itinerary: Itinerary
    ranks: Sequence[float | None]
    highest: float
    onwards: Mapping[int, Sequence[Way]]
    into: Mapping[int, Sequence[Way]]
    away: Sequence[Mapping[int, int]]


def asked(
    ways: Ways, tables: Sequence[Table], ends: tuple[str, str], wishes: Preferences
) -> Question:
    """The question of a way between two ends over these tables of ways.

    Raises:
        UnknownRole: a role to pass is not in the network.
    """
    start, goal = (ways.numbers[end] for end in ends)
    between = [role_id for role_id in dict.fromkeys(wishes.via) if role_id not in ends]
    unknown = [role_id for role_id in between if role_id not in ways.numbers]
    if unknown:
        raise UnknownRole(f"No role has the id “{unknown[0]}”.")
    itinerary = Itinerary(start, goal, tuple(ways.numbers[role_id] for role_id in between))
    rank = ways.roles[goal].rank
    highest = inf if wishes.step_down or rank is None else rank
    ranks = [None if wishes.step_down else role.rank for role in ways.roles]
    gate = _gate(ways, itinerary, wishes)
    onwards: dict[int, list[Way]] = {}
    into: dict[int, list[Way]] = {}
    ahead, seen = deque([start]), {start, goal}
    while ahead:
        role = ahead.popleft()
        here = ranks[role]
        onwards[role] = found = []
        for way in gate.ways_from(role, tables):
            target, size, tracks = way
            there = ranks[target]
            if there is not None and there > highest and here is not None and there > here:
                continue
            found.append(way)
            into.setdefault(target, []).append((role, size, tracks))
            if target not in seen:
                seen.add(target)
                ahead.append(target)
    return Question(itinerary, ranks, highest, onwards, into, _away(itinerary, onwards))


@dataclass(frozen=True, slots=True)
class _Gate:
    """Roles where nobody stops, and tracks that nobody uses but to get to ``bound_to``."""

    shut: frozenset[int]
    avoid: frozenset[str]
    bound_to: frozenset[int]

    def ways_from(self, role: int, tables: Sequence[Table]) -> Iterator[Way]:
        """The ways on from a role that are left, by the number of the role they lead to.

        Where several tables lead to a role, the first counts.
        """
        last = None
        for way in merge(*(table.get(role, ()) for table in tables), key=itemgetter(0)):
            target, size, tracks = way
            if target == last:
                continue
            last = target
            if target in self.shut:
                continue
            if not self.avoid or target in self.bound_to:
                yield way
            elif kept := tuple(track for track in tracks if track not in self.avoid):
                yield target, size, kept


def _gate(ways: Ways, itinerary: Itinerary, wishes: Preferences) -> _Gate:
    named = {itinerary.goal, *itinerary.via}
    managers = {n for n, role in enumerate(ways.roles) if wishes.no_people and role.manages_people}
    bound_to = {n for n in named if wishes.avoid.issuperset(ways.roles[n].tracks)}
    return _Gate(
        frozenset((managers - named) | {itinerary.start}), wishes.avoid, frozenset(bound_to)
    )


def _away(itinerary: Itinerary, onwards: Mapping[int, Sequence[Way]]) -> list[dict[int, int]]:
    """Moves from the start by stage and role: breadth first."""
    away: list[dict[int, int]] = [{} for _ in range(len(itinerary.via) + 1)]
    away[0][itinerary.start] = 0
    ahead = deque([(itinerary.start, 0)])
    while ahead:
        role, stage = ahead.popleft()
        moves = away[stage][role] + 1
        stage = itinerary.after(role, stage)
        there = away[stage]
        for target, _, _ in onwards.get(role, ()):
            if target not in there and itinerary.may_stand(target, stage):
                there[target] = moves
                ahead.append((target, stage))
    return away
