"""Opens connections that hold a server up, each in its way, and opens another when one is closed.

``python tools/bad_clients.py PORT NUMBER [KIND ...]`` goes on until it is ended. A line on
standard output says once that all are open.
"""

import asyncio
import random
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

__all__ = ["KINDS"]

_LARGE = "/_dash-component-suites/plotly/package_data/plotly.min.js"
"""The largest answer that anybody can ask for."""
_BREATH = 5.0
"""Seconds between two bytes of those that drip."""
_SMALL_BUFFER = 4096
_SLOWLY = 5000
"""Bytes a second that a slow reader takes: just above what the server has patience for."""

Lines = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def _get(path: str, version: str) -> bytes:
    return f"GET {path} HTTP/{version}\r\nHost: localhost\r\n\r\n".encode()


def _post(length: int, version: str) -> bytes:
    head = f"POST /_dash-update-component HTTP/{version}\r\nHost: localhost\r\n"
    return f"{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n".encode()


async def _until_closed(reader: asyncio.StreamReader) -> None:
    while await reader.read(65536):
        pass


async def _drip(lines: Lines, byte: bytes) -> None:
    reader, writer = lines
    closed = asyncio.ensure_future(_until_closed(reader))
    while not closed.done():
        writer.write(byte)
        await writer.drain()
        await asyncio.wait([closed], timeout=_BREATH)
    await closed


async def _silent(lines: Lines, _: str) -> None:
    await _until_closed(lines[0])


async def _few_bytes(lines: Lines, version: str) -> None:
    lines[1].write(_get("/?start=developer&goal=x", version)[:33])
    await _until_closed(lines[0])


async def _half_body(lines: Lines, version: str) -> None:
    lines[1].write(_post(1000, version) + b"x" * 500)
    await _until_closed(lines[0])


async def _drip_header(lines: Lines, version: str) -> None:
    lines[1].write(_get("/", version)[:20])
    await _drip(lines, b"x")


async def _drip_body(lines: Lines, version: str) -> None:
    lines[1].write(_post(100_000, version))
    await _drip(lines, b"x")


async def _deaf(lines: Lines, version: str) -> None:
    lines[1].write(_get(_LARGE, version))
    await asyncio.sleep(60)


async def _slow_reader(lines: Lines, version: str) -> None:
    lines[1].write(_get(_LARGE, version))
    while await lines[0].read(_SLOWLY):
        await asyncio.sleep(1)


async def _kept_alive(lines: Lines, _: str) -> None:
    lines[1].write(_get("/healthz", "1.1"))
    await _until_closed(lines[0])


KINDS: dict[str, Callable[[Lines, str], Awaitable[None]]] = {
    "silent": _silent,
    "few bytes": _few_bytes,
    "half body": _half_body,
    "drip header": _drip_header,
    "drip body": _drip_body,
    "deaf": _deaf,
    "slow reader": _slow_reader,
    "kept alive": _kept_alive,
}


async def _line(port: int) -> Lines:
    """A connection whose own buffers are so small that what is not read stays with the server."""
    end = socket.socket()
    end.setblocking(False)
    end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL_BUFFER)
    await asyncio.get_running_loop().sock_connect(end, ("127.0.0.1", port))
    return await asyncio.open_connection(sock=end, limit=_SMALL_BUFFER)


async def _again_and_again(port: int, kind: str, version: str, opened: asyncio.Event) -> None:
    while True:
        with suppress(OSError):
            lines = await _line(port)
            opened.set()
            try:
                await KINDS[kind](lines, version)
            finally:
                lines[1].transport.abort()
        await asyncio.sleep(random.uniform(0.2, 2.0))


async def _open(port: int, number: int, kinds: list[str]) -> None:
    opened, work = [asyncio.Event() for _ in range(number)], []
    for place in range(number):
        kind, version = kinds[place % len(kinds)], ("1.1", "1.0")[place // len(kinds) % 2]
        work.append(asyncio.create_task(_again_and_again(port, kind, version, opened[place])))
    for each in opened:
        await each.wait()
    print(f"{number} open", flush=True)
    await asyncio.gather(*work)


if __name__ == "__main__":
    asyncio.run(_open(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] or list(KINDS)))
