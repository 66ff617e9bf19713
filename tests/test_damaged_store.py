"""Readers see the last sound version, whatever has become of the newest."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobtrack_viz.atlas import MapUnavailable, Standing, StoreAtlas, of_store
from jobtrack_viz.errors import DamagedVersion, WithdrawnVersion
from jobtrack_viz.store import Store, open_store, withdraw_version
from jobtrack_viz.store.seal import sealed
from tests.damage import add_version, damage, flip, overwrite, run
from tests.stores import KINDS, NOON, database

WHY = "Version 3 is damaged in the database and cannot be shown, so version 2 is."


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty database is."""
    with database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def store(address, framework) -> Iterator[Store]:
    """Three versions; the last is in force."""
    opened = open_store(address)
    for title in ("One", "Two", "Three"):
        add_version(opened, framework, title)
    yield opened
    opened.close()


def newer_format(address: str) -> None:
    """The newest version was written by a later version of the product, with a sound checksum."""
    content = json.dumps({"format": 99, "value": {}}).encode()
    values = sealed(content, b"[]", b"{}", b"[]")
    overwrite(address, 3, **values)


def emptied(address: str) -> None:
    """The newest version has no content, with a sound checksum."""
    values = sealed(b"", None, b"{}", b"[]")
    overwrite(address, 3, **values)


def not_a_map(address: str) -> None:
    """What was drawn is something else, with a sound checksum."""
    framework = b"[1, 2, 3]"
    values = sealed(framework, b'{"format":1,"value":7}', b"[]", b"{}")
    overwrite(address, 3, **values)


KINDS_OF_DAMAGE = {
    **{
        column: lambda address, column=column: flip(address, 3, column)
        for column in ("framework", "drawn", "former", "differences", "seal")
    },
    "newer format": newer_format,
    "emptied": emptied,
    "not a map": not_a_map,
}


@pytest.mark.parametrize("kind", KINDS_OF_DAMAGE)
def test_the_newest_version_is_damaged(store, address, kind):
    """Whoever starts then shows the one before, and says so."""
    KINDS_OF_DAMAGE[kind](address)
    atlas = StoreAtlas(store)

    assert "Two" == atlas.current().framework.about.title
    assert Standing("2", "3", WHY) == atlas.standing()
    with pytest.raises(DamagedVersion):
        atlas.at("3")


@pytest.mark.parametrize("column", ["person", "note", "sha256", "withdrawn_why"])
def test_what_is_beside_the_content_is_damaged(store, address, column):
    """A map is not kept back for a mark in a name; one that may be withdrawn is."""
    overwrite(address, 3, **{column: "x"})

    assert ("2" if column == "withdrawn_why" else "3") == StoreAtlas(store).current().id


def test_a_withdrawn_version_is_never_shown_instead(store, address):
    """The one before it is, and later the one before that."""
    with store.writing() as db:
        withdraw_version(db, NOON, 2, "Wrong grades")
    damage(address, 3)
    atlas = StoreAtlas(store)

    assert ("1", Standing("1", "3", WHY.replace("version 2 is", "version 1 is"))) == (
        atlas.current().id,
        atlas.standing(),
    )
    with store.writing() as db:
        withdraw_version(db, NOON, 1, "Wrong grades too")
    with pytest.raises(MapUnavailable, match="No version of the map can be read"):
        atlas.current()
    with pytest.raises(WithdrawnVersion):
        atlas.at("1")


def test_a_worker_that_has_the_map_goes_on(store, address):
    """What it has read once it need not read again; once something is taken back it must."""
    atlas = StoreAtlas(store)
    atlas.current()
    damage(address, 3)
    before = atlas.standing()
    with store.writing() as db:
        withdraw_version(db, NOON, 1, "Wrong grades")

    assert (Standing("3", "3"), Standing("2", "3", WHY)) == (before, atlas.standing())


def test_a_damaged_version_is_read_once_and_told_once(store, address, monkeypatch, caplog):
    """Requests that follow cost a question, and the log is not filled."""
    damage(address, 3)
    built = []
    build = of_store.build_version

    def counted(from_store, number, *more):
        built.append(number)
        return build(from_store, number, *more)

    monkeypatch.setattr(of_store, "build_version", counted)
    atlas = StoreAtlas(store)
    with caplog.at_level(logging.ERROR):
        shown = {atlas.current().id for _ in range(5)}
        for _ in range(5):
            with pytest.raises(DamagedVersion):
                atlas.at("3")

    assert ({"2"}, [3, 2]) == (shown, built)
    assert 1 == len(caplog.records)
    assert caplog.records[0].getMessage().startswith("Version 3 of the map is damaged")


def test_anything_unforeseen_is_damage(store, monkeypatch):
    """Whatever goes wrong in reading a version, the one before is shown."""
    build = of_store.build_version

    def fail(from_store, number, *more):
        if number == 3:
            raise RecursionError
        return build(from_store, number, *more)

    monkeypatch.setattr(of_store, "build_version", fail)

    assert Standing("2", "3", WHY) == StoreAtlas(store).standing()


def test_an_older_version_is_damaged(store, address):
    """The newest is shown without what the damaged one would say of its roles."""
    overwrite(address, 2, differences=b"\xff{")
    atlas = StoreAtlas(store)

    assert Standing("3", "3") == atlas.standing()


def test_the_records_of_publications_are_damaged(store, address):
    """The newest version is shown, not one that a damaged record names."""
    run(address, "UPDATE publication SET version = 1")
    named = StoreAtlas(store).current().id
    run(address, "DELETE FROM publication")
    run(address, "DELETE FROM standing")

    assert ("3", "3") == (named, StoreAtlas(store).current().id)


def test_a_new_version_puts_it_right(store, address, framework):
    """Whatever was remembered of the damage."""
    damage(address, 3)
    atlas = StoreAtlas(store)
    before = atlas.current().id
    add_version(store, framework, "Four")

    assert ("2", Standing("4", "4")) == (before, atlas.standing())


def test_every_version_is_damaged(store, address):
    """There is no map, and the reason is said."""
    for number in (1, 2, 3):
        damage(address, number)
    words = "No version of the map can be read: the database is damaged."

    assert Standing(None, "3", words) == StoreAtlas(store).standing()
