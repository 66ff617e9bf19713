"""Uploaded workbooks on their way to be published."""

import secrets
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update

from jobtrack_viz.errors import DraftGone
from jobtrack_viz.store.database import Db
from jobtrack_viz.store.history import Original
from jobtrack_viz.store.tables import draft as table
from jobtrack_viz.store.tables import draft_file

__all__ = [
    "Draft",
    "add_draft",
    "discard",
    "draft",
    "draft_files",
    "draft_of_token",
    "drafts",
    "is_open",
    "open_draft",
    "replace_copy",
    "replace_framework",
    "set_result",
    "set_stage",
    "share_draft",
    "stop_sharing",
]

_CLOSED = ("discarded", "published")
_NOTHING = b"null"


@dataclass(frozen=True, slots=True)
class Draft:
    """One upload, how far it has come, and what came of it; texts in bytes are JSON."""

    id: str
    person: str
    mode: str
    """``update`` or ``replace``."""
    base: int | None
    """The version that it was compared with."""
    made_at: datetime
    expires_at: datetime
    stage: str
    """``waiting``, ``reading``, ``comparing``, ``drawing``, ``ready``, ``refused``, ``failed``,
    ``discarded`` or ``published``."""
    seen_at: datetime
    """When somebody last worked on it."""
    refused: str
    """Why a file cannot be read; empty if all can."""
    problems: bytes
    framework: bytes | None
    drawn: bytes | None
    conflicts: bytes
    summary: bytes
    files: tuple[str, ...]
    shared_until: datetime | None

    @property
    def closed(self) -> bool:
        """True once it was published or discarded: nothing in it can change any more."""
        return self.stage in _CLOSED


_COLUMNS = [table.c[part.name] for part in fields(Draft) if part.name != "files"]


def add_draft(
    db: Db,
    now: datetime,
    *,
    person: str,
    mode: str,
    base: int | None,
    files: Sequence[Original],
    expires_at: datetime,
) -> str:
    """The id of the new draft, which nobody can guess."""
    draft_id = secrets.token_urlsafe(16)
    db.change(
        table.insert().values(
            id=draft_id,
            person=person,
            mode=mode,
            base=base,
            made_at=now,
            expires_at=expires_at,
            stage="waiting",
            seen_at=now,
            problems=_NOTHING,
            conflicts=_NOTHING,
            summary=_NOTHING,
        )
    )
    for position, book in enumerate(files):
        db.change(
            draft_file.insert().values(
                draft=draft_id, position=position, name=book.name, content=book.content
            )
        )
    return draft_id


def draft(db: Db, draft_id: str) -> Draft:
    """The draft, whatever has become of it.

    Raises:
        DraftGone: there is none with this id, or it was forgotten.
    """
    found = _read(db, table.c.id == draft_id)
    if not found:
        raise _gone()
    return found[0]


def open_draft(db: Db, draft_id: str, now: datetime) -> Draft:
    """The draft, which can still be published, shared or changed at this moment.

    Raises:
        DraftGone: it was discarded or published, its time is over, or there is none.
    """
    found = draft(db, draft_id)
    if found.closed or found.expires_at <= now:
        raise _gone()
    return found


def drafts(db: Db, now: datetime) -> tuple[Draft, ...]:
    """All drafts that are open, the newest first."""
    return _read(db, table.c.stage.not_in(_CLOSED), table.c.expires_at > now)


def is_open(db: Db, draft_id: str) -> bool:
    """True as long as a draft is there and neither published nor discarded."""
    found = db.row(select(table.c.stage).where(table.c.id == draft_id))
    return found is not None and found.stage not in _CLOSED


def draft_files(db: Db, draft_id: str) -> tuple[Original, ...]:
    """The uploaded workbooks; without content once the draft is closed."""
    rows = db.rows(
        select(draft_file.c.name, draft_file.c.content)
        .where(draft_file.c.draft == draft_id)
        .order_by(draft_file.c.position)
    )
    return tuple(Original(row.name, row.content) for row in rows)


def set_stage(db: Db, draft_id: str, stage: str, now: datetime) -> None:
    """The draft has come this far. Once it is published it keeps nothing of its workbooks.

    Raises:
        DraftGone: it was discarded or published before, or is not there.
    """
    _change(db, draft_id, stage=stage, seen_at=now)
    if stage in _CLOSED:
        _empty(db, draft_id)


def set_result(
    db: Db,
    draft_id: str,
    *,
    base: int | None,
    stage: str,
    refused: str,
    problems: bytes,
    framework: bytes | None,
    drawn: bytes | None,
    conflicts: bytes,
    summary: bytes,
) -> None:
    """What reading, comparing and drawing gave stands with the draft.

    Raises:
        DraftGone: it was discarded or published meanwhile, or is not there.
    """
    _change(
        db,
        draft_id,
        base=base,
        stage=stage,
        refused=refused,
        problems=problems,
        framework=framework,
        drawn=drawn,
        conflicts=conflicts,
        summary=summary,
    )


def replace_framework(db: Db, draft_id: str, framework: bytes) -> None:
    """The draft's framework, without what was taken back; all else stays.

    Raises:
        DraftGone: it was discarded or published, or is not there.
    """
    _change(db, draft_id, framework=framework)


def replace_copy(db: Db, draft_id: str, conflicts: bytes) -> None:
    """How the draft was merged, without what was taken back; all else stays.

    Raises:
        DraftGone: it was discarded or published, or is not there.
    """
    _change(db, draft_id, conflicts=conflicts)


def discard(db: Db, draft_id: str) -> None:
    """The draft is closed and keeps nothing of its workbooks.

    Raises:
        DraftGone: it was discarded or published before, or is not there.
    """
    _change(db, draft_id, stage="discarded")
    _empty(db, draft_id)


def share_draft(db: Db, draft_id: str, token_hash: str, until: datetime) -> None:
    """Whoever has the token may read the draft; an earlier token opens nothing any longer.

    Raises:
        DraftGone: it was discarded or published, or is not there.
    """
    _change(db, draft_id, shared_hash=token_hash, shared_until=until)


def stop_sharing(db: Db, draft_id: str) -> None:
    """No token opens the draft.

    Raises:
        DraftGone: it was discarded or published, or is not there.
    """
    _change(db, draft_id, shared_hash=None, shared_until=None)


def draft_of_token(db: Db, token_hash: str, now: datetime) -> Draft | None:
    """The open draft that this token may read at this moment."""
    found = _read(
        db,
        table.c.shared_hash == token_hash,
        table.c.shared_until > now,
        table.c.expires_at > now,
        table.c.stage.not_in(_CLOSED),
    )
    return found[0] if found else None


def _read(db: Db, *only: ColumnElement[bool]) -> tuple[Draft, ...]:
    rows = db.rows(select(*_COLUMNS).where(*only).order_by(table.c.made_at.desc(), table.c.id))
    names: dict[str, list[str]] = defaultdict(list)
    books = (
        select(draft_file.c.draft, draft_file.c.name)
        .where(draft_file.c.draft.in_([row.id for row in rows]))
        .order_by(draft_file.c.position)
    )
    for book in db.rows(books):
        names[book.draft].append(book.name)
    return tuple(Draft(**row._mapping, files=tuple(names[row.id])) for row in rows)


def _change(db: Db, draft_id: str, **values: Any) -> None:
    """Only an open draft changes, so that work still going on cannot reopen a closed one."""
    open_one = (table.c.id == draft_id, table.c.stage.not_in(_CLOSED))
    if not db.change(update(table).where(*open_one).values(**values)):
        raise _gone()


def _empty(db: Db, draft_id: str) -> None:
    """What is kept after publication stands with the version, where it can be purged."""
    db.change(
        update(table)
        .where(table.c.id == draft_id)
        .values(
            framework=None,
            drawn=None,
            problems=_NOTHING,
            conflicts=_NOTHING,
            summary=_NOTHING,
            shared_hash=None,
            shared_until=None,
        )
    )
    db.change(update(draft_file).where(draft_file.c.draft == draft_id).values(content=None))


def _gone() -> DraftGone:
    return DraftGone("This draft is gone: it was discarded or published, or its time was over.")
