"""Drafts: who may read them, how far they have come, and that they leave nothing behind."""

from datetime import timedelta

import pytest

from jobtrack_viz.errors import DraftGone
from jobtrack_viz.store import (
    Db,
    Original,
    add_draft,
    discard,
    draft,
    draft_files,
    draft_of_token,
    drafts,
    forget_expired,
    set_result,
    set_stage,
    share_draft,
    stop_sharing,
)
from tests.stores import NOON

WEEK = NOON + timedelta(days=7)
BOOKS = (Original("Zoo.xlsx", b"z"), Original("Art.xlsx", b"a"))


def upload(db: Db) -> str:
    return add_draft(
        db,
        NOON,
        person="ada@example.org",
        mode="update",
        base=None,
        files=BOOKS,
        expires_at=WEEK,
    )


def come_of(db: Db, draft_id: str) -> None:
    set_result(
        db,
        draft_id,
        base=None,
        stage="ready",
        refused="",
        problems=b"[1]",
        framework=b"{}",
        drawn=b"[]",
        conflicts=b"[2]",
        summary=b"[3]",
    )


def test_a_draft_keeps_what_came_of_its_workbooks(store):
    """Files in their order; stage, problems, framework and the rest as they were set."""
    with store.writing() as db:
        draft_id = upload(db)
        set_stage(db, draft_id, "reading", NOON + timedelta(seconds=4))
        come_of(db, draft_id)
    with store.reading() as db:
        made = draft(db, draft_id)
        books = draft_files(db, draft_id)
        listed = drafts(db, NOON)

    assert BOOKS == books
    assert (made,) == listed
    assert ("ready", "update", NOON, WEEK) == (made.stage, made.mode, made.made_at, made.expires_at)
    assert NOON + timedelta(seconds=4) == made.seen_at
    assert (b"[1]", b"{}", b"[]") == (made.problems, made.framework, made.drawn)
    assert (b"[2]", b"[3]", ("Zoo.xlsx", "Art.xlsx")) == (made.conflicts, made.summary, made.files)


@pytest.mark.parametrize("ending", ["discarded", "published"])
def test_a_closed_draft_keeps_nothing_of_its_workbooks(store, ending):
    """Nobody can open it again, also not work that was still going on."""
    with store.writing() as db:
        draft_id = upload(db)
        come_of(db, draft_id)
        share_draft(db, draft_id, "hash", WEEK)
        if ending == "discarded":
            discard(db, draft_id)
        else:
            set_stage(db, draft_id, "published", NOON)
    with store.reading() as db:
        left = draft(db, draft_id)
        contents = [book.content for book in draft_files(db, draft_id)]
        listed = drafts(db, NOON)
        shared = draft_of_token(db, "hash", NOON)

    assert (ending, None, None, b"null") == (left.stage, left.framework, left.drawn, left.problems)
    assert ([None, None], (), None) == (contents, listed, shared)
    for again in (
        lambda db: set_stage(db, draft_id, "ready", NOON),
        lambda db: come_of(db, draft_id),
    ):
        with store.writing() as db, pytest.raises(DraftGone):
            again(db)


def test_a_shared_draft(store):
    """A token opens a draft until its day, until it is taken back, or until a newer one."""
    with store.writing() as db:
        draft_id = upload(db)
        share_draft(db, draft_id, "first", NOON + timedelta(days=2))
        opened = draft_of_token(db, "first", NOON)
        late = draft_of_token(db, "first", NOON + timedelta(days=2))
        share_draft(db, draft_id, "second", NOON + timedelta(days=60))
        earlier = draft_of_token(db, "first", NOON)
        past_the_draft = draft_of_token(db, "second", WEEK)
        stop_sharing(db, draft_id)
        stopped = draft_of_token(db, "second", NOON)

    assert opened is not None
    assert (draft_id, NOON + timedelta(days=2)) == (opened.id, opened.shared_until)
    assert [None] * 4 == [late, earlier, past_the_draft, stopped]


def test_an_expired_draft_is_forgotten(store):
    """It is not listed from its moment on, and then is gone with its files."""
    with store.writing() as db:
        draft_id = upload(db)
        listed = drafts(db, WEEK)
        early = forget_expired(db, WEEK - timedelta(seconds=1))
        late = forget_expired(db, WEEK)
        files = draft_files(db, draft_id)
        with pytest.raises(DraftGone):
            draft(db, draft_id)

    assert ((), 0, 1, ()) == (listed, early, late, files)
