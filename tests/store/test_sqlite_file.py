"""The file that SQLite keeps everything in: who may read it, what stays in it, a full disk."""

import os
import resource
import stat
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import text

from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store import (
    Original,
    add_draft,
    current,
    discard,
    open_store,
    people,
    purge_originals,
    replace_payload,
)
from tests.store.processes import at_once
from tests.stores import NOON, publish


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "below" / "jobtrack.sqlite3"


def test_a_file_is_created_for_its_owner_alone(file):
    """So are the files that SQLite keeps beside it; acknowledged writes are on the disk."""
    store = open_store(f"sqlite:///{file}")
    with store.writing() as db:
        publish(db)
        promised = [
            db.row(text(f"PRAGMA {name}"))[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
        beside = sorted(path.name.removeprefix(file.name) for path in file.parent.iterdir())
        modes = {stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    store.close()

    assert ["wal", 2, 1, 15000] == promised
    assert (["", "-shm", "-wal"], {0o600}) == (beside, modes)


def test_what_was_taken_back_is_not_in_the_file(file):
    """Purged files, withdrawn words and discarded drafts are overwritten, not only unlinked."""
    secret = b"What nobody may read any longer. " * 400
    store = open_store(f"sqlite:///{file}")
    with store.writing() as db:
        publish(db, b'{"story":"%s"}' % secret, originals=(Original("a.xlsx", secret),))
        draft_id = add_draft(
            db,
            NOON,
            person="ada",
            mode="update",
            base=1,
            files=(Original("b.xlsx", secret),),
            expires_at=NOON,
        )
    store.close()
    before = file.read_bytes().count(b"nobody may read")
    with store.writing() as db:
        purge_originals(db, NOON, 1)
        replace_payload(db, 1, b"{}")
        discard(db, draft_id)
    store.close()

    assert before > 1_000
    assert 0 == file.read_bytes().count(b"nobody may read")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK" * 900, "is damaged, or is not a database"),
        (None, "cannot be created"),
    ],
)
def test_a_file_that_is_no_database(tmp_path, content, words):
    """A workbook in its place, or a place that is none, is named as such."""
    (tmp_path / "file").write_bytes(content or b"")
    path = tmp_path / "file" if content else tmp_path / "file" / "jobtrack.sqlite3"

    with pytest.raises(StoreUnavailable, match=words):
        open_store(f"sqlite:///{path}")


def test_a_writer_that_does_not_get_its_turn(file, monkeypatch):
    """Whoever waits in vain is told to try again; readers are not held up."""
    monkeypatch.setattr("jobtrack_viz.store.sqlite_file._WRITER_WAITS", 0.1)
    store = open_store(f"sqlite:///{file}")
    with store.writing(), store.reading() as db:
        with pytest.raises(StoreUnavailable, match="busy"):
            store.writing().__enter__()
        assert () == people(db)


def test_a_disk_without_space(file):
    """Nothing is published, the connection goes on reading, and publishes once there is space."""
    store = open_store(f"sqlite:///{file}")
    with store.writing() as db:
        publish(db)

    def fill(_place: int) -> list[object]:
        """No file can grow in this process, as on a full disk."""
        told = []
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        for limit in (0, most):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
            try:
                with store.writing() as db:
                    publish(db, b"x" * 100_000)
            except StoreUnavailable as error:
                told.append(str(error))
            with store.reading() as db:
                told.append(current(db).number)
        return told

    assert [["The database's file cannot be read or written.", 1, 2]] == at_once(fill, 1)


def modes_of(file: Path) -> set[int]:
    """Who may read what is in the folder."""
    return {stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir() if path.is_file()}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_a_file_is_its_owners_whatever_the_umask(file, umask):
    """Also those that SQLite makes beside it."""

    def make(_place: int) -> set[int]:
        file.parent.mkdir()
        os.umask(umask)
        with open_store(f"sqlite:///{file}").writing() as db:
            publish(db)
            return modes_of(file)

    assert [{0o600}] == at_once(make, 1)


def test_a_file_that_was_open_to_others_is_closed(file, caplog):
    """Those beside it are closed too, and the log says so."""
    store = open_store(f"sqlite:///{file}")
    with store.writing() as db:
        publish(db)
    with store.reading():
        for path in file.parent.iterdir():
            path.chmod(0o644)
        other = open_store(f"sqlite:///{file}")
        found = modes_of(file)
        other.close()
    store.close()

    assert {0o600} == found
    assert 3 == len([each for each in caplog.records if "owner's only now" in each.message])


def test_a_file_that_vanishes_is_not_made_anew(file):
    """Neither a reader nor a writer finds an empty database in its place."""
    store = open_store(f"sqlite:///{file}")
    with store.writing() as db:
        publish(db)
    for path in list(file.parent.iterdir()):
        path.unlink()
    told = []
    for ask in (store.reading, store.writing, store.reading):
        with pytest.raises(StoreUnavailable) as refused, ask():
            pass
        told.append(str(refused.value))
    store.close()

    assert {"The database’s file is gone. Put it back, or a copy of it."} == set(told)
    assert [] == list(file.parent.iterdir())


READ_ONLY = {
    "the file": (0o444, 0o777),
    "the folder": (0o666, 0o555),
    "both": (0o444, 0o555),
}


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can become somebody else")
@pytest.mark.parametrize("what", READ_ONLY)
@pytest.mark.parametrize("log", ["no log", "a log"])
def test_a_database_that_can_only_be_read(what, log):
    """Somebody without any right to write reads it, and is told when writing."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        file = Path(place) / "data" / "jobtrack.sqlite3"
        store = open_store(f"sqlite:///{file}")
        with store.writing() as db:
            publish(db)
        if log == "no log":
            store.close()
        of_file, of_folder = READ_ONLY[what]
        for path in file.parent.iterdir():
            path.chmod(of_file)
        file.parent.chmod(of_folder)

        def look(_place: int) -> list[object]:
            os.setgid(65534)
            os.setuid(65534)
            other = open_store(f"sqlite:///{file}")
            with other.reading() as db:
                told: list[object] = [current(db).number]
            try:
                with other.writing() as db:
                    publish(db)
            except StoreUnavailable as error:
                told.append(str(error))
            return told

        found = at_once(look, 1)[0]
        store.close()

    if what == "the folder" and log == "a log":
        assert [1] == found  # what is there can be written, only nothing new be made
    else:
        assert [1, "The database can be read, but not written."] == found
