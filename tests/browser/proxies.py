"""An nginx before the application: at a root or a path, by http or https, keeping Host or not."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection, create_server, socket
from threading import Event, Thread

import pytest
from flask import Flask

from app import create_app
from jobtrack_viz.serving import address_of, bound_to
from jobtrack_viz.serving.limits import limits_from_env
from jobtrack_viz.serving.server import Server
from jobtrack_viz.settings import Settings
from tools.bring_nginx import found

__all__ = ["ARRANGEMENTS", "Arrangement", "Behind", "behind"]

_CONFIG = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/nginx.log warn;
events {{}}
http {{
  access_log off; client_max_body_size 60m;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port}{ssl};
    location / {{ return 404; }}
    location {path}/ {{
      proxy_pass http://127.0.0.1:{upstream}{takes_off};
      proxy_http_version 1.1;
      {headers}
    }}
  }}
}}
"""
_TLS = " ssl; ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem"
_HEADERS = {
    "host": "proxy_set_header Host $http_host;",
    "forwarded": "proxy_set_header X-Forwarded-Proto $scheme; "
    "proxy_set_header X-Forwarded-Host $http_host;",
    "proto": "proxy_set_header X-Forwarded-Proto $scheme;",
}


@dataclass(frozen=True)
class Arrangement:
    """How the proxy passes requests on, and how many proxies the application believes."""

    path: str = ""
    strips: bool = False
    https: bool = False
    sends: tuple[str, ...] = ("host",)
    proxies: int = 0
    named: bool = True
    """Whether JOBTRACK_ADDRESS says where all this is."""


ARRANGEMENTS = {
    "at-a-root": Arrangement(),
    "path-taken-off": Arrangement("/people/careers", strips=True),
    "path-kept": Arrangement("/people/careers"),
    "https-host-kept": Arrangement(https=True, sends=("host", "forwarded"), proxies=1),
    "https-host-not-kept": Arrangement("/people/careers", strips=True, https=True, sends=()),
}


@dataclass(frozen=True)
class Behind:
    """Where people reach the map, with a stroke at its end, and what the console has said."""

    address: str
    said: str


@contextmanager
def behind(how: Arrangement, folder: Path, database: str = "") -> Iterator[Behind]:
    """The application, with this database or the sample's workbook alone, behind such a proxy."""
    nginx, openssl = found("nginx"), found("openssl")
    if nginx is None or openssl is None:
        pytest.skip("tools/bring_nginx.py could not bring nginx or openssl")
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http{'s' if how.https else ''}://127.0.0.1:{port}{how.path}"
    of = {"database": database} if database else {"workbook": _SAMPLE}
    named = {"address": address} if how.named else {}
    server = create_app(Settings(**of, **named, proxies=how.proxies)).server
    bound = bound_to("127.0.0.1", 0)
    bound.listen()
    said = server.config["draw_first_map"](address_of(bound))
    config = _CONFIG.format(
        folder=folder,
        port=port,
        upstream=bound.getsockname()[1],
        ssl=_TLS.format(folder=folder) if how.https else "",
        path=how.path,
        takes_off="/" if how.strips else "",
        headers=" ".join(_HEADERS[each] for each in how.sends),
    )
    if not how.path:
        config = config.replace("location / { return 404; }", "")
    (folder / "nginx.conf").write_text(config)
    if how.https:
        _certificate(openssl, folder)
    command = [nginx, "-p", str(folder), "-e", f"{folder}/nginx.log", "-c", f"{folder}/nginx.conf"]
    proxy = subprocess.Popen(command)
    try:
        with _served(server, bound):
            _until_it_listens(port)
            yield Behind(f"{address}/", said)
    finally:
        proxy.terminate()
        proxy.wait(30)
        bound.close()


_SAMPLE = Path(__file__).resolve().parent.parent.parent / "data" / "sample.xlsx"


@contextmanager
def _served(application: Flask, bound: socket) -> Iterator[None]:
    """The application behind the product's own server, in a thread."""
    server, over = Server(application, [bound], limits_from_env()), Event()

    def turn() -> None:
        while not over.is_set():
            server.turn(0.1)
        server.drain(1)
        server.close()

    thread = Thread(target=turn, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(30)


def _until_it_listens(port: int) -> None:
    pause = Event()
    for _ in range(100):
        try:
            create_connection(("127.0.0.1", port), 5).close()
        except OSError:
            pause.wait(0.1)
        else:
            return
    raise AssertionError("nginx does not listen")


def _certificate(openssl: str, folder: Path) -> None:
    """A certificate that nobody trusts but the browser of the test."""
    command = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1"
    files = ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"]
    subprocess.run([openssl, *command.split(), *files], check=True, capture_output=True)
