"""All checks, in the order in which one needs another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from jobtrack_viz.doctor.checks import Check, Status, finding, fine, unusable
from jobtrack_viz.doctor.content import check_drafts, check_publication, check_versions
from jobtrack_viz.doctor.log import anchors_of, check_log
from jobtrack_viz.doctor.place import (
    check_clock,
    check_file,
    check_key,
    check_number,
    check_structure,
)
from jobtrack_viz.errors import InvalidSetting, StoreUnavailable, UnreadableRecord
from jobtrack_viz.settings import Settings
from jobtrack_viz.store import Inspection

__all__ = ["Check", "Status", "examine"]


def examine(
    environ: Mapping[str, str], now: datetime, anchors: Sequence[str] = ()
) -> Iterator[Check]:
    """Whatever is found, one check after the other; nothing is changed.

    ``anchors`` are digests of the audit log that were written down earlier. Versions and drafts
    are held in memory one at a time, entries of the log 500 at a time.
    """
    try:
        settings = Settings.from_env(environ)
        known = anchors_of(anchors)
        inspection = Inspection(settings.database)
    except InvalidSetting as error:
        yield unusable("settings", f"{error}.")
        return
    yield fine("settings", "Every setting can be used.")
    try:
        yield from _of_database(inspection, settings, now, known)
    finally:
        inspection.close()


def _of_database(
    inspection: Inspection, settings: Settings, now: datetime, anchors: Mapping[int, str]
) -> Iterator[Check]:
    yield from check_file(inspection.file)
    tables = _guarded("tables", lambda: [check_number(inspection)])
    yield from tables
    if any(each.status is not Status.FINE for each in tables):
        return
    checks: tuple[tuple[str, Callable[[], Iterable[Check]]], ...] = (
        ("structure", lambda: check_structure(inspection)),
        ("key", lambda: [check_key(inspection, settings.secret_key)]),
        ("publication", lambda: [check_publication(inspection)]),
        ("versions", lambda: [check_versions(inspection)]),
        ("drafts", lambda: [check_drafts(inspection)]),
        ("audit log", lambda: check_log(inspection, anchors)),
        ("clock", lambda: [check_clock(inspection, now)]),
    )
    for name, check in checks:
        yield from _guarded(name, check)


def _guarded(name: str, check: Callable[[], Iterable[Check]]) -> tuple[Check, ...]:
    """What a check found; that the database does not let it is found, too."""
    try:
        return tuple(check())
    except StoreUnavailable as error:
        return (unusable(name, str(error)),)
    except UnreadableRecord as error:
        return (finding(name, str(error)),)
