"""Print what frameworks unlike the sample need, from the workbook to the answer on the page.

Times are milliseconds of CPU, children included, each with its ratio to a yardstick; reading, which
has a limit, by the clock on the wall too. Memory is the peak of the process and of its child that
reads the file. Run it from the project's root: ``python tools/bench_frameworks.py``, with names of
frameworks for only some of them (``tools/odd_frameworks.py`` lists them).
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from random import Random
from statistics import median
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
TIMES = {
    "read": "read the workbook",
    "wall": "the same by the clock on the wall",
    "check": "problems of the workbook",
    "graph": "build the graph",
    "picture": "the first picture",
    "part": "open one group or track",
    "page": "first page",
    "again": "the same page again",
    "search": "a search for nobody's title",
    "answer": "a journey with its comparison, median",
    "slowest": "the slowest of thirty",
    "text": "the map as text",
}
ANSWERS = 30

Made = TypeVar("Made")


def main() -> None:
    """Measure each framework in a process of its own, so that peaks of memory are its own."""
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(_measured(Path(sys.argv[2]))))
        return
    odd = import_module("tools.odd_frameworks")
    numbers = sorted(range(1, 2_000_000, 4), key=lambda number: number * 7919 % 1_000_003)
    yardstick, _ = _timed(lambda: sorted(numbers))
    print(f"yardstick (sorting 500,000 numbers): {yardstick:.0f} ms CPU")
    for name in sys.argv[1:] or odd.BOOKS:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "book.xlsx"
            path.write_bytes(odd.workbook(odd.BOOKS[name]()))
            ran = subprocess.run(
                [sys.executable, __file__, "--one", path], cwd=ROOT, capture_output=True, text=True
            )
        print(f"\n{name}: ", end="")
        if ran.returncode:
            print(ran.stderr.strip().splitlines()[-1])
            continue
        found = json.loads(ran.stdout)
        print(found["what"])
        for key, words in TIMES.items():
            print(f"    {words:40} {found[key]:8.1f} ms {found[key] / yardstick:8.2f} x")
        print(f"    first page over the wire {found['bytes'] / 1000:.1f} kB")
        reading, own, child = (round(found[key]) for key in ("reading", "own", "child"))
        print(f"    peak memory {reading} MB after reading, {own} MB at the end, child {child} MB")


def _measured(path: Path) -> dict[str, object]:
    """Reading comes first: a child that is made later begins with all that its parent holds."""
    found = _of_the_engine(path.read_bytes())
    app = import_module("app")
    outcome = import_module("layouts.outcome")
    answer = import_module("layouts.answer")
    settings = import_module("jobtrack_viz.settings").Settings
    atlas_of = import_module("jobtrack_viz.atlas").Atlas
    chosen = settings(workbook=path)
    published = atlas_of(chosen.workbook, chosen.limits).current()
    opening = next(iter(published.views.whole.opening.values()), "/")
    client = app.create_app(chosen).server.test_client()
    client.get("/healthz")
    get = _getter(client)
    found["page"], sent = _timed(lambda: get("/"))
    found["again"], _ = _timed(lambda: get("/"))
    found["part"], _ = _timed(lambda: get(opening))
    found["text"], _ = _timed(lambda: get("/text"))
    found["bytes"] = len(sent.data)
    found["search"], _ = _timed(
        lambda: outcome.outcome_of(published, {"start": "Keeper of the paper clips"})
    )
    chance, spent = Random("answers"), []
    for _ in range(ANSWERS):
        start, goal = chance.sample(published.framework.roles, 2)
        query = {"start": start.id, "goal": goal.id}

        def whole(query: dict[str, str] = query) -> object:
            told = outcome.outcome_of(published, query)
            return answer.result(published, told), answer.shown(published, told)

        spent.append(_timed(whole)[0])
    found |= {"answer": median(spent), "slowest": max(spent)}
    found["own"] = _peak(resource.RUSAGE_SELF)
    return found


def _peak(whose: int) -> float:
    """Peak memory in MB."""
    return resource.getrusage(whose).ru_maxrss / 1024


def _of_the_engine(data: bytes) -> dict[str, object]:
    read = import_module("jobtrack_viz.workbook").read_workbook
    build = import_module("jobtrack_viz.network").build_network
    views = import_module("jobtrack_viz.views").Views
    findings = import_module("jobtrack_viz.health").findings
    found: dict[str, object] = {}
    start = time.perf_counter()
    found["read"], reading = _timed(lambda: read(data))
    found["wall"] = (time.perf_counter() - start) * 1000
    found["child"], found["reading"] = (
        _peak(whose) for whose in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    )
    if reading.framework is None:
        raise SystemExit(f"the workbook has errors: {reading.problems[0].code}")
    summary = reading.summary
    found["what"] = (
        f"{summary.roles} roles, {summary.tracks} tracks, {summary.competencies} competencies, "
        f"{len(summary.levels)} levels"
    )
    found["graph"], network = _timed(lambda: build(reading.framework))
    found["check"], _ = _timed(lambda: findings(network, reading.places))
    found["picture"], _ = _timed(lambda: views(network))
    return found


def _getter(client: object) -> Callable[[str], object]:
    return lambda address: client.get(address, headers={"Accept-Encoding": "br"})


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Milliseconds of CPU that a piece of work takes, with its children, and what it makes."""
    start = _cpu()
    made = work()
    return (_cpu() - start) * 1000, made


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
