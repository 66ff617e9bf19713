"""How long whoever guesses has to wait: laws of the token bucket and of the pauses that double."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtrack_viz.accounts import attempts
from jobtrack_viz.accounts.limits import Backoff, TokenBucket, by_this_clock
from jobtrack_viz.store import LONGEST_KEPT

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
BUCKET = TokenBucket(capacity=3, every=10 * SECOND, gives_back=True)
PAUSES = Backoff(free=5, first=30 * SECOND, longest=900 * SECOND, kept=timedelta(hours=1))
ALL = [attempts._GUESSES, attempts._EVERYTHING, attempts._SOURCE, attempts._ADDRESS]


def tried(limit, times):
    """The row after an attempt at each of these seconds, and how long each had to wait."""
    row, waits = None, []
    for second in times:
        now = NOON + second * SECOND
        wait = limit.wait(row, now)
        waits.append(wait / SECOND)
        if not wait:
            row = limit.after(row, now)
    return row, waits


def test_a_bucket_is_emptied_and_fills_again():
    """Three at once, then one each ten seconds; what was refused is not counted."""
    assert [0, 0, 0, 10, 9, 0, 10, 0, 0] == tried(BUCKET, [0, 0, 0, 0, 1, 10, 10, 35, 35])[1]


def test_pauses_double():
    """Five are free; then 30 seconds, a minute, and so on up to a quarter of an hour."""
    row, waits, now = None, [], NOON
    for _ in range(13):
        wait = PAUSES.wait(row, now)
        waits.append(wait / SECOND)
        now += wait
        row = PAUSES.after(row, now)

    assert [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900] == waits


def test_a_few_attempts_are_forgotten_after_an_hour_and_many_after_a_day():
    """Whoever forgot their password yesterday begins anew today."""
    four, five = (tried(PAUSES, [0] * times)[0] for times in (4, 5))
    later = [NOON + timedelta(hours=hours) for hours in (1, 24)]

    assert [NOON + timedelta(hours=1), NOON + LONGEST_KEPT] == [four.until, five.until]
    assert (1, 1) == (PAUSES.after(four, later[0]).number, PAUSES.after(five, later[1]).number)


@given(
    st.lists(st.integers(0, 400), max_size=60).map(sorted), st.integers(1, 5), st.integers(1, 30)
)
def test_a_bucket_lets_no_more_through_than_it_says(times, capacity, every):
    """In any stretch of time: its capacity, and one for each time that it fills by one."""
    bucket = TokenBucket(capacity, every * SECOND, gives_back=True)
    waits = tried(bucket, times)[1]
    passed = [second for second, wait in zip(times, waits, strict=True) if not wait]

    for first, begin in enumerate(passed):
        for last, end in enumerate(passed[first:], first):
            assert last - first + 1 <= capacity + (end - begin) // every + 1


@pytest.mark.parametrize("limit", ALL, ids=lambda limit: str(limit)[:40])
@given(
    times=st.lists(st.integers(0, 3600), min_size=1, max_size=200).map(sorted),
    back=st.sampled_from([60, 3600, 365 * 86_400]),
)
def test_a_clock_that_was_set_back_makes_nobody_wait_longer(limit, times, back):
    """By a minute, an hour or a year: no longer than right after the last attempt."""
    row, _ = tried(limit, times)
    before = limit.wait(row, row.last)
    now = row.last - back * SECOND
    moved = by_this_clock(row, now)

    assert before == limit.wait(moved, now)
    assert before <= timedelta(minutes=15)
    assert moved.until <= now + LONGEST_KEPT
    assert row == by_this_clock(row, row.last), "a clock that goes on changes nothing"


@pytest.mark.parametrize("limit", ALL, ids=lambda limit: str(limit)[:40])
@given(st.lists(st.integers(0, 200_000), min_size=1, max_size=150).map(sorted))
def test_nothing_is_kept_for_more_than_a_day(limit, times):
    """As the page about privacy says."""
    row, _ = tried(limit, times)

    assert row.until - row.last <= LONGEST_KEPT


def test_what_was_rightful_is_given_back():
    """Whoever signs in takes nothing from those who share their source."""
    row, _ = tried(BUCKET, [0, 0])
    one = BUCKET.rightful(row, NOON)

    assert (20, 10) == ((row.until - NOON) / SECOND, (one.until - NOON) / SECOND)
    assert BUCKET.rightful(one, NOON) is None
    assert row == attempts._EVERYTHING.rightful(row, NOON), "a hash has cost what it costs"
    assert PAUSES.rightful(row, NOON) is None


def test_in_words():
    """Never less than a second, never more than a quarter of an hour."""
    told = [attempts._in_words(seconds) for seconds in (1, 2, 59, 60, 61, 900)]

    assert ["1 second", "2 seconds", "59 seconds", "1 minute", "2 minutes", "15 minutes"] == told
