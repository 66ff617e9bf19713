"""An upload becomes a draft: read, compared with what is published, drawn; nothing is shown yet."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from logging import getLogger

from jobtrack_viz import store as stored
from jobtrack_viz.bounded_layout import drawn_map
from jobtrack_viz.canonical import framework_json, map_from, to_json
from jobtrack_viz.errors import (
    DraftGone,
    DraftHasErrors,
    JobtrackError,
    StoreUnavailable,
    UnreadableWorkbook,
    WithdrawnVersion,
)
from jobtrack_viz.merge import Choice
from jobtrack_viz.metro.shapes import MetroMap
from jobtrack_viz.model import Problem
from jobtrack_viz.publishing.baseline import baseline
from jobtrack_viz.publishing.readings import Mode, Upload, copy_of, read_upload
from jobtrack_viz.publishing.withdrawals import refuse_withdrawn, without_withdrawn
from jobtrack_viz.sandbox import Cancelled
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Original, Store

__all__ = ["Mode", "begin", "discard", "prepare", "settle"]

_KEPT_FOR = timedelta(days=30)
_NOTHING = b"null"
_SEVERITIES = ("error", "warning", "note")


def begin(store: Store, now: datetime, person: str, files: Mapping[str, bytes], mode: Mode) -> str:
    """The id of a new draft of these files, which waits to be prepared."""
    originals = [Original(name, content) for name, content in sorted(files.items())]
    with store.writing() as db:
        stored.forget_expired(db, now)
        draft = stored.add_draft(
            db,
            now,
            person=person,
            mode=mode,
            base=stored.current(db).number,
            files=originals,
            expires_at=now + _KEPT_FOR,
        )
        facts = {"files": ", ".join(files), "mode": mode}
        stored.record(db, now, person, "upload", draft, facts)
    return draft


def settle(
    store: Store, now: datetime, person: str, draft: str, choices: Mapping[str, Choice]
) -> None:
    """Decide conflicts of an edited copy, by their keys; the draft waits to be prepared anew.

    Raises:
        DraftGone: there is no such draft, or its time is over.
        DraftHasErrors: it is no edited copy.
    """
    with store.writing() as db:
        # Nothing is taken back between reading the draft and writing it again.
        stored.lock_publication(db)
        found = stored.open_draft(db, draft, now)
        copy = copy_of(found)
        if copy is None:
            raise DraftHasErrors("There is nothing to decide in this draft.")
        told = to_json(replace(copy, choices={**copy.choices, **choices}))
        stored.set_result(
            db,
            draft,
            base=found.base,
            stage="waiting",
            refused="",
            problems=found.problems,
            framework=found.framework,
            drawn=found.drawn,
            conflicts=told,
            summary=found.summary,
        )
        stored.record(db, now, person, "decide", draft, dict(choices))


def discard(store: Store, now: datetime, person: str, draft: str) -> None:
    """Forget a draft and its files.

    Raises:
        DraftGone: there is none of this id.
    """
    with store.writing() as db:
        stored.discard(db, draft)
        stored.record(db, now, person, "discard", draft, {})


def prepare(store: Store, limits: Limits, draft: str, upload: Upload | None = None) -> None:
    """Bring a draft as far as its files allow, against what is published now.

    ``upload`` is what reading them gave; without it, or if the map in force is another one by now,
    they are read again. After: its stage is ``ready``, ``refused`` (a file cannot be read, or the
    framework has errors) or ``failed``; in between it says what is being done. A draft that is
    gone stays gone; within a second of that, nothing works on it any more.
    """
    try:
        _prepare(store, limits, draft, upload)
    except (Cancelled, DraftGone, StoreUnavailable) as error:
        getLogger(__name__).info("a draft is not prepared: %s", error)
    except WithdrawnVersion as error:
        _end(store, draft, "refused", str(error))
    except JobtrackError as error:
        _end(store, draft, "failed", str(error))
    except Exception:
        getLogger(__name__).exception("a draft could not be prepared")
        _end(store, draft, "failed", "Something went wrong while the map was prepared.")
        raise


def _prepare(store: Store, limits: Limits, draft: str, upload: Upload | None) -> None:
    stop = partial(_is_closed, store, draft)
    with store.reading() as db:
        seen = stored.current(db)
        withdrawn = stored.withdrawn_stories(db)
    if upload is None or (upload.base, upload.epoch) != (seen.number, seen.epoch):
        try:
            upload = _read(store, draft, limits, stop)
        except UnreadableWorkbook as error:
            _end(store, draft, "refused", str(error), seen.number)
            return
    base, reading = upload.base, upload.checked.reading
    if reading is None:
        raise UnreadableWorkbook("The workbook could not be read to its end. Upload it again.")
    _at_stage(store, draft, "comparing")
    framework, problems = reading.framework, reading.problems
    if framework is not None:
        framework, more = without_withdrawn(framework, withdrawn)
        problems = tuple(sorted((*problems, *more), key=_severity))
    drawn = None
    if framework is not None:
        _at_stage(store, draft, "drawing")
        drawn = drawn_map(framework, _previous_map(store), limits, stop)
    content = framework_json(framework) if framework is not None else None
    with store.writing() as db:
        stored.lock_publication(db)
        taken_back = stored.current(db).epoch != seen.epoch
        if not taken_back:
            if content is not None:
                refuse_withdrawn(db, content, upload.copy)
            stored.replace_files(db, draft, upload.checked.without)
            stored.set_result(
                db,
                draft,
                base=base,
                stage="ready" if content is not None else "refused",
                refused="",
                problems=to_json(problems),
                framework=content,
                drawn=drawn,
                conflicts=to_json(upload.copy),
                summary=to_json(reading.summary),
            )
    if taken_back:  # Something was withdrawn meanwhile, so nothing of this result may stand.
        _prepare(store, limits, draft, None)


def _read(store: Store, draft: str, limits: Limits, stop: Callable[[], bool]) -> Upload:
    """The files of a draft as they are stored, against what is published now."""
    _at_stage(store, draft, "reading")
    with store.reading() as db:
        about = stored.draft(db, draft)
        files = {file.name: file.content or b"" for file in stored.draft_files(db, draft)}
    copy = copy_of(about)
    mode: Mode = "replace" if about.mode == "replace" else "update"
    return read_upload(store, files, mode, "keep", limits, copy.choices if copy else {}, stop)


def _previous_map(store: Store) -> MetroMap | None:
    """The drawn map of what is published, which a new one should resemble."""
    with store.reading() as db:
        payload = baseline(db).payload
    return map_from(payload.drawn) if payload and payload.drawn else None


def _is_closed(store: Store, draft: str) -> bool:
    """True once the draft was discarded, wherever: nobody wants what is being worked out."""
    with store.reading() as db:
        return not stored.is_open(db, draft)


def _at_stage(store: Store, draft: str, stage: str) -> None:
    with store.writing() as db:
        stored.set_stage(db, draft, stage, datetime.now(UTC))


def _end(store: Store, draft: str, stage: str, why: str, base: int | None = None) -> None:
    with store.writing() as db:
        stored.set_result(
            db,
            draft,
            base=base,
            stage=stage,
            refused=why,
            problems=to_json(()),
            framework=None,
            drawn=None,
            conflicts=_NOTHING,
            summary=_NOTHING,
        )


def _severity(problem: Problem) -> int:
    return _SEVERITIES.index(problem.severity)
