"""Stories whose consent has ended; no version shows them any longer."""

from datetime import datetime

from sqlalchemy import select

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.in_force import lock_publication, next_epoch
from jobtrack_viz.store.tables import story

__all__ = ["add_withdrawn_story", "withdrawn_stories"]


def add_withdrawn_story(db: Db, now: datetime, key: str, why: str) -> None:
    """The story is withdrawn, whatever is published later; the first withdrawal stands."""
    lock_publication(db)
    if db.add_unless_there(story, key=key, withdrawn_at=now, why=why):
        next_epoch(db)


def withdrawn_stories(db: Db) -> frozenset[str]:
    """The keys of all stories that were withdrawn."""
    return frozenset(row.key for row in db.rows(select(story.c.key)))
