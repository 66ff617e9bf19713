"""The small framework, published: with its network, map and picture."""

import pytest

from jobtrack_viz.atlas import Published
from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network


@pytest.fixture
def published(framework) -> Published:
    """One version of the map."""
    network = build_network(framework)
    metro = lay_out(network)
    return Published("0" * 64, framework, network, metro, draw_svg(metro, network))
