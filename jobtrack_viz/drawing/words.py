"""The map as text: line by line, station by station, with nothing left out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TypeAlias

import networkx as nx

from jobtrack_viz.drawing.phrases import (
    count_of,
    grade_in_words,
    posts_in_words,
    sentence_case,
    status_in_words,
)
from jobtrack_viz.drawing.sentences import Mention, Sentence, listed, mention_of, moves_told
from jobtrack_viz.model import Framework, Role, Track
from jobtrack_viz.network import Network, links

__all__ = ["LineInWords", "MapInWords", "StopInWords", "map_in_words"]

_STATUS = {
    "draft": "This track is a draft.",
    "in consultation": "This track is in consultation.",
    "agreed": "This track is agreed.",
}

_FEW_APART = 4
"""Of more roles without a progression, the track tells at once how many there are."""

_NO_CODES: Mapping[str, str] = MappingProxyType({})

_Leg: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class StopInWords:
    """A station of a line.

    ``facts`` tell what its mark and its line show, ``moves`` the walkways that begin or end here.
    ``summary`` is the workbook's text about the role, or empty.
    """

    role_id: str
    title: str
    grade: str
    facts: tuple[Sentence, ...]
    summary: str
    moves: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class LineInWords:
    """A track. ``stops`` ascend by grade; roles whose grade is not stated come last."""

    track: str
    facts: tuple[str, ...]
    stops: tuple[StopInWords, ...]


@dataclass(frozen=True, slots=True)
class MapInWords:
    """The whole map: how much there is of everything, its lines, and roles that are on no line."""

    counts: tuple[str, ...]
    lines: tuple[LineInWords, ...]
    without_track: tuple[StopInWords, ...]


def map_in_words(network: Network, codes: Mapping[str, str] = _NO_CODES) -> MapInWords:
    """Every track in the workbook's order with every role and every move that the map can show.

    ``codes`` are what the map writes on the lines, by track.

    A role on several tracks is told at each of them, and a move at both its ends. It is made of
    the network rather than of the drawn map, because a drawing may show a group as one line.
    """
    framework: Framework = network.graph["framework"]
    roles = {role.id: role for role in framework.roles}
    moves = moves_told(network)
    legs: dict[str, dict[_Leg, None]] = defaultdict(dict)
    for link in links(network):
        if link.along:
            for track in link.tracks:
                legs[track][link.source, link.target] = None
    return MapInWords(
        counts=tuple(_counts(framework, roles)),
        lines=tuple(
            _line(framework, track, codes.get(track.name, ""), roles, list(legs[track.name]), moves)
            for track in framework.tracks
        ),
        without_track=tuple(
            _stop(framework, role, "", [], moves) for role in framework.roles if not role.tracks
        ),
    )


def _counts(framework: Framework, roles: Mapping[str, Role]) -> Iterator[str]:
    status = Counter(role.status for role in framework.roles)
    shared = sum(len(role.tracks) > 1 for role in framework.roles)
    without = sum(role.grade is None for role in framework.roles)
    moves = sum(
        move.kind != "progression"
        or not set(roles[move.source].tracks) & set(roles[move.target].tracks)
        for move in framework.moves
    )
    if framework.tracks:
        yield count_of(len(framework.tracks), "track")
    yield count_of(len(framework.roles), "role")
    if shared:
        yield f"{count_of(shared, 'role')} shared by tracks"
    if status["planned"]:
        yield f"{count_of(status['planned'], 'role')} planned"
    if status["closed"]:
        yield f"{count_of(status['closed'], 'role')} no longer recruited to"
    if framework.grades:
        yield count_of(len(framework.grades), "grade")
    if without == len(framework.roles):
        yield "no grades stated"
    elif without:
        yield f"{count_of(without, 'role')} whose grade is not stated"
    if moves:
        yield f"{count_of(moves, 'move')} besides the progressions along tracks"


def _line(
    framework: Framework,
    track: Track,
    code: str,
    roles: Mapping[str, Role],
    legs: Sequence[_Leg],
    moves: Mapping[str, Sequence[Sentence]],
) -> LineInWords:
    stops = _in_order([roles[role_id] for role_id in track.roles], legs)
    plain = set(legs) == {(one.id, other.id) for one, other in pairwise(stops)}
    apart = {role.id for role in stops} - {role_id for leg in legs for role_id in leg}
    crowd = len(apart) > _FEW_APART
    return LineInWords(
        track.name,
        tuple(_about(framework, track, code, stops, len(apart) if crowd else 0)),
        tuple(
            _stop(
                framework,
                role,
                track.name,
                []
                if plain or (crowd and role.id in apart)
                else list(_way_on(role, roles, stops, legs)),
                moves,
            )
            for role in stops
        ),
    )


def _in_order(stops: Sequence[Role], legs: Sequence[_Leg]) -> list[Role]:
    """Lowest grade first; on one grade, a role stands before those it leads to."""
    place = {role.id: (role.rank is None, role.rank or 0.0, i) for i, role in enumerate(stops)}
    level = nx.DiGraph()
    level.add_nodes_from(place)
    for source, target in legs:
        same = place[source][:2] == place[target][:2]
        if same and not nx.has_path(level, target, source):
            level.add_edge(source, target)
    by_id = {role.id: role for role in stops}
    return [by_id[i] for i in nx.lexicographical_topological_sort(level, key=place.__getitem__)]


def _about(
    framework: Framework, track: Track, code: str, stops: Sequence[Role], apart: int
) -> Iterator[str]:
    graded = [role for role in stops if role.rank is not None]
    size = count_of(len(stops), "role")
    if not graded:
        yield f"{size}."
    else:
        low, high = (grade_in_words(framework, role) for role in (graded[0], graded[-1]))
        yield f"{size}, {low}." if low == high else f"{size}, from {low} to {high}."
    if apart:
        many = "any of them" if apart == len(stops) else f"{apart} of them"
        yield f"No progression from or to {many} is described."
    if track.status in _STATUS:
        yield _STATUS[track.status]
    if posts := posts_in_words(track.posts):
        yield f"{sentence_case(posts)}."
    if track.group:
        yield f"Group: {track.group}."
    if code:
        yield f"{code} on the map."


def _way_on(
    role: Role, roles: Mapping[str, Role], stops: Sequence[Role], legs: Sequence[_Leg]
) -> Iterator[Sentence]:
    """Where the track comes from and leads to, for a track that is not one plain line."""
    before = [mention_of(roles[source]) for source, target in legs if target == role.id]
    after = [mention_of(roles[target]) for source, target in legs if source == role.id]
    begins = {source for source, _ in legs} - {target for _, target in legs}
    ends = {target for _, target in legs} - {source for source, _ in legs}
    if not before and not after:
        yield ("No progression from or to here is described.",)
    if not before and after and role is not stops[0]:
        yield (f"{'A branch of the track' if len(begins) > 1 else 'The track'} begins here.",)
    if len(before) > 1:
        yield ("Branches of the track meet here: ", *listed(before, "from "), ".")
    if len(after) > 1:
        yield ("From here the track forks: ", *listed(after, "to "), ".")
    elif after:
        yield ("Goes on to ", after[0], ".")
    elif before and role is not stops[-1]:
        yield (f"{'A branch of the track' if len(ends) > 1 else 'The track'} ends here.",)


def _stop(
    framework: Framework,
    role: Role,
    track: str,
    way_on: Sequence[Sentence],
    moves: Mapping[str, Sequence[Sentence]],
) -> StopInWords:
    facts: list[Sentence] = []
    if status := status_in_words(role):
        facts.append((f"{status.capitalize()}.",))
    if posts := posts_in_words(role.posts):
        facts.append((f"{sentence_case(posts)}.",))
    others = [Mention("track", name, name) for name in role.tracks if name != track]
    if others:
        facts.append(("Shared with ", *listed(others, ""), "."))
    return StopInWords(
        role.id,
        role.title,
        grade_in_words(framework, role),
        (*facts, *way_on),
        role.summary,
        tuple(moves.get(role.id, ())),
    )
