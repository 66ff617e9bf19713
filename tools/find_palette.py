"""Find twelve colours for light paper, and for each one for dark paper, that all can tell apart.

    python -m tools.find_palette         the palette of jobtrack_viz/metro/colours.py; a minute
    python -m tools.find_palette 7 3     another start of either search

Simulated annealing: the colour of one track changes a little, and the least distance of any two
colours for any kind of sight grows, or shrinks with falling probability. Normal sight counts less
than it sees, since it sees more.
"""

import sys
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from jobtrack_viz.metro.sight import SIGHTS

Array: TypeAlias = Any

STEPS = 150_000
TRACKS = 12
NORMAL_COUNTS = 0.6


class Slot(NamedTuple):
    """What a track's colour must be: hue in degrees, amount of light, least chroma (Oklab)."""

    low: float
    high: float
    darkest: float
    lightest: float
    chroma: float


SLOTS = (
    Slot(15, 32, 0.12, 1, 14),  # red
    Slot(48, 68, 0.17, 1, 12),  # orange
    Slot(135, 155, 0.05, 1, 11),  # green
    Slot(175, 215, 0.03, 1, 5),  # teal
    Slot(228, 252, 0.15, 1, 9),  # sky
    Slot(340, 362, 0.12, 1, 15),  # pink
    Slot(255, 268, 0.04, 0.16, 12),  # blue
)
"""Colours that have a name of their own; the other five are free."""
ON_PAPER = (0.024, 0.2576)
"""Amounts of light: not black, and at most a third as bright as the tint #eef1f6 (3:1)."""
ON_DARK_PAPER = (0.152, 0.8)
"""At least three times as bright as the tint #17213c (3:1), and not white."""
CALM, CALM_BY_NIGHT = 21.0, 19.0
"""Greatest chroma of blues and purples, and of all colours by night: screens glare beyond."""
TURN = 25.0
"""By night a colour may turn so many degrees."""


def find(seed: int, allowed: Callable[[int, Array], bool]) -> Array:
    """Twelve colours, as bytes; ``allowed`` says whether a track may have a colour."""
    chance = np.random.default_rng(seed)
    counts = np.array([NORMAL_COUNTS, 1, 1, 1])[:, None]

    def start(track: int) -> Array:
        while not allowed(track, colour := chance.integers(0, 256, 3)):
            pass
        return colour

    def distances(seen: Array, others: Array) -> Array:
        return np.linalg.norm(others - seen[:, None], axis=-1) * counts

    def worth(apart: Array) -> tuple[float, float]:
        least = apart.min(axis=1) + 1e3 * np.eye(TRACKS)
        return float(least.min()), float(np.exp(-least).sum())

    colours = np.array([start(track) for track in range(TRACKS)])
    seen = look_of(light_of(colours))
    apart = np.stack([distances(seen[:, i], seen) for i in range(TRACKS)])
    now, best = worth(apart), (0.0, colours)
    for step in range(STEPS):
        left = 1 - step / STEPS
        track = chance.integers(TRACKS)
        colour = np.clip(np.round(colours[track] + chance.normal(0, 60 * left + 2, 3)), 0, 255)
        if not allowed(track, colour.astype(int)):
            continue
        own = look_of(light_of(colour.astype(int)))
        row = distances(own, seen)
        row[:, track] = 0
        changed = apart.copy()
        changed[track], changed[:, :, track] = row, row.T
        then = worth(changed)
        heat = 1.5 * left * left + 1e-3
        better = then[0] > now[0] or (then[0] == now[0] and then[1] <= now[1] * (1 + heat * 0.05))
        if better or chance.random() < np.exp(-(now[0] - then[0]) / heat * 4):
            colours[track], seen[:, track], apart, now = colour, own, changed, then
            if now[0] > best[0]:
                best = now[0], colours.copy()
    return best[1]


def by_day(track: int, colour: Array) -> bool:
    """Stands out on light paper, has the hue of its slot, does not glare."""
    bright, hue, chroma = measures(colour)
    if not ON_PAPER[0] <= bright <= ON_PAPER[1] or (255 < hue < 325 and chroma > CALM):
        return False
    if track >= len(SLOTS):
        return True
    slot = SLOTS[track]
    fits = slot.low <= hue <= slot.high or slot.low <= hue + 360 <= slot.high
    return fits and slot.darkest <= bright <= slot.lightest and chroma >= slot.chroma


def by_night(day: Array) -> Callable[[int, Array], bool]:
    """Stands out on dark paper and has about the hue of the colour by day; grey stays grey."""
    known = [measures(colour) for colour in day]

    def allowed(track: int, colour: Array) -> bool:
        bright, hue, chroma = measures(colour)
        _, own_hue, own_chroma = known[track]
        if not ON_DARK_PAPER[0] <= bright <= ON_DARK_PAPER[1] or chroma > CALM_BY_NIGHT:
            return False
        if own_chroma < 3:
            return chroma < 3.5
        turned = abs((hue - own_hue + 180) % 360 - 180)
        return turned <= TURN and chroma >= min(6, own_chroma)

    return allowed


def light_of(colours: Array) -> Array:
    """Bytes as amounts of light."""
    share = np.asarray(colours) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def look_of(light: Array) -> Array:
    """For each kind of sight the place in Oklab, times 100."""
    to_cones = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    to_lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    kinds = np.array(list(SIGHTS.values()))
    seen = np.clip(np.einsum("kij,...j->k...i", kinds, light), 0, 1)
    return 100 * np.cbrt(seen @ to_cones.T) @ to_lab.T


def measures(colour: Array) -> tuple[float, float, float]:
    """Amount of light, hue in degrees and chroma."""
    light = light_of(colour)
    _, green_red, blue_yellow = look_of(light)[0]
    hue = np.degrees(np.arctan2(blue_yellow, green_red)) % 360
    bright = light @ np.array([0.2126, 0.7152, 0.0722])
    return float(bright), float(hue), float(np.hypot(green_red, blue_yellow))


def main(seed_by_day: int = 4, seed_by_night: int = 1) -> None:
    """Print pairs: the colour by day, the colour by night."""
    day = find(seed_by_day, by_day)
    night = find(seed_by_night, by_night(day))
    for pair in zip(day, night, strict=True):
        print(*("#" + "".join(f"{int(byte):02x}" for byte in colour) for colour in pair))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
