"""/hr/drafts/<id>: how far a draft is, what was found in it, and what it would change."""

from threading import Event
from typing import Any

from flask import Blueprint, Response, abort, request

from jobtrack_viz import store
from jobtrack_viz.errors import DraftGone
from jobtrack_viz.publishing import preview
from layouts.hr.desk import Desk
from layouts.hr.draft_answers import show_draft
from layouts.hr.draft_pictures import pictures_of
from layouts.hr.stages import AT_WORK, stages_in_order
from layouts.hr.workshop import Workshop

__all__ = ["add"]

_LONGEST_WAIT, _LOOK_EVERY = 5.0, 0.25
"""Seconds: an answer to a page without a script waits so long for something to show."""
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""A picture brings its own look with it, and nothing else."""


def add(hr: Blueprint, desk: Desk, workshop: Workshop) -> None:
    """Add what is read of a draft."""

    @hr.get("/drafts/<draft_id>")
    def draft(draft_id: str) -> Any:
        if request.args.get("wait"):
            _wait(desk, draft_id)
        return show_draft(desk, workshop, draft_id)

    @hr.get("/drafts/<draft_id>/state")
    def draft_state(draft_id: str) -> dict[str, Any]:
        found = _draft(desk, draft_id)
        if found is None or found.stage not in AT_WORK:
            return {"stages": [], "done": True}
        workshop.take_up(found, desk.now())
        return {"stages": stages_in_order(found.stage), "done": False}

    @hr.get("/drafts/<draft_id>/<any(before,after):which>.svg")
    def draft_picture(draft_id: str, which: str) -> Response:
        maps = pictures_of(preview(desk.store, draft_id))
        if which not in maps:
            abort(404)
        headers = {"Content-Security-Policy": _PICTURE_POLICY}
        return Response(maps[which].svg, mimetype="image/svg+xml", headers=headers)


def _draft(desk: Desk, draft_id: str) -> store.Draft | None:
    """What is known of a draft; nothing of one that is gone."""
    try:
        with desk.store.reading() as db:
            return store.draft(db, draft_id)
    except DraftGone:
        return None


def _wait(desk: Desk, draft_id: str) -> None:
    """Wait until the draft is no longer worked on, or for some seconds."""
    pause = Event()
    for _ in range(int(_LONGEST_WAIT / _LOOK_EVERY)):
        found = _draft(desk, draft_id)
        if found is None or found.stage not in AT_WORK:
            return
        pause.wait(_LOOK_EVERY)
