"""From an upload to what readers see, and back."""

import io
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from openpyxl import load_workbook

from jobtrack_viz import bounded_layout
from jobtrack_viz import store as stored
from jobtrack_viz.atlas import MapNotReady, StoreAtlas, draft_id
from jobtrack_viz.canonical import from_json, map_from, map_json
from jobtrack_viz.differences import Difference
from jobtrack_viz.errors import (
    DraftGone,
    DraftHasErrors,
    NotConfirmed,
    StaleDraft,
    UnknownVersion,
    WithdrawnVersion,
)
from jobtrack_viz.export.framework_xlsx import stamp_of, workbook_of
from jobtrack_viz.metro import lay_out
from jobtrack_viz.metro.overview import Overview
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.model import Framework
from jobtrack_viz.network import build_network
from jobtrack_viz.publishing import (
    begin,
    discard,
    prepare,
    preview,
    publish,
    publish_first,
    purge,
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
from tests.sandbox.test_run import LINUX, ended_within, is_running

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
NOW = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
HR = "hr@example.org"
BAKERS = (("Baker track", "Baker (3)", "Head Baker (5)"), ("Tact", "Low", "High"))
COOKS = (("Cook track", "Cook (3)", "Chef (5)"), ("Tact", "Low", "Med"))
STORIES = (
    ("Title", "From", "To", "Story", "Consent"),
    ("A baker who cooks", "Baker", "Cook", "It went well.", "yes"),
)


FIRST = book(Bakers=BAKERS, Cooks=COOKS, Case_studies=STORIES)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with two tracks published, made once."""
    path = tmp_path_factory.mktemp("begun") / "begun.sqlite3"
    store = open_store(f"sqlite:///{path}")
    publish_first(store, NOW, FIRST, Limits())
    publish_first(store, NOW, book(Cooks=COOKS), Limits())
    store.close()
    return path


@pytest.fixture
def store(begun: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of it for one test."""
    path = tmp_path / "copy.sqlite3"
    path.write_bytes(begun.read_bytes())
    opened = open_store(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _drawn_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Maps are drawn in this process, which is quicker, unless a test is about the child."""
    if "drawing" not in request.node.name:
        monkeypatch.setattr(uploads, "drawn_map", drawn_here)


def drawn_here(framework: Framework, previous: MetroMap | None, *_: object) -> bytes:
    """What the child would print."""
    return map_json(lay_out(build_network(framework), previous))


def upload(store: Store, mode: str = "update", **sheets: tuple[tuple[str, ...], ...]) -> str:
    """A draft of one workbook, as far as it comes."""
    draft = begin(store, NOW, HR, {"new.xlsx": book(**sheets)}, mode)
    prepare(store, Limits(), draft)
    return draft


def titles(store: Store) -> list[str]:
    """The roles that readers see."""
    return [role.title for role in StoreAtlas(store).current().framework.roles]


def actions(store: Store) -> list[str]:
    """What the audit log says was done, the oldest first."""
    with store.reading() as db:
        found = stored.entries(db, limit=100, offset=0)
    return [entry.action for entry in reversed(found)]


def test_only_an_empty_store_begins_with_a_workbook(store: Store):
    """The first workbook is version 1; a second start changes nothing."""
    published = StoreAtlas(store).current()

    assert ("1", "version", NOW) == (published.id, published.kind, published.at)
    assert ["Baker", "Head Baker", "Cook", "Chef"] == titles(store)
    assert ["publish"] == actions(store)


def test_nothing_published(tmp_path: Path):
    """A store without any version has no map."""
    store = open_store(f"sqlite:///{tmp_path}/empty.sqlite3")

    with pytest.raises(MapNotReady):
        StoreAtlas(store).current()


def test_an_update_of_one_track(store: Store):
    """The draft changes nothing; published, one track is another, everything else stays."""
    bakers = (("Baker track", "Baker (3)", "Head Baker (5)"), ("Tact", "Med", "High"))
    draft = upload(store, Bakers=bakers)
    shown = preview(store, draft)

    assert ("ready", 1, "") == (shown.draft.stage, shown.draft.base, shown.to_type)
    assert [("levels", "Tact", "Low", "Medium")] == [
        (d.piece, d.detail, d.was, d.now) for d in shown.differences
    ]
    atlas = StoreAtlas(store)
    before = atlas.current()
    number = publish(store, NOW + timedelta(hours=1), HR, draft, "Tact for bakers")
    after = atlas.current()

    assert (2, "1", "2") == (number, before.id, after.id)
    assert 2 == after.framework.role("baker").levels["Tact"]
    assert before is atlas.at("1")
    assert before.views.whole.metro.stations == after.views.whole.metro.stations
    assert {"baker"} == set(after.changes)
    assert ["publish", "upload", "publish"] == actions(store)
    with pytest.raises(DraftGone):
        publish(store, NOW, HR, draft)


def test_a_draft_with_errors(store: Store):
    """Nothing can be published, and every problem has its place."""
    draft = upload(store, Bakers=(("Baker track", "Baker (3)"), ("Tact", "Lowish")))
    shown = preview(store, draft)

    assert ("refused", None) == (shown.draft.stage, shown.after)
    assert ("error", "level-unknown", "Bakers", "B2") in [
        (p.severity, p.code, p.sheet, p.cell) for p in shown.problems
    ]
    with pytest.raises(DraftHasErrors):
        publish(store, NOW, HR, draft)


def test_what_is_no_workbook(store: Store):
    """A file that cannot be read says why, and waits for another."""
    draft = begin(store, NOW, HR, {"notes.xlsx": b"Dear all,"}, "update")
    prepare(store, Limits(), draft)
    shown = preview(store, draft)

    assert "refused" == shown.draft.stage
    assert shown.draft.refused


def test_many_roles_go_only_if_somebody_types_how_many(store: Store):
    """A whole track less needs the number of its roles; links that would change are named."""
    draft = upload(store, "replace", Cooks=COOKS)
    shown = preview(store, draft)

    assert "2" == shown.to_type
    assert [("baker", "", "Baker (3)"), ("head-baker", "", "Head Baker (5)")] == list(shown.links)
    with pytest.raises(NotConfirmed):
        publish(store, NOW, HR, draft, typed="3")
    assert 2 == publish(store, NOW, HR, draft, typed=" 2 ")
    assert {"baker": "1", "head-baker": "1"} == StoreAtlas(store).current().gone


def test_a_role_that_is_gone_was_last_on_a_map_that_can_be_shown(store: Store):
    """Neither the version that took it away nor the one before it need still be there."""
    more = (("Cook track", "Cook (3)", "Chef (5)"), ("Tact", "Med", "High"))
    publish(store, NOW, HR, upload(store, Cooks=more))
    publish(store, NOW, HR, upload(store, "replace", Cooks=COOKS), typed="2")
    publish(store, NOW, HR, upload(store, Cooks=more))
    atlas = StoreAtlas(store)
    assert {"baker": "2", "head-baker": "2"} == atlas.current().gone

    withdraw_version(store, NOW, HR, 3, "A level was wrong")
    assert {"baker": "2", "head-baker": "2"} == atlas.current().gone
    withdraw_version(store, NOW, HR, 2, "So it was here")
    assert {"baker": "1", "head-baker": "1"} == atlas.current().gone
    withdraw_version(store, NOW, HR, 1, "And here")
    assert {} == atlas.current().gone


def test_two_publishers(store: Store):
    """The second is told, loses nothing, and publishes after a fresh comparison."""
    one = upload(store, Bakers=(("Baker track", "Baker (3)"), ("Tact", "Med")))
    other = upload(store, Cooks=(("Cook track", "Cook (3)", "Chef (5)"), ("Tact", "Med", "High")))
    publish(store, NOW, HR, one)

    assert preview(store, other).stale
    with pytest.raises(StaleDraft):
        publish(store, NOW, HR, other)
    prepare(store, Limits(), other)
    assert not preview(store, other).stale
    assert {"Cook (3)", "Chef (5)"} == {d.subject for d in preview(store, other).differences}
    assert 3 == publish(store, NOW, HR, other)
    assert ["Baker", "Cook", "Chef"] == titles(store)


def test_back_to_an_older_version(store: Store):
    """Restoring is a new version with the old content; a former id leads to the role again."""
    renamed = (("Baker track", "Patissier (3)", "Head Baker (5)"), ("Tact", "Low", "High"))
    publish(store, NOW, HR, upload(store, Bakers=renamed))
    assert 3 == restore(store, NOW, HR, 1, "Too early")

    with store.reading() as db:
        third = stored.version(db, 3)
        first, again = (stored.payload(db, number) for number in (1, 3))
    assert (1, 2, "Too early") == (third.restores, third.parent, third.note)
    assert first.framework == again.framework
    assert first.drawn == again.drawn
    with pytest.raises(UnknownVersion):
        restore(store, NOW, HR, 99)


def test_a_withdrawn_version(store: Store):
    """Its links say so, it cannot come back, and the map in force cannot be withdrawn."""
    publish(store, NOW, HR, upload(store, Bakers=(("Baker track", "Baker (3)"), ("Tact", "Med"))))
    atlas = StoreAtlas(store)
    assert "1" == atlas.at("1").id
    assert {"baker"} == set(atlas.current().changes)
    withdraw_version(store, NOW, HR, 1, "It named a person")

    assert {} == atlas.current().changes, "what it said is not told as what has changed"

    with pytest.raises(
        WithdrawnVersion, match="of 3 March 2026 was withdrawn on 3 March 2026: It nam"
    ):
        atlas.at("1")
    with pytest.raises(WithdrawnVersion):
        restore(store, NOW, HR, 1)
    with pytest.raises(UnknownVersion):
        withdraw_version(store, NOW, HR, 2, "")
    assert "2" == atlas.current().id


def test_a_withdrawn_story(store: Store):
    """It stands in no version, no draft and no later upload, whatever the files say."""
    draft = upload(store, "replace", Bakers=BAKERS, Cooks=COOKS, Case_studies=STORIES)
    publish(store, NOW, HR, upload(store, Bakers=(("Baker track", "Baker (3)"), ("Tact", "Med"))))
    atlas = StoreAtlas(store)
    told = atlas.current().framework.stories[0]

    assert 2 == withdraw_story(store, NOW, HR, story_key(told), "Consent ended")
    assert [(), ()] == [atlas.at(version).framework.stories for version in ("1", "2")]
    assert () == preview(store, draft).after.stories
    again = upload(store, "replace", Bakers=BAKERS, Cooks=COOKS, Case_studies=STORIES)
    assert () == preview(store, again).after.stories
    assert "story-withdrawn" in [problem.code for problem in preview(store, again).problems]
    with store.reading() as db:
        everything = [stored.payload(db, n) for n in (1, 2)]
    assert not [p for p in everything if b"who cooks" in p.framework + p.differences]


def test_what_was_said_of_a_withdrawn_story(store: Store):
    """A version that changed its words tells the rest of its changes, and nothing of the story."""
    told = (STORIES[0], (*STORIES[1][:3], "It went even better.", "yes"))
    cooks = (COOKS[0], ("Tact", "Low", "High"))
    publish(store, NOW, HR, upload(store, "replace", Bakers=BAKERS, Cooks=cooks, Case_studies=told))
    story = StoreAtlas(store).current().framework.stories[0]
    with store.reading() as db:
        assert b"even better" in stored.payload(db, 2).differences
    withdraw_story(store, NOW, HR, story_key(story), "Consent ended")

    with store.reading() as db:
        left = stored.payload(db, 2).differences
    assert b"even better" not in left
    assert [("role", "changed")] == [
        (part.area, part.kind) for part in from_json(left, tuple[Difference, ...])
    ]


def test_files_that_were_purged(store: Store):
    """Their names stay, their content is gone, and the map is as it was."""
    purge(store, NOW, HR, 1, "A name in a comment")

    with store.reading() as db:
        assert [None] == [file.content for file in stored.originals(db, 1)]
    assert "1" == StoreAtlas(store).current().id


def test_a_consultation(store: Store):
    """The link opens the draft until it ends, is replaced or is stopped."""
    draft = upload(
        store, Bakers=(("Baker track", "Baker (3)", "Head Baker (5)"), ("Tact", "Med", "High"))
    )
    token = share(store, NOW, HR, draft, 14)
    clock = [NOW]
    atlas = StoreAtlas(store, lambda: clock[0])
    shown = atlas.at(draft_id(token))

    assert ("draft", NOW + timedelta(days=14)) == (shown.kind, shown.expires)
    assert 2 == shown.framework.role("baker").levels["Tact"]
    assert 1 == atlas.current().framework.role("baker").levels["Tact"]
    assert {"baker": ((NOW, ("Tact from Low to Medium.",)),)} == shown.changes
    clock[0] = NOW + timedelta(days=14)
    with pytest.raises(WithdrawnVersion):
        atlas.at(draft_id(token))
    clock[0] = NOW
    newer = share(store, NOW, HR, draft, 14)
    with pytest.raises(WithdrawnVersion):
        atlas.at(draft_id(token))
    stop_sharing(store, NOW, HR, draft)
    with pytest.raises(WithdrawnVersion):
        atlas.at(draft_id(newer))


def test_a_discarded_draft(store: Store):
    """It cannot be published, shared or prepared any more."""
    draft = upload(store, Bakers=BAKERS)
    discard(store, NOW, HR, draft)
    prepare(store, Limits(), draft)

    with pytest.raises(DraftGone):
        share(store, NOW, HR, draft, 1)
    with pytest.raises(DraftGone):
        publish(store, NOW, HR, draft)


def test_drawing_in_a_child(store: Store, monkeypatch: pytest.MonkeyPatch):
    """The child draws the same map."""
    draft = upload(store, Bakers=BAKERS)
    with store.reading() as db:
        drawn = stored.draft(db, draft).drawn
        before = map_from(stored.payload(db, 1).drawn)
    assert drawn_here(preview(store, draft).after, before) == drawn


@POSIX
@pytest.mark.parametrize("deed", ["spin", "swell", "abort"])
def test_a_map_that_takes_too_much_drawing(
    store: Store, monkeypatch: pytest.MonkeyPatch, deed: str
):
    """What cannot be drawn within the limits is published with the overview, for good."""
    monkeypatch.setattr(bounded_layout, "_ENTRY", f"tests.sandbox.tasks:{deed}")
    draft = begin(store, NOW, HR, {"new.xlsx": book(Bakers=BAKERS)}, "update")
    prepare(store, replace(Limits(), drawing_seconds=1, drawing_memory_bytes=300_000_000), draft)
    found = preview(store, draft)
    number = publish(store, NOW, HR, draft, typed=found.to_type)
    shown = StoreAtlas(store).at(str(number)).views.whole

    assert ("ready", True) == (found.draft.stage, found.too_much_to_draw)
    assert isinstance(shown.drawn, Overview)
    assert 'href="/?group=Baker"' in shown.svg


@LINUX
def test_discarding_ends_the_drawing(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Within a second of a discard, wherever it is asked for, nothing computes any more."""
    pipe = tmp_path / "id"
    os.mkfifo(pipe)
    entry = "tests.sandbox.tasks:spin_and_tell"
    monkeypatch.setattr(bounded_layout, "_ENTRY", entry)
    monkeypatch.setattr(bounded_layout, "to_json", lambda _: str(pipe).encode())
    draft = begin(store, NOW, HR, {"new.xlsx": book(Bakers=BAKERS)}, "update")
    work = Thread(target=prepare, args=(store, Limits(), draft))
    work.start()
    child = int(pipe.read_text(encoding="utf-8"))
    before = is_running(child)
    discard(store, NOW, HR, draft)

    assert before
    assert ended_within(1, child)
    work.join(10)
    assert not work.is_alive()


@pytest.mark.parametrize("version", ["", "0", "7", "-1", "x", "1e9", "9" * 40, "٣", "1 "])
def test_a_version_that_nobody_knows(store: Store, version: str):
    """Any other text in an address is no version."""
    with pytest.raises(UnknownVersion):
        StoreAtlas(store).at(version)


def edited(data: bytes, sheet: str, cell: str, value: str) -> bytes:
    """The workbook with another text in one cell, as somebody at a desk would leave it."""
    made = load_workbook(io.BytesIO(data))
    made[sheet][cell] = value
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def place(data: bytes, sheet: str, row: str, column: str) -> str:
    """The cell where a row and a column of a sheet meet, by their headings."""
    rows = list(load_workbook(io.BytesIO(data))[sheet].iter_rows())
    headings = next(r for r in rows if column in [c.value for c in r])
    across = next(c.column_letter for c in headings if c.value == column)
    down = next(c.row for r in rows for c in r if c.value == row)
    return f"{across}{down}"


def downloaded(store: Store) -> bytes:
    """The workbook of the map in force."""
    atlas = StoreAtlas(store).current()
    return workbook_of(atlas.framework, stamp_of(atlas.id, atlas.framework, atlas.at))


def prepared(store: Store, data: bytes) -> str:
    """A draft of one file, as far as it comes."""
    draft = begin(store, NOW, HR, {"copy.xlsx": data}, "update")
    prepare(store, Limits(), draft)
    return draft


def test_an_edited_copy(store: Store):
    """It changes exactly what was edited; what others published since stays and is listed."""
    copy = downloaded(store)
    mine = edited(copy, "Baker", place(copy, "Baker", "Tact", "Baker (3)"), "High")
    publish(store, NOW, HR, upload(store, Cooks=(COOKS[0], ("Tact", "Med", "High"))))
    draft = prepared(store, mine)
    shown = preview(store, draft)

    assert [("Baker (3)", "Low", "High")] == [(d.subject, d.was, d.now) for d in shown.differences]
    assert (1, ()) == (shown.copy.version, shown.copy.conflicts)
    assert {"Cook (3)", "Chef (5)"} == {change.subject for change in shown.copy.kept}
    assert 3 == publish(store, NOW, HR, draft)
    levels = {r.title: r.levels["Tact"] for r in StoreAtlas(store).current().framework.roles}
    assert {"Baker": 3, "Head Baker": 3, "Cook": 2, "Chef": 3} == levels


def test_a_copy_that_was_not_edited(store: Store):
    """Downloaded and uploaded again: nothing differs."""
    assert () == preview(store, prepared(store, downloaded(store))).differences


def test_a_cell_that_two_have_changed(store: Store):
    """It must be decided before anything is published; either answer can be had."""
    copy = downloaded(store)
    mine = edited(copy, "Baker", place(copy, "Baker", "Tact", "Baker (3)"), "High")
    publish(store, NOW, HR, upload(store, Bakers=(BAKERS[0], ("Tact", "Med", "High"))))
    draft = prepared(store, mine)
    (conflict,) = preview(store, draft).copy.unsettled

    assert ("Tact", "Low", "High", "Medium") == (
        conflict.what,
        conflict.base,
        conflict.edited,
        conflict.current,
    )
    with pytest.raises(DraftHasErrors):
        publish(store, NOW, HR, draft)
    for choice, level in (("current", 2), ("edited", 3)):
        settle(store, NOW, HR, draft, {conflict.key: choice})
        prepare(store, Limits(), draft)
        assert () == preview(store, draft).copy.unsettled
        assert level == preview(store, draft).after.role("baker").levels["Tact"]
    assert 2 == actions(store).count("decide")
    assert 3 == publish(store, NOW, HR, draft)


def test_cells_that_are_decided_one_after_another(store: Store):
    """What was decided first stands when the next is decided."""
    copy = downloaded(store)
    mine = edited(copy, "Baker", place(copy, "Baker", "Tact", "Baker (3)"), "High")
    mine = edited(mine, "Baker", place(copy, "Baker", "Tact", "Head Baker (5)"), "Low")
    other = (("Baker track", "Baker (3)", "Head Baker (5)"), ("Tact", "Med", "Med"))
    publish(store, NOW, HR, upload(store, Bakers=other))
    draft = prepared(store, mine)
    keys = [conflict.key for conflict in preview(store, draft).copy.unsettled]
    for key in keys:
        settle(store, NOW, HR, draft, {key: "edited"})
    prepare(store, Limits(), draft)
    after = preview(store, draft).after

    assert (2, ()) == (len(keys), preview(store, draft).copy.unsettled)
    assert [3, 1] == [after.role(role).levels["Tact"] for role in ("baker", "head-baker")]


def test_a_copy_of_another_map(store: Store):
    """A stamp that means nothing here is a note; the file is an update like any other."""
    published = StoreAtlas(store).current()
    other = replace(published.framework, about=replace(published.framework.about, owner="Others"))
    draft = prepared(store, workbook_of(other, stamp_of("1", other, NOW)))
    shown = preview(store, draft)

    assert shown.copy is None
    assert "stamp-unknown" in [problem.code for problem in shown.problems]
