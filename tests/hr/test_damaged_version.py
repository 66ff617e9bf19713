"""HR is told what readers see while the newest version is damaged, and can put it right."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jobtrack_viz.atlas import StoreAtlas
from jobtrack_viz.errors import (
    DamagedVersion,
    OutcomeUnknown,
    StoreUnavailable,
    WithdrawnVersion,
)
from jobtrack_viz.publishing import publish, restore, withdraw_story
from jobtrack_viz.store import Store, current, open_store, version, versions, withdraw_version
from tests.damage import add_version, damage, overwrite, run
from tests.hr.place import Browser, Place, place_with
from tests.store.test_torture import ready
from tests.stores import NOON

WHY = "Version 3 is damaged in the database and cannot be shown, so version 2 is."


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'hr.sqlite3'}"


@pytest.fixture
def place(address, framework) -> Iterator[Place]:
    """HR's pages, with three versions of which the newest is damaged."""
    store = open_store(address)
    for title in ("One", "Two", "Three"):
        add_version(store, framework, title)
    damage(address, 3)
    yield place_with(store, standing=StoreAtlas(store).standing)
    store.close()


@pytest.fixture
def ann(place) -> Browser:
    return place.signed_in("ann@example.ac.uk")


@pytest.mark.parametrize(
    "path", ["", "/upload", "/history", "/people", "/audit", "/account", "/stories", "/versions/1"]
)
def test_every_page_says_what_readers_see(ann, path):
    """Which version they see, which not, why, and what to do."""
    assert 200 == ann.get(f"/hr{path}").status_code
    assert 'aria-label="What readers see"' in ann.page
    assert "Readers see version 2, not version 3." in ann.page
    assert WHY in ann.page
    assert "restore a version from the history" in ann.page


def test_nobody_else_is_told(place):
    """Who is not signed in learns nothing of it below /hr."""
    stranger = place.browser()
    stranger.get("/hr/sign-in")

    assert "Readers see" not in stranger.page


def test_the_overview_shows_what_readers_see(ann):
    """It is the version that can be read."""
    ann.get("/hr")

    assert "Version 2, published on" in ann.page
    assert 200 == ann.client.get("/hr/framework.xlsx").status_code


def test_readers_see_from_memory_what_is_damaged_now(address, framework):
    """A server that has read the newest version shows it still: HR is told what it shows."""
    store = open_store(address)
    for title in ("One", "Two"):
        add_version(store, framework, title)
    atlas = StoreAtlas(store)
    assert "2" == atlas.current().id
    damage(address, 2)
    ann = place_with(store, standing=atlas.standing).signed_in("ann@example.ac.uk")
    ann.get("/hr")

    assert "2" == atlas.standing().shown
    assert "Readers see version 2 as it was last read." in ann.page
    assert "Once the server starts anew, they see version 1." in ann.page
    assert "Version 2, published on" in ann.page
    assert "Version 1, published on" not in ann.page
    assert "Download as workbook" not in ann.page
    ann.get("/hr/versions/1/restore")
    ann.send("/hr/versions/1/restore", note="", **{"instead-of": "2"})
    ann.get("/hr")
    assert "as it was last read" not in ann.page
    assert "Version 3, published on" in ann.page
    store.close()


def test_a_damaged_version_can_be_withdrawn(address, framework):
    """Links to it say that it was withdrawn, and why, and not that it is damaged."""
    store = open_store(address)
    for title in ("One", "Two"):
        add_version(store, framework, title)
    damage(address, 1)
    atlas = StoreAtlas(store)
    with pytest.raises(DamagedVersion):
        atlas.at("1")
    with store.writing() as db:
        withdraw_version(db, NOON, 1, "Wrong grades")
    with pytest.raises(WithdrawnVersion, match="Wrong grades"):
        atlas.at("1")
    store.close()


def test_the_damaged_version_has_a_page(ann):
    """It says so, and offers nothing that cannot be done."""
    ann.get("/hr/versions/3")

    assert '<span class="tag bad">Damaged</span>' in ann.page
    assert "cannot be read" in ann.page
    assert "Restore this version" not in ann.page
    assert "Readers see this version now" not in ann.page
    assert "This version was published last." in ann.page
    for path in ("/hr/compare?from=2&to=3", "/hr/versions/3/restore"):
        assert 500 == ann.get(path).status_code
        assert "This is damaged" in ann.page
        assert "Traceback" not in ann.page


def test_an_older_version_is_restored(place, ann):
    """What would change is told from the version that can be read, and the notice goes."""
    ann.get("/hr/versions/1/restore")
    asked = ann.page
    answer = ann.send("/hr/versions/1/restore", note="", **{"instead-of": "3"})
    ann.get("/hr")
    with place.store.reading() as db:
        now, made = current(db).number, version(db, 4)

    assert "Version 3 is damaged and cannot be read, so this is compared with version 2." in asked
    assert 303 == answer.status_code
    assert (4, 2, 1) == (now, made.parent, made.restores)
    assert "Readers see version" not in ann.page
    assert "One" in ann.page


def test_a_withdrawn_version_is_no_baseline(place):
    """What is compared is what readers see."""
    with place.store.writing() as db:
        withdraw_version(db, NOON, 2, "Wrong grades")
    new = restore(place.store, NOON, "ann", 1)
    with place.store.reading() as db:
        assert 1 == version(db, new).parent


def test_nothing_at_all_can_be_read(place, address):
    """HR's pages are there, and something new can be published."""
    for number in (1, 2):
        damage(address, number)
    ann = place.signed_in("ann@example.ac.uk")
    ann.get("/hr")

    assert "Readers see no map." in ann.page
    assert "None of what was published can be read" in ann.page
    assert 200 == ann.get("/hr/upload").status_code


def test_a_draft_is_published_past_a_damaged_version(place, ann, framework):
    """It is compared with what readers see, and the page says so."""
    draft = ready(place.store, framework, "Four")
    ann.get(f"/hr/drafts/{draft}")
    number = publish(place.store, ann_now := place.clock(), "ann", draft)
    with place.store.reading() as db:
        made = version(db, number)

    assert "so this is compared with version 2." in ann.page
    assert (4, 2) == (number, made.parent)
    assert ann_now == made.at


def test_a_story_is_withdrawn_past_a_damaged_version(place):
    """Damage elsewhere does not keep it in the versions that are shown."""
    assert 0 == withdraw_story(place.store, NOON, "ann", "a | b | c", "Consent ended")


def test_damage_beside_versions(place, ann, address):
    """A moment, a name and a kept session that cannot be read leave every page as it is."""
    overwrite(address, 2, note="x\ufffd")
    run(address, "UPDATE version SET at = 'yesterday' WHERE number = 2")
    run(address, "UPDATE version SET person = CAST(X'FF41' AS TEXT) WHERE number = 2")
    run(address, "UPDATE session SET data = '{\"said\": [' WHERE data IS NOT NULL")

    assert [200] * 3 == [
        ann.get(path).status_code for path in ("/hr", "/hr/history", "/hr/versions/2")
    ]


def test_a_map_that_is_only_remembered(place, ann, monkeypatch):
    """While the database is away the page says what readers see."""
    place.store.reading()

    @contextmanager
    def away(_: Store):
        raise StoreUnavailable("The database cannot be reached.")
        yield

    monkeypatch.setattr(Store, "reading", away)
    answer = ann.get("/hr")

    assert 503 == answer.status_code
    assert "The database cannot be reached. Nothing was changed." in ann.page
    assert "Readers go on seeing version 2 of the map." in ann.page


def test_an_outcome_that_nobody_knows(place, ann, monkeypatch):
    """HR is told to look at the history, never that nothing was stored."""

    def cut_off(*_: object, **__: object) -> int:
        raise OutcomeUnknown("It may or may not have been stored.")

    monkeypatch.setattr("layouts.hr.take_back.restore", cut_off)
    ann.get("/hr/versions/1/restore")
    answer = ann.send("/hr/versions/1/restore", note="", **{"instead-of": "3"})

    assert 503 == answer.status_code
    assert "It is not known whether this was stored" in ann.page
    assert "Look at the history" in ann.page
    assert "Nothing was changed" not in ann.page
    with place.store.reading() as db:
        assert 3 == len(versions(db))
