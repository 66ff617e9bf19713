"""Print what the map engine needs for three generated networks, and how good its maps are.

CPU in milliseconds and as ratios to a yardstick; crossings and bends beside the bounds that no
map can undercut; laws broken, which should be none. Of the largest network the order of all groups
and the overview are measured. Run it from the project's root: ``python tools/bench_layout.py``.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent

Made = TypeVar("Made")


def main() -> None:
    """Lay out the small and the middle network, order and collapse the large one."""
    sys.path.insert(0, str(ROOT))
    generated = import_module("tools.networks").generated
    build = import_module("jobtrack_viz.network").build_network
    lay_out = import_module("jobtrack_viz.metro").lay_out
    columns_of = import_module("jobtrack_viz.metro.columns").assign_columns
    order_rows = import_module("jobtrack_viz.metro.order").order_rows
    lay_out_overview = import_module("jobtrack_viz.metro.overview").lay_out_overview
    groups_of = import_module("jobtrack_viz.selection").groups_of

    numbers = sorted(range(1, 2_000_000, 4), key=lambda number: number * 7919 % 1_000_003)
    yardstick, _ = _cpu(lambda: sorted(numbers))
    print(f"yardstick (sorting 500,000 numbers): {yardstick:.0f} ms CPU")
    for size in ("small", "middle"):
        network = build(generated(size))
        spent, metro = _cpu(partial(lay_out, network))
        print(_line(size, spent, yardstick))
        for name in ("line crossings", "walkway crossings", "jogs"):
            print(f"    {name}: {metro.score[name]:.0f}, bound {metro.score[f'{name} bound']:.0f}")
        print(f"    laws broken: {metro.score['laws broken']:.0f}")
        print(f"    width over height: {metro.width / metro.height:.2f}")
    framework = generated("large")
    network = build(framework)
    spent, (_, order) = _cpu(lambda: order_rows(columns_of(network), {}))
    print(_line("large, order of all groups", spent, yardstick))
    print(f"    line crossings: {order.lines.value:.0f}, bound {order.lines.bound:.0f}")
    print(f"    walkway crossings: {order.walkways.value:.0f}, bound {order.walkways.bound:.0f}")
    spent, _ = _cpu(lambda: lay_out_overview(network, groups_of(framework)))
    print(_line("large, overview of groups", spent, yardstick))


def _line(what: str, spent: float, yardstick: float) -> str:
    return f"{what}: {spent:.0f} ms CPU, {spent / yardstick:.1f} x yardstick"


def _cpu(work: Callable[[], Made]) -> tuple[float, Made]:
    start = time.process_time()
    made = work()
    return (time.process_time() - start) * 1000, made


if __name__ == "__main__":
    main()
