"""What is withdrawn while somebody prepares, settles, publishes or restores stays withdrawn."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from jobtrack_viz import store as stored
from jobtrack_viz.atlas import MapUnavailable, StoreAtlas, draft_id
from jobtrack_viz.canonical import framework_from, framework_json, map_json
from jobtrack_viz.errors import DraftGone, StoreUnavailable, WithdrawnVersion
from jobtrack_viz.export.framework_xlsx import stamp_of, workbook_of
from jobtrack_viz.metro import lay_out
from jobtrack_viz.network import build_network
from jobtrack_viz.publishing import (
    ExpiryTimer,
    begin,
    prepare,
    preview,
    publish,
    publish_first,
    purge,
    purge_expired,
    releases,
    restore,
    settle,
    share,
    stop_sharing,
    story_key,
    uploads,
    withdraw_story,
    withdraw_version,
)
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Store, open_store
from tests.publishing.books import book
from tests.stores import KINDS, database

NOW = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
OVER = NOW + timedelta(days=30)
HR = "hr@example.org"
TITLE = "A baker who cooks"
SECRET = "Quincy baked through the night"
BAKERS = (("Baker track", "Baker (3)", "Head Baker (5)"), ("Tact", "Low", "High"))
BETTER = (BAKERS[0], ("Tact", "Med", "High"))
COOKS = (("Cook track", "Cook (3)", "Chef (5)"), ("Tact", "Low", "Med"))
STORIES = (
    ("Title", "From", "To", "Story", "Consent"),
    (TITLE, "Baker", "Cook", SECRET, "yes"),
)


FIRST = book(Bakers=BAKERS, Cooks=COOKS, Case_studies=STORIES)
SECOND = book(Bakers=BETTER, Cooks=COOKS, Case_studies=STORIES)


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A database of each kind, with two tracks and a story published."""
    with database(request.param, tmp_path) as address:
        opened = open_store(address)
        publish_first(opened, NOW, FIRST, Limits())
        yield opened
        opened.close()


@pytest.fixture(autouse=True)
def _drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Maps are drawn in this process, which is quicker."""
    monkeypatch.setattr(uploads, "drawn_map", drawn_here)
    monkeypatch.setattr(releases, "drawn_map", drawn_here)


def drawn_here(framework, previous, *_) -> bytes:
    """What the child would print."""
    return map_json(lay_out(build_network(framework), previous))


def meanwhile(monkeypatch: pytest.MonkeyPatch, where, name: str, act: Callable[[], object]) -> None:
    """What ``act`` does happens once, right after ``where.name`` was called first."""
    real, left = getattr(where, name), [act]

    def called(*args, **more):
        found = real(*args, **more)
        if left:
            left.pop()()
        return found

    monkeypatch.setattr(where, name, called)


def draft_of(store: Store, data: bytes, mode: str = "replace") -> str:
    """A draft of one workbook, as far as it comes."""
    draft = begin(store, NOW, HR, {"new.xlsx": data}, mode)
    prepare(store, Limits(), draft)
    return draft


def the_story(store: Store) -> str:
    """The key of the story that readers see."""
    return story_key(StoreAtlas(store).current().framework.stories[0])


def without_story(store: Store, key: str) -> Callable[[], int]:
    return partial(withdraw_story, store, NOW, HR, key, "Consent ended")


def everything(store: Store) -> bytes:
    """All that is kept of versions and of open drafts, besides uploaded files."""
    with store.reading() as db:
        payloads = [stored.payload(db, version.number) for version in stored.versions(db)]
        drafts = stored.drafts(db, NOW)
    kept = [part for payload in payloads for part in (payload.framework, payload.differences)]
    kept += [part or b"" for one in drafts for part in (one.framework, one.conflicts, one.problems)]
    return b"\n".join(kept)


def left_of_the_story(store: Store) -> list[str]:
    """Its title, which a difference names, and its text, where anything that is kept has them."""
    return [words for words in (TITLE, SECRET) if words.encode() in everything(store)]


def test_a_story_withdrawn_while_a_draft_is_drawn(store, monkeypatch):
    """The draft's result does not hold it, and neither does what is published of it."""
    act = without_story(store, the_story(store))
    meanwhile(monkeypatch, uploads, "drawn_map", act)
    draft = draft_of(store, SECOND)
    assert () == preview(store, draft).after.stories
    assert "story-withdrawn" in [problem.code for problem in preview(store, draft).problems]
    publish(store, NOW, HR, draft)

    assert SECRET.encode() not in everything(store)
    assert () == StoreAtlas(store).current().framework.stories


def test_a_story_withdrawn_between_looking_and_publishing(store, monkeypatch):
    """It is taken out of the draft, and out of what is said to have changed, as it is published."""
    act = without_story(store, the_story(store))
    draft = draft_of(store, SECOND)
    gone = draft_of(store, book(Bakers=BETTER, Cooks=COOKS))
    meanwhile(monkeypatch, releases, "preview", act)
    publish(store, NOW, HR, draft)

    assert SECRET.encode() not in everything(store)
    assert gone


def test_a_story_withdrawn_while_a_draft_without_it_is_published(store, monkeypatch):
    """That it was removed is not told with its words."""
    draft = draft_of(store, book(Bakers=BETTER, Cooks=COOKS))
    meanwhile(monkeypatch, releases, "preview", without_story(store, the_story(store)))
    publish(store, NOW, HR, draft)

    assert [] == left_of_the_story(store)


def test_a_draft_of_an_older_installation_that_holds_a_withdrawn_story(store):
    """Whatever a draft holds, a withdrawn story is not published."""
    told = StoreAtlas(store).current().framework
    draft = draft_of(store, SECOND)
    withdraw_story(store, NOW, HR, the_story(store), "Consent ended")
    with store.writing() as db:
        held = framework_from(stored.draft(db, draft).framework)
        again = framework_json(replace(held, stories=told.stories))
        stored.replace_framework(db, draft, again)
    publish(store, NOW, HR, draft)

    assert SECRET.encode() not in everything(store)


def test_a_story_that_came_and_went_before(store):
    """Whatever versions said of it, also that they removed it, holds no word of it any more."""
    key = the_story(store)
    publish(store, NOW, HR, draft_of(store, book(Bakers=BETTER, Cooks=COOKS)))
    publish(store, NOW, HR, draft_of(store, SECOND))
    publish(store, NOW, HR, draft_of(store, book(Bakers=BAKERS, Cooks=COOKS)))
    withdraw_story(store, NOW, HR, key, "Consent ended")

    assert [] == left_of_the_story(store)


def test_a_story_withdrawn_while_a_version_is_restored(store, monkeypatch):
    """Neither the restored version nor what is said of it holds a word."""
    publish(store, NOW, HR, draft_of(store, book(Bakers=BETTER, Cooks=COOKS)))
    publish(store, NOW, HR, draft_of(store, SECOND))
    key = the_story(store)
    meanwhile(monkeypatch, releases, "differences", without_story(store, key))
    restore(store, NOW, HR, 2)

    assert [] == left_of_the_story(store)


def test_a_version_withdrawn_while_it_is_restored(store, monkeypatch):
    """It does not come back."""
    publish(store, NOW, HR, draft_of(store, SECOND))
    act = partial(withdraw_version, store, NOW, HR, 1, "It named a person")
    meanwhile(monkeypatch, releases, "differences", act)

    with pytest.raises(WithdrawnVersion):
        restore(store, NOW, HR, 1)


def copy_of_version(store: Store, number: int) -> bytes:
    """The workbook of a version, stamped."""
    with store.reading() as db:
        made = stored.version(db, number)
        held = framework_from(stored.payload(db, number).framework)
    return workbook_of(held, stamp_of(str(number), held, made.at))


@pytest.mark.parametrize("mode", ["update", "replace"])
def test_a_copy_of_a_version_that_was_withdrawn(store, mode):
    """It is refused in words, whether it would be merged or replace everything."""
    copy = copy_of_version(store, 1)
    publish(store, NOW, HR, draft_of(store, SECOND))
    withdraw_version(store, NOW, HR, 1, "It named a person")
    shown = preview(store, draft_of(store, copy, mode)).draft

    assert ("refused", True) == (shown.stage, "version 1, which was withdrawn" in shown.refused)


def test_a_version_withdrawn_while_its_copy_is_drawn(store, monkeypatch):
    """The draft that was made from it is refused when its result is written."""
    copy = copy_of_version(store, 1)
    publish(store, NOW, HR, draft_of(store, SECOND))
    act = partial(withdraw_version, store, NOW, HR, 1, "It named a person")
    meanwhile(monkeypatch, uploads, "drawn_map", act)

    assert "refused" == preview(store, draft_of(store, copy, "update")).draft.stage


@pytest.mark.parametrize("mode", ["update", "replace"])
def test_a_version_withdrawn_after_its_copy_was_prepared(store, mode):
    """The ready draft can no longer be published, nor be shared."""
    copy = copy_of_version(store, 1)
    publish(store, NOW, HR, draft_of(store, SECOND))
    draft = draft_of(store, copy, mode)
    assert "ready" == preview(store, draft).draft.stage
    withdraw_version(store, NOW, HR, 1, "It named a person")

    with pytest.raises(WithdrawnVersion):
        publish(store, NOW, HR, draft)
    with pytest.raises(WithdrawnVersion):
        share(store, NOW, HR, draft, 3)


def test_a_shared_draft_tells_nothing_of_a_withdrawn_version(store):
    """What it would change in a version that was withdrawn since is not told to its readers."""
    draft = draft_of(store, SECOND)
    token = share(store, NOW, HR, draft, 14)
    atlas = StoreAtlas(store, lambda: NOW)
    assert {"baker"} == set(atlas.at(draft_id(token)).changes)
    publish(store, NOW, HR, draft_of(store, book(Bakers=BETTER, Cooks=COOKS)))
    withdraw_version(store, NOW, HR, 1, "It named a person")

    assert {} == atlas.at(draft_id(token)).changes


def test_a_withdrawn_version_while_the_database_is_away(store, monkeypatch):
    """A worker that knows of the withdrawal does not serve what it kept from before."""
    publish(store, NOW, HR, draft_of(store, SECOND))
    atlas = StoreAtlas(store)
    assert "1" == atlas.at("1").id
    withdraw_version(store, NOW, HR, 1, "It named a person")
    atlas.current()

    def away():
        raise StoreUnavailable("away")

    monkeypatch.setattr(store, "reading", away)
    with pytest.raises(MapUnavailable):
        atlas.at("1")
    assert "2" == atlas.current().id


def test_an_ended_consultation_while_the_database_is_away(store, monkeypatch):
    """A worker that was told of its end does not serve the draft that it kept from before."""
    draft = draft_of(store, SECOND)
    atlas = StoreAtlas(store, lambda: NOW)
    version = draft_id(share(store, NOW, HR, draft, 7))
    assert version == atlas.at(version).id
    stop_sharing(store, NOW, HR, draft)
    with pytest.raises(WithdrawnVersion):
        atlas.at(version)

    def away():
        raise StoreUnavailable("away")

    monkeypatch.setattr(store, "reading", away)
    with pytest.raises(MapUnavailable):
        atlas.at(version)


def test_purged_files_do_not_come_back(store):
    """A version that is restored has no files, whatever was purged before or after."""
    publish(store, NOW, HR, draft_of(store, SECOND))
    purge(store, NOW, HR, 1, "A name in a comment")
    restore(store, NOW, HR, 1)

    with store.reading() as db:
        files = [[file.content for file in stored.originals(db, n)] for n in (1, 3)]
    assert [[None], []] == files


def test_a_draft_after_thirty_days(store):
    """It can be published, shared and settled until its time is over, and not afterwards."""
    draft = draft_of(store, SECOND)
    token = share(store, NOW, HR, draft, 60)
    opened = StoreAtlas(store, lambda: OVER - timedelta(seconds=1)).at(draft_id(token))
    assert OVER == opened.expires

    with pytest.raises(DraftGone):
        publish(store, OVER, HR, draft)
    with pytest.raises(DraftGone):
        share(store, OVER, HR, draft, 1)
    with pytest.raises(DraftGone):
        settle(store, OVER, HR, draft, {})
    with pytest.raises(WithdrawnVersion):
        StoreAtlas(store, lambda: OVER).at(draft_id(token))
    assert 2 == publish(store, OVER - timedelta(seconds=1), HR, draft)


def test_drafts_are_purged_by_time(store):
    """At their last second they are there, a second later nothing of them is, without an upload."""
    draft = draft_of(store, SECOND)

    assert 0 == purge_expired(store, OVER - timedelta(seconds=1))
    assert 1 == purge_expired(store, OVER)
    with store.reading() as db:
        assert () == stored.draft_files(db, draft)
        with pytest.raises(DraftGone):
            stored.draft(db, draft)


def test_the_timer_of_a_process(store):
    """It purges without anybody asking, and goes on after a moment without a database."""
    draft_of(store, SECOND)
    asked = []

    class Away:
        def reading(self):
            asked.append("away")
            raise StoreUnavailable("away")

    ExpiryTimer(Away(), lambda: OVER).tick()
    timer = ExpiryTimer(store, lambda: OVER, timedelta(milliseconds=10))
    timer.start()
    try:
        for _ in range(600):
            with store.reading() as db:
                if not stored.drafts(db, NOW):
                    break
            timer._stopped.wait(0.05)
        with store.reading() as db:
            assert (["away"], ()) == (asked, stored.drafts(db, NOW))
    finally:
        timer.stop()


@pytest.mark.parametrize("error", [StoreUnavailable("away"), ZeroDivisionError()])
def test_a_purge_that_fails(error):
    """Whatever goes wrong in it, the next one has its turn at once, and all are tried again."""
    tried = []

    class Failing:
        def reading(self):
            tried.append("drafts")
            raise error

    def more(*_) -> int:
        tried.append("more")
        return 0

    timer = ExpiryTimer(Failing(), lambda: OVER, timedelta(0), [more])
    timer.start()
    for _ in range(600):
        if len(tried) >= 4:
            break
        timer._stopped.wait(0.05)
    timer.stop()

    assert ["drafts", "more"] * 2 == tried[:4]


@pytest.mark.long
def test_withdrawing_and_publishing_at_the_same_moment(store):
    """However the two fall together, twelve times, nothing of the story is left."""
    rounds = 12
    winners = []
    for number in range(rounds):
        told = (STORIES[0], (f"Story {number}", "Baker", "Cook", f"Ruby whisked {number}", "yes"))
        level = ("Low", "Med")[number % 2]
        bakers = (BAKERS[0], ("Tact", level, "High"))
        publish(store, NOW, HR, draft_of(store, book(Bakers=bakers, Cooks=COOKS, Stories=told)))
        key = the_story(store)
        other = (BAKERS[0], ("Tact", "High", "High"))
        draft = draft_of(store, book(Bakers=other, Cooks=COOKS, Stories=told))
        start = Barrier(2)

        def at_once(act: Callable[[], object], start: Barrier = start) -> object:
            start.wait(10)
            return act()

        with ThreadPoolExecutor(2) as pool:
            published = pool.submit(at_once, partial(publish, store, NOW, HR, draft))
            withdrawn = pool.submit(at_once, without_story(store, key))
            winners.append((published.result(60), withdrawn.result(60)))

    print(f"{store.kind}: versions that held a story when it was withdrawn {winners}")
    assert rounds == len(winners)
    assert b"Ruby whisked" not in everything(store)
