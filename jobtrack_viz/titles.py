"""Titles, names, ids and old titles -> roles."""

from collections import defaultdict
from dataclasses import dataclass

from jobtrack_viz.model import Framework, Role
from jobtrack_viz.workbook.grades import split_title
from jobtrack_viz.workbook.text import closest, fold

__all__ = ["Found", "TitleIndex"]

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What a text may mean: one role, several that claim it, or none with the nearest roles."""

    roles: tuple[Role, ...]
    nearest: tuple[Role, ...] = ()

    @property
    def role(self) -> Role | None:
        """The role that the text means, if it means exactly one."""
        return self.roles[0] if len(self.roles) == 1 else None


class TitleIndex:
    """Every text by which somebody may look for a role.

    An id or a full name such as ``Developer (6)`` wins over a title, a title over an old title.
    """

    def __init__(self, framework: Framework) -> None:
        self._exact: dict[str, Role] = {}
        self._titles: dict[str, list[Role]] = defaultdict(list)
        self._former: dict[str, list[Role]] = defaultdict(list)
        self._spelling: dict[str, str] = {}
        for role in framework.roles:
            self._exact[fold(role.id)] = role
            self._exact.setdefault(fold(role.name), role)
            self._titles[fold(role.title)].append(role)
            self._spelling.setdefault(fold(role.name), role.name)
            self._spelling.setdefault(fold(role.title), role.title)
        for role in framework.roles:
            for key, alias in {fold(alias): alias for alias in role.aliases}.items():
                self._former[key].append(role)
                self._spelling.setdefault(key, alias)

    def find(self, text: str) -> Found:
        """The roles that a text names, or the nearest ones if it names none."""
        key = fold(text)
        if key not in self._exact and key not in self._titles and key not in self._former:
            title, grade = split_title(text)
            key = fold(f"{title} ({grade})") if grade else key
        if key in self._exact and len(self._titles.get(key, ())) < 2:
            return Found((self._exact[key],))
        named = self._titles.get(key) or self._former.get(key)
        if named:
            return Found(tuple(named))
        return Found((), self._nearest(text))

    def former_titles(self) -> tuple[tuple[str, tuple[Role, ...]], ...]:
        """Each old title with the roles that claim it, except where it is a title still in use."""
        return tuple(
            (self._spelling[key], tuple(roles))
            for key, roles in self._former.items()
            if key not in self._titles and key not in self._exact
        )

    def _nearest(self, text: str) -> tuple[Role, ...]:
        found: dict[str, Role] = {}
        for spelling in closest(text, self._spelling.values(), 3 * _NEAREST):
            for role in self.find(spelling).roles:
                found.setdefault(role.id, role)
        return tuple(found.values())[:_NEAREST]
