"""How pages of HR are made: from which template, and what stands at their top."""

from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    g,
    make_response,
    render_template,
    request,
    session,
)
from flask_wtf.csrf import generate_csrf

from jobtrack_viz.store import Person
from layouts.hr.desk import Desk
from layouts.hr.moments import timed
from layouts.hr.notice import Notice, notice_of
from layouts.links import link

__all__ = ["add_frame", "page", "person", "say"]

_SAID = "said"
_PLACES = (
    ("Overview", "/hr", "hr.overview"),
    ("Upload", "/hr/upload", "hr.upload"),
    ("History", "/hr/history", "hr.history"),
    ("People", "/hr/people", "hr.people"),
    ("Audit log", "/hr/audit", "hr.audit"),
    ("Your account", "/hr/account", "hr.account"),
)
"""Words, address and endpoint of the places in the header, as far as they exist."""


def person() -> Person:
    """Who is signed in; the guard lets nobody else reach a page that asks."""
    who: Person = g.person
    return who


def say(text: str) -> None:
    """A sentence that the next page shows at its top, once."""
    session[_SAID] = [*session.get(_SAID, []), text]


def page(template: str, status: int = 200, **values: Any) -> Response:
    """An answer made from one of HR's templates.

    Every text among ``values`` is escaped where it stands. ``errors`` is a sequence of (id of the
    field, sentence): the summary at the top links to the fields, which name their own.
    """
    values.setdefault("errors", ())
    return make_response(render_template(f"hr/{template}", **values), status)


def add_frame(hr: Blueprint, desk: Desk) -> None:
    """Give all templates what the frame around them shows."""

    def already_said() -> list[str]:
        return list(session.pop(_SAID, []))

    def places() -> list[tuple[str, str, str]]:
        """Words, address, and whether somebody is there (page) or below it (true)."""
        there = current_app.view_functions
        return [(words, to, _here(to)) for words, to, endpoint in _PLACES if endpoint in there]

    def notice() -> Notice | None:
        """For whoever is signed in: others learn nothing of the state of the server."""
        if g.get("person") is None or desk.standing is None:
            return None
        return notice_of(desk.standing())

    @hr.record_once
    def give(state: Any) -> None:
        state.app.jinja_env.globals.update(
            csrf_token=generate_csrf,
            root=lambda: request.script_root,
            hr_person=lambda: g.get("person"),
            hr_places=places,
            hr_said=already_said,
            hr_desk=desk,
            hr_notice=notice,
        )
        state.app.jinja_env.filters.update(moment=timed, link=link)


def _here(address: str) -> str:
    if request.path == address:
        return "page"
    return "true" if address != "/hr" and request.path.startswith(f"{address}/") else ""
