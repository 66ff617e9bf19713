"""The overview's SVG: links that open groups, words for every number, no styles."""

import re
from xml.etree import ElementTree

import pytest

from jobtrack_viz.contrast import contrast
from jobtrack_viz.drawing.overview import draw_overview
from jobtrack_viz.metro.overview import lay_out_overview
from jobtrack_viz.network import build_network
from jobtrack_viz.selection import groups_of
from tests.metro.frameworks import framework

SVG = "{http://www.w3.org/2000/svg}"


def drawn(tracks):
    """The overview of some tracks as text."""
    made = framework(tracks)
    groups = groups_of(made)
    overview = lay_out_overview(build_network(made), groups)
    colours = {track.name: "#123456" for track in made.tracks}
    return draw_overview(
        overview, made, colours, {g.name: f"/?group={i}" for i, g in enumerate(groups)}
    )


@pytest.fixture(scope="module")
def svg():
    """Two tracks that share a role, and one with a hostile name."""
    return drawn({"Data": "a3 b4", "Web": "a3 c4", "<Lone> & 'quoted'": "k5 l-"})


@pytest.fixture(scope="module")
def tree(svg):
    """The drawing as a tree; fails if it is not well formed."""
    return ElementTree.fromstring(svg)


def test_the_overview_has_a_name(tree):
    """The root says that it is an overview, and of what."""
    assert ("map overview", "Careers: overview of 2 groups, 5 roles") == (
        tree.get("class"),
        tree.get("aria-label"),
    )


def test_each_row_is_a_link(tree):
    """A link opens the group; its name begins as it is seen and says every number in words."""
    links = list(tree.iter(SVG + "a"))

    assert [
        ("/?group=0", "Data and 1 more, 2 tracks, 3 roles: 1 role at grade 3, 2 roles at grade 4"),
        ("/?group=1", "<Lone> & 'quoted', 2 roles: 1 role at grade 5, 1 role without a grade"),
    ] == [(a.get("href"), a.get("aria-label")) for a in links]


def test_a_strand_in_each_tracks_colour(tree):
    """Every track of a group has its own colour in the thick line."""
    strands = [p for p in tree.iter(SVG + "path") if p.get("class") == "strand"]

    assert ["#123456"] * 3 == [strand.get("stroke") for strand in strands]
    assert all(contrast("#10182e", strand.get("color")) >= 3 for strand in strands)


def test_nothing_is_styled_or_scripted(svg):
    """No style attribute, no style or script element, no handler."""
    assert [] == re.findall(r"<(?:style|script)|\sstyle=|\son\w+=", svg)


def test_rows_that_are_tracks():
    """Where every row is a single track, the words speak of tracks."""
    svg = drawn({"Data": "a3 b4", "Web": "c3 d4"})

    assert "overview of 2 tracks" in svg
    assert "A thick line is a track;" in svg
