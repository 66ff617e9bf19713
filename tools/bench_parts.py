"""Print how readers fare while eight clients ask for parts of a map of 296 roles that nobody saw.

Readers ask for comparisons at times drawn beforehand (open loop, as ``tools/bench_load.py``),
first alone, then beside eight clients for half a minute: ``patient`` ones wait for their part as
a page does, ``greedy`` ones ask for the next at once. Memory is what the server and all its
children have resident, before, at most, and twenty seconds after, once
the last part is drawn. Run it from the project's root:
``python tools/bench_parts.py``, on a quiet machine.
"""

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
RATE, IDLE, BUSY, CLIENTS, AFTER = 10, 20, 30, 8, 20
"""Comparisons a second; seconds alone and beside clients; clients; seconds until memory is read."""
TRACKS, PATIENCE = 30, 90
"""Tracks of a part; seconds more that the last parts may take to be drawn."""
WAITS = b"data-drawn="


@dataclass
class Server:
    """A server that runs."""

    port: int
    process: Any
    statuses: Counter[int] = field(default_factory=Counter)
    parts: int = 0

    async def ask(self, request: bytes) -> tuple[int, bytes, dict[str, str]]:
        """Send one request on a connection of its own."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        finally:
            writer.close()
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
        return int(first.split()[1]) if first else 0, body, headers

    async def get(self, path: str) -> tuple[int, bytes, dict[str, str]]:
        """Ask for a page."""
        return await self.ask(
            f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
        )

    def memory(self) -> int:
        """Bytes resident in the server and everything that it started."""
        return sum(map(_resident, _family(self.process.pid)))


def main() -> None:
    """Start the server for each kind of client, measure, print."""
    sys.path.insert(0, str(ROOT))
    from tools.network_book import write_book
    from tools.networks import generated

    framework = generated("middle")
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "middle.xlsx"
        write_book(framework, book)
        for kind in sys.argv[1:] or ("patient", "greedy"):
            temporary = Path(folder) / kind
            temporary.mkdir()
            port = random.randrange(20_000, 30_000)
            process = _started(port, book, temporary)
            try:
                names = [track.name for track in framework.tracks]
                ids = [role.id for role in framework.roles]
                asyncio.run(_measure(kind, Server(port, process), names, ids))
            finally:
                process.terminate()
                process.wait()


def _started(port: int, book: Path, temporary: Path) -> Any:
    more = {"JOBTRACK_WORKBOOK": str(book), "WEB_CONCURRENCY": "2", "TMPDIR": str(temporary)}
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{port}", "app:server"],
        cwd=ROOT,
        env={**os.environ, **more},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(300):
        with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/version"):
            return process
        time.sleep(0.2)
    raise SystemExit("The server did not start.")


async def _measure(kind: str, server: Server, names: list[str], ids: list[str]) -> None:
    post = await _question(server)
    await _readers(server, post, ids, 5)
    alone = await _readers(server, post, ids, IDLE)
    processes = len(_family(server.process.pid))
    before, most, end = server.memory(), [0], time.monotonic() + BUSY
    lots = [random.Random(number) for number in range(CLIENTS)]
    clients = [asyncio.create_task(_client(kind, server, names, lot, end)) for lot in lots]
    watch = asyncio.create_task(_watch(server, most, end))
    beside = await _readers(server, post, ids, BUSY)
    await asyncio.gather(*clients, watch)
    await asyncio.sleep(AFTER)
    for _ in range(PATIENCE):
        if len(_family(server.process.pid)) <= processes:
            break
        await asyncio.sleep(1)
    after = server.memory()
    (_, idle), (_, busy) = (_percentiles(waits) for waits in (alone, beside))
    print(f"{kind}: {dict(server.statuses)} answers to clients, {server.parts} parts seen as a map")
    for name, waits in (("alone", alone), ("beside", beside)):
        middle, high = _percentiles(waits)
        print(f"  readers {name:7} p50 {middle:6.0f} ms, p95 {high:6.0f} ms, of {len(waits)}")
    print(f"  p95 is {busy / idle:.1f} times that of readers alone (budget 2.0)")
    print(
        f"  memory {before / 1e6:.0f} MB before, {most[0] / 1e6:.0f} MB at most, "
        f"{after / 1e6:.0f} MB after: {after / before - 1:+.0%} (budget 20%)",
        flush=True,
    )


def _percentiles(waits: list[float]) -> tuple[float, float]:
    cuts = quantiles(waits, n=100)
    return cuts[49] * 1000, cuts[94] * 1000


async def _client(
    kind: str, server: Server, names: list[str], lot: random.Random, end: float
) -> None:
    while time.monotonic() < end:
        query = urlencode([("track", name) for name in lot.sample(names, TRACKS)])
        status, page, headers = await server.get(f"/?{query}")
        server.statuses[status] += 1
        server.parts += status == 200 and WAITS not in page
        if kind == "greedy":
            continue
        if status == 503:
            await asyncio.sleep(float(headers.get("retry-after", "1")))
        pause = 0.7
        while status == 200 and WAITS in page and time.monotonic() < end:
            await asyncio.sleep(pause)
            pause = min(5.0, pause * 1.3)
            if b'"settled":true' in (await server.get(f"/part?{query}"))[1].replace(b" ", b""):
                status, page, _ = await server.get(f"/?{query}")
                server.statuses[status] += 1
                server.parts += status == 200 and WAITS not in page


async def _readers(server: Server, post: Any, ids: list[str], seconds: float) -> list[float]:
    """Seconds that each comparison took from the moment when it was due."""
    lot, began, due, waiting = random.Random(3), time.monotonic(), 0.0, []

    async def ask(due: float) -> float:
        status, _, _ = await server.ask(post(*lot.sample(ids, 2)))
        if status != 200:
            raise SystemExit(f"A reader got {status}.")
        return time.monotonic() - began - due

    while (due := due + lot.expovariate(RATE)) < seconds:
        await asyncio.sleep(max(0.0, due - (time.monotonic() - began)))
        waiting.append(asyncio.create_task(ask(due)))
    return list(await asyncio.gather(*waiting))


async def _watch(server: Server, most: list[int], end: float) -> None:
    while time.monotonic() < end:
        most[0] = max(most[0], server.memory())
        await asyncio.sleep(0.5)


async def _question(server: Server) -> Any:
    """What makes the request for the comparison of two roles."""
    page = (await server.get("/"))[1].decode()
    known = next(
        each
        for each in json.loads((await server.get("/_dash-dependencies"))[1])
        if [one["id"] for one in each["inputs"]] == ["choice"] and not each["clientside_function"]
    )
    version = re.search(r'data-version="([^"]+)"', page)
    if version is None:
        raise SystemExit("The page shows no map.")
    parts = [name.rpartition(".") for name in known["output"].strip(".").split("...")]

    def post(start: str, goal: str) -> bytes:
        choice = {"start": start, "goal": goal, "plan": "", "view": "", "version": version[1]}
        body = json.dumps(
            {
                "output": known["output"],
                "outputs": [{"id": part, "property": prop} for part, _, prop in parts],
                "inputs": [{"id": "choice", "property": "data", "value": choice}],
                "changedPropIds": ["choice.data"],
                "state": [{**each, "value": ""} for each in known["state"]],
            }
        ).encode()
        head = (
            "POST /_dash-update-component HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body

    return post


def _family(pid: int) -> list[int]:
    """A process and all that came from it."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            fields = stat.read_text().rpartition(")")[2].split()
            parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, ahead = [], [pid]
    while ahead:
        found.append(here := ahead.pop())
        ahead += parents.get(here, [])
    return found


def _resident(pid: int) -> int:
    with suppress(OSError, ValueError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0


if __name__ == "__main__":
    main()
