"""Whatever stands in whatever column of a SQLite database, readers see a map and HR its pages."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from jobtrack_viz.atlas import StoreAtlas
from jobtrack_viz.store import add_draft, add_withdrawn_story, open_store, set_setting, store_at
from jobtrack_viz.store.tables import METADATA
from tests.damage import add_version
from tests.hr.place import place_with
from tests.stores import NOON

GARBAGE = (b"\xff\x00\xfe", "\ufffdx", 2**40)
COLUMNS = [
    (table.name, column.name)
    for table in METADATA.sorted_tables
    for column in table.columns
    if table.name not in ("schema", "person", "session", "chain") and not column.primary_key
]
"""Of accounts and sessions nothing is shown; the number of the tables has tests of its own; whoever
would go on with a broken chain of the audit log is refused."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with something in each table, which nobody has open."""
    return tmp_path_factory.mktemp("whole") / "jobtrack.sqlite3"


@pytest.fixture
def copy(whole: Path, framework, tmp_path: Path) -> Iterator[Path]:
    """A copy of it, to be damaged."""
    if not whole.exists():
        store = open_store(f"sqlite:///{whole}")
        for title in ("One", "Two"):
            add_version(store, framework, title)
        with store.writing() as db:
            add_withdrawn_story(db, NOON, "a | b | c", "Consent ended")
            set_setting(db, "word", "value")
            add_draft(
                db,
                NOON,
                person="ann",
                mode="replace",
                base=2,
                files=(),
                expires_at=NOON + timedelta(days=3000),
            )
        place_with(store).signed_in("ann@example.ac.uk")
        store.close()
    file = tmp_path / "jobtrack.sqlite3"
    shutil.copy(whole, file)
    return file


@pytest.mark.long
@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[".".join(each) for each in COLUMNS])
def test_garbage(copy, table, column):
    """A server that starts shows a version that can be read; HR's pages have no traceback."""
    found = set()
    for garbage in GARBAGE:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute(f"UPDATE OR IGNORE {table} SET {column} = ?", (garbage,))  # noqa: S608
            connection.commit()
        store = store_at(f"sqlite:///{copy}")
        standing = StoreAtlas(store).standing()
        ann = place_with(store).signed_in(f"bob-{len(found)}-{GARBAGE.index(garbage)}@example.org")
        pages = [ann.get(path).status_code for path in ("/hr", "/hr/history", "/hr/audit")]
        found |= {(standing.shown is not None or bool(standing.why), *pages)}
        store.close()

    assert {(True, 200, 200, 200)} == found
