"""The scale of levels, and what a level cell says on it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jobtrack_viz.model import NOT_REQUIRED
from jobtrack_viz.workbook.text import fold

__all__ = [
    "LOW_TO_HIGH",
    "Scale",
    "is_level_like",
    "is_not_required",
    "is_vocabulary",
    "scale_of_cells",
]

LOW_TO_HIGH = ("Low", "Medium", "High")
_SYNONYMS = {
    "l": "low",
    "low": "low",
    "m": "medium",
    "med": "medium",
    "med.": "medium",
    "medium": "medium",
    "h": "high",
    "high": "high",
}
_NUMBERED = re.compile(r"(?:level )?(\d+)(?:$| ?[-:.)] ?\D)")
_LONGEST_LEVEL = 30
_ENOUGH = 4
_NOT_REQUIRED = frozenset({"-", "--", "n/a", "na", "not required", "none"})


@dataclass(frozen=True, slots=True)
class Scale:
    """Level names, lowest first.

    ``own`` holds the names that single competencies have for the same positions, by folded
    competency; a position that a competency does not have is an empty text.
    """

    levels: tuple[str, ...]
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, competency: str) -> "Scale":
        """The scale in the words of one competency (folded)."""
        return Scale(self.own[competency]) if competency in self.own else self

    def rank(self, text: str) -> int | None:
        """The position that a cell's text means, from 1; 0 for *not required*; None if unknown.

        Where all levels are numbered, as ``Level 2`` or ``2 - Able`` are, a number says which.
        """
        if is_not_required(text):
            return NOT_REQUIRED
        names = _ranks(self.levels)
        number = _number(text)
        rank = names.get(number or fold(text)) or names.get(_word(text))
        return rank or (names.get(f"#{number}") if number else None)


@lru_cache(maxsize=256)
def _ranks(levels: tuple[str, ...]) -> Mapping[str, int]:
    """Every spelling of a level and its position; a name beats a synonym."""
    ranks: dict[str, int] = {}
    for position, level in enumerate(levels, start=1):
        if level:
            ranks.setdefault(_number(level) or fold(level), position)
    for position, level in enumerate(levels, start=1):
        if level:
            ranks.setdefault(_word(level), position)
    numbered = [_NUMBERED.match(fold(level)) for level in levels]
    for position, match in enumerate(numbered if all(numbered) else (), start=1):
        if match:
            ranks.setdefault(f"#{int(match[1])}", position)
    return ranks


def is_not_required(text: str) -> bool:
    """True for the words that say a competency is not asked for."""
    return fold(text) in _NOT_REQUIRED


def is_level_like(text: str, scale: Scale | None) -> bool:
    """True if a cell reads as a level, whether or not it is on the scale."""
    if is_not_required(text) or fold(text) in _SYNONYMS or _number(text):
        return True
    return scale is not None and scale.rank(text) is not None


def is_vocabulary(texts: Sequence[str]) -> bool:
    """True for a few short words that come again and again, as levels do and descriptors do not."""
    distinct = {fold(text) for text in texts}
    short = all(len(text) <= _LONGEST_LEVEL for text in texts)
    return len(texts) >= _ENOUGH and short and 2 * len(distinct) <= len(texts)


def scale_of_cells(texts: Iterable[str]) -> Scale | None:
    """The scale of a workbook without a ladder.

    Low, Medium, High if at least half of the level cells are these words, so that a single
    misspelling is reported where it stands; else the numbers that occur, ascending, if at least
    half are numbers; else None.
    """
    filled = [text for text in texts if not is_not_required(text)]
    if not filled:
        return Scale(LOW_TO_HIGH)
    if 2 * sum(fold(text) in _SYNONYMS for text in filled) >= len(filled):
        return Scale(LOW_TO_HIGH)
    numbers = {number for text in filled if (number := _number(text))}
    if 2 * sum(_number(text) is not None for text in filled) >= len(filled):
        return Scale(tuple(sorted(numbers, key=float)))
    return None


def _word(text: str) -> str:
    """The same word for each of a level's usual spellings."""
    return "=" + _SYNONYMS.get(fold(text), fold(text))


def _number(text: str) -> str | None:
    """A number's shortest spelling, None for anything else."""
    return _number_again(text) if len(text) <= _LONGEST_LEVEL else _number_of(text)


def _number_of(text: str) -> str | None:
    plain = text.strip()
    if not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        return None
    return f"{float(plain):g}"


_number_again = lru_cache(maxsize=16_384)(_number_of)
"""The same few levels stand in thousands of cells."""
