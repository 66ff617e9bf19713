"""Three flat frameworks become one: entry by entry, field by field, and what cannot be decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from jobtrack_viz.merge.flat import Entries, Field, Fields, Flat, List
from jobtrack_viz.workbook.orders import merged_order

__all__ = ["ABSENT", "Choice", "Clash", "Sides", "Taken", "key_of", "merge_entries"]

Choice: TypeAlias = Literal["edited", "current"]


class _Absent:
    def __repr__(self) -> str:
        return "absent"


ABSENT: Any = _Absent()
"""Stands for an entry or a field that a side does not have."""
_LISTS_OF_WORDS = frozenset({("roles", "aliases"), ("skills", "tracks"), ("skills", "roles")})
"""Fields of which each value is added and removed by itself."""
ORDER: Field = "order"


@dataclass(frozen=True, slots=True)
class Sides:
    """What a workbook was made from, what it says now, and what is published now."""

    base: Flat
    edited: Flat
    current: Flat

    def entries(self, name: List) -> tuple[Entries, Entries, Entries]:
        """The three versions of one list; a list that is not there has no entries."""
        return self.base.get(name, {}), self.edited.get(name, {}), self.current.get(name, {})


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that both sides changed differently; the three values, ``ABSENT`` if not there.

    ``field`` is empty where it is about the whole entry; ``other`` is then the key of what needs
    it, if that is the reason.
    """

    list: List
    entry: str
    field: Field
    base: Any
    edited: Any
    current: Any
    other: str = ""

    @property
    def key(self) -> str:
        """The same for the same thing whenever the same three are merged."""
        return key_of(self.list, self.entry, self.field)


@dataclass(frozen=True, slots=True)
class Taken:
    """What merging made of the entries, and what it met on its way.

    ``kept`` are changes of the current side that the edited one did not touch. ``orders`` are the
    places of all keys, also of those that are gone.
    """

    flat: dict[List, dict[str, dict[Field, Any]]] = field(default_factory=dict)
    clashes: dict[str, Clash] = field(default_factory=dict)
    kept: list[Clash] = field(default_factory=list)
    orders: dict[List, list[str]] = field(default_factory=dict)


def key_of(name: List, entry: str, what: Field) -> str:
    """The name by which a choice speaks of one conflict."""
    return " | ".join((*name, entry, *((what,) if isinstance(what, str) else what)))


def merge_entries(sides: Sides, choices: Mapping[str, Choice]) -> Taken:
    """Each list merged by itself; what refers to something that is gone is left to ``mended``."""
    taken = Taken()
    names = dict.fromkeys((*sides.current, *sides.edited, *sides.base))
    for name in names:
        base, edited, current = sides.entries(name)
        found = {}
        for entry in dict.fromkeys((*current, *edited)):
            fields = _entry(taken, choices, name, entry, (base, edited, current))
            if fields is not None:
                found[entry] = fields
        taken.orders[name] = _order(taken, choices, name, sides)
        taken.flat[name] = found
    return taken


def _entry(
    taken: Taken,
    choices: Mapping[str, Choice],
    name: List,
    entry: str,
    lists: tuple[Entries, Entries, Entries],
) -> dict[Field, Any] | None:
    """What becomes of one entry; None if it goes."""
    base, edited, current = (entries.get(entry) for entries in lists)
    if edited is not None and current is not None:
        return dict(_fields(taken, choices, name, entry, (base or {}, edited, current)))
    here = edited if edited is not None else current
    if here is None:
        return None
    if base is None:
        if current is not None:
            taken.kept.append(_whole(name, entry, base, edited, current))
        return dict(here)
    if here == base:
        if edited is not None:
            taken.kept.append(_whole(name, entry, base, edited, current))
        return None
    clash = _whole(name, entry, base, edited, current)
    side = _decide(taken, choices, clash)
    chosen = edited if side == "edited" else current
    return None if chosen is None else dict(chosen)


def _whole(
    name: List, entry: str, base: Fields | None, edited: Fields | None, current: Fields | None
) -> Clash:
    was, new, now = (ABSENT if fields is None else fields for fields in (base, edited, current))
    return Clash(name, entry, "", was, new, now)


def _decide(taken: Taken, choices: Mapping[str, Choice], clash: Clash) -> Choice:
    """What somebody chose; until then the current side stands, and the clash is open."""
    if clash.key not in choices:
        taken.clashes[clash.key] = clash
        return "current"
    return choices[clash.key]


def _fields(
    taken: Taken,
    choices: Mapping[str, Choice],
    name: List,
    entry: str,
    three: tuple[Fields, Fields, Fields],
) -> Iterator[tuple[Field, Any]]:
    _, edited, current = three
    for what in dict.fromkeys((*current, *edited)):
        was, new, now = (fields.get(what, ABSENT) for fields in three)
        value = now
        if new == now or now == was:
            value = new
        elif new == was:
            taken.kept.append(Clash(name, entry, what, was, new, now))
        elif (name[0], what) in _LISTS_OF_WORDS:
            before = () if was is ABSENT else was
            value = tuple(_words(before, new, now))
            if now != value:
                taken.kept.append(Clash(name, entry, what, was, new, now))
        else:
            clash = Clash(name, entry, what, was, new, now)
            value = new if _decide(taken, choices, clash) == "edited" else now
        if value is not ABSENT:
            yield what, value


def _words(was: tuple[str, ...], new: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    """The current values without those taken out by the edited side, then those it put in."""
    yield from (word for word in now if word in new or word not in was)
    yield from (word for word in new if word not in was and word not in now)


def _order(taken: Taken, choices: Mapping[str, Choice], name: List, sides: Sides) -> list[str]:
    """The order of a list: of the side that changed it; new entries behind those they follow."""
    base, edited, current = (list(entries) for entries in sides.entries(name))
    if _same_order(base, edited):
        return merged_order(edited, current)
    if _same_order(base, current) or _same_order(edited, current):
        return merged_order(current, edited)
    clash = Clash(name, "", ORDER, tuple(base), tuple(edited), tuple(current))
    if _decide(taken, choices, clash) == "edited":
        return merged_order(current, edited)
    return merged_order(edited, current)


def _same_order(one: list[str], other: list[str]) -> bool:
    both = set(one) & set(other)
    return [key for key in one if key in both] == [key for key in other if key in both]
