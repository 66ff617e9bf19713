"""Two lists of things of one kind: what came, what went, what is other than it was."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from jobtrack_viz.differences.pairs import paired
from jobtrack_viz.differences.value import Difference

__all__ = ["GONE", "Entry", "Rule", "compared", "fields", "parts", "reordered", "text_of"]

_Value = TypeVar("_Value")
GONE = "\0"
"""Begins the name of what is not there any more, so that it is no name of what is."""
_MOST_IN_ORDER = 200
"""Of longer lists an order is not told name by name."""


def _nothing(_about: Difference, _was: object, _now: object) -> Iterator[Difference]:
    yield from ()


@dataclass(frozen=True, slots=True)
class Entry(Generic[_Value]):
    """A thing with its names as they are now, and a difference that says which thing it is.

    ``about`` has the area, the subject, the tracks and the roles that it concerns, then and now.
    """

    value: _Value
    about: Difference


@dataclass(frozen=True, slots=True)
class Rule(Generic[_Value]):
    """By what two things are taken to be one, the surest first, and which fields are compared.

    ``within`` compares what a field holds piece by piece.
    """

    keys: tuple[Callable[[_Value], Hashable], ...]
    pieces: tuple[str, ...]
    within: Callable[[Difference, _Value, _Value], Iterator[Difference]] = _nothing


def compared(
    rule: Rule[_Value], before: Sequence[Entry[_Value]], after: Sequence[Entry[_Value]]
) -> Iterator[Difference]:
    """Things removed, changed field by field, added; and whether those that stay are reordered."""
    one, other = [entry.value for entry in before], [entry.value for entry in after]
    found = paired(one, other, rule.keys)
    stayed, came = {i for i, _ in found}, {j for _, j in found}
    for i, entry in enumerate(before):
        if i not in stayed:
            yield replace(entry.about, kind="removed")
    for i, j in found:
        about = replace(after[j].about, kind="changed", before=before[i].about.before)
        yield from fields(about, rule.pieces, one[i], other[j])
        yield from rule.within(about, one[i], other[j])
    for j, entry in enumerate(after):
        if j not in came:
            yield replace(entry.about, kind="added")
    if after:
        area = after[0].about.area
        yield from reordered(Difference(area, "order", ""), found, [e.about.subject for e in after])


def fields(
    about: Difference, pieces: Sequence[str], was: object, now: object
) -> Iterator[Difference]:
    """One change for each of these fields that is not the same in both."""
    for piece in pieces:
        one, other = getattr(was, piece), getattr(now, piece)
        if one != other:
            yield replace(about, piece=piece, was=text_of(one), now=text_of(other))


def parts(
    about: Difference,
    keys: Sequence[Callable[[_Value], Hashable]],
    sides: tuple[Sequence[_Value], Sequence[_Value]],
    name: Callable[[_Value], str],
    pieces: Mapping[str, Callable[[_Value], object]],
) -> Iterator[Difference]:
    """What differs in lists that a thing holds; the first piece is the part's own text."""
    before, after = sides
    found = paired(before, after, keys)
    stayed, came = {i for i, _ in found}, {j for _, j in found}
    own, text = next(iter(pieces.items()))
    for i, part in enumerate(before):
        if i not in stayed:
            yield replace(about, piece=own, detail=name(part), was=text_of(text(part)))
    for i, j in found:
        for piece, written in pieces.items():
            was, now = text_of(written(before[i])), text_of(written(after[j]))
            if was != now:
                yield replace(about, piece=piece, detail=name(after[j]), was=was, now=now)
    for j, part in enumerate(after):
        if j not in came:
            yield replace(about, piece=own, detail=name(part), now=text_of(text(part)))
    of_parts = replace(about, kind="order", piece=own)
    yield from reordered(of_parts, found, [name(part) for part in after])


def reordered(
    about: Difference, found: Sequence[tuple[int, int]], names: Sequence[str]
) -> Iterator[Difference]:
    """One difference if what stays is in another order; ``found`` ascends by former places."""
    then = [j for _, j in found]
    if then == sorted(then):
        return
    if len(then) > _MOST_IN_ORDER:
        yield about
        return
    was, now = ("\n".join(names[j] for j in order) for order in (then, sorted(then)))
    yield replace(about, was=was, now=now)


def text_of(value: object) -> str:
    """A field as text: a line for each value of a list, ``yes`` or ``no``, empty for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "\n".join(map(str, value)).replace(GONE, "")
    return str(value).replace(GONE, "")
