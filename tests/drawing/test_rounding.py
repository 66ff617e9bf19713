"""Corners become arcs, numbers become short."""

import pytest

from jobtrack_viz.drawing.rounding import number, rounded
from jobtrack_viz.metro.shapes import Point


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (1.25, "1.25"), (1.2345, "1.23"), (-0.001, "0"), (10.0, "10")]
)
def test_numbers_are_short(value, text):
    """At most two digits after the point, and no idle zeros."""
    assert text == number(value)


def test_a_straight_way_is_a_line():
    """Two points make one straight path."""
    assert "M0,0L10,0" == rounded([Point(0, 0), Point(10, 0)], 16)


def test_a_corner_becomes_an_arc():
    """A right angle is rounded with the radius asked for."""
    way = [Point(0, 0), Point(50, 0), Point(50, 50)]

    assert "M0,0L34,0A16,16 0 0 1 50,16L50,50" == rounded(way, 16)


def test_a_short_stretch_gets_a_small_arc():
    """An arc takes at most half of the shorter stretch beside it."""
    way = [Point(0, 0), Point(8, 0), Point(8, 50)]

    assert "M0,0L4,0A4,4 0 0 1 8,4L8,50" == rounded(way, 16)
