"""Codes of tracks: unique, lasting, and on lines where they cover nothing."""

from functools import cache
from itertools import combinations, pairwise

import pytest
from shapely import LineString, box

from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.line_codes import line_codes
from jobtrack_viz.metro.sight import lightness
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework
from tools.networks import generated


def crowd():
    """Sixteen tracks over six grades; each four begin together, each two end together."""
    letters = "abcdefghijklmnop"
    tracks = {}
    for i, letter in enumerate(letters):
        own = " ".join(f"{letter}{'vwxy'[grade - 4]}{grade}" for grade in range(4, 8))
        tracks[f"Track {i}"] = f"s{letters[i // 4]}3 {own} z{letters[i // 2]}8"
    moves = [f"{a}{g}>{b}{g}" for a, b in ("bc", "fg", "jk") for g in "vx"]
    return framework(tracks, moves)


@cache
def laid_out(name):
    """The map of a generated network, or of the crowd."""
    return lay_out(build_network(crowd() if name == "crowd" else generated(name)))


@pytest.fixture(params=["small", "crowd"])
def metro(request):
    """A map of 11 tracks, and one of 16."""
    return laid_out(request.param)


def test_a_code_is_made_of_initials():
    """Two words give their initials, small words do not count, one word gives its start."""
    names = ["Service Desk", "Head of Data", "Developer", "R&D"]

    assert ["SD", "HD", "DE", "RD"] == list(line_codes(names, {}).values())


def test_a_code_that_is_taken():
    """Other letters of the name are used, and digits where it has some."""
    names = ["Service Desk", "Software Design", "Data Analyst 1", "Data Analyst 2"]

    assert ["SD", "SO", "DA", "D2"] == list(line_codes(names, {}).values())


def test_codes_are_unique():
    """Five hundred names that differ in their last sign only have five hundred codes."""
    names = [f"Track {i}" for i in range(500)] + ["Ärztinnen", "工程", "-", ""]
    codes = line_codes(names, {})

    assert len(names) == len(set(codes.values()))
    assert "ÄR" == codes["Ärztinnen"]


def test_a_code_lasts():
    """A name keeps its code, whatever comes before it."""
    before = line_codes(["Service Desk", "Developer"], {})
    after = line_codes(["Software Design", "Service Desk", "Developer"], before)

    assert before == {name: code for name, code in after.items() if name in before}


def test_every_track_is_named_in_a_grey_print(metro):
    """Each line has a code on it that no other has, and that stands beside its name."""
    codes = {track: look.code for track, look in metro.looks.items()}
    on_line = {code.track: code.text for code in metro.codes}
    badges = {badge.track for badge in metro.badges}
    print(f"\n{len(codes)} tracks: {len(metro.codes)} codes on lines, {len(badges)} badges")
    light = {track: lightness(look.colour) for track, look in metro.looks.items()}
    print("lightness:", {codes[track]: round(value) for track, value in light.items()})

    assert len(codes) == len(set(codes.values()))
    assert codes == on_line
    assert codes.keys() == badges


def test_codes_stand_on_their_lines(metro):
    """The middle of each code is on a level stretch of its own line."""
    own = {}
    for piece in metro.pieces:
        own.setdefault(piece.track, []).append(LineString(piece.points).buffer(1e-3))
    lost = []
    for code in metro.codes:
        left, top, right, bottom = code.box
        middle = LineString([(left, (top + bottom) / 2), (right, (top + bottom) / 2)])
        if not any(way.covers(middle) for way in own[code.track]):
            lost.append(code)

    assert [] == lost


def test_codes_cover_nothing(metro):
    """No code meets a name, a mark, a badge, a walkway, another line or another code."""
    codes = [(code.track, box(*code.box)) for code in metro.codes]
    fixed = [box(*station.label.box) for station in metro.stations]
    fixed += [
        box(s.x - 6.5, top - 6.5, s.x + 6.5, bottom + 6.5)
        for s in metro.stations
        for top, bottom in ((s.top, s.bottom), *s.also)
    ]
    fixed += [box(*badge.box) for badge in metro.badges]
    fixed += [LineString(way.points) for way in (*metro.walkways, *metro.joins)]
    lines = [(p.track, LineString(p.points).buffer(3.4)) for p in metro.pieces]

    assert [] == [track for track, code in codes for other in fixed if code.intersects(other)]
    assert [] == [
        (track, other)
        for track, code in codes
        for other, line in lines
        if track != other and code.intersects(line)
    ]
    assert [] == [(a, b) for (a, one), (b, two) in combinations(codes, 2) if one.intersects(two)]


def test_codes_repeat_where_colours_do():
    """On a map of sixteen tracks a code comes back about every two columns."""
    many = laid_out("crowd")
    gaps = []
    for track in many.looks:
        at = sorted(code.box.left for code in many.codes if code.track == track)
        gaps += [there - here for here, there in pairwise(at)]
    column = sorted({station.x for station in many.stations})
    print(f"\nlargest gap between codes: {max(gaps) / (column[2] - column[1]):.1f} columns")

    assert max(gaps) < 3.2 * (column[2] - column[1])
