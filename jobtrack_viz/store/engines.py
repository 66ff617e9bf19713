"""Where the database is, and how SQLite and PostgreSQL are opened to keep the same promises."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.store.sqlite_file import SqliteFile, sqlite_connection, sqlite_engine

__all__ = ["Address", "connected", "make_engine"]


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
            return cls(_known_to_postgresql(url.set(drivername="postgresql+psycopg")))
        if url.drivername == "sqlite" and url.database and url.database != ":memory:":
            return cls(url)
        raise _not_understood()

    @property
    def kind(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.url.get_backend_name()

    @property
    def file(self) -> SqliteFile | None:
        """The file that SQLite keeps everything in."""
        return SqliteFile(Path(str(self.url.database))) if self.kind == "sqlite" else None


def make_engine(address: Address) -> Engine:
    """Connections to this address, each opened when it is first needed."""
    if address.kind == "postgresql":
        from jobtrack_viz.store.postgresql import postgresql_engine

        return postgresql_engine(address.url)
    return sqlite_engine(address.url)


def connected(engine: Engine, seconds: float) -> AbstractContextManager[Connection]:
    """A connection for one transaction.

    A server is waited for no longer than so many seconds in all; how long SQLite waits for others
    depends on whether the transaction reads or writes.
    """
    if engine.dialect.name == "postgresql":
        from jobtrack_viz.store.postgresql import checked_out

        return checked_out(engine, seconds)
    return sqlite_connection(engine)


def _known_to_postgresql(url: URL) -> URL:
    """The address, if its options are those of PostgreSQL."""
    import psycopg  # not there before PostgreSQL is asked for
    from psycopg.conninfo import make_conninfo

    try:
        make_conninfo("", **{name: str(value) for name, value in url.query.items()})
    except psycopg.ProgrammingError:
        raise _not_understood() from None
    return url


def _not_understood() -> InvalidSetting:
    return InvalidSetting(
        "DATABASE_URL must be sqlite:///path/to/file or postgresql://user:password@host/database"
    )
