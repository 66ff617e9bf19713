"""Browsers that somebody has signed in with before: a signed cookie says so, and nothing else.

It lets nobody in. Whoever comes with it has an allowance of attempts of its own, which strangers
cannot use up. It holds a random number and a date; whose it is can be checked, but not read.
"""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from itsdangerous import BadSignature, Signer

from jobtrack_viz.store import Person

__all__ = ["KNOWN_FOR", "Visitor", "browser_cookie", "known_browser"]

KNOWN_FOR = timedelta(days=90)
_AHEAD = timedelta(hours=1)
"""So far a clock may be set back; a cookie from later than that is not believed."""
_LONGEST = 200


class Visitor(NamedTuple):
    """Where an attempt comes from, and the cookie of a known browser, if there is one."""

    source: str = ""
    cookie: str = ""


def browser_cookie(key: str, now: datetime, person: Person, cookie: str = "") -> str:
    """What a browser keeps in which this person has just proved who they are.

    A browser that was known before is the same one, for another 90 days. A new password ends it.
    """
    browser = known_browser(key, now, person, cookie) or secrets.token_hex(16)
    return _signer(key, person).sign(f"{browser}.{int(now.timestamp()):x}").decode()


def known_browser(key: str, now: datetime, person: Person | None, cookie: str) -> str:
    """The random number of a browser that this person has signed in with; nothing for others.

    It takes as long for an address without an account.
    """
    if len(cookie) > _LONGEST:
        return ""
    try:
        browser, _, at = _signer(key, person).unsign(cookie).decode().partition(".")
        age = now - datetime.fromtimestamp(int(at, 16), UTC)
    except (BadSignature, ValueError, OverflowError):
        return ""
    fresh = -_AHEAD <= age < KNOWN_FOR
    return browser if fresh and person is not None and not person.disabled else ""


def _signer(key: str, person: Person | None) -> Signer:
    """Each person's signatures are their own, and end with their password."""
    at = person.password_at.isoformat() if person and person.password_at else ""
    salt = f"known browser {person.id if person else 0} {at}"
    return Signer(key, salt=salt, key_derivation="hmac", digest_method=hashlib.sha256)
