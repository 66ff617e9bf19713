"""How far apart colours look, also for people who confuse some of them."""

from collections.abc import Mapping
from functools import cache
from math import dist
from typing import TypeAlias

from jobtrack_viz.contrast import light_of

__all__ = ["SIGHTS", "difference", "differences", "lightness"]

Triple: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Triple, Triple, Triple]

SIGHTS: Mapping[str, Matrix] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Kind of sight -> what it makes of light (Machado, Oliveira and Fernandes 2009, severity 1)."""

_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def difference(one: str, other: str) -> float:
    """How far apart two colours look for whoever tells them apart worst, normal sight included."""
    return min(differences(one, other).values())


def differences(one: str, other: str) -> dict[str, float]:
    """Kind of sight -> distance in Oklab (Ottosson 2020), black and white being 100 apart."""
    return {sight: dist(_seen(one, sight), _seen(other, sight)) for sight in SIGHTS}


def lightness(colour: str) -> float:
    """How light a colour is, from 0 to 100: all that is left of it in a grey print."""
    return _seen(colour, "normal")[0]


@cache
def _seen(colour: str, sight: str) -> Triple:
    light = tuple(min(1.0, max(0.0, part)) for part in _times(SIGHTS[sight], light_of(colour)))
    cones = tuple(part ** (1 / 3) for part in _times(_TO_CONES, light))
    light_dark, green_red, blue_yellow = _times(_TO_LAB, cones)
    return 100 * light_dark, 100 * green_red, 100 * blue_yellow


def _times(matrix: Matrix, vector: tuple[float, ...]) -> Triple:
    x, y, z = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z
