"""A database that does not answer is asked in the background, and holds up nobody."""

import threading

import pytest

from jobtrack_viz.errors import StoreDamaged, StoreUnavailable
from jobtrack_viz.store.circuit_breaker import CircuitBreaker


class Day:
    """A clock that is set by hand, and a database that takes its time to be away."""

    def __init__(self) -> None:
        self.now = 0.0
        self.tried = 0
        self.takes = 0.0
        self.answers = False
        self.go_on = threading.Event()
        self.go_on.set()
        self.breaker = CircuitBreaker(self.trial, lambda: self.now, grace=5)

    def trial(self) -> None:
        self.go_on.wait()
        self.tried += 1
        self.now += self.takes
        if not self.answers:
            raise StoreDamaged("still away")

    def may_ask(self) -> bool:
        try:
            self.breaker.check()
        except StoreUnavailable:
            return False
        return True


def test_a_trial_takes_place_at_most_half_of_the_time():
    """After three seconds in vain there are three without a question; then one is asked."""
    day = Day()
    day.takes = 3
    day.breaker.open(StoreUnavailable("away"))
    first = day.may_ask(), day.tried
    day.now = 5.9
    early = day.may_ask(), day.tried
    day.now, day.answers = 6, True
    later = day.may_ask(), day.tried

    assert ((False, 1), (False, 1), (True, 2)) == (first, early, later)
    assert day.may_ask()


def test_nobody_waits_for_a_trial_that_takes_long():
    """Callers are told the reason meanwhile, and only one trial runs."""
    day = Day()
    day.breaker = CircuitBreaker(day.trial, lambda: day.now, grace=0)
    day.breaker.open(StoreUnavailable("away"))
    day.answers = True
    day.go_on.clear()
    meanwhile = [day.may_ask() for _ in range(5)]
    day.go_on.set()
    for thread in threading.enumerate():
        if thread.name == "database-trial":
            thread.join()

    assert ([False] * 5, 1, True) == (meanwhile, day.tried, day.may_ask())


def test_the_reason_is_that_of_the_last_trial():
    """What was wrong at first may not be what is wrong now."""
    day = Day()
    day.breaker.open(StoreUnavailable("away"))

    with pytest.raises(StoreDamaged, match="still away"):
        day.breaker.check()


def test_an_error_of_the_program_keeps_the_circuit_open(caplog):
    """It is logged, and callers get a sentence."""

    def trial() -> None:
        raise ZeroDivisionError

    breaker = CircuitBreaker(trial, grace=5)
    breaker.open(StoreUnavailable("away"))

    with pytest.raises(StoreUnavailable, match="log says why"):
        breaker.check()
    assert ["the database cannot be used"] == [each.message for each in caplog.records]
