"""Looks of tracks: the workbook's colours where they can be seen, else well told apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import hypot
from types import MappingProxyType

import numpy as np

from jobtrack_viz.contrast import DAY, LEAST, LEAST_TEXT, NIGHT, is_legible, shifted
from jobtrack_viz.metro.by_name import colours_by_name
from jobtrack_viz.metro.colouring import assign_looks
from jobtrack_viz.metro.line_codes import line_codes
from jobtrack_viz.metro.shapes import Look
from jobtrack_viz.metro.sight import difference, lightness
from jobtrack_viz.model import Track

__all__ = ["PALETTE", "badge_colours", "choose_looks", "looks_apart", "night_colour"]

PALETTE: Mapping[str, str] = {
    "#ca043a": "#c83900",
    "#1757d9": "#9e97ff",
    "#066905": "#8fff87",
    "#ce7402": "#bc8605",
    "#45016e": "#6961e0",
    "#0093d6": "#0c9dbc",
    "#fb2dad": "#f25b87",
    "#04393f": "#3ed2be",
    "#610300": "#ffa378",
    "#ae08a8": "#9f5289",
    "#85777e": "#dbe9dd",
    "#723e6f": "#ffb3ff",
}
"""Colour on light paper -> the same on dark paper; as far apart as tools/find_palette.py found."""

_TOLD_APART = 8.0
"""Two looks nearer than this are taken for each other on thin lines."""
_CORE = 8.0
"""How far apart a plain line and one with a white core look."""
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_WHITE, _BLACK = "#ffffff", "#000000"
_NONE: Mapping[str, Look] = MappingProxyType({})


def choose_looks(
    tracks: Sequence[Track],
    neighbours: Iterable[tuple[str, str]],
    before: Mapping[str, Look] = _NONE,
) -> dict[str, Look]:
    """Each track's colour, white core and code; colours stand out at 3:1 on light paper.

    The workbook's colour wins, darkened if it must be. A track keeps the look it had ``before``
    unless one that is already given comes too close. Up to as many tracks as the palette has
    colours, the rest get theirs by name. With more tracks colours repeat, so that ``neighbours``
    in the map look least alike, and half of the looks have a white core.
    """
    number = {track.name: i for i, track in enumerate(tracks)}
    pairs = {(number[a], number[b]) for a, b in neighbours if a != b and {a, b} <= number.keys()}
    crowded = len(tracks) > len(PALETTE)
    chosen = {i: Look(colour) for i, track in enumerate(tracks) if (colour := _given(track))}
    for i, track in enumerate(tracks):
        if i not in chosen and track.name in before:
            look = before[track.name]
            look = Look(look.colour, look.cored and crowded)
            rivals = [j for j in chosen if not crowded or {(i, j), (j, i)} & pairs]
            told = all(looks_apart(look, chosen[j]) >= _TOLD_APART for j in rivals)
            if told and is_legible(look.colour):
                chosen[i] = look
    if crowded:
        looks = _spread(len(tracks), pairs, chosen)
    else:
        rest = [track.name for i, track in enumerate(tracks) if i not in chosen]
        named = colours_by_name(rest, _left(list(chosen.values()), len(rest)))
        looks = [chosen.get(i) or Look(named[track.name]) for i, track in enumerate(tracks)]
    codes = line_codes(list(number), {name: look.code for name, look in before.items()})
    return {name: look._replace(code=codes[name]) for name, look in zip(number, looks, strict=True)}


def _left(taken: Sequence[Look], least: int) -> list[str]:
    """Colours of the palette that are told from those taken; if these are few, the farthest."""
    room = {
        colour: min((looks_apart(Look(colour), look) for look in taken), default=100.0)
        for colour in PALETTE
    }
    told = [colour for colour in PALETTE if room[colour] >= _TOLD_APART]
    return told if len(told) >= least else sorted(PALETTE, key=lambda c: -room[c])[:least]


def _spread(count: int, pairs: Iterable[tuple[int, int]], chosen: Mapping[int, Look]) -> list[Look]:
    """The looks chosen, and for all others the palette, plain and with a core."""
    looks = [Look(colour, cored) for cored in (False, True) for colour in PALETTE]
    free = len(looks)
    looks += sorted(set(chosen.values()) - set(looks))
    given = [looks.index(chosen[i]) if i in chosen else None for i in range(count)]
    apart = np.array([[looks_apart(a, b) for b in looks] for a in looks])
    light = np.array([lightness(look.colour) for look in looks])
    grey = np.abs(light[:, None] - light[None, :])
    return [looks[i] for i in assign_looks(count, sorted(pairs), given, apart, grey, free)]


def night_colour(colour: str) -> str:
    """The same track's colour on dark paper: lighter, so that it stands out at 3:1 there."""
    return PALETTE.get(colour) or shifted(colour, _WHITE, NIGHT, LEAST)


def badge_colours(colour: str, paper: str = DAY[0]) -> tuple[str, str]:
    """Ground and text of a badge: paper on the colour, which is darkened to 4.5:1 if needed.

    On dark ``paper`` the ground is lightened instead.
    """
    goal = _WHITE if paper in NIGHT else _BLACK
    return shifted(colour, goal, (paper,), LEAST_TEXT), paper


def looks_apart(one: Look, other: Look) -> float:
    """How far apart two lines look, on light and dark paper, to who tells them apart worst."""
    nights = night_colour(one.colour), night_colour(other.colour)
    colours = min(difference(one.colour, other.colour), difference(*nights))
    return colours if one.cored == other.cored else hypot(colours, _CORE)


def _given(track: Track) -> str | None:
    """The workbook's colour of a track, darkened until it stands out."""
    found = _HEX.fullmatch(track.colour.strip())
    if not found:
        return None
    digits = found[1].lower()
    colour = "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits))
    return shifted(colour, _BLACK, DAY, LEAST)
