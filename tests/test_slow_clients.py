"""Connections that hold the server up, without a proxy in front of it: readers do not notice."""

import http.client
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from tools.bad_clients import KINDS
from tools.bench_slow_clients import SETTLE, holding_up, read_pages
from tools.production import PROCFILE, PYTHON, started

FEW, READERS = 40, 20
MANY = 500
SLOW_LINE = 125_000
"""Bytes a second: 1 Mbit/s."""
ONE_FILE = 10_000_000


@pytest.mark.parametrize("command", [PROCFILE, PYTHON], ids=["Procfile", "app.py"])
def test_a_few_bad_connections(command, tmp_path: Path):
    """Of twenty readers beside forty connections of every bad kind each is served."""
    with (
        started(tmp_path, os.environ, command) as site,
        holding_up(site.port, FEW),
    ):
        waits = read_pages(site.port, rate=READERS / 2, seconds=2)

    assert (READERS, READERS) == (waits.asked, len(waits.served))


@pytest.mark.long
@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_many_bad_connections(kind, tmp_path: Path):
    """Five hundred of a kind, and of all kinds: readers' p95 stays below twice that of idle."""
    kinds = tuple(KINDS) if kind == "all" else (kind,)
    ratios = []
    with started(tmp_path, os.environ) as site:
        read_pages(site.port, seconds=3)
        for _ in range(3):
            idle = read_pages(site.port)
            with holding_up(site.port, MANY, kinds):
                time.sleep(SETTLE)
                loaded = read_pages(site.port)
            ratios.append(loaded.percentile(95) / idle.percentile(95))
            print(
                f"\n{MANY} {kind}: {len(loaded.served)} of {loaded.asked} served, p95"
                f" {loaded.percentile(95) * 1000:.0f} ms, idle {idle.percentile(95) * 1000:.0f} ms,"
                f" ratio {ratios[-1]:.2f}; memory {site.megabytes()} MB"
            )
            assert loaded.asked == len(loaded.served)

    assert sorted(ratios)[1] < 2


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no gunicorn")
def test_a_large_upload_over_a_slow_line(tmp_path: Path):
    """Ten megabytes at one megabit a second reach the application, while others hold it up."""
    body = b"x" * ONE_FILE
    with started(tmp_path, os.environ) as site, holding_up(site.port, MANY):
        line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=200)
        line.putrequest("POST", "/hr/upload")
        line.putheader("Content-Length", str(len(body)))
        line.endheaders()
        began = time.monotonic()
        for place in range(0, len(body), SLOW_LINE // 10):
            line.send(body[place : place + SLOW_LINE // 10])
            time.sleep(max(0.0, began + place / SLOW_LINE - time.monotonic()))
        status = line.getresponse().status
        took = time.monotonic() - began
    print(f"\n{ONE_FILE} bytes in {took:.0f} s: {status}")

    # The map of a workbook has no pages for HR: the answer comes from the application.
    assert 404 == status


@pytest.mark.long
def test_a_large_download_over_a_slow_line(tmp_path: Path):
    """The largest file arrives whole at a megabit a second."""
    path = "/_dash-component-suites/plotly/package_data/plotly.min.js"
    with started(tmp_path, os.environ) as site:
        whole = site.ask(path)[1]
        with socket.socket() as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
            line.settimeout(30)
            line.connect(("127.0.0.1", site.port))
            request = f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            line.sendall(request.encode())
            heard, began = 0, time.monotonic()
            while part := line.recv(SLOW_LINE // 10):
                heard += len(part)
                time.sleep(max(0.0, began + heard / SLOW_LINE - time.monotonic()))
        took = time.monotonic() - began
    print(f"\n{len(whole)} bytes in {took:.0f} s")

    assert len(whole) < heard < len(whole) + 2000
