"""What was acknowledged stays, nothing is half there, and nobody sees yesterday's map.

Each fact is tried a few times in the normal run; ``make torture`` tries it as often as it says.
"""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from itertools import count

import pytest

from jobtrack_viz.errors import StoreUnavailable
from jobtrack_viz.store import (
    Db,
    Original,
    Store,
    current,
    entries,
    lock_publication,
    open_store,
    originals,
    payload,
    record,
    versions,
)
from tests.store.processes import FORK, at_once
from tests.stores import NOON, new_postgresql, publish

SIZE = 60_000


def publish_whole(db: Db, word: str, **more: object) -> int:
    """A version of some size, all of whose parts hold the word, with its line in the audit log."""
    text = (word * SIZE)[:SIZE].encode()
    number = publish(
        db,
        text,
        drawn=text,
        differences=text,
        note=word,
        former={"word": word},
        originals=(Original("a.xlsx", text), Original("b.xlsx", text)),
        **more,
    )
    record(db, NOON, "ada", "publish", str(number), {"word": word})
    return number


def is_whole(db: Db, number: int, word: str) -> bool:
    """Every part of the version holds the word; a sum of all of them is checked when it is read."""
    text = (word * SIZE)[:SIZE].encode()
    content = payload(db, number)
    return (
        {text} == {content.framework, content.drawn, content.differences}
        and {"word": word} == content.former
        and [text, text] == [book.content for book in originals(db, number)]
    )


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.long)])
def test_a_worker_is_killed_while_it_publishes(store, kills):
    """Every version is whole or not there, and each that was acknowledged is there."""
    chance = random.Random(6)
    acknowledged: dict[int, str] = {}
    cut_short = 0
    with store.writing() as db:
        before = time.perf_counter()
        publish_whole(db, "first")
    usual = time.perf_counter() - before
    for attempt in range(kills):
        told, began = _publish_until_killed(store, f"{attempt}.", chance, usual)
        acknowledged |= told
        cut_short += began > len(told)
    with store.reading() as db:
        there = {known.number: known.note for known in versions(db)}
        torn = [number for number, word in there.items() if not is_whole(db, number, word)]
        noted = {int(entry.subject): entry.facts["word"] for entry in entries(db, limit=10**6)}
        newest = current(db).number
    lost = acknowledged.items() - there.items()
    print(
        f"\n{store.kind}: {kills} kills, {cut_short} of them within a publication; versions"
        f" {len(there)}, acknowledged {len(acknowledged)}, torn {len(torn)}, lost {len(lost)}"
    )

    assert ([], set()) == (torn, lost)
    assert (there, max(there)) == (noted, newest)
    assert list(range(1, len(there) + 1)) == sorted(there)
    assert cut_short > kills / 4


def _publish_until_killed(
    store: Store, word: str, chance: random.Random, usual: float
) -> tuple[dict[int, str], int]:
    """What a child acknowledged before it was killed, and how many publications it began."""
    ours, theirs = os.pipe()

    def work() -> None:
        with store.reading() as db:
            current(db)
        for turn in count():
            os.write(theirs, b"began\n")
            with store.writing() as db:
                number = publish_whole(db, f"{word}{turn}-")
            os.write(theirs, f"{number} {word}{turn}-\n".encode())

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
def test_four_people_publish_at_the_same_moment(store, rounds):
    """One of them wins each round, the others learn that somebody was faster."""
    with store.writing() as db:
        publish(db)
    start = FORK.Barrier(4)

    def work(place: int) -> list[int | None]:
        won = []
        for _ in range(rounds):
            with store.reading() as db:
                base = current(db).number
            start.wait()
            with store.writing() as db:
                lock_publication(db)
                fresh = current(db).number == base
                won.append(publish(db, parent=base, note=str(place)) if fresh else None)
            start.wait()
        return won

    results = list(zip(*at_once(work, 4), strict=True))
    winners = [[number for number in result if number] for result in results]
    print(
        f"\n{store.kind}: {rounds} rounds of 4, winners {sum(map(len, winners))}, conflicts"
        f" {sum(result.count(None) for result in results)}"
    )

    assert [[number] for number in range(2, rounds + 2)] == winners
    with store.reading() as db:
        assert list(range(rounds, 0, -1)) == [known.parent for known in versions(db)][:-1]


@pytest.mark.parametrize("reads", [200, pytest.param(2_000, marks=pytest.mark.long)])
def test_nobody_sees_an_earlier_map_after_a_publication(store, reads):
    """From the moment that a publication is acknowledged every process reads it or a later one."""
    with store.writing() as db:
        publish(db)
    acknowledged = FORK.Value("q", 1)
    readers_left = FORK.Value("i", 4)
    news = FORK.Condition(acknowledged.get_lock())

    def work(place: int) -> tuple[int, int]:
        return write() if place == 4 else read()

    def write() -> tuple[int, int]:
        while readers_left.value:
            with store.writing() as db:
                number = publish(db)
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
        publish(db)
    refused = 0
    for _ in range(3):
        server.stop()
        for attempt in (store.reading, store.writing):
            refused += _is_refused(attempt)
        server.ensure_postgres_running()
        with store.writing() as db:
            publish(db)
    with store.reading() as db:
        kept = current(db).number
    store.close()
    server.cleanup()
    print(f"\npostgresql: 3 stops, {refused} of 6 tries refused, {kept} of 4 versions kept")

    assert (6, 4) == (refused, kept)


@pytest.mark.long
def test_a_full_disk(tmp_path):
    """The publication that no longer fits is refused, and all before it are whole."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", tmp_path]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk can only be made by the superuser")
    store = open_store(f"sqlite:///{tmp_path}/jobtrack.sqlite3")
    words = []

    def fill() -> None:
        for turn in range(100):
            with store.writing() as db:
                publish_whole(db, f"{turn}-")
            words.append(f"{turn}-")

    try:
        with pytest.raises(StoreUnavailable, match="no space left"):
            fill()
        with store.reading() as db:
            whole = [is_whole(db, number, word) for number, word in enumerate(words, 1)]
            newest = current(db).number
    finally:
        store.close()
        subprocess.run(["umount", tmp_path], check=True)
    print(f"\nsqlite: a disk of 3 MB is full after {newest} publications, all of them whole")

    assert ([True] * len(words), len(words)) == (whole, newest)
    assert words


def _is_refused(attempt: Callable[[], object]) -> bool:
    try:
        with attempt() as db:
            current(db)
    except StoreUnavailable:
        return True
    return False
