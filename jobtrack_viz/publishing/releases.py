"""A draft becomes the map that everybody sees; an older map comes back."""

from collections.abc import Mapping
from datetime import datetime

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from, framework_json, to_json
from jobtrack_viz.differences import Difference, differences, former_ids
from jobtrack_viz.errors import (
    DraftGone,
    DraftHasErrors,
    NotConfirmed,
    StaleDraft,
    WithdrawnVersion,
    WorkbookHasErrors,
)
from jobtrack_viz.model import Framework
from jobtrack_viz.publishing.drawing import drawn_map
from jobtrack_viz.publishing.preview import preview
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Db, Original, Store
from jobtrack_viz.workbook import read_workbook

__all__ = ["publish", "publish_first", "restore"]

_CHANGED = "Somebody else has published since. The draft must be compared with the new map."


def publish(
    store: Store, now: datetime, person: str, draft: str, note: str = "", typed: str = ""
) -> int:
    """The number of the new version, which is in force for everybody from now on.

    Raises:
        DraftGone: there is no such draft, or it was published already.
        DraftHasErrors: it is not ready.
        NotConfirmed: much would be removed, and ``typed`` is not the number of roles that go.
        StaleDraft: another version was published since the draft was compared; it changes nothing.
    """
    shown = preview(store, draft)
    if shown.draft.closed:
        raise DraftGone("This draft was published or discarded.")
    if shown.draft.stage != "ready" or shown.after is None:
        raise DraftHasErrors("This draft cannot be published as it is.")
    if shown.copy is not None and shown.copy.unsettled:
        raise DraftHasErrors("Decide first what becomes of the cells that others changed too.")
    if shown.stale:
        raise StaleDraft(_CHANGED)
    if shown.to_type and typed.strip() != shown.to_type:
        raise NotConfirmed(
            f"{shown.to_type} roles would be removed. Type {shown.to_type} to confirm."
        )
    told = to_json(shown.differences)
    with store.writing() as db:
        stored.lock_publication(db)
        found = stored.draft(db, draft)
        parent = stored.current(db).number
        unchanged = found.framework == shown.draft.framework and found.stage == "ready"
        if parent != found.base or not unchanged or found.framework is None:
            raise StaleDraft(_CHANGED)
        number = stored.add_version(
            db,
            now,
            framework=found.framework,
            drawn=found.drawn,
            former=_former(db, parent, shown.before, shown.after),
            differences=told,
            originals=stored.draft_files(db, draft),
            person=person,
            note=note,
            parent=parent,
            restores=None,
        )
        stored.set_stage(db, draft, "published", now)
        stored.record(db, now, person, "publish", str(number), {"draft": draft, "note": note})
    return number


def restore(store: Store, now: datetime, person: str, number: int, note: str = "") -> int:
    """The number of a new version that holds again what an older one held.

    Raises:
        UnknownVersion: there is no such version.
        WithdrawnVersion: it was withdrawn, so nobody may see it again.
        StaleDraft: somebody published at the same moment; nothing has changed.
    """
    with store.reading() as db:
        parent = stored.current(db).number
        before = framework_from(stored.payload(db, parent).framework) if parent else None
        after = framework_from(stored.payload(db, number).framework)
    told: tuple[Difference, ...] = differences(before, after) if before else ()
    with store.writing() as db:
        stored.lock_publication(db)
        if stored.current(db).number != parent:
            raise StaleDraft("Somebody else has published at the same moment. Look again.")
        if stored.version(db, number).withdrawn_at is not None:
            raise WithdrawnVersion("This version was withdrawn and cannot come back.")
        payload = stored.payload(db, number)
        new = stored.add_version(
            db,
            now,
            framework=payload.framework,
            drawn=payload.drawn,
            former=_former(db, parent, before, after),
            differences=to_json(told),
            originals=(),
            person=person,
            note=note,
            parent=parent,
            restores=number,
        )
        facts = {"restores": str(number), "note": note}
        stored.record(db, now, person, "restore", str(new), facts)
    return new


def publish_first(store: Store, now: datetime, workbook: bytes, limits: Limits) -> None:
    """The workbook is published if nothing ever was; else nothing happens.

    Raises:
        WorkbookHasErrors: no map can be made of it.
        UnreadableWorkbook: it is refused.
    """
    with store.reading() as db:
        if stored.current(db).number is not None:
            return
    framework = read_workbook(workbook, limits).framework
    if framework is None:
        raise WorkbookHasErrors("The workbook to begin with has errors.")
    drawn = drawn_map(framework, None)
    with store.writing() as db:
        stored.lock_publication(db)
        if stored.current(db).number is not None:
            return
        stored.add_version(
            db,
            now,
            framework=framework_json(framework),
            drawn=drawn,
            former={},
            differences=to_json(()),
            originals=[Original("sample.xlsx", workbook)],
            person="",
            note="The sample, to begin with",
            parent=None,
            restores=None,
        )
        stored.record(db, now, "", "publish", "1", {"note": "The sample, to begin with"})


def _former(
    db: Db, parent: int | None, before: Framework | None, after: Framework
) -> Mapping[str, str]:
    if parent is None or before is None:
        return {}
    return former_ids(stored.payload(db, parent).former, before, after)
