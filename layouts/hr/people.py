"""Who may publish: a list to add to, to take out of, and to give new links from."""

from typing import Any

from flask import Blueprint, Response, abort, request

from jobtrack_viz import accounts
from jobtrack_viz.errors import AccountRefused
from jobtrack_viz.store import Person, used_links
from jobtrack_viz.store import people as everybody
from layouts.hr.desk import Desk
from layouts.hr.frame import page, person, say
from layouts.hr.link_trace import maker
from layouts.links import redirect

__all__ = ["add"]


def add(hr: Blueprint, desk: Desk) -> None:
    """Add the page of people."""

    def listed(
        email: str = "", errors: list[tuple[str, str]] | None = None, **values: Any
    ) -> Response:
        with desk.store.reading() as db:
            found, links = everybody(db), used_links(db)
        status = 422 if errors else 200
        return page(
            "people.html",
            status,
            people=found,
            links=links,
            maker=maker,
            me=person(),
            email=email,
            errors=errors or (),
            **values,
        )

    def with_link(invited: Person) -> Response:
        """The link is shown here and never again, so this page is the answer to the form itself."""
        token = accounts.new_link(desk.store, desk.now(), person().email, invited)
        link = desk.absolute(f"/hr/password/{token}")
        return listed(invited=invited.email, link=link, minutes=accounts.LINK_MINUTES)

    @hr.get("/people")
    def people() -> Response:
        return listed()

    @hr.post("/people")
    def add_person() -> Response:
        email = request.form.get("email", "")
        try:
            return with_link(accounts.add(desk.store, desk.now(), person().email, email))
        except AccountRefused as refusal:
            return listed(email, [("email", str(refusal))])

    @hr.post("/people/<int:number>/<any(link,disable,enable):what>")
    def change_person(number: int, what: str) -> Any:
        with desk.store.reading() as db:
            found = [each for each in everybody(db) if each.id == number]
        if not found:
            abort(404)
        try:
            if what == "link":
                return with_link(found[0])
            act = accounts.disable if what == "disable" else accounts.enable
            act(desk.store, desk.now(), person().email, number)
        except AccountRefused as refusal:
            return listed(errors=[("people", str(refusal))])
        allowed = "may publish again" if what == "enable" else "may publish no longer"
        say(f"{found[0].email} {allowed}.")
        return redirect("/hr/people", 303)
