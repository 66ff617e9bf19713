"""The map as a figure is one that Plotly accepts, with few traces and without markup."""

import json
import re
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from jobtrack_viz.drawing.charts import map_figure
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.network import build_network


@pytest.fixture
def metro(framework) -> MetroMap:
    """The small framework's map."""
    return lay_out(build_network(framework))


def test_plotly_accepts_it(metro, framework):
    """Every property is one that Plotly knows, with a value that it allows."""
    figure = go.Figure(map_figure(metro, framework.roles))

    assert figure.layout.width == pytest.approx(metro.width, abs=1)
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_every_role_answers_to_the_pointer(metro, framework):
    """Ids for programs, names and status for people."""
    with_roles = map_figure(metro, framework.roles)["data"][-1]
    without = map_figure(metro)["data"][-1]

    assert sorted(with_roles["customdata"]) == sorted(role.id for role in framework.roles)
    assert "Desk lead (6), no longer recruited to" in with_roles["hovertext"]
    assert "Keeper (6), planned" in with_roles["hovertext"]
    assert sorted(without["hovertext"])[:2] == ["Adviser", "Coder"]


def test_paths_have_no_arcs(metro, framework):
    """Plotly reads only straight lines and Bézier curves, in absolute coordinates."""
    shapes = map_figure(metro, framework.roles)["layout"]["shapes"]
    commands = {c for shape in shapes for c in re.findall("[A-Za-z]", shape["path"])}

    assert commands <= set("MLCZ")


def test_traces_do_not_multiply(metro, framework):
    """One for each style of text and one for the pointer, however many roles there are."""
    styles = [str(trace.get("textfont")) for trace in map_figure(metro, framework.roles)["data"]]

    assert len(styles) == len(set(styles))


def test_text_is_never_markup(metro):
    """Tags and formulas in names reach Plotly as words."""
    first = metro.stations[0]
    label = replace(first.label, lines=("<a href='x'>Head</a>", "of $x$"))
    changed = replace(metro, stations=(replace(first, label=label), *metro.stations[1:]))

    text = json.dumps(map_figure(changed)["data"])

    assert "<a" not in text
    assert "$" not in text
    assert "&lt;a href='x'&gt;Head&lt;/a&gt;" in text
