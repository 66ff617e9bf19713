"""From one role to all others: how much more each asks for, and how many moves lead there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from jobtrack_viz.gaps import skill_changes, skills_of
from jobtrack_viz.model import Framework, Role, Skill
from jobtrack_viz.network import Network, links

__all__ = ["Reached", "fits_grades", "in_order", "reach"]


@dataclass(frozen=True, slots=True)
class Reached:
    """Another role as somebody sees it from a start.

    ``levels_more`` is the sum of the rises, None if nothing is known on both sides, and
    ``competencies`` counts the competencies that rise. ``unstated`` counts those that the role asks
    for while nobody has said what the start asks for. ``grades_up`` is negative for a lower grade,
    None if a grade is missing. ``skills`` are new and essential, ``qualifications`` newly required.
    ``moves`` is the least number of moves that lead there, None if no chain of moves does.
    """

    role: Role
    levels_more: int | None
    competencies: int
    unstated: int
    grades_up: float | None
    skills: tuple[Skill, ...]
    qualifications: tuple[Skill, ...]
    moves: int | None
    shares_track: bool

    @property
    def asks_besides(self) -> bool:
        """True if the levels more are not all: skills, a qualification, unknown competencies."""
        return bool(self.skills or self.qualifications or self.unstated)


@dataclass(frozen=True, slots=True)
class _Way:
    """One move as the search sees it; ``rank`` is what a rise rises to."""

    target: str
    tracks: tuple[str, ...]
    rises: bool
    falls: bool
    rank: float


_Ways = Mapping[str, Sequence[_Way]]


def reach(
    network: Network,
    start: Role,
    *,
    avoid: Collection[str] = (),
    no_people: bool = False,
    step_down: bool = False,
) -> tuple[Reached, ...]:
    """Every other role, in the workbook's order, compared with the start as ``gaps.compare`` does.

    Moves are counted as journeys count them: none rises above the goal's grade, or falls and rises
    again, unless the goal is on a lower grade or ``step_down`` allows it; then progressions may be
    travelled backwards. ``avoid`` are tracks and ``no_people`` roles that a way does not pass.

    One breadth-first search finds the moves to all roles. It keeps, for each role and for whether
    the way has fallen, the lowest peak so far: a role is searched again only from a lower peak.
    """
    framework: Framework = network.graph["framework"]
    skills = _skills(network)
    here = skills[start.id]
    moves = _moves(network, start, frozenset(avoid), no_people, step_down)
    tracks = set(start.tracks)
    found = []
    for role in framework.roles:
        if role.id == start.id:
            continue
        more, rises, unstated = _levels(start.levels, role.levels)
        changes = skill_changes(here, skills[role.id])
        found.append(
            Reached(
                role,
                more,
                rises,
                unstated,
                _grades_up(start, role),
                changes.new_essential,
                changes.required_qualifications,
                moves.get(role.id),
                not tracks.isdisjoint(role.tracks),
            )
        )
    return tuple(found)


def fits_grades(start: Role, reached: Reached, grades: str) -> bool:
    """True if a role is on the grades that somebody wants to see.

    ``""`` are the same and higher grades, ``here`` is the same grade, ``next`` one grade up,
    ``sideways`` the same grade on other tracks, ``all`` every role. One grade up are also half a
    grade and one and a half, as from 5/6 to 6 and to 7. Where the start has no grade every role
    fits, for ``sideways`` every role on other tracks.
    """
    aside, up = grades == "sideways", reached.grades_up
    if aside and reached.shares_track:
        return False
    if start.rank is None or grades == "all":
        return True
    if up is None:
        return False
    if grades == "next":
        return 0 < up < 2
    return up == 0 if aside or grades == "here" else up >= 0


def in_order(found: Iterable[Reached], sort: str) -> list[Reached]:
    """Roles by levels more (also for ``""``), ``grade``, new ``skills`` or ``title``.

    What is unknown comes last; ties go to fewer levels more, fewer new skills, the nearer grade,
    the title and the id.
    """

    def key(reached: Reached) -> tuple[float | str, ...]:
        more = inf if reached.levels_more is None else reached.levels_more
        new = len(reached.skills) + len(reached.qualifications)
        rank = inf if reached.role.rank is None else reached.role.rank
        away = abs(reached.grades_up or 0.0)
        title = reached.role.title.casefold()
        number = {"grade": rank, "skills": float(new)}.get(sort, float(more))
        first = title if sort == "title" else number
        return (first, more, new, reached.unstated, away, title, reached.role.id)

    return sorted(found, key=key)


def _levels(start: Mapping[str, int], goal: Mapping[str, int]) -> tuple[int | None, int, int]:
    """Levels more or None, in how many competencies, and how many the start says nothing about."""
    more = rises = unstated = 0
    known = False
    for name, rank in goal.items():
        here = start.get(name)
        if here is None:
            unstated += rank > 0
            continue
        known = True
        if rank > here:
            more += rank - here
            rises += 1
    return more if known else None, rises, unstated


def _grades_up(start: Role, goal: Role) -> float | None:
    if start.rank is None or goal.rank is None:
        return None
    return goal.rank - start.rank


@lru_cache(maxsize=4)
def _skills(network: Network) -> dict[str, dict[str, Skill]]:
    """The skills of each role by name, collected once for each network."""
    framework: Framework = network.graph["framework"]
    by_role: dict[str, list[int]] = {role.id: [] for role in framework.roles}
    by_track: dict[str, list[int]] = {track.name: [] for track in framework.tracks}
    for number, skill in enumerate(framework.skills):
        for role_id in skill.roles:
            by_role[role_id].append(number)
        for track in () if skill.roles else skill.tracks:
            by_track[track].append(number)
    found = {}
    for role in framework.roles:
        numbers = {*by_role[role.id], *(n for track in role.tracks for n in by_track[track])}
        found[role.id] = skills_of((framework.skills[n] for n in sorted(numbers)), role)
    return found


@lru_cache(maxsize=4)
def _ways(network: Network) -> tuple[_Ways, _Ways]:
    """Moves from each role, and the progressions to it travelled backwards."""
    ranks: Mapping[str, float | None] = {x: r.rank for x, r in network.nodes(data="role")}
    ahead: dict[str, list[_Way]] = {role_id: [] for role_id in ranks}
    back: dict[str, list[_Way]] = {role_id: [] for role_id in ranks}
    for link in links(network):
        here, there = ranks[link.source], ranks[link.target]
        up = 0.0 if here is None or there is None else there - here
        ahead[link.source].append(_Way(link.target, link.tracks, up > 0, up < 0, there or 0.0))
        if link.kind == "progression":
            back[link.target].append(_Way(link.source, link.tracks, up < 0, up > 0, here or 0.0))
    return ahead, back


def _moves(
    network: Network, start: Role, avoid: frozenset[str], no_people: bool, step_down: bool
) -> dict[str, int]:
    """The least number of moves to each role that some chain of moves leads to."""
    roles: Mapping[str, Role] = dict(network.nodes(data="role"))
    closed = {x for x, role in roles.items() if no_people and role.manages_people}
    ahead, back = _ways(network)
    free = _search([ahead, back], roles, start, avoid, closed, bound=False)
    if step_down:
        return free
    moves = _search([ahead], roles, start, avoid, closed, bound=True)
    lower = {x for x in free if (_grades_up(start, roles[x]) or 0.0) < 0}
    return {x: free[x] if x in lower else moves[x] for x in free if x in lower or x in moves}


def _search(
    maps: Sequence[_Ways],
    roles: Mapping[str, Role],
    start: Role,
    avoid: frozenset[str],
    closed: Collection[str],
    *,
    bound: bool,
) -> dict[str, int]:
    """Moves to each role, breadth first; ``bound`` by the rule on rises, or by none."""
    moves: dict[str, int] = {}
    lowest: dict[tuple[str, bool], float] = {(start.id, False): -inf}
    here = [(start.id, False, -inf)]
    count = 0
    while here and len(moves) < len(roles) - 1:
        count += 1
        there: dict[tuple[str, bool], float] = {}
        for role_id, fallen, peak in here:
            for way in (way for ways in maps for way in ways[role_id]):
                if way.target == start.id or (bound and way.rises and fallen):
                    continue
                top = max(peak, way.rank) if bound and way.rises else peak
                goal = roles[way.target]
                if (
                    goal.id not in moves
                    and (goal.rank is None or top <= goal.rank)
                    and (not avoid or _may_end(way, goal, avoid))
                ):
                    moves[goal.id] = count
                if goal.id in closed or not (way.tracks if not avoid else {*way.tracks} - avoid):
                    continue
                state = (goal.id, bound and (fallen or way.falls))
                if top < lowest.get(state, inf):
                    lowest[state] = there[state] = top
        here = [(*state, top) for state, top in there.items()]
    return moves


def _may_end(way: _Way, goal: Role, avoid: frozenset[str]) -> bool:
    """True unless the way arrives on an avoided track only, at a role that has another one."""
    return avoid.issuperset(goal.tracks) or not avoid.issuperset(way.tracks)
