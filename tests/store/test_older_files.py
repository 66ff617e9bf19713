"""Files that were written with earlier numbers of the tables are read by today's product.

Each number has a file here, ``tables-<number>.sql``, which is never changed once a version of the
product was given to somebody. A new number gets a new one: ``sqlite3 FILE .dump``. What PostgreSQL
held at number 1 stands in ``postgresql-1.sql``.
"""

import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import inspect

from jobtrack_viz.store import (
    Current,
    Original,
    check_chain,
    current,
    draft_files,
    drafts,
    entries,
    open_store,
    originals,
    payload,
    people,
    record,
    setting,
    version,
)
from jobtrack_viz.store.engines import Address, make_engine
from jobtrack_viz.store.upgrades import UPGRADES
from tests.stores import NOON, database

FILES = sorted(Path(__file__).parent.glob("tables-*.sql"))
SERVER_FILES = sorted(Path(__file__).parent.glob("postgresql-*.sql"))


def shape(address: str) -> dict[str, object]:
    """Columns, keys, references and indexes of every table."""
    engine = make_engine(Address.of(address))
    found = inspect(engine)
    shapes = {
        table: (
            [
                (part["name"], str(part["type"]), part["nullable"])
                for part in found.get_columns(table)
            ],
            found.get_pk_constraint(table)["constrained_columns"],
            sorted(str(key) for key in found.get_foreign_keys(table)),
            sorted(str(key) for key in found.get_unique_constraints(table)),
            sorted(str(key) for key in found.get_indexes(table)),
        )
        for table in found.get_table_names()
    }
    engine.dispose()
    return shapes


def filled(file: Path, address: str) -> None:
    """The database holds what the file says."""
    if address.startswith("sqlite"):
        connection = sqlite3.connect(address.removeprefix("sqlite:///"))
        connection.executescript(file.read_text(encoding="utf-8"))
        connection.close()
        return
    with psycopg.connect(address) as connection:
        connection.execute(file.read_bytes())


@pytest.mark.parametrize("file", [*FILES, *SERVER_FILES], ids=lambda file: file.stem)
def test_an_older_database(file, tmp_path):
    """All it holds is there, its log is chained, and its tables are those of a new one."""
    kind = "sqlite" if file in FILES else "postgresql"
    (tmp_path / "new").mkdir()
    with database(kind, tmp_path) as older, database(kind, tmp_path / "new") as new:
        filled(file, older)
        open_store(new).close()
        told(older)
        tables = shape(new), shape(older)

    assert tables[0] == tables[1]


def told(older: str) -> None:
    """Everything that the file holds is found."""
    store = open_store(older)
    with store.reading() as db:
        now, known, content = current(db), version(db, 2), payload(db, 2)
        books, (open_draft,) = originals(db, 1), drafts(db, NOON)
        uploaded = draft_files(db, open_draft.id)
        who, (entry,), word = people(db), entries(db), setting(db, "key")
        chain = check_chain(db)
    store.close()
    with store.writing() as db:
        record(db, NOON, "ada@example.org", "publish", "3", {})
    with store.reading() as db:
        longer = check_chain(db)
    store.close()

    assert (Current(2, 1), "Second", 1) == (now, known.note, known.parent)
    assert (b'{"a":1}', None, {"old": "new"}) == (content.framework, content.drawn, content.former)
    assert ((Original("Jobs.xlsx", None),), "ada@example.org") == (books, known.person)
    assert ("ready", NOON, (Original("Zoo.xlsx", b"z"),)) == (
        open_draft.stage,
        open_draft.shared_until,
        uploaded,
    )
    assert (["ada@example.org"], {"é": "<b>"}, "value") == (
        [person.email for person in who],
        entry.facts,
        word,
    )
    assert (1, 1, None, True) == (chain.entries, chain.ends.legacy, chain.broken, chain.end_fits)
    assert (2, None, True) == (longer.entries, longer.broken, longer.end_fits)


def test_every_number_has_its_file():
    """A change of the tables comes with a file of what was before it."""
    assert [f"tables-{number}.sql" for number in range(1, len(UPGRADES) + 2)] == [
        file.name for file in FILES
    ]
