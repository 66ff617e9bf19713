"""A look at a database as it is, from outside: nothing is made, brought up to date or written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, create_engine, func, inspect, select, text
from sqlalchemy.exc import DBAPIError

from jobtrack_viz.errors import StoreUnavailable, UnreadableRecord
from jobtrack_viz.store.database import Db
from jobtrack_viz.store.engines import Address
from jobtrack_viz.store.tables import (
    audit,
    draft,
    link,
    person,
    publication,
    schema,
    session,
    standing,
    throttle,
    version,
)
from jobtrack_viz.store.trouble import told_plainly
from jobtrack_viz.store.upgrades import UPGRADES

__all__ = [
    "NEWEST_NUMBER",
    "Inspection",
    "count_standing",
    "draft_ids",
    "latest_moments",
    "published_number",
    "version_numbers",
]

NEWEST_NUMBER = 1 + len(UPGRADES)
"""Of the tables that this version of the product knows."""
_SECONDS = 60
_LONGEST_WORDS = 200
_ODD_VALUE = "A value in the database is not of the kind that this product writes."
_MOMENTS = {
    "the audit log": audit.c.at,
    "versions": version.c.at,
    "publications": publication.c.at,
    "drafts": draft.c.seen_at,
    "passwords": person.c.password_at,
    "links": link.c.made_at,
    "sessions": session.c.seen_at,
    "attempts to sign in": throttle.c.last,
}


class Inspection:
    """The database at an address, for reading alone; whatever state it is in."""

    def __init__(self, url: str) -> None:
        """Raises InvalidSetting if the address is not one of SQLite or PostgreSQL."""
        self._address = Address.of(url)
        self._engine = create_engine(
            _for_reading(self._address), connect_args=_limits(self._address), hide_parameters=True
        )

    @property
    def file(self) -> Path | None:
        """The file of SQLite; None on PostgreSQL."""
        database = self._address.url.database
        return Path(str(database)) if self._address.kind == "sqlite" else None

    @contextmanager
    def reading(self) -> Iterator[Db]:
        """One look at the database: every question within it sees the same moment.

        Raises:
            StoreUnavailable: it cannot be reached or read.
            UnreadableRecord: a value in it is of another kind than this product writes.
        """
        if self.file is not None and not self.file.exists():
            raise StoreUnavailable(f"There is no file {self.file.name}.")
        with _values_told(), told_plainly(), self._engine.connect() as connection:
            if self._address.kind == "postgresql":
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield Db(connection, writes=False)

    def number(self) -> int:
        """Of its tables, 0 if there are none.

        Raises:
            StoreUnavailable: it cannot be reached or read.
        """
        with self.reading() as db, told_plainly():
            if not inspect(self._engine).has_table(schema.name):
                return 0
            row = db.row(select(schema.c.number))
            return int(row.number) if row else 0

    def structure(self) -> str:
        """What SQLite itself finds wrong with its file; empty if nothing, and on PostgreSQL.

        Raises:
            StoreUnavailable: it cannot be reached or read.
        """
        if self.file is None:
            return ""
        with self.reading() as db:
            row = db.row(text("PRAGMA integrity_check(1)"))
        told = str(row[0]) if row else ""
        return "" if told == "ok" else " ".join(told.split())[:_LONGEST_WORDS]

    def close(self) -> None:
        """No connection is open any more."""
        self._engine.dispose()


def version_numbers(db: Db) -> tuple[int, ...]:
    """The numbers of all versions, in their order."""
    return tuple(row.number for row in db.rows(select(version.c.number).order_by(version.c.number)))


def draft_ids(db: Db) -> tuple[str, ...]:
    """The ids of all drafts, in their order."""
    return tuple(row.id for row in db.rows(select(draft.c.id).order_by(draft.c.made_at)))


def published_number(db: Db) -> int | None:
    """The version that the newest publication names, whether it is there or not."""
    newest = select(publication.c.version).order_by(publication.c.id.desc()).limit(1)
    row = db.row(newest)
    return None if row is None else int(row.version)


def count_standing(db: Db) -> int:
    """How many rows publishing would lock; there is to be one."""
    row = db.row(select(func.count()).select_from(standing))
    return int(row[0]) if row else 0


def latest_moments(db: Db) -> Mapping[str, datetime]:
    """The latest moment of each kind of row, as far as there are rows."""
    found = {}
    for name, column in _MOMENTS.items():
        row = db.row(select(func.max(column)))
        if row is not None and row[0] is not None:
            found[name] = row[0]
    return found


def _for_reading(address: Address) -> URL:
    if address.kind != "sqlite":
        return address.url
    place = Path(str(address.url.database)).resolve().as_uri()
    return address.url.set(database=f"{place}?mode=ro", query={"uri": "true"})


@contextmanager
def _values_told() -> Iterator[None]:
    """What a driver or a column's type cannot read leaves the block as one line for a person."""
    try:
        yield
    except (DBAPIError, ValueError, TypeError, OverflowError) as error:
        raise UnreadableRecord(_ODD_VALUE) from error


def _limits(address: Address) -> dict[str, object]:
    if address.kind == "sqlite":
        return {"timeout": _SECONDS}
    return {"connect_timeout": 5, "options": f"-c statement_timeout={_SECONDS * 1000}"}
