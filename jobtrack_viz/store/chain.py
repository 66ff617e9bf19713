"""The hash chain of the audit log: each entry's hash covers it and the hash of the one before.

What it proves: an entry that was changed, put in or taken out by plain SQL no longer fits its
neighbours, also if what was taken out is the end. Whoever can write to the database can compute
the whole chain anew; only a digest that was written down elsewhere shows that.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, select, update

from jobtrack_viz.errors import StoreDamaged
from jobtrack_viz.store.database import Db
from jobtrack_viz.store.seal import hash_of_entry
from jobtrack_viz.store.tables import audit
from jobtrack_viz.store.tables import chain as table

__all__ = [
    "_DELETED",
    "Ends",
    "Found",
    "check_chain",
    "hold_ends",
    "set_anchor",
    "set_newest",
]

_PAGE = 500
_DELETED = "entries-deleted"
"""The action of the entry that says which were deleted because their time was over."""

_ENDS = select(
    table.c.legacy, table.c.anchor, table.c.anchor_hash, table.c.newest, table.c.newest_hash
)
_ENTRY = select(
    audit.c.id,
    audit.c.at,
    audit.c.person,
    audit.c.action,
    audit.c.subject,
    audit.c.facts,
    audit.c.hash,
).order_by(audit.c.id)


class Ends(NamedTuple):
    """Both ends of the chain, and up to which entry it was made afterwards."""

    legacy: int
    """Entries up to this number were written before there was a chain."""
    anchor: int
    """Entries up to this number have been deleted."""
    anchor_hash: str
    newest: int
    newest_hash: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a check of the whole chain found."""

    entries: int
    ends: Ends | None
    """None if the row that holds them is missing."""
    broken: int | None
    """The first entry that does not fit what stands before it."""
    last: int
    """The last entry that is there, or the anchor."""
    end_fits: bool
    """Whether the last entry is the one that was written last."""
    deletion: tuple[int, str] | None
    """Number and hash up to which the log itself says that entries were deleted, if it says so."""
    hashes: Mapping[int, str]
    """Those of the entries that were asked for and are there, the anchor too."""


def hold_ends(db: Db) -> Ends:
    """Both ends; until this transaction ends nobody else adds an entry."""
    # In SQLite the transaction itself is the lock, and FOR UPDATE is left out.
    row = db.row(_ENDS.with_for_update())
    if row is None:
        last = db.row(select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1))
        number, known = (last.id, last.hash) if last else (0, "")
        new = Ends(number, 0, "", number, known)
        db.add_unless_there(table, id=1, **new._asdict())
        row = db.row(_ENDS.with_for_update())
    if row is None:
        raise LookupError("the audit log has lost its ends")
    if row.newest is None:
        raise StoreDamaged("The audit log is damaged, and nothing is stored without it.")
    return Ends(**row._mapping)


def set_newest(db: Db, number: int, known: str) -> None:
    """The entry of this number, with this hash, was written last."""
    db.change(update(table).values(newest=number, newest_hash=known))


def set_anchor(db: Db, number: int, known: str) -> None:
    """Entries up to this one, which had this hash, have been deleted."""
    db.change(update(table).values(anchor=number, anchor_hash=known))


def check_chain(db: Db, wanted: frozenset[int] = frozenset()) -> Found:
    """Compute every hash anew, page by page; ``wanted`` are entries whose hashes are told."""
    row = db.row(_ENDS)
    ends = Ends(**row._mapping) if row else None
    before, last = (ends.anchor_hash, ends.anchor) if ends else ("", 0)
    hashes = {last: before} if last in wanted else {}
    count, broken, deletion = 0, None, None
    for entry in _entries(db):
        count += 1
        if broken is None and (entry.id <= last or not _follows(before, entry)):
            broken = entry.id
        if entry.id in wanted:
            hashes[entry.id] = entry.hash
        if entry.action == _DELETED:
            deletion = entry.facts
        before, last = str(entry.hash), entry.id
    fits = ends is not None and (last, before) == (ends.newest, ends.newest_hash)
    return Found(count, ends, broken, last, fits, _deletion(deletion), hashes)


def _follows(before: str, entry: Row[Any]) -> bool:
    """Whether the entry has the hash that it should have; one with odd values has none."""
    what = (entry.person, entry.action, entry.subject, entry.facts)
    if not isinstance(entry.at, datetime) or not all(isinstance(text, str) for text in what):
        return False
    return bool(entry.hash == hash_of_entry(before, entry.id, entry.at, *what))


def _entries(db: Db) -> Iterator[Row[Any]]:
    """All entries in their order, a page at a time."""
    rows, after = db.rows(_ENTRY.limit(_PAGE)), None
    while rows:
        yield from rows
        last = rows[-1].id
        if after is not None and last <= after:
            return  # A damaged file gives rows in no order, and might go round for ever.
        after = last
        rows = db.rows(_ENTRY.where(audit.c.id > after).limit(_PAGE))


def _deletion(facts: str | None) -> tuple[int, str] | None:
    """What the entry of the last deletion says; facts that were tampered with say nothing."""
    try:
        told = json.loads(facts or "{}")
        return int(told["up to"]), str(told["digest"])
    except (ValueError, KeyError, TypeError):
        return None
