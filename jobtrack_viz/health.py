"""What is worth a second look in a framework, seen along its moves."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from jobtrack_viz.model import Framework, Problem, Role
from jobtrack_viz.network import Link, Network, derived_pairs, links, occupied_grades
from jobtrack_viz.workbook import Places

__all__ = ["findings"]


def findings(network: Network, places: Places) -> tuple[Problem, ...]:
    """Warnings, then notes, about the moves of a framework, at the cells that say so."""
    found = [problem for rule in _RULES for problem in rule(network, places)]
    return tuple(sorted(found, key=lambda problem: problem.severity == "note"))


def levels_do_not_fall(network: Network, places: Places) -> Iterator[Problem]:
    """Along a track, no competency asks for less as the grade rises."""
    framework: Framework = network.graph["framework"]
    for link, source, target in _progressions(network):
        for competency in framework.competencies:
            name = competency.name
            before, after = source.levels.get(name), target.levels.get(name)
            if before is not None and after is not None and after < before:
                levels = {
                    "before": framework.level_name(before, competency),
                    "after": framework.level_name(after, competency),
                }
                ends = {"source": source.name, "target": target.name, "competency": name}
                where = places.levels.get((target.id, name, link.tracks[0]))
                yield _problem("warning", "level-falls", where, **ends, **levels)


def neighbours_differ(network: Network, places: Places) -> Iterator[Problem]:
    """Along a track, two neighbours are not described alike."""
    for link, source, target in _progressions(network):
        if source.levels and source.levels == target.levels:
            where = places.headings.get((target.id, link.tracks[0]), places.roles.get(target.id))
            yield _problem(
                "warning", "neighbours-alike", where, source=source.name, target=target.name
            )


def lines_lead_on(network: Network, places: Places) -> Iterator[Problem]:
    """Where moves are described, one leads on from a track that ends below the highest grade."""
    framework: Framework = network.graph["framework"]
    roles = {role.id: role for role in framework.roles}
    highest = max((role.rank for role in framework.roles if role.rank is not None), default=None)
    for track in framework.tracks if framework.moves else ():
        last = occupied_grades(track, roles)[-1:]
        for top in last:
            rank = roles[top[0]].rank
            if rank != highest and not any(network.out_degree(role) for role in top):
                where = places.roles.get(top[0])
                facts = {"track": track.name, "role": roles[top[0]].name}
                yield _problem("warning", "line-ends-early", where, **facts)


def stations_can_be_reached(network: Network, places: Places) -> Iterator[Problem]:
    """A move leads to every role that is not the first of a track."""
    framework: Framework = network.graph["framework"]
    roles = {role.id: role for role in framework.roles}
    first = {
        role for t in framework.tracks for group in occupied_grades(t, roles)[:1] for role in group
    }
    for role in framework.roles:
        if role.rank is not None and role.id not in first and not network.in_degree(role.id):
            yield _problem(
                "warning", "station-unreachable", places.roles.get(role.id), role=role.name
            )


def progressions_are_clear(network: Network, places: Places) -> Iterator[Problem]:
    """Between two grades of a track it is clear which role leads to which."""
    framework: Framework = network.graph["framework"]
    roles = {role.id: role for role in framework.roles}
    leaving: dict[str, set[str]] = defaultdict(set)
    for link in links(network):
        for name in link.tracks if link.along else ():
            leaving[name].add(link.source)
    for track in framework.tracks:
        derived = {source for source, _ in derived_pairs(track, roles)}
        grades = occupied_grades(track, roles)
        for here, there in pairwise(grades):
            if not derived & set(here) and not leaving[track.name] & set(here):
                where = places.roles.get(here[0])
                counts = {"here": str(len(here)), "there": str(len(there))}
                yield _problem("note", "progressions-unclear", where, track=track.name, **counts)


_RULES: tuple[Callable[[Network, Places], Iterator[Problem]], ...] = (
    levels_do_not_fall,
    neighbours_differ,
    lines_lead_on,
    stations_can_be_reached,
    progressions_are_clear,
)


def _progressions(network: Network) -> Iterator[tuple[Link, Role, Role]]:
    """Each pair of neighbours on a line, lower grade first."""
    for link in links(network):
        source, target = network.nodes[link.source]["role"], network.nodes[link.target]["role"]
        if link.along and (source.rank or 0) < (target.rank or 0):
            yield link, source, target


def _problem(severity: str, code: str, where: tuple[str, str] | None, **facts: str) -> Problem:
    sheet, cell = where or (None, None)
    return Problem("note" if severity == "note" else "warning", code, sheet, cell, facts)
