"""The key explains what the map shows, all of it and nothing else."""

import re

import pytest

from jobtrack_viz.drawing.legend import legend
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.text_width import text_width
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework

TRACKS = {"Developer": "a3 b4 c5", "Analyst": "a3 d4 e5"}
AT_LEAST = 13.0
"""Units: what is read at the natural size of the map."""


def key_of(moves):
    """The legend of two tracks with the given moves, and the map it belongs to."""
    made = framework(TRACKS, moves)
    metro = lay_out(build_network(made))
    return legend(metro, made), metro


def words(markup):
    """What the key says, in its order."""
    return [text.strip() for text in re.findall(r"<tspan[^>]*>([^<]*)</tspan>", markup)]


def test_without_moves():
    """Where no move is described, none is explained; nor a planned or closed role."""
    made, _ = key_of([])

    assert [
        "Role on one track",
        "Role shared by tracks",
        "Columns are grades. A station is a kind of job, not a vacancy.",
    ] == words(made.markup)


def test_moves_are_explained_apart():
    """What explains moves can be shown with them: one sample for each pattern that occurs."""
    made, _ = key_of(["b>d", "c<>e"])
    apart = re.findall(r'<g class="key-moves".*?</text></g>', made.markup)

    assert ["Move at the same grade", "Move up or down", "One way only"] == [
        words(entry)[0] for entry in apart
    ]


@pytest.mark.parametrize("moves", [[], ["b>d"]])
def test_it_fits_and_can_be_read(moves):
    """Every entry ends within the map, and the type is as large as that of names."""
    made, metro = key_of(moves)
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', made.markup)]
    lefts = [float(x) for x in re.findall(r"translate\(([\d.]+) ", made.markup)]
    rights = [x + text_width(w, sizes[0]) for x, w in zip(lefts, words(made.markup), strict=True)]

    assert min(sizes) >= AT_LEAST
    assert max(rights) <= metro.width
    assert made.bottom > metro.bottom
