"""Selection -> the picture of it: the map, or an overview where a map would be too large."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from urllib.parse import urlencode

from jobtrack_viz.drawing.overview import draw_overview
from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.colours import choose_looks
from jobtrack_viz.metro.overview import Overview, lay_out_overview
from jobtrack_viz.metro.shapes import Look, MetroMap
from jobtrack_viz.model import Framework
from jobtrack_viz.network import Network
from jobtrack_viz.selection import Group, Selection, groups_of, part_of, select

__all__ = ["MOST_ROLES", "MOST_ROLES_OF_A_PART", "MOST_TRACKS", "View", "Views", "is_one_map"]

MOST_TRACKS = 60
"""Above it there is an overview instead of a map."""
MOST_ROLES = 600
"""The same for the whole: a map of more is drawn, but nobody reads it."""
MOST_ROLES_OF_A_PART = 300
"""The same for a part that a reader chooses: it is laid out while somebody waits."""
_VIEWS_KEPT = 24
_NEIGHBOURS = 4
"""Tracks that stand so close, group by group, get colours that differ."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One picture. ``framework`` is what is on it; ``selection`` is empty for the whole.

    ``opening`` is the address that each row of an overview leads to, by its name.
    """

    selection: Selection
    framework: Framework
    drawn: MetroMap | Overview
    svg: str
    opening: Mapping[str, str] = field(default_factory=dict)

    @property
    def metro(self) -> MetroMap | None:
        """The map, unless groups stand for their roles."""
        return self.drawn if isinstance(self.drawn, MetroMap) else None


@dataclass(slots=True)
class _Place:
    """Where a view will be; who holds the lock draws it."""

    lock: Lock = field(default_factory=Lock)
    view: View | None = None


class Views:
    """The views of one version. The whole is drawn at once; parts when they are first asked for.

    Each part is drawn once, by the first who asks; others who want the same part wait for it, and
    nobody else does. The last few are kept.
    """

    def __init__(self, network: Network, drawn: MetroMap | None = None) -> None:
        """``drawn`` is the map of the whole if somebody has laid it out before."""
        self._network = network
        self._lock = Lock()
        self._kept: OrderedDict[Selection, _Place] = OrderedDict()
        framework: Framework = network.graph["framework"]
        self.groups: tuple[Group, ...] = groups_of(framework)
        self.looks: Mapping[str, Look]
        self.whole: View
        if is_one_map(framework):
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
        """
        if selection == Selection():
            return self.whole
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

    def _draw(self, selection: Selection) -> View:
        framework = select(self.whole.framework, self.groups, selection)
        if not framework.roles or framework == self.whole.framework:
            return self.whole
        network = part_of(self._network, framework)
        if not _fits(framework, MOST_ROLES_OF_A_PART):
            return self._overview(selection, network)
        there = {track.name for track in framework.tracks}
        looks = {name: look for name, look in self.looks.items() if name in there}
        metro = lay_out(network, looks=looks)
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
