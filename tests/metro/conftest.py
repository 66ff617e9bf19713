"""Maps of many frameworks, each laid out once: what every law of the map is tried on."""

import pytest

from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from tests.metro.frameworks import BY_HAND, framework, lottery

_SEEDS = range(16)
_DRAWN: dict[str, tuple] = {}


def pytest_generate_tests(metafunc):
    """A law that asks for ``drawn`` is tried on every framework."""
    if "drawn" in metafunc.fixturenames:
        names = [*BY_HAND, *(f"lottery {seed}" for seed in _SEEDS)]
        metafunc.parametrize("drawn", names, indirect=True)


@pytest.fixture
def drawn(request):
    """(map, network) of a framework, made at the first use."""
    name = request.param
    if name not in _DRAWN:
        made = framework(**BY_HAND[name]) if name in BY_HAND else lottery(int(name.split()[1]))
        network = build_network(made)
        _DRAWN[name] = lay_out(network), network
    return _DRAWN[name]
