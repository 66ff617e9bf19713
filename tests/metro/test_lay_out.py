"""The map of small frameworks whose best map is known."""

from itertools import pairwise
from random import Random

import pytest

from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework, lottery, with_a_head
from tools.networks import generated


def drawn(*args, **more):
    """The map of a framework in short words."""
    return lay_out(build_network(framework(*args, **more)))


def heights(metro, track):
    """Every height at which a track's line has a corner or an end."""
    return {point.y for piece in metro.pieces if piece.track == track for point in piece.points}


def test_the_same_framework_gives_the_same_map():
    """Two runs make equal maps."""
    network = build_network(lottery(3))

    assert lay_out(network) == lay_out(network)


@pytest.mark.parametrize("track", ["A", "B"])
def test_a_track_alone_is_straight(track):
    """Tracks that share no role run level from end to end."""
    metro = drawn({"A": "a3 b4 c5", "B": "d3 e4 f5"})

    assert 1 == len(heights(metro, track))


def test_the_workbook_orders_what_is_free():
    """Tracks that share nothing stand in the workbook's order, from top to bottom."""
    metro = drawn({"C": "a3 b4", "A": "c3 d4", "B": "e3 f4"})

    assert sorted(heights(metro, "C") | heights(metro, "A") | heights(metro, "B")) == [
        *heights(metro, "C"),
        *heights(metro, "A"),
        *heights(metro, "B"),
    ]


def test_lines_that_need_not_cross_do_not():
    """Two tracks that part and meet again do so without a crossing, and that is proven."""
    metro = drawn({"A": "a3 b4 c5", "B": "a3 d4 c5"})

    assert (0, 0) == (metro.score["line crossings"], metro.score["line crossings bound"])


def test_a_shared_role_spans_its_lines():
    """A role on three tracks is one mark over three lines, one pitch apart."""
    metro = drawn({"A": "a3 b4", "B": "a3 c4", "C": "a3 d4"})
    shared = next(station for station in metro.stations if station.role_id == "a")

    assert (("A", "B", "C"), 18.0) == (shared.tracks, shared.bottom - shared.top)


def test_a_span_stands_between_its_grades():
    """A role on grade 5/6 stands on the border of both zones, its name in the middle below."""
    metro = drawn({"A": "a5 b5/6 c6"})
    five, six = metro.zones
    span = next(station for station in metro.stations if station.role_id == "b")

    assert ["Grade 5", "Grade 6"] == [five.label, six.label]
    assert five.right == six.left == span.x
    assert ("middle", span.x) == (span.label.anchor, span.label.at.x)


def test_a_span_without_both_grades_has_a_zone():
    """Where nothing stands on one of its grades, a span heads a zone of its own."""
    metro = drawn({"A": "a5 b5/6 c7"})

    assert ["Grade 5", "Grade 5/6", "Grade 7"] == [zone.label for zone in metro.zones]


def test_roles_without_grade_have_a_zone():
    """Roles without grade stand in a last zone that says so."""
    metro = drawn({"A": "a3 b4", "B": "c-"})

    assert ["Grade 3", "Grade 4", "Grade not stated"] == [zone.label for zone in metro.zones]


def test_other_grades_head_their_columns():
    """A grade that is a word stands over its column as it is."""
    metro = drawn({"A": "a3"})

    assert ["Grade 3"] == [zone.label for zone in metro.zones]


def test_a_move_both_ways_is_one_walkway():
    """Two links between the same roles are drawn once, and known to lead both ways."""
    metro = drawn({"A": "a3", "B": "b3", "C": "c4"}, ["a<>b", "a>c"])

    assert {("a", "b", True), ("a", "c", False)} == {
        (walk.source, walk.target, walk.both_ways) for walk in metro.walkways
    }


def test_a_new_move_leaves_the_map_as_it_was():
    """Given the previous map, one more move shifts no station up or down."""
    tracks = {"A": "a3 b4 c5", "B": "d3 e4 f5", "C": "g3 h4 i5"}
    before = drawn(tracks, ["b>f"])
    network = build_network(framework(tracks, ["b>f", "d>h"]))
    after = lay_out(network, before)

    assert {(s.role_id, s.top) for s in before.stations} == {
        (s.role_id, s.top) for s in after.stations
    }


def test_a_branch_parts_from_its_line_at_once():
    """Where a track forks, the branches share no stretch."""
    metro = drawn({"A": "a3 b4 c5 d5 e6"})
    leaving = [piece.points[:2] for piece in metro.pieces if piece.source == "b"]

    assert 2 == len({(b.y > a.y) - (b.y < a.y) for a, b in leaving})


def test_a_head_of_half_the_tracks_is_split_cleanly():
    """Lines from all over the map end at marks of their own, joined; none crosses another.

    A mark stands for each run of tracks that no other row parts.
    """
    middle = generated("middle")
    names = [track.name for track in middle.tracks]
    half = set(Random(7).sample(names, 20))
    metro = lay_out(build_network(with_a_head(middle, half)))
    head = next(station for station in metro.stations if station.role_id == "head")
    marks = sorted([(head.top, head.bottom), *head.also])
    ends = {p.points[-1].y for p in metro.pieces if p.target == "head"}

    assert half == set(head.tracks)
    assert (0, 0) == (metro.score["line crossings"], metro.score["laws broken"])
    assert len(marks) - 1 == len(metro.joins)
    assert [] == [y for y in ends if not any(top <= y <= bottom for top, bottom in marks)]
    others = [s.top for s in metro.stations if s.x == head.x and s.role_id != "head"]
    between = [(low[1], high[0]) for low, high in pairwise(marks)]
    assert all(any(low < y < high for y in others) for low, high in between)
