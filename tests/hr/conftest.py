"""HR's pages on a server of their own, with a database of their own and a clock to turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from jobtrack_viz.settings import Settings
from jobtrack_viz.store import open_store
from layouts.delivery import deliver, policy
from layouts.hr import add_hr
from tests.hr.place import Browser, Clock, Place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """HR's pages and nothing else."""
    clock, server = Clock(), Flask(__name__, static_folder=None)
    store = open_store(f"sqlite:///{tmp_path / 'hr.sqlite3'}")
    add_hr(server, store, Settings(secret_key="k" * 40), (), now=clock)
    deliver(server, policy((), "'none'"))
    yield Place(server, store, clock)
    store.close()


@pytest.fixture
def ann(place: Place) -> Browser:
    """Somebody who may publish, signed in."""
    return place.signed_in("ann@example.ac.uk")
