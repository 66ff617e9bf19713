"""A database that does not answer holds up one reader, not all of them."""

import pytest

from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store.patience import Patience


class Day:
    """A clock that is set by hand, and a database that takes its time to be away."""

    def __init__(self) -> None:
        self.now = 0.0
        self.asked = 0
        self.patience = Patience(lambda: self.now)

    def ask(self, seconds: float, answers: bool) -> bool:
        try:
            with self.patience.asked():
                self.asked += 1
                self.now += seconds
                if not answers:
                    raise StoreUnavailable("away")
        except StoreUnavailable:
            return False
        return True


def test_nobody_asks_again_for_as_long_as_it_took():
    """After three seconds in vain there are three without a question; then one is asked."""
    day = Day()
    day.ask(3, answers=False)
    day.now = 5.9
    early = day.ask(3, answers=True), day.asked
    day.now = 6
    later = day.ask(0.001, answers=True), day.asked

    assert ((False, 1), (True, 2)) == (early, later)
    assert day.ask(0, answers=True)


def test_one_asks_at_a_time_while_it_is_away():
    """Whoever comes meanwhile is answered at once, and nobody waits behind another."""
    day = Day()
    day.ask(3, answers=False)
    day.now = 7
    with day.patience.asked():
        meanwhile = day.ask(3, answers=True)
    afterwards = day.ask(0, answers=True), day.ask(0, answers=True)

    assert (False, (True, True)) == (meanwhile, afterwards)


def test_an_error_of_the_program_says_nothing_of_the_database():
    """Everybody goes on asking."""
    day = Day()
    with pytest.raises(ZeroDivisionError), day.patience.asked():
        raise ZeroDivisionError

    assert day.ask(0, answers=True)
