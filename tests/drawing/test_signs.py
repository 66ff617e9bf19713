"""Lines, badges and codes say which track they are, by day, by night and without colour."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework

SVG = "{http://www.w3.org/2000/svg}"
STATUSES = {"Data Analyst": "draft", "Ops": "in consultation", "Developer": "agreed"}
TRACKS = {"Developer": "a3 b4 c5", "Data Analyst": "a3 d4 e5", "Ops": "f3 g4"}


@pytest.fixture(scope="module")
def metro_and_network():
    """Three tracks: one is agreed, one a draft, one in consultation."""
    made = framework(TRACKS, [])
    tracks = tuple(replace(track, status=STATUSES[track.name]) for track in made.tracks)
    network = build_network(replace(made, tracks=tracks))
    return lay_out(network), network


@pytest.fixture(scope="module")
def tree(metro_and_network):
    """The drawing."""
    return ElementTree.fromstring(draw_svg(*metro_and_network))


def found(tree, name):
    """Elements whose class list holds a name."""
    return [e for e in tree.iter() if name in e.get("class", "").split()]


def words(element):
    """All words of an element, separated by one space."""
    return " ".join("".join(element.itertext()).split())


def test_a_badge_says_code_name_and_status(tree):
    """An agreed track needs no word; the others say what they are."""
    assert {"DE Developer", "DA Data Analyst Draft", "OP Ops In consultation"} == {
        words(badge) for badge in found(tree, "badge")
    }


def test_badges_of_tracks_that_are_not_agreed_are_framed(tree):
    """Their ground is paper, and their frame is dashed."""
    framed = found(tree, "not-agreed")
    dashes = {e.get("stroke-dasharray") for badge in framed for e in badge.iter(SVG + "rect")}

    assert ["1", "2"] == sorted(badge.get("data-track") for badge in framed)
    assert {"5 3"} == dashes


def test_lines_of_tracks_that_are_not_agreed_are_cut(tree):
    """The cuts follow the line, and belong to its track."""
    lines = {line.get("data-track"): line.get("d") for line in found(tree, "line")}
    cuts = {e.get("data-track"): e.get("d") for e in found(tree, "cut") if e.get("data-track")}

    assert {"1": lines["1"], "2": lines["2"]} == cuts


def test_codes_on_lines_are_those_of_badges(tree):
    """Each track's line says its code."""
    assert {("0", "DE"), ("1", "DA"), ("2", "OP")} == {
        (code.get("data-track"), words(code)) for code in found(tree, "code")
    }


def test_a_drawing_without_styles_shows_one_of_each(tree):
    """What is meant for dark screens is hidden until a style shows it."""
    by_day, by_night = found(tree, "by-day"), found(tree, "by-night")

    assert {None} == {element.get("display") for element in by_day}
    assert {"none"} == {element.get("display") for element in by_night}
    assert len(by_day) == len(by_night)


def test_looks_last(metro_and_network):
    """A track that comes, first in the workbook, changes no other track's colour and code."""
    before, _ = metro_and_network
    network = build_network(framework({"Design": "h3 i4", **TRACKS}, []))
    after = lay_out(network, before).looks

    assert before.looks == {name: look for name, look in after.items() if name != "Design"}
    assert 4 == len({look.colour for look in after.values()})


def test_a_part_has_the_looks_of_the_whole(metro_and_network):
    """Looks that are given are used as they are."""
    whole, network = metro_and_network
    looks = {name: look._replace(code=name[-2:]) for name, look in whole.looks.items()}

    assert looks == lay_out(network, looks=looks).looks
