"""How wide a text is in the map's own font, and where to break it into lines."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import accumulate, combinations
from typing import Literal

__all__ = ["Weight", "text_width", "wrap"]

Weight = Literal["Regular", "Semibold"]

_WIDEST_WORD = 10.0
"""In sizes of the type."""
_FIRST_IDEOGRAPH = "\u2e80"
"""From here on scripts mostly have no hyphen."""


def text_width(text: str, size: float, weight: Weight = "Regular") -> float:
    """The sum of the letters' widths; a letter that the font lacks counts as a full square."""
    widths, square = _widths(weight)
    return sum(widths.get(ord(letter), square) for letter in text) / square * size


@cache
def wrap(text: str, size: float, room: float, lines: int = 3) -> tuple[str, ...]:
    """The text on as few lines as fit the room, evenly filled; ``lines`` at most.

    After: words stay whole unless they are very long. If even the most lines do not fit, they are
    as narrow as can be.
    """
    words = [part for word in text.split() for part in _parts(word, size)] or [""]
    best: tuple[str, ...] = ()
    for count in range(1, min(lines, len(words)) + 1):
        best = _evenly(words, size, count)
        if max(text_width(line, size) for line in best) <= room:
            break
    return best


def _evenly(words: Sequence[str], size: float, count: int) -> tuple[str, ...]:
    """Words on so many lines at most, of which the longest is as short as can be."""
    widths = [text_width(word, size) for word in words]
    space = text_width(" ", size)
    sums = list(accumulate(widths, initial=0.0))
    tried = sorted(
        sums[b] - sums[a] + space * (b - a - 1) for a, b in combinations(range(len(sums)), 2)
    )
    low, high = 0, len(tried) - 1
    while low < high:
        middle = (low + high) // 2
        if len(_filled(words, widths, space, tried[middle])) <= count:
            high = middle
        else:
            low = middle + 1
    return _filled(words, widths, space, tried[low])


def _filled(
    words: Sequence[str], widths: Sequence[float], space: float, room: float
) -> tuple[str, ...]:
    """Words on lines of at most that width, each as full as can be from the last line up."""
    lines: list[list[str]] = [[]]
    left = room + 1e-6
    for word, width in zip(reversed(words), reversed(widths), strict=True):
        if lines[-1] and left < space + width:
            lines.append([])
            left = room + 1e-6
        left -= width + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return tuple(" ".join(reversed(line)) for line in reversed(lines))


def _parts(word: str, size: float) -> list[str]:
    """A word, cut where it would be wider than any name may be; with a hyphen between letters."""
    most = _WIDEST_WORD * size
    parts = [""]
    for letter in word:
        if text_width(parts[-1] + letter, size) > most:
            if parts[-1][-1] < _FIRST_IDEOGRAPH and parts[-1][-1].isalpha():
                parts[-1] += "-"
            parts.append("")
        parts[-1] += letter
    return parts


@cache
def _widths(weight: Weight) -> tuple[dict[int, int], int]:
    """Width of each letter in font units, and the side of the font's square."""
    from fontTools.ttLib import TTFont

    package = resources.files("font_source_sans_pro")
    with resources.as_file(package / "files" / f"SourceSansPro-{weight}.ttf") as path:
        font = TTFont(path, lazy=True)
        letters, advance = font.getBestCmap(), font["hmtx"].metrics
        widths = {code: advance[name][0] for code, name in letters.items()}
        return widths, font["head"].unitsPerEm
