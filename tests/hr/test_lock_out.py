"""Somebody guesses the password of a person whose address they know; she signs in all the same."""

from contextlib import contextmanager

import pytest

from jobtrack_viz.store import open_store
from tests.hr.place import PASSWORD, Browser, Place, place_with
from tests.stores import KINDS, database

ANN = "ann@example.ac.uk"
WRONG = "wrong wrong wrong"
TIMES = 26


@contextmanager
def place_on(kind, folder, **settings):
    """HR's pages on a database of this kind."""
    with database(kind, folder) as url:
        store = open_store(url)
        yield place_with(store, **settings)
        store.close()


def browser_at(place: Place, address: str) -> Browser:
    """A browser that comes from this network address."""
    return Browser(place.server.test_client(), address=address)


def attempts(place: Place, owner, attacker, times: int = TIMES) -> int:
    """How often of so many times the owner gets in, while the attacker guesses all the time."""
    there = 0
    for _ in range(times):
        for _ in range(6):
            attacker.sign_in(ANN, WRONG)
        mine = owner()
        there += mine.sign_in(ANN, PASSWORD).status_code == 303
        place.clock.on(seconds=40)
    return there


@pytest.mark.parametrize("kind", KINDS)
def test_from_another_source(kind, tmp_path):
    """The owner gets in each time, in browsers that were never here."""
    with place_on(kind, tmp_path) as place:
        place.signed_in(ANN)
        attacker = browser_at(place, "198.51.100.9")
        there = attempts(place, lambda: browser_at(place, "203.0.113.7"), attacker)

    assert TIMES == there


@pytest.mark.parametrize("kind", KINDS)
def test_from_the_same_source(kind, tmp_path):
    """A campus has one address: the owner gets in each time where she has signed in before."""
    with place_on(kind, tmp_path) as place:
        hers = browser_at(place, "203.0.113.7")
        link = place.link(ANN)
        hers.get(link)
        hers.send(link, password=PASSWORD, again=PASSWORD)

        def signed_out() -> Browser:
            hers.get("/hr")
            hers.send("/hr/sign-out")
            return hers

        there = attempts(place, signed_out, browser_at(place, "203.0.113.7"))

    assert TIMES == there
