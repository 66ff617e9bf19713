"""Plans of the small framework."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from jobtrack_viz.export.plan import Plan, plan_of
from jobtrack_viz.gaps import compare
from jobtrack_viz.journeys import Preferences, find_journeys
from jobtrack_viz.metro.shapes import Look
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network

DAY = date(2026, 11, 3)
VERSION = "01234567"


@pytest.fixture
def plan_for() -> Callable[..., Plan]:
    """The plan between two roles, along their first journey if there is one."""

    def made(framework: Framework, start: str, goal: str, **wishes: Any) -> Plan:
        ends = framework.role(start), framework.role(goal)
        journeys = find_journeys(build_network(framework), *ends, Preferences(**wishes))
        journey = journeys[0] if journeys else None
        return plan_of(framework, VERSION, DAY, compare(framework, *ends), journey)

    return made


@pytest.fixture
def looks(framework: Framework) -> dict[str, Look]:
    """Each track's look."""
    return {track.name: Look("#1757d9") for track in framework.tracks}
