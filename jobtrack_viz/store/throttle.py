"""Failed attempts to sign in, so that passwords cannot be tried out on any machine."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import delete, select

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import throttle as table

__all__ = ["Failures", "add_failure", "clear_failures", "failures"]

_MEMORY = timedelta(days=1)


class Failures(NamedTuple):
    """How many in a row, each within a day of the one before, and when the last one was."""

    number: int
    last: datetime | None


def failures(db: Db, now: datetime, key: str) -> Failures:
    """What failed for this key and is not forgotten; none gives 0.

    In a transaction that writes nobody else counts for this key before it ends.
    """
    question = select(table.c.number, table.c.last).where(table.c.key == key)
    if db.writes:
        # In SQLite the transaction itself is the lock; elsewhere it needs a row.
        db.add_unless_there(table, key=key, number=0, last=now)
        question = question.with_for_update()
    row = db.row(question)
    if row is None or row.number == 0 or row.last <= now - _MEMORY:
        return Failures(0, None)
    return Failures(row.number, row.last)


def add_failure(db: Db, now: datetime, key: str) -> None:
    """One more failed for this key; whatever failed a day ago or earlier is forgotten."""
    db.change(delete(table).where(table.c.last <= now - _MEMORY))
    first = db.insert(table).values(key=key, number=1, last=now)
    db.change(
        first.on_conflict_do_update(
            index_elements=[table.c.key], set_={"number": table.c.number + 1, "last": now}
        )
    )


def clear_failures(db: Db, key: str) -> None:
    """Nothing failed for this key."""
    db.change(delete(table).where(table.c.key == key))
