"""How well a colour stands out: contrast as in WCAG 2.2, and the papers that maps are drawn on."""

from collections.abc import Sequence

__all__ = ["DAY", "LEAST", "LEAST_TEXT", "NIGHT", "contrast", "is_legible", "light_of", "shifted"]

DAY = ("#ffffff", "#eef1f6")
"""Paper and tint of the zones, in light mode."""
NIGHT = ("#10182e", "#17213c")
"""The same in dark mode."""
LEAST = 3.0
"""Contrast that a line needs with what it is drawn on (WCAG 2.2, 1.4.11)."""
LEAST_TEXT = 4.5
"""Contrast that small text needs (WCAG 2.2, 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ``#rrggbb``, from 1 to 21 (WCAG 2.2)."""
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def is_legible(colour: str) -> bool:
    """True if a line of this colour stands out on light paper and on the tint of the zones."""
    return all(contrast(colour, ground) >= LEAST for ground in DAY)


def light_of(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light, from 0 to 1 (sRGB, IEC 61966-2-1)."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (byte / 255 for byte in _bytes(colour))
    )
    return red, green, blue


def shifted(colour: str, goal: str, grounds: Sequence[str], least: float) -> str:
    """The colour, mixed with as little of ``goal`` as it takes to stand out on every ground."""
    pairs = list(zip(_bytes(colour), _bytes(goal), strict=True))
    for percent in range(100):
        mixed = "#" + "".join(f"{c + (g - c) * percent // 100:02x}" for c, g in pairs)
        if all(contrast(mixed, ground) >= least for ground in grounds):
            return mixed
    return goal


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = light_of(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
