"""What stands under the names for a close look covers nothing."""

from dataclasses import replace

import pytest
import shapely

from jobtrack_viz.drawing.summaries import place_summaries
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework, lottery

SHORT = "Keeps it going. More follows."
LONG = "Plans and leads the work of several teams with very many words " * 3 + "until the end."
LETTERS = 7.0


def with_summaries(made, text):
    """The same framework, every role with this summary."""
    return replace(made, roles=tuple(replace(role, summary=text) for role in made.roles))


def placed(made):
    """(map, its summaries)."""
    network = build_network(made)
    metro = lay_out(network)
    return metro, place_summaries(metro, network)


def drawn(metro):
    """Everything that a summary must not cover, drawn as thick as on the map."""
    names = [shapely.box(*station.label.box) for station in metro.stations]
    badges = [shapely.box(*badge.box) for badge in metro.badges]
    lines = [shapely.LineString(piece.points).buffer(3.5) for piece in metro.pieces]
    ways = [shapely.LineString(way.points).buffer(0.9) for way in metro.walkways]
    marks = [
        shapely.LineString([(s.x, s.top), (s.x, s.bottom + 0.01)]).buffer(6.5)
        for s in metro.stations
    ]
    return shapely.union_all([*names, *badges, *lines, *ways, *marks])


def test_the_first_sentence():
    """Only what the summary says first, in full where there is room."""
    _, found = placed(with_summaries(framework({"Developer": "a3 b4 c5"}), SHORT))

    assert [("a", "Keeps it going."), ("b", "Keeps it going."), ("c", "Keeps it going.")] == [
        (summary.role_id, " ".join(summary.lines)) for summary in found
    ]


def test_without_summaries():
    """A workbook that says nothing about its roles gets nothing under its names."""
    _, found = placed(framework({"Developer": "a3 b4 c5"}))

    assert [] == found


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_nothing_is_covered(seed, text):
    """No summary meets a name, a mark, a line, a walkway, a badge or another summary."""
    metro, found = placed(with_summaries(lottery(seed), text))
    rest, boxes = drawn(metro), [shapely.box(*summary.box) for summary in found]
    pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :]]

    assert found
    assert not any(box.intersects(rest) for box in boxes)
    assert not any(a.intersects(b) for a, b in pairs)


def test_words_stay_in_their_box():
    """Every line is as wide as its box at most, and a shortened sentence says so."""
    _, found = placed(with_summaries(lottery(1), LONG))
    widths = [
        (text_width(line, LETTERS), s.box.right - s.box.left) for s in found for line in s.lines
    ]

    assert [] == [pair for pair in widths if pair[0] > pair[1] + 0.01]
    assert all(summary.lines[-1].endswith(" …") for summary in found)
