"""Which content was withdrawn, whatever version or draft holds it now."""

from sqlalchemy import select

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import version

__all__ = ["withdrawn_with"]


def withdrawn_with(db: Db, sha256: str) -> int | None:
    """The newest withdrawn version of this content, unless one that was not withdrawn has it."""
    rows = db.rows(
        select(version.c.number, version.c.withdrawn_at)
        .where(version.c.sha256 == sha256)
        .order_by(version.c.number.desc())
    )
    if not rows or any(row.withdrawn_at is None for row in rows):
        return None
    return int(rows[0].number)
