"""One transaction, as the store's own functions use it."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

__all__ = ["Db"]

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
