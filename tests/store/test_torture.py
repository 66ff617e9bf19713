"""What was acknowledged stays, nothing is half there, and nobody sees yesterday's map.

Each fact is tried a few times in the normal run; ``make torture`` tries it as often as it says.
"""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from jobtrack_viz.canonical import framework_from, framework_json, to_json
from jobtrack_viz.errors import StaleDraft, StoreUnavailable
from jobtrack_viz.model import Framework
from jobtrack_viz.publishing import preview, publish
from jobtrack_viz.store import (
    Db,
    Original,
    Store,
    Version,
    add_draft,
    current,
    draft,
    drafts,
    entries,
    open_store,
    originals,
    payload,
    set_result,
    versions,
)
from jobtrack_viz.workbook import Summary
from tests.store.processes import FORK, at_once
from tests.stores import NOON, new_postgresql
from tests.stores import publish as add_small

HR = "hr@example.org"
FILES = (Original("a.xlsx", b"a" * 60_000), Original("b.xlsx", b"b" * 60_000))


def ready(store: Store, framework: Framework, word: str) -> str:
    """A draft that can be published: the framework with this word as its title."""
    made = replace(framework, about=replace(framework.about, title=word))
    with store.writing() as db:
        base = current(db).number
        draft_id = add_draft(
            db,
            NOON,
            person=HR,
            mode="replace",
            base=base,
            files=FILES,
            expires_at=NOON + timedelta(days=30),
        )
        set_result(
            db,
            draft_id,
            base=base,
            stage="ready",
            refused="",
            problems=b"[]",
            framework=framework_json(made),
            drawn=None,
            conflicts=b"null",
            summary=to_json(Summary(3, 3, 6, 3, ("Low", "Medium", "High"), 2)),
        )
    return draft_id


def first(store: Store, framework: Framework) -> float:
    """A first version is published; how many seconds that took, without what comes before."""
    draft_id = ready(store, framework, "first")
    start = time.perf_counter()
    publish(store, NOON, HR, draft_id, "first")
    return time.perf_counter() - start


def is_whole(db: Db, known: Version, drafts: Mapping[str, str]) -> bool:
    """The version is the framework of its draft with all files, and the draft is closed."""
    title = framework_from(payload(db, known.number).framework).about.title
    closed = draft(db, drafts[str(known.number)])
    return (
        title == known.note
        and FILES == originals(db, known.number)
        and (closed.stage, closed.framework) == ("published", None)
    )


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.long)])
def test_a_worker_is_killed_while_it_publishes(store, framework, kills):
    """Every version is whole or not there, and each that was acknowledged is there."""
    chance = random.Random(6)
    usual = first(store, framework)
    acknowledged: dict[int, str] = {}
    cut_short = 0
    for attempt in range(kills):
        told, began = _publish_until_killed(store, framework, f"{attempt}.", chance, usual)
        acknowledged |= told
        cut_short += began > len(told)
    with store.reading() as db:
        there = {known.number: known.note for known in versions(db)}
        noted = {
            entry.subject: entry.facts["draft"]
            for entry in entries(db, limit=10**6)
            if entry.action == "publish"
        }
        torn = [known.number for known in versions(db) if not is_whole(db, known, noted)]
        open_ones = {found.stage for found in drafts(db, NOON)}
        newest = current(db).number
    lost = acknowledged.items() - there.items()
    print(
        f"\n{store.kind}: {kills} kills, {cut_short} of them within a publication; versions"
        f" {len(there)}, acknowledged {len(acknowledged)}, torn {len(torn)}, lost {len(lost)}"
    )

    assert ([], set()) == (torn, lost)
    assert (len(there), newest) == (len(noted), max(there))
    assert list(range(1, len(there) + 1)) == sorted(there)
    assert open_ones <= {"ready"}
    assert cut_short


def _publish_until_killed(
    store: Store, framework: Framework, word: str, chance: random.Random, usual: float
) -> tuple[dict[int, str], int]:
    """What a child acknowledged before it was killed, and how many publications it began."""
    ours, theirs = os.pipe()

    def work() -> None:
        for turn in count():
            draft_id = ready(store, framework, f"{word}{turn}")
            os.write(theirs, b"began\n")
            number = publish(store, NOON, HR, draft_id, f"{word}{turn}")
            os.write(theirs, f"{number} {word}{turn}\n".encode())

    child = FORK.Process(target=work)
    child.start()
    os.close(theirs)
    with os.fdopen(ours, "rb") as lines:
        # The end comes anywhere in one of the first publications, or right after it.
        told = [lines.readline() for _ in range(chance.choice((1, 1, 3)))]
        child.join(chance.uniform(0, usual))
        os.kill(child.pid, signal.SIGKILL)
        told += lines
    child.join()
    child.close()
    whole = [line.split() for line in told if line.endswith(b"\n")]
    numbers = {int(line[0]): line[1].decode() for line in whole if len(line) == 2}
    return numbers, len(whole) - len(numbers)


@pytest.mark.parametrize("rounds", [5, pytest.param(50, marks=pytest.mark.long)])
def test_four_people_publish_at_the_same_moment(store, framework, rounds):
    """One of them wins each round; the others learn it, and see the difference from the winner."""
    first(store, framework)
    start = FORK.Barrier(4)

    def work(place: int) -> list[int | str]:
        came = []
        for turn in range(rounds):
            draft_id = ready(store, framework, f"{turn}.{place}")
            start.wait()
            try:
                came.append(publish(store, NOON, HR, draft_id, f"{turn}.{place}"))
            except StaleDraft:
                shown = preview(store, draft_id)
                came.append(f"{shown.stale} {shown.before.about.title}")
            start.wait()
        return came

    results = list(zip(*at_once(work, 4), strict=True))
    winners = [[came for came in result if isinstance(came, int)] for result in results]
    with store.reading() as db:
        titles = [known.note for known in reversed(versions(db))][1:]
        parents = [known.parent for known in reversed(versions(db))][1:]
    conflicts = [[came for came in result if isinstance(came, str)] for result in results]
    print(
        f"\n{store.kind}: {rounds} rounds of 4, winners {sum(map(len, winners))}, conflicts"
        f" {sum(map(len, conflicts))}"
    )

    assert [[number] for number in range(2, rounds + 2)] == winners
    assert [[f"True {title}"] * 3 for title in titles] == conflicts
    assert list(range(1, rounds + 1)) == parents


@pytest.mark.parametrize("reads", [200, pytest.param(2_000, marks=pytest.mark.long)])
def test_nobody_sees_an_earlier_map_after_a_publication(store, reads):
    """From the moment that a publication is acknowledged every process reads it or a later one."""
    with store.writing() as db:
        add_small(db)
    acknowledged = FORK.Value("q", 1)
    readers_left = FORK.Value("i", 4)
    news = FORK.Condition(acknowledged.get_lock())

    def work(place: int) -> tuple[int, int]:
        return write() if place == 4 else read()

    def write() -> tuple[int, int]:
        while readers_left.value:
            with store.writing() as db:
                number = add_small(db)
            with news:
                acknowledged.value = number
                news.notify_all()
        return 0, number

    def read() -> tuple[int, int]:
        """Each time right after a publication, while the next one is being written."""
        stale, newest = 0, 0
        for _ in range(reads // 4):
            with news:
                while acknowledged.value <= newest:
                    news.wait()
                at_least = acknowledged.value
            with store.reading() as db:
                newest = current(db).number
            stale += newest < at_least
        with readers_left.get_lock():
            readers_left.value -= 1
        return stale, newest

    *readers, (_, published) = at_once(work, 5)
    stale = sum(found for found, _ in readers)
    print(f"\n{store.kind}: {reads} reads during {published} publications, stale {stale}")

    assert 0 == stale
    assert reads / 4 <= min(newest for _, newest in readers)


@pytest.mark.long
def test_postgresql_stops_and_starts():
    """While it is away each try ends at once with one line; afterwards nothing need be done."""
    server = new_postgresql(f"away-{os.getpid()}")
    store = open_store(server.get_uri())
    with store.writing() as db:
        add_small(db)
    refused = 0
    for _ in range(3):
        server.stop()
        for attempt in (store.reading, store.writing):
            refused += _is_refused(attempt)
        server.ensure_postgres_running()
        with store.writing() as db:
            add_small(db)
    with store.reading() as db:
        kept = current(db).number
    store.close()
    server.cleanup()
    print(f"\npostgresql: 3 stops, {refused} of 6 tries refused, {kept} of 4 versions kept")

    assert (6, 4) == (refused, kept)


@pytest.mark.long
def test_a_full_disk(tmp_path, framework):
    """The publication that no longer fits is refused, and all before it are whole."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", tmp_path]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk can only be made by the superuser")
    store = open_store(f"sqlite:///{tmp_path}/jobtrack.sqlite3")
    published = []

    def fill() -> None:
        for turn in range(100):
            draft_id = ready(store, framework, str(turn))
            published.append(publish(store, NOON, HR, draft_id, str(turn)))

    try:
        with pytest.raises(StoreUnavailable, match="no space left"):
            fill()
        with store.reading() as db:
            noted = {entry.subject: entry.facts["draft"] for entry in entries(db)}
            whole = [is_whole(db, known, noted) for known in versions(db)]
    finally:
        store.close()
        subprocess.run(["umount", tmp_path], check=True)
    print(
        f"\nsqlite: a disk of 3 MB is full after {len(published)} publications, all of them whole"
    )

    assert [True] * len(published) == whole
    assert published


def _is_refused(attempt: Callable[[], object]) -> bool:
    try:
        with attempt() as db:
            current(db)
    except StoreUnavailable:
        return True
    return False
