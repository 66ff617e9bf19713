"""A map many times over is a map: what the benchmark of the drawing relies on."""

from xml.etree import ElementTree

from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from tools.repeated import framework_times, map_times


def test_three_copies_stand_below_each_other(framework):
    """Every station occurs in each copy, and no copy reaches into the next."""
    metro = map_times(lay_out(build_network(framework)), 3)
    network = build_network(framework_times(framework, 3))
    rows = {i: [s.top for s in metro.stations if s.role_id.startswith(f"{i}-")] for i in range(3)}

    assert {i: len(found) for i, found in rows.items()} == {0: 6, 1: 6, 2: 6}
    assert max(rows[0]) < min(rows[1])
    assert max(rows[1]) < min(rows[2])
    assert {s.role_id for s in metro.stations} == set(network.nodes)


def test_the_copies_are_drawn(framework):
    """The SVG is well formed and holds as many lines as there are tracks."""
    metro = map_times(lay_out(build_network(framework)), 2)
    svg = draw_svg(metro, build_network(framework_times(framework, 2)))
    names = [element.get("id") for element in ElementTree.fromstring(svg).iter()]

    assert {f"s-{i}-keeper" for i in range(2)} <= set(names)
    assert len([name for name in names if name]) == len({name for name in names if name})
