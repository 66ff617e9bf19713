"""Colours of tracks: the workbook's where they can be seen, else well told apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import dist

from jobtrack_viz.model import Track

__all__ = ["badge_colours", "choose_colours"]

PAPER = "#ffffff"
TINT = "#eef1f6"

_PALETTE = (
    "#1f5fd0",
    "#d96d00",
    "#0b5e1e",
    "#653c87",
    "#dc1448",
    "#1f94c8",
    "#3b6e6e",
    "#934a00",
    "#ee2f9f",
    "#1f2937",
    "#141a8e",
    "#6b0f0f",
)
_LEAST_CONTRAST = 3.0
_LEAST_TEXT_CONTRAST = 4.5
_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


def choose_colours(
    tracks: Sequence[Track], neighbours: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """``#rrggbb`` for each track, seen at 3:1 on paper and on the tint of the zones.

    The workbook's colour wins, darkened if it must be. Other tracks share a palette of twelve;
    ``neighbours`` in the map get colours that differ most, also for people who confuse red and
    green. More tracks than colours: colours repeat, far apart.
    """
    beside: dict[str, set[str]] = {track.name: set() for track in tracks}
    for one, other in neighbours:
        if one != other and one in beside and other in beside:
            beside[one].add(other)
            beside[other].add(one)
    colours = {t.name: _visible(read) for t in tracks if (read := _read(t.colour))}
    for track in tracks:
        if track.name not in colours:
            colours[track.name] = _pick(beside[track.name], colours)
    return {track.name: colours[track.name] for track in tracks}


def badge_colours(colour: str) -> tuple[str, str]:
    """Ground and text of a badge: white on the track's colour, darkened to 4.5:1 if needed."""
    return _darkened(colour, (PAPER,), _LEAST_TEXT_CONTRAST), PAPER


def _pick(beside: Iterable[str], colours: Mapping[str, str]) -> str:
    """The colour of the palette that is used least, then least like the neighbours' colours."""
    used = list(colours.values())
    near = [colours[name] for name in sorted(beside) if name in colours]

    def worth(colour: str) -> tuple[int, float]:
        return -used.count(colour), min((difference(colour, n) for n in near), default=0.0)

    return max(_PALETTE, key=worth)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def difference(one: str, other: str) -> float:
    """How far apart two colours look: the lesser of normal and red-green confusing sight."""
    lights = [_linear(colour) for colour in (one, other)]
    return min(_apart(*lights), _apart(*(_confused(light) for light in lights)))


def _read(text: str) -> str | None:
    found = _HEX.fullmatch(text.strip())
    if not found:
        return None
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits))


def _visible(colour: str) -> str:
    return _darkened(colour, (PAPER, TINT), _LEAST_CONTRAST)


def _darkened(colour: str, grounds: Sequence[str], least: float) -> str:
    """The colour, or the nearest darker one with enough contrast on every ground."""
    red, green, blue = _bytes(colour)
    for percent in range(100, -1, -1):
        dark = "#" + "".join(f"{c * percent // 100:02x}" for c in (red, green, blue))
        if all(contrast(dark, ground) >= least for ground in grounds):
            return dark
    return "#000000"


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (byte / 255 for byte in _bytes(colour))
    )
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _confused(light: tuple[float, float, float]) -> tuple[float, float, float]:
    """The same light seen with deuteranopia (Machado and others, 2009)."""
    r, g, b = light
    return (
        0.367322 * r + 0.860646 * g - 0.227968 * b,
        0.280085 * r + 0.672501 * g + 0.047413 * b,
        -0.011820 * r + 0.042940 * g + 0.968881 * b,
    )


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    return dist(_lab(one), _lab(other))


def _lab(light: tuple[float, float, float]) -> tuple[float, float, float]:
    """Oklab, times 100."""
    r, g, b = (max(0.0, part) for part in light)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        100 * (0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short),
        100 * (1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short),
        100 * (0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short),
    )
