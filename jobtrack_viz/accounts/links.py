"""One-time links with which people choose their passwords, the very first person among them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jobtrack_viz.accounts.attempts import changing_password, from_source, rightful
from jobtrack_viz.accounts.browsers import Visitor, browser_cookie
from jobtrack_viz.accounts.passwords import fault_of, kept
from jobtrack_viz.accounts.people import add_checked
from jobtrack_viz.accounts.sessions import Entrance, start
from jobtrack_viz.accounts.tokens import hash_of, is_token, new_token
from jobtrack_viz.errors import AccountRefused, LinkGone, PasswordRefused
from jobtrack_viz.store import (
    Db,
    Link,
    Person,
    Store,
    add_link,
    end_sessions_of,
    link_of,
    people,
    person,
    record,
    set_password,
    unused_setup_link,
    use_link,
)

__all__ = [
    "LINK_MINUTES",
    "SERVER",
    "Invitation",
    "how_to_begin",
    "invitation",
    "new_link",
    "set_up_link",
    "take_up",
]

LINK_MINUTES = 30
_VALID = timedelta(minutes=LINK_MINUTES)
_TOGETHER = timedelta(minutes=1)
_ANYWHERE = Visitor()
SERVER = "the server at its first start"
"""Who made the link of the first account."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link is for: the address of the person, or none, who then is the first."""

    email: str


def new_link(store: Store, now: datetime, by: str, invited: Person) -> str:
    """The token of a link with which this person chooses a password within 30 minutes.

    Raises:
        AccountRefused: they may not publish any longer.
    """
    if invited.disabled:
        raise AccountRefused(f"{invited.email} may not publish. Let them in again first.")
    token = new_token()
    with store.writing() as db:
        add_link(db, now, hash_of(token), invited.id, by, now + _VALID)
        record(db, now, by, "link-made", invited.email, {})
    return token


def set_up_link(store: Store, now: datetime) -> str:
    """The token with which the first person sets up their account.

    After: of all workers that start together one gets a token, the others nothing; and nobody
    gets one while there are accounts.
    """
    token = new_token()
    with store.writing() as db:
        if unused_setup_link(db, now) or people(db):
            return ""
        add_link(db, now, hash_of(token), None, "", now + _VALID)
        record(db, now, "", "link-made", "the first account", {})
    return token


def how_to_begin(store: Store, now: datetime, address: str) -> str:
    """What the console says while there is no account; nothing once there is one.

    Of the workers that start together one says it.
    """
    if token := set_up_link(store, now):
        where = f"{address}/hr/password/{token}"
        return f"To publish here, set up the first account within {LINK_MINUTES} minutes:\n{where}"
    with store.reading() as db:
        link = None if people(db) else unused_setup_link(db, now)
    if link is None or abs(now - link.made_at) < _TOGETHER:
        return ""
    return (
        f"A link to set up the first account was printed less than {LINK_MINUTES} minutes ago. "
        "For another one: python -m jobtrack_viz user add EMAIL"
    )


def invitation(store: Store, now: datetime, token: str) -> Invitation:
    """What a link is for; looking does not use it up.

    Raises:
        LinkGone: it was used, is too old, or never was.
    """
    with store.reading() as db:
        _, invited = _invited(db, now, token)
        return Invitation(invited.email if invited else "")


def take_up(
    store: Store,
    now: datetime,
    key: str,
    token: str,
    email: str,
    password: str,
    visitor: Visitor = _ANYWHERE,
) -> Entrance:
    """The person has this password, is signed out everywhere else, and the link is used up.

    ``key`` is the installation's secret, ``email`` counts only for the very first person. Attempts
    to guess the old password no longer make them wait. Who made the link stands in the log.

    Raises:
        LinkGone: it was used, is too old, or never was.
        PasswordRefused: the password is too easy to guess.
        AccountRefused: the address cannot be used.
    """
    with store.reading() as db:
        _, invited = _invited(db, now, token)
    if fault := fault_of(password, invited.email if invited else email):
        raise PasswordRefused(fault)
    hashed = kept(password)
    with store.writing() as db:
        link, invited = _invited(db, now, token)
        theirs = invited or add_checked(db, now, "", email)
        if not use_link(db, now, hash_of(token), theirs.id):
            raise LinkGone("This link was used already.")
        set_password(db, now, theirs.id, hashed)
        rightful(db, now, from_source(key, theirs.email, visitor.source))
        rightful(db, now, changing_password(key, theirs.email))
        end_sessions_of(db, theirs.id)
        made = {"made by": link.made_by or SERVER, "made at": link.made_at.isoformat()}
        record(db, now, theirs.email, "link-used", theirs.email, made)
        record(db, now, theirs.email, "password-set", theirs.email, {})
        session = start(db, now, theirs.id)
        known = person(db, theirs.id) or theirs
    return Entrance(session, browser_cookie(key, now, known, visitor.cookie))


def _invited(db: Db, now: datetime, token: str) -> tuple[Link, Person | None]:
    """A link and whom it is for; nobody yet, if it sets up the first account."""
    link = link_of(db, now, hash_of(token)) if is_token(token) else None
    if link is None:
        raise LinkGone(f"A link works once, and for {LINK_MINUTES} minutes.")
    if link.person is None:
        if people(db):
            raise LinkGone("There are accounts already.")
        return link, None
    invited = person(db, link.person)
    if invited is None or invited.disabled:
        raise LinkGone("This account may not publish any longer.")
    return link, invited
