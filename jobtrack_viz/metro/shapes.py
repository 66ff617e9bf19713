"""The drawn map as values, in map units (y down). One unit is one CSS pixel at full size."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = [
    "Badge",
    "Box",
    "Code",
    "Label",
    "Look",
    "MetroMap",
    "Piece",
    "Point",
    "Station",
    "Walkway",
    "Yard",
    "Zone",
]


class Point(NamedTuple):
    """A place on the map."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle; left < right, top < bottom."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Label:
    """A station's wrapped name. ``at`` is the anchor point of the first baseline."""

    lines: tuple[str, ...]
    at: Point
    anchor: Literal["start", "middle", "end"]
    line_height: float
    box: Box


@dataclass(frozen=True, slots=True)
class Station:
    """A role's mark: a disc, or a capsule over its lines from ``top`` to ``bottom`` (centres).

    ``also`` are further capsules of a role whose lines come from all over the map, (top, bottom)
    each, at the same x; ``MetroMap.joins`` connects them. ``listed``: it stands in a yard, where
    the next station is close above and below.
    """

    role_id: str
    x: float
    top: float
    bottom: float
    tracks: tuple[str, ...]
    label: Label
    also: tuple[tuple[float, float], ...] = ()
    listed: bool = False

    @property
    def capsules(self) -> tuple[tuple[float, float], ...]:
        """Top and bottom of each of its marks, the one with the name first."""
        return (self.top, self.bottom), *self.also

    @property
    def shared(self) -> bool:
        """True for a role on two or more tracks."""
        return len(self.tracks) > 1


@dataclass(frozen=True, slots=True)
class Piece:
    """One track's line from one role to the next, before corners are rounded."""

    track: str
    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Walkway:
    """A move that does not run along a line. One for each pair of roles.

    ``both_ways`` is True if moves lead in both directions; else it leads from source to target.
    """

    source: str
    target: str
    kind: str
    both_ways: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Yard:
    """A list of roles of one track and grade, in a frame that hangs from the track's line."""

    track: str
    roles: int
    box: Box


@dataclass(frozen=True, slots=True)
class Zone:
    """A vertical band of the map: one grade, with its name where it has one and there is room."""

    label: str
    left: float
    right: float
    label_x: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A track's name in its colour, at the left of its first station; one for each part of it.

    ``status`` is a word below the name, such as Draft, of a track that is not agreed.
    """

    track: str
    lines: tuple[str, ...]
    box: Box
    status: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A track's code on its line."""

    track: str
    text: str
    box: Box


class Look(NamedTuple):
    """What tells a track's line from others: ``#rrggbb``, a white core or none, its code."""

    colour: str
    cored: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class MetroMap:
    """A finished map: where everything is; complete, so that drawing decides nothing more.

    Zones reach from ``top`` to ``bottom``; ``first_row`` is the height of the first line.
    ``joins`` are ways between the capsules of one role; ``trunks`` are stretches of line that show
    where a track goes on, and are no move. ``looks`` gives each track's
    colour and code. ``score`` holds figures about the drawing: crossings and bends, each with a
    ``bound`` that no map undercuts, and how many laws could not be kept.
    """

    width: float
    height: float
    line_width: float
    station_radius: float
    top: float
    bottom: float
    first_row: float
    zones: tuple[Zone, ...]
    pieces: tuple[Piece, ...]
    walkways: tuple[Walkway, ...]
    joins: tuple[Walkway, ...]
    stations: tuple[Station, ...]
    badges: tuple[Badge, ...]
    codes: tuple[Code, ...]
    looks: Mapping[str, Look]
    score: Mapping[str, float | bool]
    trunks: tuple[Piece, ...] = ()
    yards: tuple[Yard, ...] = ()

    @property
    def colours(self) -> dict[str, str]:
        """Each track's ``#rrggbb`` on light paper."""
        return {track: look.colour for track, look in self.looks.items()}
