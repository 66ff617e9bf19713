"""Print how long the store takes on both databases, in microseconds.

Every request of a reader asks once which version is current; the rest happens rarely. Run it from
the project's root: ``python tools/bench_store.py``, or ``make bench``.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
CONTENT = b"x" * 300_000
"""As long as the sample's framework."""


def main() -> None:
    """Measure each question a few hundred times and print the medians."""
    sys.path.insert(0, str(ROOT))
    room = import_module("jobtrack_viz.store")
    places = import_module("tests.stores")
    print(f"{'what':56} {'us wall':>9} {'us CPU':>9}")
    for kind in places.KINDS:
        with tempfile.TemporaryDirectory() as folder, places.database(kind, Path(folder)) as url:
            store = room.open_store(url)

            def publish(store=store) -> None:
                with store.writing() as db:
                    places.publish(db, CONTENT, drawn=CONTENT)

            def publish_and_record(store=store) -> None:
                with store.writing() as db:
                    number = places.publish(db, CONTENT, drawn=CONTENT)
                    room.record(db, places.NOON, "ada", "publish", str(number), {"note": "n"})

            def record(store=store) -> None:
                with store.writing() as db:
                    room.record(db, places.NOON, "ada", "signed-in", "ada", {})

            def current(store=store) -> None:
                with store.reading() as db:
                    room.current(db)

            def payload(store=store) -> None:
                with store.reading() as db:
                    room.payload(db, 1)

            publish()
            for what, work, times in (
                ("which version is current", current, 500),
                ("the content of a version", payload, 50),
                ("publish 600 kB", publish, 50),
                ("publish 600 kB, with its entry in the log", publish_and_record, 50),
                ("an entry in the log", record, 200),
            ):
                wall, cpu = _measured(work, times)
                print(f"{f'{kind}: {what}':56} {wall:9.0f} {cpu:9.0f}")
            store.close()


def _measured(work: Callable[[], None], times: int) -> tuple[float, float]:
    walls, cpu = [], time.process_time()
    for _ in range(times):
        start = time.perf_counter()
        work()
        walls.append(time.perf_counter() - start)
    return median(walls) * 1e6, (time.process_time() - cpu) / times * 1e6


if __name__ == "__main__":
    main()
