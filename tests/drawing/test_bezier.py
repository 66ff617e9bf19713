"""Curves without arcs; expected numbers are from the textbook circle."""

import re
from math import hypot

import pytest

from jobtrack_viz.drawing.bezier import curve, rounded_box
from jobtrack_viz.metro.shapes import Point


def test_a_right_angle_is_a_quarter_of_a_circle():
    """Halfway along the curve the distance to the centre is the radius, to 0.03 %."""
    d = curve([Point(0, 0), Point(100, 0), Point(100, 100)], 40)
    numbers = [float(n) for n in re.findall(r"[\d.]+", d.split("C")[1].split("L")[0])]
    (x1, y1, x2, y2, x3, y3), (x0, y0) = numbers, (60.0, 0.0)
    middle = ((x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8)

    assert (x3, y3) == (100.0, 40.0)
    assert hypot(middle[0] - 60, middle[1] - 40) == pytest.approx(40, rel=0.0003)


def test_a_box_is_closed_and_keeps_its_sides():
    """Without a radius the corners are the rectangle's; with one it begins after the corner."""
    assert set(re.findall(r"[\d.]+,[\d.]+", rounded_box(1, 2, 5, 4, 0))) == {
        "1,2",
        "5,2",
        "5,4",
        "1,4",
    }
    assert rounded_box(0, 0, 10, 6, 3).startswith("M3,0L7,0C")
    assert rounded_box(0, 0, 10, 6, 3).endswith("Z")
