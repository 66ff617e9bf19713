"""Whoever is sent away for a while hears it after a pause, by a clock that tests turn."""

import pytest

from jobtrack_viz.serving.pauses import Pauses
from tests.serving.test_deadlines import GET, LIMITS, Place


def sending_away(status: str, *headers: tuple[str, str]):
    """An application that always says this."""

    def application(_, start_response):
        start_response(status, [("Content-Length", "4"), *headers])
        return [b"busy"]

    return application


@pytest.mark.parametrize(
    ("status", "headers", "at_once"),
    [
        ("503 Service Unavailable", [("Retry-After", "15")], False),
        ("503 Service Unavailable", [], True),
        ("200 OK", [("Retry-After", "15")], True),
    ],
)
def test_who_is_sent_away_hears_it_a_second_later(status, headers, at_once):
    """And every other answer goes at once, also that the server is not well."""
    here = Place(LIMITS, sending_away(status, *headers))
    try:
        line = here.line(GET)
        first = here.said(line)
        here.passes(1)
        later = here.said(line)
    finally:
        here.close()

    assert (at_once, not at_once) == (b"busy" in first, b"busy" in later)


def test_another_reader_does_not_wait():
    """While one answer is held, no thread is."""

    def application(environ, start_response):
        if environ["PATH_INFO"] == "/well":
            return sending_away("200 OK")(environ, start_response)
        return sending_away("503 Busy", ("Retry-After", "5"))(environ, start_response)

    here = Place(LIMITS, application)
    try:
        held = [here.line(GET) for _ in range(2 * LIMITS.threads)]
        reader = here.line(GET.replace(b"/ ", b"/well "))
        said = here.said(reader)
        waits = [here.said(line) for line in held]
    finally:
        here.close()

    assert b"200 OK" in said
    assert [b""] * len(held) == waits


def test_many_are_spaced():
    """The first go after a second, then one every 20 ms, and none later than ten seconds."""
    pauses = Pauses()
    turns = [pauses.next(100.0) for _ in range(600)]

    assert [101.0, 101.02, 101.04] == [round(turn, 6) for turn in turns[:3]]
    assert 110.0 == max(turns)
    assert 201.0 == pauses.next(200.0)
