"""The file that SQLite keeps everything in: who may read it, what stays in it, a full disk."""

import resource
import stat
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
