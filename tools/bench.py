"""Print how long things take, in milliseconds and as ratios to a fixed piece of work.

The yardstick is sorting numbers, so that figures of a slow and of a fast machine compare. Run it
from the project's root: ``python tools/bench.py``, or ``make bench``.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
BUDGETS = {
    "read the sample, child included (wall)": 1500,
    "lay the sample out": 1000,
    "import app": 1000,
    "a journey and a comparison": 80,
}


def main() -> None:
    """Measure each thing a few times and print the medians."""
    sys.path.insert(0, str(ROOT))
    book = (ROOT / "data" / "sample.xlsx").read_bytes()
    read = import_module("jobtrack_viz.workbook").read_workbook
    build = import_module("jobtrack_viz.network").build_network
    lay_out = import_module("jobtrack_viz.metro").lay_out
    draw = import_module("jobtrack_viz.drawing.svg").draw_svg
    gaps = import_module("jobtrack_viz.gaps")
    journeys = import_module("jobtrack_viz.journeys")

    numbers = list(range(0, 2_000_000, 7)) + list(range(1, 2_000_000, 11))
    numbers = sorted(numbers, key=lambda number: number * 7919 % 1_000_003)
    yardstick = _cpu(partial(sorted, numbers), 9)
    framework = read(book).framework
    network = build(framework)
    metro = lay_out(network)
    first, last = framework.roles[0], framework.roles[-1]

    def answer() -> None:
        gaps.compare(framework, first, last)
        journeys.find_journeys(network, first, last)

    figures = {
        "read the sample, child included (wall)": _wall(partial(read, book), 5),
        "build the graph": _cpu(partial(build, framework), 9),
        "lay the sample out": _cpu(partial(lay_out, network), 3),
        "draw the SVG": _cpu(partial(draw, metro, network), 9),
        "a journey and a comparison": _cpu(answer, 9),
        "import app": _import_app(),
    }
    print(f"yardstick (sorting 467,534 numbers): {yardstick:.1f} ms CPU")
    print(f"{'what':40} {'ms':>8} {'x yardstick':>12} {'budget ms':>10}")
    for name, figure in figures.items():
        budget = BUDGETS.get(name, "")
        print(f"{name:40} {figure:8.1f} {figure / yardstick:12.2f} {budget:>10}")


def _cpu(work: Callable[[], object], times: int) -> float:
    return median(_once(work, time.process_time) for _ in range(times))


def _wall(work: Callable[[], object], times: int) -> float:
    return median(_once(work, time.perf_counter) for _ in range(times))


def _once(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return (clock() - start) * 1000


def _import_app() -> float:
    """CPU of a fresh interpreter that imports the app, without the interpreter's own start."""
    code = "import time; s = time.process_time(); import app; print(time.process_time() - s)"
    ran = [
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        for _ in range(3)
    ]
    return median(float(done.stdout.split()[-1]) for done in ran) * 1000


if __name__ == "__main__":
    main()
