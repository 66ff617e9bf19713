"""What ``python -m jobtrack_viz doctor`` finds, and that it changes nothing."""

import json
import os
import random
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from jobtrack_viz import accounts
from jobtrack_viz.__main__ import main
from jobtrack_viz.canonical import framework_json
from jobtrack_viz.store import Original, add_draft, forget_entries, open_store, record, set_result
from jobtrack_viz.store.chain import set_newest
from jobtrack_viz.store.engines import Address, make_engine
from jobtrack_viz.store.seal import hash_of_entry
from jobtrack_viz.store.tables import METADATA, audit
from tests.store.test_database import run
from tests.stores import KINDS, database, publish

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(params=KINDS)
def place(request, tmp_path, monkeypatch, framework):
    """A sound database: two versions, a draft, five entries of the log, a key of its own."""
    with database(request.param, tmp_path) as address:
        monkeypatch.setenv("DATABASE_URL", address)
        store = open_store(address)
        content = framework_json(framework)
        accounts.secret_key(store, "")
        with store.writing() as db:
            publish(db, content, drawn=None, parent=None)
            publish(db, content, drawn=None, parent=1)
            draft = add_draft(
                db,
                NOON,
                person="ada@example.org",
                mode="replace",
                base=2,
                files=[Original("Jobs.xlsx", b"PK")],
                expires_at=NOON + 30 * DAY,
            )
            set_result(
                db,
                draft,
                base=2,
                stage="ready",
                refused="",
                problems=b"[]",
                framework=content,
                drawn=None,
                conflicts=b"null",
                summary=b"null",
            )
            for number in range(5):
                at = NOON + number * DAY
                record(db, at, "ada@example.org", "publish", str(number), {"note": "é"})
        store.close()
        yield address


@pytest.fixture
def doctor(capsys):
    """The exit code, and status and sentence by the name of the check, of one run."""

    def examined(*words: str) -> tuple[int, dict[str, tuple[str, str]]]:
        code = main(["doctor", "--json", *words])
        told = json.loads(capsys.readouterr().out)
        assert told["ok"] == (code == 0)
        return code, {each["name"]: (each["status"], each["sentence"]) for each in told["checks"]}

    return examined


def found(told: dict[str, tuple[str, str]]) -> dict[str, str]:
    """The sentences of what is not fine."""
    return {name: sentence for name, (status, sentence) in told.items() if status != "fine"}


def test_a_sound_database(place, doctor, capsys):
    """Every check is fine, in words and as JSON, and the exit code is 0."""
    code, told = doctor()
    words = main(["doctor"]), capsys.readouterr().out.splitlines()

    assert (0, {}) == (code, found(told))
    assert (0, len(told)) == (words[0], len(words[1]))
    assert {"fine"} == {line.split()[0] for line in words[1]}
    assert ("fine", "Both versions fit their checksums and can be read.") == told["versions"]


def test_nothing_is_changed(place, doctor):
    """Neither a table nor a row, also where something is wrong."""
    run(place, "UPDATE audit SET person = 'eve' WHERE id = 2")

    def everything() -> list[object]:
        engine = make_engine(Address.of(place))
        with engine.connect() as connection:
            rows = [connection.execute(select(each)).all() for each in METADATA.sorted_tables]
        engine.dispose()
        return rows

    before = everything()
    doctor()

    assert before == everything()


LOG_FAULTS = {
    "person": ("UPDATE audit SET person = 'eve@example.org' WHERE id = 3", "Entry 3 does not fit"),
    "action": ("UPDATE audit SET action = 'discard' WHERE id = 3", "Entry 3 does not fit"),
    "subject": ("UPDATE audit SET subject = '9' WHERE id = 3", "Entry 3 does not fit"),
    "facts": ("UPDATE audit SET facts = '{}' WHERE id = 3", "Entry 3 does not fit"),
    "at": ("UPDATE audit SET at = '2026-03-05 12:00:01' WHERE id = 3", "Entry 3 does not fit"),
    "id": ("UPDATE audit SET id = 9 WHERE id = 3", "Entry 4 does not fit"),
    "hash": ("UPDATE audit SET hash = 'x' WHERE id = 3", "Entry 3 does not fit"),
    "first taken out": ("DELETE FROM audit WHERE id = 1", "Entry 2 does not fit"),
    "one taken out": ("DELETE FROM audit WHERE id = 3", "Entry 4 does not fit"),
    "last taken out": ("DELETE FROM audit WHERE id = 5", "Entry 5 was written last"),
    "all taken out": ("DELETE FROM audit", "Entry 5 was written last"),
    "put in": (
        "INSERT INTO audit (id, at, person, action, subject, facts, hash) SELECT 6, at, person,"
        " action, subject, facts, hash FROM audit WHERE id = 5",
        "Entry 6 does not fit",
    ),
    "two exchanged": (
        "UPDATE audit SET subject = CASE id WHEN 2 THEN '2' ELSE '1' END WHERE id IN (2, 3)",
        "Entry 2 does not fit",
    ),
    "chain taken out": ("DELETE FROM chain", "is missing"),
    "deleted as if by time": (
        "UPDATE chain SET anchor = 2, anchor_hash = (SELECT hash FROM audit WHERE id = 2);"
        "DELETE FROM audit WHERE id <= 2",
        "does not say that the product deleted them",
    ),
}


@pytest.mark.parametrize("fault", LOG_FAULTS)
def test_entries_of_the_log_that_plain_sql_changed(place, doctor, fault):
    """Whichever column is changed, whatever is taken out or put in, one line names the entry."""
    statements, words = LOG_FAULTS[fault]
    run(place, *statements.split(";"))
    code, told = doctor()

    assert (1, {"audit log"}) == (code, set(found(told)))
    assert words in told["audit log"][1]


def test_the_log_goes_on_after_a_deletion_by_time(place, doctor):
    """What the product deleted is no fault; the rest is still checked."""
    store = open_store(place)
    with store.writing() as db:
        gone = forget_entries(db, NOON + 9 * DAY, NOON + 2 * DAY)
    store.close()
    code, told = doctor()
    run(place, "UPDATE audit SET subject = '9' WHERE id = 4")
    changed = doctor()[1]["audit log"][1]

    assert (2, 0) == (gone, code)
    assert "Those up to 2 were deleted when their time was over." in told["audit log"][1]
    assert "Entry 4 does not fit" in changed


def test_a_digest_that_was_written_down(place, doctor):
    """It fits as long as the log goes on, and shows that the log was written anew."""
    _, told = doctor()
    digest = told["digest"][1]
    store = open_store(place)
    with store.writing() as db:
        record(db, NOON, "ada@example.org", "publish", "6", {})
    later = doctor("--anchor", digest)
    with store.writing() as db:
        write_anew(db)
    store.close()
    anew = doctor()
    against = doctor("--anchor", digest)
    older = doctor("--anchor", f"99:{'0' * 64}")

    assert digest.startswith("5:")
    assert (0, "fine") == (later[0], later[1]["anchor"][0])
    assert (0, {}) == (anew[0], found(anew[1])), "the chain alone cannot show it"
    assert (1, {"anchor"}) == (against[0], set(found(against[1])))
    assert 1 == older[0]


def write_anew(db) -> None:
    """Change an entry as somebody would who writes to the database and knows the product."""
    db.change(update(audit).where(audit.c.id == 2).values(person="eve@example.org"))
    known, number = "", 0
    for row in db.rows(select(audit).order_by(audit.c.id)):
        number = row.id
        known = hash_of_entry(known, *row[:6])
        db.change(update(audit).where(audit.c.id == number).values(hash=known))
    set_newest(db, number, known)


CONTENT_FAULTS = {
    "framework": (
        "UPDATE version SET framework = former WHERE number = 2",
        "versions",
        "version 2",
    ),
    "former": ("UPDATE version SET former = differences WHERE number = 1", "versions", "version 1"),
    "seal": ("UPDATE version SET seal = 'x' WHERE number = 1", "versions", "version 1"),
    "sha256": ("UPDATE version SET sha256 = 'x' WHERE number = 1", "versions", "version 1"),
    "draft": ("UPDATE draft SET framework = problems", "drafts", "draft "),
    "problems": ("UPDATE draft SET problems = framework", "drafts", "draft "),
    "nothing published": ("DELETE FROM publication", "publication", "readers see no map"),
    "standing": ("DELETE FROM standing", "publication", "needs one"),
    "key": ("UPDATE setting SET value = 'changeme'", "key", "can be guessed"),
    "no key": ("UPDATE setting SET value = ''", "key", "can be guessed"),
    "clock": (
        "UPDATE draft SET seen_at = '2999-01-01 00:00:00'",
        "clock",
        "in drafts, is from 2999-01-01 00:00 UTC",
    ),
}


@pytest.mark.parametrize("fault", CONTENT_FAULTS)
def test_content_that_is_not_what_was_stored(place, doctor, fault):
    """The check that looks there says so, and the others are fine."""
    statement, name, words = CONTENT_FAULTS[fault]
    run(place, statement)
    code, told = doctor()

    assert (1, {name}) == (code, set(found(told)))
    assert words in told[name][1]


@pytest.mark.parametrize(
    ("statement", "code", "words"),
    [
        ("UPDATE schema SET number = 99", 2, "belongs to a newer version"),
        ("UPDATE schema SET number = 1", 1, "are brought up to"),
        ("DROP TABLE schema", 2, "There are no tables yet"),
    ],
)
def test_tables_of_another_number(place, doctor, statement, code, words):
    """Nothing else is checked, and nothing is brought up to date."""
    run(place, statement)
    ended, told = doctor()

    assert (code, {"tables"}) == (ended, set(found(told)))
    assert words in told["tables"][1]
    assert "versions" not in told


def test_a_file_that_others_may_read(tmp_path, monkeypatch, doctor):
    """The line names it; modes of the files beside it count, too."""
    file = tmp_path / "hr.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    open_store(f"sqlite:///{file}").close()
    sound = found(doctor()[1])
    file.chmod(0o640)
    told = doctor()[1]

    assert {"publication"} == set(sound)
    assert {"publication", "file"} == set(found(told))
    assert "hr.sqlite3" in told["file"][1]


@pytest.mark.parametrize(
    "content", [b"", b"no database at all", b"SQLite format 3\0" + b"x" * 4000]
)
def test_a_file_that_is_no_database(tmp_path, monkeypatch, doctor, content):
    """It is unusable, and stays what it is."""
    file = tmp_path / "hr.sqlite3"
    file.write_bytes(content)
    file.chmod(0o600)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    code, told = doctor()

    assert (2, {"tables"}, content) == (code, set(found(told)), file.read_bytes())


def test_a_file_that_is_not_there(tmp_path, monkeypatch, doctor):
    """It is not made."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/none.sqlite3")
    code, told = doctor()

    assert (2, {"tables": "There is no file none.sqlite3."}) == (code, found(told))
    assert [] == list(tmp_path.iterdir())


def test_an_older_database_is_left_as_it_is(tmp_path, monkeypatch, doctor):
    """Its tables have the number they had."""
    file = tmp_path / "old.sqlite3"
    old = sqlite3.connect(file)
    old.executescript((Path(__file__).parent / "store" / "tables-1.sql").read_text("utf-8"))
    old.close()
    file.chmod(0o600)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")

    assert (1, {"tables"}) == (doctor()[0], set(found(doctor()[1])))
    assert [(1,)] == run(f"sqlite:///{file}", "SELECT number FROM schema")


@pytest.mark.parametrize(
    ("name", "value"),
    [("JOBTRACK_PROXIES", "many"), ("SECRET_KEY", "short"), ("DATABASE_URL", "x")],
)
def test_a_setting_that_cannot_be_used(monkeypatch, doctor, name, value):
    """One sentence names it; nothing else is looked at."""
    monkeypatch.setenv(name, value)
    code, told = doctor()

    assert (2, ["settings"]) == (code, list(told))
    assert name in told["settings"][1]


@pytest.mark.parametrize("text", ["1", "x:y", f"1:{'g' * 64}", f"{'9' * 40}:{'a' * 64}"])
def test_a_digest_that_is_none(place, doctor, text):
    """It is refused in a sentence, and not compared."""
    code, told = doctor("--anchor", text)

    assert (2, "unusable") == (code, told["settings"][0])


def test_a_server_that_is_away(monkeypatch, doctor):
    """It is unusable, in one sentence."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://someone:secret@127.0.0.1:9/careers")
    code, told = doctor()

    assert (2, {"tables": "The database cannot be reached."}) == (code, found(told))
    assert "secret" not in os.linesep.join(sentence for _, sentence in told.values())


ODD = {
    "a moment that is none": "UPDATE audit SET at = 'soon' WHERE id = 3",
    "a number for a moment": "UPDATE audit SET at = 7 WHERE id = 3",
    "bytes for a text": "UPDATE audit SET person = x'00ff' WHERE id = 3",
    "a text that is no text": "UPDATE audit SET person = CAST(x'80ff' AS TEXT) WHERE id = 3",
    "a number for a hash": "UPDATE audit SET hash = 7 WHERE id = 3",
    "facts that are no JSON": "UPDATE audit SET facts = '[' WHERE id = 3",
}


@pytest.mark.parametrize("oddity", ODD)
def test_values_of_another_kind(tmp_path, monkeypatch, doctor, oddity):
    """SQLite keeps anything in any column: it is found, and no failure of the program."""
    address = f"sqlite:///{tmp_path}/hr.sqlite3"
    monkeypatch.setenv("DATABASE_URL", address)
    store = open_store(address)
    with store.writing() as db:
        for number in range(5):
            record(db, NOON, "ada@example.org", "publish", str(number), {})
    store.close()
    run(address, ODD[oddity])
    code, told = doctor()

    assert code in (1, 2)
    assert told["audit log"][0] in ("finding", "unusable")


def test_a_damaged_file(tmp_path, monkeypatch, doctor, framework):
    """Wherever bits were turned or the end is missing: sentences, no failure, no change."""
    file = tmp_path / "hr.sqlite3"
    store = open_store(f"sqlite:///{file}")
    with store.writing() as db:
        publish(db, framework_json(framework), drawn=None)
        for number in range(80):
            record(db, NOON, "ada@example.org", "publish", str(number), {"note": "x" * 50})
    store.close()
    whole, chance, codes = file.read_bytes(), random.Random(7), set()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 5, 100))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        if chance.random() < 0.2:
            del damaged[chance.randrange(len(damaged)) :]
        file.write_bytes(damaged)
        codes.add(doctor()[0])
        assert bytes(damaged) == file.read_bytes()

    assert {1, 2} <= codes
