"""The published framework that everything new is compared with, also past a damaged version."""

from dataclasses import dataclass

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from
from jobtrack_viz.errors import StoreDamaged, UnknownVersion, UnreadableRecord
from jobtrack_viz.model import Framework
from jobtrack_viz.store import Db, Payload

__all__ = ["Baseline", "baseline"]


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """``newest`` is the version published last, ``number`` the one that is compared with.

    They differ where the newest is damaged: then it is the newest before it that can be read and
    was not withdrawn, which is the one that readers see. All are None before anything was
    published, all but ``newest`` where nothing can be read.
    """

    newest: int | None
    number: int | None = None
    payload: Payload | None = None
    framework: Framework | None = None

    @property
    def about(self) -> str:
        """Why something is not compared with the newest version, in a sentence; else empty."""
        if self.newest == self.number:
            return ""
        damaged = f"Version {self.newest} is damaged and cannot be read, so"
        if self.number is None:
            return f"{damaged} there is nothing to compare with."
        return f"{damaged} this is compared with version {self.number}."


def baseline(db: Db) -> Baseline:
    """What a draft, or a version that comes back, is compared with now."""
    newest = stored.current(db).number
    if newest is None:
        return Baseline(None)
    return _read(db, newest, newest) or _older(db, newest)


def _older(db: Db, newest: int) -> Baseline:
    for number in stored.shown_numbers(db):
        found = _read(db, newest, number) if number != newest else None
        if found is not None:
            return found
    return Baseline(newest)


def _read(db: Db, newest: int, number: int) -> Baseline | None:
    try:
        payload = stored.payload(db, number)
        return Baseline(newest, number, payload, framework_from(payload.framework))
    except (StoreDamaged, UnknownVersion, UnreadableRecord):
        return None
