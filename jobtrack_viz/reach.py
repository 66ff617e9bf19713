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


_State = tuple[str, bool, float | None]
"""A role, whether the way to it has fallen, and the last grade that was stated on it."""
_Ways = Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]
"""From each role: where a move leads, and the tracks that it runs along or arrives on."""


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
    the way there has fallen, the lowest peak so far: from a role it goes on again only if the peak
    is lower.
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
    ahead: dict[str, list[tuple[str, tuple[str, ...]]]] = {role_id: [] for role_id in network}
    back: dict[str, list[tuple[str, tuple[str, ...]]]] = {role_id: [] for role_id in network}
    for link in links(network):
        ahead[link.source].append((link.target, link.tracks))
        if link.kind == "progression":
            back[link.target].append((link.source, link.tracks))
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
    """Moves to each role, breadth first; ``bound`` by the rule on rises, or by none.

    A grade that is not stated is passed over: the next one counts from the last that was.
    """
    moves: dict[str, int] = {}
    begun = (start.id, False, start.rank if bound else None)
    lowest: dict[_State, float] = {begun: -inf}
    here: dict[_State, float] = {begun: -inf}
    count = 0
    while here and len(moves) < len(roles) - 1:
        count += 1
        there: dict[_State, float] = {}
        for (role_id, fallen, height), peak in here.items():
            for target, tracks in (way for ways in maps for way in ways[role_id]):
                if target == start.id:
                    continue
                goal, top, now, down = roles[target], peak, height, fallen
                if bound and goal.rank is not None:
                    if height is not None and goal.rank > height:
                        if fallen:
                            continue
                        top = max(peak, goal.rank)
                    down = fallen or (height is not None and goal.rank < height)
                    now = goal.rank
                if target not in moves and _may_end(goal, top, tracks, avoid):
                    moves[target] = count
                state = (target, down, now)
                if (
                    target not in closed
                    and not (avoid and avoid.issuperset(tracks))
                    and top < lowest.get(state, inf)
                ):
                    lowest[state] = there[state] = top
        here = there
    return moves


def _may_end(goal: Role, top: float, tracks: Collection[str], avoid: frozenset[str]) -> bool:
    """True unless the way rose above the goal, or arrives on an avoided track without need."""
    if goal.rank is not None and top > goal.rank:
        return False
    return not avoid or avoid.issuperset(goal.tracks) or not avoid.issuperset(tracks)
