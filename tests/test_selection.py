"""What is chosen is shown, and nothing else: selections, groups, and the part of the network."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from jobtrack_viz.network import build_network, links
from jobtrack_viz.selection import (
    Group,
    Selection,
    groups_of,
    part_of,
    read_selection,
    select,
)
from tests.metro.frameworks import framework, lottery

SMALL = {"Data": "a3 b4 c5/6 z7", "Web": "a3 d4 e5", "Desk": "f3 g- z7", "Lone": "k5"}
MOVES = ["b>d", "e>k", "f<>a"]


def small():
    """Three tracks joined by shared roles and one apart."""
    return framework(SMALL, MOVES)


def grouped(names):
    """The small framework with a group for some of its tracks."""
    made = small()
    tracks = (replace(track, group=names.get(track.name, "")) for track in made.tracks)
    return replace(made, tracks=tuple(tracks))


def shown(selection, made=None):
    """(tracks, roles) that a selection leaves."""
    made = made or small()
    found = select(made, groups_of(made), selection)
    return [track.name for track in found.tracks], "".join(role.id for role in found.roles)


def test_groups_of_the_workbook():
    """Tracks stand together as the workbook says, in the order of their first tracks."""
    made = grouped({"Data": "Digital", "Lone": "Digital", "Web": "Online", "Desk": "People"})

    assert (
        Group("Digital", ("Data", "Lone")),
        Group("Online", ("Web",)),
        Group("People", ("Desk",)),
    ) == groups_of(made)


def test_groups_by_shared_roles():
    """Without groups, tracks that share roles belong together, also through a third."""
    assert (Group("Data and 2 more", ("Data", "Web", "Desk")), Group("Lone", ("Lone",))) == (
        groups_of(small())
    )


def test_a_track_without_group_keeps_apart():
    """Some tracks have a group: the others never join it, not even by name."""
    made = grouped({"Data": "Lone", "Web": "Lone"})

    assert [("Lone", 2), ("Desk", 1), ("Lone (no group)", 1)] == [
        (group.name, len(group.tracks)) for group in groups_of(made)
    ]


def test_one_track():
    """Its roles stay, shared ones on this track alone; moves stay among them."""
    made = small()
    found = select(made, groups_of(made), Selection(tracks=("Data",)))

    assert ("Data",) == tuple(track.name for track in found.tracks)
    assert {"a": ("Data",), "b": ("Data",), "c": ("Data",), "z": ("Data",)} == {
        role.id: role.tracks for role in found.roles
    }
    assert () == found.moves


def test_a_group_and_a_track():
    """A group brings all its tracks; single tracks join them."""
    made = grouped({"Data": "Digital", "Web": "Digital"})

    assert (["Data", "Web", "Lone"], "abczdek") == shown(Selection(("Lone",), ("Digital",)), made)


def test_grades():
    """Both bounds count; a span is within if one of its grades is; no grade is within no range."""
    assert (["Data", "Web", "Lone"], "cek") == shown(Selection(lowest="5", highest="5"))
    assert (["Data"], "c") == shown(Selection(lowest="6", highest="6"))
    assert (["Data", "Web", "Desk"], "abdf") == shown(Selection(highest="4"))
    assert (["Data", "Desk"], "z") == shown(Selection(lowest="7"))


def test_reading_an_address():
    """Names are found whatever their capitals, in the workbook's order; unknown ones are said."""
    made = small()
    asked = {
        "track": ["desk", "Data", " data ", "Nowhere", ""],
        "group": ["lone", "elsewhere"],
        "from": ["6"],
        "to": ["4", "9"],
    }

    assert (
        Selection(("Data", "Desk"), ("Lone",), "4", "6"),
        ("Nowhere", "elsewhere"),
    ) == read_selection(made, groups_of(made), asked)


def test_the_address_of_a_selection():
    """What an address asks for is written back in the same words."""
    made = small()
    query = (("track", "Desk"), ("group", "Lone"), ("from", "3"), ("to", "5"))
    asked = {name: [value] for name, value in query}

    assert query == read_selection(made, groups_of(made), asked)[0].query


def part(selection, made=None):
    """(source, target, tracks, along) of every link in the part of the network that is shown."""
    made = made or small()
    network = build_network(made)
    found = part_of(network, select(made, groups_of(made), selection))
    return {(k.source, k.target, k.tracks, k.along) for k in links(found)}


def test_links_of_one_track():
    """Its own progressions, and none that the whole network does not have."""
    assert {
        ("a", "b", ("Data",), True), ("b", "c", ("Data",), True), ("c", "z", ("Data",), True),
    } == part(Selection(tracks=("Data",)))  # fmt: skip


def test_a_given_progression_is_not_replaced():
    """Where the workbook leads past a grade, a part without the goal derives nothing instead."""
    made = framework({"A": "a3 b4 c5", "B": "d4"}, ["a=c", "b>d"])

    assert set() == part(Selection(tracks=("A",), highest="4"), made)


def test_a_part_without_moves_has_no_possible_ones(request):
    """Possible moves stand in for moves between tracks in the whole workbook, not in a part."""
    careers = request.getfixturevalue("framework")
    found = select(careers, groups_of(careers), Selection(("Desk", "Island")))

    assert {"possible", "progression"} == {k.kind for k in links(build_network(found))}
    assert {"progression"} == {k.kind for k in links(part_of(build_network(careers), found))}


@st.composite
def choices(draw):
    """A framework drawn by lot, and a selection on it."""
    made = lottery(draw(st.integers(0, 200)))
    names = [track.name for track in made.tracks]
    labels = [grade.label for grade in made.grades]
    groups = [group.name for group in groups_of(made)]
    asked = {
        "track": draw(st.lists(st.sampled_from(names), max_size=4)),
        "group": draw(st.lists(st.sampled_from(groups), max_size=2)),
        "from": draw(st.lists(st.sampled_from(labels), max_size=1)),
        "to": draw(st.lists(st.sampled_from(labels), max_size=1)),
    }
    return made, read_selection(made, groups_of(made), asked)[0]


@settings(max_examples=60, deadline=None)
@given(choices())
def test_exactly_what_is_chosen(choice):
    """Roles are those with a chosen track and a grade in range; moves and links lie among them."""
    made, selection = choice
    groups = {group.name: group.tracks for group in groups_of(made)}
    names = {*selection.tracks, *(t for g in selection.groups for t in groups[g])}
    names = names or {track.name for track in made.tracks}
    labels = [grade.label for grade in made.grades]
    low = labels.index(selection.lowest) if selection.lowest else 0
    high = labels.index(selection.highest) if selection.highest else len(labels) - 1
    wanted = {
        role.id: tuple(t for t in role.tracks if t in names)
        for role in made.roles
        if names & set(role.tracks) and low <= labels.index(role.grade) <= high
    }
    found = select(made, groups_of(made), selection)
    whole = {(k.source, k.target) for k in links(build_network(made))}
    inside = {(k.source, k.target) for k in links(part_of(build_network(made), found))}

    assert wanted == {role.id: role.tracks for role in found.roles}
    assert {t for tracks in wanted.values() for t in tracks} == {t.name for t in found.tracks}
    assert [m for m in made.moves if {m.source, m.target} <= set(wanted)] == list(found.moves)
    assert inside <= {pair for pair in whole if set(pair) <= set(wanted)}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 200))
def test_everything_chosen_is_the_whole(seed):
    """By nothing, by every track, or by every group: the same framework and the same links."""
    made = lottery(seed)
    groups = groups_of(made)
    network = build_network(made)
    every_track = Selection(tracks=tuple(track.name for track in made.tracks))
    every_group = Selection(groups=tuple(group.name for group in groups))

    for selection in (Selection(), every_track, every_group):
        found = select(made, groups, selection)
        assert made == found
        assert list(links(network)) == list(links(part_of(network, found)))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 200))
def test_groups_divide_the_tracks(seed):
    """Each track is in one group, and a shared role never joins two."""
    made = lottery(seed)
    groups = groups_of(made)
    home = {name: group.name for group in groups for name in group.tracks}

    assert sorted(track.name for track in made.tracks) == sorted(
        t for g in groups for t in g.tracks
    )
    assert len(groups) == len({group.name for group in groups})
    assert [] == [role.id for role in made.roles if len({home[t] for t in role.tracks}) > 1]
