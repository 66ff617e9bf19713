"""Accounts, links, sessions, failures, settings and the audit log."""

from datetime import datetime, timedelta, timezone

import pytest

from jobtrack_viz.errors import AccountExists, DraftGone, UnknownVersion
from jobtrack_viz.store import (
    Counted,
    Link,
    add_link,
    add_person,
    add_session,
    clear_counted,
    counted,
    disable_person,
    draft,
    enable_person,
    end_session,
    end_sessions_of,
    entries,
    forget_counted,
    forget_entries,
    forget_sessions,
    insert_setting,
    link_of,
    make_counted,
    people,
    person,
    person_of,
    record,
    save_session,
    session_of,
    set_counted,
    set_password,
    set_setting,
    setting,
    unused_setup_link,
    use_link,
    version,
)
from tests.stores import NOON

MINUTE = timedelta(minutes=1)


def test_accounts_are_told_apart_by_their_addresses(store):
    """Capitals and spaces around make no other address."""
    with store.writing() as db:
        zoe = add_person(db, NOON, "zoe@example.org")
        ada = add_person(db, NOON, " Ada@Example.org ")
        with pytest.raises(AccountExists, match="account for ada@"):
            add_person(db, NOON, "ADA@example.org")
        set_password(db, NOON, ada, "argon")
        found = person_of(db, "ada@EXAMPLE.org")
        listed = [(known.id, known.email, known.password_hash) for known in people(db)]
        nobody = person(db, 99), person_of(db, "eve@example.org")

    assert [(ada, "ada@example.org", "argon"), (zoe, "zoe@example.org", None)] == listed
    assert found is not None
    assert (ada, False, NOON) == (found.id, found.disabled, found.added_at)
    assert (None, None) == nobody


def test_a_disabled_account_opens_nothing(store):
    """Its sessions and links are gone, also when it is enabled again; others stay."""
    hour = NOON + 60 * MINUTE
    with store.writing() as db:
        ada, zoe = add_person(db, NOON, "ada@example.org"), add_person(db, NOON, "zoe@example.org")
        for one, name in ((ada, "a"), (zoe, "z")):
            add_session(db, NOON, f"session-{name}", one, "", hour)
            add_link(db, NOON, f"link-{name}", one, "zoe@example.org", hour)
        disable_person(db, ada)
        disabled = person(db, ada)
        enable_person(db, ada)
        enabled = person(db, ada)
        open_sessions = [bool(session_of(db, NOON, f"session-{name}")) for name in "az"]
        open_links = [bool(link_of(db, NOON, f"link-{name}")) for name in "az"]

    assert (True, False) == (disabled.disabled, enabled.disabled)
    assert ([False, True], [False, True]) == (open_sessions, open_links)


def test_a_link_works_once_and_until_its_moment(store):
    """A newer one for the same person makes it void."""
    end = NOON + 30 * MINUTE
    with store.writing() as db:
        ada = add_person(db, NOON, "ada@example.org")
        add_link(db, NOON, "old", ada, "zoe@example.org", end)
        add_link(db, NOON, "new", ada, "zoe@example.org", end)
        add_link(db, NOON, "setup", None, "zoe@example.org", end)
        seen = [link_of(db, NOON, token) for token in ("old", "new", "setup")]
        setup = unused_setup_link(db, NOON), unused_setup_link(db, end)
        used = [use_link(db, NOON, token, ada) for token in ("old", "new", "new")]
        late = use_link(db, end, "setup", ada), link_of(db, end, "setup")

    made = ("zoe@example.org", NOON, end, None)
    assert [None, Link(ada, *made), Link(None, *made)] == seen
    assert (Link(None, *made), None) == setup
    assert [False, True, False] == used
    assert (False, None) == late


def test_a_session_ends_by_itself(store):
    """After half an hour without a request, and at its own end whatever happens."""
    end = NOON + 480 * MINUTE
    with store.writing() as db:
        ada = add_person(db, NOON, "ada@example.org")
        add_session(db, NOON, "token", None, "{}", end)
        idle = [bool(session_of(db, NOON + after * MINUTE, "token")) for after in (29, 30)]
        moment = NOON
        while moment < end:
            save_session(db, moment, "token", ada, "[1]")
            moment += 20 * MINUTE
        kept = session_of(db, end - MINUTE, "token")
        over = session_of(db, end, "token")
        gone = forget_sessions(db, end)

    assert [True, False] == idle
    assert (ada, "[1]") == (kept.person, kept.data)
    assert (None, 1) == (over, gone)


def test_signing_out(store):
    """One session ends, or all of a person, on every machine at once."""
    end = NOON + 60 * MINUTE
    with store.writing() as db:
        ada = add_person(db, NOON, "ada@example.org")
        for token in ("desk", "home", "phone"):
            add_session(db, NOON, token, ada, "", end)
        add_session(db, NOON, "nobody", None, "", end)
        end_session(db, "desk")
        save_session(db, NOON, "desk", ada, "late answer")
        after_one = [bool(session_of(db, NOON, token)) for token in ("desk", "home", "phone")]
        end_sessions_of(db, ada)
        after_all = [bool(session_of(db, NOON, token)) for token in ("home", "phone", "nobody")]

    assert [False, True, True] == after_one
    assert [False, False, True] == after_all


def test_what_is_counted_stands_under_its_key(store):
    """Until it is replaced or cleared; a row that is made to be held counts nothing."""
    two = Counted(2, NOON, NOON + MINUTE)
    with store.writing() as db:
        nothing = counted(db, "ada")
        make_counted(db, "ada", NOON)
        made = counted(db, "ada")
        set_counted(db, "ada", two)
        make_counted(db, "ada", NOON)
        set_counted(db, "zoe", Counted(1, NOON, NOON))
        kept = counted(db, "ada")
        clear_counted(db, "ada")
        rows = counted(db, "ada"), counted(db, "zoe")

    assert (None, Counted(0, NOON, NOON), two) == (nothing, made, kept)
    assert (None, Counted(1, NOON, NOON)) == rows


def test_what_counts_no_longer_is_deleted_in_small_batches(store):
    """What is over goes, and what a clock wrote that was a day ahead; the rest stays."""
    day = timedelta(days=1)
    with store.writing() as db:
        for number in range(5):
            set_counted(db, f"over-{number}", Counted(1, NOON - day, NOON))
        set_counted(db, "counts", Counted(1, NOON, NOON + MINUTE))
        set_counted(db, "longest", Counted(1, NOON, NOON + day))
        set_counted(db, "ahead", Counted(1, NOON + day, NOON + 2 * day))
        batches = [forget_counted(db, NOON, most=4) for _ in range(3)]
        left = [key for key in ("counts", "longest", "ahead") if counted(db, key)]

    assert ([4, 2, 0], ["counts", "longest"]) == (batches, left)


def test_settings(store):
    """What is inserted first stands until somebody sets it."""
    with store.writing() as db:
        unknown = setting(db, "key")
        first, second = insert_setting(db, "key", "one"), insert_setting(db, "key", "two")
        set_setting(db, "key", "three")
        set_setting(db, "other", "four")
        values = setting(db, "key"), setting(db, "other")

    assert (None, "one", "one") == (unknown, first, second)
    assert ("three", "four") == values


def test_the_audit_log(store):
    """The newest first, by person, action and days; only an earlier part can be dropped."""
    with store.writing() as db:
        for day, who in enumerate(("ada", "zoe", "ada", "ada")):
            record(db, NOON + timedelta(days=day), who, f"act-{day % 2}", f"s{day}", {"é": "<b>"})
        everything = entries(db)
        of_ada = [entry.subject for entry in entries(db, person="ada", action="act-0")]
        days = [
            entry.subject
            for entry in entries(db, since=NOON + timedelta(days=1), until=NOON + timedelta(days=3))
        ]
        page = [entry.subject for entry in entries(db, limit=2, offset=1)]
        dropped = forget_entries(db, NOON + timedelta(days=9), NOON + timedelta(days=2))
        left = [entry.subject for entry in entries(db)]

    assert ["s3", "s2", "s1", "s0"] == [entry.subject for entry in everything]
    assert ("ada", "act-1", {"é": "<b>"}) == (
        everything[0].person,
        everything[0].action,
        everything[0].facts,
    )
    assert (["s2", "s0"], ["s2", "s1"], ["s2", "s1"]) == (of_ada, days, page)
    assert (2, ["audit log", "s3", "s2"]) == (dropped, left)


def test_moments_are_the_same_in_every_zone(store):
    """A moment of another zone comes back in UTC; one without a zone is refused."""
    summer = datetime(2026, 7, 1, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    with store.writing() as db:
        record(db, summer, "ada", "act", "", {})
        kept = entries(db)[0].at

    assert "2026-07-01T12:00:00+00:00" == kept.isoformat()
    with store.reading() as db, pytest.raises(Exception, match="time zone"):
        entries(db, since=summer.replace(tzinfo=None))


def test_what_a_stranger_types_into_an_address_or_a_form(store):
    """What a database cannot hold is not found, and stored as unreadable characters."""
    huge = 10**30
    with store.writing() as db:
        missing = person(db, huge), person_of(db, "\0@example.org"), session_of(db, NOON, "\ud800")
        nothing = use_link(db, NOON, "\0", 1), entries(db, person="\0", offset=huge)
        record(db, NOON, "ada", "act", "a\0b\ud800", {"note": "\0"})
        kept = entries(db)[0]
        with pytest.raises(UnknownVersion):
            version(db, huge)
        with pytest.raises(DraftGone):
            draft(db, "\0")

    assert ((None, None, None), (False, ())) == (missing, nothing)
    assert ("a\N{REPLACEMENT CHARACTER}b?", {"note": "\0"}) == (kept.subject, kept.facts)
