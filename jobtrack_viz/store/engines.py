"""How SQLite and PostgreSQL are opened, so that both keep the same promises."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from jobtrack_viz.errors import InvalidSetting, StoreUnavailable

__all__ = ["Address", "make_engine"]

_PATIENCE = 15
"""Seconds that a writer of SQLite waits for another."""

_LOG_BYTES = 16_000_000
"""The write-ahead log of SQLite grows while readers are on it; emptied, it shrinks to this."""

_POSTGRESQL = {
    "connect_timeout": 3,
    "application_name": "jobtrack",
    # Milliseconds that a statement may take, wait for a lock, and that a forgotten one may live.
    "options": "-c statement_timeout=5000 -c lock_timeout=3000"
    " -c idle_in_transaction_session_timeout=60000",
    # A machine that has gone without a word is noticed within seconds.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 5000,
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the database is; its words hold no password."""

    url: URL

    @classmethod
    def of(cls, text: str) -> "Address":
        """The address that ``DATABASE_URL`` gives.

        Raises:
            InvalidSetting: it is not one of SQLite or PostgreSQL.
        """
        try:
            url = make_url(text)
        except (ArgumentError, ValueError):
            raise _not_understood() from None
        if url.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
            return cls(url.set(drivername="postgresql+psycopg"))
        if url.drivername == "sqlite" and url.database and url.database != ":memory:":
            return cls(url)
        raise _not_understood()

    @property
    def kind(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.url.get_backend_name()

    def make_place(self) -> None:
        """A SQLite file exists, readable by its owner alone, if it can be created.

        Raises:
            StoreUnavailable: there is no place for it.
        """
        if self.kind != "sqlite":
            return
        path = Path(str(self.url.database))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise StoreUnavailable(f"The database cannot be created: {error.strerror}.") from error


def make_engine(address: Address) -> Engine:
    """Connections to this address, each opened when it is first needed."""
    if address.kind == "postgresql":
        return create_engine(
            address.url,
            pool_pre_ping=True,
            pool_timeout=3,
            hide_parameters=True,
            connect_args=_POSTGRESQL,
        )
    engine = create_engine(
        address.url,
        pool_timeout=_PATIENCE,
        hide_parameters=True,
        connect_args={"timeout": _PATIENCE},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """What has been acknowledged is on the disk; what has been deleted is overwritten."""
    connection.isolation_level = None  # transactions begin where we say, never by themselves
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at the start, so that it never fails half-way for another."""
    writes = connection.get_execution_options().get("jobtrack_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _not_understood() -> InvalidSetting:
    return InvalidSetting(
        "DATABASE_URL must be sqlite:///path/to/file or postgresql://user:password@host/database"
    )
