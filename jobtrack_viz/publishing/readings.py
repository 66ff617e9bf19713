"""What an upload makes of the map: the whole, an update of some tracks, or an edited copy."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from, from_json
from jobtrack_viz.checking import Answer, Base, Checked, Question, check
from jobtrack_viz.errors import UnknownVersion, WithdrawnVersion
from jobtrack_viz.export.stamps import stamp_of
from jobtrack_viz.merge import Change, Choice
from jobtrack_viz.model import Framework
from jobtrack_viz.publishing.baseline import baseline
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Draft, Store
from jobtrack_viz.workbook import Stamp

__all__ = [
    "Copy",
    "Mode",
    "Upload",
    "copy_of",
    "made_from_withdrawn",
    "read_upload",
    "source_of",
]

Mode = Literal["update", "replace"]
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
    """What reading gave, and how it was brought together if the files are an edited copy.

    ``base`` is the version in force that it was compared with, ``epoch`` the store's at that time.
    """

    checked: Checked
    base: int | None
    epoch: int
    copy: Copy | None = None


def copy_of(draft: Draft) -> Copy | None:
    """How an edited copy was brought together with the map; None for any other upload."""
    return None if draft.conflicts == _NOTHING else from_json(draft.conflicts, Copy)


def read_upload(
    store: Store,
    files: Mapping[str, bytes],
    mode: Mode,
    answer: Answer,
    limits: Limits,
    choices: Mapping[str, Choice] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Upload:
    """The framework that an upload makes of the one in force, read in one child process.

    A stamped copy of a published version changes exactly what was edited in it; other files
    replace the tracks and rows that they name, or everything. Only a copy of a version that is not
    in force any more is read twice, since its stamp says which version is needed. ``answer`` says
    what becomes of things that the files give away.

    Raises:
        UnreadableWorkbook: a file is refused.
        WithdrawnVersion: the files are a copy of a version that was withdrawn.
        Cancelled: ``stop`` says that nobody wants it any more.
    """
    with store.reading() as db:
        seen = stored.current(db)
        compared = baseline(db)
    current = compared.framework if mode == "update" else None
    asked = Question(limits, files, answer, current, choices=choices or {})
    if current is not None:
        asked = replace(asked, bases={str(compared.number): _as_base(current)})
    checked = check(asked, stop)
    if checked.wanted is not None:
        source = source_of(store, checked.wanted)
        base = _as_base(source) if source else None
        checked = check(replace(asked, bases={checked.wanted.version: base}), stop)
    elif checked.reading is not None:
        source_of(store, checked.reading.stamp)
    return Upload(checked, seen.number, seen.epoch, _copy(checked, asked.choices))


def _as_base(framework: Framework) -> Base:
    return Base(framework, stamp_of("", framework, datetime.now(UTC)).sha256)


def _copy(checked: Checked, choices: Mapping[str, Choice]) -> Copy | None:
    if not checked.copied or checked.reading is None or checked.reading.stamp is None:
        return None
    keys = {conflict.key for conflict in checked.conflicts}
    decided = {key: choice for key, choice in choices.items() if key in keys}
    version = int(checked.reading.stamp.version)
    return Copy(version, checked.conflicts, checked.kept, decided)


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
