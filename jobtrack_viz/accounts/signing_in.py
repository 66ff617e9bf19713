"""Proving who one is: the same answer and the same time for whoever is not let in."""

from datetime import datetime

from jobtrack_viz.accounts.attempts import (
    changing_password,
    count_attempt,
    from_known_browser,
    from_source,
    rightful,
)
from jobtrack_viz.accounts.browsers import Visitor, browser_cookie, known_browser
from jobtrack_viz.accounts.passwords import fault_of, kept, matches
from jobtrack_viz.accounts.people import tidy
from jobtrack_viz.accounts.sessions import Entrance, start
from jobtrack_viz.errors import AccountRefused, PasswordRefused, SignInRefused
from jobtrack_viz.store import (
    Person,
    Store,
    end_sessions_of,
    person_of,
    record,
    record_nothing,
    set_password,
)

__all__ = ["change_password", "sign_in"]

_ANYWHERE = Visitor()


def sign_in(
    store: Store,
    now: datetime,
    key: str,
    email: str,
    password: str,
    visitor: Visitor = _ANYWHERE,
) -> Entrance:
    """A new session of the person with this e-mail address and password.

    ``key`` is the installation's secret.

    Raises:
        SignInRefused: they do not go together, or there were too many attempts.
    """
    address = tidy(email)
    with store.reading() as db:
        person = person_of(db, address)
    browser = known_browser(key, now, person, visitor.cookie)
    if browser:
        allowances = from_known_browser(key, address, browser)
    else:
        allowances = from_source(key, address, visitor.source)
    count_attempt(store, now, allowances)
    right = matches(person.password_hash if person else None, password)
    with store.writing() as db:
        if person is not None and right and not person.disabled:
            rightful(db, now, allowances)
            record(db, now, person.email, "signed-in", person.email, {})
            cookie = browser_cookie(key, now, person, visitor.cookie)
            return Entrance(start(db, now, person.id), cookie)
        if person is not None:
            record(db, now, person.email, "sign-in-refused", person.email, {})
        else:  # As much work, so that it takes as long; what was typed is nobody's business.
            record_nothing(db, now)
    raise SignInRefused("This e-mail address and this password do not go together.")


def change_password(
    store: Store,
    now: datetime,
    key: str,
    person: Person,
    old: str,
    new: str,
    visitor: Visitor = _ANYWHERE,
) -> str:
    """From now on this person signs in with the new password; all their sessions have ended.

    The result is the cookie of a known browser, for the one in which this was done.

    Raises:
        SignInRefused: there were too many attempts to guess the old password.
        AccountRefused: the old password is not theirs.
        PasswordRefused: the new one is too easy to guess.
    """
    if fault := fault_of(new, person.email):
        raise PasswordRefused(fault)
    allowances = changing_password(key, person.email)
    count_attempt(store, now, allowances)
    if not matches(person.password_hash, old):
        raise AccountRefused("This is not the password that you have now.")
    hashed = kept(new)
    with store.writing() as db:
        rightful(db, now, allowances)
        set_password(db, now, person.id, hashed)
        end_sessions_of(db, person.id)
        record(db, now, person.email, "password-changed", person.email, {})
        changed = person_of(db, person.email) or person
    return browser_cookie(key, now, changed, visitor.cookie)
