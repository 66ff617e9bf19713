"""The small framework, published: with its network, map and picture."""

import pytest

from jobtrack_viz.atlas import Published
from jobtrack_viz.network import build_network
from jobtrack_viz.views import Views


@pytest.fixture
def published(framework) -> Published:
    """One version of the map."""
    network = build_network(framework)
    return Published("0" * 64, framework, network, Views(network))
