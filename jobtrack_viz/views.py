"""Selection -> the picture of it: the map, or an overview where a map would be too large."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from hashlib import sha256
from threading import Lock
from typing import Literal
from urllib.parse import urlencode

from jobtrack_viz.drawing.overview import draw_overview
from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.errors import JobtrackError
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.colours import choose_looks
from jobtrack_viz.metro.overview import Overview, lay_out_overview
from jobtrack_viz.metro.shapes import Look, MetroMap
from jobtrack_viz.model import Framework
from jobtrack_viz.network import Network
from jobtrack_viz.parts import PartQueue, SegmentedCache, part_from, part_task
from jobtrack_viz.selection import Group, Selection, groups_of, part_of, select

__all__ = [
    "MOST_ROLES",
    "MOST_ROLES_OF_A_PART",
    "MOST_TRACKS",
    "Drawers",
    "PartsBusy",
    "Undrawn",
    "View",
    "Views",
    "is_one_map",
]

MOST_TRACKS = 60
"""Above it there is an overview instead of a map."""
MOST_ROLES = 600
"""The same for the whole: a map of more is drawn, but nobody reads it."""
MOST_ROLES_OF_A_PART = 300
"""The same for a part that a reader chooses: it is laid out while somebody waits."""
_VIEWS_KEPT = 24
_MOST_BYTES = 96_000_000
"""Of all parts together that a process keeps, weighed as below."""
_WEIGHT = 6
"""Bytes in memory for each byte of a part as it was stored."""
_FORMAT = 1
"""Counts up when the same part is drawn in another way than before."""
_NEIGHBOURS = 4
"""Tracks that stand so close, group by group, get colours that differ."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One picture. ``framework`` is what is on it; ``selection`` is empty for the whole.

    ``opening`` is the address that each row of an overview leads to, by its name. An overview
    stands in for a map that is still being drawn (``waiting``) or cannot be drawn (``failed``).
    """

    selection: Selection
    framework: Framework
    drawn: MetroMap | Overview
    svg: str
    opening: Mapping[str, str] = field(default_factory=dict)
    instead: Literal["", "waiting", "failed"] = ""

    @property
    def metro(self) -> MetroMap | None:
        """The map, unless groups stand for their roles."""
        return self.drawn if isinstance(self.drawn, MetroMap) else None


class PartsBusy(JobtrackError):
    """So many parts wait to be drawn that no further one is taken."""


class Drawers:
    """What draws the parts of all versions outside of requests, and the views that are kept."""

    def __init__(self, queue: PartQueue) -> None:
        self.queue = queue
        self.kept: SegmentedCache[View] = SegmentedCache(_MOST_BYTES)


@dataclass(slots=True)
class _Place:
    """Where a view will be; who holds the lock draws it."""

    lock: Lock = field(default_factory=Lock)
    view: View | None = None


class Undrawn(Enum):
    """What stands in the place of a map that could not be laid out within its bounds."""

    OVERVIEW = "overview"


class Views:
    """The views of one version. The whole is drawn at once; parts when they are first asked for.

    With ``drawers`` nobody waits for a part: an overview of it stands in until it is drawn, once
    for all who ask. Without, the first who asks draws it, others who want the same part wait for
    it, and the last few are kept.
    """

    def __init__(
        self,
        network: Network,
        drawn: MetroMap | Undrawn | None = None,
        drawers: Drawers | None = None,
    ) -> None:
        """``drawn`` is the map of the whole if somebody has laid it out before, or tried to."""
        self._network = network
        self._drawers = drawers
        self._lock = Lock()
        self._kept: OrderedDict[Selection, _Place] = OrderedDict()
        framework: Framework = network.graph["framework"]
        self.groups: tuple[Group, ...] = groups_of(framework)
        self.looks: Mapping[str, Look]
        self.whole: View
        if is_one_map(framework) and not isinstance(drawn, Undrawn):
            metro = drawn or lay_out(network)
            self.looks = metro.looks
            self.whole = View(Selection(), framework, metro, draw_svg(metro, network))
        else:
            self.looks = choose_looks(framework.tracks, _close(self.groups))
            self.whole = self._overview(Selection(), network)

    @property
    def colours(self) -> Mapping[str, str]:
        """Each track's ``#rrggbb``, the same in every view."""
        return {name: look.colour for name, look in self.looks.items()}

    def of(self, selection: Selection) -> View:
        """The picture of a selection; the whole if nothing is chosen, or no role fits.

        After: a track has the same colour in every view.

        Raises:
            PartsBusy: too many other parts are to be drawn before this one.
        """
        if selection == Selection():
            return self.whole
        if self._drawers is not None:
            return self._from(self._drawers, selection)
        with self._lock:
            place = self._kept.setdefault(selection, _Place())
            self._kept.move_to_end(selection)
            while len(self._kept) > _VIEWS_KEPT:
                self._kept.popitem(last=False)
        with place.lock:
            if place.view is None:
                place.view = self._draw(selection)
            return place.view

    def fits(self, selection: Selection) -> bool:
        """True if a part is small enough for a map; nothing is drawn to find out."""
        part = select(self.whole.framework, self.groups, selection)
        return _fits(part, MOST_ROLES_OF_A_PART)

    def is_settled(self, selection: Selection) -> bool:
        """Whether asking for the view again would show something else than that it is waiting.

        After: a part that waits is wanted for a while longer, and one that was forgotten waits
        again if there is room.
        """
        if selection == Selection() or self._drawers is None:
            return True
        key = self._key(selection)
        if key in self._drawers.kept:
            return True
        outlook = self._drawers.queue.outlook(key)
        if outlook == "unknown":
            with suppress(PartsBusy):
                return self._from(self._drawers, selection).instead != "waiting"
        return outlook == "settled"

    def stand_in(self, selection: Selection) -> View:
        """The overview of a part, whether or not it is a map that can be drawn."""
        framework = select(self.whole.framework, self.groups, selection)
        if not framework.roles or framework == self.whole.framework:
            return self.whole
        view = self._overview(selection, part_of(self._network, framework))
        return replace(view, instead="waiting") if self.fits(selection) else view

    def _from(self, drawers: Drawers, selection: Selection) -> View:
        key = self._key(selection)
        if (kept := drawers.kept.get(key)) is not None:
            return kept
        framework = select(self.whole.framework, self.groups, selection)
        if not framework.roles or framework == self.whole.framework:
            return self.whole
        if not _fits(framework, MOST_ROLES_OF_A_PART):
            overview = self._overview(selection, part_of(self._network, framework))
            return self._overviewed(drawers, key, overview)
        told = drawers.queue.ask(
            key, lambda: part_task(part_of(self._network, framework), self._looks_of(framework))
        )
        if told == "busy":
            raise PartsBusy("Too many parts of the map are being drawn just now.")
        if isinstance(told, bytes):
            part = part_from(told)
            view = View(selection, framework, part.metro, part.svg)
            drawers.kept.put(key, view, _WEIGHT * len(told))
            return view
        network = part_of(self._network, framework)
        view = replace(self._overview(selection, network), instead=told)
        return self._overviewed(drawers, key, view) if told == "failed" else view

    def _overviewed(self, drawers: Drawers, key: str, view: View) -> View:
        drawers.kept.put(key, view, _WEIGHT * len(view.svg))
        return view

    def _key(self, selection: Selection) -> str:
        return sha256(f"{self._digest} {selection.query}".encode()).hexdigest()

    @cached_property
    def _digest(self) -> str:
        """What tells everything apart that a part is drawn from."""
        whole = part_task(self._network, self.looks)
        return sha256(f"{_FORMAT} {sha256(whole).hexdigest()}".encode()).hexdigest()

    def _looks_of(self, framework: Framework) -> dict[str, Look]:
        there = {track.name for track in framework.tracks}
        return {name: look for name, look in self.looks.items() if name in there}

    def _draw(self, selection: Selection) -> View:
        framework = select(self.whole.framework, self.groups, selection)
        if not framework.roles or framework == self.whole.framework:
            return self.whole
        network = part_of(self._network, framework)
        if not _fits(framework, MOST_ROLES_OF_A_PART):
            return self._overview(selection, network)
        metro = lay_out(network, looks=self._looks_of(framework))
        return View(selection, framework, metro, draw_svg(metro, network))

    def _overview(self, selection: Selection, network: Network) -> View:
        """Groups as lines; the tracks themselves where there is only one group."""
        framework: Framework = network.graph["framework"]
        there = {track.name for track in framework.tracks}
        parts = [Group(g.name, tuple(t for t in g.tracks if t in there)) for g in self.groups]
        parts = [group for group in parts if group.tracks]
        single = len(parts) == 1
        if single:
            parts = [Group(name, (name,)) for name in parts[0].tracks]
        drawn = lay_out_overview(network, parts)
        opening = {group.name: _opening(selection, group, single) for group in parts}
        svg = draw_overview(drawn, framework, self.colours, opening)
        return View(selection, framework, drawn, svg, opening)


def is_one_map(framework: Framework) -> bool:
    """True if the whole is drawn as a map; False for an overview."""
    return _fits(framework, MOST_ROLES)


def _fits(framework: Framework, most_roles: int) -> bool:
    """True for a map; a single track always is one, since an overview of it would open itself."""
    few = len(framework.tracks) <= MOST_TRACKS and len(framework.roles) <= most_roles
    return few or len(framework.tracks) == 1


def _opening(selection: Selection, group: Group, single: bool) -> str:
    """The address that opens a row: the group, or the tracks of it that were chosen by name."""
    if single or (selection.tracks and group.name not in selection.groups):
        opened = replace(selection, tracks=group.tracks, groups=())
    else:
        opened = replace(selection, tracks=(), groups=(group.name,))
    return "/?" + urlencode(opened.query)


def _close(groups: Sequence[Group]) -> list[tuple[str, str]]:
    """Pairs of tracks that will be seen near each other, in a group or from one to the next."""
    names = [name for group in groups for name in group.tracks]
    steps = range(1, _NEIGHBOURS + 1)
    return [pair for step in steps for pair in zip(names, names[step:], strict=False)]
