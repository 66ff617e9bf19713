"""What a driver's error means to somebody who runs the product."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from jobtrack_viz.errors import OutcomeUnknown, StoreDamaged, StoreUnavailable, TablesChanged

__all__ = ["told_of_commit", "told_plainly"]

_AWAY = "The database cannot be reached."
_BUSY = "The database is busy; try again in a moment."
_FULL = "The database has no space left; nothing was stored."
_READ_ONLY = "The database can be read, but not written."
_NOT_OPENED = "The database's file cannot be opened."
_NO_DATABASE = "The database's file is damaged, or is not a database."
_DAMAGED = "The database reports that something in it is damaged."
_OTHER_TABLES = "The database does not hold the tables of the career map any more."
_UNKNOWN = (
    "The database stopped answering while this was being stored, so it may or may not have been "
    "stored."
)

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_IOERR: "The database's file cannot be read or written.",
    sqlite3.SQLITE_CORRUPT: _NO_DATABASE,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _NOT_OPENED,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_AUTH: _NOT_OPENED,
    sqlite3.SQLITE_NOTADB: _NO_DATABASE,
}

# SQLSTATE codes, or the classes that their first two characters name.
_BY_SQLSTATE = {
    "08": _AWAY,
    "25006": _READ_ONLY,
    "3F": _OTHER_TABLES,
    "42P01": _OTHER_TABLES,
    "42703": _OTHER_TABLES,
    "28": "The database refuses the name or the password in DATABASE_URL.",
    "3D": "The database that DATABASE_URL names does not exist.",
    "40": _BUSY,
    "42501": "The database does not allow this to the name in DATABASE_URL.",
    "53": _FULL,
    "53300": _BUSY,
    "55": _BUSY,
    "55000": _AWAY,
    "57": _AWAY,
    "57014": _BUSY,
    "58": _AWAY,
    "58P01": _DAMAGED,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}

_KINDS: dict[str, type[StoreUnavailable]] = {
    _NO_DATABASE: StoreDamaged,
    _DAMAGED: StoreDamaged,
    _OTHER_TABLES: TablesChanged,
}

_MISSING = ("no such table", "no such column")
_UNDECODABLE = "Could not decode to UTF-8"
"""How SQLite says what has no code of its own."""

_CUT_OFF = ("08", "57P", "40003")
"""SQLSTATEs, and beginnings of them, after which nobody knows what became of a commit."""


@contextmanager
def told_plainly() -> Iterator[None]:
    """Whatever keeps the database from working leaves the block as one line for a person.

    Raises:
        StoreUnavailable: it cannot be reached, is busy, full or read-only.
        StoreDamaged: what was asked for cannot be read.
        TablesChanged: the tables are gone. Errors of the program itself stay what they are.
    """
    try:
        yield
    except (DisconnectionError, NoConnectionLeft) as error:
        raise StoreUnavailable(_BUSY) from error
    except (DBAPIError, sqlite3.Error) as error:
        words = _words(error.orig if isinstance(error, DBAPIError) else error)
        if words:
            raise _KINDS.get(words, StoreUnavailable)(words) from error
        raise


@contextmanager
def told_of_commit() -> Iterator[None]:
    """A commit that a server was cut off from is not called a failure.

    Raises:
        OutcomeUnknown: it may or may not have been stored.
    """
    try:
        yield
    except DBAPIError as error:
        if _is_cut_off(error.orig):
            raise OutcomeUnknown(_UNKNOWN) from error
        raise


def _is_cut_off(error: BaseException | None) -> bool:
    if isinstance(error, sqlite3.Error):
        return False  # a file has nobody between it and us
    import psycopg  # not there before PostgreSQL is asked for

    if not isinstance(error, psycopg.OperationalError):
        return False
    return error.sqlstate is None or error.sqlstate.startswith(_CUT_OFF)


def _words(error: BaseException | None) -> str:
    """Empty where the error is not the database's, but ours."""
    if isinstance(error, sqlite3.Error):
        if str(error).startswith(_MISSING):
            return _OTHER_TABLES
        if str(error).startswith(_UNDECODABLE):
            return _DAMAGED
        # The lowest byte is the kind, the others say more about it.
        return _BY_SQLITE_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "")
    import psycopg  # not there before PostgreSQL is asked for

    if isinstance(error, psycopg.Error):
        if error.sqlstate:
            return _BY_SQLSTATE.get(error.sqlstate) or _BY_SQLSTATE.get(error.sqlstate[:2], "")
        return _AWAY if isinstance(error, psycopg.OperationalError) else ""
    return ""
