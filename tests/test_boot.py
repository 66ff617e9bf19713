"""The server starts whatever the state of its database, says what is the matter, and recovers."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from werkzeug.test import Client

from app import create_app
from jobtrack_viz.atlas import StoreAtlas
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import open_store, versions
from jobtrack_viz.store.engines import Address, make_engine
from tests.damage import add_version, damage, run
from tests.stores import KINDS, away, database

KEY = "k" * 40


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty database is."""
    with database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def filled(address, framework) -> str:
    """Where a database with two versions is."""
    store = open_store(address)
    for title in ("One", "Two"):
        add_version(store, framework, title)
    store.close()
    return address


@pytest.fixture
def file(tmp_path, framework) -> Path:
    """A SQLite file with two versions, which nobody has open."""
    store = open_store(f"sqlite:///{tmp_path}/data/jobtrack.sqlite3")
    for title in ("One", "Two"):
        add_version(store, framework, title)
    store.close()
    return tmp_path / "data" / "jobtrack.sqlite3"


def started(address: str) -> Client:
    """A server on this database."""
    return create_app(Settings(database=address, secret_key=KEY)).server.test_client()


def state(client: Client) -> tuple[int, str | None, str | None, str]:
    """What monitoring learns: status, version, newest, why; and the process always answers."""
    assert 200 == client.get("/healthz").status_code
    ready = client.get("/readyz")
    assert ready.json["ready"] is (ready.status_code == 200)
    assert "no-store" == ready.headers["Cache-Control"]
    return ready.status_code, ready.json["version"], ready.json["newest"], ready.json["why"]


def state_once_ready(client: Client) -> tuple[int, str | None, str | None, str]:
    """The same as soon as a map is shown: a database that was away is not asked at every moment."""
    end = time.monotonic() + 20
    while (found := state(client))[0] != 200 and time.monotonic() < end:
        time.sleep(0.05)
    return found


def refused(client: Client) -> str:
    """The page of the map, which says why there is none; other pages are there."""
    answer = client.get("/")
    assert 503 == answer.status_code
    assert [200] * 3 == [client.get(path).status_code for path in ("/help", "/version", "/healthz")]
    return answer.get_data(as_text=True)


def test_an_empty_database(address):
    """It is given the sample."""
    assert (200, "1", "1", "") == state(started(address))


def test_a_damaged_version(filled):
    """The one before it is shown, in a server that starts and in the log of monitoring."""
    damage(filled, 2)
    client = started(filled)
    why = "Version 2 is damaged in the database and cannot be shown, so version 1 is."

    assert (200, "1", "2", why) == state(client)
    assert 200 == client.get("/").status_code
    damaged, old = client.get("/?v=2"), client.get("/?v=1")
    assert (500, 200) == (damaged.status_code, old.status_code)
    assert "This map cannot be shown" in damaged.get_data(as_text=True)
    assert "You are looking at" not in client.get("/").get_data(as_text=True)


def test_a_newer_database(filled):
    """It is not touched, and used as soon as it is one of this version."""
    run(filled, "UPDATE schema SET number = number + 100")
    client = started(filled)
    status, version, _, why = state(client)
    page = refused(client)
    run(filled, "UPDATE schema SET number = number - 100")

    assert (503, None) == (status, version)
    assert "written by a newer version of the career map" in why
    assert "written by a newer version of the career map" in page
    assert (200, "2", "2", "") == state_once_ready(client)


def test_a_database_that_becomes_newer(filled):
    """Readers keep the map; nothing is written into tables that are not known."""
    client = started(filled)
    client.get("/")
    run(filled, "UPDATE schema SET number = number + 100")
    state(client)
    status, version, newest, why = state(client)

    assert (200, "2", "2") == (status, version, newest)
    assert "newer version" in why
    assert 200 == client.get("/").status_code


def test_a_database_that_loses_its_tables(filled):
    """What was full and is empty is not taken for a new one."""
    client = started(filled)
    client.get("/")
    engine = make_engine(Address.of(filled))
    from jobtrack_viz.store.tables import METADATA

    METADATA.drop_all(engine)
    engine.dispose()
    state(client)
    status, version, _, why = state(client)

    assert (200, "2") == (status, version)
    assert "The database is empty now, and it was not." in why


def test_postgresql_is_away(tmp_path, framework):
    """A server starts without it, says so, and shows the map once it is there."""
    with database("postgresql", tmp_path) as url:
        store = open_store(url)
        add_version(store, framework, "One")
        with away(url):
            client = started(url)
            found = state(client)
            page = refused(client)
        back = state_once_ready(client)
        store.close()

    assert (503, None, None, "The database cannot be reached.") == found
    assert "The database cannot be reached." in page
    assert (200, "1", "1", "") == back


def test_an_empty_database_that_comes_late(tmp_path):
    """Of several servers that waited for it one publishes the sample."""
    with database("postgresql", tmp_path) as url:
        with away(url):
            clients = [started(url) for _ in range(2)]
        pause, shown = threading.Event(), set()
        for _ in range(600):
            shown = {state(client)[1] for client in clients}
            if shown == {"1"}:
                break
            pause.wait(0.05)
        store = open_store(url)
        with store.reading() as db:
            published = len(versions(db))
        store.close()

    assert (1, {"1"}) == (published, shown)


def test_a_file_that_is_no_database(file):
    """The server starts, and says so; the right file is used when it is put there."""
    copy = file.with_name("copy")
    shutil.copy(file, copy)
    file.write_bytes(b"PK" * 9000)
    client = started(f"sqlite:///{file}")
    found, page = state(client), refused(client)
    copy.replace(file)

    assert (503, None) == found[:2]
    assert "the database is damaged" in found[3]
    assert "the database is damaged" in page
    assert (200, "2", "2", "") == state_once_ready(client)


def test_a_file_that_goes_away(file):
    """Readers keep the map, no empty file takes its place, and the file is used when it is back."""
    client = started(f"sqlite:///{file}")
    client.get("/")
    file.rename(file.with_name("elsewhere"))
    gone, page, there = state(client), client.get("/").status_code, file.exists()
    file.with_name("elsewhere").rename(file)

    assert (200, "2", "2") == gone[:3]
    assert "The database’s file is gone" in gone[3]
    assert (200, False) == (page, there)
    assert (200, "2", "2", "") == state_once_ready(client)


def test_another_file_in_its_place(file, tmp_path, framework):
    """A backup that is put back while the server runs is what readers see next."""
    store = open_store(f"sqlite:///{tmp_path}/backup.sqlite3")
    add_version(store, framework, "From the backup")
    store.close()
    client = started(f"sqlite:///{file}")
    before = state(client)
    for end in ("-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)
    (tmp_path / "backup.sqlite3").replace(file)

    assert (200, "2", "2", "") == before
    assert (200, "1", "1", "") == state_once_ready(client)
    assert "From the backup" in client.get("/").get_data(as_text=True)


def test_another_version_of_the_same_number(file, tmp_path, framework):
    """A worker that has drawn the one does not show it for the other, which the new file holds."""
    other = open_store(f"sqlite:///{tmp_path}/backup.sqlite3")
    for title in ("Another one", "Another two"):
        add_version(other, framework, title)
    other.close()
    store = open_store(f"sqlite:///{file}")
    atlas = StoreAtlas(store)
    before = atlas.current().framework.about.title, atlas.at("1").framework.about.title
    for end in ("-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)
    (tmp_path / "backup.sqlite3").replace(file)
    after = atlas.current().framework.about.title, atlas.at("1").framework.about.title
    store.close()

    assert (("Two", "One"), ("Another two", "Another one")) == (before, after)


def test_an_empty_file_in_its_place(file):
    """It is not filled with a sample; readers keep the map."""
    client = started(f"sqlite:///{file}")
    client.get("/")
    file.unlink()
    file.touch()

    assert (200, "2") == state_once_ready(client)[:2]
    assert "The database is empty now, and it was not." in state(client)[3]
    assert 0 == file.stat().st_size


def test_a_new_file_is_not_made_beside_the_log_of_another(file):
    """A worker that is started again after the file was removed does not begin anew."""
    store = open_store(f"sqlite:///{file}")
    with store.reading():
        file.unlink()
        client = started(f"sqlite:///{file}")
        found = state(client)
    store.close()

    assert (503, None) == found[:2]
    assert "The database’s file is gone, but what belongs to it is there." in found[3]
    assert not file.exists()


def zero(file: Path, name: str) -> None:
    """The page on which the rows of a table begin holds nothing but zeros."""
    with closing(sqlite3.connect(file)) as connection:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (number,) = connection.execute(asked, (name,)).fetchone() or (1,)
    content = bytearray(file.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    content[(number - 1) * size : number * size] = bytes(size)
    file.write_bytes(content)


@pytest.mark.parametrize(
    "table", ["publication", "standing", "original", "person", "audit", "setting", "schema"]
)
def test_a_page_of_the_file_is_zeroed(file, table):
    """A server that starts shows the newest version that can be read."""
    zero(file, table)
    client = started(f"sqlite:///{file}")

    assert (200, "2") == state_once_ready(client)[:2]
    assert 200 == client.get("/").status_code


@pytest.mark.parametrize("table", ["version", "the first page"])
def test_a_page_without_which_nothing_can_be_read(file, table):
    """The server starts, and one sentence says what is the matter."""
    zero(file, table)
    client = started(f"sqlite:///{file}")
    status, version, _, why = state(client)

    assert (503, None) == (status, version)
    assert "damaged" in why


@pytest.mark.parametrize("eighths", [0, 1, 4, 7])
def test_a_file_that_was_cut_short(file, eighths):
    """The server starts, and shows what can still be read or says what is the matter."""
    content = file.read_bytes()
    file.write_bytes(content[: len(content) * eighths // 8])
    client = started(f"sqlite:///{file}")
    status, version, _, why = state(client)

    assert (status == 200) is (version is not None)
    assert status == 200 or why
    assert client.get("/").status_code == status


def test_the_end_of_a_file_is_lost(file, framework):
    """An older version whose pages are all there is shown, and nothing is written."""
    store = open_store(f"sqlite:///{file}")
    for title in ("Three", "Four"):
        add_version(store, framework, title)
    store.close()
    content = file.read_bytes()
    file.write_bytes(content[:-8192])
    client = started(f"sqlite:///{file}")
    status, version, _, why = state(client)

    assert 200 == status
    assert version in {"1", "2", "3"}
    assert f"Version {version} is shown" in why or f"so version {version} is" in why
    assert 200 == client.get("/").status_code
    assert content[:-8192] == file.read_bytes()


@pytest.mark.parametrize(
    "wrong",
    [{"DATABASE_URL": "postgresql://u:secret@host/d?nonsense=1"}, {"PORT": "eighty"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_wrong_setting_is_one_sentence(wrong):
    """The program ends at once, without a traceback."""
    environ = {key: value for key, value in os.environ.items() if key != "JOBTRACK_WORKBOOK"}
    ended = subprocess.run(
        [sys.executable, "app.py"],
        env={**environ, **wrong},
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).resolve().parent.parent,
    )

    assert 1 == ended.returncode
    assert ended.stderr.startswith(next(iter(wrong)))
    assert "secret" not in ended.stderr
    assert 1 == len(ended.stderr.strip().splitlines())
