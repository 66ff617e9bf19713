"""What the workers of one installation share about parts: a private folder of files and locks."""

import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

__all__ = ["SharedFolder"]

_HOUSE = Path(__file__).resolve().parents[2]
_MOST_BYTES, _MOST_SECONDS = 64_000_000, 24 * 3600
_POLL = 0.1
_SUFFIX = ".part"


class SharedFolder:
    """Answers by key, and locks that end with the process which holds them.

    Only the account that runs the server can read the folder, and the names in it are hashes of
    what was drawn, so that nothing tells who asked. What is older than a day, and the oldest
    beyond 64 MB, is removed whenever something is added.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def of_installation(cls) -> "SharedFolder | None":
        """The folder for all workers of this installation; None where there can be none.

        That is so on Windows, and where somebody else owns a folder of this name or may look
        into it.
        """
        if sys.platform == "win32":
            return None
        name = sha256(f"{_HOUSE} {os.getuid()}".encode()).hexdigest()[:16]
        path = Path(tempfile.gettempdir()) / f"jobtrack-parts-{name}"
        return cls(path) if _is_private(path) else None

    def __contains__(self, key: str) -> bool:
        """Whether there is an answer."""
        return self._file(key).is_file()

    def read(self, key: str) -> bytes | None:
        """An answer; None if there is none."""
        file = self._file(key)
        try:
            return file.read_bytes()
        except OSError:
            return None

    def write(self, key: str, answer: bytes) -> None:
        """Keep an answer for all workers, as far as there is room on the disk."""
        with suppress(OSError):
            handle, written = tempfile.mkstemp(dir=self._path)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(answer)
                Path(written).replace(self._file(key))
            except OSError:
                Path(written).unlink(missing_ok=True)
        self._tidy()

    @contextmanager
    def alone(self, key: str) -> Iterator[None]:
        """Wait until no other worker draws the same, then be the one that does."""
        with self._locked([f"key-{key[:2]}"]):
            yield

    @contextmanager
    def slot(self, count: int) -> Iterator[None]:
        """Wait for one of so many slots that all workers share, then hold it."""
        with self._locked([f"slot-{number}" for number in range(count)]):
            yield

    @contextmanager
    def _locked(self, names: list[str]) -> Iterator[None]:
        """Hold the first of some locks that becomes free; none, where locks do not work."""
        import fcntl

        while True:
            for name in names:
                try:
                    handle = os.open(self._path / name, os.O_RDWR | os.O_CREAT, 0o600)
                except OSError:
                    yield
                    return
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    os.close(handle)
                    continue
                except OSError:
                    os.close(handle)
                    yield
                    return
                try:
                    yield
                finally:
                    os.close(handle)
                return
            time.sleep(_POLL)

    def _file(self, key: str) -> Path:
        return self._path / f"{key}{_SUFFIX}"

    def _tidy(self) -> None:
        """Nothing is too old, and all together is not too large."""
        found = []
        with suppress(OSError):
            for file in self._path.iterdir():
                with suppress(OSError):
                    told = file.stat()
                    if not file.name.startswith(("key-", "slot-")):
                        found.append((told.st_mtime, told.st_size, file))
        room, oldest = _MOST_BYTES, time.time() - _MOST_SECONDS
        for changed, size, file in sorted(found, reverse=True):
            room -= size
            if room < 0 or changed < oldest:
                with suppress(OSError):
                    file.unlink()


def _is_private(path: Path) -> bool:
    """True if the folder is there, ours alone, and no link to another."""
    if sys.platform == "win32":
        return False
    with suppress(OSError):
        path.mkdir(mode=0o700, exist_ok=True)
        told = path.lstat()
        return (
            stat.S_ISDIR(told.st_mode)
            and told.st_uid == os.getuid()
            and not told.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
        )
    return False
