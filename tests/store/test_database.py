"""Opening, upgrading, and saying plainly what is wrong with a database."""

import threading

import pytest
from sqlalchemy import inspect, text

from jobtrack_viz.errors import InvalidSetting, StoreUnavailable
from jobtrack_viz.store import (
    Current,
    add_withdrawn_story,
    current,
    lock_publication,
    open_store,
    record,
    set_setting,
    setting,
)
from jobtrack_viz.store.engines import Address, make_engine
from jobtrack_viz.store.upgrades import UPGRADES, bring_up
from tests.store.processes import at_once
from tests.stores import NOON, away, database, publish, until_reached


def run(address: str, *commands: str) -> list[object]:
    """The commands ran in one transaction; what the last one answers."""
    if (file := Address.of(address).file) is not None:
        file.make()
    engine = make_engine(Address.of(address))
    with engine.begin() as connection:
        answers = [connection.execute(text(command)) for command in commands]
        rows = answers[-1].all() if answers[-1].returns_rows else []
    engine.dispose()
    return [tuple(row) for row in rows]


def test_several_workers_start_on_an_empty_database(address):
    """All of them find the tables, which were made once."""

    def start(_place: int) -> int:
        with open_store(address).writing() as db:
            add_withdrawn_story(db, NOON, "same", "")
            return current(db).epoch

    assert [1] * 6 == at_once(start, 6)
    assert [(1 + len(UPGRADES),)] == run(address, "SELECT number FROM schema")


def test_an_older_database_is_brought_up_once(address):
    """Several workers of a new version start at once; each change is made one time, in order."""
    with open_store(address).writing() as db:
        publish(db)
    upgrades = (
        *UPGRADES,
        lambda connection: connection.execute(text("ALTER TABLE story ADD COLUMN told INTEGER")),
        lambda connection: connection.execute(text("UPDATE standing SET epoch = epoch + 10")),
    )

    def start(_place: int) -> int:
        engine = make_engine(Address.of(address))
        bring_up(engine, upgrades)
        with engine.connect() as connection:
            told = [column["name"] for column in inspect(connection).get_columns("story")][-1]
        engine.dispose()
        return told

    assert ["told"] * 4 == at_once(start, 4)
    number = 1 + len(UPGRADES) + 2
    assert [(number, 10)] == run(address, "SELECT schema.number, epoch FROM schema, standing")


def test_a_failed_upgrade_changes_nothing(address):
    """The tables stay those of the earlier version, which can still be used."""
    store = open_store(address)
    with store.writing() as db:
        set_setting(db, "key", "value")
    store.close()
    upgrades = (
        *UPGRADES,
        lambda connection: connection.execute(text("DROP TABLE setting")),
        lambda connection: connection.execute(text("SELECT nonsense")),
    )
    engine = make_engine(Address.of(address))
    with pytest.raises(Exception, match="nonsense"):
        bring_up(engine, upgrades)
    engine.dispose()

    with open_store(address).reading() as db:
        assert "value" == setting(db, "key")


def test_a_newer_database_is_refused(address):
    """An older version of the product does not touch what it does not know."""
    open_store(address).close()
    run(address, "UPDATE schema SET number = 9")

    with pytest.raises(StoreUnavailable) as told:
        open_store(address)
    assert (
        "The database was written by a newer version of the career map: its tables have number 9,"
        f" this version knows {1 + len(UPGRADES)}." == str(told.value)
    )


def test_a_database_of_something_else_is_refused(address):
    """Nothing of ours is put between the tables of another product."""
    run(address, "CREATE TABLE person (name TEXT)")

    with pytest.raises(StoreUnavailable, match="tables of something else"):
        open_store(address)
    assert [] == run(address, "SELECT name FROM person")


def test_reading_sees_one_moment_and_cannot_write(store):
    """What is published while a page is made does not mix into it."""
    with store.reading() as db:
        before = current(db)
        with store.writing() as other:
            publish(other)
        same = current(db)
        with pytest.raises(TypeError):
            record(db, NOON, "ada", "act", "", {})
    with store.reading() as db:
        after = current(db)

    assert (Current(None, 0), Current(None, 0), Current(1, 0)) == (before, same, after)


def test_a_forked_worker_has_connections_of_its_own(store):
    """Parent and children read and write at once; nobody gets another's answer."""
    with store.writing() as db:
        set_setting(db, "word", "0")

    def work(place: int) -> list[str | None]:
        read = []
        for _ in range(10):
            with store.writing() as db:
                set_setting(db, f"word-{place}", str(place))
            with store.reading() as db:
                read.append(setting(db, f"word-{place}"))
        return read

    assert [[str(place)] * 10 for place in range(3)] == at_once(work, 3)
    with store.reading() as db:
        assert "0" == setting(db, "word")


def test_two_people_publish_one_after_the_other(store):
    """Whoever holds the publication sees what the one before has published."""
    first_holds, seen = threading.Event(), []

    def second() -> None:
        first_holds.wait()
        with store.writing() as db:
            lock_publication(db)
            seen.append(current(db).number)

    other = threading.Thread(target=second)
    other.start()
    with store.writing() as db:
        lock_publication(db)
        first_holds.set()
        other.join(0.2)
        publish(db)
    other.join()

    assert [1] == seen


def test_an_address_is_one_of_two_kinds():
    """What is wrong is said without repeating the address, which may hold a password."""
    for wrong in ("mysql://u:secret@h/d", "secret", "sqlite://", "sqlite:///:memory:", "a://:b:c/"):
        with pytest.raises(InvalidSetting) as told:
            open_store(wrong)
        assert "secret" not in str(told.value)
        assert "DATABASE_URL must be sqlite:///" in str(told.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_server_that_is_not_there(scheme):
    """One line says so, and holds neither name nor password."""
    with pytest.raises(StoreUnavailable) as told:
        open_store(f"{scheme}://someone:secret@127.0.0.1:9/careers")

    assert "The database cannot be reached." == str(told.value)


def test_postgresql_is_asked_for_its_limits(store):
    """Nobody waits long for a lock or an answer."""
    if store.kind == "sqlite":
        pytest.skip("SQLite's own limits are tested by two writers")
    with store.writing() as db:
        limits = [db.row(text(f"SHOW {name}"))[0] for name in ("statement_timeout", "lock_timeout")]

    assert ["5s", "3s"] == limits


def test_a_server_that_goes_and_comes_back(tmp_path):
    """One refusal for each try while it is away; afterwards the same store works again."""
    with database("postgresql", tmp_path) as address:
        store = open_store(address)
        with store.writing() as db:
            publish(db)
        told = []
        with away(address):
            for _ in range(3):
                with pytest.raises(StoreUnavailable) as refused, store.reading() as db:
                    current(db)
                told.append(str(refused.value))
        until_reached(store)
        with store.writing() as db:
            back = publish(db)
        store.close()

    assert (["The database cannot be reached."] * 3, 2) == (told, back)
