"""The small framework, published: with its network, map and picture."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from jobtrack_viz.atlas import Published
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.views import Views


@pytest.fixture
def publish() -> Callable[..., Published]:
    """A framework, changed in some of its fields, as pages get it."""

    def version(framework: Framework, **changes: Any) -> Published:
        changed = replace(framework, **changes)
        network = build_network(changed)
        return Published("0" * 64, changed, network, Views(network))

    return version


@pytest.fixture
def published(publish, framework) -> Published:
    """One version of the map."""
    return publish(framework)
