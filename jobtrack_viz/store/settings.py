"""What an installation remembers about itself."""

from sqlalchemy import select

from jobtrack_viz.store.database import Db
from jobtrack_viz.store.tables import setting as table

__all__ = ["insert_setting", "set_setting", "setting"]


def setting(db: Db, name: str) -> str | None:
    """The value that stands under this name."""
    row = db.row(select(table.c.value).where(table.c.name == name))
    return None if row is None else str(row.value)


def set_setting(db: Db, name: str, value: str) -> None:
    """The value stands under this name, instead of any earlier one."""
    new = db.insert(table).values(name=name, value=value)
    db.change(new.on_conflict_do_update(index_elements=[table.c.name], set_={"value": value}))


def insert_setting(db: Db, name: str, value: str) -> str:
    """What stands under this name: the value, unless somebody set one before."""
    if db.add_unless_there(table, name=name, value=value):
        return value
    return setting(db, name) or ""
