"""The overview: every group once, every role counted, nothing covers anything."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobtrack_viz.metro.overview import LAYOUT, lay_out_overview
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.network import build_network
from jobtrack_viz.selection import Group, groups_of
from tests.metro.frameworks import framework, lottery

CAREERS = {"Data": "a3 b4 s4/5 z7", "Web": "a3 d4 e5", "Desk": "f3 z7", "Lone": "k5 g-"}


def laid_out(made):
    """The overview of a framework's own groups."""
    return lay_out_overview(build_network(made), groups_of(made))


@pytest.fixture(scope="module")
def careers():
    """Three tracks that share roles and one apart, with a span and a role without grade."""
    return framework(CAREERS, ["b>d"])


def test_rows_and_numbers(careers):
    """Each group has its number of roles at each of its grades; a shared role counts once."""
    found = [
        (line.group.name, line.roles, [(count.grade, count.roles) for count in line.counts])
        for line in laid_out(careers).lines
    ]

    assert [
        (
            "Data and 2 more",
            7,
            [("Grade 3", 2), ("Grade 4", 2), ("Grade 4/5", 1), ("Grade 5", 1), ("Grade 7", 1)],
        ),
        ("Lone", 2, [("Grade 5", 1), ("Grade not stated", 1)]),
    ] == found


def test_a_strand_for_each_track(careers):
    """Inside the thick line each track runs from its own lowest to its own highest grade."""
    overview = laid_out(careers)
    at = {zone.label: zone.label_x for zone in overview.zones}

    assert [
        ("Data", at["Grade 3"], at["Grade 7"]),
        ("Web", at["Grade 3"], at["Grade 5"]),
        ("Desk", at["Grade 3"], at["Grade 7"]),
    ] == [(s.track, s.left, s.right) for s in overview.lines[0].strands]


def test_a_large_group_is_one_line():
    """So many tracks that their strands could not be told apart are drawn as one."""
    made = framework({f"T{i}": f"{'abcdefghijklm'[i]}3 z5" for i in range(13)})
    (line,) = laid_out(made).lines

    assert [("", 20.0)] == [(strand.track, strand.width) for strand in line.strands]


def test_a_long_name_is_broken(careers):
    """A name takes as many lines as it needs to stay beside the line."""
    name = "Audio-visual technology in teaching rooms and in lecture theatres"
    tracks = tuple(replace(track, group=name) for track in careers.tracks)
    (line,) = laid_out(replace(careers, tracks=tracks)).lines

    assert name == " ".join(line.lines)
    assert all(
        text_width(text, LAYOUT.name, "Semibold") <= line.name_box.right - line.name_box.left
        for text in line.lines
    )


def test_groups_with_much_in_common_stand_close():
    """A group that only moves join to the first one comes beside it."""
    made = framework({"A": "a3 b4", "B": "c3 d4", "C": "e3 f4"}, ["a>f", "b>f", "a<>e"])
    names = [line.group.name for line in laid_out(made).lines]

    assert 1 == abs(names.index("A") - names.index("C"))


def test_a_role_of_two_groups_counts_in_both():
    """Groups of the workbook may share roles; each row is complete by itself."""
    made = framework({"A": "a3 b4", "B": "b4 c5"})
    tracks = tuple(replace(track, group=f"Group {track.name}") for track in made.tracks)
    overview = laid_out(replace(made, tracks=tracks))

    assert [2, 2] == [line.roles for line in overview.lines]


def overlap(one, other):
    """True if two boxes share more than an edge."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > 0.001 and high > 0.001


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 500), st.integers(1, 70), st.booleans())
def test_laws(seed, tracks, named):
    """Each group has one row; numbers add up; boxes keep apart, on the paper, in grade order."""
    made = lottery(seed, tracks=tracks)
    if named:
        own = (replace(t, group=f"Group {i % 7}") for i, t in enumerate(made.tracks))
        made = replace(made, tracks=tuple(own))
    groups = groups_of(made)
    overview = laid_out(made)
    on_group = {
        group.name: {role.id for role in made.roles if set(role.tracks) & set(group.tracks)}
        for group in groups
    }

    assert sorted(g.name for g in groups) == sorted(line.group.name for line in overview.lines)
    assert on_group.keys() == {line.group.name for line in overview.lines}
    for line in overview.lines:
        assert len(on_group[line.group.name]) == line.roles
        assert line.roles == sum(count.roles for count in line.counts)
        marks = [count.box for count in line.counts]
        assert [] == [pair for pair in combinations([line.name_box, *marks], 2) if overlap(*pair)]
        assert sorted(marks) == marks
        assert all(
            line.row.top <= box.top and box.bottom <= line.row.bottom
            for box in (line.name_box, *marks)
        )
        assert {strand.track for strand in line.strands} <= {"", *line.group.tracks}
    assert all(one.row.bottom <= other.row.top for one, other in pairwise(overview.lines))
    assert all(line.row.bottom <= overview.bottom < overview.height for line in overview.lines)
    assert all(one.right == other.left for one, other in pairwise(overview.zones))


def test_the_same_groups_give_the_same_overview(careers):
    """Nothing is left to chance."""
    assert laid_out(careers) == laid_out(careers)


def test_given_groups_are_taken_as_they_are(careers):
    """The caller may ask for a row for each track."""
    rows = [Group(track.name, (track.name,)) for track in careers.tracks]
    overview = lay_out_overview(build_network(careers), rows)

    assert sorted(CAREERS) == sorted(line.group.name for line in overview.lines)


def test_headings_have_room(careers):
    """No heading of a grade reaches into the next one."""
    zones = laid_out(careers).zones
    halves = [text_width(zone.label, LAYOUT.zone_name, "Semibold") / 2 for zone in zones]
    spans = [(z.label_x - half, z.label_x + half) for z, half in zip(zones, halves, strict=True)]

    assert "Grade not stated" in [zone.label for zone in zones]
    assert all(left[1] < right[0] for left, right in pairwise(spans))
