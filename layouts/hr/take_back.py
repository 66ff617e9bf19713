"""What was published is taken back: restore and withdraw a version, delete its files."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request

from jobtrack_viz import store
from jobtrack_viz.differences import differences
from jobtrack_viz.drawing.difference_groups import as_groups
from jobtrack_viz.errors import StaleDraft, UnknownVersion, WithdrawnVersion
from jobtrack_viz.publishing import baseline, purge, restore, withdraw_version
from layouts.hr.desk import Desk
from layouts.hr.frame import page, person, say
from layouts.hr.held import framework_at
from layouts.hr.history import by_whom, version_page
from layouts.hr.moments import moment
from layouts.hr.written import too_long, written
from layouts.links import redirect

__all__ = ["add"]

_MEANWHILE = "Another version is published since you opened this page. This is the new comparison."


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the questions that are asked first, and what is done then."""

    @hr.get("/versions/<int:number>/restore")
    def restore_question(number: int) -> Response:
        return page("confirm.html", **_restoring(desk, number, "", stale=""))

    @hr.post("/versions/<int:number>/restore")
    def restore_version(number: int) -> Any:
        note = written("note")
        if wrong := too_long("note", note):
            values = _restoring(desk, number, note, stale="")
            return page("confirm.html", 422, **{**values, "errors": wrong})
        with desk.store.reading() as db:
            now = store.current(db).number
        if request.form.get("instead-of") != str(now):
            return page("confirm.html", 409, **_restoring(desk, number, note, _MEANWHILE))
        try:
            new = restore(desk.store, desk.now(), person().email, number, note)
        except StaleDraft:
            return page("confirm.html", 409, **_restoring(desk, number, note, _MEANWHILE))
        return redirect(f"/hr/versions/{new}/published", 303)

    @hr.get("/versions/<int:number>/withdraw")
    def withdraw_question(number: int) -> Response:
        return page("confirm.html", **_withdrawing(desk, number, "", ()))

    @hr.post("/versions/<int:number>/withdraw")
    def withdraw(number: int) -> Any:
        why = written("why")
        errors = too_long("why", why)
        if not why:
            errors = [("why", "Say why: whoever follows a link to this version reads it.")]
        if errors:
            return page("confirm.html", 422, **_withdrawing(desk, number, why, errors))
        try:
            withdraw_version(desk.store, desk.now(), person().email, number, why)
        except UnknownVersion as error:
            errors = [("why", str(error))]
            return page("confirm.html", 409, **_withdrawing(desk, number, why, errors))
        say(f"Version {number} is withdrawn. Links to it say so.")
        return redirect(f"/hr/versions/{number}", 303)

    @hr.post("/versions/<int:number>/purge")
    def purge_files(number: int) -> Any:
        why, typed = written("why"), written("typed")
        if errors := _against_purging(number, why, typed):
            values = version_page(desk, number)
            return page("version.html", 422, **values, errors=errors, why=why, typed=typed)
        purge(desk.store, desk.now(), person().email, number, why)
        say(f"The files of version {number} are deleted.")
        return redirect(f"/hr/versions/{number}", 303)


def _against_purging(number: int, why: str, typed: str) -> list[tuple[str, str]]:
    """The fields that keep the files from being deleted."""
    errors = too_long("why", why)
    if not why:
        errors.append(("why", "Say why the files are deleted."))
    if typed.casefold() != f"delete {number}":
        errors.append(("typed", f"Type delete {number} to confirm."))
    return errors


def _restoring(desk: Desk, number: int, note: str, stale: str) -> dict[str, Any]:
    with desk.store.reading() as db:
        made = store.version(db, number)
        if made.withdrawn_at is not None:
            raise WithdrawnVersion(f"Version {number} was withdrawn and cannot come back.")
        base = baseline(db)
        after = framework_at(db, number)
    return {
        "heading": f"Restore version {number}?",
        "sentences": [
            f"Readers would see again what version {number} held, published on {moment(made.at)} "
            f"by {by_whom(made)}. It becomes a new version; version {base.newest} stays in the "
            "history.",
            *([base.about] if base.about else []),
        ],
        "groups": as_groups(differences(base.framework, after)) if base.framework else None,
        "stale": stale,
        "errors": (),
        "action": f"/hr/versions/{number}/restore",
        "hidden": {"instead-of": str(base.newest)},
        "field": {
            "name": "note",
            "label": "Note for the history (optional)",
            "hint": "Why it comes back, in a few words.",
            "value": note,
        },
        "button": f"Restore version {number}",
        "grave": False,
        "back": f"/hr/versions/{number}",
    }


def _withdrawing(
    desk: Desk, number: int, why: str, errors: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    with desk.store.reading() as db:
        made = store.version(db, number)
    return {
        "heading": f"Withdraw version {number}?",
        "sentences": [
            f"Nobody could open the map of {moment(made.at)} any more. Links to it say that it was "
            "withdrawn, when, and why. This cannot be undone.",
            "The map that readers see now stays as it is.",
        ],
        "groups": None,
        "stale": "",
        "errors": errors,
        "action": f"/hr/versions/{number}/withdraw",
        "hidden": {},
        "field": {
            "name": "why",
            "label": "Why is it withdrawn?",
            "hint": "Readers who follow a link to it see this text.",
            "value": why,
        },
        "button": f"Withdraw version {number}",
        "grave": True,
        "back": f"/hr/versions/{number}",
    }
