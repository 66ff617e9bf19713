"""Every setting of the product: its name in the environment, its default, its check."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from jobtrack_viz.errors import InvalidSetting

__all__ = ["Limits", "Settings"]

_DATA = Path(__file__).resolve().parent.parent / "data"
_DATABASE = f"sqlite:///{_DATA / 'jobtrack.sqlite3'}"
_SHORTEST_KEY = 32
_LARGE_FILES_AT_ONCE = 5
_KNOWN_KEYS = ("changeme", "change-me", "change_me", "example", "insecure", "password", "secret")
"""Words of keys that were copied from somewhere; a random one holds none of them."""
_ADDRESS = re.compile(
    r"https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
)
"""No user, query or fragment; segments of its path hold nothing that is written in two ways."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a workbook is read; past any of these it is refused.

    ``seconds`` are of computing time and ``wall_seconds`` by the clock, for everything from bytes
    to problems. A map that takes more ``drawing_seconds`` of computing time or more memory is shown
    as an overview.
    """

    books: int = 20
    file_bytes: int = 10_000_000
    unzipped_bytes: int = 60_000_000
    zip_members: int = 2_000
    sheets: int = 200
    rows: int = 100_000
    columns: int = 1_000
    cells: int = 200_000
    cell_characters: int = 5_000
    roles: int = 5_000
    tracks: int = 500
    competencies: int = 2_000
    seconds: int = 20
    wall_seconds: int = 60
    memory_bytes: int = 512 * 1024 * 1024
    drawing_seconds: int = 60
    drawing_memory_bytes: int = 1024 * 1024 * 1024

    @property
    def upload_bytes(self) -> int:
        """How much the files of one upload may have together."""
        return min(self.books, _LARGE_FILES_AT_ONCE) * self.file_bytes

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Limits":
        """The defaults, with each ``JOBTRACK_LIMIT_<NAME>`` of the environment in its place."""
        found = {}
        for name in cls.__slots__:
            text = environ.get(f"JOBTRACK_LIMIT_{name.upper()}", "")
            if text:
                found[name] = _whole_number(f"JOBTRACK_LIMIT_{name.upper()}", text)
        return cls(**found)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation may choose.

    ``workbook`` is a file that is shown read-only; without one, the map is what HR has published
    in ``database``. ``secret_key`` signs HR's forms; empty, one is made and kept in the database.
    ``address`` is where people reach the server, without a stroke at its end; links that are told
    outside of it begin with it, and all others with its path. ``proxies`` is how many stand before
    the server and are to be believed which address was asked for.
    ``audit_days`` is how long the audit log goes back; None is for ever. ``fewest_posts`` is the
    smallest count of posts that readers see.
    """

    workbook: Path | None = None
    database: str = _DATABASE
    secret_key: str = field(default="", repr=False)
    frame_ancestors: str = "'none'"
    address: str = ""
    proxies: int = 0
    audit_days: int | None = None
    fewest_posts: int = 5
    limits: Limits = field(default_factory=Limits)

    @property
    def path(self) -> str:
        """What every address begins with after the host, such as ``/careers``; empty at a root."""
        return urlsplit(self.address).path

    @property
    def https(self) -> bool:
        """Whether people reach the server by https only, as far as the settings say."""
        return self.address.startswith("https:")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """The settings that the environment asks for.

        Raises:
            InvalidSetting: a value cannot be used; the message names the variable.
        """
        return cls(
            workbook=Path(named) if (named := environ.get("JOBTRACK_WORKBOOK", "")) else None,
            database=environ.get("DATABASE_URL") or _DATABASE,
            secret_key=_key(environ.get("SECRET_KEY", "")),
            frame_ancestors=_sources(environ.get("JOBTRACK_FRAME_ANCESTORS", "'none'")),
            address=_address(environ.get("JOBTRACK_ADDRESS", "")),
            proxies=_proxies(environ.get("JOBTRACK_PROXIES", "")),
            audit_days=_days(environ.get("JOBTRACK_AUDIT_DAYS", "")),
            fewest_posts=_fewest(environ.get("JOBTRACK_FEWEST_POSTS", "")),
            limits=Limits.from_env(environ),
        )


def _whole_number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise InvalidSetting(f"{name} is {text!r}; write a whole number of 1 or more")
    return int(text)


def _address(text: str) -> str:
    if text and not _ADDRESS.fullmatch(text):
        raise InvalidSetting(
            f"JOBTRACK_ADDRESS is {text!r}; write it as https://careers.example.ac.uk, or with a "
            "path as https://intranet.example.ac.uk/careers/"
        )
    return text.rstrip("/")


def _proxies(text: str) -> int:
    return 0 if text in ("", "0") else _whole_number("JOBTRACK_PROXIES", text)


def _days(text: str) -> int | None:
    return _whole_number("JOBTRACK_AUDIT_DAYS", text) if text else None


def _fewest(text: str) -> int:
    return _whole_number("JOBTRACK_FEWEST_POSTS", text) if text else 5


def _key(text: str) -> str:
    plain = text.strip().casefold()
    short = len(plain) < _SHORTEST_KEY or len(set(plain)) < _SHORTEST_KEY // 4
    if text and (short or any(word in plain for word in _KNOWN_KEYS)):
        raise InvalidSetting(
            f"SECRET_KEY can be guessed; write at least {_SHORTEST_KEY} random characters, "
            "or leave it out"
        )
    return text


def _sources(text: str) -> str:
    if any(character in text for character in ";,\r\n"):
        raise InvalidSetting("JOBTRACK_FRAME_ANCESTORS must be origins separated by spaces")
    return text or "'none'"
