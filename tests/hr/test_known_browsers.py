"""Browsers in which somebody has signed in before: spared by floods, and let in by nothing else."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from jobtrack_viz import accounts
from jobtrack_viz.accounts import attempts, passwords
from jobtrack_viz.accounts.browsers import Visitor, browser_cookie, known_browser
from jobtrack_viz.errors import SignInRefused
from jobtrack_viz.store import LONGEST_KEPT, Store, entries, people, person_of, tables
from layouts import privacy_page
from layouts.hr import cookies
from tests.hr.place import PASSWORD
from tests.hr.test_lock_out import ANN, WRONG, browser_at, place_on
from tests.stores import KINDS

NAME = "hr-known"
TOO_MANY = "too many attempts"


def cookie_of(browser) -> str:
    """What the browser keeps."""
    found = browser.client.get_cookie(NAME, path="/hr")
    return found.value if found else ""


def person_named(place, email=ANN):
    """The account as it is now."""
    with place.store.reading() as db:
        return person_of(db, email)


def refusal(place, email, password, **visitor) -> str:
    """What somebody is told who tries to sign in; nothing if they are let in."""
    try:
        who = Visitor(**visitor)
        accounts.sign_in(place.store, place.clock(), "k" * 40, email, password, who)
    except SignInRefused as told:
        return str(told)
    return ""


def test_the_cookie(place, ann):
    """It goes to HR's pages only, is out of reach for scripts, and holds nothing of the person."""
    answer = place.browser().sign_in(ANN)
    (known,) = [each for each in answer.headers.getlist("Set-Cookie") if each.startswith(NAME)]
    parts = known.split("; ")

    assert {"HttpOnly", "Path=/hr", "SameSite=Lax", "Max-Age=7776000"} <= set(parts)
    assert re.fullmatch(NAME + r"=[0-9a-f]{32}\.[0-9a-f]{8}\.[\w-]{43}", parts[0])


def test_whom_it_knows(place, ann):
    """Its own person, for 90 days, until a new password or the end of the account."""
    hers, key, now = cookie_of(ann), "k" * 40, place.clock()
    place.signed_in("bob@example.ac.uk")
    me, bob = person_named(place), person_named(place, "bob@example.ac.uk")
    browser = hers.partition(".")[0]
    days = [timedelta(days=days) for days in (0, 89, 90, -1)]

    assert [browser, browser, "", ""] == [known_browser(key, now + at, me, hers) for at in days]
    assert ["", "", ""] == [
        known_browser(key, now, bob, hers),
        known_browser(key, now, None, hers),
        known_browser("x" * 40, now, me, hers),
    ]
    accounts.disable(place.store, now, "bob@example.ac.uk", me.id)
    disabled = known_browser(key, now, person_named(place), hers)
    accounts.enable(place.store, now, "bob@example.ac.uk", me.id)
    place.clock.on(minutes=1)
    accounts.change_password(
        place.store, place.clock(), key, me, PASSWORD, "other words than before"
    )
    changed = known_browser(key, place.clock(), person_named(place), hers)

    assert ("", "") == (disabled, changed)


@pytest.mark.parametrize(
    "text", ["", "x", ".", "..", "a.b.c", "\u00e9", "x" * 100_000, "0" * 32 + ".zz"]
)
def test_what_is_no_cookie_of_ours(place, ann, text):
    """It is as if there were none."""
    assert "" == known_browser("k" * 40, place.clock(), person_named(place), text)


def test_one_bit_changed(place, ann):
    """No part of the cookie can be another: neither number nor date nor signature."""
    hers, me = cookie_of(ann), person_named(place)
    for at in range(0, len(hers) - 1, 3):
        forged = hers[:at] + ("1" if hers[at] == "0" else "0") + hers[at + 1 :]
        assert "" == known_browser("k" * 40, place.clock(), me, forged), at


def test_it_lets_nobody_in(place, ann):
    """With the cookie alone one stands at the door."""
    thief = place.browser()
    thief.client.set_cookie(NAME, cookie_of(ann), path="/hr")

    assert 303 == thief.get("/hr").status_code
    assert "/hr/sign-in" in thief.get("/hr").headers["Location"]


def test_a_stolen_one_has_an_allowance_of_its_own(place, ann):
    """Five guesses, then pauses that double; the owner's other browser is not concerned."""
    stolen = cookie_of(ann)
    other = place.browser()
    other.sign_in(ANN)
    told = [refusal(place, ANN, WRONG, source="198.51.100.9", cookie=stolen) for _ in range(7)]
    hers = refusal(place, ANN, PASSWORD, source="203.0.113.7", cookie=cookie_of(other))

    assert [False] * 5 + [True] * 2 == [TOO_MANY in each for each in told]
    assert "" == hers


def test_the_same_browser_stays_the_same(place, ann):
    """Signing in again renews the date, not the number; another password hands a new cookie."""
    first = cookie_of(ann)
    place.clock.on(days=60)
    ann.sign_in(ANN)
    second = cookie_of(ann)
    ann.get("/hr/account")
    new = {"password": "other words than before", "again": "other words than before"}
    ann.send("/hr/account", old=PASSWORD, **new)
    third = cookie_of(ann)

    assert first.split(".")[0] == second.split(".")[0]
    assert first.split(".")[1] != second.split(".")[1]
    assert known_browser("k" * 40, place.clock(), person_named(place), third)


@pytest.mark.parametrize("kind", KINDS)
def test_a_flood_over_random_addresses(kind, tmp_path, monkeypatch):
    """Hashes are bounded, and so are rows; a known browser is let in meanwhile."""
    looked = []
    with place_on(kind, tmp_path) as place:
        ann = place.signed_in(ANN)
        cookie = cookie_of(ann)
        real = passwords.matches
        monkeypatch.setattr(
            "jobtrack_viz.accounts.signing_in.matches",
            lambda *given: looked.append(1) or real(*given),
        )
        for number in range(300):
            refusal(place, f"x{number}@example.org", WRONG, source=f"10.{number % 256}.0.{number}")
        hashes = len(looked)
        rows = count_rows(place.store)
        stranger = refusal(place, ANN, PASSWORD, source="203.0.113.9")
        mine = refusal(place, ANN, PASSWORD, source="203.0.113.7", cookie=cookie)
        place.clock.on(minutes=1)
        again = refusal(place, ANN, PASSWORD, source="203.0.113.9")
        place.clock.on(hours=24)
        gone = accounts.purge_attempts(place.store, place.clock())
        left = count_rows(place.store)

    assert 60 == hashes
    assert rows <= 1 + 3 * hashes
    assert (True, "", "") == (TOO_MANY in stranger, mine, again)
    assert gone > 0
    assert 0 == left


def count_rows(store: Store) -> int:
    """Of the table of attempts."""
    with store.reading() as db:
        return db.row(select(func.count()).select_from(tables.throttle))[0]


def test_guesses_from_very_many_sources(place, ann):
    """For one address they are slowed down together; the known browser is not."""
    told = []
    for number in range(150):
        place.clock.on(seconds=1)
        told.append(refusal(place, ANN, WRONG, source=f"192.0.2.{number}"))
    passed = [each for each in told if TOO_MANY not in each]

    assert 100 <= len(passed) <= 103
    assert "" == refusal(place, ANN, PASSWORD, source="203.0.113.7", cookie=cookie_of(ann))


def test_a_source_that_guesses_for_very_many_addresses(place, ann):
    """It has a hundred at once; another source is free."""
    told = []
    for number in range(150):
        place.clock.on(seconds=1)
        told.append(refusal(place, f"x{number}@example.org", WRONG, source="198.51.100.9"))
    passed = [each for each in told if TOO_MANY not in each]

    assert 100 <= len(passed) <= 116
    assert "" == refusal(place, ANN, PASSWORD, source="203.0.113.7")


def test_whoever_signs_in_uses_nothing_up(place, ann):
    """A whole department signs in from one source, one after the other."""
    told = []
    for _ in range(130):
        place.clock.on(seconds=1)
        told.append(refusal(place, ANN, PASSWORD, source="203.0.113.7"))

    assert {""} == set(told)


def test_the_same_work_whether_there_is_an_account_or_not(place, ann, monkeypatch):
    """As many statements of each kind and one hash, for a wrong password and an unknown address."""

    def work(email: str, cookie: str = "") -> list[str]:
        done: list[str] = []

        def note(self, statement, *given):
            done.append(str(statement).split()[0])
            return execute(self, statement, *given)

        execute = Connection.execute
        with monkeypatch.context() as patched:
            patched.setattr(Connection, "execute", note)
            patched.setattr(
                "jobtrack_viz.accounts.signing_in.matches",
                lambda *given: done.append("hash") or passwords.matches(*given),
            )
            refusal(place, email, WRONG, source="203.0.113.7", cookie=cookie)
        return done

    known, unknown = work(ANN), work("nobody@example.org")
    refused = [refusal(place, ANN, WRONG, source="203.0.113.7") for _ in range(6)][-1]
    for _ in range(6):
        refusal(place, "nobody@example.org", WRONG, source="203.0.113.7")
    late = work(ANN), work("nobody@example.org")

    assert "hash" in known
    assert len(known) == len(unknown)
    assert sorted(known) == sorted(unknown)
    assert TOO_MANY in refused
    assert late[0] == late[1]
    assert "hash" not in late[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_database_holds_no_source_and_no_address(kind, tmp_path):
    """Neither in the clear nor as a hash that anybody could make who has not the key."""
    with place_on(kind, tmp_path) as place:
        place.signed_in(ANN)
        for number in range(3):
            refusal(place, "someone.typed@example.org", WRONG, source=f"198.51.100.{number}")
        with place.store.reading() as db:
            keys = [row.key for row in db.rows(select(tables.throttle.c.key))]
            told = entries(db)
            everybody = people(db)

    assert keys
    assert all(re.fullmatch(r"[0-9a-f]{40}", key) for key in keys)
    assert not [each for each in told if "198.51" in str(each) or "someone" in str(each)]
    assert [ANN] == [each.email for each in everybody]
    assert len(keys) == len({*keys})


def test_another_key_gives_other_rows():
    """What stands in one database says nothing about another, nor to who has not the key."""
    one, other = (
        {each.key for each in attempts.from_source(key, ANN, "203.0.113.7")} for key in ("a", "b")
    )

    assert 4 == len(one)
    assert set() == one & other


def test_the_allowances_of_a_session_are_its_own(place, ann):
    """Nobody outside can keep somebody who is signed in from changing their password."""
    for number in range(120):
        place.clock.on(seconds=1)
        refusal(place, ANN, WRONG, source=f"192.0.2.{number}")
    ann.get("/hr/account")
    new = {"password": "other words than before", "again": "other words than before"}

    assert 303 == ann.send("/hr/account", old=PASSWORD, **new).status_code


def test_a_renewed_cookie_needs_the_right_person(place, ann):
    """The number of another person's browser is not taken over."""
    place.signed_in("bob@example.ac.uk")
    bob = person_named(place, "bob@example.ac.uk")
    made = browser_cookie("k" * 40, place.clock(), bob, cookie_of(ann))

    assert made.partition(".")[0] != cookie_of(ann).partition(".")[0]


def test_where_it_comes_from_is_no_secret_of_the_page(place, ann):
    """The same sentence for whoever has to wait, with an account or without, known or not."""
    pages = []
    for email in (ANN, "nobody@example.org"):
        stranger = browser_at(place, "198.51.100.9")
        for _ in range(6):
            stranger.sign_in(email, WRONG)
        pages.append(re.sub(r'value="[^"]*"', "", stranger.page))

    assert TOO_MANY in pages[0]
    assert pages[0] == pages[1]


def test_the_page_about_privacy_says_what_is_kept():
    """Both cookies by name, how long, and after how many hours counted attempts are gone."""
    told = " ".join(privacy_page._PUBLISHERS)
    hours, days = LONGEST_KEPT / timedelta(hours=1), accounts.KNOWN_FOR.days

    assert "called hr," in told
    assert f"called hr-known, says for {days} days" in told
    assert f"deleted after {hours:.0f} hours at most" in told
    assert {"hr", "hr-known"} == {cookies.SESSION, cookies.KNOWN}
