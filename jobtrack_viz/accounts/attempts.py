"""Attempts to guess a password: counted before the password is looked at, on all machines.

A browser that its owner has signed in with has an allowance of its own, so that nobody else can
use it up. All other attempts count for an e-mail address from one source, for the source, for the
address from everywhere, and for the whole installation; the first of these that is used up says
no, and then none of them counts it.
"""

import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from jobtrack_viz.accounts.limits import Backoff, Limit, TokenBucket, by_this_clock
from jobtrack_viz.errors import SignInRefused
from jobtrack_viz.store import (
    Counted,
    Db,
    Store,
    clear_counted,
    counted,
    forget_counted,
    make_counted,
    over_counted,
    set_counted,
)

__all__ = [
    "Allowance",
    "changing_password",
    "count_attempt",
    "from_known_browser",
    "from_source",
    "purge_attempts",
    "rightful",
]

_GUESSES = Backoff(
    free=5,
    first=timedelta(seconds=30),
    longest=timedelta(minutes=15),
    kept=timedelta(hours=1),
)
_EVERYTHING = TokenBucket(capacity=60, every=timedelta(milliseconds=500), gives_back=False)
"""A hash takes 30 ms: all attempts of strangers together take at most 6 % of one processor."""
_SOURCE = TokenBucket(capacity=100, every=timedelta(seconds=10), gives_back=True)
"""A whole campus may have one address; of its people few have an account here."""
_ADDRESS = TokenBucket(capacity=100, every=timedelta(minutes=1), gives_back=True)
"""A brake on guesses from very many sources; of 12 characters nobody guesses 1,540 a day."""
_BATCHES = 500


class Allowance(NamedTuple):
    """A limit, and the key under which it counts."""

    key: str
    limit: Limit


def from_source(key: str, email: str, source: str) -> tuple[Allowance, ...]:
    """What an attempt counts for that comes from this source; ``key`` is the secret.

    They are held in this order by everybody, so that no two wait for each other.
    """
    return (
        Allowance(_hashed(key, "everything"), _EVERYTHING),
        Allowance(_hashed(key, "source", source), _SOURCE),
        Allowance(_hashed(key, "address", email), _ADDRESS),
        Allowance(_hashed(key, "guesses", email, source), _GUESSES),
    )


def from_known_browser(key: str, email: str, browser: str) -> tuple[Allowance, ...]:
    """What an attempt counts for that comes from a browser that the owner has signed in with."""
    return (Allowance(_hashed(key, "browser", email, browser), _GUESSES),)


def changing_password(key: str, email: str) -> tuple[Allowance, ...]:
    """What an attempt counts for to change the password of whoever is signed in."""
    return (Allowance(_hashed(key, "change", email), _GUESSES),)


def count_attempt(store: Store, now: datetime, allowances: Sequence[Allowance]) -> None:
    """One more attempt is counted; many at once are no freer than one after the other.

    Raises:
        SignInRefused: there were too many before; this one does not count.
    """
    with store.reading() as db:  # A flood that is refused costs no writing.
        rows = [counted(db, each.key) for each in allowances]
    if not any(row and row.last > now for row in rows):
        _refuse(_wait(allowances, rows, now))
    with store.writing() as db:
        held = [_held(db, now, each.key) for each in allowances]
        wait = _wait(allowances, held, now)
        for each, row in zip(allowances, held, strict=True):
            set_counted(db, each.key, row if wait else each.limit.after(row, now))
        forget_counted(db, now)
    _refuse(wait)


def purge_attempts(store: Store, now: datetime) -> int:
    """Delete what counts no longer, a limited number of rows; return how many there were.

    Only if there are any is the database written.

    Raises:
        StoreUnavailable: the database cannot be reached or written at the moment.
    """
    with store.reading() as db:
        if not over_counted(db, now):
            return 0
    gone = 0
    for _ in range(_BATCHES):
        with store.writing() as db:
            batch = forget_counted(db, now)
        gone += batch
        if not batch:
            break
    return gone


def rightful(db: Db, now: datetime, allowances: Sequence[Allowance]) -> None:
    """The password was right, or is a new one: nobody has to wait because of earlier attempts."""
    for each in allowances:
        row = counted(db, each.key)
        left = each.limit.rightful(row, now) if row else None
        if left is None:
            clear_counted(db, each.key)
        elif left != row:
            set_counted(db, each.key, left)


def _held(db: Db, now: datetime, key: str) -> Counted:
    """The row of this key, which nobody else can change before the transaction ends."""
    make_counted(db, key, now)
    row = counted(db, key)
    return by_this_clock(row or Counted(0, now, now), now)


def _wait(
    allowances: Sequence[Allowance], rows: Sequence[Counted | None], now: datetime
) -> timedelta:
    pairs = zip(allowances, rows, strict=True)
    return max(each.limit.wait(row, now) for each, row in pairs)


def _refuse(wait: timedelta) -> None:
    if wait > timedelta(0):
        seconds = -(-wait // timedelta(seconds=1))
        raise SignInRefused(f"There were too many attempts. Try again in {_in_words(seconds)}.")


def _hashed(key: str, *parts: str) -> str:
    """What stands in the database: neither an e-mail address nor a source can be read from it."""
    text = "\0".join(("sign-in", *parts))
    return hmac.digest(key.encode(), text.encode("utf-8", "replace"), "sha256").hex()[:40]


def _in_words(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} second{'s' if seconds > 1 else ''}"
    minutes = -(-seconds // 60)
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
