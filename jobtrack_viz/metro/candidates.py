"""Possible ways of lines and possible places of names: one of each is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobtrack_viz.metro.grid import Places
from jobtrack_viz.metro.shapes import Badge, Box, Label, Point

__all__ = ["BadgePlace", "LabelPlace", "Plan", "TrackWay"]


@dataclass(frozen=True, slots=True)
class TrackWay:
    """One way for threads that leave a node together and reach the next together.

    ``flaw``: a branch that lies on its own track's line for a while. ``pairs`` are the nodes at
    which this and one other branch of its track begin or end with no line to go on, ``bunches``
    those at which more branches have none.
    """

    threads: tuple[int, ...]
    column: int
    source: str
    target: str
    ways: tuple[tuple[Point, ...], ...]
    cost: float
    flaw: bool = False
    pairs: tuple[str, ...] = ()
    bunches: tuple[str, ...] = ()

    @property
    def owner(self) -> tuple[str, str, int]:
        """Ways with the same owner exclude each other."""
        return self.source, self.target, self.threads[0]


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """One place for a role's name."""

    role_id: str
    label: Label
    cost: float

    @property
    def owner(self) -> str:
        """Places with the same owner exclude each other."""
        return self.role_id

    @property
    def box(self) -> Box:
        """What the name covers."""
        return self.label.box


@dataclass(frozen=True, slots=True)
class BadgePlace:
    """One place for the badges of the lines that begin at a node."""

    node: str
    badges: tuple[Badge, ...]
    cost: float

    @property
    def owner(self) -> tuple[str, str]:
        """Places with the same owner exclude each other."""
        return "badge", self.node

    @property
    def box(self) -> Box:
        """What the badges cover together."""
        boxes = [badge.box for badge in self.badges]
        left, top = (min(box[i] for box in boxes) for i in (0, 1))
        right, bottom = (max(box[i] for box in boxes) for i in (2, 3))
        return Box(left, top, right, bottom)


@dataclass(frozen=True, slots=True)
class Plan:
    """A map but for its walkways. ``broken`` counts laws that could not be kept, ``flaws`` less."""

    places: Places
    marks: Mapping[str, Box]
    badges: tuple[Badge, ...]
    tracks: tuple[TrackWay, ...]
    labels: tuple[LabelPlace, ...]
    broken: int
    flaws: int
