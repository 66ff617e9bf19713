"""Grades: read off a heading, ordered, and placed on the axis."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from jobtrack_viz.workbook.text import fold

__all__ = ["GradeOrder", "ListedGrades", "order_grades", "span_ends", "split_title", "tidy_grade"]

_BRACKET = re.compile(r"^(?P<title>.*\S)\s*[(\[](?P<grade>[^()\[\]]+)[)\]]\s*$", re.DOTALL)
_NUMBER = re.compile(r"^\d+(\.\d+)?$")
_WHOLE = re.compile(r"\.0$")
_SPAN = re.compile(r"^(\d+(?:\.\d+)?)\s*[/-]\s*(\d+(?:\.\d+)?)$")
_LETTER = re.compile(r"^[^\W\d_]$")
_PREFIXED = re.compile(
    r"^(?:grade|g|band|level)(?:\s*\.?\s*(?P<number>\d+(?:\.\d+)?(?:\s*[/-]\s*\d+(?:\.\d+)?)?)"
    r"|[\s.]+(?P<letter>[^\W\d_]))$"
    r"|^(?:grade|band|level)\s+(?P<word>[\w.]{1,12})$",
    re.IGNORECASE,
)


class ListedGrades(tuple[str, ...]):
    """The grades that a workbook lists, each once; whether one is among them is asked quickly."""

    @classmethod
    def of(cls, labels: Iterable[str]) -> "ListedGrades":
        """These grades, in their order."""
        return labels if isinstance(labels, ListedGrades) else cls(dict.fromkeys(labels))

    @cached_property
    def folded(self) -> frozenset[str]:
        """The grades as they are compared."""
        return frozenset(map(fold, self))


@dataclass(frozen=True, slots=True)
class GradeOrder:
    """Grade labels, lowest first; ``how`` is sheet, numbers, letters, columns or none.

    ``contradiction`` names two labels whose order the matrices do not agree on.
    """

    labels: tuple[str, ...]
    how: str
    contradiction: tuple[str, str] | None = None

    def rank(self, label: str) -> float | None:
        """The place of a grade on the axis; of a span, the midpoint; None if unknown."""
        places = _places(self.labels)
        if fold(label) in places:
            return places[fold(label)]
        ends = [places.get(fold(end)) for end in span_ends(label)]
        if ends and None not in ends:
            return sum(end for end in ends if end is not None) / len(ends)
        return None


@lru_cache(maxsize=8)
def _places(labels: tuple[str, ...]) -> Mapping[str, float]:
    return {fold(known): float(i) for i, known in enumerate(labels)}


def tidy_grade(text: str, listed: Iterable[str] = ()) -> str:
    """A grade's label without words such as Grade or Band, unless it is listed with them."""
    plain = " ".join(text.split())
    if fold(plain) in ListedGrades.of(listed).folded:
        return plain
    prefixed = _PREFIXED.match(plain)
    label = next(part for part in prefixed.groups() if part) if prefixed else plain
    ends = _SPAN.match(_plain_dash(label))
    if ends:
        return "/".join(_WHOLE.sub("", end) for end in ends.groups())
    return _WHOLE.sub("", label) if _NUMBER.match(label) else label


def split_title(text: str, listed: Iterable[str] = ()) -> tuple[str, str | None]:
    """A heading's title and grade: a final bracket is a grade only if it can be one.

    An empty bracket says that there is none, whatever the title ends with.
    """
    known = ListedGrades.of(listed)
    short = len(text) <= _SHORT and len(known) <= _FEW
    return _split_again(text, known) if short else _split(text, known)


def _split(text: str, listed: ListedGrades) -> tuple[str, str | None]:
    plain = " ".join(text.split())
    if plain.endswith(" ()"):
        return plain.removesuffix(" ()"), None
    bracket = _BRACKET.match(plain)
    if bracket:
        inside = _plain_dash(bracket.group("grade").strip())
        shapes = (_NUMBER, _SPAN, _LETTER, _PREFIXED)
        known = fold(inside) in listed.folded
        if known or any(shape.match(inside) for shape in shapes):
            return bracket.group("title"), tidy_grade(inside, listed)
    return plain, None


_SHORT, _FEW = 120, 50
_split_again = lru_cache(maxsize=16_384)(_split)
"""Headings and grades are looked at from many sides; of long texts none is kept."""


def span_ends(label: str) -> tuple[str, ...]:
    """The two ends of a span such as 5/6; nothing for any other label."""
    ends = _SPAN.match(_plain_dash(label))
    if ends:
        return ends.groups()
    halves = tuple(half.strip() for half in label.split("/"))
    return halves if len(halves) == 2 and all(halves) else ()


def order_grades(
    listed: Sequence[str], used: Iterable[str], columns: Iterable[Sequence[str]]
) -> GradeOrder:
    """Put grades in order: as listed; else numbers or single letters ascend; else by columns.

    ``used`` are the labels that roles have, ``columns`` the labels of each matrix from left to
    right. Merging the columns is a topological sort; labels of no matrix follow in order of use.
    """
    if listed:
        return GradeOrder(tuple(listed), "sheet")
    labels = _without_spans(used)
    if not labels:
        return GradeOrder((), "none")
    if all(_NUMBER.match(label) for label in labels):
        return GradeOrder(tuple(sorted(labels, key=float)), "numbers")
    if all(_LETTER.match(label) for label in labels):
        return GradeOrder(tuple(sorted(labels, key=str.casefold)), "letters")
    return _by_columns(labels, columns)


def _by_columns(labels: Sequence[str], columns: Iterable[Sequence[str]]) -> GradeOrder:
    spelled: Mapping[str, str] = {fold(label): label for label in labels}
    sorter: TopologicalSorter[str] = TopologicalSorter({fold(label): () for label in labels})
    for row in columns:
        kept = [fold(label) for label in dict.fromkeys(row) if fold(label) in spelled]
        for lower, higher in pairwise(kept):
            if lower != higher:
                sorter.add(higher, lower)
    try:
        found = tuple(spelled[label] for label in sorter.static_order())
    except CycleError as error:
        cycle = error.args[1]
        return GradeOrder(tuple(labels), "columns", (spelled[cycle[0]], spelled[cycle[1]]))
    return GradeOrder(found, "columns")


def _without_spans(used: Iterable[str]) -> list[str]:
    """Every single grade in order of use; a number span counts as its two ends."""
    labels: dict[str, str] = {}
    for label in used:
        span = _SPAN.match(label)
        for single in span.groups() if span else (label,):
            labels.setdefault(fold(single), single)
    return list(labels.values())


def _plain_dash(text: str) -> str:
    return re.sub("[\u2010-\u2015\u2212]", "-", text)
