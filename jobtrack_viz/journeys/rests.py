"""The rest of a journey, from a role to the goal, and the ways that may lead there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from jobtrack_viz.journeys.question import Question
from jobtrack_viz.journeys.values import Cost

__all__ = ["Bounds", "ByReach", "Lead", "Rest", "beaten"]


class Rest(NamedTuple):
    """The rest of a journey from a role to the goal: figures, and how it goes on.

    ``track`` is that of its first leg, empty at the goal; ``rises`` says whether any leg rises;
    ``met`` holds those of the watched roles that it stops at.
    """

    largest: int
    total: int
    changes: int
    track: str
    rises: bool
    met: frozenset[int]
    moves: int


Lead = tuple[int, int, int, str]
"""A way to a role: the role it comes from, its stage, the levels more, and a track."""


class Bounds(Protocol):
    """Which ways are worth following back from a role, before the rest of a journey."""

    known: tuple[Cost, ...]
    price: float
    """What asking for the ways from one rest takes, as ``Work`` counts it."""

    def leads(self, role: int, stage: int, rest: Rest, known: Sequence[Cost]) -> Iterable[Lead]:
        """Every way that may become part of a journey which none of the known costs beats."""


class ByReach:
    """Bounds by the fewest moves from the start: quick, and enough where ways on are few."""

    known: tuple[Cost, ...] = ()

    def __init__(self, question: Question) -> None:
        self._question = question
        self.price = 1.5 * sum(map(len, question.into.values())) / max(1, len(question.into))

    def leads(self, role: int, stage: int, rest: Rest, known: Sequence[Cost]) -> Iterator[Lead]:
        """Every way that, with the fewest moves before it, no known cost beats."""
        question = self._question
        for source, size, tracks in question.into.get(role, ()):
            before = question.itinerary.before(source, stage)
            moves = None if before is None else question.away[before].get(source)
            if before is None or moves is None:
                continue
            largest, total = max(rest.largest, size), rest.total + size
            moves += rest.moves + 1
            for track in tracks:
                changes = rest.changes + (track != rest.track != "")
                if not beaten((largest, total, moves, changes), known):
                    yield source, before, size, track


def beaten(figures: tuple[int, ...], costs: Iterable[tuple[int, ...]]) -> bool:
    """True if a cost is as good in every figure and better in one."""
    largest, total, moves, changes = figures
    for cost in costs:
        if (
            cost[0] <= largest
            and cost[1] <= total
            and cost[2] <= moves
            and cost[3] <= changes
            and cost != figures
        ):
            return True
    return False
