"""One version of the map, and what can be asked of whoever keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from jobtrack_viz.errors import WorkbookHasErrors
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.network import Network
from jobtrack_viz.views import Views

__all__ = [
    "Atlas",
    "Kind",
    "MapNotReady",
    "MapUnavailable",
    "Published",
    "RoleChanges",
    "Standing",
    "draft_id",
]

Kind = Literal["workbook", "version", "draft"]
RoleChanges = tuple[tuple[datetime, tuple[str, ...]], ...]
"""When a role changed and how, in sentences; newest first."""


class MapNotReady(WorkbookHasErrors):
    """There is no map; ``problems`` say why, where a workbook could be read at all."""

    def __init__(self, text: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(text)
        self.problems = problems


class MapUnavailable(MapNotReady):
    """There may be a map, but it cannot be read just now; the text says why."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Which map readers see, and whether it is the one that they should see.

    ``shown`` is the id of the map that readers see, ``newest`` that of the map published last, None
    where there is none or nobody can know. ``why`` says in whole sentences what keeps the newest
    from being shown, or from being looked for; empty if nothing does.
    """

    shown: str | None
    newest: str | None
    why: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """One version of the map, complete and never changed.

    ``id`` is the number of a published version, ``d-`` and a token for a draft that is shared, or
    the sha256 of a workbook on disk. ``network`` holds every role and move, whatever part of them
    a view shows. ``at`` is when a version was published, ``expires`` when a shared draft ends;
    both are UTC. ``former`` are ids that roles once had, and theirs now; ``gone`` are ids of roles
    that are no more, and the id of the last version that had them. ``changes`` are by role id.
    """

    id: str
    framework: Framework
    network: Network
    views: Views
    kind: Kind = "workbook"
    at: datetime | None = None
    expires: datetime | None = None
    former: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, RoleChanges] = field(default_factory=dict)

    @property
    def colours(self) -> Mapping[str, str]:
        """``#rrggbb`` of each track, the same in every view."""
        return self.views.colours


class Atlas(Protocol):
    """Whoever keeps the versions of the map."""

    def standing(self) -> Standing:
        """Which map readers see now, asked anew; never raises for want of a map."""

    def current(self) -> Published:
        """The map that readers see now: the one in force, or the newest that can be shown.

        Raises:
            MapNotReady: there is none.
        """

    def at(self, version: str) -> Published:
        """The map with this version id.

        Raises:
            UnknownVersion: nobody knows it, or no longer.
            DamagedVersion: it cannot be read.
            MapUnavailable: nobody can know at the moment.
            WithdrawnVersion: it was taken back, or a shared draft has expired.
        """


def draft_id(token: str) -> str:
    """The version id of a draft that is shared by this token."""
    return f"d-{token}"
