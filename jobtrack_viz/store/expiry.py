"""Drafts whose time is over, and how they are purged."""

from datetime import datetime

from sqlalchemy import delete, select

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import draft

__all__ = ["forget_expired", "has_expired"]


def has_expired(db: Db, now: datetime) -> bool:
    """Whether drafts are kept past their time; asking takes no lock."""
    return db.row(select(draft.c.id).where(draft.c.expires_at <= now).limit(1)) is not None


def forget_expired(db: Db, now: datetime) -> int:
    """Drafts past their time are gone with all they held; how many there were."""
    return db.change(delete(draft).where(draft.c.expires_at <= now))
