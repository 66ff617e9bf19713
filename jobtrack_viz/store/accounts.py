"""Accounts of HR, and the links by which people choose their passwords."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update

from jobtrack_viz.errors import AccountExists
from jobtrack_viz.store.database import Db
from jobtrack_viz.store.in_force import lock_publication
from jobtrack_viz.store.tables import link, session
from jobtrack_viz.store.tables import person as table

__all__ = [
    "Link",
    "Person",
    "add_link",
    "add_person",
    "disable_person",
    "enable_person",
    "link_of",
    "people",
    "person",
    "person_of",
    "set_password",
    "unused_setup_link",
    "use_link",
    "used_links",
]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of HR who may sign in, once a password was chosen."""

    id: int
    email: str
    password_hash: str | None
    disabled: bool
    added_at: datetime
    password_at: datetime | None


@dataclass(frozen=True, slots=True)
class Link:
    """A link to choose a password; for nobody yet if it is the one of the first start."""

    person: int | None
    made_by: str
    """Who made it; empty for the server itself, at its first start."""
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None


_PEOPLE = select(
    table.c.id,
    table.c.email,
    table.c.password_hash,
    table.c.disabled,
    table.c.added_at,
    table.c.password_at,
)
_AHEAD = timedelta(hours=1)
"""A link that was made later than this from now was made before the clock was set back."""


def add_person(db: Db, now: datetime, email: str) -> int:
    """The id of the new account, which has no password yet.

    Raises:
        AccountExists: there is one with this e-mail address, in capitals or not.
    """
    address = _address(email)
    if not db.add_unless_there(table, email=address, disabled=False, added_at=now):
        raise AccountExists(f"There is an account for {address} already.")
    row = db.row(select(table.c.id).where(table.c.email == address))
    return int(row[0]) if row else 0


def person_of(db: Db, email: str) -> Person | None:
    """The account with this e-mail address, in capitals or not."""
    return _first(db, table.c.email == _address(email))


def person(db: Db, person_id: int) -> Person | None:
    """The account with this id."""
    return _first(db, table.c.id == person_id)


def people(db: Db) -> tuple[Person, ...]:
    """All accounts by their addresses, disabled ones too."""
    return tuple(Person(**row._mapping) for row in db.rows(_PEOPLE.order_by(table.c.email)))


def set_password(db: Db, now: datetime, person_id: int, password_hash: str) -> None:
    """The account has this password from now on."""
    db.change(
        update(table)
        .where(table.c.id == person_id)
        .values(password_hash=password_hash, password_at=now)
    )


def disable_person(db: Db, person_id: int) -> None:
    """The account opens nothing: its sessions have ended and its links do not work."""
    db.change(update(table).where(table.c.id == person_id).values(disabled=True))
    db.change(delete(session).where(session.c.person == person_id))
    db.change(delete(link).where(link.c.person == person_id, link.c.used_at.is_(None)))


def enable_person(db: Db, person_id: int) -> None:
    """The account may sign in again."""
    db.change(update(table).where(table.c.id == person_id).values(disabled=False))


def add_link(
    db: Db, now: datetime, token_hash: str, person_id: int | None, by: str, expires_at: datetime
) -> None:
    """The token's link works once until then; an earlier one for the same person is void."""
    unused = link.c.used_at.is_(None)
    db.change(delete(link).where(_for(person_id), unused))
    db.change(delete(link).where(link.c.expires_at <= now, unused))
    db.change(
        link.insert().values(
            token_hash=token_hash,
            person=person_id,
            made_by=by,
            made_at=now,
            expires_at=expires_at,
        )
    )


def link_of(db: Db, now: datetime, token_hash: str) -> Link | None:
    """The link of this token, if it still works."""
    return _link(db, link.c.token_hash == token_hash, *_working(now))


def use_link(db: Db, now: datetime, token_hash: str, person_id: int) -> bool:
    """Whether the link worked; it does not work a second time, also not at the same moment.

    After: it says when this person used it, and is the only one of theirs that was used.
    """
    used = update(link).where(link.c.token_hash == token_hash, *_working(now))
    if db.change(used.values(person=person_id, used_at=now)) != 1:
        return False
    earlier = (link.c.used_at.is_not(None), link.c.token_hash != token_hash)
    db.change(delete(link).where(link.c.person == person_id, *earlier))
    return True


def used_links(db: Db) -> Mapping[int, Link]:
    """By person, the link with which they chose a password last."""
    rows = db.rows(_LINKS.where(link.c.used_at.is_not(None)))
    return {row.person: Link(**row._mapping) for row in rows if row.person is not None}


def unused_setup_link(db: Db, now: datetime) -> Link | None:
    """The link of the first start, if it still works.

    In a transaction that writes nobody else can add one before it ends.
    """
    if db.writes:
        lock_publication(db)
    return _link(db, _for(None), *_working(now))


_LINKS = select(link.c.person, link.c.made_by, link.c.made_at, link.c.expires_at, link.c.used_at)


def _working(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """A clock that is set back makes no link work for longer than an hour more."""
    made = link.c.made_at <= now + _AHEAD
    return link.c.used_at.is_(None), link.c.expires_at > now, made


def _first(db: Db, only: ColumnElement[bool]) -> Person | None:
    row = db.row(_PEOPLE.where(only))
    return None if row is None else Person(**row._mapping)


def _link(db: Db, *only: ColumnElement[bool]) -> Link | None:
    row = db.row(_LINKS.where(*only))
    return None if row is None else Link(**row._mapping)


def _for(person_id: int | None) -> ColumnElement[bool]:
    return link.c.person.is_(None) if person_id is None else link.c.person == person_id


def _address(email: str) -> str:
    return email.strip().lower()
