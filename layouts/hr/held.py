"""Frameworks as the store holds them."""

from jobtrack_viz import store
from jobtrack_viz.canonical import framework_from
from jobtrack_viz.errors import UnknownVersion, UnreadableRecord
from jobtrack_viz.model import Framework
from jobtrack_viz.publishing import baseline

__all__ = ["framework_at", "framework_now"]


def framework_now(db: store.Db) -> tuple[int, Framework]:
    """The number of the version that readers see, and what it says.

    Raises:
        UnknownVersion: nothing is published.
        UnreadableRecord: none of what is published can be read.
    """
    found = baseline(db)
    if found.newest is None:
        raise UnknownVersion("Nothing is published yet.")
    if found.number is None or found.framework is None:
        raise UnreadableRecord("What is published is damaged, so none of it can be read.")
    return found.number, found.framework


def framework_at(db: store.Db, number: int) -> Framework:
    """What a version says, also one that was withdrawn.

    Raises:
        UnknownVersion: there is no such version.
        UnreadableRecord: it is damaged.
    """
    return framework_from(store.payload(db, number).framework)
