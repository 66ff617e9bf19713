"""A SQLite file that was put back after another one stood in its place."""

import time

import pytest

from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store import open_store, versions
from tests.stores import publish


@pytest.mark.parametrize("between", [b"", b"no database at all " * 300])
def test_the_file_itself_is_put_back(tmp_path, between):
    """Nothing of what stood there meanwhile is asked any more, though the file is the one known."""
    path = tmp_path / "jobtrack.sqlite3"
    store = open_store(f"sqlite:///{path}")
    with store.writing() as db:
        publish(db)
    store.close()
    path.rename(tmp_path / "aside")
    path.write_bytes(between)
    with pytest.raises(StoreUnavailable), store.reading() as db:
        versions(db)
    path.unlink()
    (tmp_path / "aside").rename(path)
    found = []
    for _ in range(100):
        try:
            with store.reading() as db:
                found = [each.number for each in versions(db)]
            break
        except StoreUnavailable:
            time.sleep(0.05)  # a trial runs at most half of the time
    store.close()

    assert [1] == found
