"""Choosing a password with a one-time link; the very first one sets up the first account."""

from typing import Any

from flask import Blueprint, Response, request

from jobtrack_viz import accounts
from jobtrack_viz.errors import AccountRefused, LinkGone, PasswordRefused
from layouts.hr.desk import Desk
from layouts.hr.frame import page
from layouts.hr.session import current, visitor
from layouts.links import redirect

__all__ = ["add", "two_passwords"]


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the page that a one-time link opens."""

    @hr.get("/password/<token>")
    def password(token: str) -> Response:
        try:
            invited = accounts.invitation(desk.store, desk.now(), token)
        except LinkGone as gone:
            return _gone(gone)
        return _form(invited)

    @hr.post("/password/<token>")
    def choose_password(token: str) -> Any:
        store, now = desk.store, desk.now()
        email = request.form.get("email", "")
        try:
            invited = accounts.invitation(store, now, token)
            new, errors = two_passwords()
            if not errors:
                entrance = accounts.take_up(store, now, desk.key, token, email, new, visitor(desk))
        except LinkGone as gone:
            return _gone(gone)
        except PasswordRefused as refusal:
            errors = [("password", str(refusal))]
        except AccountRefused as refusal:
            errors = [("email", str(refusal))]
        if errors:
            return _form(invited, email, errors)
        current().signed_in(entrance)
        return redirect("/hr", 303)


def two_passwords() -> tuple[str, list[tuple[str, str]]]:
    """The new password of a form, which is written twice, and what is wrong with it."""
    new, again = request.form.get("password", ""), request.form.get("again", "")
    if not new:
        return new, [("password", "Write the password that you want.")]
    if new != again:
        return new, [("again", "The two passwords are not the same. Write both again.")]
    return new, []


def _form(
    invited: accounts.Invitation, email: str = "", errors: list[tuple[str, str]] | None = None
) -> Response:
    return page(
        "password.html",
        422 if errors else 200,
        invited=invited.email,
        email=email,
        shortest=accounts.SHORTEST,
        errors=errors or (),
    )


def _gone(gone: LinkGone) -> Response:
    sentence = f"{gone} Ask a colleague who may publish for a new one, or whoever runs the server."
    return page("refused.html", 410, title="This link does not work", sentence=sentence)
