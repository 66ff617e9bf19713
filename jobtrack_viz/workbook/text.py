"""How texts are compared, split and made into ids."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

__all__ = [
    "Suggestion",
    "closest",
    "fold",
    "is_web_address",
    "lines_of",
    "plain_heading",
    "slug",
    "track_name",
    "values_of",
]

_QUOTES_AND_DASHES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_BULLET = re.compile(r"^[\u2022\u2023\u25aa\u25cf\u25e6\u00b7*\-\u2013\u2014]\s+")


def fold(text: str) -> str:
    """The text as it is compared: one line, any case, plain quotes and dashes."""
    return _fold_again(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES_AND_DASHES)
    return " ".join(plain.casefold().split())


_SHORT = 120
_fold_again = lru_cache(maxsize=16_384)(_fold)
"""Names and levels come thousands of times in a long form; of long texts none is kept."""


def plain_heading(text: str) -> str:
    """A column's heading as it is compared: folded, without a colon, a star or "(s)"."""
    return fold(text).replace("(s)", "s").rstrip(" :*?")


def track_name(text: str) -> str:
    """A track's name without the word track, unless that is all of it."""
    line = " ".join(text.split())
    return re.sub(r"\s+(?:job )?track$|^(?:job )?track: ?", "", line, count=1, flags=re.I) or line


def values_of(text: str) -> tuple[str, ...]:
    """Several values of one cell, separated by semicolons or new lines."""
    parts = (" ".join(part.split()) for part in re.split(r"[;\n]", text))
    return tuple(part for part in parts if part)


def lines_of(text: str) -> tuple[str, ...]:
    """Several statements of one cell, one a line, without their bullets."""
    lines = (_BULLET.sub("", line.strip()) for line in text.split("\n"))
    return tuple(line for line in lines if line)


def is_web_address(text: str) -> bool:
    """True for what may become a link: nothing but the web's own addresses."""
    return text.startswith(("https://", "http://"))


def slug(text: str) -> str:
    """The text as part of a web address: small letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+|_", " ", letters).strip().replace(" ", "-") or "role"


def closest(text: str, names: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """The names most like a text, best first; none that hardly resemble it."""
    from rapidfuzz import fuzz, process

    choices = _folded(tuple(dict.fromkeys(names)))
    found = process.extract(fold(text), choices, scorer=fuzz.WRatio, limit=count, score_cutoff=60)
    return tuple(name for _, _, name in found)


@lru_cache(maxsize=4)
def _folded(names: tuple[str, ...]) -> Mapping[str, str]:
    """Names and how they are compared; the same names are asked for again and again."""
    return {name: fold(name) for name in names}


@dataclass(frozen=True, slots=True, eq=False)
class Suggestion(Mapping[str, str]):
    """A problem's facts, with the names most like a text as ``nearest``.

    Thousands of texts may be wrong, and only the first few hundred are told: the names are
    compared when the fact is read, and no sooner.
    """

    facts: Mapping[str, str]
    text: str
    names: Callable[[], Iterable[str]]
    count: int = 1

    def __getitem__(self, key: str) -> str:
        if key == "nearest":
            return "; ".join(closest(self.text, self.names(), self.count))
        return self.facts[key]

    def __iter__(self) -> Iterator[str]:
        yield from self.facts
        yield "nearest"

    def __len__(self) -> int:
        return len(self.facts) + 1
