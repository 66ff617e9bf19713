"""Maps of many frameworks, each laid out once: what every law of the map is tried on."""

from pathlib import Path

import pytest

from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import read_workbook
from tests.metro.frameworks import BY_HAND, framework, lottery
from tools.networks import generated

_SEEDS = range(16)
_SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample.xlsx"
_DRAWN: dict[str, tuple] = {}


def pytest_generate_tests(metafunc):
    """A law that asks for ``drawn`` is tried on every framework."""
    if "drawn" in metafunc.fixturenames:
        drawn_by_lot = [f"lottery {seed}" for seed in _SEEDS]
        names = ["sample", "small", "middle", *BY_HAND, *drawn_by_lot]
        metafunc.parametrize("drawn", names, indirect=True)


@pytest.fixture
def drawn(request):
    """(map, network) of a framework, made at the first use."""
    name = request.param
    if name not in _DRAWN:
        network = build_network(_made(name))
        _DRAWN[name] = lay_out(network), network
    return _DRAWN[name]


def _made(name):
    if name == "sample":
        return read_workbook(_SAMPLE.read_bytes()).framework
    if name in ("small", "middle"):
        return generated(name)
    return framework(**BY_HAND[name]) if name in BY_HAND else lottery(int(name.split()[1]))
