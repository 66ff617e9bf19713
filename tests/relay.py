"""A relay before a PostgreSQL server that can fall silent without closing anything."""

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit


class Relay:
    """Passes everything on in both directions, or takes everything and passes nothing on."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        query = parse_qs(parts.query)
        self._target = query["host"][0] if "host" in query else (parts.hostname, parts.port)
        self._port_of_target = query.get("port", ["5432"])[0]
        self._speaking = threading.Event()
        self._speaking.set()
        self._ended = False
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        user = f"{parts.username or 'postgres'}" + (f":{parts.password}" if parts.password else "")
        port = self._listener.getsockname()[1]
        self.address = f"postgresql://{user}@127.0.0.1:{port}{parts.path}?sslmode=disable"
        threading.Thread(target=self._accept, daemon=True).start()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Within the block nobody gets an answer; connections are taken, and stay open."""
        self.fall_silent()
        try:
            yield
        finally:
            self.speak()

    def fall_silent(self) -> None:
        self._speaking.clear()

    def speak(self) -> None:
        self._speaking.set()

    def close(self) -> None:
        self._ended = True
        self._speaking.set()
        self._listener.close()
        for each in self._sockets:
            each.close()

    def _accept(self) -> None:
        while not self._ended:
            try:
                near, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            self._sockets.append(near)
            threading.Thread(target=self._pass_on, args=(near,), daemon=True).start()

    def _pass_on(self, near: socket.socket) -> None:
        self._speaking.wait()
        try:
            far = self._connected()
            self._sockets.append(far)
            while not self._ended:
                ready, _, _ = select.select([near, far], [], [], 0.1)
                self._speaking.wait()
                for one in ready:
                    data = one.recv(65536)
                    if not data:
                        return
                    (far if one is near else near).sendall(data)
        except (OSError, ValueError):
            return
        finally:
            near.close()

    def _connected(self) -> socket.socket:
        if isinstance(self._target, str):
            far = socket.socket(socket.AF_UNIX)
            far.connect(f"{self._target}/.s.PGSQL.{self._port_of_target}")
            return far
        return socket.create_connection(self._target)
