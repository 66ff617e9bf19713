"""/hr: what readers see now, the drafts that are open, and where to go from here."""

from typing import Any

from flask import Blueprint, Response

from jobtrack_viz import store
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.errors import UnknownVersion, UnreadableRecord
from jobtrack_viz.model import Framework
from layouts.hr.desk import Desk
from layouts.hr.files import sent_workbook
from layouts.hr.frame import page
from layouts.hr.held import framework_now
from layouts.hr.moments import day, moment
from layouts.hr.stages import name_of, stage_of

__all__ = ["add"]


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the overview, and the published framework as a workbook."""

    @hr.get("")
    def overview() -> Response:
        with desk.store.reading() as db:
            live, begun = _live(db), store.current(db).number is not None
            opened = [_card(draft) for draft in store.drafts(db, desk.now())]
        return page("overview.html", live=live, begun=begun, drafts=opened)

    @hr.get("/framework.xlsx")
    def framework() -> Response:
        from jobtrack_viz.export.framework_xlsx import stamp_of, workbook_of

        with desk.store.reading() as db:
            number, held = framework_now(db)
            made = store.version(db, number)
        stamp = stamp_of(str(number), held, made.at)
        return sent_workbook(workbook_of(held, stamp), f"career-framework-version-{number}.xlsx")


def _live(db: store.Db) -> dict[str, Any] | None:
    try:
        number, held = framework_now(db)
    except (UnknownVersion, UnreadableRecord):
        return None
    made = store.version(db, number)
    return {
        "number": number,
        "at": moment(made.at),
        "person": made.person or "the program",
        "note": made.note,
        "restores": made.restores,
        "counts": _counts(held),
    }


def _counts(framework: Framework) -> str:
    roles = count_of(len(framework.roles), "role")
    tracks = count_of(len(framework.tracks), "track")
    return f"{framework.about.title}: {roles} on {tracks}."


def _card(draft: store.Draft) -> dict[str, Any]:
    stage = stage_of(draft)
    return {
        "id": draft.id,
        "name": name_of(draft),
        "stage": stage.title,
        "tone": stage.tone,
        "about": stage.words,
        "person": draft.person,
        "at": moment(draft.made_at),
        "until": day(draft.expires_at),
        "shared": day(draft.shared_until) if draft.shared_until else "",
    }
