"""Versions stay as they are, and the newest publication is what readers see."""

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, text

from jobtrack_viz.errors import UnknownVersion, UnreadableRecord
from jobtrack_viz.store import (
    Current,
    Original,
    add_withdrawn_story,
    all_differences,
    current,
    originals,
    payload,
    purge_originals,
    replace_payload,
    version,
    versions,
    withdraw_version,
    withdrawn_stories,
)
from tests.stores import NOON, publish

# printf '{"a":1}' | sha256sum
A_IS_1 = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"


def test_a_first_version(store):
    """Before the first publication readers see nothing, then that version."""
    with store.reading() as db:
        before = current(db)
    with store.writing() as db:
        number = publish(db, b'{"a":1}', note="First", former={"old": "new"})
    with store.reading() as db:
        known = version(db, number)
        content = payload(db, number)
        after = current(db)

    assert (Current(None, 0), Current(1, 0)) == (before, after)
    assert (1, NOON, "ada@example.org", "First", A_IS_1) == (
        known.number,
        known.at,
        known.person,
        known.note,
        known.sha256,
    )
    assert (("Jobs.xlsx",), None, False) == (known.originals, known.withdrawn_at, known.purged)
    assert (b'{"a":1}', b"[]", {"old": "new"}) == (content.framework, content.drawn, content.former)


def test_versions_are_listed_from_the_newest(store):
    """A rolled back version is a new one that says what it restores."""
    with store.writing() as db:
        publish(db)
        publish(db, parent=1, differences=b'["less"]')
        publish(db, parent=2, restores=1, drawn=None)
    with store.reading() as db:
        listed = [(known.number, known.parent, known.restores) for known in versions(db)]
        told = [(number, text) for number, _, text in all_differences(db)]
        drawn = payload(db, 3).drawn

    assert [(3, 2, 1), (2, 1, None), (1, None, None)] == listed
    assert [(3, b"[]"), (2, b'["less"]'), (1, b"[]")] == told
    assert drawn is None


def test_nothing_is_published_if_something_fails(store):
    """Version, workbooks and publication are written together or not at all."""

    def fail_at_the_end() -> None:
        with store.writing() as db:
            publish(db)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_at_the_end()
    with store.reading() as db:
        assert (Current(None, 0), ()) == (current(db), versions(db))


def test_a_withdrawn_version_says_so(store):
    """The first reason stands, and workers forget what they kept of it."""
    later = NOON + timedelta(days=1)
    with store.writing() as db:
        publish(db)
        withdraw_version(db, NOON, 1, "Wrong grades")
        withdraw_version(db, later, 1, "Other words")
    with store.reading() as db:
        known = version(db, 1)
        epoch = current(db).epoch

    assert (NOON, "Wrong grades", 1) == (known.withdrawn_at, known.withdrawn_why, epoch)


def test_a_purged_original(store):
    """Names remain in their order, content is gone; other versions keep theirs."""
    books = (Original("Zoo.xlsx", b"z"), Original("Art.xlsx", b"a"))
    with store.writing() as db:
        publish(db, originals=books)
        publish(db)
        purge_originals(db, NOON, 1)
    with store.reading() as db:
        left = originals(db, 1)
        known = version(db, 1)
        other = originals(db, 2)

    assert (Original("Zoo.xlsx", None), Original("Art.xlsx", None)) == left
    assert (True, ("Zoo.xlsx", "Art.xlsx")) == (known.purged, known.originals)
    assert (Original("Jobs.xlsx", b"PK"),) == other


def test_a_withdrawn_story(store):
    """It is noted once, and versions are written anew without it."""
    with store.writing() as db:
        publish(db, b'{"a":2}', differences=b"told")
        add_withdrawn_story(db, NOON, "a-b", "Consent ended")
        add_withdrawn_story(db, NOON, "a-b", "Again")
        replace_payload(db, 1, b'{"a":1}')
    with store.reading() as db:
        content = payload(db, 1)
        known = version(db, 1)
        gone = withdrawn_stories(db)
        epoch = current(db).epoch

    assert (b'{"a":1}', b"told", A_IS_1) == (content.framework, content.differences, known.sha256)
    assert ({"a-b"}, 2) == (gone, epoch)


@pytest.mark.parametrize("ask", [version, payload, originals], ids=lambda ask: ask.__name__)
def test_an_unknown_version(store, ask):
    """Whoever asks for a version that never was learns its number."""
    with store.reading() as db, pytest.raises(UnknownVersion, match="7"):
        ask(db, 7)


def test_a_damaged_payload(store, address):
    """One changed bit in what is stored is noticed when it is read."""
    with store.writing() as db:
        publish(db, drawn=b"[1]")
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE version SET drawn = :drawn"), {"drawn": b"[3]"})
    engine.dispose()

    with store.reading() as db, pytest.raises(UnreadableRecord, match="Version 1 is damaged"):
        payload(db, 1)
