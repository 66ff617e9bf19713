"""Who did what and when; only ever added to, until its time is over."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import audit as table

__all__ = ["Entry", "entries", "forget_entries", "record"]

_FARTHEST = 2**31
"""More entries than there can be; a page beyond them is empty."""


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
    """It is noted, if what it speaks of is written too: both are of one transaction."""
    written = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
    db.change(
        table.insert().values(at=now, person=person, action=action, subject=subject, facts=written)
    )


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
        Entry(row.id, row.at, row.person, row.action, row.subject, json.loads(row.facts))
        for row in db.rows(question)
    )


def forget_entries(db: Db, before: datetime) -> int:
    """Whatever was noted before this moment is gone; how much it was."""
    return db.change(delete(table).where(table.c.at < before))
