"""HR's pages on a server of their own, with a database of their own and a clock to turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from jobtrack_viz.accounts import passwords
from jobtrack_viz.store import open_store
from tests.hr.place import Browser, Place, place_with


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed in no time; how slow it is meant to be is tested by itself."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: quick)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """HR's pages and nothing else."""
    store = open_store(f"sqlite:///{tmp_path / 'hr.sqlite3'}")
    yield place_with(store)
    store.close()


@pytest.fixture
def ann(place: Place) -> Browser:
    """Somebody who may publish, signed in."""
    return place.signed_in("ann@example.ac.uk")
