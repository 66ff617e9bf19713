"""The page of a draft, whatever has become of it."""

from typing import Any

from flask import session

from jobtrack_viz import store
from jobtrack_viz.errors import DraftGone
from jobtrack_viz.publishing import preview
from layouts.hr.desk import Desk
from layouts.hr.draft_page import draft_page
from layouts.hr.frame import page, say
from layouts.hr.moments import moment
from layouts.hr.stages import AT_WORK, name_of, stages_in_order
from layouts.hr.workshop import Workshop
from layouts.links import redirect

__all__ = ["compare_anew", "show_draft"]

_USUAL_DAYS = "14"
_KEPT_NOTE = "note"
"""Where the session keeps the note of a draft that has to be compared anew: (draft, note)."""


def show_draft(
    desk: Desk, workshop: Workshop, draft_id: str, status: int = 200, **more: Any
) -> Any:
    """The page of a draft at its stage; ``more`` is what somebody has typed, or did wrong.

    Raises:
        DraftGone: there is none, or it was discarded or published.
    """
    found = preview(desk.store, draft_id)
    draft = found.draft
    if draft.stage in AT_WORK:
        workshop.take_up(draft, desk.now())
        stages = stages_in_order(draft.stage)
        return page("progress.html", id=draft_id, name=name_of(draft), stages=stages)
    if draft.stage == "published":
        raise DraftGone("It was published. The history says as which version.")
    if draft.stage == "discarded":
        raise DraftGone("It was discarded. Nothing of it was published.")
    if draft.refused:
        return _not_read(draft)
    if found.stale:
        return compare_anew(desk, workshop, draft_id)
    typed = {"note": _note_of(draft_id), "typed": "", "days": _USUAL_DAYS, "link": ""}
    return page("draft.html", status, **{**typed, **draft_page(found), **more})


def compare_anew(desk: Desk, workshop: Workshop, draft_id: str, note: str = "") -> Any:
    """Somebody published meanwhile: the draft is compared with that, and the note is kept.

    Raises:
        DraftGone: it was discarded or published.
    """
    with desk.store.writing() as db:
        store.open_draft(db, draft_id, desk.now())
        store.set_stage(db, draft_id, "waiting", desk.now())
    workshop.begin(draft_id)
    if note:
        session[_KEPT_NOTE] = [draft_id, note]
    say(
        "Somebody published meanwhile, so nothing of yours was published. The draft is compared "
        "with the new map: read it again, then publish."
    )
    return redirect(f"/hr/drafts/{draft_id}", 303)


def _note_of(draft_id: str) -> str:
    kept = session.get(_KEPT_NOTE)
    return str(kept[1]) if kept and kept[0] == draft_id else ""


def _not_read(draft: store.Draft) -> Any:
    """A file that cannot be read, or a map that cannot be drawn: why, and what to do."""
    drawn = draft.stage == "failed"
    return page(
        "message.html",
        heading="The map could not be made" if drawn else "The workbook cannot be read",
        sentences=[
            draft.refused,
            "Nothing has been published.",
            f"{name_of(draft)}, uploaded on {moment(draft.made_at)} by {draft.person}.",
        ],
        links=[("Upload another workbook", "/hr/upload"), ("Overview", "/hr")],
        discard=draft.id,
    )
