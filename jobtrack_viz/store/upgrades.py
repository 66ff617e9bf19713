"""Numbered changes of the tables; each database gets each of them once."""

import sqlite3
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Engine, inspect, select, text, update

from jobtrack_viz.errors import StoreDamaged, StoreUnavailable, TablesChanged
from jobtrack_viz.store.engines import connected
from jobtrack_viz.store.tables import METADATA, chain, schema, standing, version
from jobtrack_viz.store.upgrade_2 import to_number_2

__all__ = ["UPGRADES", "bring_up", "check_number", "holds_versions", "newest_number"]

Upgrade = Callable[[Connection], None]

UPGRADES: tuple[Upgrade, ...] = (to_number_2,)
"""The first brings tables of number 1 to number 2, and so on.

A new database gets the tables of ``tables.py`` at once, so a change is made there and here.
"""

_LOCK = 7_302_518_664
"""The number by which PostgreSQL knows that somebody upgrades; any, but always the same."""

_TRIES = 20


_LOOKING, _CHANGING = 1.2, 75.0
"""Seconds that a server is waited for: whether there is anything to do, and for the turn of other
processes that do it."""


def bring_up(engine: Engine, upgrades: Sequence[Upgrade] = UPGRADES, may_make: bool = True) -> bool:
    """The tables are those of this version, however many processes start at once.

    Return whether this call made or changed them.

    Raises:
        StoreUnavailable: the database is of a newer version, or holds something else.
        TablesChanged: it is empty, and no tables may be made in it.
    """
    newest = newest_number(upgrades)
    with connected(engine, _LOOKING) as connection:
        number = _number(connection)
    if number == newest:
        return False
    _refuse(number, newest, may_make)
    if engine.dialect.name == "sqlite":
        _let_readers_go_on(engine)
    with connected(engine, _CHANGING) as connection:
        connection.execution_options(jobtrack_writes=True)
        with connection.begin():
            _wait_for_turn(connection)
            number = _number(connection)
            _refuse(number, newest, may_make)
            if not number:
                _make_tables(connection, newest)
                return True
            for change in upgrades[number - 1 :]:
                change(connection)
            connection.execute(update(schema).values(number=newest))
    return True


def newest_number(upgrades: Sequence[Upgrade] | None = None) -> int:
    """The number of the tables that this version of the product knows."""
    return 1 + len(UPGRADES if upgrades is None else upgrades)


def check_number(connection: Connection) -> None:
    """Return if the tables are still those of this version.

    Raises:
        TablesChanged: they are those of another one.
    """
    if connection.execute(select(schema.c.number)).scalar() != newest_number():
        raise TablesChanged("The tables of the database have changed.")


def holds_versions(engine: Engine) -> bool:
    """Whether there is at least one version, asked without looking at the number of the tables."""
    with connected(engine, _LOOKING) as connection:
        return connection.execute(select(version.c.number).limit(1)).first() is not None


def _refuse(number: int, newest: int, may_make: bool) -> None:
    if number > newest:
        raise StoreUnavailable(
            f"The database was written by a newer version of the career map: its tables"
            f" have number {number}, this version knows {newest}."
        )
    if not number and not may_make:
        raise TablesChanged("The database is empty now, and it was not. Put its content back.")


def _number(connection: Connection) -> int:
    """Of the tables, 0 where there are none yet."""
    if not inspect(connection).has_table(schema.name):
        return 0
    number = connection.execute(select(schema.c.number)).scalar()
    if not isinstance(number, int) or number < 1:
        raise StoreDamaged("The database is damaged: nobody knows which tables it has.")
    return number


def _make_tables(connection: Connection, number: int) -> None:
    there = set(inspect(connection).get_table_names())
    if there & set(METADATA.tables):
        raise StoreUnavailable("The database holds tables of something else; use an empty one.")
    METADATA.create_all(connection, checkfirst=False)
    connection.execute(schema.insert().values(number=number))
    connection.execute(standing.insert().values(id=1, epoch=0))
    ends = {"anchor_hash": "", "newest": 0, "newest_hash": ""}
    connection.execute(chain.insert().values(id=1, legacy=0, anchor=0, **ends))


def _wait_for_turn(connection: Connection) -> None:
    """In SQLite the transaction itself is the turn."""
    if connection.dialect.name != "postgresql":
        return
    connection.execute(text("SET LOCAL lock_timeout = '60s'"))
    connection.execute(text("SET LOCAL statement_timeout = '60s'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _let_readers_go_on(engine: Engine) -> None:
    """The file keeps a write-ahead log from now on: readers see the last state while one writes.

    Of two that switch at once SQLite refuses one without letting it wait; that one waits for its
    turn to write instead, and tries again.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        for _ in range(_TRIES):
            try:
                cursor.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                cursor.execute("BEGIN IMMEDIATE")
                cursor.execute("ROLLBACK")
    finally:
        connection.close()
