"""Who did what and when; only ever added to, until its time is over."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import delete, func, select

from jobtrack_viz.store.chain import hold_ends, set_anchor, set_newest
from jobtrack_viz.store.database import Db
from jobtrack_viz.store.seal import hash_of_entry
from jobtrack_viz.store.settings import set_setting
from jobtrack_viz.store.tables import audit as table

__all__ = ["Entry", "entries", "forget_entries", "record", "record_nothing"]

_FARTHEST = 2**31
"""More entries than there can be; a page beyond them is empty."""
_LAST = select(table.c.id, table.c.hash).order_by(table.c.id.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody did."""

    id: int
    at: datetime
    person: str
    action: str
    subject: str
    facts: Mapping[str, str]


def record(
    db: Db, now: datetime, person: str, action: str, subject: str, facts: Mapping[str, str]
) -> None:
    """It is noted, if what it speaks of is written too: both are of one transaction.

    The entry is written as the last of it, as the newest of the hash chain.
    """
    written = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
    db.at_end(partial(_add, db, now, person, action, subject, written))


def record_nothing(db: Db, now: datetime) -> None:
    """As much is done as by ``record``, and nothing is noted: nobody can tell by the time."""
    db.at_end(partial(_add_nothing, db, now))


def entries(
    db: Db,
    *,
    person: str = "",
    action: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int = 100,
    offset: int = 0,
) -> tuple[Entry, ...]:
    """What was noted, the newest first; ``since`` is within, ``until`` is not."""
    db.finish()
    question = select(table).order_by(table.c.id.desc()).limit(limit).offset(min(offset, _FARTHEST))
    if person:
        question = question.where(table.c.person == person)
    if action:
        question = question.where(table.c.action == action)
    if since:
        question = question.where(table.c.at >= since)
    if until:
        question = question.where(table.c.at < until)
    return tuple(
        Entry(row.id, row.at, row.person, row.action, row.subject, _facts(row.facts))
        for row in db.rows(question)
    )


def _facts(written: str) -> Mapping[str, str]:
    """What an entry says besides; where that is damaged, the page says as much."""
    try:
        found = json.loads(written)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"damaged": "this cannot be read"}


def forget_entries(db: Db, now: datetime, before: datetime) -> int:
    """Whatever was noted before this moment is gone, and an entry says so; how much it was.

    Only the oldest entries go, up to the first that has to stay, so that the chain still holds.
    One with a moment that is yet to come holds nothing up: a clock was wrong when it was written.
    """
    if db.row(select(table.c.id).where(table.c.at < before).limit(1)) is None:
        return 0  # Which is nearly always so, and costs one look into an index.
    ends = hold_ends(db)
    staying = select(func.min(table.c.id)).where(table.c.at >= before, table.c.at <= now)
    first = db.row(staying)
    beyond = first[0] if first and first[0] is not None else ends.newest + 1
    last = db.row(_LAST.where(table.c.id < beyond, table.c.at < before))
    if last is None:
        return 0
    set_anchor(db, last.id, last.hash)
    gone = db.change(delete(table).where(table.c.id <= last.id))
    facts = {"entries": str(gone), "up to": str(last.id), "digest": last.hash}
    record(db, now, "", "entries-deleted", "audit log", facts)
    return gone


def _add(db: Db, now: datetime, person: str, action: str, subject: str, facts: str) -> None:
    ends = hold_ends(db)
    number = ends.newest + 1
    known = hash_of_entry(ends.newest_hash, number, now, person, action, subject, facts)
    values = {"person": person, "action": action, "subject": subject, "facts": facts}
    db.change(table.insert().values(id=number, at=now, hash=known, **values))
    set_newest(db, number, known)


def _add_nothing(db: Db, now: datetime) -> None:
    ends = hold_ends(db)
    known = hash_of_entry(ends.newest_hash, ends.newest + 1, now, "", "", "", "")
    set_setting(db, "last-unknown-sign-in", known)
    set_newest(db, ends.newest, ends.newest_hash)
