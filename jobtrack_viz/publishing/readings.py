"""What an upload makes of the map: the whole, an update of some tracks, or an edited copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from
from jobtrack_viz.errors import UnknownVersion
from jobtrack_viz.export.stamps import stamp_of
from jobtrack_viz.merge import Change, Choice, settle
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Store
from jobtrack_viz.workbook import Reading, Stamp, read_update, read_workbooks

__all__ = ["Copy", "Upload", "read_upload"]

_PUBLISHED = "Published map.xlsx"
"""The name of the workbook that stands for what is published, in messages about an update."""
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Copy:
    """How an edited copy of version ``version`` was brought together with the map in force.

    ``conflicts`` are what the copy and a later version changed differently, settled or not: where
    ``choices`` say nothing by a conflict's key, the map in force stands. ``kept`` are what later
    versions changed and the copy did not touch.
    """

    version: int
    conflicts: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)

    @property
    def unsettled(self) -> tuple[Change, ...]:
        """The conflicts that nobody has decided yet."""
        return tuple(found for found in self.conflicts if found.key not in self.choices)


@dataclass(frozen=True, slots=True)
class Upload:
    """What reading gave, and how it was brought together if the files are an edited copy."""

    reading: Reading
    copy: Copy | None = None


def read_upload(
    store: Store,
    files: Mapping[str, bytes],
    current: Framework | None,
    choices: Mapping[str, Choice],
    limits: Limits,
) -> Upload:
    """The framework that an update makes of the current one.

    A stamped copy of a published version changes exactly what was edited in it; other files
    replace the tracks and rows that they name.

    Raises:
        UnreadableWorkbook: a file is refused.
    """
    alone = read_workbooks(files, limits)
    if current is None:
        return Upload(alone)
    base = _base(store, alone.stamp)
    if base is None or alone.stamp is None:
        from jobtrack_viz.export.framework_xlsx import workbook_of

        update = read_update({_PUBLISHED: workbook_of(current)}, files, limits)
        return Upload(_with_note(update, alone.stamp))
    version = int(alone.stamp.version)
    if alone.framework is None:
        return Upload(alone, Copy(version))
    first = settle(base, alone.framework, current, {})
    found = settle(base, alone.framework, current, choices) if choices else first
    asked = {conflict.key: conflict for conflict in (*first.conflicts, *found.conflicts)}
    copy = Copy(
        version,
        tuple(asked.values()),
        found.kept,
        {key: choice for key, choice in choices.items() if key in asked},
    )
    return Upload(replace(alone, framework=found.framework), copy)


def _base(store: Store, stamp: Stamp | None) -> Framework | None:
    """The version that a stamp names, if it is one of this installation and still the same."""
    if stamp is None or not stamp.version.isdigit() or len(stamp.version) > _MOST_DIGITS:
        return None
    try:
        with store.reading() as db:
            content = stored.payload(db, int(stamp.version)).framework
    except UnknownVersion:
        return None
    framework = framework_from(content)
    known = stamp_of(stamp.version, framework, stamp.at)
    return framework if known.sha256 == stamp.sha256 else None


def _with_note(reading: Reading, stamp: Stamp | None) -> Reading:
    if stamp is None:
        return reading
    note = Problem("note", "stamp-unknown", None, None, {"found": stamp.version})
    return replace(reading, problems=(*reading.problems, note))
