"""One-time links with which people choose their passwords, the very first person among them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jobtrack_viz.accounts.attempts import forgive
from jobtrack_viz.accounts.passwords import fault_of, kept
from jobtrack_viz.accounts.people import add_checked
from jobtrack_viz.accounts.sessions import start
from jobtrack_viz.accounts.tokens import hash_of, is_token, new_token
from jobtrack_viz.errors import AccountRefused, LinkGone, PasswordRefused
from jobtrack_viz.store import (
    Db,
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
        add_link(db, now, hash_of(token), invited.id, now + _VALID)
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
        add_link(db, now, hash_of(token), None, now + _VALID)
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
    if link is None or link.expires_at - _VALID > now - _TOGETHER:
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
        invited = _invited(db, now, token)
        return Invitation(invited.email if invited else "")


def take_up(store: Store, now: datetime, key: str, token: str, email: str, password: str) -> str:
    """The person has this password, is signed out everywhere else, and the link is used up.

    ``key`` is the installation's secret, ``email`` counts only for the very first person. Attempts
    to guess the old password no longer make them wait. The result is the token of a new session.

    Raises:
        LinkGone: it was used, is too old, or never was.
        PasswordRefused: the password is too easy to guess.
        AccountRefused: the address cannot be used.
    """
    with store.reading() as db:
        invited = _invited(db, now, token)
    if fault := fault_of(password, invited.email if invited else email):
        raise PasswordRefused(fault)
    hashed = kept(password)
    with store.writing() as db:
        invited = _invited(db, now, token)
        theirs = invited or add_checked(db, now, "", email)
        if not use_link(db, now, hash_of(token)):
            raise LinkGone("This link was used already.")
        set_password(db, now, theirs.id, hashed)
        forgive(db, key, theirs.email)
        end_sessions_of(db, theirs.id)
        record(db, now, theirs.email, "password-set", theirs.email, {})
        return start(db, now, theirs.id)


def _invited(db: Db, now: datetime, token: str) -> Person | None:
    """Whom a link is for; nobody yet, if it sets up the first account."""
    link = link_of(db, now, hash_of(token)) if is_token(token) else None
    if link is None:
        raise LinkGone(f"A link works once, and for {LINK_MINUTES} minutes.")
    if link.person is None:
        if people(db):
            raise LinkGone("There are accounts already.")
        return None
    invited = person(db, link.person)
    if invited is None or invited.disabled:
        raise LinkGone("This account may not publish any longer.")
    return invited
