"""How wide a text is in the map's own font, and where to break it into lines."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import combinations, pairwise
from typing import Literal

__all__ = ["Weight", "text_width", "wrap"]

Weight = Literal["Regular", "Semibold"]

_MOST_BREAKS = 400


def text_width(text: str, size: float, weight: Weight = "Regular") -> float:
    """The sum of the letters' widths; a letter that the font lacks counts as a full square."""
    widths, square = _widths(weight)
    return sum(widths.get(ord(letter), square) for letter in text) / square * size


@cache
def wrap(text: str, size: float, room: float, lines: int = 3) -> tuple[str, ...]:
    """The text on as few lines as fit the room, evenly filled; ``lines`` at most.

    After: words stay whole. If even the most lines do not fit, they are as narrow as can be.
    """
    words = text.split() or [""]
    best: tuple[float, tuple[str, ...]] | None = None
    for count in range(1, min(lines, len(words)) + 1):
        for broken in _breaks(words, count):
            width = max(text_width(line, size) for line in broken)
            if best is None or width < best[0] - 1e-9:
                best = width, broken
        if best and best[0] <= room:
            break
    return best[1] if best else (text,)


def _breaks(words: Sequence[str], count: int) -> list[tuple[str, ...]]:
    """Every way to put words on so many lines; a title of very many words is cut evenly."""
    if len(words) > 14:
        per = -(-len(words) // count)
        return [tuple(" ".join(words[i : i + per]) for i in range(0, len(words), per))]
    found = []
    for cuts in combinations(range(1, len(words)), count - 1):
        ends = (0, *cuts, len(words))
        found.append(tuple(" ".join(words[a:b]) for a, b in pairwise(ends)))
    return found[:_MOST_BREAKS]


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
