"""The file of a SQLite database: made once, its owner's only, and noticed when it goes away."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError

from jobtrack_viz.errors import StoreUnavailable

__all__ = ["SqliteFile", "sqlite_connection", "sqlite_engine"]

_OWNER_ONLY = 0o600
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside the file; it gives them the mode of the file itself."""

_READER_WAITS = 1
_WRITER_WAITS = 15
"""Seconds that a transaction waits for others before it is told that the database is busy."""

_LOG_BYTES = 16_000_000
"""The write-ahead log of SQLite grows while readers are on it; emptied, it shrinks to this."""

_NOT_WRITABLE_PLACE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}

_Identity = tuple[int, int]


class SqliteFile:
    """Where the database is on this machine."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def make(self) -> None:
        """The file exists, and it and those beside it are readable by their owner alone.

        Raises:
            StoreUnavailable: there is no place for it, or only a part of a database is there.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if not self._path.exists():
                self._refuse_a_part()
                _create(self._path)
        except OSError as error:
            raise StoreUnavailable(f"The database cannot be created: {error.strerror}.") from error
        self.tighten()

    def tighten(self) -> None:
        """Whoever may not read the file may not, as far as this process can see to it."""
        for path in (self._path, *(Path(f"{self._path}{end}") for end in _BESIDE)):
            try:
                found = stat.S_IMODE(path.stat().st_mode)
                if found & 0o077:
                    path.chmod(found & 0o700)
                    getLogger(__name__).warning(
                        "%s was open to other users of this machine; it is its owner's only now",
                        path.name,
                    )
            except FileNotFoundError:
                continue
            except OSError:
                getLogger(__name__).warning("%s is open to other users of this machine", path.name)

    def identity(self) -> _Identity:
        """Which file this is; another one in its place has another identity.

        Raises:
            StoreUnavailable: there is none.
        """
        try:
            found = self._path.stat()
        except OSError:
            raise StoreUnavailable(
                "The database’s file is gone. Put it back, or a copy of it."
            ) from None
        return found.st_dev, found.st_ino

    def _refuse_a_part(self) -> None:
        """A new file beside the log of another one would be a mixture of both."""
        if any(Path(f"{self._path}{end}").exists() for end in _BESIDE):
            raise StoreUnavailable(
                f"The database’s file is gone, but what belongs to it is there. Put the file back,"
                f" or remove {self._path.name}-wal and {self._path.name}-shm to begin anew."
            )


def _create(path: Path) -> None:
    """An empty file whose mode is that of no other, whatever the umask."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWNER_ONLY)
    except FileExistsError:
        return  # another worker was quicker
    try:
        os.fchmod(descriptor, _OWNER_ONLY)
    finally:
        os.close(descriptor)


def sqlite_engine(url: URL) -> Engine:
    """Connections to this file, which must exist: SQLite itself never makes one."""
    engine = create_engine(url, pool_timeout=1, hide_parameters=True)
    path = str(url.database)

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: Any, record: Any, _arguments: Any, _parameters: Any) -> Any:
        connection = _opened(path, "?mode=rw")
        try:
            connection.execute("PRAGMA schema_version")
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF not in _NOT_WRITABLE_PLACE or _has_log(path):
                raise
            # No log can be made where nothing can be written; then there is nobody who writes.
            record.info["as_it_was"] = _state(path)
            connection = _opened(path, "?mode=ro&immutable=1")
        except sqlite3.DatabaseError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            # A file that was cut short is refused as a whole, unless somebody wants what is left.
            record.info["as_it_was"] = _state(path)
            connection = _opened(path, "?mode=ro")
            connection.execute("PRAGMA writable_schema = ON")
        _prepare(connection)
        return connection

    @event.listens_for(engine, "checkout")
    def still_as_it_was(_connection: Any, record: Any, _proxy: Any) -> None:
        if "as_it_was" in record.info and record.info["as_it_was"] != _state(path):
            raise DisconnectionError("the file has changed")

    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def sqlite_connection(engine: Engine) -> Iterator[Connection]:
    """A connection for one transaction."""
    with engine.connect() as connection:
        yield connection


def _opened(path: str, how: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{quote(os.path.abspath(path))}{how}",
        uri=True,
        timeout=_READER_WAITS,
        check_same_thread=False,
        isolation_level=None,  # transactions begin where we say, never by themselves
    )


def _has_log(path: str) -> bool:
    try:
        return os.stat(f"{path}-wal").st_size > 0
    except OSError:
        return False


def _state(path: str) -> tuple[int, ...]:
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _prepare(connection: sqlite3.Connection) -> None:
    """What has been acknowledged is on the disk; what has been deleted is overwritten.

    A damaged text is read with a mark in place of what cannot be read.
    """
    connection.text_factory = lambda text: text.decode(errors="replace")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES}")


def _begin(connection: Connection) -> None:
    """A writer takes its turn at the start, so that it never fails half-way for another."""
    writes = connection.get_execution_options().get("jobtrack_writes", False)
    raw: Any = connection.connection.dbapi_connection
    waits = _WRITER_WAITS if writes else _READER_WAITS
    raw.execute(f"PRAGMA busy_timeout = {int(waits * 1000)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
