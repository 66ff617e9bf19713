"""Crowds of roles at one grade hang as a list from their line; without grades, order is a line."""

from itertools import pairwise

from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.listing import list_names
from jobtrack_viz.metro.shapes import Point
from jobtrack_viz.network import build_network
from tests.metro.frameworks import BY_HAND, CROWD, framework

LISTED = [part[0] for part in CROWD.split()]


def drawn(name):
    """The map of a framework made by hand."""
    return lay_out(build_network(framework(**BY_HAND[name])))


def test_a_crowd_is_one_list():
    """Nine roles of a track at one grade stand in a frame below the line, and share a badge."""
    metro = drawn("a crowd")
    (yard,) = metro.yards
    listed = [s for s in metro.stations if s.listed]

    assert ("A", 9, LISTED) == (yard.track, yard.roles, [s.role_id for s in listed])
    assert ["A", "B"] == sorted(badge.track for badge in metro.badges)
    assert all(
        yard.box.left < s.x < s.label.box.right < yard.box.right
        and yard.box.top < s.top < s.label.box.bottom < yard.box.bottom
        for s in listed
    )


def test_a_line_runs_on_through_a_crowd_but_is_no_move():
    """The track is one line past its list; nobody said which role leads to which."""
    metro = drawn("a crowd")
    own = [piece for piece in metro.trunks if piece.track == "A"]
    heights = {point.y for piece in own for point in piece.points}

    assert [] == [piece for piece in metro.pieces if piece.track == "A"]
    assert metro.yards[0].box.top in heights
    assert {s.x for s in metro.stations if s.role_id in ("a", "b")} <= {
        point.x for piece in own for point in piece.points
    }


def test_few_roles_at_a_grade_are_stations_of_their_own():
    """Four are not a crowd."""
    metro = lay_out(build_network(framework({"A": "a4 b5 c5 d5 e5"})))

    assert ((), False) == (metro.yards, any(s.listed for s in metro.stations))


def test_who_has_a_line_is_not_listed():
    """A role of a crowd with a progression of its own stands on that line."""
    metro = drawn("a crowd at the end")

    assert [role_id for role_id in LISTED if role_id != "k"] == [
        s.role_id for s in metro.stations if s.listed
    ]
    assert [("a", "k")] == [(p.source, p.target) for p in metro.pieces if p.track == "A"]


def test_without_grades_a_line_follows_the_workbook():
    """Roles of a track stand from left to right as listed, on one line, which is no move."""
    metro = drawn("no grades at all")
    x = {s.role_id: s.x for s in metro.stations}

    assert x["a"] < x["b"] < x["c"]
    assert x["d"] < x["b"] < x["e"]
    assert {("a", "b"), ("b", "c"), ("d", "b"), ("b", "e")} == {
        (piece.source, piece.target) for piece in metro.trunks
    }
    assert ["No grades stated"] == [zone.label for zone in metro.zones]


def test_names_of_a_list_keep_their_order_and_distance():
    """Downwards, then in the next column; each mark at least 24 units from the next."""
    listing = list_names([f"Consultant in field number {i} of them all" for i in range(81)])
    columns = sorted({spot.at.x for spot in listing.spots})
    boxes = [listing.label(spot, Point(0, 0)).box for spot in listing.spots]

    assert [s.at for s in listing.spots] == sorted(s.at for s in listing.spots)
    assert all(b.at.y - a.at.y >= 24 for a, b in pairwise(listing.spots) if a.at.x == b.at.x)
    assert 3 <= len(columns) <= 5
    assert all(box.right < listing.width and box.bottom < listing.height for box in boxes)
