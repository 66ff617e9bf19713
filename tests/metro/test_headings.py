"""Names of grades stand beside their labels, if there is room."""

from dataclasses import replace

import pytest

from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.headings import heading_width
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework


def headings(*names):
    """(label, name) of each zone of a track on grades 3, 4, ... with these names."""
    line = " ".join(f"{'abcdef'[i]}{i + 3}" for i in range(len(names)))
    made = framework({"A": line}, titles=dict.fromkeys("abcdef", "Senior Administrator"))
    grades = [replace(g, name=name) for g, name in zip(made.grades, names, strict=False)]
    metro = lay_out(build_network(replace(made, grades=tuple(grades))))

    assert all(zone.label_x + heading_width(zone) < zone.right for zone in metro.zones if zone.name)
    return [(zone.label, zone.name) for zone in metro.zones]


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Officer", ""), [("Grade 3", "Officer"), ("Grade 4", "")]),
        (("Grade 3", "4"), [("Grade 3", ""), ("Grade 4", "")]),
        (("Officer at large", ""), [("3", "Officer at large"), ("4", "")]),
        (("x" * 60, ""), [("Grade 3", ""), ("Grade 4", "")]),
    ],
    ids=["named", "said by the label", "without the word grade", "too long"],
)
def test_names_of_grades(names, shown):
    """All names, if need be at the cost of the word Grade; else those that fit."""
    assert shown == headings(*names)
