"""Colours of tracks can be seen, and told from each other by everybody.

Run with ``pytest -s`` to read all contrasts and distances.
"""

from itertools import combinations, pairwise

import pytest

from jobtrack_viz.contrast import DAY, NIGHT, contrast
from jobtrack_viz.metro.colours import (
    PALETTE,
    badge_colours,
    choose_looks,
    looks_apart,
    night_colour,
)
from jobtrack_viz.metro.shapes import Look
from jobtrack_viz.metro.sight import SIGHTS, differences, lightness
from jobtrack_viz.model import Track

TRACKS = [Track(f"T{i}", ()) for i in range(12)]
MANY = [Track(f"T{i}", ()) for i in range(40)]
BESIDE = [
    (a.name, b.name) for a, b in combinations(MANY, 2) if int(b.name[1:]) - int(a.name[1:]) < 4
]

AS_CHROMIUM_SHOWS_THEM = {
    "protanopia": ("#514c3a", "#6c5e00", "#006add", "#907e00"),
    "deuteranopia": ("#7e7234", "#625715", "#0059d7", "#a59302"),
    "tritanopia": ("#de0023", "#006658", "#007990", "#e25f63"),
}
"""#ca043a, #066905, #1757d9 and #ce7402, read from its pictures of emulated vision deficiencies."""


def colours(tracks, neighbours=(), before=None):
    """The chosen colours alone."""
    return {
        name: look.colour for name, look in choose_looks(tracks, neighbours, before or {}).items()
    }


def table(palette):
    """The least distance of each kind of sight, with its pair."""
    rows = {}
    for sight in SIGHTS:
        distances = {
            (one, other): differences(one, other)[sight] for one, other in combinations(palette, 2)
        }
        pair = min(distances, key=distances.get)
        rows[sight] = distances[pair], pair
    return rows


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ff0000", "#ffffff", 4.0), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    """Worked by hand: 1.05 over 0.05, over 0.2126 + 0.05, over 0.0722 + 0.05."""
    assert ratio == pytest.approx(contrast(one, other), abs=0.005)


def test_distances_are_those_of_oklab():
    """Red and blue as in CSS Color 4: (62.796, 22.486, 12.585) and (45.201, -3.246, -31.153)."""
    by_hand = (17.595**2 + 25.732**2 + 43.738**2) ** 0.5

    assert by_hand == pytest.approx(differences("#ff0000", "#0000ff")["normal"], abs=0.05)


@pytest.mark.parametrize("sight", AS_CHROMIUM_SHOWS_THEM)
def test_deficiencies_are_those_of_chromium(sight):
    """Distances of what Chromium makes of four colours are the distances worked out here."""
    four = ("#ca043a", "#066905", "#1757d9", "#ce7402")
    shown = AS_CHROMIUM_SHOWS_THEM[sight]
    pairs = list(combinations(range(4), 2))
    expected = [differences(shown[a], shown[b])["normal"] for a, b in pairs]

    assert expected == pytest.approx(
        [differences(four[a], four[b])[sight] for a, b in pairs], abs=0.4
    )


@pytest.mark.parametrize("matrix", SIGHTS.values(), ids=SIGHTS)
def test_grey_stays_grey(matrix):
    """No kind of sight colours what has no colour: rows sum to 1."""
    assert [1, 1, 1] == pytest.approx([sum(row) for row in matrix], abs=2e-6)


@pytest.mark.parametrize("mode", ["day", "night"])
def test_twelve_colours_are_told_apart_by_everybody(mode):
    """Any two of the palette are 9 apart for each kind of sight, 15 for normal sight."""
    palette = list(PALETTE) if mode == "day" else list(PALETTE.values())
    least = table(palette)
    said = "\n".join(f"  {s:13}{d:6.1f}  {a} {b}" for s, (d, (a, b)) in least.items())
    print(f"\nleast distance on {mode} paper\n{said}")

    assert [] == [s for s, (d, _) in least.items() if d < (15 if s == "normal" else 9)], said


@pytest.mark.parametrize(("mode", "papers"), [("day", DAY), ("night", NIGHT)])
def test_every_colour_stands_out(mode, papers):
    """Each colour of the palette has a contrast of 3 on paper and on the tint of a zone."""
    palette = list(PALETTE) if mode == "day" else list(PALETTE.values())
    found = {colour: [contrast(colour, paper) for paper in papers] for colour in palette}
    said = "\n".join(f"  {c}  {a:5.2f} {b:5.2f}" for c, (a, b) in found.items())
    print(f"\ncontrast with {papers}\n{said}")

    assert [] == [colour for colour, ratios in found.items() if min(ratios) < 3], said


def test_twelve_tracks_have_twelve_colours():
    """Up to twelve tracks no colour repeats, and no line has a core."""
    looks = choose_looks(TRACKS, []).values()

    assert 12 == len({look.colour for look in looks})
    assert not any(look.cored for look in looks)


def test_up_to_twelve_tracks_only_names_matter():
    """Neither neighbours nor the order of rows plays a role, so roles and moves may change."""
    pairs = [(a.name, b.name) for a, b in pairwise(TRACKS)]

    assert choose_looks(TRACKS, []) == choose_looks(TRACKS, pairs)
    assert colours(TRACKS) == colours(TRACKS[::-1])


def test_a_name_that_comes_changes_few_colours():
    """Without a previous map too: of 12 maps of 11 tracks, one more changes few colours."""
    changed = []
    for gone in TRACKS:
        before = colours([track for track in TRACKS if track != gone])
        after = colours(TRACKS)
        changed.append(sum(before[name] != after[name] for name in before))
    print(f"\ncolours that change when a twelfth track comes: {sorted(changed)}")

    assert 4 >= sum(changed) / len(changed)


def test_many_tracks_repeat_colours_far_apart():
    """Of forty tracks no two neighbours, up to the third, look alike or nearly alike."""
    looks = choose_looks(MANY, BESIDE)
    apart = [looks_apart(looks[a], looks[b]) for a, b in BESIDE]
    grey = [abs(lightness(looks[a].colour) - lightness(looks[b].colour)) for a, b in BESIDE]
    print(f"\nneighbours of 40 tracks: at least {min(apart):.1f} apart, in grey {min(grey):.1f}")
    uses = [(look.colour, look.cored) for look in looks.values()]

    assert 9 <= min(apart)
    assert [] == [look for look in set(uses) if uses.count(look) > 2]


def test_a_core_tells_lines_of_one_colour_apart():
    """A line with a white core is another line."""
    assert 8 == looks_apart(Look("#1757d9"), Look("#1757d9", cored=True))


def test_the_same_tracks_always_get_the_same_looks():
    """The order of neighbours plays no role."""
    assert choose_looks(MANY, BESIDE) == choose_looks(MANY, BESIDE[::-1])


def test_a_track_keeps_its_look():
    """A new track, wherever it stands, takes what is left."""
    before = choose_looks(TRACKS[:10], [("T0", "T1")])
    after = choose_looks([Track("New", ()), *TRACKS[:10]], [("New", "T0")], before)

    assert before == {name: look for name, look in after.items() if name != "New"}
    assert 11 == len({look.colour for look in after.values()})


def test_many_tracks_keep_their_looks():
    """The same holds where colours repeat, and a neighbour that comes takes one that differs."""
    before = choose_looks(MANY[:-1], BESIDE)
    after = choose_looks(MANY, BESIDE, before)
    last = [looks_apart(after[a], after[b]) for a, b in BESIDE if b == "T39"]

    assert before == {name: look for name, look in after.items() if name != "T39"}
    assert 9 <= min(last)


def test_a_look_that_came_too_close_is_given_up():
    """The workbook's new colour wins against the look another track had."""
    before = choose_looks(TRACKS[:2], [])
    taken = before["T0"].colour
    after = choose_looks([TRACKS[0], Track("T1", (), colour=taken)], [], before)

    assert taken == after["T1"].colour
    assert 9 <= looks_apart(after["T0"], after["T1"])


def test_the_workbook_chooses():
    """A colour given by the workbook is kept if it can be seen."""
    assert {"A": "#0b57b7"} == colours([Track("A", (), colour="#0B57B7")])


@pytest.mark.parametrize("given", ["#ffff00", "fe0", "#FFFFFF"])
def test_a_pale_colour_is_darkened(given):
    """A colour too pale for the paper becomes darker until it can be seen."""
    colour = colours([Track("A", (), colour=given)])["A"]

    assert contrast(colour, "#eef1f6") >= 3


@pytest.mark.parametrize("given", ["#000000", "#00004c", "#0b57b7", "#767676"])
def test_a_dark_colour_is_lightened_by_night(given):
    """A colour of the workbook stands out on dark paper too."""
    assert 3 <= min(contrast(night_colour(given), paper) for paper in NIGHT)


@pytest.mark.parametrize("given", ["red; stroke:none", "#12345", "url(#a)", "tomato"])
def test_anything_else_is_no_colour(given):
    """A text that is no hexadecimal colour is passed over."""
    assert colours([Track("A", ())]) == colours([Track("A", (), given)])


def test_badges_can_be_read():
    """The text of a badge has a contrast of 4.5 on its ground, by day and by night."""
    day = [badge_colours(colour) for colour in PALETTE]
    night = [badge_colours(colour, NIGHT[0]) for colour in PALETTE.values()]

    assert [] == [pair for pair in day + night if contrast(*pair) < 4.5]
