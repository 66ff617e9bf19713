"""Laws that hold on every map: nothing covers anything, grades stand in order, lines are calm."""

from collections import defaultdict
from itertools import combinations, pairwise
from math import atan2, degrees

from shapely import LineString, box, unary_union

SIDE = 0.001


def marks(metro):
    """What each station's mark covers."""
    r = metro.station_radius
    return {
        s.role_id: unary_union(
            [
                box(s.x - r, top - r, s.x + r, bottom + r)
                for top, bottom in ((s.top, s.bottom), *s.also)
            ]
        )
        for s in metro.stations
    }


def names(metro):
    """What each station's name covers."""
    return {station.role_id: box(*station.label.box) for station in metro.stations}


def overlap(one, other):
    """True if two shapes share more than an edge."""
    return one.intersection(other).area > SIDE


def turns(points):
    """How much a way turns at each of its corners, in degrees."""
    ways = [degrees(atan2(b.y - a.y, b.x - a.x)) for a, b in pairwise(points)]
    return [abs((b - a + 180) % 360 - 180) for a, b in pairwise(ways)]


def test_no_name_covers_another(drawn):
    """No two names overlap."""
    found = names(drawn[0])

    assert [] == [p for p in combinations(found, 2) if overlap(*(found[i] for i in p))]


def test_no_name_covers_a_station(drawn):
    """A name never lies on a station, its own or another."""
    found, stations = names(drawn[0]), marks(drawn[0])

    assert [] == [(i, j) for i in found for j in stations if overlap(found[i], stations[j])]


def test_no_line_runs_through_a_name(drawn):
    """A line, as thick as it is drawn, keeps clear of every name."""
    metro, _ = drawn
    lines = [(p, LineString(p.points).buffer(metro.line_width / 2)) for p in metro.pieces]

    assert [] == [
        (role_id, piece.source, piece.target)
        for role_id, name in names(metro).items()
        for piece, line in lines
        if overlap(name, line)
    ]


def test_no_walkway_runs_through_a_name(drawn):
    """A walkway keeps clear of every name."""
    metro, _ = drawn

    assert [] == [
        (role_id, walk.source, walk.target)
        for role_id, name in names(metro).items()
        for walk in metro.walkways
        if LineString(walk.points).intersection(name).length > SIDE
    ]


def test_no_line_runs_through_a_foreign_station(drawn):
    """A line meets only the stations of its own track."""
    metro, _ = drawn
    tracks = {station.role_id: station.tracks for station in metro.stations}
    lines = [(p.track, LineString(p.points).buffer(metro.line_width / 2)) for p in metro.pieces]

    assert [] == [
        (track, role_id)
        for role_id, mark in marks(metro).items()
        for track, line in lines
        if track not in tracks[role_id] and overlap(mark, line)
    ]


def test_no_walkway_runs_through_a_foreign_station(drawn):
    """A walkway touches only the two stations that it joins."""
    metro, _ = drawn

    assert [] == [
        (role_id, walk.source, walk.target)
        for role_id, mark in marks(metro).items()
        for walk in metro.walkways
        if role_id not in (walk.source, walk.target)
        and LineString(walk.points).intersection(mark).length > SIDE
    ]


def test_badges_keep_clear(drawn):
    """A badge covers no name, no station and no other badge."""
    metro, _ = drawn
    badges = [box(*badge.box) for badge in metro.badges]
    others = [*names(metro).values(), *marks(metro).values()]

    assert [] == [
        *(pair for pair in combinations(badges, 2) if overlap(*pair)),
        *((badge, other) for badge in badges for other in others if overlap(badge, other)),
    ]


def test_every_stretch_is_octilinear(drawn):
    """Lines and walkways run level, upright or at 45 degrees."""
    metro, _ = drawn
    steps = [
        (b.x - a.x, b.y - a.y)
        for way in (*metro.pieces, *metro.walkways)
        for a, b in pairwise(way.points)
    ]

    assert [] == [(x, y) for x, y in steps if min(abs(x), abs(y), abs(abs(x) - abs(y))) > SIDE]


def test_lines_have_no_sharp_corner(drawn):
    """Between stations a line never turns by more than a right angle, and mostly by half of it."""
    metro, _ = drawn

    assert [] == [piece for piece in metro.pieces if max(turns(piece.points), default=0) > 46]


def test_no_track_turns_back_at_a_station_of_its_own(drawn):
    """At a station of one track its legs can be paired so that no pair turns sharply.

    Where their number is odd, one is left over.
    """
    metro, _ = drawn
    alone = {s.role_id for s in metro.stations if len(s.tracks) == 1}
    legs = defaultdict(list)
    for piece in metro.pieces:
        ways = {piece.source: piece.points[:2], piece.target: piece.points[:-3:-1]}
        for role_id, (a, b) in ways.items():
            legs[role_id].append(degrees(atan2(b.y - a.y, b.x - a.x)))

    assert [] == [role_id for role_id in alone if sharpest(legs[role_id]) > 91]


def sharpest(directions):
    """The sharpest turn, if legs are paired so that it is as blunt as can be."""
    if len(directions) < 2:
        return 0.0
    first, *rest = directions
    ways = [
        max(abs((other - first + 360) % 360 - 180), sharpest([*rest[:i], *rest[i + 1 :]]))
        for i, other in enumerate(rest)
    ]
    if len(directions) % 2:
        ways.append(sharpest(rest))
    return min(ways)


def test_grades_stand_in_order(drawn):
    """Of two roles the one with the higher grade stands further right; none without stands left."""
    metro, network = drawn
    ranks = {s.role_id: network.nodes[s.role_id]["role"].rank for s in metro.stations}
    last = [1e9 if ranks[s.role_id] is None else ranks[s.role_id] for s in metro.stations]
    placed = sorted(zip(last, (s.x for s in metro.stations), strict=True))

    assert [] == [
        (one, other)
        for one, other in combinations(placed, 2)
        if one[0] < other[0] and one[1] >= other[1]
    ]


def test_lines_lead_right(drawn):
    """A line never runs back to the left."""
    metro, _ = drawn

    assert [] == [
        piece for piece in metro.pieces for a, b in pairwise(piece.points) if b.x < a.x - SIDE
    ]


def test_pieces_join_stations(drawn):
    """Every piece begins and ends on the mark of its station."""
    metro, _ = drawn
    places = {station.role_id: station for station in metro.stations}
    ends = [
        (places[role_id], point)
        for piece in metro.pieces
        for role_id, point in ((piece.source, piece.points[0]), (piece.target, piece.points[-1]))
    ]

    assert [] == [
        (station.role_id, point)
        for station, point in ends
        if abs(station.x - point.x) > SIDE
        or not any(
            top - SIDE <= point.y <= bottom + SIDE
            for top, bottom in ((station.top, station.bottom), *station.also)
        )
    ]


def test_every_link_along_a_track_is_drawn(drawn):
    """Each progression along a track is one piece of its line; other described moves, walkways."""
    metro, network = drawn
    all_links = (link for _, _, link in network.edges(data="link"))
    links = [k for k in all_links if k.source != k.target and k.origin != "possible"]
    pieces = {(piece.track, frozenset((piece.source, piece.target))) for piece in metro.pieces}
    walked = {frozenset((walk.source, walk.target)) for walk in metro.walkways}
    wanted = {(t, frozenset((k.source, k.target))) for k in links if k.along for t in k.tracks}
    joined = {pair for _, pair in pieces}

    assert wanted == pieces
    assert {frozenset((k.source, k.target)) for k in links} - joined == walked


def test_everything_lies_on_the_paper(drawn):
    """Names, marks and badges lie between the headings and the lower edge of the zones."""
    metro, _ = drawn
    boxes = [*names(metro).values(), *marks(metro).values(), *(box(*b.box) for b in metro.badges)]
    paper = box(0, metro.top + 20, metro.width, metro.bottom)

    assert [] == [found.bounds for found in boxes if not paper.covers(found)]


def test_no_law_is_reported_broken(drawn):
    """The engine itself knows of no conflict that it could not avoid."""
    assert 0 == drawn[0].score["laws broken"]
