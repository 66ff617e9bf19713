"""How often something may be tried: a token bucket, or pauses that double (exponential back-off).

Pure arithmetic over what is counted under one key. If a row was written by a clock that has been
set back since, it moves with the clock: nobody waits longer than they would have waited then.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jobtrack_viz.store import LONGEST_KEPT, Counted

__all__ = ["Backoff", "Limit", "TokenBucket", "by_this_clock"]

_NONE = timedelta(0)


@dataclass(frozen=True, slots=True)
class TokenBucket:
    """So many at once, then one more each ``every``; kept as the moment when it is full again.

    Known as the generic cell rate algorithm: one moment a key says all.
    """

    capacity: int
    every: timedelta
    gives_back: bool
    """Whether an attempt that turned out to be rightful is given back."""

    def wait(self, row: Counted | None, now: datetime) -> timedelta:
        """How long until the next attempt; nothing if it may be made now."""
        if row is None:
            return _NONE
        return max(_NONE, row.until - now - self.every * (self.capacity - 1))

    def after(self, row: Counted | None, now: datetime) -> Counted:
        """The row once an attempt was made."""
        full = max(row.until, now) if row else now
        return Counted((row.number if row else 0) + 1, now, full + self.every)

    def rightful(self, row: Counted, now: datetime) -> Counted | None:
        """The row once the attempt is known to be rightful; None for no row."""
        if not self.gives_back:
            return row
        full = row.until - self.every
        return Counted(row.number - 1, row.last, full) if full > now else None


@dataclass(frozen=True, slots=True)
class Backoff:
    """So many are free, then each has to wait twice as long as the one before, up to a longest."""

    free: int
    first: timedelta
    longest: timedelta
    kept: timedelta
    """How long a few attempts are remembered; once somebody had to wait, a day."""

    def wait(self, row: Counted | None, now: datetime) -> timedelta:
        """How long until the next attempt; nothing if it may be made now."""
        if row is None or row.until <= now or row.number < self.free:
            return _NONE
        doubled = self.first * (1 << min(row.number - self.free, 20))
        return max(_NONE, row.last + min(doubled, self.longest) - now)

    def after(self, row: Counted | None, now: datetime) -> Counted:
        """The row once an attempt was made."""
        number = 1 + (row.number if row and row.until > now else 0)
        return Counted(number, now, now + (self.kept if number < self.free else LONGEST_KEPT))

    def rightful(self, _row: Counted, _now: datetime) -> Counted | None:
        """Nothing is left of the earlier attempts."""
        return None


Limit = TokenBucket | Backoff


def by_this_clock(row: Counted, now: datetime) -> Counted:
    """The row as if its last attempt was made now, if it is yet to come by this clock."""
    ahead = max(_NONE, row.last - now)
    return Counted(row.number, row.last - ahead, row.until - ahead)
