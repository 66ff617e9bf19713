"""/hr: what readers see now, the drafts that are open, and where to go from here."""

from typing import Any

from flask import Blueprint, Response

from jobtrack_viz import store
from jobtrack_viz.drawing.phrases import count_of
from jobtrack_viz.model import Framework
from jobtrack_viz.publishing import Baseline, baseline
from layouts.hr.desk import Desk
from layouts.hr.files import sent_workbook
from layouts.hr.frame import page
from layouts.hr.held import framework_now
from layouts.hr.moments import day, moment
from layouts.hr.notice import notice_of_memory
from layouts.hr.stages import name_of, stage_of

__all__ = ["add"]


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the overview, and the published framework as a workbook."""

    @hr.get("")
    def overview() -> Response:
        standing = desk.standing() if desk.standing else None
        with desk.store.reading() as db:
            found = baseline(db)
            notice = notice_of_memory(standing, found)
            live = _from_memory(db, found) if notice else _live(db, found)
            opened = [_card(draft) for draft in store.drafts(db, desk.now())]
        begun = found.newest is not None
        return page("overview.html", live=live, begun=begun, drafts=opened, notice=notice)

    @hr.get("/framework.xlsx")
    def framework() -> Response:
        from jobtrack_viz.export.framework_xlsx import stamp_of, workbook_of

        with desk.store.reading() as db:
            number, held = framework_now(db)
            made = store.version(db, number)
        stamp = stamp_of(str(number), held, made.at)
        return sent_workbook(workbook_of(held, stamp), f"career-framework-version-{number}.xlsx")


def _live(db: store.Db, found: Baseline) -> dict[str, Any] | None:
    if found.number is None or found.framework is None:
        return None
    return {**_facts(db, found.number), "counts": _counts(found.framework), "workbook": True}


def _from_memory(db: store.Db, found: Baseline) -> dict[str, Any] | None:
    """What is still known of the newest version, which readers see and nobody can read anew."""
    if found.newest is None:
        return None
    return {**_facts(db, found.newest), "counts": "", "workbook": False}


def _facts(db: store.Db, number: int) -> dict[str, Any]:
    made = store.version(db, number)
    return {
        "number": number,
        "at": moment(made.at),
        "person": made.person or "the program",
        "note": made.note,
        "restores": made.restores,
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
