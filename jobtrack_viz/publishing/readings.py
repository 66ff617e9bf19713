"""What an upload makes of the map: the whole, an update of some tracks, or an edited copy."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from, from_json
from jobtrack_viz.errors import UnknownVersion, WithdrawnVersion
from jobtrack_viz.export.stamps import stamp_of
from jobtrack_viz.merge import Change, Choice, settle
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Draft, Store
from jobtrack_viz.workbook import Reading, Stamp, read_update, read_workbooks

__all__ = ["Copy", "Upload", "copy_of", "made_from_withdrawn", "read_upload", "source_of"]

_PUBLISHED = "Published map.xlsx"
"""The name of the workbook that stands for what is published, in messages about an update."""
_MOST_DIGITS = 9
_NOTHING = b"null"


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


def copy_of(draft: Draft) -> Copy | None:
    """How an edited copy was brought together with the map; None for any other upload."""
    return None if draft.conflicts == _NOTHING else from_json(draft.conflicts, Copy)


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
        WithdrawnVersion: the files are a copy of a version that was withdrawn.
    """
    alone = read_workbooks(files, limits)
    if current is None:
        return Upload(alone)
    base = source_of(store, alone.stamp)
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


def made_from_withdrawn(version: int) -> str:
    """Say that a workbook cannot be used, and what to do instead."""
    return (
        f"This workbook is a copy of version {version}, which was withdrawn. Download the map "
        "as it is now, make your changes in that copy, and upload it."
    )


def source_of(store: Store, stamp: Stamp | None) -> Framework | None:
    """The version that a stamp names, if it is one of this installation and still the same.

    Raises:
        WithdrawnVersion: it was withdrawn.
    """
    if stamp is None or not stamp.version.isdigit() or len(stamp.version) > _MOST_DIGITS:
        return None
    try:
        with store.reading() as db:
            content = stored.payload(db, int(stamp.version)).framework
            withdrawn = stored.version(db, int(stamp.version)).withdrawn_at is not None
    except UnknownVersion:
        return None
    framework = framework_from(content)
    known = stamp_of(stamp.version, framework, stamp.at)
    if known.sha256 != stamp.sha256:
        return None
    if withdrawn:
        raise WithdrawnVersion(made_from_withdrawn(int(stamp.version)))
    return framework


def _with_note(reading: Reading, stamp: Stamp | None) -> Reading:
    if stamp is None:
        return reading
    note = Problem("note", "stamp-unknown", None, None, {"found": stamp.version})
    return replace(reading, problems=(*reading.problems, note))
