"""The hash chain of the audit log while many write at once, and what a transaction does last."""

from contextlib import suppress
from datetime import timedelta
from itertools import pairwise

from jobtrack_viz import accounts
from jobtrack_viz.errors import LinkGone, SignInRefused
from jobtrack_viz.store import (
    Db,
    add_person,
    check_chain,
    entries,
    lock_publication,
    open_store,
    record,
    set_setting,
)
from tests.store.processes import at_once
from tests.store.test_database import run
from tests.stores import NOON, publish

ANN = "ann@example.org"


def test_many_write_at_once(address):
    """Six processes that record and publish: no entry is lost, and each fits the one before."""
    open_store(address).close()

    def work(place: int) -> int:
        store = open_store(address)
        for number in range(15):
            with store.writing() as db:
                if number % 5 == 0:
                    record(db, NOON, ANN, "publish", f"{place}.{number}", {})
                    publish(db)
                else:
                    record(db, NOON, ANN, "decide", f"{place}.{number}", {})
        store.close()
        return place

    done = at_once(work, 6)
    store = open_store(address)
    with store.reading() as db:
        found, told = check_chain(db), entries(db, limit=1000)
    store.close()

    assert list(range(6)) == done
    assert (90, None, True) == (found.entries, found.broken, found.end_fits)
    assert {1} == {later.id - earlier.id for later, earlier in pairwise(told)}
    assert 90 == len({entry.subject for entry in told})


def test_signing_in_and_out_at_once(address, monkeypatch):
    """Links, sessions, attempts and the log are held in one order: nobody waits for each other."""
    monkeypatch.setattr("jobtrack_viz.accounts.links.kept", lambda password: f"hash {password}")
    monkeypatch.setattr("jobtrack_viz.accounts.signing_in.matches", lambda *_: True)
    store = open_store(address)
    for number in range(3):
        accounts.add(store, NOON, "command line", f"x{number}@example.org")
    store.close()

    def work(place: int) -> int:
        own, done = open_store(address), 0
        email = f"x{place % 3}@example.org"
        for number in range(8):
            now = NOON + timedelta(minutes=20 * number)
            person = accounts.named(own, email)
            with suppress(LinkGone):
                token = accounts.new_link(own, now, "command line", person)
                accounts.take_up(own, now, "k", token, "", "four words of mine")
            with suppress(SignInRefused):
                entrance = accounts.sign_in(own, now, "k", email, "x")
                accounts.sign_out(own, now, entrance.token, person)
            done += 1
        own.close()
        return done

    done = at_once(work, 6)
    with open_store(address).reading() as db:
        found = check_chain(db)

    assert [8] * 6 == done
    assert (None, True) == (found.broken, found.end_fits)


def test_what_fails_leaves_no_gap(store):
    """A transaction that is given up has written no entry, and the next one follows the last."""
    with store.writing() as db:
        record(db, NOON, ANN, "publish", "1", {})
    with suppress(ZeroDivisionError), store.writing() as db:
        record(db, NOON, ANN, "publish", "2", {})
        assert len(entries(db)) / 0
    with store.writing() as db:
        record(db, NOON, ANN, "publish", "3", {})
    with store.reading() as db:
        found, told = check_chain(db), [entry.subject for entry in entries(db)]

    assert (["3", "1"], None, True) == (told, found.broken, found.end_fits)


def test_the_log_is_written_last(store):
    """Whatever a transaction does after it has recorded something, the entry comes after that."""
    seen = []

    class Watched(Db):
        def change(self, statement):
            seen.append(statement.table.name)
            return super().change(statement)

    with store.writing() as db:
        watched = Watched(db._connection, writes=True)
        record(watched, NOON, ANN, "publish", "1", {})
        lock_publication(watched)
        set_setting(watched, "a", "b")
        add_person(watched, NOON, ANN)
        watched.finish()

    assert ["audit", "chain"] == seen[-2:]
    assert "audit" not in seen[:-2]


def test_strange_texts_are_chained_as_they_are_kept(store):
    """What a database cannot hold is marked before it is hashed."""
    with store.writing() as db:
        for text in ("\0", "\ud800", "é" * 5000, "", "a\nb", "5:x", "-"):
            record(db, NOON + timedelta(microseconds=1), text, text, text, {text: text})
    with store.reading() as db:
        found = check_chain(db)

    assert (7, None, True) == (found.entries, found.broken, found.end_fits)


def test_a_chain_that_has_lost_its_ends_is_gone_on_with(address):
    """Nobody is kept from publishing; ``doctor`` has said before that they were missing."""
    store = open_store(address)
    with store.writing() as db:
        record(db, NOON, ANN, "publish", "1", {})
    run(address, "DELETE FROM chain")
    with store.reading() as db:
        missing = check_chain(db).ends
    with store.writing() as db:
        record(db, NOON, ANN, "publish", "2", {})
    with store.reading() as db:
        found = check_chain(db)
    store.close()

    assert missing is None
    assert (2, 1, None, True) == (found.entries, found.ends.legacy, found.broken, found.end_fits)
