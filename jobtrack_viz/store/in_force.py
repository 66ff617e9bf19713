"""Which version readers see, and who may change that."""

from dataclasses import dataclass

from sqlalchemy import func, select, update

from jobtrack_viz.errors import TablesChanged
from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import publication, schema, standing
from jobtrack_viz.store.tables import version as table
from jobtrack_viz.store.upgrades import newest_number

__all__ = ["Current", "current", "lock_publication", "next_epoch", "shown_numbers"]


@dataclass(frozen=True, slots=True)
class Current:
    """The number that readers see, None before the first, and how often something was withdrawn."""

    number: int | None
    epoch: int


_EPOCH_ANEW = 2**30
"""Where counting goes on if damage took the count: no worker keeps anything under it."""

_NEWEST = select(publication.c.version).order_by(publication.c.id.desc()).limit(1)
_CURRENT = select(
    _NEWEST.scalar_subquery().label("published"),
    select(func.max(table.c.number)).scalar_subquery().label("highest"),
    select(func.max(standing.c.epoch)).scalar_subquery().label("epoch"),
    select(func.max(schema.c.number)).scalar_subquery().label("tables"),
)


def current(db: Db) -> Current:
    """What readers see, by one question to the database.

    Every publication adds a version, so the highest number is the newest one, also where a damaged
    record of publications says something else.

    Raises:
        TablesChanged: the tables are those of another version of the product.
    """
    row = db.row(_CURRENT)
    if row is None or row.tables != newest_number():
        raise TablesChanged("The tables of the database are those of another version.")
    return Current(row.highest or row.published, row.epoch or 0)


def shown_numbers(db: Db) -> tuple[int, ...]:
    """The numbers of all versions that were not withdrawn, the newest first."""
    open_ones = table.c.withdrawn_at.is_(None) & (table.c.withdrawn_why == "")
    rows = db.rows(select(table.c.number).where(open_ones).order_by(table.c.number.desc()))
    return tuple(row.number for row in rows)


def lock_publication(db: Db) -> None:
    """Until this transaction ends nobody else publishes or takes back."""
    # In SQLite the transaction itself is the lock, and FOR UPDATE is left out.
    if db.row(select(standing.c.id).with_for_update()) is None:
        db.add_unless_there(standing, id=1, epoch=_EPOCH_ANEW)


def next_epoch(db: Db) -> None:
    """Workers forget what they keep of the versions, for something in them was taken back."""
    db.change(update(standing).values(epoch=standing.c.epoch + 1))
