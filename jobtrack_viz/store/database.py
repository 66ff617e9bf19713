"""One database, SQLite or PostgreSQL, and transactions on it."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, Executable, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

from jobtrack_viz.store.engines import Address, make_engine
from jobtrack_viz.store.patience import Patience
from jobtrack_viz.store.trouble import told_plainly
from jobtrack_viz.store.upgrades import bring_up

__all__ = ["Db", "Store", "open_store"]


_NO_WRITING = "a transaction for reading cannot write"


class Db:
    """One transaction; only the store's own functions can do anything with it."""

    def __init__(self, connection: Connection, writes: bool) -> None:
        self._connection = connection
        self.writes = writes
        self._kind = connection.dialect.name
        self._at_end: list[Callable[[], None]] = []

    def rows(self, question: Executable) -> Sequence[Row[Any]]:
        """All rows of the answer."""
        return self._connection.execute(question).all()

    def row(self, question: Executable) -> Row[Any] | None:
        """The first row of the answer, if there is one."""
        return self._connection.execute(question).first()

    def change(self, statement: Executable) -> int:
        """How many rows the statement changed."""
        return int(self._written(statement).rowcount)

    def add_unless_there(self, table: Table, **values: Any) -> bool:
        """Whether the row was added, because none with its key was there."""
        new = self.insert(table).values(**values).on_conflict_do_nothing()
        return bool(self._written(new.returning(*table.primary_key)).all())

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """A statement that can say what happens where the key is there already."""
        return postgresql.insert(table) if self._kind == "postgresql" else sqlite.insert(table)

    def at_end(self, work: Callable[[], None]) -> None:
        """The work is done as the last of this transaction, in the order of the calls.

        What everybody has to hold in turn belongs there: it is held for the shortest time, and
        never while somebody waits for something else.
        """
        if not self.writes:
            raise TypeError(_NO_WRITING)
        self._at_end.append(work)

    def finish(self) -> None:
        """Whatever was to be done at the end is done now."""
        while self._at_end:
            self._at_end.pop(0)()

    def _written(self, statement: Executable) -> CursorResult[Any]:
        if not self.writes:
            raise TypeError(_NO_WRITING)
        return self._connection.execute(statement)


class Store:
    """The database of one installation; safe to share between threads, and across a fork."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._engine: Engine | None = None
        self._process = 0
        self._patience = Patience()

    @property
    def kind(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._address.kind

    @contextmanager
    def reading(self) -> Iterator[Db]:
        """One look at the database: every question within it sees the same moment.

        Raises:
            StoreUnavailable: the database cannot be reached at the moment.
        """
        with (
            self._patience.asked(),
            told_plainly(),
            self._own_engine().connect() as connection,
        ):
            # PostgreSQL alone needs to be asked for one moment; in SQLite it is always so.
            if self._address.kind == "postgresql":
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield Db(connection, writes=False)

    @contextmanager
    def writing(self) -> Iterator[Db]:
        """Everything within is written when the block ends, or nothing if it raises.

        Raises:
            StoreUnavailable: the database cannot be written at the moment.
        """
        with told_plainly(), self._own_engine().connect() as connection:
            connection.execution_options(jobtrack_writes=True)
            with connection.begin():
                db = Db(connection, writes=True)
                yield db
                db.finish()

    def close(self) -> None:
        """No connection is open any more; the next transaction opens one."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose(close=self._process == os.getpid())
            self._engine = None

    def _own_engine(self) -> Engine:
        """Connections belong to the process that opened them, so a forked one gets its own."""
        with self._lock:
            if self._engine is None or self._process != os.getpid():
                if self._engine is not None:
                    self._engine.dispose(close=False)
                self._engine = make_engine(self._address)
                self._process = os.getpid()
            return self._engine


def open_store(url: str) -> Store:
    """A store whose tables are those of this version of the product; no connection is open.

    A SQLite file that does not exist is created, readable by its owner alone.

    Raises:
        InvalidSetting: the address is not one of SQLite or PostgreSQL.
        StoreUnavailable: the database cannot be reached, or is of a newer version.
    """
    address = Address.of(url)
    address.make_place()
    engine = make_engine(address)
    try:
        with told_plainly():
            bring_up(engine)
    finally:
        engine.dispose()
    return Store(address)
