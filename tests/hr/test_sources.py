"""Where a request comes from, as far as nobody can invent it."""

import pytest

from layouts.hr.sources import source_of
from tests.hr.place import PASSWORD, place_with
from tests.hr.test_lock_out import ANN, WRONG, browser_at

PROXY = "10.0.0.1"


@pytest.mark.parametrize(
    ("forwarded", "proxies", "expected"),
    [
        ([], 0, PROXY),
        (["203.0.113.7"], 0, PROXY),
        (["203.0.113.7"], 1, "203.0.113.7"),
        (["1.1.1.1, 203.0.113.7"], 1, "203.0.113.7"),
        (["1.1.1.1, 203.0.113.7, 10.0.0.2"], 2, "203.0.113.7"),
        (["1.1.1.1", "203.0.113.7"], 1, "203.0.113.7"),
        (["1.1.1.1, 203.0.113.7", "10.0.0.2"], 2, "203.0.113.7"),
        (["203.0.113.7"], 2, PROXY),
        ([], 1, PROXY),
        ([""], 1, PROXY),
        (["nonsense"], 1, PROXY),
        (["unknown"], 1, PROXY),
        (["203.0.113.7,"], 1, PROXY),
        (["203.0.113.999"], 1, PROXY),
        (["203.0.113.7\x00"], 1, PROXY),
        (["9" * 100_000], 1, PROXY),
        (["203.0.113.7:4711"], 1, "203.0.113.7"),
        (['"203.0.113.7"'], 1, "203.0.113.7"),
        (["  203.0.113.7  "], 1, "203.0.113.7"),
        (["::ffff:203.0.113.7"], 1, "203.0.113.7"),
        (["[::ffff:203.0.113.7]:80"], 1, "203.0.113.7"),
        (["2001:db8:1:2:3:4:5:6"], 1, "2001:db8:1:2::/64"),
        (["2001:db8:1:2:ffff::1"], 1, "2001:db8:1:2::/64"),
        (["[2001:db8:1:2::1]:443"], 1, "2001:db8:1:2::/64"),
        (["[2001:db8:1:2::1]"], 1, "2001:db8:1:2::/64"),
        (["fe80::1%eth0"], 1, "fe80::/64"),
        (["[fe80::1%25eth0]:80"], 1, "fe80::/64"),
    ],
)
def test_the_entry_that_the_outermost_proxy_wrote(forwarded, proxies, expected):
    """Counted from the right; what is no address counts as the machine that connected."""
    assert expected == source_of(PROXY, forwarded, proxies)


def test_a_machine_without_an_address():
    """As over a socket in the file system: all such are one source."""
    assert ["unknown", "unknown"] == [source_of("", [], 0), source_of("nonsense", ["x"], 1)]


def test_a_source_that_is_invented_is_no_other(place):
    """Behind a proxy, what a stranger writes into the header makes their guesses no freer."""
    behind = place_with(place.store, 1)
    behind.signed_in(ANN)
    stranger, statuses = browser_at(behind, PROXY), []
    for number in range(7):
        stranger.get("/hr/sign-in")
        told = {"X-Forwarded-For": f"192.0.2.{number}, 198.51.100.9"}
        stranger.send("/hr/sign-in", headers=told, email=ANN, password=WRONG)
        statuses.append("too many attempts" in stranger.page)
    owner = browser_at(behind, PROXY)
    owner.get("/hr/sign-in")
    hers = {"X-Forwarded-For": "203.0.113.7"}
    there = owner.send("/hr/sign-in", headers=hers, email=ANN, password=PASSWORD)

    assert [False] * 5 + [True] * 2 == statuses
    assert 303 == there.status_code


def test_without_proxies_the_header_counts_nothing(place, ann):
    """Nobody takes on another source by a header."""
    stranger, refused = place.browser(), []
    for number in range(7):
        stranger.get("/hr/sign-in")
        told = {"X-Forwarded-For": f"192.0.2.{number}"}
        stranger.send("/hr/sign-in", headers=told, email=ANN, password=WRONG)
        refused.append("too many attempts" in stranger.page)

    assert [False] * 5 + [True] * 2 == refused
