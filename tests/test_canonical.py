"""What the store keeps comes back as it was, and the same value is always the same bytes."""

from dataclasses import replace
from pathlib import Path

import pytest

from jobtrack_viz.canonical import framework_from, framework_json, map_from, map_json
from jobtrack_viz.drawing.svg import draw_svg
from jobtrack_viz.errors import UnreadableRecord
from jobtrack_viz.metro import lay_out
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.workbook import read_workbook

SAMPLE = Path(__file__).parent.parent / "data" / "sample.xlsx"


def test_sample_and_its_map_come_back():
    """Every kind of value in the sample, and a map that draws the same picture."""
    framework = read_workbook(SAMPLE.read_bytes()).framework
    network = build_network(framework)
    drawn = lay_out(network)

    assert framework == framework_from(framework_json(framework))
    assert drawn == map_from(map_json(drawn))
    assert draw_svg(drawn, network) == draw_svg(map_from(map_json(drawn)), network)


def test_order_of_keys_does_not_count(framework: Framework):
    """Levels that were stated in another order are the same framework."""
    turned = tuple(
        replace(role, levels=dict(reversed(role.levels.items()))) for role in framework.roles
    )

    assert framework_json(framework) == framework_json(replace(framework, roles=turned))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"format":1,"value":{}}',
        b'{"format":99,"value":{}}',
        b'{"format":1,"value":{"about":{"title":7}}}',
    ],
)
def test_what_was_not_written_here(data: bytes):
    """Other bytes are refused in one line."""
    with pytest.raises(UnreadableRecord, match=r"^A stored \w+ (cannot be read|has format)"):
        framework_from(data)
