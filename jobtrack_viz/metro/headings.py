"""Names of grades beside their labels, where there is room for them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jobtrack_viz.metro.shapes import Zone
from jobtrack_viz.metro.sizes import SIZES
from jobtrack_viz.metro.text_width import text_width

__all__ = ["NAME_DX", "heading_width", "with_grade_names"]

NAME_DX = 3.0
"""Between a label and its name, beside a space."""
_GRADE = "Grade "
_AIR = 8.0


def heading_width(zone: Zone) -> float:
    """How wide a zone's label and its name are together."""
    label = text_width(zone.label, SIZES.heading, "Semibold")
    return label + (NAME_DX + text_width(f" {zone.name}", SIZES.grade_name) if zone.name else 0.0)


def with_grade_names(zones: Sequence[Zone], names: Mapping[str, str]) -> tuple[Zone, ...]:
    """The zones with the names of their grades.

    After: no heading reaches into the next zone. If that is what it takes for all names, labels
    stand without the word Grade; else the names that do not fit are left out.
    """
    named = tuple(replace(zone, name=_name(zone, names)) for zone in zones)
    short = tuple(replace(zone, label=zone.label.removeprefix(_GRADE)) for zone in named)
    for form in (named, short):
        if all(map(_fits, form)):
            return form
    return tuple(zone if _fits(zone) else replace(zone, name="") for zone in named)


def _name(zone: Zone, names: Mapping[str, str]) -> str:
    """Nothing where the label itself says it."""
    name = " ".join(names.get(zone.label, "").split())
    return "" if name.casefold() in zone.label.casefold() else name


def _fits(zone: Zone) -> bool:
    return not zone.name or zone.label_x + heading_width(zone) + _AIR <= zone.right
