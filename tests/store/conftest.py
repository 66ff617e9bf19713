"""An empty store on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobtrack_viz.store import Store, open_store
from tests.stores import KINDS, database


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty database is."""
    with database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """A store with nothing in it."""
    opened = open_store(address)
    yield opened
    opened.close()
