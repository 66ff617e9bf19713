"""A PostgreSQL server that neither answers nor refuses: every wait for it ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobtrack_viz.errors import OutcomeUnknown, StoreUnavailable
from jobtrack_viz.store import Store, current, open_store, store_at, versions
from jobtrack_viz.store import database as room
from tests.relay import Relay
from tests.stores import database, publish


@pytest.fixture
def relay(tmp_path: Path) -> Iterator[Relay]:
    """A way to an empty database that can fall silent."""
    with database("postgresql", tmp_path) as address:
        between = Relay(address)
        yield between
        between.close()


@pytest.fixture
def store(relay: Relay, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with one version, whose writers are as impatient as its readers."""
    opened = open_store(relay.address)
    with opened.writing() as db:
        publish(db)
    monkeypatch.setattr(room, "_WRITING", 1.0)
    yield opened
    opened.close()


def told_by(ask) -> str:
    """The sentence with which a question or a change is refused."""
    with pytest.raises(StoreUnavailable) as refused, ask() as db:
        current(db)
    return str(refused.value)


def test_a_connection_that_falls_silent_is_given_up(store, relay):
    """Readers are refused instead of waiting, again and again, and need no new process later."""
    with relay.silent():
        told = {told_by(store.reading) for _ in range(3)}
    store.prepare()
    with store.reading() as db:
        assert ({"The database cannot be reached."}, 1) == (told, current(db).number)


def test_a_question_in_the_middle_is_given_up(store, relay):
    """What was answered before is of no use, so the whole look at the database fails."""

    def ask() -> None:
        with store.reading() as db:
            current(db)
            relay.fall_silent()
            versions(db)

    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        ask()
    relay.speak()


def test_a_connection_is_not_made_with_a_silent_server(relay):
    """Whoever starts meanwhile learns it, and goes on once the server answers."""
    with relay.silent():
        store = store_at(relay.address)
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            store.prepare()
    store.prepare()
    with store.reading() as db:
        assert () == versions(db)
    store.close()


def test_a_writer_is_given_up(store, relay):
    """Before the commit nothing is stored, and that is certain."""

    def write() -> None:
        with store.writing() as db:
            relay.fall_silent()
            publish(db)

    with pytest.raises(StoreUnavailable) as refused:
        write()
    relay.speak()
    store.prepare()
    with store.reading() as db:
        known = len(versions(db))

    assert (StoreUnavailable, 1) == (type(refused.value), known)


def test_a_commit_without_an_answer_is_unknown(store, relay):
    """Nobody says that nothing was stored."""

    def write() -> None:
        with store.writing() as db:
            publish(db)
            relay.fall_silent()

    with pytest.raises(OutcomeUnknown, match="may or may not have been stored"):
        write()
    relay.speak()
