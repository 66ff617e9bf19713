"""People who may publish: added, taken out, let in again, under their e-mail addresses."""

import re
from datetime import datetime

from jobtrack_viz.errors import AccountRefused
from jobtrack_viz.store import (
    Db,
    Person,
    Store,
    add_person,
    disable_person,
    enable_person,
    person,
    person_of,
    record,
)

__all__ = ["add", "add_checked", "disable", "enable", "known", "named", "tidy"]

_ADDRESS = re.compile(r"[\w.!#$%&*+/?^`{|}~-]+@[\w-]+(\.[\w-]+)+")
_LONGEST = 254


def tidy(email: str) -> str:
    """An e-mail address as it is kept and compared: no spaces around it, no capital letters."""
    return email.strip().lower()[: _LONGEST + 1]


def add(store: Store, now: datetime, by: str, email: str) -> Person:
    """A new person, who has no password yet and needs a link.

    Raises:
        AccountRefused: this is no e-mail address, or somebody has it.
    """
    with store.writing() as db:
        return add_checked(db, now, by, email)


def add_checked(db: Db, now: datetime, by: str, email: str) -> Person:
    """The same within what else happens at once."""
    address = tidy(email)
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        raise AccountRefused("Write an e-mail address, such as name@example.ac.uk.")
    if person_of(db, address) is not None:
        raise AccountRefused(f"{address} is already among those who may publish.")
    add_person(db, now, address)
    record(db, now, by or address, "person-added", address, {})
    return known(db, address)


def named(store: Store, email: str) -> Person:
    """The person with this e-mail address.

    Raises:
        AccountRefused: nobody has it.
    """
    with store.reading() as db:
        return known(db, email)


def known(db: Db, email: str) -> Person:
    """The same within what else happens at once."""
    found = person_of(db, tidy(email))
    if found is None:
        raise AccountRefused(f"Nobody here has the e-mail address {tidy(email)}.")
    return found


def disable(store: Store, now: datetime, by: str, person_id: int) -> Person:
    """Somebody may publish no longer and is signed out everywhere; what they did stays recorded.

    Raises:
        AccountRefused: there is no such person, or they are taking themselves out.
    """
    with store.writing() as db:
        found = _numbered(db, person_id)
        if found.email == by:
            raise AccountRefused("Ask a colleague to take you out; nobody can do so alone.")
        disable_person(db, person_id)
        record(db, now, by, "person-disabled", found.email, {})
        return found


def enable(store: Store, now: datetime, by: str, person_id: int) -> Person:
    """Somebody may publish again, with the password they had.

    Raises:
        AccountRefused: there is no such person.
    """
    with store.writing() as db:
        found = _numbered(db, person_id)
        enable_person(db, person_id)
        record(db, now, by, "person-enabled", found.email, {})
        return found


def _numbered(db: Db, person_id: int) -> Person:
    found = person(db, person_id)
    if found is None:
        raise AccountRefused("There is no such person.")
    return found
