"""What whoever runs the server can do about accounts, and what they are told."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from jobtrack_viz.accounts.links import LINK_MINUTES, new_link
from jobtrack_viz.accounts.people import add_checked, disable, enable, known, named, tidy
from jobtrack_viz.store import Store, people, person_of

__all__ = ["ACTS"]

_Act: TypeAlias = Callable[[Store, datetime, str, str], str]
_BY = "command line"
"""Whom the audit log names: the command line has no account."""


def _add(store: Store, now: datetime, email: str, address: str) -> str:
    """A link for a person, who is added if nobody has this e-mail address."""
    with store.writing() as db:
        if person_of(db, tidy(email)) is None:
            add_checked(db, now, _BY, email)
        invited = known(db, email)
    token = new_link(store, now, _BY, invited)
    where = address or "http://YOUR-SERVER"
    words = f"{invited.email} chooses a password here, once, within {LINK_MINUTES} minutes:"
    return f"{words}\n{where}/hr/password/{token}"


def _disable(store: Store, now: datetime, email: str, _: str) -> str:
    found = disable(store, now, _BY, named(store, email).id)
    return f"{found.email} may publish no longer."


def _enable(store: Store, now: datetime, email: str, _: str) -> str:
    found = enable(store, now, _BY, named(store, email).id)
    return f"{found.email} may publish again."


def _list(store: Store, _: datetime, __: str, ___: str) -> str:
    with store.reading() as db:
        found = people(db)
    if not found:
        return "Nobody may publish yet. Add somebody: python -m jobtrack_viz user add EMAIL"
    return "\n".join(each.email + _state(each.disabled, each.password_hash) for each in found)


def _state(disabled: bool, password_hash: str | None) -> str:
    return "\tdisabled" if disabled else "" if password_hash else "\tno password yet"


ACTS: Mapping[str, _Act] = {
    "add": _add,
    "disable": _disable,
    "enable": _enable,
    "list": _list,
}
"""By the word of the command line; each takes store, time, e-mail and the server's address."""
