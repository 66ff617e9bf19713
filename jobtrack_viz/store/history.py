"""Versions of the map, which stay as they are."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select, update

from jobtrack_viz.errors import UnknownVersion, UnreadableRecord
from jobtrack_viz.store.database import Db
from jobtrack_viz.store.in_force import lock_publication, next_epoch
from jobtrack_viz.store.seal import seal_of, sealed
from jobtrack_viz.store.tables import original, publication
from jobtrack_viz.store.tables import version as table

__all__ = [
    "Original",
    "Payload",
    "Version",
    "about_version",
    "add_version",
    "all_differences",
    "originals",
    "payload",
    "purge_originals",
    "replace_payload",
    "version",
    "versions",
    "withdraw_version",
]


@dataclass(frozen=True, slots=True)
class Original:
    """A workbook as it was uploaded; without content once it was purged."""

    name: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of a version besides its content."""

    number: int
    at: datetime
    person: str
    note: str
    sha256: str
    """Of the framework as it is stored."""
    parent: int | None
    """The version that it was compared with when it was published."""
    restores: int | None
    withdrawn_at: datetime | None
    withdrawn_why: str
    originals: tuple[str, ...]
    purged: bool


@dataclass(frozen=True, slots=True)
class Payload:
    """The content of a version: framework, drawn map and differences as JSON."""

    framework: bytes
    drawn: bytes | None
    former: Mapping[str, str]
    """Ids of roles in earlier versions, with those that they have in this one."""
    differences: bytes


def add_version(
    db: Db,
    now: datetime,
    *,
    framework: bytes,
    drawn: bytes | None,
    former: Mapping[str, str],
    differences: bytes,
    originals: Sequence[Original],
    person: str,
    note: str,
    parent: int | None,
    restores: int | None,
) -> int:
    """The number of the new version, which readers see once the transaction ends."""
    lock_publication(db)
    highest = db.row(select(func.max(table.c.number)))
    number = 1 + ((highest and highest[0]) or 0)
    db.change(
        table.insert().values(
            number=number,
            at=now,
            person=person,
            note=note,
            parent=parent,
            restores=restores,
            **sealed(framework, drawn, _pairs(former), differences),
        )
    )
    for position, book in enumerate(originals):
        db.change(
            original.insert().values(
                version=number, position=position, name=book.name, content=book.content
            )
        )
    db.change(publication.insert().values(version=number, at=now, person=person))
    return number


def version(db: Db, number: int) -> Version:
    """What is known of one version.

    Raises:
        UnknownVersion: there is none with this number.
    """
    found = _read(db, _KNOWN.where(table.c.number == number), original.c.version == number)
    if not found:
        raise _unknown(number)
    return found[0]


def about_version(db: Db, number: int) -> Version:
    """What is known of one version, without asking for the names of its files.

    Raises:
        UnknownVersion: there is none with this number.
    """
    row = db.row(_KNOWN.where(table.c.number == number))
    if row is None:
        raise _unknown(number)
    return _version(row, ())


def versions(db: Db) -> tuple[Version, ...]:
    """All versions, the newest first."""
    return _read(db, _KNOWN.order_by(table.c.number.desc()))


def payload(db: Db, number: int) -> Payload:
    """The content of a version, withdrawn or not.

    Raises:
        UnknownVersion: there is none with this number.
        UnreadableRecord: it is not what was stored.
    """
    row = db.row(
        select(
            table.c.framework,
            table.c.drawn,
            table.c.former,
            table.c.differences,
            table.c.seal,
        ).where(table.c.number == number)
    )
    if row is None:
        raise _unknown(number)
    try:
        if row.seal == seal_of(row.framework, row.drawn, row.former, row.differences):
            return Payload(row.framework, row.drawn, dict(json.loads(row.former)), row.differences)
    except (AttributeError, TypeError, ValueError):
        pass  # SQLite gives whatever a damaged file says, also numbers and texts
    raise UnreadableRecord(f"Version {number} is damaged in the database.")


def originals(db: Db, number: int) -> tuple[Original, ...]:
    """The workbooks of a version, in the order of their upload.

    Raises:
        UnknownVersion: there is none with this number.
    """
    version(db, number)
    rows = db.rows(
        select(original.c.name, original.c.content)
        .where(original.c.version == number)
        .order_by(original.c.position)
    )
    return tuple(Original(row.name, row.content) for row in rows)


def all_differences(db: Db) -> tuple[tuple[int, datetime, bytes], ...]:
    """Number, moment and differences of every version, withdrawn ones too, the newest first."""
    rows = db.rows(
        select(table.c.number, table.c.at, table.c.differences).order_by(table.c.number.desc())
    )
    return tuple((row.number, row.at, row.differences) for row in rows)


def withdraw_version(db: Db, now: datetime, number: int, why: str) -> None:
    """The version is marked as withdrawn; the first withdrawal stands.

    Raises:
        UnknownVersion: there is none with this number.
    """
    lock_publication(db)
    if version(db, number).withdrawn_at is None:
        db.change(
            update(table)
            .where(table.c.number == number)
            .values(withdrawn_at=now, withdrawn_why=why)
        )
        next_epoch(db)


def purge_originals(db: Db, now: datetime, number: int) -> None:
    """Names of the uploaded workbooks remain, their content is gone.

    Raises:
        UnknownVersion: there is none with this number.
    """
    lock_publication(db)
    version(db, number)
    db.change(update(original).where(original.c.version == number).values(content=None))
    db.change(update(table).where(table.c.number == number).values(purged_at=now))
    next_epoch(db)


def replace_payload(
    db: Db, number: int, framework: bytes, differences: bytes | None = None
) -> None:
    """A version's framework, and its differences if given, without what was taken back.

    Raises:
        UnknownVersion: there is none with this number.
        UnreadableRecord: what is stored of it is damaged.
    """
    lock_publication(db)
    before = payload(db, number)
    told = before.differences if differences is None else differences
    db.change(
        update(table)
        .where(table.c.number == number)
        .values(**sealed(framework, before.drawn, _pairs(before.former), told))
    )
    next_epoch(db)


_KNOWN = select(
    table.c.number,
    table.c.at,
    table.c.person,
    table.c.note,
    table.c.sha256,
    table.c.parent,
    table.c.restores,
    table.c.withdrawn_at,
    table.c.withdrawn_why,
    table.c.purged_at.is_not(None).label("purged"),
)


def _read(db: Db, question: Select[Any], *only: Any) -> tuple[Version, ...]:
    names = defaultdict(list)
    books = select(original.c.version, original.c.name).order_by(original.c.position)
    for row in db.rows(books.where(*only)):
        names[row.version].append(row.name)
    return tuple(_version(row, tuple(names[row.number])) for row in db.rows(question))


def _version(row: Row[Any], names: tuple[str, ...]) -> Version:
    facts = dict(row._mapping)
    if facts["withdrawn_at"] is None and facts["withdrawn_why"]:
        facts["withdrawn_at"] = row.at  # a reason without a moment: one of them is damaged
    return Version(**facts, originals=names)


def _pairs(former: Mapping[str, str]) -> bytes:
    return json.dumps(dict(former), ensure_ascii=False, sort_keys=True).encode()


def _unknown(number: int) -> UnknownVersion:
    return UnknownVersion(f"There is no version {number}.")
