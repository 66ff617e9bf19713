"""Where wishes leave no journey: which wish is in the way, and what would open one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Literal, TypeAlias

from jobtrack_viz.journeys import Found, Preferences, look_for
from jobtrack_viz.model import Role
from jobtrack_viz.network import Network, links

__all__ = ["Relaxed", "Wish", "relaxed"]

Wish: TypeAlias = Literal["via", "avoid", "people", "down", "possible", "all"]
_Change: TypeAlias = tuple[Wish, tuple[str, ...], Preferences]

_MOST_SINGLE = 4
"""Wishes that are given up one by one; more of them go by their kind."""
_MOST_SEARCHES = 7
_MOST_ROLES = 400
"""Roles among which moves that nobody has described are looked for while somebody waits."""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Preferences that leave journeys, and how many; none where it could not be found out.

    Without ``complete`` there may be more journeys than that. ``wish`` is given up, or granted for
    *down* and *possible*; *all* gives up every wish that shuts something out. ``names`` are the
    role ids or tracks that it named.
    """

    wish: Wish
    names: tuple[str, ...]
    preferences: Preferences
    journeys: int
    complete: bool = True


def relaxed(
    network: Network, start: Role, goal: Role, preferences: Preferences, most: float = inf
) -> tuple[Relaxed, ...]:
    """What leads to journeys where these preferences lead to none, after at most seven searches.

    Each wish that shuts something out is given up alone. Where no single one helps, all of them
    are given up together. Each of the two wishes that let more in is granted alone. All searches
    together take about ``most`` work, as ``journeys.Found`` tells it; those for which it is not
    enough, or that nobody begins any more, say that they are not ``complete``.
    """
    searches = _Searches(network, start, goal, most)
    shut_out = [*_without_one(preferences)]
    found = searches.leading_somewhere(shut_out)
    if not any(one.journeys for one in found) and len(shut_out) > 1:
        free = replace(preferences, via=(), avoid=frozenset(), no_people=False)
        found = (*found, *searches.leading_somewhere([("all", (), free)]))
    return (*found, *searches.leading_somewhere(_with_one_more(network, preferences)))


class _Searches:
    """At most seven searches between two roles, which share their work.

    Each may take its part of what the searches before it have left. None is begun for which less
    is left than that and what one of those took.
    """

    def __init__(self, network: Network, start: Role, goal: Role, most: float) -> None:
        self._network, self._start, self._goal = network, start, goal
        self._left, self._ahead, self._costliest = most, _MOST_SEARCHES, 0.0

    def leading_somewhere(self, changes: Iterable[_Change]) -> tuple[Relaxed, ...]:
        """The changes that open a way, and those of which that could not be found out."""
        counted = []
        for wish, names, wider in changes:
            found = self._found(wider)
            counted.append(Relaxed(wish, names, wider, len(found.journeys), found.complete))
        return tuple(each for each in counted if each.journeys or not each.complete)

    def _found(self, preferences: Preferences) -> Found:
        share = self._left / max(1, self._ahead)
        if self._left < max(1.0, share + self._costliest):
            return Found((), complete=False)
        found = look_for(self._network, self._start, self._goal, preferences, share)
        self._ahead -= 1
        self._left -= found.spent
        self._costliest = max(self._costliest, found.spent)
        return found


def _without_one(wishes: Preferences) -> Iterator[_Change]:
    """The preferences without one of the wishes that shut out, or without one kind of them."""
    avoided = tuple(sorted(wishes.avoid))
    if len(wishes.via) + len(avoided) + wishes.no_people > _MOST_SINGLE:
        if wishes.via:
            yield "via", wishes.via, replace(wishes, via=())
        if avoided:
            yield "avoid", avoided, replace(wishes, avoid=frozenset())
    else:
        for role in wishes.via:
            rest = tuple(other for other in wishes.via if other != role)
            yield "via", (role,), replace(wishes, via=rest)
        for track in avoided:
            yield "avoid", (track,), replace(wishes, avoid=wishes.avoid - {track})
    if wishes.no_people:
        yield "people", (), replace(wishes, no_people=False)


def _with_one_more(network: Network, wishes: Preferences) -> Iterator[_Change]:
    """The preferences with a move down, or with moves that nobody has described."""
    if not wishes.step_down:
        yield "down", (), replace(wishes, step_down=True)
    if wishes.possible or len(network) > _MOST_ROLES:
        return
    if all(link.origin != "possible" for link in links(network)):
        yield "possible", (), replace(wishes, possible=True)
