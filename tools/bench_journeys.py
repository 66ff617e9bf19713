"""Print what journeys need among 300 and 5,000 roles: the slowest and the middle of many pairs.

Levels are drawn by lot. ``moves`` are those of the network, ``possible`` has none, so that whatever
the levels allow is possible; wishes are roles to pass, a track to avoid, and lower grades. CPU in
milliseconds and as ratios to a yardstick. Run it from the project's root:
``python tools/bench_journeys.py``; the figures of 5,000 roles take minutes.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobtrack_viz.model import Framework

ROOT = Path(__file__).resolve().parent.parent
BUDGETS = {"middle": 50, "large": 500}
PAIRS = 40


def main() -> None:
    """Measure each network with and without moves between tracks, under each wish."""
    sys.path.insert(0, str(ROOT))
    generated = import_module("tools.networks").generated
    build = import_module("jobtrack_viz.network").build_network
    journeys = import_module("jobtrack_viz.journeys")
    numbers = sorted(range(1, 2_000_000, 4), key=lambda number: number * 7919 % 1_000_003)
    yardstick = _cpu(lambda: sorted(numbers))
    print(f"yardstick (sorting 500,000 numbers): {yardstick:.0f} ms CPU")
    print(f"{'network and wish':30} {'slowest':>8} {'middle':>8} {'x yardstick':>12} {'budget':>7}")
    for size, budget in BUDGETS.items():
        moving = _levelled(generated(size))
        for name, framework in (("moves", moving), ("possible", replace(moving, moves=()))):
            network = build(framework)
            for wish, wishes in _wishes(framework):
                chance = Random(7)
                spent = []
                for number in range(PAIRS + 1):
                    ends = sorted(chance.sample(framework.roles, 2), key=lambda r: r.rank or 0)
                    asked = journeys.Preferences(**wishes(chance))
                    took = _cpu(partial(journeys.find_journeys, network, *ends, asked))
                    spent += [took] if number else []
                print(
                    f"{f'{size} {name}, {wish}':30} {max(spent):8.1f} {median(spent):8.1f} "
                    f"{max(spent) / yardstick:12.2f} {budget:>7}"
                )


def _levelled(framework: "Framework") -> "Framework":
    """The framework with levels of twelve competencies that mostly rise with the grade."""
    chance = Random("levels")
    roles = []
    for role in framework.roles:
        levels = {
            f"Competency {number}": min(4, max(1, int((role.rank or 0) / 2) + chance.randrange(3)))
            for number in range(12)
        }
        roles.append(replace(role, levels=levels))
    return replace(framework, roles=tuple(roles))


def _wishes(
    framework: "Framework",
) -> Iterator[tuple[str, Callable[[Random], dict[str, object]]]]:
    yield "no wish", lambda _: {}
    yield "a role to pass", lambda chance: {"via": (chance.choice(framework.roles).id,)}
    yield (
        "a track to avoid",
        lambda chance: {"avoid": frozenset({chance.choice(framework.tracks).name})},
    )
    yield "lower grades", lambda _: {"step_down": True}


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
