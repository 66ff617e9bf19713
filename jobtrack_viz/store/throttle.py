"""Attempts to sign in, counted under keys that tell nothing, so that all machines count together.

What a row means is for ``accounts`` to say; here it is kept, held while somebody decides, and
deleted once its time is over.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, or_, select

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import throttle as table

__all__ = [
    "LONGEST_KEPT",
    "Counted",
    "clear_counted",
    "counted",
    "forget_counted",
    "make_counted",
    "over_counted",
    "set_counted",
]

LONGEST_KEPT = timedelta(days=1)
"""No row is kept longer after the attempt that it counts."""
_AT_A_TIME = 200


class Counted(NamedTuple):
    """What stands under a key: how many, when the last one was, until when it counts."""

    number: int
    last: datetime
    until: datetime


def counted(db: Db, key: str) -> Counted | None:
    """What stands under this key.

    In a transaction that writes nobody else can change a row that is there before it ends.
    """
    question = select(table.c.number, table.c.last, table.c.until).where(table.c.key == key)
    row = db.row(question.with_for_update() if db.writes else question)
    return None if row is None else Counted(row.number, row.last, row.until)


def make_counted(db: Db, key: str, now: datetime) -> None:
    """A row is there to be held, as one that counts nothing if it is new."""
    db.add_unless_there(table, key=key, number=0, last=now, until=now)


def set_counted(db: Db, key: str, new: Counted) -> None:
    """This stands under the key."""
    row = db.insert(table).values(key=key, **new._asdict())
    db.change(row.on_conflict_do_update(index_elements=[table.c.key], set_=new._asdict()))


def clear_counted(db: Db, key: str) -> None:
    """Nothing is counted under this key."""
    db.change(delete(table).where(table.c.key == key))


def over_counted(db: Db, now: datetime) -> bool:
    """Whether there are rows whose time is over; asking takes no lock."""
    return db.row(select(table.c.key).where(_over(now)).limit(1)) is not None


def forget_counted(db: Db, now: datetime, most: int = _AT_A_TIME) -> int:
    """At most so many rows whose time is over are gone; how many there were."""
    # Two that clean up at once take different rows, so that neither waits for the other.
    batch = select(table.c.key).where(_over(now)).limit(most).with_for_update(skip_locked=True)
    keys = [row.key for row in db.rows(batch)]
    return db.change(delete(table).where(table.c.key.in_(keys))) if keys else 0


def _over(now: datetime) -> ColumnElement[bool]:
    """A row that would be kept longer than any can be goes too: the clock was set back after it."""
    return or_(table.c.until <= now, table.c.until > now + LONGEST_KEPT + timedelta(hours=1))
