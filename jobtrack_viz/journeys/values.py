"""Journeys, their legs, and what a reader may ask of them."""

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["MOST_COUNTED", "UNKNOWN", "Cost", "Found", "Journey", "Leg", "Preferences"]

UNKNOWN = 10**12
"""The size of a leg whose levels are unknown: more than any sum of known ones."""

MOST_COUNTED = 99
"""No more journeys than these are counted that are as good as another."""


class Cost(NamedTuple):
    """The figures by which journeys are judged; less is better.

    ``largest`` leg and ``total`` count levels more. A leg of unknown size counts ``UNKNOWN`` in
    both, so that it ranks after every known one.
    """

    largest: int
    total: int
    moves: int
    changes: int


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

    ``label`` names it: *gentlest*, *most direct*, *fewest levels more*, *fewest changes of track*,
    *balanced* or *another balanced*. ``best_at`` lists each figure in which no other journey is
    better: some of *largest leg*, *levels more*, *moves* and *changes*, never one that is unknown.
    ``others`` counts journeys over other roles with the same four figures, left out in favour of
    this one, whose role ids come first in the order of text; it goes no further than
    ``MOST_COUNTED``.
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


@dataclass(frozen=True, slots=True)
class Found:
    """Journeys, and whether all that there are were looked at; if not, others may be better.

    Without journeys, ``complete`` says that there is none; else there may be some. ``spent`` is
    all the work that it took, counted in microseconds: to collect the ways, to search, and to find
    quick journeys in place of a search.
    """

    journeys: tuple[Journey, ...]
    complete: bool = True
    spent: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a reader asks of a journey.

    ``via`` are ids of roles to pass, in this order; a start or goal among them changes nothing,
    and a role named twice is passed once. ``avoid`` are names of tracks that no leg may run along
    or arrive on. ``no_people`` leaves out stops in between that manage people. Roles that the
    reader names, as goal or in ``via``, are never left out: where such a role stands on avoided
    tracks alone, a leg may arrive there all the same.
    ``step_down`` lets journeys fall and rise as they like, and travel progressions backwards;
    ``possible`` adds moves that nobody described.
    """

    via: tuple[str, ...] = ()
    avoid: frozenset[str] = frozenset()
    no_people: bool = False
    step_down: bool = False
    possible: bool = False
