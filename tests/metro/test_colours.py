"""Colours of tracks can be seen, and told from their neighbours'."""

from itertools import combinations, pairwise

import pytest

from jobtrack_viz.metro.colours import badge_colours, choose_colours, contrast, difference
from jobtrack_viz.model import Track

TRACKS = [Track(f"T{i}", ()) for i in range(12)]


def test_twelve_tracks_have_twelve_colours():
    """Up to twelve tracks no colour repeats."""
    assert 12 == len(set(choose_colours(TRACKS, []).values()))


@pytest.mark.parametrize("ground", ["#ffffff", "#eef1f6"])
def test_every_colour_stands_out(ground):
    """Each colour of the palette has a contrast of 3 on paper and on a zone."""
    assert [] == [c for c in choose_colours(TRACKS, []).values() if contrast(c, ground) < 3]


def test_neighbours_differ_for_red_green_confusion():
    """Neighbouring tracks get colours that stay far apart, also under deuteranopia."""
    pairs = [(a.name, b.name) for a, b in pairwise(TRACKS)]
    colours = choose_colours(TRACKS, pairs)

    assert [] == [(a, b) for a, b in pairs if difference(colours[a], colours[b]) < 12]


def test_the_workbook_chooses():
    """A colour given by the workbook is kept if it can be seen."""
    assert {"A": "#0b57b7"} == choose_colours([Track("A", (), colour="#0B57B7")], [])


@pytest.mark.parametrize("given", ["#ffff00", "fe0", "#FFFFFF"])
def test_a_pale_colour_is_darkened(given):
    """A colour too pale for the paper becomes darker until it can be seen."""
    colour = choose_colours([Track("A", (), colour=given)], [])["A"]

    assert contrast(colour, "#eef1f6") >= 3


@pytest.mark.parametrize("given", ["red; stroke:none", "#12345", "url(#a)", "tomato"])
def test_anything_else_is_no_colour(given):
    """A text that is no hexadecimal colour is passed over."""
    assert choose_colours([Track("A", ())], []) == choose_colours([Track("A", (), given)], [])


def test_badges_can_be_read():
    """The text of a badge has a contrast of 4.5 on its ground."""
    pairs = [badge_colours(colour) for colour in choose_colours(TRACKS, []).values()]

    assert [] == [pair for pair in pairs if contrast(*pair) < 4.5]


def test_colours_repeat_far_apart():
    """With more tracks than colours, neighbours still differ."""
    tracks = [Track(f"T{i}", ()) for i in range(30)]
    pairs = [
        (a.name, b.name)
        for a, b in combinations(tracks, 2)
        if int(b.name[1:]) - int(a.name[1:]) < 3
    ]
    colours = choose_colours(tracks, pairs)

    assert [] == [(a, b) for a, b in pairs if colours[a] == colours[b]]
