"""Numbered changes of the tables; each database gets each of them once."""

import sqlite3
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Engine, inspect, select, text, update

from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store.tables import METADATA, chain, schema, standing
from jobtrack_viz.store.upgrade_2 import to_number_2

__all__ = ["UPGRADES", "bring_up"]

Upgrade = Callable[[Connection], None]

UPGRADES: tuple[Upgrade, ...] = (to_number_2,)
"""The first brings tables of number 1 to number 2, and so on.

A new database gets the tables of ``tables.py`` at once, so a change is made there and here.
"""

_LOCK = 7_302_518_664
"""The number by which PostgreSQL knows that somebody upgrades; any, but always the same."""

_TRIES = 20


def bring_up(engine: Engine, upgrades: Sequence[Upgrade] = UPGRADES) -> None:
    """The tables are those of this version, however many processes start at once.

    Raises:
        StoreUnavailable: the database is of a newer version, or holds something else.
    """
    newest = 1 + len(upgrades)
    with engine.connect() as connection:
        if _number(connection) == newest:
            return
    if engine.dialect.name == "sqlite":
        _let_readers_go_on(engine)
    with engine.connect() as connection:
        connection.execution_options(jobtrack_writes=True)
        with connection.begin():
            _wait_for_turn(connection)
            number = _number(connection)
            if number > newest:
                raise StoreUnavailable(
                    f"The database was written by a newer version of the career map: its tables"
                    f" have number {number}, this version knows {newest}."
                )
            if not number:
                _make_tables(connection, newest)
                return
            for change in upgrades[number - 1 :]:
                change(connection)
            connection.execute(update(schema).values(number=newest))


def _number(connection: Connection) -> int:
    """Of the tables, 0 where there are none yet."""
    if not inspect(connection).has_table(schema.name):
        return 0
    return int(connection.execute(select(schema.c.number)).scalar_one())


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
