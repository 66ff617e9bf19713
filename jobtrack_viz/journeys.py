"""Journeys between two roles: the gentlest, and the most direct."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

from jobtrack_viz.model import Framework, Role
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


def find_journeys(
    network: Network, start: Role, goal: Role, *, step_down: bool = False, possible: bool = False
) -> tuple[Journey, ...]:
    raise NotImplementedError
