"""One database, SQLite or PostgreSQL, and transactions on it."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger

from sqlalchemy import Engine

from jobtrack_viz.errors import StoreDamaged, StoreUnavailable, TablesChanged
from jobtrack_viz.store.circuit_breaker import CircuitBreaker
from jobtrack_viz.store.engines import Address, connected, make_engine
from jobtrack_viz.store.sqlite_file import SqliteFile
from jobtrack_viz.store.transaction import Db
from jobtrack_viz.store.trouble import told_of_commit, told_plainly
from jobtrack_viz.store.upgrades import bring_up, check_number, holds_versions

__all__ = ["Db", "Store", "open_store", "store_at"]

_READING, _WRITING = 1.2, 10.0
"""Seconds that a transaction waits for a server: one that reads, less than a reader would notice;
one that writes, longer than the limits that the server itself keeps."""

_NOT_ASKED = "The database has not answered yet."


class Store:
    """The database of one installation; safe to share between threads, and across a fork.

    Before its first transaction, and when its file or its tables turn out to be others, the tables
    are checked and brought up to date. Tables are made in an empty database only as long as
    this process has never found any: what vanishes later is not replaced by something empty.
    """

    def __init__(self, address: Address) -> None:
        self._address = address
        self._file = address.file
        self._lock = threading.Lock()
        self._preparing = threading.Lock()
        self._engine: Engine | None = None
        self._process = 0
        self._identity: tuple[int, int] | None = None
        self._generation = 0
        self._breaker = CircuitBreaker(self._prepare)
        self._breaker.open(StoreUnavailable(_NOT_ASKED))

    @property
    def kind(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._address.kind

    @property
    def generation(self) -> int:
        """Counts up whenever it may be another database that is at the address."""
        return self._generation

    def prepare(self) -> None:
        """The tables are those of this version of the product.

        A SQLite file that does not exist is created, readable by its owner alone.

        Raises:
            StoreUnavailable: the database cannot be reached, or is of a newer version. It is tried
                again when somebody asks.
        """
        try:
            self._prepare()
        except StoreUnavailable as error:
            self._breaker.open(error)
            raise
        self._breaker.close()

    @contextmanager
    def reading(self) -> Iterator[Db]:
        """One look at the database: every question within it sees the same moment.

        Raises:
            StoreUnavailable: the database cannot be reached at the moment.
            StoreDamaged: what was asked for cannot be read in it.
        """
        self._check()
        try:
            with told_plainly(), connected(self._own_engine(), _READING) as connection:
                # PostgreSQL alone needs to be asked for one moment; in SQLite it is always so.
                if self._address.kind == "postgresql":
                    connection.execution_options(
                        isolation_level="REPEATABLE READ", postgresql_readonly=True
                    )
                yield Db(connection, writes=False)
        except StoreDamaged:
            raise
        except StoreUnavailable as error:
            self._breaker.open(error)
            raise

    @contextmanager
    def writing(self) -> Iterator[Db]:
        """Everything within is written when the block ends, or nothing if it raises.

        Raises:
            StoreUnavailable: the database cannot be written at the moment.
            OutcomeUnknown: it stopped answering at the very end.
        """
        self._check()
        with told_plainly(), connected(self._own_engine(), _WRITING) as connection:
            connection.execution_options(jobtrack_writes=True)
            transaction = connection.begin()
            try:
                check_number(connection)
                db = Db(connection, writes=True)
                yield db
                db.finish()
            except BaseException as error:
                transaction.rollback()
                if isinstance(error, TablesChanged):
                    self._breaker.open(error)
                raise
            with told_of_commit():
                transaction.commit()

    def close(self) -> None:
        """No connection is open any more; the next transaction opens one."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose(close=self._process == os.getpid())
            self._engine = None

    def _check(self) -> None:
        """Return if there is a database to ask, and it is the one that was prepared."""
        if self._file is not None and self._identity is not None and self._breaker.is_closed:
            try:
                here = self._file.identity()
            except StoreUnavailable as error:
                self._breaker.open(error)
            else:
                if here != self._identity:
                    self._breaker.open(StoreUnavailable("The database’s file is another one now."))
        self._breaker.check()

    def _prepare(self) -> None:
        """Check the tables, make or change them where needed; one thread at a time."""
        with self._preparing:
            first = not self._generation
            here = self._file_in_place(self._file, first) if self._file else None
            try:
                number_changed = self._brought_up(first)
            except StoreUnavailable:
                self.close()  # the next file may be the one that is known, and these are not of it
                raise
            if first or number_changed or here != self._identity:
                self._generation += 1
            self._identity = here

    def _brought_up(self, first: bool) -> bool:
        """Whether tables were made or changed; damage beside the versions is put up with."""
        try:
            with told_plainly():
                return bring_up(self._own_engine(), may_make=first)
        except StoreDamaged as error:
            with told_plainly():
                if not holds_versions(self._own_engine()):
                    raise
            getLogger(__name__).error("%s Versions of the map can be read.", error)
            return False

    def _file_in_place(self, file: SqliteFile, first: bool) -> tuple[int, int]:
        """The file that is there, of which no connection of an earlier one is left."""
        try:
            if first:
                file.make()
            else:
                file.tighten()
            here = file.identity()
        except StoreUnavailable:
            self.close()
            raise
        if self._identity is not None and here != self._identity:
            self.close()
        return here

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
    """A store whose tables are those of this version of the product.

    Raises:
        InvalidSetting: the address is not one of SQLite or PostgreSQL.
        StoreUnavailable: the database cannot be reached, or is of a newer version.
    """
    store = store_at(url)
    store.prepare()
    return store


def store_at(url: str) -> Store:
    """A store that is prepared when it is first asked, whenever its database is there.

    Raises:
        InvalidSetting: the address is not one of SQLite or PostgreSQL.
    """
    return Store(Address.of(url))
