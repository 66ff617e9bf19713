"""One's own account: another password, and the end of all sessions."""

from typing import Any

from flask import Blueprint, Response, request

from jobtrack_viz import accounts
from jobtrack_viz.errors import AccountRefused, PasswordRefused, SignInRefused
from jobtrack_viz.store import used_links
from layouts.hr.desk import Desk
from layouts.hr.frame import page, person
from layouts.hr.link_trace import changed_since, maker
from layouts.hr.password import two_passwords
from layouts.hr.session import current, visitor
from layouts.links import redirect

__all__ = ["add"]


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the page about one's own account."""

    @hr.get("/account")
    def account() -> Response:
        return _form(desk)

    @hr.post("/account")
    def change_password() -> Any:
        new, errors = two_passwords()
        old = request.form.get("old", "")
        if not old:
            errors.insert(0, ("old", "Write the password that you have now."))
        if errors:
            return _form(desk, errors)
        try:
            known = accounts.change_password(
                desk.store, desk.now(), desk.key, person(), old, new, visitor(desk)
            )
        except PasswordRefused as refusal:
            return _form(desk, [("password", str(refusal))])
        except (AccountRefused, SignInRefused) as refusal:
            return _form(desk, [("old", str(refusal))])
        current().signed_out()
        current().known_as(known)
        return redirect("/hr/sign-in?why=changed", 303)

    @hr.post("/account/sign-out-everywhere")
    def sign_out_everywhere() -> Any:
        accounts.sign_out_everywhere(desk.store, desk.now(), person())
        current().signed_out()
        return redirect("/hr/sign-in?why=everywhere", 303)


def _form(desk: Desk, errors: list[tuple[str, str]] | None = None) -> Response:
    with desk.store.reading() as db:
        link = used_links(db).get(person().id)
    return page(
        "account.html",
        422 if errors else 200,
        email=person().email,
        shortest=accounts.SHORTEST,
        link=link,
        maker=maker(link) if link else "",
        changed_at=changed_since(person(), link),
        errors=errors or (),
    )
