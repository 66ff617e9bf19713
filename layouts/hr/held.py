"""Frameworks as the store holds them."""

from jobtrack_viz import store
from jobtrack_viz.canonical import framework_from
from jobtrack_viz.errors import UnknownVersion
from jobtrack_viz.model import Framework

__all__ = ["framework_at", "framework_now"]


def framework_now(db: store.Db) -> tuple[int, Framework]:
    """The number of the version in force, and what it says.

    Raises:
        UnknownVersion: nothing is published.
    """
    number = store.current(db).number
    if number is None:
        raise UnknownVersion("Nothing is published yet.")
    return number, framework_at(db, number)


def framework_at(db: store.Db, number: int) -> Framework:
    """What a version says, also one that was withdrawn.

    Raises:
        UnknownVersion: there is no such version.
    """
    return framework_from(store.payload(db, number).framework)
