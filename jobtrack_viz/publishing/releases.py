"""A draft becomes the map that everybody sees; an older map comes back."""

from collections.abc import Mapping
from datetime import datetime

from jobtrack_viz import store as stored
from jobtrack_viz.bounded_layout import drawn_map
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
from jobtrack_viz.publishing.baseline import Baseline, baseline
from jobtrack_viz.publishing.preview import preview
from jobtrack_viz.publishing.readings import copy_of
from jobtrack_viz.publishing.withdrawals import refuse_withdrawn, without_withdrawn
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Original, Store
from jobtrack_viz.workbook import read_workbook

__all__ = ["publish", "publish_first", "restore"]

_CHANGED = "Somebody else has published since. The draft must be compared with the new map."
_OVER = "This draft is gone: it was discarded or published, or its time was over."


def publish(
    store: Store, now: datetime, person: str, draft: str, note: str = "", typed: str = ""
) -> int:
    """The number of the new version, which is in force for everybody from now on.

    Raises:
        DraftGone: there is no such draft, it was published already, or its time is over.
        DraftHasErrors: it is not ready.
        NotConfirmed: much would be removed, and ``typed`` is not the number of roles that go.
        StaleDraft: another version was published since the draft was compared; it changes nothing.
        WithdrawnVersion: it was made from a version, or holds one, that was withdrawn.
    """
    shown = preview(store, draft)
    if shown.draft.closed or shown.draft.expires_at <= now:
        raise DraftGone(_OVER)
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
    with store.writing() as db:
        stored.lock_publication(db)
        found = stored.open_draft(db, draft, now)
        seen = stored.current(db)
        parent = seen.number
        # What was withdrawn since the draft was prepared or looked at is taken out here, where
        # nobody else can withdraw anything until it is published.
        after, gone = without_withdrawn(shown.after, stored.withdrawn_stories(db))
        content = framework_json(after) if gone else shown.draft.framework
        unchanged = found.framework in (content, shown.draft.framework) and found.stage == "ready"
        if parent != found.base or not unchanged or content is None:
            raise StaleDraft(_CHANGED)
        refuse_withdrawn(db, content, copy_of(found))
        told = shown.differences
        base = baseline(db)
        if base.framework is not None and (gone or seen.epoch != shown.epoch):
            told = differences(base.framework, after)
        number = stored.add_version(
            db,
            now,
            framework=content,
            drawn=found.drawn,
            former=_former(base, after),
            differences=to_json(told),
            originals=stored.draft_files(db, draft),
            person=person,
            note=note,
            parent=base.number,
            restores=None,
        )
        stored.set_stage(db, draft, "published", now)
        stored.record(db, now, person, "publish", str(number), {"draft": draft, "note": note})
    return number


def restore(store: Store, now: datetime, person: str, number: int, note: str = "") -> int:
    """The number of a new version that holds again what an older one held.

    Raises:
        UnknownVersion: there is no such version.
        UnreadableRecord: it is damaged itself. That the version in force may be damaged is no
            hindrance: then the differences are those from the newest version that can be read.
        WithdrawnVersion: it was withdrawn, so nobody may see it again.
        StaleDraft: somebody published at the same moment; nothing has changed.
    """
    with store.reading() as db:
        seen = stored.current(db)
        parent = seen.number
        base = baseline(db)
        after = framework_from(stored.payload(db, number).framework)
    told: tuple[Difference, ...] = differences(base.framework, after) if base.framework else ()
    with store.writing() as db:
        stored.lock_publication(db)
        meanwhile = stored.current(db)
        if meanwhile.number != parent:
            raise StaleDraft("Somebody else has published at the same moment. Look again.")
        if stored.version(db, number).withdrawn_at is not None:
            raise WithdrawnVersion("This version was withdrawn and cannot come back.")
        payload = stored.payload(db, number)
        content = payload.framework
        after, gone = without_withdrawn(framework_from(content), stored.withdrawn_stories(db))
        if gone:
            content = framework_json(after)
        base = baseline(db)
        if base.framework and (gone or meanwhile.epoch != seen.epoch):
            told = differences(base.framework, after)
        new = stored.add_version(
            db,
            now,
            framework=content,
            drawn=payload.drawn,
            former=_former(base, after),
            differences=to_json(told),
            originals=(),
            person=person,
            note=note,
            parent=base.number,
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
    drawn = drawn_map(framework, None, limits)
    with store.writing() as db:
        stored.lock_publication(db)
        if stored.current(db).number is not None:
            return
        shown, _ = without_withdrawn(framework, stored.withdrawn_stories(db))
        stored.add_version(
            db,
            now,
            framework=framework_json(shown),
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


def _former(base: Baseline, after: Framework) -> Mapping[str, str]:
    if base.payload is None or base.framework is None:
        return {}
    return former_ids(base.payload.former, base.framework, after)
