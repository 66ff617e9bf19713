"""Sessions of HR's pages, so that signing out works on every machine."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import session as table

__all__ = [
    "Session",
    "add_session",
    "end_session",
    "end_sessions_of",
    "forget_sessions",
    "save_session",
    "session_of",
]

_IDLE = timedelta(minutes=30)
_AHEAD = timedelta(hours=1)
"""A session that was seen later than this from now was seen before the clock was set back."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in (None before that), and what the pages note between two requests."""

    person: int | None
    data: str
    seen_at: datetime
    expires_at: datetime


def add_session(
    db: Db,
    now: datetime,
    token_hash: str,
    person_id: int | None,
    data: str,
    expires_at: datetime,
) -> None:
    """The token opens a session until then, or until 30 minutes pass without a request."""
    db.change(
        table.insert().values(
            token_hash=token_hash,
            person=person_id,
            data=data,
            seen_at=now,
            expires_at=expires_at,
        )
    )


def session_of(db: Db, now: datetime, token_hash: str) -> Session | None:
    """The session of this token, if it has neither ended nor expired.

    A clock that is set back makes none last for longer than an hour more.
    """
    row = db.row(
        select(table.c.person, table.c.data, table.c.seen_at, table.c.expires_at).where(
            table.c.token_hash == token_hash,
            table.c.expires_at > now,
            table.c.seen_at > now - _IDLE,
            table.c.seen_at <= now + _AHEAD,
        )
    )
    return None if row is None else Session(**row._mapping)


def save_session(db: Db, now: datetime, token_hash: str, person_id: int | None, data: str) -> None:
    """The session holds this and was seen now; one that has ended stays so."""
    db.change(
        update(table)
        .where(table.c.token_hash == token_hash)
        .values(person=person_id, data=data, seen_at=now)
    )


def end_session(db: Db, token_hash: str) -> None:
    """The token opens nothing any longer."""
    db.change(delete(table).where(table.c.token_hash == token_hash))


def end_sessions_of(db: Db, person_id: int) -> None:
    """The person is signed out everywhere."""
    db.change(delete(table).where(table.c.person == person_id))


def forget_sessions(db: Db, now: datetime) -> int:
    """Expired sessions are gone; how many there were."""
    idle = table.c.seen_at <= now - _IDLE
    early = table.c.seen_at > now + _AHEAD
    return db.change(delete(table).where(or_(table.c.expires_at <= now, idle, early)))
