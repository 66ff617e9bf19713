"""What is done with a draft: publish, share, discard."""

from typing import Any, get_args

from flask import Blueprint, request

from jobtrack_viz.errors import DraftHasErrors, NotConfirmed, StaleDraft
from jobtrack_viz.merge import Choice
from jobtrack_viz.publishing import (
    MOST_DAYS,
    discard,
    preview,
    publish,
    settle,
    share,
    stop_sharing,
)
from layouts.hr.desk import Desk
from layouts.hr.draft_answers import compare_anew, show_draft
from layouts.hr.draft_page import conflicts_of
from layouts.hr.frame import person, say
from layouts.hr.workshop import Workshop
from layouts.hr.written import too_long, written
from layouts.links import redirect

__all__ = ["add"]


def add(hr: Blueprint, desk: Desk, workshop: Workshop) -> None:
    """Add the forms of a draft's page."""

    @hr.post("/drafts/<draft_id>/publish")
    def publish_draft(draft_id: str) -> Any:
        note, typed = written("note"), written("typed")
        kept = {"note": note, "typed": typed}
        if wrong := too_long("note", note):
            return show_draft(desk, workshop, draft_id, 422, errors=wrong, **kept)
        try:
            number = publish(desk.store, desk.now(), person().email, draft_id, note, typed)
        except NotConfirmed as error:
            wrong = [("typed", str(error))]
            return show_draft(desk, workshop, draft_id, 422, errors=wrong, **kept)
        except DraftHasErrors as error:
            wrong = [("found", str(error))]
            return show_draft(desk, workshop, draft_id, 409, errors=wrong, **kept)
        except StaleDraft:
            return compare_anew(desk, workshop, draft_id, note)
        return redirect(f"/hr/versions/{number}/published", 303)

    @hr.post("/drafts/<draft_id>/settle")
    def settle_draft(draft_id: str) -> Any:
        chosen, missing = _choices()
        if missing:
            found = conflicts_of(preview(desk.store, draft_id), chosen)
            return show_draft(desk, workshop, draft_id, 422, errors=missing, conflicts=found)
        settle(desk.store, desk.now(), person().email, draft_id, chosen)
        workshop.begin(draft_id)
        return redirect(f"/hr/drafts/{draft_id}", 303)

    @hr.post("/drafts/<draft_id>/share")
    def share_draft(draft_id: str) -> Any:
        days = written("days")
        if not (days.isascii() and days.isdigit() and 1 <= int(days) <= MOST_DAYS):
            wrong = [("days", f"Write a number of days from 1 to {MOST_DAYS}.")]
            return show_draft(desk, workshop, draft_id, 422, errors=wrong, days=days)
        try:
            token = share(desk.store, desk.now(), person().email, draft_id, int(days))
        except DraftHasErrors as error:
            return show_draft(desk, workshop, draft_id, 409, errors=[("found", str(error))])
        # The link is shown here and never again, so this page is the answer to the form itself.
        link = desk.absolute(f"/?v=d-{token}")
        return show_draft(desk, workshop, draft_id, link=link)

    @hr.post("/drafts/<draft_id>/stop-sharing")
    def stop_sharing_draft(draft_id: str) -> Any:
        stop_sharing(desk.store, desk.now(), person().email, draft_id)
        say("The consultation link is closed.")
        return redirect(f"/hr/drafts/{draft_id}", 303)

    @hr.post("/drafts/<draft_id>/discard")
    def discard_draft(draft_id: str) -> Any:
        discard(desk.store, desk.now(), person().email, draft_id)
        say("The draft is discarded. Nothing of it was published.")
        return redirect("/hr", 303)


def _choices() -> tuple[dict[str, Choice], list[tuple[str, str]]]:
    """What stands, by the keys of the conflicts; and the fields without an answer."""
    chosen: dict[str, Choice] = {}
    missing = []
    for name, key in request.form.items():
        if not name.startswith("key-"):
            continue
        field = name.replace("key-", "choice-", 1)
        given = request.form.get(field, "")
        answer = next((choice for choice in get_args(Choice) if choice == given), None)
        if answer:
            chosen[key] = answer
        else:
            missing.append((field, "Choose which of the two stands."))
    return chosen, missing
