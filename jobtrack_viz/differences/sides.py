"""Two frameworks side by side: what is the same thing, by the names of either."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from jobtrack_viz.differences.entries import GONE
from jobtrack_viz.differences.pairs import (
    same_competencies,
    same_ranks,
    same_roles,
    same_tracks,
)
from jobtrack_viz.differences.value import Difference
from jobtrack_viz.model import Competency, Framework, Role

__all__ = ["Side", "Sides"]


class Side:
    """A framework whose roles and levels are found at once."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.roles: Mapping[str, Role] = {role.id: role for role in framework.roles}
        self.competencies: Mapping[str, Competency] = {c.name: c for c in framework.competencies}

    @cached_property
    def level_names(self) -> Mapping[str, tuple[str, ...]]:
        """For each competency the names of its levels, lowest first."""
        ranks = range(1, len(self.framework.scale) + 1)
        return {
            name: tuple(self.framework.level_name(rank, competency) for rank in ranks)
            for name, competency in self.competencies.items()
        }

    def level(self, competency: str, rank: int | None) -> str:
        """The name of a level; ``not required``, or empty for one that is not stated."""
        if rank is None:
            return ""
        names = self.level_names.get(competency, self.framework.scale)
        return names[rank - 1] if rank else "not required"

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Roles with their grades."""
        return tuple(self.roles[role_id].name for role_id in ids)


@dataclass(frozen=True)
class Sides:
    """What was and what comes; ``roles``, ``tracks`` and ``competencies``: then to now."""

    before: Side
    after: Side
    roles: Mapping[str, str]
    tracks: Mapping[str, str]
    competencies: Mapping[str, str]
    ranks: Mapping[str, Mapping[int, int]]

    @classmethod
    def of(cls, before: Framework, after: Framework) -> "Sides":
        """Both frameworks, with everything that stays in them paired."""
        roles = same_roles(before, after)
        competencies = same_competencies(before, after, roles)
        one, other = Side(before), Side(after)
        ranks = {
            name: same_ranks(one.level_names[name], other.level_names[now])
            for name, now in competencies.items()
        }
        return cls(one, other, roles, same_tracks(before, after, roles), competencies, ranks)

    def role(self, former: str) -> str:
        """The id now; of a role that is gone, a name that no role has."""
        return self.roles.get(former, GONE + former) if former else ""

    def competency(self, former: str) -> str:
        """The name now, or one that no competency has."""
        return self.competencies.get(former, GONE + former)

    def rank(self, competency: str, rank: int) -> int:
        """The rank now of a level, by the former name of its competency; -1 if it is gone."""
        return self.ranks.get(competency, {}).get(rank, -1)

    def then(self, about: Difference, former: Iterable[str]) -> Difference:
        """The same about these roles of before, those that stay among them also as they are now."""
        ids = tuple(former)
        now = tuple(self.roles[role] for role in ids if role in self.roles)
        return replace(about, before=ids, after=now)

    def now(self, about: Difference, ids: Iterable[str]) -> Difference:
        """The same about these roles of after, those that stay among them also as they were."""
        after = tuple(ids)
        former = tuple(self._former[role] for role in after if role in self._former)
        return replace(about, before=former, after=after)

    @cached_property
    def _former(self) -> Mapping[str, str]:
        return {now: former for former, now in self.roles.items()}

    @cached_property
    def role_stays(self) -> frozenset[str]:
        """Ids now of the roles that stay."""
        return frozenset(self.roles.values())

    @cached_property
    def track_stays(self) -> frozenset[str]:
        """Names now of the tracks that stay."""
        return frozenset(self.tracks.values())
