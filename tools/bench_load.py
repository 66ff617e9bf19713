"""Print how many comparisons a second two workers answer, and how long readers wait.

Open loop: questions are sent at times drawn beforehand, whether or not earlier ones are answered,
and a wait counts from the moment when a question was due, so that a slow answer delays nobody
else's clock (no coordinated omission: Tene, "How NOT to measure latency", 2013). Then as many
connections as it takes ask without a pause, which shows the most that the server answers. Each
question is another pair of roles. The one who asks runs on the same machine, so its own share of
the processor is printed too. Run it from the project's root: ``python tools/bench_load.py``.
"""

import asyncio
import json
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from statistics import quantiles

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.production import ROOT, Production, started

WORKERS = 2
RATE, SECONDS, WARM, CONNECTIONS = 100, 20, 3, 8
"""Questions a second; how long they are asked; seconds to warm up; connections without a pause."""
BUDGET_MS, BUDGET_RATE = 50, 300


@dataclass(frozen=True, slots=True)
class Question:
    """Which callback answers a choice, and what a page sends it."""

    version: str
    output: str
    outputs: list[dict[str, str]]
    state: list[dict[str, str]]

    def request(self, start: str, goal: str) -> bytes:
        """The whole HTTP request for one pair of roles."""
        choice = {"start": start, "goal": goal, "plan": "", "view": "", "version": self.version}
        body = json.dumps(
            {
                "output": self.output,
                "outputs": self.outputs,
                "inputs": [{"id": "choice", "property": "data", "value": choice}],
                "changedPropIds": ["choice.data"],
                "state": self.state,
            }
        ).encode()
        head = (
            "POST /_dash-update-component HTTP/1.1\r\nHost: localhost\r\n"
            "Content-Type: application/json\r\nAccept-Encoding: br\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


class Line:
    """One open connection, which asks one question at a time."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes) -> int:
        """Send a question, read the whole answer, and give its number of bytes.

        A server may hang up on an idle connection at any moment; then it is asked once more, as
        browsers do.
        """
        try:
            return await self._ask(request)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.close()
            return await self._ask(request)

    async def _ask(self, request: bytes) -> int:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"The server answers {head.splitlines()[0].decode()}")
        found = re.search(rb"(?i)content-length: (\d+)", head)
        size = int(found[1]) if found else 0
        await reader.readexactly(size)
        if b"onnection: close" in head:
            self.close()
        return size

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


def main() -> None:
    """Start the server, ask, and print."""
    tree = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    with (
        tempfile.TemporaryDirectory() as folder,
        started(Path(folder), os.environ, workers=WORKERS, tree=tree) as site,
    ):
        asyncio.run(_measure(site))


async def _measure(site: Production) -> None:
    question, roles = await asyncio.to_thread(_first_page, site)
    pairs = list(permutations(roles, 2))
    random.Random(1).shuffle(pairs)
    requests = [question.request(start, goal) for start, goal in pairs]
    await _without_pause(site.port, requests, WARM)
    own, began = time.process_time(), time.perf_counter()
    waits = await _open_loop(site.port, requests, RATE * SECONDS)
    share = (time.process_time() - own) / (time.perf_counter() - began)
    cuts = quantiles(waits, n=100)
    print(f"{len(roles)} roles, {len(pairs)} pairs; {WORKERS} workers; {os.cpu_count()} processors")
    print(f"open loop, {RATE} comparisons a second for {SECONDS} s:")
    for percent in (50, 95, 99):
        budget = f"  (budget {BUDGET_MS})" if percent == 95 else ""
        print(f"  p{percent}: {cuts[percent - 1] * 1000:6.1f} ms{budget}")
    print(f"  worst {max(waits) * 1000:.0f} ms; who asks takes {share:.0%} of a processor")
    before = site.seconds()
    answered, size = await _without_pause(site.port, requests, SECONDS / 2)
    each = [after - taken for after, taken in zip(site.seconds(), before, strict=True)]
    rate = answered / (SECONDS / 2)
    print(f"saturation: {rate:.0f} comparisons a second (budget {BUDGET_RATE}), {size} bytes each")
    shares = ", ".join(f"{one / sum(each):.0%}" for one in each)
    print(f"  {sum(each) / answered * 1000:.2f} ms of processor time each; of the work: {shares}")
    print(f"memory of the workers: {site.megabytes()} MB")


def _first_page(site: Production) -> tuple[Question, list[str]]:
    """Find the server's version, its stations and the callback of a choice."""
    page = site.ask("/")[1].decode()
    found = next(
        each
        for each in json.loads(site.ask("/_dash-dependencies")[1])
        if [one["id"] for one in each["inputs"]] == ["choice"] and not each["clientside_function"]
    )
    names = [name.rsplit(".", 1) for name in found["output"].strip(".").split("...")]
    outputs = [{"id": part, "property": name.split("@")[0]} for part, name in names]
    state = [{**each, "value": ""} for each in found["state"]]
    version = re.search(r'data-version="([^"]+)"', page)
    if version is None:
        raise SystemExit("The page shows no map.")
    roles = list(dict.fromkeys(re.findall(r'<a class="station[^>]* data-id="([^"]+)"', page)))
    return Question(version[1], found["output"], outputs, state), roles


async def _open_loop(port: int, requests: list[bytes], number: int) -> list[float]:
    """Seconds that each of a number of questions waited, from the moment when it was due."""
    lot = random.Random(2)
    free: list[Line] = []
    began = time.perf_counter()

    async def ask(due: float, request: bytes) -> float:
        line = free.pop() if free else Line(port)
        await line.ask(request)
        free.append(line)
        return time.perf_counter() - began - due

    waiting, due = [], 0.0
    for request in _again_and_again(requests, number):
        due += lot.expovariate(RATE)
        await asyncio.sleep(max(0.0, due - (time.perf_counter() - began)))
        waiting.append(asyncio.create_task(ask(due, request)))
    waits = await asyncio.gather(*waiting)
    for line in free:
        line.close()
    return list(waits)


async def _without_pause(port: int, requests: list[bytes], seconds: float) -> tuple[int, int]:
    """How many questions were answered in a time, and the mean size of an answer in bytes."""
    sizes: list[int] = []
    source = _again_and_again(requests, 10**9)
    end = time.perf_counter() + seconds

    async def ask() -> None:
        line = Line(port)
        while time.perf_counter() < end:
            sizes.append(await line.ask(next(source)))
        line.close()

    await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))
    return len(sizes), sum(sizes) // max(1, len(sizes))


def _again_and_again(requests: list[bytes], number: int) -> Iterator[bytes]:
    return (requests[index % len(requests)] for index in range(number))


if __name__ == "__main__":
    main()
