"""Print how long readers wait, alone and while hundreds of connections hold the server up.

Readers come at times drawn beforehand, each with a connection of their own, and a wait counts from
then. ``python tools/bench_slow_clients.py [NUMBER [FOLDER]]`` from the project's root; the folder
is another copy of the project to measure instead.
"""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.bad_clients import KINDS
from tools.production import ROOT, Production, started

__all__ = ["Waits", "holding_up", "read_pages"]

RATE, SECONDS, TIMEOUT, SETTLE = 20, 15, 20, 10
"""Pages a second; how long they are asked for; seconds after which a reader goes away; seconds
until the bad connections are answered as far as they will be."""
PAGES = ("/help", "/?start=developer", "/text", "/healthz", "/version")


@dataclass(frozen=True, slots=True)
class Waits:
    """How many readers came, and how long those who were served waited, in seconds."""

    asked: int
    served: tuple[float, ...]

    def percentile(self, percent: int) -> float:
        """Seconds within which so many of all readers were served; infinite if they were not."""
        waits = [*self.served, *[float("inf")] * (self.asked - len(self.served))]
        return quantiles(waits, n=100, method="inclusive")[percent - 1]


@contextmanager
def holding_up(port: int, number: int, kinds: Sequence[str] = tuple(KINDS)) -> Iterator[None]:
    """Within the block so many connections are open that want nothing but to be in the way."""
    command = [sys.executable, str(ROOT / "tools" / "bad_clients.py"), str(port), str(number)]
    with subprocess.Popen([*command, *kinds], stdout=subprocess.PIPE) as bad:
        try:
            if bad.stdout is not None:
                bad.stdout.readline()
            yield
        finally:
            bad.kill()


def read_pages(port: int, rate: float = RATE, seconds: float = SECONDS) -> Waits:
    """What readers experience who come at this rate."""
    # In a thread of its own: a test that drives a browser has an event loop in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _read_pages(port, rate, seconds)).result()


async def _read_pages(port: int, rate: float, seconds: float) -> Waits:
    lot, due, work = random.Random(1), 0.0, []
    began = time.perf_counter()
    for turn in range(int(rate * seconds)):
        due += lot.expovariate(rate)
        await asyncio.sleep(max(0.0, began + due - time.perf_counter()))
        page = PAGES[turn % len(PAGES)]
        work.append(asyncio.create_task(_wait(port, page, began + due)))
    waits = await asyncio.gather(*work)
    return Waits(len(waits), tuple(each for each in waits if each is not None))


async def _wait(port: int, page: str, due: float) -> float | None:
    try:
        async with asyncio.timeout(TIMEOUT):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(
                    f"GET {page} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
                )
                answer = await reader.read(-1)
            finally:
                writer.close()
    except OSError:
        return None
    return time.perf_counter() - due if answer.startswith(b"HTTP/1.1 200") else None


def _shown(name: str, waits: Waits, taken: float, before: Waits | None = None) -> str:
    p50, p95 = waits.percentile(50) * 1000, waits.percentile(95) * 1000
    ratio = f"  p95 {p95 / (before.percentile(95) * 1000):.2f} x idle" if before else ""
    served = f"{len(waits.served)} of {waits.asked} served"
    served += f", {taken / SECONDS:4.0%} processor"
    return f"{name:20} {served:38} p50 {p50:7.1f} ms  p95 {p95:7.1f} ms{ratio}"


def main() -> None:
    """Measure alone, with each kind, and with all kinds together."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    tree = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "JOBTRACK_WORKBOOK": str(ROOT / "data" / "sample.xlsx")}
        with started(Path(folder), env, tree=tree) as site:
            read_pages(site.port, seconds=3)
            idle, taken = _measured(site)
            print(
                _shown("nobody else", idle, taken),
                f"memory of the workers: {site.megabytes()} MB",
                sep="\n",
                flush=True,
            )
            for kinds in (*((kind,) for kind in KINDS), tuple(KINDS)):
                with holding_up(site.port, number, kinds):
                    time.sleep(SETTLE)
                    waits, taken = _measured(site)
                    memory = f"memory of the workers: {site.megabytes()} MB"
                name = kinds[0] if len(kinds) == 1 else "all kinds"
                print(_shown(f"{number} {name}", waits, taken, idle), flush=True)
            print(memory, _shown("nobody else again", *_measured(site), idle), sep="\n")


def _measured(site: Production) -> tuple[Waits, float]:
    before = sum(site.seconds())
    return read_pages(site.port), sum(site.seconds()) - before


if __name__ == "__main__":
    main()
