"""The uploaded workbooks of a draft, which may have to be kept with less in them."""

from collections.abc import Mapping

from sqlalchemy import update

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import draft_file

__all__ = ["replace_files"]


def replace_files(db: Db, draft_id: str, files: Mapping[str, bytes]) -> None:
    """Other content stands under these names, if the draft still has its files."""
    for name, content in files.items():
        db.change(
            update(draft_file)
            .where(
                draft_file.c.draft == draft_id,
                draft_file.c.name == name,
                draft_file.c.content.is_not(None),
            )
            .values(content=content)
        )
