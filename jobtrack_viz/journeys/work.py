"""How much a search does, counted and not timed: the same question has the same answer."""

from math import inf

__all__ = ["OutOfWork", "Work"]

_NARROWING = 0.65
"""Share of the work after which a search follows only what is most promising."""


class OutOfWork(Exception):
    """A search would do more than it may."""


class Work:
    """The work of one search, in microseconds of a slow processor, as far as they can be counted.

    ``narrowed`` says that the search has left out something for want of work.
    """

    def __init__(self, most: float = inf) -> None:
        self.most = most
        self.spent = 0.0
        self.narrowed = False

    @property
    def is_short(self) -> bool:
        """Whether it is time to follow only what is most promising."""
        return self.spent > self.most * _NARROWING

    def spend(self, amount: float) -> None:
        """Count some more.

        Raises:
            OutOfWork: it is more than there was.
        """
        self.spent += amount
        if self.spent > self.most:
            raise OutOfWork
