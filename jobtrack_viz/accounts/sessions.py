"""Sessions of people who are signed in: rows in the database, so that an end holds everywhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from jobtrack_viz.accounts.tokens import hash_of, is_token, new_token
from jobtrack_viz.store import (
    Db,
    Person,
    Store,
    add_session,
    end_session,
    end_sessions_of,
    forget_sessions,
    person,
    record,
    save_session,
    session_of,
)

__all__ = ["Entrance", "Visit", "save", "sign_out", "sign_out_everywhere", "start", "visit"]

_LASTS = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who is signed in, and what their pages have to remember, as text."""

    person: Person
    data: str
    seen_at: datetime


class Entrance(NamedTuple):
    """What a browser is given in which somebody has just proved who they are."""

    token: str
    """Of the new session."""
    browser: str
    """The cookie by which the browser is known next time."""


def start(db: Db, now: datetime, person_id: int) -> str:
    """The token of a new session; nobody had it before, so nobody can have planted it."""
    token = new_token()
    forget_sessions(db, now)
    add_session(db, now, hash_of(token), person_id, "", now + _LASTS)
    return token


def visit(store: Store, now: datetime, token: str) -> Visit | None:
    """Who comes with this token; nobody if it is over, unknown, or they may publish no longer."""
    if not is_token(token):
        return None
    with store.reading() as db:
        found = session_of(db, now, hash_of(token))
        who = person(db, found.person) if found and found.person is not None else None
    if found is None or who is None or who.disabled:
        return None
    return Visit(who, found.data, found.seen_at)


def save(store: Store, now: datetime, token: str, who: Person, data: str) -> None:
    """The session remembers this text, and somebody was there just now."""
    with store.writing() as db:
        save_session(db, now, hash_of(token), who.id, data)


def sign_out(store: Store, now: datetime, token: str, who: Person) -> None:
    """The session is over, on all machines."""
    with store.writing() as db:
        end_session(db, hash_of(token))
        record(db, now, who.email, "signed-out", who.email, {})


def sign_out_everywhere(store: Store, now: datetime, who: Person) -> None:
    """All sessions of this person are over."""
    with store.writing() as db:
        end_sessions_of(db, who.id)
        record(db, now, who.email, "signed-out-everywhere", who.email, {})
