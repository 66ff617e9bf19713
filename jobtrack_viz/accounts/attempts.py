"""Attempts to guess a password: counted before the password is looked at, on all machines."""

import hmac
from datetime import datetime, timedelta

from jobtrack_viz.errors import SignInRefused
from jobtrack_viz.store import Db, Failures, Store, add_failure, clear_failures, failures

__all__ = ["count_attempt", "forgive"]

_FREE = 5
_FIRST_WAIT, _LONGEST_WAIT = 30, 900
"""Seconds."""


def count_attempt(store: Store, now: datetime, key: str, email: str) -> None:
    """One more attempt is counted; many at once are no freer than one after the other.

    ``key`` is the installation's secret.

    Raises:
        SignInRefused: there were too many before; this one does not count.
    """
    with store.writing() as db:
        wait = _wait(failures(db, now, _counted_as(key, email)), now)
        if not wait:
            add_failure(db, now, _counted_as(key, email))
    if wait:
        raise SignInRefused(f"There were too many attempts. Try again in {_in_words(wait)}.")


def forgive(db: Db, key: str, email: str) -> None:
    """The password was right, or is a new one: nobody has to wait."""
    clear_failures(db, _counted_as(key, email))


def _counted_as(key: str, email: str) -> str:
    """What stands in the database for an address: what somebody typed there is not kept."""
    return hmac.digest(key.encode(), b"sign-in " + email.encode(), "sha256").hex()


def _wait(failed: Failures, now: datetime) -> int:
    """Seconds until the next attempt: none at first, then twice as long each time."""
    if failed.last is None or failed.number < _FREE:
        return 0
    pause = min(_FIRST_WAIT * 2 ** min(failed.number - _FREE, 10), _LONGEST_WAIT)
    left = failed.last + timedelta(seconds=pause) - now
    return max(0, -(-left // timedelta(seconds=1)))


def _in_words(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} second{'s' if seconds > 1 else ''}"
    minutes = -(-seconds // 60)
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
