"""Signing in and out."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, g, request

from jobtrack_viz import accounts
from jobtrack_viz.errors import SignInRefused
from jobtrack_viz.store import forget_entries
from layouts.hr.desk import Desk
from layouts.hr.door import own_page
from layouts.hr.frame import page, person
from layouts.hr.session import current, visitor
from layouts.links import redirect

__all__ = ["add"]

_FOR_EVER = 100_000
"""Days; no clock goes back so far."""
_WHY = {
    "ended": "Your session has ended. What you sent was not taken; please sign in again.",
    "out": "You are signed out.",
    "everywhere": "You are signed out on all machines.",
    "changed": "Your password is changed. Sign in with the new one.",
}
"""What the page says of how somebody came here; the address holds only these words."""


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the way in and the way out."""

    @hr.get("/sign-in")
    def sign_in() -> Any:
        if g.person is not None:
            return redirect(own_page(request.args.get("next", "")), 303)
        return _form(request.args.get("next", ""), why=_WHY.get(request.args.get("why", ""), ""))

    @hr.post("/sign-in")
    def let_in() -> Any:
        email, password = request.form.get("email", ""), request.form.get("password", "")
        wanted = request.form.get("next", "")
        errors = _missing(email, password)
        if errors:
            return _form(wanted, email=email, errors=errors)
        try:
            entrance = accounts.sign_in(
                desk.store, desk.now(), desk.key, email, password, visitor(desk)
            )
        except SignInRefused as refusal:
            return _form(wanted, email=email, errors=[("email", str(refusal))])
        current().signed_in(entrance)
        _forget(desk)
        return redirect(own_page(wanted), 303)

    @hr.post("/sign-out")
    def sign_out() -> Any:
        accounts.sign_out(desk.store, desk.now(), current().token, person())
        current().signed_out()
        return redirect("/hr/sign-in?why=out", 303)


def _forget(desk: Desk) -> None:
    """Entries of the log go when their time is over: signing in is often enough to look."""
    days = desk.settings.audit_days
    if days is not None and days < _FOR_EVER:
        with desk.store.writing() as db:
            now = desk.now()
            forget_entries(db, now, now - timedelta(days=days))


def _form(
    wanted: str, email: str = "", why: str = "", errors: list[tuple[str, str]] | None = None
) -> Response:
    status = 422 if errors else 200
    return page(
        "sign_in.html", status, next=own_page(wanted), email=email, why=why, errors=errors or ()
    )


def _missing(email: str, password: str) -> list[tuple[str, str]]:
    errors = []
    if not email.strip():
        errors.append(("email", "Write your e-mail address."))
    if not password:
        errors.append(("password", "Write your password."))
    return errors
