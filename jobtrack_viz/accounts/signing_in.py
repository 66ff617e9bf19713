"""Proving who one is: the same answer and the same time for whoever is not let in."""

from datetime import datetime

from jobtrack_viz.accounts.attempts import count_attempt, forgive
from jobtrack_viz.accounts.passwords import fault_of, kept, matches
from jobtrack_viz.accounts.people import tidy
from jobtrack_viz.accounts.sessions import start
from jobtrack_viz.errors import AccountRefused, PasswordRefused, SignInRefused
from jobtrack_viz.store import (
    Person,
    Store,
    end_sessions_of,
    person_of,
    record,
    set_password,
    set_setting,
)

__all__ = ["change_password", "sign_in"]


def sign_in(store: Store, now: datetime, key: str, email: str, password: str) -> str:
    """The token of a new session of the person with this e-mail address and password.

    ``key`` is the installation's secret.

    Raises:
        SignInRefused: they do not go together, or there were too many attempts.
    """
    address = tidy(email)
    count_attempt(store, now, key, address)
    with store.reading() as db:
        person = person_of(db, address)
    right = matches(person.password_hash if person else None, password)
    with store.writing() as db:
        if person is not None and right and not person.disabled:
            forgive(db, key, address)
            record(db, now, person.email, "signed-in", person.email, {})
            return start(db, now, person.id)
        if person is not None:
            record(db, now, person.email, "sign-in-refused", person.email, {})
        else:  # Written too, so that it takes as long; what was typed is nobody's business.
            set_setting(db, "last-unknown-sign-in", now.isoformat())
    raise SignInRefused("This e-mail address and this password do not go together.")


def change_password(
    store: Store, now: datetime, key: str, person: Person, old: str, new: str
) -> None:
    """From now on this person signs in with the new password; all their sessions have ended.

    Raises:
        SignInRefused: there were too many attempts to guess the old password.
        AccountRefused: the old password is not theirs.
        PasswordRefused: the new one is too easy to guess.
    """
    if fault := fault_of(new, person.email):
        raise PasswordRefused(fault)
    count_attempt(store, now, key, person.email)
    if not matches(person.password_hash, old):
        raise AccountRefused("This is not the password that you have now.")
    hashed = kept(new)
    with store.writing() as db:
        forgive(db, key, person.email)
        set_password(db, now, person.id, hashed)
        end_sessions_of(db, person.id)
        record(db, now, person.email, "password-changed", person.email, {})
