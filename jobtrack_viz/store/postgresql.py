"""Connections to PostgreSQL that give up on a server which stays silent.

PostgreSQL's own limits hold only while the server works, and TCP's only while its machine is gone:
a server that is stopped keeps its connections and never answers. So every wait for an answer
spends from a budget, and a connection whose budget is spent is closed.
"""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

__all__ = ["WaitBudget", "checked_out", "postgresql_engine"]

_PING = 0.4
"""Seconds of silence after which a connection from the pool is replaced by a new one."""

_INTERVAL = 0.1
"""Seconds after which psycopg looks up from waiting, and the budget is looked at."""

_PARAMETERS: dict[str, Any] = {
    # Whoever asks gives up earlier; this ends the thread that went on connecting.
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

_SILENT = "the server did not answer in time"


class WaitBudget:
    """How many seconds of silence may still be waited through; answers in between cost nothing."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def spend(self, seconds: float) -> None:
        """Take so much from it.

        Raises:
            psycopg.OperationalError: nothing is left.
        """
        self.seconds -= seconds
        if self.seconds <= 0:
            raise psycopg.OperationalError(_SILENT)


class _Opening(threading.local):
    """The budget of whoever is being given a connection in this thread."""

    budget: WaitBudget | None = None


_OPENING = _Opening()


class _BoundedConnection(psycopg.Connection[Any]):
    """A connection of which every wait is bounded: statements, commits, rollbacks and pings."""

    budget: WaitBudget | None = None

    def wait(self, gen: Any, interval: float = _INTERVAL, timeout: float | None = None) -> Any:
        budget = self.budget or _OPENING.budget
        if budget is None:
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(_within(gen, budget), min(interval, _INTERVAL), timeout)
        finally:
            if budget.seconds <= 0:
                self.pgconn.finish()  # what it would answer later belongs to no question


def _within(gen: Generator[Any, Any, Any], budget: WaitBudget) -> Generator[Any, Any, Any]:
    """The same generator; an interval that passes without any news is taken from the budget."""
    try:
        wanted = next(gen)
        while True:
            start = time.monotonic()
            ready = yield wanted
            if not ready:
                budget.spend(time.monotonic() - start)
            wanted = gen.send(ready)
    except StopIteration as end:
        return end.value


def postgresql_engine(url: URL) -> Engine:
    """Connections to this address, each opened when it is first needed, within a budget."""
    engine = create_engine(
        url, pool_pre_ping=True, pool_timeout=1, hide_parameters=True, connect_args=_PARAMETERS
    )

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: Any, _record: Any, arguments: Any, parameters: Any) -> Any:
        budget = _OPENING.budget or WaitBudget(_PARAMETERS["connect_timeout"])
        return _connected(lambda: _BoundedConnection.connect(*arguments, **parameters), budget)

    @event.listens_for(engine, "checkin")
    def give_back(connection: Any, _record: Any) -> None:
        if connection is not None:
            connection.budget = WaitBudget(_PING)

    return engine


@contextmanager
def checked_out(engine: Engine, seconds: float) -> Iterator[Connection]:
    """A connection for one transaction, which waits for answers for so many seconds in all."""
    budget = WaitBudget(seconds)
    _OPENING.budget = budget
    try:
        connection = engine.connect()
    finally:
        _OPENING.budget = None
    with connection:
        raw: Any = connection.connection.dbapi_connection
        raw.budget = budget
        yield connection


def _connected(connect: Callable[[], Any], budget: WaitBudget) -> Any:
    """A new connection, unless looking up the name or connecting takes longer than the budget.

    Neither can be interrupted, so they happen in a thread that is left alone when it is late; it
    ends by itself, and closes what it opened.
    """
    outcome: list[Any] = []
    lock, left_alone, done = threading.Lock(), threading.Event(), threading.Event()

    def work() -> None:
        try:
            made: Any = connect()
        except Exception as error:  # noqa: BLE001 - whoever waits raises it
            made = error
        with lock:
            if left_alone.is_set():
                if not isinstance(made, Exception):
                    made.close()
                return
            outcome.append(made)
        done.set()

    start = time.monotonic()
    threading.Thread(target=work, name="database-connect", daemon=True).start()
    done.wait(max(budget.seconds, 0))
    budget.seconds -= time.monotonic() - start
    with lock:
        if not outcome:
            left_alone.set()
            raise psycopg.OperationalError(_SILENT)
    if isinstance(outcome[0], Exception):
        raise outcome[0].with_traceback(None)
    return outcome[0]
