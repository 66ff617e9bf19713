"""Who may ask for what: one list of every route and callback; what is not on it is refused.

A new route or callback is refused until it stands here, and a test says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, abort, request

from layouts.posted import posted_callback

__all__ = ["CALLBACKS", "REFUSED", "ROUTES", "Access", "add_guard", "may", "of_hr"]

_READ, _SEND = frozenset({"GET", "HEAD"}), frozenset({"POST"})


@dataclass(frozen=True, slots=True)
class Access:
    """Which methods a route takes, and whether somebody must be signed in for them."""

    methods: frozenset[str]
    signed_in: bool


_ANYONE = Access(_READ, signed_in=False)
_ANYONE_SENDS = Access(_SEND, signed_in=False)
_HR_READS = Access(_READ, signed_in=True)
_HR_SENDS = Access(_SEND, signed_in=True)

ROUTES: Mapping[str, Access] = {
    # What Dash needs for its pages.
    "/": _ANYONE,
    "_dash_assets.static": _ANYONE,
    "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": _ANYONE,
    "/_dash-layout": _ANYONE,
    "/_dash-dependencies": _ANYONE,
    "/_dash-update-component": _ANYONE_SENDS,
    "/_favicon.ico": _ANYONE,
    "stylesheet": _ANYONE,
    "script": _ANYONE,
    # What readers read and take away.
    "health": _ANYONE,
    "ready": _ANYONE,
    "version": _ANYONE,
    "titles": _ANYONE,
    "levels": _ANYONE,
    "text": _ANYONE,
    "/help": _ANYONE,
    "/accessibility": _ANYONE,
    "/privacy": _ANYONE,
    "template": _ANYONE,
    "plan_page": _ANYONE,
    "plan_for_word": _ANYONE,
    "comparison_for_excel": _ANYONE,
    "part_state": _ANYONE,
    # HR's doors, which open before anybody is known.
    "hr.sign_in": _ANYONE,
    "hr.let_in": _ANYONE_SENDS,
    "hr.password": _ANYONE,
    "hr.choose_password": _ANYONE_SENDS,
    # HR's pages.
    "hr.overview": _HR_READS,
    "hr.framework": _HR_READS,
    "hr.upload": _HR_READS,
    "hr.send_upload": _HR_SENDS,
    "hr.draft": _HR_READS,
    "hr.draft_state": _HR_READS,
    "hr.draft_picture": _HR_READS,
    "hr.draft_file": _HR_READS,
    "hr.marked_file": _HR_READS,
    "hr.publish_draft": _HR_SENDS,
    "hr.settle_draft": _HR_SENDS,
    "hr.share_draft": _HR_SENDS,
    "hr.stop_sharing_draft": _HR_SENDS,
    "hr.discard_draft": _HR_SENDS,
    "hr.history": _HR_READS,
    "hr.version": _HR_READS,
    "hr.published": _HR_READS,
    "hr.original": _HR_READS,
    "hr.compare": _HR_READS,
    "hr.compare_csv": _HR_READS,
    "hr.restore_question": _HR_READS,
    "hr.restore_version": _HR_SENDS,
    "hr.withdraw_question": _HR_READS,
    "hr.withdraw": _HR_SENDS,
    "hr.purge_files": _HR_SENDS,
    "hr.stories": _HR_READS,
    "hr.story_question": _HR_READS,
    "hr.withdraw_story_now": _HR_SENDS,
    "hr.sign_out": _HR_SENDS,
    "hr.account": _HR_READS,
    "hr.change_password": _HR_SENDS,
    "hr.sign_out_everywhere": _HR_SENDS,
    "hr.people": _HR_READS,
    "hr.add_person": _HR_SENDS,
    "hr.change_person": _HR_SENDS,
    "hr.audit": _HR_READS,
    "hr.audit_csv": _HR_READS,
}
"""Every route by the name of its endpoint."""

REFUSED = frozenset({"/<path:path>", "/_reload-hash", "static"})
"""Routes that come with Dash and Flask and that nobody needs: other pages, a debugger, a folder."""

CALLBACKS = frozenset({"answer", "levels"})
"""The functions that Dash may call for anybody: they only read."""


def may(endpoint: str | None, method: str, signed_in: bool) -> bool:
    """Whether this may be asked for."""
    access = ROUTES.get(endpoint or "")
    return access is not None and method in access.methods and (signed_in or not access.signed_in)


def of_hr(path: str) -> bool:
    """Whether an address belongs to HR's pages, whether or not there is such a page."""
    return path == "/hr" or path.startswith("/hr/")


def add_guard(server: Flask, callbacks: Mapping[str, Any]) -> None:
    """Refuse what is not on the list, before anything else looks at a request.

    After: HR's addresses, where there are any, are left to HR's own guard, which knows who is
    signed in.
    """

    @server.before_request
    def refuse_what_is_not_listed() -> None:
        if of_hr(request.path) and "hr" in server.blueprints:
            return
        if request.routing_exception is not None:
            return  # Flask answers: no such page, another method, or one slash too many.
        if request.endpoint not in ROUTES:
            abort(404)
        if not may(request.endpoint, request.method, signed_in=False):
            abort(405)
        if request.method == "POST" and posted_callback(request, callbacks) not in CALLBACKS:
            abort(400)
