"""Checks of what surrounds the content: the file, the tables, the key, the clock."""

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jobtrack_viz.doctor.checks import Check, finding, fine, unusable
from jobtrack_viz.errors import InvalidSetting
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import NEWEST_NUMBER, Inspection, latest_moments, setting

__all__ = ["check_clock", "check_file", "check_key", "check_number", "check_structure"]

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_ALLOWED = timedelta(minutes=5)
"""Clocks of several machines differ by a little."""


def check_file(file: Path | None) -> Iterator[Check]:
    """Of SQLite, whether anybody but its owner may read what is in the file."""
    if file is None:
        return
    beside = [file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))]
    found = [each for each in beside if each.exists()]
    if not found:
        return  # That there is no file is said by the check of the tables.
    open_to_others = [each.name for each in found if each.stat().st_mode & _OTHERS]
    if open_to_others:
        yield finding(
            "file",
            f"Others on this machine may read or write {' and '.join(open_to_others)}; "
            "take that away with chmod 600.",
        )
    else:
        yield fine("file", "Only its owner may read or write the database's file.")


def check_structure(inspection: Inspection) -> Iterator[Check]:
    """Of SQLite, whether the file holds together."""
    if inspection.file is None:
        return
    wrong = inspection.structure()
    if wrong:
        yield finding(
            "structure", f"SQLite finds its file damaged ({wrong}); restore it from a copy."
        )
    else:
        yield fine("structure", "SQLite finds nothing wrong with its file.")


def check_number(inspection: Inspection) -> Check:
    """Whether the tables are those that this version of the product knows."""
    number = inspection.number()
    if number == NEWEST_NUMBER:
        return fine("tables", f"The tables have number {number}, as this version needs.")
    if number == 0:
        return unusable("tables", "There are no tables yet; they are made when the server starts.")
    if number > NEWEST_NUMBER:
        return unusable(
            "tables",
            f"The tables have number {number}, which belongs to a newer version of the career "
            f"map; this one knows {NEWEST_NUMBER}.",
        )
    return finding(
        "tables",
        f"The tables have number {number}; they are brought up to {NEWEST_NUMBER} when the server "
        "starts. Until then the content is not checked.",
    )


def check_key(inspection: Inspection, given: str) -> Check:
    """Whether the key that signs forms and cookies is strong; one that is given was checked."""
    if given:
        return fine("key", "SECRET_KEY is given, and is not easy to guess.")
    with inspection.reading() as db:
        kept = setting(db, "secret-key")
    if kept is None:
        return fine("key", "There is no key yet; one is made when somebody of HR first comes.")
    try:
        Settings.from_env({"SECRET_KEY": kept or "-"})
    except InvalidSetting:
        return finding(
            "key",
            "The key in the database can be guessed. Set SECRET_KEY to at least 32 random "
            "characters; everybody of HR then signs in again.",
        )
    return fine("key", "The key is random, and kept in the database.")


def check_clock(inspection: Inspection, now: datetime) -> Check:
    """Whether something was written by a clock that was ahead of the one of today."""
    with inspection.reading() as db:
        moments = latest_moments(db)
    ahead = {name: at for name, at in moments.items() if at > now + _ALLOWED}
    if not ahead:
        return fine("clock", "Nothing in the database is from the future.")
    name, at = max(ahead.items(), key=lambda pair: pair[1])
    return finding(
        "clock",
        f"Something in the database is from the future ({', '.join(ahead)}); the latest, in "
        f"{name}, is from {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC. The clock was ahead then, or is "
        "behind now.",
    )
