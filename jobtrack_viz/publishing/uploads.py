"""An upload becomes a draft: read, compared with what is published, drawn; nothing is shown yet."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from logging import getLogger
from typing import Literal

from jobtrack_viz import store as stored
from jobtrack_viz.canonical import framework_from, framework_json, map_from, to_json
from jobtrack_viz.errors import DraftGone, JobtrackError, StoreUnavailable, UnreadableWorkbook
from jobtrack_viz.export.framework_xlsx import workbook_of
from jobtrack_viz.health import findings
from jobtrack_viz.model import Framework, Problem
from jobtrack_viz.network import build_network
from jobtrack_viz.publishing.drawing import drawn_map
from jobtrack_viz.publishing.withdrawals import without_withdrawn
from jobtrack_viz.settings import Limits
from jobtrack_viz.store import Original, Store
from jobtrack_viz.workbook import Reading, read_update, read_workbooks

__all__ = ["Mode", "begin", "discard", "prepare"]

Mode = Literal["update", "replace"]
_KEPT_FOR = timedelta(days=30)
_PUBLISHED = "Published map.xlsx"
"""The name of the workbook that stands for what is published, in messages about an update."""
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


def discard(store: Store, now: datetime, person: str, draft: str) -> None:
    """Forget a draft and its files.

    Raises:
        DraftGone: there is none of this id.
    """
    with store.writing() as db:
        stored.discard(db, draft)
        stored.record(db, now, person, "discard", draft, {})


def prepare(store: Store, limits: Limits, draft: str) -> None:
    """Bring a draft as far as its files allow, against what is published now.

    After: its stage is ``ready``, ``refused`` (a file cannot be read, or the framework has errors)
    or ``failed``; in between it says what is being done. A draft that is gone stays gone.
    """
    try:
        _prepare(store, limits, draft)
    except (DraftGone, StoreUnavailable) as error:
        getLogger(__name__).info("a draft is not prepared: %s", error)
    except JobtrackError as error:
        _end(store, draft, "failed", str(error))
    except Exception:
        getLogger(__name__).exception("a draft could not be prepared")
        _end(store, draft, "failed", "Something went wrong while the map was prepared.")
        raise


def _prepare(store: Store, limits: Limits, draft: str) -> None:
    _at_stage(store, draft, "reading")
    with store.reading() as db:
        about = stored.draft(db, draft)
        files = {file.name: file.content or b"" for file in stored.draft_files(db, draft)}
        base = stored.current(db).number
        payload = stored.payload(db, base) if base is not None else None
        withdrawn = stored.withdrawn_stories(db)
    before = framework_from(payload.framework) if payload else None
    try:
        reading = _reading(before, files, about.mode, limits)
    except UnreadableWorkbook as error:
        _end(store, draft, "refused", str(error), base)
        return
    _at_stage(store, draft, "comparing")
    framework, problems = reading.framework, reading.problems
    if framework is not None:
        framework, more = without_withdrawn(framework, withdrawn)
        found = findings(build_network(framework), reading.places)
        problems = tuple(sorted((*problems, *more, *found), key=_severity))
    drawn = None
    if framework is not None:
        _at_stage(store, draft, "drawing")
        previous = map_from(payload.drawn) if payload and payload.drawn else None
        drawn = drawn_map(framework, previous)
    with store.writing() as db:
        stored.set_result(
            db,
            draft,
            base=base,
            stage="ready" if framework is not None else "refused",
            refused="",
            problems=to_json(problems),
            framework=framework_json(framework) if framework is not None else None,
            drawn=drawn,
            conflicts=b"null",
            summary=to_json(reading.summary),
        )


def _reading(
    before: Framework | None, files: Mapping[str, bytes], mode: str, limits: Limits
) -> Reading:
    if mode == "replace" or before is None:
        return read_workbooks(files, limits)
    return read_update({_PUBLISHED: workbook_of(before)}, files, limits)


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
            conflicts=b"null",
            summary=b"null",
        )


def _severity(problem: Problem) -> int:
    return _SEVERITIES.index(problem.severity)
