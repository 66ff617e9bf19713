"""The screens from an upload to the history of what was published."""

from flask import Blueprint, Response, g, request

from jobtrack_viz import store
from jobtrack_viz.errors import (
    DraftGone,
    JobtrackError,
    StoreUnavailable,
    UnknownVersion,
    UnreadableRecord,
    WithdrawnVersion,
)
from jobtrack_viz.publishing import purge_expired
from layouts.hr import (
    draft_actions,
    draft_files,
    drafts,
    history,
    overview,
    stories,
    take_back,
    upload,
)
from layouts.hr.desk import Desk
from layouts.hr.frame import page
from layouts.hr.workshop import Workshop

__all__ = ["add"]

_LINKS = (("Overview", "/hr"), ("History", "/hr/history"), ("Upload", "/hr/upload"))


def add(hr: Blueprint, desk: Desk) -> None:
    """Add them all, and a page for what is not there any more."""
    workshop = Workshop(desk.store, desk.settings.limits)

    @hr.before_request
    def purge_by_time() -> None:
        """No page, form or download finds a draft whose time is over."""
        if g.get("person") is not None:
            _purge_expired(desk, (request.view_args or {}).get("draft_id"))

    overview.add(hr, desk)
    upload.add(hr, desk, workshop)
    drafts.add(hr, desk, workshop)
    draft_actions.add(hr, desk, workshop)
    draft_files.add(hr, desk)
    history.add(hr, desk)
    take_back.add(hr, desk)
    stories.add(hr, desk)
    hr.register_error_handler(DraftGone, _draft_is_gone)
    hr.register_error_handler(UnknownVersion, _not_there)
    hr.register_error_handler(WithdrawnVersion, _withdrawn)
    hr.register_error_handler(UnreadableRecord, _damaged)


def _purge_expired(desk: Desk, draft_id: str | None) -> None:
    """Purge them; where the database can only be read, refuse the one that is asked for.

    Raises:
        DraftGone: that draft's time is over.
    """
    try:
        purge_expired(desk.store, desk.now())
    except StoreUnavailable:
        if draft_id is None:
            return
        with desk.store.reading() as db:
            store.open_draft(db, draft_id, desk.now())


def _draft_is_gone(error: DraftGone) -> Response:
    return _told(410, "This draft is gone", error)


def _not_there(error: UnknownVersion) -> Response:
    return _told(404, "This is not there", error)


def _withdrawn(error: WithdrawnVersion) -> Response:
    return _told(410, "This version was withdrawn", error)


def _damaged(error: UnreadableRecord) -> Response:
    """What cannot be read cannot be worked with; a draft can still be discarded."""
    sentences = [
        str(error),
        "Nothing was changed. Restore another version from the history, or upload the workbooks "
        "again.",
    ]
    draft = (request.view_args or {}).get("draft_id")
    values = {"heading": "This is damaged", "sentences": sentences, "discard": draft}
    return page("message.html", 500, **values, links=_LINKS)


def _told(status: int, heading: str, error: JobtrackError) -> Response:
    return page("message.html", status, heading=heading, sentences=[str(error)], links=_LINKS)
