"""Which part of a framework is shown: chosen tracks, whole groups, a range of grades."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

import networkx as nx

from jobtrack_viz.model import Framework, Role, Track
from jobtrack_viz.network import Link, Network, links
from jobtrack_viz.workbook.text import fold

__all__ = ["Group", "Selection", "groups_of", "part_of", "read_selection", "select"]


@dataclass(frozen=True, slots=True)
class Group:
    """Tracks that belong together; ``tracks`` are names in the workbook's order."""

    name: str
    tracks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What somebody asks to see; an empty one is everything.

    ``tracks`` and ``groups`` are names; a track is chosen by itself or with its group. ``lowest``
    and ``highest`` are labels of grades, both inclusive; empty is without bound.
    """

    tracks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    lowest: str = ""
    highest: str = ""

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The names and values that stand for it in an address."""
        return (
            *(("track", name) for name in self.tracks),
            *(("group", name) for name in self.groups),
            *(("from", grade) for grade in (self.lowest,) if grade),
            *(("to", grade) for grade in (self.highest,) if grade),
        )


def groups_of(framework: Framework) -> tuple[Group, ...]:
    """Every track in exactly one group, by the first track of each in the workbook.

    Tracks that the workbook puts into a group are together; of the others those that share
    roles, directly or through others, are, and their group is named after its first track.
    """
    graph = nx.Graph()
    graph.add_nodes_from(track.name for track in framework.tracks)
    grouped = {track.name for track in framework.tracks if track.group}
    for role in framework.roles:
        nx.add_path(graph, [name for name in role.tracks if name not in grouped])
    parts = enumerate(nx.connected_components(graph))
    number = {name: part for part, names in parts for name in names}
    members: dict[str | int, list[str]] = {}
    for track in framework.tracks:
        members.setdefault(track.group or number[track.name], []).append(track.name)
    return tuple(_named(members))


def _named(members: Mapping[str | int, list[str]]) -> Iterator[Group]:
    taken = {name for name in members if isinstance(name, str)}
    for key, tracks in members.items():
        name = key if isinstance(key, str) else _after_first(tracks)
        while not isinstance(key, str) and name in taken:
            name += " (no group)"
        taken.add(name)
        yield Group(name, tuple(tracks))


def _after_first(tracks: Sequence[str]) -> str:
    return tracks[0] if len(tracks) == 1 else f"{tracks[0]} and {len(tracks) - 1} more"


def read_selection(
    framework: Framework, groups: Sequence[Group], asked: Mapping[str, Sequence[str]]
) -> tuple[Selection, tuple[str, ...]]:
    """What ``track``, ``group``, ``from`` and ``to`` of an address ask for, and the unknown names.

    Capitals and spaces do not matter. After: names are those of the framework, in its order and
    without repetition, so that equal choices are equal values; the lower grade is ``lowest``.
    """
    unknown: list[str] = []
    tracks = _known(asked.get("track", ()), [track.name for track in framework.tracks], unknown)
    chosen = _known(asked.get("group", ()), [group.name for group in groups], unknown)
    labels = [grade.label for grade in framework.grades]
    low = _known(asked.get("from", ())[:1], labels, unknown)
    high = _known(asked.get("to", ())[:1], labels, unknown)
    if low and high and labels.index(low[0]) > labels.index(high[0]):
        low, high = high, low
    return Selection(tracks, chosen, "".join(low), "".join(high)), tuple(unknown)


def _known(asked: Iterable[str], names: Sequence[str], unknown: list[str]) -> tuple[str, ...]:
    wanted = dict.fromkeys(text for text in asked if fold(text))
    if not wanted:
        return ()
    spelling = {fold(name): name for name in reversed(names)}
    unknown += [text for text in wanted if fold(text) not in spelling]
    found = {spelling.get(fold(text)) for text in wanted}
    return tuple(name for name in names if name in found)


def select(framework: Framework, groups: Sequence[Group], selection: Selection) -> Framework:
    """The framework with nothing but what is chosen.

    After: roles are those on a chosen track and within the grades, and keep only their chosen
    tracks; tracks are the chosen ones that still have a role; moves are those among these roles.
    A span such as 5/6 is within if either of its grades is; a role without grade only without
    bounds. Everything chosen gives the same framework.
    """
    of_groups = {
        name for group in groups if group.name in selection.groups for name in group.tracks
    }
    names = of_groups | set(selection.tracks)
    roles = tuple(_kept_roles(framework, names, selection))
    ids = {role.id for role in roles}
    return replace(
        framework,
        roles=roles,
        tracks=tuple(_kept_tracks(framework, names, ids)),
        moves=tuple(m for m in framework.moves if m.source in ids and m.target in ids),
    )


def _kept_roles(framework: Framework, names: set[str], selection: Selection) -> Iterator[Role]:
    ranks = {grade.label: float(grade.rank) for grade in framework.grades}
    low = ranks.get(selection.lowest, float("-inf"))
    high = ranks.get(selection.highest, float("inf"))
    bounded = bool(selection.lowest or selection.highest)
    for role in framework.roles:
        if role.rank is None:
            within = not bounded
        else:
            within = ceil(role.rank) >= low and floor(role.rank) <= high
        if within and not names:
            yield role
        elif within and names.intersection(role.tracks):
            yield replace(role, tracks=tuple(name for name in role.tracks if name in names))


def _kept_tracks(
    framework: Framework, names: Collection[str], ids: Collection[str]
) -> Iterator[Track]:
    for track in framework.tracks:
        roles = tuple(role_id for role_id in track.roles if role_id in ids)
        if (not names or track.name in names) and (roles or not track.roles):
            yield replace(track, roles=roles)


def part_of(network: Network, framework: Framework) -> Network:
    """The roles and moves of the network that a part of its framework holds.

    After: nothing is decided anew, so a progression or a possible move is there only if the whole
    network has it. A move along tracks of which none is chosen is no longer along a track; one
    that nobody described is left out.
    """
    part: Network = nx.MultiDiGraph(framework=framework)
    roles = {role.id: role for role in framework.roles}
    for role in framework.roles:
        part.add_node(role.id, role=role)
    chosen = {track.name for track in framework.tracks}
    for link in links(network):
        if link.source in roles and link.target in roles:
            kept = _kept_link(link, chosen, roles[link.target])
            if kept is not None:
                part.add_edge(kept.source, kept.target, link=kept)
    return part


def _kept_link(link: Link, chosen: Collection[str], target: Role) -> Link | None:
    tracks = tuple(name for name in link.tracks if name in chosen)
    if tracks == link.tracks:
        return link
    if not tracks and link.origin != "given":
        return None
    return replace(link, tracks=tracks or target.tracks, along=link.along and bool(tracks))
